"""How a request for change and the history of an assignment read on a screen. Decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ijw.codelijsten import omschrijving
from ijw.wijzigen import Vorm, vorm_van_wijziging
from jeugdregio.basis.geld import euro
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.models import GevraagdeWijziging, Toewijzing, Verzoek
from jeugdregio.toegang.weergave import omvang, product, productnamen
from jeugdregio.toegang.wijzigen.messages import afspraak
from recht.datum import datum_kort

Soort = GevraagdeWijziging.Soort
TOON = {Soort.BLIJFT: "neutraal", Soort.ANDERS: "let-op", Soort.NIEUW: "info"}


@dataclass(frozen=True)
class WijzigingRij:
    """One product of a request for change: what it is now, what is asked, and how it will be sent."""

    wijziging: GevraagdeWijziging
    product: str
    nu: str
    gevraagd: str
    gevolg: str
    toon: str


@dataclass(frozen=True)
class StandRij:
    """What an assignment said before a change."""

    tot: date
    tekst: str
    toelichting: str


def wijzigingrijen(verzoek: Verzoek) -> tuple[WijzigingRij, ...]:
    """Return what a request for change asks, readable; nothing for another request. Two queries."""
    if verzoek.soort != Verzoek.Soort.WIJZIGING:
        return ()
    rijen = list(verzoek.wijzigingen.select_related("toewijzing"))
    namen = productnamen([*(r.code for r in rijen), *(r.toewijzing.code for r in rijen if r.toewijzing)])
    return tuple(_rij(rij, namen) for rij in rijen)


def standrijen(toewijzing: Toewijzing) -> tuple[StandRij, ...]:
    """Return what an assignment said before each change, oldest first."""
    return tuple(
        StandRij(
            stand.gewijzigd_op.date(),
            hoeveel(toewijzing.ingangsdatum, stand.einddatum, omvang(stand.volume, stand.eenheid, stand.frequentie),
                    stand.budget),
            stand.toelichting,
        )
        for stand in toewijzing.eerdere_standen.all()
    )  # fmt: skip


def reden_in_woorden(toewijzing: Toewijzing) -> str:
    """Return why an assignment was last changed; empty when it never was."""
    return omschrijving("JZ002", toewijzing.reden_wijziging) if toewijzing.reden_wijziging else ""


def hoeveel(begin: date | None, eind: date | None, grootte: str, budget: int | None) -> str:
    """Return "20 uur per maand, 28 september 2026 tot en met 27 september 2027"."""
    periode = f"{datum_kort(begin)} " if begin else ""
    periode += f"tot en met {datum_kort(eind)}" if eind else "met een open einde"
    return ", ".join(filter(None, (grootte, f"budget {euro(budget)}" if budget is not None else "", periode)))


def _rij(rij: GevraagdeWijziging, namen: dict[str, str]) -> WijzigingRij:
    bron: GevraagdeWijziging | Toewijzing = rij.toewijzing or rij
    toon = TOON[Soort(rij.soort)]
    naam = product(bron.code, bron.categorie, namen)
    nu = _tekst(rij.toewijzing) if rij.toewijzing else ""
    if rij.soort == Soort.BLIJFT:
        return WijzigingRij(rij, naam, nu, "blijft zo", "Gaat ongewijzigd mee", toon)
    return WijzigingRij(rij, naam, nu, _tekst(rij), _gevolg(rij), toon)


def _tekst(rij: GevraagdeWijziging | Toewijzing) -> str:
    return hoeveel(rij.ingangsdatum, rij.einddatum, omvang(rij.volume, rij.eenheid, rij.frequentie), rij.budget)


def _gevolg(rij: GevraagdeWijziging) -> str:
    if rij.toewijzing is None:
        return "Nieuwe toewijzing"
    match vorm_van_wijziging(afspraak(rij.toewijzing), afspraak(rij), vandaag()):
        case Vorm.BLIJFT:
            return "Geldt al zo"
        case Vorm.ZELFDE_NUMMER:
            return f"Toewijzing {rij.toewijzing.nummer} wordt aangepast"
        case _:
            return f"Toewijzing {rij.toewijzing.nummer} eindigt, daarna een nieuwe"


def namen_van(rijen: Sequence[WijzigingRij]) -> list[tuple[GevraagdeWijziging, str]]:
    """Return what a form needs to name each change."""
    return [(rij.wijziging, rij.product) for rij in rijen]
