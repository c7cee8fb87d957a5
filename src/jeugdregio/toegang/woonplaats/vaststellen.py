"""Which municipality is responsible for a child: the rule over the recorded facts, kept as it was that day."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.gezag import bevestig_woonplaats, woonplaats_is_elders
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.woonplaats.beurten import open_beurt_overdragen
from jeugdregio.toegang.woonplaats.feiten import eigen_kind, feiten_van
from jeugdregio.toegang.woonplaats.gemeenten import gemeentenaam, met_namen
from jeugdregio.toegang.woonplaats.models import Vaststelling, Woonfeit
from recht import Uitkomst
from recht.datum import datum_kort
from recht.woonplaats import BUITENLAND, NIEUWE_REGEL, Periode, Plek, Soort, teldag, tijdlijn, woonplaats

_VANGNET = (Woonfeit.Soort.MOEDER, Woonfeit.Soort.FEITELIJK)


def bereken(feiten: Sequence[Woonfeit], op: date) -> Uitkomst:
    """Apply the rule to facts for a day from 2022 on. Asks no database."""
    plekken = _plekken(feiten)
    dag = teldag(plekken, op)
    adressen = [f for f in feiten if f.soort == Woonfeit.Soort.WOONADRES and f.geldt_op(dag)]
    laatste = max(adressen, key=lambda f: f.van, default=None)
    return woonplaats(
        op, plekken, aantekening=laatste is not None and laatste.aantekening,
        moeder_bij_geboorte=_laatste(feiten, Woonfeit.Soort.MOEDER, op),
        feitelijk=_laatste(feiten, Woonfeit.Soort.FEITELIJK, op),
    )  # fmt: skip


def stel_vast(wie: Wie, kind_id: UUID, op: date) -> Vaststelling:
    """Keep the outcome of the rule for a day, with its steps and the facts as they are now.

    One's own municipality: the residence counts as confirmed. Another: no new help can be assigned here, and when help
    runs it is a turn to hand the child over. Raises Geweigerd with what is missing.
    """
    kind = eigen_kind(wie, kind_id)
    if not max(kind.geboortedatum, NIEUWE_REGEL) <= op <= vandaag():
        tekst = f"Kies een dag vanaf {datum_kort(max(kind.geboortedatum, NIEUWE_REGEL))} tot en met vandaag."
        raise Geweigerd(tekst, velden={"op": tekst})
    feiten = feiten_van(kind)
    uitkomst = bereken(feiten, op)
    if not uitkomst.volledig:
        mist = " of ".join(uitkomst.ontbreekt)
        raise Geweigerd(f"Nog niet vast te stellen. Zoek op: {mist}.", grondslag=uitkomst.grondslag)
    sinds = _sinds(feiten, uitkomst.waarde.gemeente, op)
    with transaction.atomic():
        vaststelling = Vaststelling.objects.create(
            kind=kind, gemeente=kind.gemeente, op=op, gemeente_code=uitkomst.waarde.gemeente,
            onderdeel=uitkomst.waarde.onderdeel, sinds=sinds, stappen=stappen_van(uitkomst),
            feiten=[feit_in_woorden(f) for f in feiten], vastgesteld_door=wie.gebruiker,
        )  # fmt: skip
        leg_vast(wie, "woonplaats.vastgesteld", kind_id=kind.pk, soort="vaststelling", onderwerp_id=vaststelling.pk,
                 gegevens={"onderdeel": vaststelling.onderdeel, "gemeente": vaststelling.gemeente_code})  # fmt: skip
        _pas_toe(wie, kind, vaststelling)
    return vaststelling


def stappen_van(uitkomst: Uitkomst) -> list[str]:
    """Return the steps of an outcome with names of municipalities and the article behind each."""
    return [met_namen(s.tekst) + (f" ({s.grondslag})" if s.grondslag else "") for s in uitkomst.stappen]


def feit_in_woorden(feit: Woonfeit) -> str:
    """Return one fact as a sentence, without the address."""
    waar = "buitenland" if feit.buitenland else gemeentenaam(feit.gemeente_code) or "gemeente onbekend"
    einde = f" tot en met {datum_kort(feit.tot)}" if feit.tot else ""
    wanneer = "" if feit.soort == Woonfeit.Soort.MOEDER else f", vanaf {datum_kort(feit.van)}{einde}"
    extra = ", met aantekening (Wet BRP 2.26)" if feit.aantekening else ""
    bron = f"{feit.bron}, nagekeken op {datum_kort(feit.nagekeken_op)}"
    return f"{feit.get_soort_display()}: {waar}{wanneer}{extra} ({bron})"


def _pas_toe(wie: Wie, kind: Kind, vaststelling: Vaststelling) -> None:
    dag = datum_kort(vandaag())
    if vaststelling.gemeente_code == kind.gemeente.code:
        bron = f"Vastgesteld op {dag}, artikel 1.1 onder {vaststelling.onderdeel}"
        bevestig_woonplaats(wie, kind.pk, vaststelling.sinds, bron)
        return
    naam = gemeentenaam(vaststelling.gemeente_code)
    woonplaats_is_elders(wie, kind.pk, f"Vastgesteld op {dag}: {naam} is verantwoordelijk.")
    open_beurt_overdragen(vaststelling)


def _plekken(feiten: Sequence[Woonfeit]) -> tuple[Plek, ...]:
    perioden = (
        Periode(
            BUITENLAND if f.buitenland else f.gemeente_code, f.van, f.tot,
            Soort.WOONADRES if f.soort == Woonfeit.Soort.WOONADRES else Soort.VERBLIJF,
        )
        for f in feiten if f.soort not in _VANGNET
    )  # fmt: skip
    return tijdlijn(tuple(perioden))


def _laatste(feiten: Sequence[Woonfeit], soort: str, op: date) -> str:
    gevonden = [f for f in feiten if f.soort == soort and f.geldt_op(op) and f.gemeente_code]
    return max(gevonden, key=lambda f: f.van).gemeente_code if gevonden else ""


def _sinds(feiten: Sequence[Woonfeit], gemeente: str, op: date) -> date:
    """The first day of the address that counts; for a fallback the day itself."""
    adressen = [p for p in _plekken(feiten) if p.vanaf <= op and p.soort is Soort.WOONADRES]
    return adressen[-1].vanaf if adressen and adressen[-1].gemeente == gemeente else op
