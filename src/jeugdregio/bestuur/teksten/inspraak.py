"""What councils, advisory councils and partners say of the concept, and the answer to every point."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.bestuur.teksten import beurten
from jeugdregio.bestuur.teksten.models import Adviesaanvraag, Consultatie, Punt, Staat, Tekst
from jeugdregio.bestuur.teksten.permissions import deelnemers_op, eis, eis_regie, gemeente_van, mag_raad, mag_regie
from jeugdregio.bestuur.teksten.weg import eis_geweest, eis_tekst, pak, schrijf_stap
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

_S = Staat
PUNTEN = (_S.UITGANGSPUNTEN, _S.CONCEPT, _S.RIB, _S.CONSULTATIE, _S.ADVIESRADEN, _S.AANVRAAG, _S.ADVIES)
MET_ANTWOORD = (*PUNTEN, _S.REACTIENOTA)


@transaction.atomic
def leg_consultatie_vast(
    wie: Wie, tekst_id: UUID, *, versie: int, op: date, punten: str, gemeente: Organisatie | None = None,
    opmerking: str = "",
) -> Consultatie:  # fmt: skip
    """Record what the own council gave on the concept, one point a line; without points say so in the remark.

    The regional office may record it for a council (`gemeente`). Raises GeenRecht, Geweigerd for a council outside the
    region, Conflict when it was recorded already.
    """
    tekst = pak(wie, tekst_id, versie, (_S.CONSULTATIE,))
    raad = _raad(wie, tekst, gemeente)
    if op > vandaag():
        raise eis_geweest("op", aan="de bespreking")
    regels = [regel.strip(" -•\t") for regel in punten.splitlines() if regel.strip(" -•\t")]
    if not regels and not opmerking.strip():
        raise Geweigerd("Geef de punten, of zeg dat er geen zijn.", velden={"punten": "Geef een punt per regel."})
    weiger_persoonsgegevens({"punten": punten, "opmerking": opmerking})
    if tekst.consultaties.filter(gemeente=raad).exists():
        raise Conflict(f"De raad van {raad} staat er al. Voeg een punt toe als er een ontbreekt.")
    consultatie = Consultatie.objects.create(dossier=tekst, gemeente=raad, op=op, opmerking=opmerking.strip())
    for regel in regels:
        _maak_punt(tekst, Punt.Bron.RAAD, raad, f"Raad van {raad}", regel)
    rond_af(beurten.sleutel_consultatie(tekst, raad))
    schrijf_stap(wie, tekst, f"Consultatie raad van {raad}", f"Aantal punten: {len(regels)}" if regels else opmerking)
    return consultatie


def _raad(wie: Wie, tekst: Tekst, gemeente: Organisatie | None) -> Organisatie:
    eis(mag_raad(wie) or mag_regie(wie), "Dit legt de griffie van de raad vast, of het regiokantoor.")
    raad = gemeente if mag_regie(wie) else gemeente_van(wie)
    if raad is None or raad not in deelnemers_op(tekst.regio, vandaag()):
        raise Geweigerd("Deze raad hoort vandaag niet bij de regio.", velden={"gemeente": "Kies uit de lijst."})
    return raad


def _maak_punt(tekst: Tekst, bron: str, gemeente: Organisatie | None, van: str, regel: str) -> Punt:
    hoogste = tekst.punten.filter(bron=bron, van=van).aggregate(Max("nummer"))["nummer__max"] or 0
    return Punt.objects.create(dossier=tekst, bron=bron, gemeente=gemeente, van=van, nummer=hoogste + 1, tekst=regel)


@transaction.atomic
def voeg_punt_toe(wie: Wie, tekst_id: UUID, *, versie: int, bron: str, van: str, tekst: str) -> Punt:
    """Record a point of a partner, experts by experience, an advisory council, or one more of a council."""
    dossier = pak(wie, tekst_id, versie, PUNTEN)
    eis_regie(wie)
    eis_tekst(van=van, tekst=tekst)
    if bron not in Punt.Bron.values:
        raise Geweigerd("Kies van wie het punt is.", velden={"bron": "Kies uit de lijst."})
    punt = _maak_punt(dossier, bron, None, van.strip(), tekst.strip())
    schrijf_stap(wie, dossier, f"Punt van {van}")
    return punt


@transaction.atomic
def beantwoord_punt(
    wie: Wie, tekst_id: UUID, punt_id: UUID, *, versie: int, verwerking: str, antwoord: str, plek: str = ""
) -> Punt:
    """Answer one point: what was done with it, why, and where it stands in the text.

    Raises Geweigerd when it was taken over and no place is named: who gave the point must be able to find it.
    """
    tekst = pak(wie, tekst_id, versie, MET_ANTWOORD)
    eis_regie(wie)
    punt = tekst.punten.filter(pk=punt_id).first()
    if punt is None:
        raise NietGevonden("Dit punt hoort niet bij deze tekst.")
    eis_tekst(antwoord=antwoord)
    if verwerking not in Punt.Verwerking.values:
        raise Geweigerd("Kies wat ermee is gedaan.", velden={"verwerking": "Kies uit de lijst."})
    if verwerking in {Punt.Verwerking.OVERGENOMEN, Punt.Verwerking.DEELS} and not plek.strip():
        raise Geweigerd("Zeg waar het in de tekst staat.", velden={"plek": "Bijvoorbeeld: hoofdstuk 3."})
    punt.verwerking, punt.antwoord, punt.plek, punt.beantwoord_op = verwerking, antwoord.strip(), plek, vandaag()
    punt.save(update_fields=["verwerking", "antwoord", "plek", "beantwoord_op"])
    schrijf_stap(wie, tekst, f"Antwoord op {punt}")
    return punt


@transaction.atomic
def vraag_advies(
    wie: Wie, tekst_id: UUID, *, versie: int, gemeente: Organisatie, adviesraad: str, uiterlijk: date
) -> Adviesaanvraag:
    """Record that an advisory council was asked for advice, until a day."""
    tekst = pak(wie, tekst_id, versie, (_S.AANVRAAG,))
    eis(mag_regie(wie) or _eigen_college(wie, gemeente), "Dit legt het college of het regiokantoor vast.")
    eis_tekst(adviesraad=adviesraad)
    if gemeente not in deelnemers_op(tekst.regio, vandaag()):
        raise Geweigerd("Deze gemeente hoort niet bij de regio.", velden={"gemeente": "Kies uit de lijst."})
    if uiterlijk < vandaag():
        raise Geweigerd("Geef de adviesraad tijd.", velden={"uiterlijk": "Kies vandaag of later."})
    aanvraag = Adviesaanvraag.objects.create(
        dossier=tekst, gemeente=gemeente, adviesraad=adviesraad.strip(), gevraagd_op=vandaag(), uiterlijk=uiterlijk
    )
    beurten.open_advies(tekst, aanvraag)
    schrijf_stap(wie, tekst, f"Advies gevraagd aan {adviesraad}")
    return aanvraag


@transaction.atomic
def leg_advies_vast(
    wie: Wie, tekst_id: UUID, aanvraag_id: UUID, *, versie: int, advies: str = "", geen_advies: str = ""
) -> Adviesaanvraag:
    """Record the advice, one point a line; or why there is none. Its points come in the note of answers."""
    tekst = pak(wie, tekst_id, versie, (_S.AANVRAAG,))
    aanvraag = tekst.adviesaanvragen.select_related("gemeente").filter(pk=aanvraag_id).first()
    if aanvraag is None:
        raise NietGevonden("Deze aanvraag hoort niet bij deze tekst.")
    eis(mag_regie(wie) or _eigen_college(wie, aanvraag.gemeente), "Dit legt het college of het regiokantoor vast.")
    if bool(advies.strip()) == bool(geen_advies.strip()):
        melding = "Vul het advies in, of zeg waarom er geen is."
        raise Geweigerd(melding, velden={"advies": melding})
    weiger_persoonsgegevens({"advies": advies, "geen_advies": geen_advies})
    aanvraag.advies, aanvraag.geen_advies = advies.strip(), geen_advies.strip()
    aanvraag.ontvangen_op = vandaag() if advies.strip() else None
    aanvraag.save(update_fields=["advies", "geen_advies", "ontvangen_op"])
    for regel in filter(None, (r.strip(" -•\t") for r in advies.splitlines())):
        _maak_punt(tekst, Punt.Bron.ADVIESRAAD, aanvraag.gemeente, aanvraag.adviesraad, regel)
    rond_af(beurten.sleutel_advies(aanvraag))
    schrijf_stap(wie, tekst, f"Advies van {aanvraag.adviesraad}", geen_advies)
    return aanvraag


def _eigen_college(wie: Wie, gemeente: Organisatie) -> bool:
    return wie.organisatie_id == gemeente.pk and wie.heeft(Rol.BELEID, Rol.WETHOUDER)
