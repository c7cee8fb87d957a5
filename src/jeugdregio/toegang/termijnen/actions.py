"""Starting, changing and stopping a clock. Other rooms call these inside the transaction of their own act."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import Handelende, leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.termijnen import beurten
from jeugdregio.toegang.termijnen.dwangsom import laatste_dag
from jeugdregio.toegang.termijnen.models import Ingebrekestelling, Klok
from jeugdregio.toegang.termijnen.rekenen import Stand, als_tekst, reken, stand_van
from jeugdregio.toegang.termijnen.soorten import soort_van
from recht.datum import datum_kort

Onderwerp = tuple[str, UUID]


@transaction.atomic
def start_klok(
    wie: Handelende, regel: str, kind: Kind, begin: date, *, hulpvraag: Hulpvraag | None = None,
    onderwerp: Onderwerp | None = None, invoer: Mapping[str, object] | None = None, kenmerk: str = "", pad: str = "",
    rol: str | None = None, grond: str = "", vooraf: Sequence[str] = (),
) -> Klok:  # fmt: skip
    """Start a clock under a rule of `recht` on the day of its event, and open its turn. The caller checked the right.

    `onderwerp` is (kind of thing, key); by default the question, else the child. `rol`: whose turn, else as
    `soorten` says; empty for nobody. `pad`: where the work is done. Starting the same clock again gives the one that
    runs. Raises Geweigerd for a start in the future or before the birth, or when another start already runs.
    """
    soort, id_ = onderwerp or (("hulpvraag", hulpvraag.pk) if hulpvraag else ("kind", kind.pk))
    lopend = loopt_er(regel, (soort, id_))
    if lopend is not None:
        return _zelfde(lopend, begin)
    if not kind.eerste_dag <= begin <= vandaag():
        fout = "Kies een dag tussen de geboorte van het kind en vandaag."
        raise Geweigerd(f"De termijn kan niet beginnen op {datum_kort(begin)}. {fout}")
    stand = Stand(regel, begin, {naam: als_tekst(waarde) for naam, waarde in (invoer or {}).items()})
    berekend = reken(stand)
    klok = Klok.objects.create(
        regel=regel, kind=kind, gemeente=kind.gemeente, hulpvraag=hulpvraag, onderwerp_soort=soort, onderwerp_id=id_,
        kenmerk=kenmerk or (hulpvraag.kenmerk if hulpvraag else kind.kenmerk), pad=pad,
        rol=soort_van(regel).rol if rol is None else rol, begon_op=begin, invoer=stand.invoer, vooraf=list(vooraf),
        grond=(grond or berekend.grondslag)[:300], eerste_einde=berekend.einde, einde=berekend.einde,
        uitleg=[*vooraf, *berekend.stappen], ontbreekt=list(berekend.ontbreekt),
    )  # fmt: skip
    beurten.open_klokbeurt(klok)
    _log(wie, klok, "gestart", {"begin": begin.isoformat(), "einde": klok.einde.isoformat()})
    return klok


@transaction.atomic
def stop_klok(wie: Wie, klok: Klok, op: date, door: str, *, vervallen: bool = False) -> Klok:
    """Stop a clock because what it waited for was done on a day (`door` says what), or lapsed. The caller checked.

    Stopping a stopped clock changes nothing. Raises Geweigerd for a day in the future or before the start.
    """
    if not klok.loopt:
        return klok
    if not klok.begon_op <= op <= vandaag():
        raise Geweigerd(f"De termijn begon op {datum_kort(klok.begon_op)}; kies een dag van toen tot en met vandaag.")
    staat = Klok.Staat.VERVALLEN if vervallen else Klok.Staat.GESTOPT
    lopend = Klok.objects.filter(pk=klok.pk, staat=Klok.Staat.LOOPT)
    gestopt = lopend.update(staat=staat, gestopt_op=op, gestopt_door=door[:200], versie=F("versie") + 1)
    klok.refresh_from_db()
    if not gestopt:
        return klok  # somebody else stopped it in the meantime
    beurten.sluit_klokbeurten(klok, gedaan=not vervallen)
    for brief in klok.ingebrekestellingen.filter(heeft_gevolg=True):
        start_vaststellen(wie, brief, op)
    _log(wie, klok, klok.staat, {"op": op.isoformat(), "op_tijd": op <= klok.einde})
    return klok


def start_vaststellen(wie: Wie, brief: Ingebrekestelling, tot: date) -> Klok | None:
    """Start the term to fix the penalty of a notice (Awb 4:18), once; None when no day with a penalty passed.

    `tot` is the day of the decision, or today when the penalty reached its end without one.
    """
    dag = laatste_dag(brief, tot)
    onderwerp = ("ingebrekestelling", brief.pk)
    if dag is None or Klok.objects.filter(onderwerp_soort=onderwerp[0], onderwerp_id=brief.pk).exists():
        return None
    klok = brief.klok
    return start_klok(
        wie, "awb-dwangsom-vaststellen", klok.kind, dag, hulpvraag=klok.hulpvraag, onderwerp=onderwerp,
        kenmerk=klok.kenmerk,
    )  # fmt: skip


def stop_klokken(
    wie: Wie, onderwerp: Onderwerp, op: date, door: str, *, regels: Sequence[str] = (), vervallen: bool = False
) -> list[Klok]:
    """Stop the running clocks of a thing, all or those of some rules; return them. See stop_klok."""
    lopend = Klok.objects.filter(onderwerp_soort=onderwerp[0], onderwerp_id=onderwerp[1], staat=Klok.Staat.LOOPT)
    gekozen = lopend.filter(regel__in=regels) if regels else lopend
    return [stop_klok(wie, klok, op, door, vervallen=vervallen) for klok in gekozen]


def loopt_er(regel: str, onderwerp: Onderwerp) -> Klok | None:
    """Return the running clock of a thing under a rule, or None."""
    soort, id_ = onderwerp
    return Klok.objects.filter(
        regel=regel, onderwerp_soort=soort, onderwerp_id=id_, staat=Klok.Staat.LOOPT
    ).first()  # fmt: skip


@transaction.atomic
def pas_invoer_aan(wie: Wie, klok: Klok, invoer: Mapping[str, object]) -> Klok:
    """Change inputs of a running clock (a committee advises, the decision is adjourned). The caller checked the right.

    Raises Geweigerd when the rule refuses, Conflict when the clock changed meanwhile.
    """
    klok.invoer = {**klok.invoer, **{naam: als_tekst(waarde) for naam, waarde in invoer.items()}}
    return herreken(wie, klok, "invoer", {naam: als_tekst(waarde) for naam, waarde in invoer.items()})


def herreken(wie: Wie, klok: Klok, daad: str, gegevens: Mapping[str, object]) -> Klok:
    """Calculate the end again after a change, keep it with its steps, move the turn and log it.

    In the caller's transaction. Raises Conflict when somebody else changed the clock since it was read.
    """
    berekend = reken(stand_van(klok))
    nieuw = {
        "einde": berekend.einde, "uitleg": [*klok.vooraf, *berekend.stappen], "ontbreekt": list(berekend.ontbreekt),
        "invoer": klok.invoer, "verdaagd_tot": klok.verdaagd_tot, "verdaging_bekend_op": klok.verdaging_bekend_op,
        "verdaging_reden": klok.verdaging_reden, "versie": F("versie") + 1,
    }  # fmt: skip
    lopend = Klok.objects.filter(pk=klok.pk, versie=klok.versie, staat=Klok.Staat.LOOPT)
    if not lopend.update(**nieuw):
        raise Conflict("Een collega heeft deze termijn net gewijzigd. Bekijk hem opnieuw; je invoer staat er nog.")
    klok.refresh_from_db()
    beurten.verzet_klokbeurt(klok)
    _log(wie, klok, daad, {**gegevens, "einde": klok.einde.isoformat()})
    return klok


def _zelfde(lopend: Klok, begin: date) -> Klok:
    if lopend.begon_op != begin:
        raise Geweigerd(
            f"Deze termijn loopt al vanaf {datum_kort(lopend.begon_op)}. Stop die eerst als dat de verkeerde dag is."
        )
    return lopend


def _log(wie: Handelende, klok: Klok, daad: str, gegevens: Mapping[str, object]) -> None:
    leg_vast(
        wie, f"klok.{daad}", kind_id=klok.kind_id, soort="klok", onderwerp_id=klok.pk,
        gegevens={"regel": klok.regel, **gegevens},
    )  # fmt: skip
