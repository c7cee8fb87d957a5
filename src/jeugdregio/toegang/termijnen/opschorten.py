"""Letting a clock stand still: ask for missing papers, take them in, delay with consent or by the applicant."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.termijnen.actions import herreken
from jeugdregio.toegang.termijnen.beurten import sleutel_aanvulling
from jeugdregio.toegang.termijnen.models import Klok, Opschorting
from jeugdregio.toegang.termijnen.permissions import te_behandelen
from jeugdregio.toegang.termijnen.rekenen import Gevolg, gevolg, stand_van
from jeugdregio.toegang.termijnen.soorten import kent
from recht.aanvulling import AANVRAAG, BEZWAAR, Aanvulling, Artikelen
from recht.datum import datum_kort
from recht.termijn import EEN_DAG

_SOORT = Opschorting.Soort


def voorspel_aanvulling(klok: Klok, voor: date | None) -> Gevolg:
    """Return what asking today for missing papers, with a set date, does to the end. Raises Geweigerd."""
    return gevolg(klok, stand_van(klok).met(_aanvulling(klok, voor, "")))


@transaction.atomic
def vraag_aanvulling(wie: Wie, klok_id: UUID, voor: date | None, wat: str, *, versie: int) -> Klok:
    """Record that missing papers were asked for today, with a set date: the clock stands still from tomorrow.

    Raises Geweigerd without a set date (Awb 4:15 lid 1; ABRvS 2016:2527), for one that is past, after the term, or
    when the clock stands still then already; Conflict when the clock changed since `versie`.
    """
    klok = te_wijzigen(wie, klok_id, versie)
    if not wat.strip():
        raise Geweigerd("Schrijf op wat er ontbreekt.", velden={"wat": "Schrijf op wat er ontbreekt."})
    return _bewaar(wie, klok, _aanvulling(klok, voor, wat.strip()), "opgeschort")


def voorspel_binnen(klok: Klok, opschorting_id: UUID, binnen_op: date | None) -> Gevolg:
    """Return what papers that came in on a day do to the end. Raises Geweigerd, NietGevonden."""
    nieuw = _binnen(_open(klok, opschorting_id), binnen_op)
    return gevolg(klok, stand_van(klok, zonder=nieuw).met(nieuw))


@transaction.atomic
def neem_aanvulling_in(wie: Wie, klok_id: UUID, opschorting_id: UUID, binnen_op: date | None, *, versie: int) -> Klok:
    """Record the day on which the missing papers came in: the clock goes on.

    Raises Geweigerd for a day before they were asked for or in the future, Conflict.
    """
    klok = te_wijzigen(wie, klok_id, versie)
    opschorting = _binnen(_open(klok, opschorting_id), binnen_op)
    opschorting.save(update_fields=["binnen_op", "vanaf", "tot"])
    rond_af(sleutel_aanvulling(opschorting.pk))
    return herreken(wie, _vers(klok), "aangevuld", {"opschorting": str(opschorting.pk), "binnen": str(binnen_op)})


def voorspel_uitstel(klok: Klok, soort: str, vanaf: date | None, tot: date | None) -> Gevolg:
    """Return what delay with consent, or by the applicant, does to the end. Raises Geweigerd."""
    return gevolg(klok, stand_van(klok).met(_uitstel(klok, soort, vanaf, tot, "")))


@transaction.atomic
def geef_uitstel(
    wie: Wie, klok_id: UUID, soort: str, *, vanaf: date | None, tot: date | None, reden: str, versie: int
) -> Klok:
    """Record delay: the applicant agreed in writing, or caused it. `tot` is the first day that counts again.

    Raises Geweigerd without both dates, for a period in the past, after the term or over another; Conflict.
    """
    klok = te_wijzigen(wie, klok_id, versie)
    if not reden.strip():
        fout = "Schrijf op wat is afgesproken of wat de aanvrager deed, en waar dat staat."
        raise Geweigerd(fout, velden={"reden": fout})
    return _bewaar(wie, klok, _uitstel(klok, soort, vanaf, tot, reden.strip()), "uitgesteld")


def te_wijzigen(wie: Wie, klok_id: UUID, versie: int) -> Klok:
    """Return the clock to change. Raises GeenRecht, NietGevonden; Conflict when it changed since `versie`."""
    klok = te_behandelen(wie, klok_id)
    if klok.versie != versie:
        raise Conflict("Een collega heeft deze termijn net gewijzigd. Bekijk hem opnieuw; je invoer staat er nog.")
    return klok


def _bewaar(wie: Wie, klok: Klok, opschorting: Opschorting, daad: str) -> Klok:
    opschorting.vastgelegd_door = wie.gebruiker
    opschorting.save()
    return herreken(wie, _vers(klok), daad, {"vanaf": str(opschorting.vanaf), "tot": str(opschorting.tot)})


def _vers(klok: Klok) -> Klok:
    """Forget the suspensions that were read, now that they changed."""
    klok._prefetched_objects_cache = {}  # type: ignore[attr-defined]
    return klok


def _aanvulling(klok: Klok, voor: date | None, wat: str) -> Opschorting:
    artikel = _artikelen(klok).aanvulling
    _eis_loopt(klok, "aanvullingen", artikel)
    if voor is None:
        fout = "Noem de dag waarop de gegevens binnen moeten zijn. Zonder die dag staat de termijn niet stil."
        raise Geweigerd(fout, grondslag=f"{artikel}; ABRvS 2016:2527", velden={"voor": fout})
    if voor <= vandaag():
        fout = "Kies een dag na vandaag: een termijn stilzetten kan niet met terugwerkende kracht."
        raise Geweigerd(fout, grondslag=artikel, velden={"voor": fout})
    return _zonder_overlap(klok, _met_periode(
        Opschorting(klok=klok, soort=_SOORT.AANVULLING, gevraagd_op=vandaag(), voor=voor, reden=wat)
    ), artikel)  # fmt: skip


def _binnen(opschorting: Opschorting, binnen_op: date | None) -> Opschorting:
    gevraagd = opschorting.gevraagd_op
    if gevraagd is None or binnen_op is None or not gevraagd <= binnen_op <= vandaag():
        fout = "Kies een dag vanaf de dag waarop je erom vroeg, tot en met vandaag."
        raise Geweigerd(fout, grondslag=_artikelen(opschorting.klok).aanvulling, velden={"binnen_op": fout})
    opschorting.binnen_op = binnen_op
    return _met_periode(opschorting)


def _met_periode(opschorting: Opschorting) -> Opschorting:
    """Fill in from when until when the clock stands still, as the law library sees it."""
    if opschorting.gevraagd_op is None:
        raise ValueError("Een vraag om aanvulling heeft een dag.")
    periode = Aanvulling(opschorting.gevraagd_op, opschorting.voor, opschorting.binnen_op).opschorting()
    if periode is None:
        raise ValueError("Een vraag om aanvulling noemt een uiterste dag.")
    opschorting.vanaf, opschorting.tot = periode.vanaf, periode.tot
    return opschorting


def _uitstel(klok: Klok, soort: str, vanaf: date | None, tot: date | None, reden: str) -> Opschorting:
    artikel = _artikelen(klok).uitstel
    _eis_loopt(klok, "uitstel", artikel)
    fouten = {}
    if soort not in (_SOORT.INSTEMMING, _SOORT.AANVRAGER):
        fouten["soort"] = "Kies waarom er uitstel is."
    if vanaf is None or vanaf < vandaag():
        fouten["vanaf"] = "Kies vandaag of een latere dag: stilzetten kan niet met terugwerkende kracht."
    if tot is None or (vanaf is not None and tot <= vanaf):
        fouten["tot"] = "Noem de dag waarop de termijn weer loopt, na de eerste dag van het uitstel."
    if fouten or vanaf is None or tot is None:
        raise Geweigerd(" ".join(fouten.values()), grondslag=artikel, velden=fouten)
    nieuw = Opschorting(klok=klok, soort=soort, vanaf=vanaf, tot=tot, reden=reden)
    return _zonder_overlap(klok, nieuw, artikel)


def _artikelen(klok: Klok) -> Artikelen:
    return BEZWAAR if klok.regel == "awb-beslissing-op-bezwaar" else AANVRAAG


def _eis_loopt(klok: Klok, invoer: str, artikel: str) -> None:
    if not klok.loopt:
        raise Geweigerd("Deze termijn loopt niet meer.", grondslag=artikel)
    if not kent(klok.regel, invoer):
        raise Geweigerd("Deze termijn kan niet zo worden stilgezet.", grondslag=artikel)
    if klok.einde < vandaag():
        raise Geweigerd(
            f"De termijn was om op {datum_kort(klok.einde)}. Stilzetten kan dan niet meer.", grondslag=artikel
        )


def _zonder_overlap(klok: Klok, nieuw: Opschorting, artikel: str) -> Opschorting:
    if nieuw.vanaf > klok.einde:
        fout = f"Dan is de termijn al om ({datum_kort(klok.einde)}). Kies een dag ervoor."
        raise Geweigerd(fout, grondslag=artikel, velden={"vanaf": fout})
    for ander in klok.opschortingen.all():
        if nieuw.vanaf < ander.tot and ander.vanaf < nieuw.tot:
            laatste = datum_kort(ander.tot - EEN_DAG)
            fout = f"De termijn staat al stil van {datum_kort(ander.vanaf)} tot en met {laatste}. Kies dagen erbuiten."
            raise Geweigerd(fout, grondslag=artikel, velden={"vanaf": fout, "voor": fout})
    return nieuw


def _open(klok: Klok, opschorting_id: UUID) -> Opschorting:
    gevonden = next((o for o in klok.opschortingen.all() if o.pk == opschorting_id and o.open), None)
    if gevonden is None:
        raise NietGevonden("Er is hier niet meer om gegevens gevraagd.")
    return gevonden
