"""Rules about the start and the stop of the help (JW305, JW307)."""

from ijw.berichten.jw305 import StartProduct
from ijw.berichten.jw307 import StopProduct
from ijw.regels.register import Omgeving, regel


@regel(
    "CS058",
    {StartProduct: "StatusAanlevering", StopProduct: "StatusAanlevering"},
    "Deze status mag niet in een startbericht of stopbericht. Kies 1 (eerste aanlevering) of 3 (verwijderen).",
)
def status_niet_toegestaan(product: StartProduct | StopProduct, _: Omgeving) -> bool:
    return product.status_aanlevering not in {"1", "3"}


@regel(
    "TR018",
    {StopProduct: "Einddatum"},
    "De hulp stopt voor zij begon. Verbeter de begindatum of de einddatum.",
)
def stopt_voor_start(product: StopProduct, _: Omgeving) -> bool:
    return product.einddatum < product.begindatum


@regel(
    "TR134",
    {StartProduct: "Begindatum", StopProduct: "Einddatum"},
    "Deze datum ligt na de dagtekening van het bericht. Meld de start of de stop pas als die er is, of "
    "verbeter de datum.",
)
def gemeld_voor_gebeurd(product: StartProduct | StopProduct, omgeving: Omgeving) -> bool:
    dag = product.begindatum if isinstance(product, StartProduct) else product.einddatum
    return dag > omgeving.dagtekening
