"""What objections, appeals and complaints mean for destroying a file: what is open keeps it, the rest is emptied."""

from django.db.models import QuerySet

from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.bewaren.beletsel import Blijft, zolang
from jeugdregio.toegang.bewaren.leeg import LEEG, maak_leeg, van
from jeugdregio.toegang.bezwaren.models import Beroep, Beslissing, Bezwaar, Genodigde, Hoorzitting, Klacht
from jeugdregio.toegang.models import Kind

BLIJFT = Blijft(
    "Van een bezwaar of een zaak bij de rechter: de uitkomst, het voorschrift, wie besliste en welke rechtbank.",
    "AVG art. 5 lid 2",
    "bezwaren.Beslissing.voorschrift",
    "bezwaren.Beslissing.namens",
    "bezwaren.Beslissing.rechtbank",
    "bezwaren.Beroep.rechtbank",
)
_OPEN = (Bezwaar.Staat.TE_LAAT, Bezwaar.Staat.LOOPT, Bezwaar.Staat.GETEKEND)


def open_zaak(kind: Kind) -> str:
    """An objection or appeal that is not decided, or one the family can still bring to the court."""
    return (
        zolang(kind.bezwaren.filter(staat__in=_OPEN).exists(), "Er loopt nog een bezwaar (Awb 7:10).")
        or zolang(kind.beroepen.filter(uitspraak="").exists(), "Er loopt nog een zaak bij de rechter (Awb 8:1).")
        or zolang(_nieuw_besluit(kind).exists(), "De rechter vroeg een nieuw besluit, dat er nog niet is (Awb 8:72).")
    )


def beroep_kan_nog(kind: Kind) -> str:
    """The term for appeal against a decision on objection."""
    kan = Beslissing.objects.filter(bezwaar__kind=kind, beroep_tot__gte=vandaag()).exists()
    return zolang(kan, "Tegen een beslissing op bezwaar kan nog beroep worden ingesteld (Awb 6:7).")


def open_klacht(kind: Kind) -> str:
    """A complaint that is not dealt with."""
    return zolang(kind.klachten.filter(afgehandeld_op__isnull=True).exists(), "Er loopt nog een klacht (Awb 9:11).")


def wis_bezwaren(kind: Kind) -> int:
    """Empty what was objected, said at hearings and decided, with the letter (migration 0003 lets it through)."""
    return (
        maak_leeg(van(Bezwaar, kind=kind), "kenmerk")
        + maak_leeg(van(Hoorzitting, bezwaar__kind=kind))
        + maak_leeg(van(Genodigde, zitting__bezwaar__kind=kind))
        + maak_leeg(van(Beslissing, bezwaar__kind=kind), "voorschrift", "namens", "rechtbank")
        + sum(_wis_beroep(beroep) for beroep in kind.beroepen.all())
    )


def wis_klachten(kind: Kind) -> int:
    """Empty who complained and of what; that there was a complaint and how it ended stays, for the yearly figures."""
    return maak_leeg(van(Klacht, kind=kind), "kenmerk")


def _wis_beroep(beroep: Beroep) -> int:
    # The number of the court leads to the names, and is unique: each gets an empty one of its own.
    leeg = f"{LEEG} {beroep.pk.hex[-20:]}"
    return maak_leeg(Beroep.objects.filter(pk=beroep.pk), "rechtbank", zaaknummer=leeg)


def _nieuw_besluit(kind: Kind) -> QuerySet[Beroep]:
    return van(Beroep, kind=kind, uitspraak=Beroep.Uitspraak.NIEUW_BESLUIT, nieuw_besluit_op__isnull=True)
