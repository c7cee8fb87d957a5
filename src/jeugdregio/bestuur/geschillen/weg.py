"""How a step is taken on the road of article 15, and the first part of it: from signal to agreement or not."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.geschillen import beurten
from jeugdregio.bestuur.geschillen.models import Geschil, Inbreng, Staat, Stap
from jeugdregio.bestuur.geschillen.permissions import (
    deelnemers,
    eis_college,
    mag_melden,
    zichtbare_geschillen,
)
from jeugdregio.bestuur.teksten.permissions import eis, eis_regie
from jeugdregio.bestuur.teksten.weg import eis_geweest, eis_tekst
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.models import Organisatie, Regio
from jeugdregio.organisaties.wie import Wie

_S = Staat


def pak(wie: Wie, geschil_id: UUID, versie: int, staten: Iterable[str]) -> Geschil:
    """Take the dispute for a step, inside a transaction: the first of two people wins, the other is told.

    Raises NietGevonden for who may not read it, Conflict on an older version or in another state.
    """
    geschil = zichtbare_geschillen(wie).select_related("regio", "melder").filter(pk=geschil_id).first()
    if geschil is None:
        raise NietGevonden("Dit geschil is er niet.")
    if not Geschil.objects.filter(pk=geschil.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Iemand heeft dit geschil net gewijzigd. Bekijk het opnieuw.")
    geschil.refresh_from_db()
    if geschil.staat not in staten:
        raise Conflict(f"Dit kan nu niet: de stand is {geschil.get_staat_display().lower()}.")
    return geschil


def schrijf_stap(wie: Wie, geschil: Geschil, wat: str, toelichting: str = "") -> None:
    """Add a line to the history and to the log."""
    Stap.objects.create(
        dossier=geschil, wat=wat[:160], toelichting=toelichting.strip(), door=wie.gebruiker, namens=wie.organisatie
    )
    leg_vast(wie, "geschil.stap", soort="geschil", onderwerp_id=geschil.pk, gegevens={"stap": wat})


def ga_naar(wie: Wie, geschil: Geschil, staat: str, toelichting: str = "") -> None:
    """Put the dispute in a state and write why."""
    geschil.staat = staat
    geschil.save()
    schrijf_stap(wie, geschil, Staat(staat).label, toelichting)


def ronde(geschil: Geschil) -> int:
    """Return how often this dispute was opened again."""
    return geschil.stappen.filter(wat=Staat.HEROPEND.label).count()


@transaction.atomic
def geef_signaal(
    wie: Wie, *, titel: str, onderwerp: str, bepaling: str, gemeenten: Sequence[Organisatie], geprobeerd: str,
    gewenst: str, zichtbaarheid: str = Zichtbaarheid.DELEGATIES,
) -> Geschil:  # fmt: skip
    """Signal a dispute: about what, which clause, between whom, what was tried, what is wanted."""
    eis(mag_melden(wie), "Een geschil meldt een deelnemende gemeente of het regiokantoor.")
    eis_tekst(titel=titel, onderwerp=onderwerp, bepaling=bepaling, geprobeerd=geprobeerd, gewenst=gewenst)
    regios = list(Regio.objects.all()[:2])
    if len(regios) != 1:
        raise Geweigerd("Een geschil hoort bij één regio. Dit systeem kent er nu geen of meer.")
    geschil = Geschil(
        regio=regios[0], titel=titel.strip(), onderwerp=onderwerp, bepaling=bepaling, geprobeerd=geprobeerd,
        gewenst=gewenst, melder=wie.organisatie, zichtbaarheid=zichtbaarheid,
    )  # fmt: skip
    mee = deelnemers(geschil)
    if len(gemeenten) < 2 or any(g not in mee for g in gemeenten):
        raise Geweigerd("Noem twee of meer gemeenten.", velden={"gemeenten": "Kies deelnemers van de regio."})
    geschil.save()
    geschil.gemeenten.set(gemeenten)
    schrijf_stap(wie, geschil, Staat.SIGNAAL.label, onderwerp)
    beurten.open_secretaris(geschil, "ontvangst", "Geschil in ontvangst nemen")
    return geschil


@transaction.atomic
def neem_in_ontvangst(wie: Wie, geschil_id: UUID, *, versie: int, soort: str) -> Geschil:
    """Confirm the signal to all participants and say what it is really about."""
    geschil = pak(wie, geschil_id, versie, (_S.SIGNAAL,))
    eis_regie(wie)
    if soort not in Geschil.Soort.values:
        raise Geweigerd("Kies waar het over gaat.", velden={"soort": "Kies uit de lijst."})
    geschil.soort = soort
    ga_naar(wie, geschil, _S.GEMELD, f"Ontvangst bevestigd aan {len(deelnemers(geschil))} deelnemers")
    rond_af(beurten.sleutel(geschil, "ontvangst"))
    beurten.open_secretaris(geschil, "bespreking-plannen", "Bespreking van het geschil plannen")
    return geschil


@transaction.atomic
def begin_bespreking(wie: Wie, geschil_id: UUID, *, versie: int, toelichting: str) -> Geschil:
    """Call the delegation of the colleges together: this comes before any expert is asked (article 15)."""
    geschil = pak(wie, geschil_id, versie, (_S.GEMELD, _S.HEROPEND))
    eis_regie(wie)
    eis_tekst(toelichting=toelichting)
    ga_naar(wie, geschil, _S.BESPREKING, toelichting)
    rond_af(beurten.sleutel(geschil, "bespreking-plannen"))
    beurten.open_colleges(geschil, "bespreking", deelnemers(geschil))
    return geschil


@transaction.atomic
def geef_inbreng(wie: Wie, geschil_id: UUID, *, versie: int, tekst: str) -> Inbreng:
    """Say for the own college what it finds; the last word before the meeting is over holds."""
    geschil = pak(wie, geschil_id, versie, (_S.BESPREKING,))
    gemeente = eis_college(wie, geschil)
    eis_tekst(tekst=tekst)
    inbreng, _ = Inbreng.objects.update_or_create(
        dossier=geschil, gemeente=gemeente, defaults={"tekst": tekst.strip(), "op": vandaag()}
    )
    rond_af(beurten.sleutel(geschil, "bespreking", gemeente.pk))
    schrijf_stap(wie, geschil, f"Inbreng van {gemeente}")
    return inbreng


@transaction.atomic
def rond_bespreking_af(
    wie: Wie, geschil_id: UUID, *, versie: int, overeenstemming: bool, op: date, toelichting: str
) -> Geschil:
    """Record what came of the meeting. Raises Geweigerd while a participant did not speak."""
    geschil = pak(wie, geschil_id, versie, (_S.BESPREKING,))
    eis_regie(wie)
    eis_tekst(toelichting=toelichting)
    gehoord = set(geschil.inbreng.values_list("gemeente_id", flat=True))
    stil = [g.naam for g in deelnemers(geschil) if g.pk not in gehoord]
    if stil:
        raise Geweigerd(f"Nog geen inbreng van: {', '.join(stil)}. Pas daarna kan de bespreking klaar zijn.")
    if op > vandaag():
        raise eis_geweest("op", aan="de bespreking")
    if overeenstemming:
        ga_naar(wie, geschil, _S.OVEREENSTEMMING, toelichting)
        beurten.open_secretaris(geschil, "regeling", "Afspraken van de colleges vastleggen")
    else:
        ga_naar(wie, geschil, _S.GEEN_OVEREENSTEMMING, toelichting)
        beurten.open_colleges(geschil, "deskundige", deelnemers(geschil))
    return geschil


@transaction.atomic
def leg_regeling_vast(wie: Wie, geschil_id: UUID, *, versie: int, tekst: str) -> Geschil:
    """Write down what the colleges agreed; that closes the dispute."""
    geschil = pak(wie, geschil_id, versie, (_S.OVEREENSTEMMING,))
    eis_regie(wie)
    eis_tekst(tekst=tekst)
    geschil.regeling = tekst.strip()
    ga_naar(wie, geschil, _S.GESLOTEN, tekst)
    beurten.sluit(geschil)
    return geschil


@transaction.atomic
def markeer_art28(wie: Wie, geschil_id: UUID, *, versie: int, op: date, tekst: str) -> Geschil:
    """Mark that the dispute was brought to Gedeputeerde Staten (article 28 Wgr); article 15 cannot exclude that."""
    geschil = pak(wie, geschil_id, versie, Staat.values)
    eis(mag_melden(wie), "Dit legt een deelnemende gemeente of het regiokantoor vast.")
    eis_tekst(tekst=tekst)
    if op > vandaag():
        raise eis_geweest("op", aan="het verzoek")
    geschil.art28_op, geschil.art28_tekst = op, tekst.strip()
    geschil.save(update_fields=["art28_op", "art28_tekst"])
    schrijf_stap(wie, geschil, "Ook bij Gedeputeerde Staten (artikel 28 Wgr)", tekst)
    return geschil
