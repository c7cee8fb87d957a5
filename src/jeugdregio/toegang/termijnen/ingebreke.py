"""A notice of default and the penalty that follows (Awb 4:17), and the road to court without a decision (6:12)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.termijnen.beurten import open_beurt_ingebreke
from jeugdregio.toegang.termijnen.models import Ingebrekestelling, Klok
from jeugdregio.toegang.termijnen.permissions import te_behandelen
from jeugdregio.toegang.termijnen.soorten import MET_DWANGSOM
from recht import awb
from recht.register import zoek
from recht.termijn import EEN_DAG

AWB_4_17 = "Awb 4:17"


@dataclass(frozen=True)
class Dwangsomstand:
    """What a late decision costs so far; `let_op` tells what a lawyer must still check."""

    eerste_dag: date | None
    dagen: int
    centen: int
    loopt: bool
    beroep_vanaf: date | None
    stappen: tuple[str, ...]
    let_op: str


@transaction.atomic
def stel_in_gebreke(wie: Wie, klok_id: UUID, ontvangen_op: date | None) -> Ingebrekestelling:
    """Record a written notice of default. One that came before the end has no effect and is kept as such.

    A notice with effect opens the turn to decide within two weeks. Raises Geweigerd for a day in the future or before
    the start, for a term without a penalty, and when a notice with effect is there already.
    """
    klok = te_behandelen(wie, klok_id)
    brief = beoordeel(klok, ontvangen_op)
    if brief.heeft_gevolg and klok.ingebrekestellingen.filter(heeft_gevolg=True).exists():
        raise Geweigerd("Er is al een ingebrekestelling die telt. Deze brief verandert niets.", grondslag=AWB_4_17)
    brief.vastgelegd_door = wie.gebruiker
    brief.save()
    if brief.heeft_gevolg and klok.loopt:
        open_beurt_ingebreke(brief, vandaag())
    leg_vast(
        wie, "klok.in_gebreke", kind_id=klok.kind_id, soort="klok", onderwerp_id=klok.pk,
        gegevens={"ontvangen": brief.ontvangen_op.isoformat(), "heeft_gevolg": brief.heeft_gevolg},
    )  # fmt: skip
    return brief


def beoordeel(klok: Klok, ontvangen_op: date | None) -> Ingebrekestelling:
    """Return the notice as it would be recorded, unsaved: with or without effect, and until when to decide."""
    if klok.regel not in MET_DWANGSOM:
        raise Geweigerd("Bij deze termijn hoort geen dwangsom.", grondslag=AWB_4_17)
    if ontvangen_op is None or not klok.begon_op <= ontvangen_op <= vandaag():
        fout = "Kies de dag waarop de brief binnenkwam: vandaag of eerder."
        raise Geweigerd(fout, velden={"ontvangen_op": fout})
    if klok.gestopt_op and klok.gestopt_op < ontvangen_op:
        raise Geweigerd("Er was toen al beslist. De brief heeft geen gevolg.", grondslag=f"{AWB_4_17} lid 3")
    uitkomst = awb.dwangsom(klok.einde, ontvangen_op, ontvangen_op)
    return Ingebrekestelling(
        klok=klok, ontvangen_op=ontvangen_op, einde=klok.einde, heeft_gevolg=uitkomst.datum is not None,
        beslis_uiterlijk=uitkomst.datum - EEN_DAG if uitkomst.datum else None,
        uitleg=[stap.tekst for stap in uitkomst.stappen],
    )  # fmt: skip


def dwangsom_van(klok: Klok) -> Dwangsomstand | None:
    """Return what this clock costs until today, or until the day of the decision; None without a notice that counts."""
    brief = next((b for b in klok.ingebrekestellingen.all() if b.heeft_gevolg), None)
    if brief is None:
        return None
    tot = klok.gestopt_op or vandaag()
    uitkomst = awb.dwangsom(brief.einde, brief.ontvangen_op, max(tot, brief.ontvangen_op))
    begonnen = uitkomst.datum is not None and vandaag() >= uitkomst.datum
    return Dwangsomstand(
        eerste_dag=uitkomst.datum, dagen=uitkomst.waarde.dagen, centen=uitkomst.waarde.centen,
        loopt=klok.loopt and begonnen and uitkomst.waarde.dagen < awb.DWANGSOM_DAGEN.op(brief.einde),
        beroep_vanaf=awb.beroep_niet_tijdig(brief.einde, brief.ontvangen_op).datum,
        stappen=tuple(stap.tekst for stap in uitkomst.stappen), let_op=zoek("awb-dwangsom").let_op,
    )  # fmt: skip
