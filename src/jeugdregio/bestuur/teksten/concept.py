"""Beginning a joint text, its starting points and versions, and the steps the regional office takes."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.consent.overgangen import gelijk_regeleinde
from jeugdregio.bestuur.teksten import beurten
from jeugdregio.bestuur.teksten.models import Raadsbesluit, Staat, Tekst, Tekstversie, Uitgangspunt
from jeugdregio.bestuur.teksten.permissions import eis_regie
from jeugdregio.bestuur.teksten.weg import (
    SCHRIJVEN,
    VASTGESTELD,
    VOLGENDE,
    deelnemers,
    eis_tekst,
    ga_naar,
    laatste_versie,
    nieuwe_tekstversie,
    pak,
    schrijf_stap,
)
from jeugdregio.organisaties.models import Regio
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_nl

_S = Staat


@transaction.atomic
def begin(
    wie: Wie, *, soort: str, titel: str, grondslag: str, aanleiding: str, zichtbaarheid: str = Zichtbaarheid.RADEN,
    volgt_op: Tekst | None = None,
) -> Tekst:  # fmt: skip
    """Begin a joint text with its first note: why, and on what ground. Only the regional office does."""
    eis_regie(wie)
    eis_tekst(titel=titel, grondslag=grondslag, aanleiding=aanleiding)
    regios = list(Regio.objects.all()[:2])
    if len(regios) != 1:
        raise Geweigerd("Een gezamenlijke tekst hoort bij één regio. Dit systeem kent er nu geen of meer.")
    tekst = Tekst.objects.create(
        regio=regios[0], soort=soort, titel=titel.strip(), grondslag=grondslag, aanleiding=aanleiding,
        zichtbaarheid=zichtbaarheid, volgt_op=volgt_op,
    )  # fmt: skip
    schrijf_stap(wie, tekst, Staat.STARTNOTITIE.label, aanleiding)
    return tekst


@transaction.atomic
def zet_uitgangspunten(wie: Wie, tekst_id: UUID, *, versie: int, regels: str) -> Tekst:
    """Write down the starting points, one a line; they get the letters a, b, c."""
    tekst = pak(wie, tekst_id, versie, (_S.STARTNOTITIE, _S.UITGANGSPUNTEN, _S.CONCEPT))
    eis_regie(wie)
    eis_tekst(regels=regels)
    punten = [regel.strip() for regel in regels.splitlines() if regel.strip()]
    if len(punten) > 26 or max(map(len, punten)) > 500:
        raise Geweigerd("Schrijf hooguit 26 uitgangspunten van hooguit 500 tekens.", velden={"regels": "Maak korter."})
    tekst.uitgangspunten.all().delete()
    Uitgangspunt.objects.bulk_create(
        Uitgangspunt(dossier=tekst, letter=chr(ord("a") + nummer), tekst=punt) for nummer, punt in enumerate(punten)
    )
    schrijf_stap(wie, tekst, f"{len(punten)} uitgangspunten")
    return tekst


@transaction.atomic
def schrijf_versie(
    wie: Wie, tekst_id: UUID, *, versie: int, tekst: str, reden: str, bevestigd: bool = False
) -> Tekstversie:
    """Freeze a new text. Whoever decided on the old one decides again, also when only a space changed.

    Raises Geweigerd when nothing changed, or, unless `bevestigd`, when colleges or councils decided on the old text.
    """
    dossier = pak(wie, tekst_id, versie, SCHRIJVEN)
    eis_regie(wie)
    eis_tekst(tekst=tekst, reden=reden)
    oud = dossier.versies.order_by("-nummer").first()
    if oud and oud.tekst == gelijk_regeleinde(tekst):
        raise Geweigerd("Er is niets veranderd.", velden={"tekst": "Deze tekst is gelijk aan de vorige versie."})
    if oud and not bevestigd:
        _waarschuw(oud, tekst)
    nieuw = nieuwe_tekstversie(wie, dossier, tekst, reden)
    if oud is not None:
        _vraag_opnieuw(wie, dossier, oud, nieuw)
    return nieuw


def _waarschuw(oud: Tekstversie, tekst: str) -> None:
    besluiten = oud.raadsbesluiten.select_related("gemeente")
    raden = [f"raad van {b.gemeente}" for b in besluiten if b.is_aangenomen]
    wie = raden or [f"college van {b.gemeente}" for b in oud.collegebesluiten.select_related("gemeente")]
    if not wie:
        return
    spaties = "".join(oud.tekst.split()) == "".join(tekst.split())
    wat = (
        "Alleen spaties of regels zijn anders, maar ook dat is een andere tekst." if spaties else "De tekst is anders."
    )
    melding = f"{wat} Al besloten over {oud}: {', '.join(wie)}. Zij moeten de nieuwe tekst opnieuw vaststellen."
    raise Geweigerd(melding, velden={"bevestigd": "Vink aan als je dit toch wilt."})


def _vraag_opnieuw(wie: Wie, dossier: Tekst, oud: Tekstversie, nieuw: Tekstversie) -> None:
    if dossier.staat == _S.RAADSBEHANDELING:
        beurten.sluit_alles(dossier, "raad")
        leg_voor(dossier, nieuw, {b.gemeente_id for b in oud.raadsbesluiten.all() if b.is_aangenomen})
        return
    beurten.sluit_alles(dossier, "college")
    if dossier.staat in {_S.COLLEGES, _S.AANGEBODEN}:
        ga_naar(wie, dossier, _S.REACTIENOTA, f"Versie {nieuw.nummer}: de colleges besluiten opnieuw")
    if dossier.staat == _S.REACTIENOTA:
        beurten.open_colleges(dossier, nieuw, deelnemers(dossier))


def leg_voor(dossier: Tekst, nieuw: Tekstversie, eerder: set[UUID], al_aangenomen: Raadsbesluit | None = None) -> None:
    """Put a version before every council of today; who adopted an earlier one is asked to confirm.

    `al_aangenomen` is the decision of the council whose own amendment made exactly this version: it adopted it already.
    """
    vraag = []
    for gemeente in deelnemers(dossier):
        besluit = Raadsbesluit(tekstversie=nieuw, gemeente=gemeente, bevestiging=gemeente.pk in eerder)
        if al_aangenomen is not None and al_aangenomen.gemeente_id == gemeente.pk:
            besluit.uitkomst, besluit.op = Raadsbesluit.Uitkomst.AANGENOMEN, al_aangenomen.op
            besluit.kenmerk, besluit.reden = al_aangenomen.kenmerk, "Met het eigen amendement: precies deze tekst."
        else:
            vraag.append((gemeente, gemeente.pk in eerder))
        besluit.save()
    beurten.open_raden(dossier, nieuw, vraag)


@transaction.atomic
def stel_herijking(wie: Wie, tekst_id: UUID, *, versie: int, herijken_op: date) -> Tekst:
    """Set the day on which the region looks at the text again."""
    tekst = pak(wie, tekst_id, versie, Staat.values)
    eis_regie(wie)
    if herijken_op <= vandaag():
        raise Geweigerd("Kies een dag na vandaag.", velden={"herijken_op": "Kies een dag na vandaag."})
    beurten.sluit_herijking(tekst)
    tekst.herijken_op = herijken_op
    tekst.save(update_fields=["herijken_op"])
    schrijf_stap(wie, tekst, "Dag van herijking", datum_nl(herijken_op))
    return tekst


@transaction.atomic
def verder(wie: Wie, tekst_id: UUID, *, versie: int, toelichting: str) -> Tekst:
    """Take the next step of the road. Raises Geweigerd with everything that is still missing."""
    tekst = pak(wie, tekst_id, versie, tuple(VOLGENDE))
    eis_regie(wie)
    eis_tekst(toelichting=toelichting)
    if mist := ontbreekt(tekst):
        raise Geweigerd("Je kunt nog niet verder. " + " ".join(mist))
    naar = VOLGENDE[tekst.staat]
    ga_naar(wie, tekst, naar, toelichting)
    if doe := _GEVOLGEN.get(naar):
        doe(tekst)
    return tekst


def ontbreekt(tekst: Tekst) -> list[str]:
    """Return, sentence by sentence, what this text needs before its next step by hand."""
    wachter = _WACHTERS.get(tekst.staat)
    return wachter(tekst) if wachter else []


def _mist_uitgangspunten(tekst: Tekst) -> list[str]:
    return [] if tekst.uitgangspunten.exists() else ["Leg eerst de uitgangspunten vast."]


def _mist_concept(tekst: Tekst) -> list[str]:
    versie = tekst.versies.order_by("-nummer").first()
    if versie is None:
        return ["Schrijf eerst de concepttekst."]
    return ["Schrijf eerst de nieuwe tekst: over deze beslisten raden al."] if versie.raadsbesluiten.exists() else []


def _mist_consultatie(tekst: Tekst) -> list[str]:
    gehoord = set(tekst.consultaties.values_list("gemeente_id", flat=True))
    open_ = [g.naam for g in deelnemers(tekst) if g.pk not in gehoord]
    return [f"Nog niet vastgelegd wat de raad zei: {', '.join(open_)}."] if open_ else []


def _mist_aanvraag(tekst: Tekst) -> list[str]:
    if not tekst.adviesaanvragen.exists():
        return ["Leg eerst vast aan welke adviesraad advies is gevraagd."]
    open_ = [str(a) for a in tekst.adviesaanvragen.filter(ontvangen_op=None, geen_advies="")]
    return [f"Nog geen advies van: {', '.join(open_)}."] if open_ else []


def _mist_antwoord(tekst: Tekst) -> list[str]:
    open_ = [str(p) for p in tekst.punten.filter(beantwoord_op=None)]
    return [f"Nog geen antwoord op: {'; '.join(open_)}."] if open_ else []


def _mist_herijking(tekst: Tekst) -> list[str]:
    return [] if tekst.herijken_op else ["Kies eerst de dag waarop de regio de tekst herijkt."]


_WACHTERS: dict[str, Callable[[Tekst], list[str]]] = {
    _S.UITGANGSPUNTEN: _mist_uitgangspunten, _S.CONCEPT: _mist_concept, _S.CONSULTATIE: _mist_consultatie,
    _S.AANVRAAG: _mist_aanvraag, _S.ADVIES: _mist_antwoord, _S.COLLEGES: _mist_herijking,
}  # fmt: skip
_GEVOLGEN: dict[str, Callable[[Tekst], None]] = {
    _S.CONSULTATIE: lambda t: beurten.open_consultatie(t, deelnemers(t)),
    _S.REACTIENOTA: lambda t: beurten.open_colleges(t, laatste_versie(t), deelnemers(t)),
    _S.RAADSBEHANDELING: lambda t: leg_voor(t, laatste_versie(t), set()),
    _S.HERIJKING: beurten.sluit_herijking,
}


@transaction.atomic
def begin_opvolger(wie: Wie, tekst_id: UUID, *, versie: int, aanleiding: str) -> Tekst:
    """Begin the text that follows this one, after the region looked at it again; the old one stays as it is."""
    oud = pak(wie, tekst_id, versie, (_S.HERIJKING,))
    nieuw = begin(
        wie, soort=oud.soort, titel=oud.titel, grondslag=oud.grondslag, aanleiding=aanleiding,
        zichtbaarheid=oud.zichtbaarheid, volgt_op=oud,
    )  # fmt: skip
    schrijf_stap(wie, oud, "Opvolger begonnen", aanleiding)
    return nieuw


def is_vastgesteld(tekst: Tekst) -> bool:
    """Tell whether every council adopted the identical text."""
    return tekst.staat in VASTGESTELD
