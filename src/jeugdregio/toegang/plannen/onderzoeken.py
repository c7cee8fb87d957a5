"""Research into which help is needed: choose, ask, give the report to the family, keep its reaction, finish."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import Handelende, leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen
from jeugdregio.toegang.plannen import beurten
from jeugdregio.toegang.plannen.catalogus import DOMEIN, vragen
from jeugdregio.toegang.plannen.models import Onderzoek, Onderzoeksantwoord
from jeugdregio.toegang.plannen.permissions import ROLLEN
from jeugdregio.toegang.termijnen.actions import stop_klokken
from jeugdregio.toegang.termijnen.beurten import ONDERZOEK
from recht import Uitkomst
from recht.onderzoek import Deskundigheid, afronden, reactietermijn

AF = "Dit onderzoek is afgerond; er verandert niets meer in."
GEWIJZIGD = "Een collega heeft dit onderzoek net gewijzigd. Bekijk wat er staat; je invoer staat er nog."


@transaction.atomic
def begin_onderzoek(wie: Wie, hulpvraag_id: UUID, domeinen: Iterable[str]) -> Onderzoek:
    """Begin the research of a question, with the domains that matter here. Again: gives the one there is.

    Raises Geweigerd for a domain that does not exist or a question that is closed; GeenRecht, NietGevonden.
    """
    vraag = te_behandelen(wie, hulpvraag_id, als=ROLLEN)
    bestaat = Onderzoek.objects.filter(hulpvraag=vraag).first()
    if bestaat is not None:
        return bestaat
    if vraag.afgesloten_op is not None:
        raise Geweigerd("Deze hulpvraag is afgesloten. Open een nieuwe vraag als het gezin weer hulp zoekt.")
    onderzoek = Onderzoek.objects.create(
        hulpvraag=vraag, domeinen=_domeinen(domeinen), begonnen_op=vandaag(), begonnen_door=wie.gebruiker
    )
    _log(wie, onderzoek, "onderzoek.begonnen", {"domeinen": onderzoek.domeinen})
    return onderzoek


@transaction.atomic
def kies_domeinen(wie: Wie, onderzoek_id: UUID, domeinen: Iterable[str], *, versie: int) -> Onderzoek:
    """Choose again what is asked. Answers to what is not asked any more are deleted: they may not be kept."""
    onderzoek = _pak(wie, onderzoek_id, versie)
    onderzoek.domeinen = _domeinen(domeinen)
    onderzoek.save(update_fields=["domeinen"])
    weg, _ = onderzoek.antwoorden.exclude(vraag__in=vragen(onderzoek.domeinen)).delete()
    _log(wie, onderzoek, "onderzoek.domeinen", {"domeinen": onderzoek.domeinen, "gewist": weg})
    return onderzoek


@transaction.atomic
def bewaar_antwoorden(wie: Wie, onderzoek_id: UUID, antwoorden: Mapping[str, str], *, versie: int) -> Onderzoek:
    """Keep answers, finished or not; empty text removes one. What was not chosen is refused and not kept.

    Raises Conflict when somebody saved meanwhile: the caller keeps the input.
    """
    onderzoek = _pak(wie, onderzoek_id, versie)
    mag = vragen(onderzoek.domeinen)
    if onbekend := set(antwoorden) - set(mag):
        raise Geweigerd(
            "Je vult iets in dat hier niet wordt gevraagd. Kies eerst het domein.", grondslag="AVG 5 lid 1 onder c",
            velden=dict.fromkeys(onbekend, "Dit wordt hier niet gevraagd."),
        )  # fmt: skip
    if onderzoek.voorgelegd_op is not None:
        raise Geweigerd("Het verslag is al aan het gezin gegeven. Trek het eerst terug als het anders moet.")
    leeg = [code for code, tekst in antwoorden.items() if not tekst.strip()]
    onderzoek.antwoorden.filter(vraag__in=leeg).delete()
    Onderzoeksantwoord.objects.bulk_create(
        [
            Onderzoeksantwoord(onderzoek=onderzoek, vraag=code, tekst=tekst.strip(), gewijzigd_door=wie.gebruiker,
                               gewijzigd_op=nu())
            for code, tekst in antwoorden.items() if tekst.strip()
        ],
        update_conflicts=True, unique_fields=["onderzoek", "vraag"],
        update_fields=["tekst", "gewijzigd_door", "gewijzigd_op"],
    )  # fmt: skip
    _log(wie, onderzoek, "onderzoek.bewaard", {"vragen": sorted(antwoorden)})
    return onderzoek


@transaction.atomic
def leg_voor(wie: Wie, onderzoek_id: UUID, *, versie: int) -> Onderzoek:
    """Give the report to the family; from now on it waits for the reaction and does not change.

    Raises Geweigerd while a question the law always asks is open.
    """
    onderzoek = _pak(wie, onderzoek_id, versie)
    if mist := onbeantwoord(onderzoek):
        raise Geweigerd(f"Nog niet onderzocht: {'; '.join(mist)}", grondslag="Jeugdwet 2.3")
    termijn = reactietermijn(vandaag())
    onderzoek.voorgelegd_op, onderzoek.reactie_tot = vandaag(), termijn.datum
    onderzoek.save(update_fields=["voorgelegd_op", "reactie_tot"])
    beurten.open_reactie(onderzoek, termijn)
    _log(wie, onderzoek, "onderzoek.voorgelegd")
    return onderzoek


@transaction.atomic
def neem_terug(wie: Wie, onderzoek_id: UUID, *, versie: int) -> Onderzoek:
    """Take the report back because it must change; the family gets it again. Not after its reaction."""
    onderzoek = _pak(wie, onderzoek_id, versie)
    if onderzoek.reactie_op is not None:
        raise Geweigerd("Het gezin heeft al gereageerd. De reactie blijft bij het verslag zoals het was.")
    onderzoek.voorgelegd_op = onderzoek.reactie_tot = None
    onderzoek.save(update_fields=["voorgelegd_op", "reactie_tot"])
    beurten.sluit_reactie(onderzoek, gedaan=False)
    _log(wie, onderzoek, "onderzoek.teruggenomen")
    return onderzoek


@transaction.atomic
def leg_reactie_vast(wie: Wie, onderzoek_id: UUID, van: str, tekst: str, op: date, *, versie: int) -> Onderzoek:
    """Keep what the family says about the report, word for word; it is never changed. Raises Geweigerd."""
    return bewaar_reactie(wie, _pak(wie, onderzoek_id, versie), van, tekst, op)


def bewaar_reactie(wie: Handelende, onderzoek: Onderzoek, van: str, tekst: str, op: date) -> Onderzoek:
    """Keep the reaction of the family on research the caller may write in (the page of the family uses this)."""
    fouten = {}
    if onderzoek.voorgelegd_op is None:
        raise Geweigerd("Geef het verslag eerst aan het gezin.")
    if onderzoek.reactie_op is not None:
        raise Geweigerd("Er is al een reactie. Die verandert niet; leg een volgende in een gesprek vast.")
    if not van.strip():
        fouten["van"] = "Vul in wie er reageert."
    if not tekst.strip():
        fouten["tekst"] = "Schrijf de reactie op, in de woorden van het gezin."
    if not onderzoek.voorgelegd_op <= op <= vandaag():
        fouten["op"] = "Kies een dag tussen het geven van het verslag en vandaag."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    onderzoek.reactie, onderzoek.reactie_van, onderzoek.reactie_op = tekst, van.strip()[:200], op
    onderzoek.save(update_fields=["reactie", "reactie_van", "reactie_op"])
    beurten.sluit_reactie(onderzoek)
    _log(wie, onderzoek, "onderzoek.reactie")
    return onderzoek


@transaction.atomic
def rond_onderzoek_af(
    wie: Wie, onderzoek_id: UUID, beoordelaar: str, registratie: str, nummer: str, *, versie: int
) -> Onderzoek:
    """Finish the research; only a registered assessor can (recht.onderzoek). Raises Geweigerd with what is missing."""
    onderzoek = _pak(wie, onderzoek_id, versie)
    uitkomst = stand_afronden(onderzoek, registratie, nummer)
    fouten = {} if beoordelaar.strip() else {"beoordelaar": "Vul in wie de beoordeling deed."}
    if not uitkomst.waarde.mag:
        if any("registratie" in mist for mist in uitkomst.ontbreekt):
            fouten["nummer"] = uitkomst.stappen[0].tekst
        melding = f"Je kunt nog niet afronden. Nog nodig: {'; '.join(uitkomst.ontbreekt)}."
        raise Geweigerd(melding, grondslag=uitkomst.grondslag, velden=fouten)
    if fouten:
        raise Geweigerd(fouten["beoordelaar"], velden=fouten)
    onderzoek.beoordelaar, onderzoek.registratie = beoordelaar.strip()[:200], registratie
    onderzoek.registratienummer = nummer.strip()
    onderzoek.afgerond_op, onderzoek.afgerond_door = vandaag(), wie.gebruiker
    onderzoek.save(update_fields=["beoordelaar", "registratie", "registratienummer", "afgerond_op", "afgerond_door"])
    beurten.sluit_reactie(onderzoek)
    stop_klokken(
        wie, ("hulpvraag", onderzoek.hulpvraag_id), vandaag(), "Het onderzoek is afgerond.", regels=(ONDERZOEK,)
    )
    _log(wie, onderzoek, "onderzoek.afgerond", {"registratie": registratie})
    kind_gewijzigd(onderzoek.hulpvraag.kind)
    return onderzoek


def stand_afronden(onderzoek: Onderzoek, registratie: str, nummer: str) -> Uitkomst:
    """Judge today whether the research may be finished."""
    deskundigheid = Deskundigheid(registratie) if registratie in set(Deskundigheid) else Deskundigheid.GEEN
    return afronden(
        vandaag(), deskundigheid, nummer, voorgelegd_op=onderzoek.voorgelegd_op, reactie_op=onderzoek.reactie_op,
        reactie_tot=onderzoek.reactie_tot, onbeantwoord=onbeantwoord(onderzoek),
    )  # fmt: skip


def onbeantwoord(onderzoek: Onderzoek) -> tuple[str, ...]:
    """Return the questions that must be answered and are not."""
    er = {antwoord.vraag for antwoord in onderzoek.antwoorden.all()}
    return tuple(v.tekst for v in vragen(onderzoek.domeinen).values() if v.verplicht and v.code not in er)


def _domeinen(domeinen: Iterable[str]) -> list[str]:
    gekozen = set(domeinen)
    if onbekend := gekozen - set(DOMEIN):
        raise Geweigerd(f"Dit domein bestaat niet: {', '.join(sorted(onbekend))}.")
    return [code for code in DOMEIN if code in gekozen]


def _pak(wie: Wie, onderzoek_id: UUID, versie: int) -> Onderzoek:
    """Take the research for a change: the first of two people wins. Raises GeenRecht, NietGevonden, Conflict."""
    vraag_id = Onderzoek.objects.filter(pk=onderzoek_id).values_list("hulpvraag_id", flat=True).first()
    if vraag_id is None:
        raise NietGevonden("Dit onderzoek is er niet.")
    vraag: Hulpvraag = te_behandelen(wie, vraag_id, als=ROLLEN)
    onderzoek = Onderzoek.objects.get(pk=onderzoek_id)
    onderzoek.hulpvraag = vraag
    if onderzoek.afgerond_op is not None:
        raise Conflict(AF)
    if not Onderzoek.objects.filter(pk=onderzoek_id, versie=versie).update(versie=F("versie") + 1):
        raise Conflict(GEWIJZIGD)
    onderzoek.versie = versie + 1
    return onderzoek


def _log(wie: Handelende, onderzoek: Onderzoek, handeling: str, gegevens: Mapping[str, object] | None = None) -> None:
    leg_vast(
        wie, handeling, kind_id=onderzoek.hulpvraag.kind_id, soort="onderzoek", onderwerp_id=onderzoek.pk,
        gegevens=dict(gegevens or {}),
    )  # fmt: skip
