"""Rules against stacking: the same product may occur again only in another period (TR302, TR386, TR410)."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from ijw.berichten import jw301, jw315, jw317
from ijw.berichten.basis import Product
from ijw.regels.product import VERVALLEN, VERWIJDERD, MetProduct, einde_van, ingang_van
from ijw.regels.register import Omgeving, regel_over


class Bezet:
    """The days already taken, as periods that do not touch each other. Asking and adding take logarithmic
    time."""

    def __init__(self) -> None:
        self._begin: list[date] = []
        self._eind: list[date] = []

    def raakt(self, begin: date, eind: date) -> bool:
        """Whether a day from `begin` up to and including `eind` is taken."""
        eerste = bisect_left(self._eind, begin)
        return eerste < len(self._begin) and self._begin[eerste] <= eind

    def neem(self, begin: date, eind: date) -> bool:
        """Take the days from `begin` up to and including `eind`; tell whether one of them was taken already."""
        links = bisect_left(self._eind, begin)
        rechts = bisect_right(self._begin, eind)
        geraakt = links < rechts
        if geraakt:
            begin, eind = min(begin, self._begin[links]), max(eind, self._eind[rechts - 1])
        self._begin[links:rechts] = [begin]
        self._eind[links:rechts] = [eind]
        return geraakt


class Agenda:
    """Which days each product takes, at the three levels of precision an assignment may have."""

    def __init__(self) -> None:
        self._alles = Bezet()
        self._generiek = Bezet()
        self._categorie: defaultdict[str, Bezet] = defaultdict(Bezet)
        self._zonder_code: defaultdict[str, Bezet] = defaultdict(Bezet)
        self._code: defaultdict[tuple[str, str], Bezet] = defaultdict(Bezet)

    def botst(self, product: MetProduct) -> bool:
        """Whether `product` overlaps one that was taken before. Takes its days as well."""
        begin, eind = ingang_van(product), einde_van(product) or date.max
        if eind < begin:
            return False  # CS003 reports this; such a period holds no days
        iets = self._alles.neem(begin, eind)
        if product.product is None:
            self._generiek.neem(begin, eind)
            return iets
        return self._generiek.raakt(begin, eind) | self._botst_met_product(product.product, begin, eind)

    def _botst_met_product(self, product: Product, begin: date, eind: date) -> bool:
        categorie, code = product.categorie, product.code
        zelfde_categorie = self._categorie[categorie].neem(begin, eind)
        if code is None:
            self._zonder_code[categorie].neem(begin, eind)
            return zelfde_categorie
        zelfde_code = self._code[categorie, code].neem(begin, eind)
        return zelfde_code or self._zonder_code[categorie].raakt(begin, eind)


def _stapelingen(producten: Iterable[tuple[int, MetProduct]], pad: str) -> Iterator[str]:
    agenda = Agenda()
    for nummer, product in producten:
        if agenda.botst(product):
            yield f"{pad}[{nummer}]"


@regel_over(
    "TR302",
    [jw301.Client],
    "Deze toewijzing overlapt een eerdere toewijzing van hetzelfde product in dit bericht. Pas de periode "
    "aan of voeg de toewijzingen samen.",
)
def toewijzing_gestapeld(client: jw301.Client, _: Omgeving) -> Iterator[str]:
    tellen_mee = (
        (nummer, product)
        for nummer, product in enumerate(client.toegewezen_producten, start=1)
        if not _ingetrokken(product)
    )
    return _stapelingen(tellen_mee, "ToegewezenProducten/ToegewezenProduct")


@regel_over(
    "TR386",
    [jw315.Client],
    "Dit product overlapt een eerder gevraagd product van dezelfde soort in dit verzoek. Pas de periode aan "
    "of vraag het product een keer aan.",
)
def aanvraag_gestapeld(client: jw315.Client, _: Omgeving) -> Iterator[str]:
    genummerd = enumerate(client.aangevraagde_producten, start=1)
    return _stapelingen(genummerd, "AangevraagdeProducten/AangevraagdProduct")


@regel_over(
    "TR410",
    [jw317.Verzoek],
    "Dit nieuwe product overlapt een eerder nieuw product van dezelfde soort in dit verzoek. Pas de periode "
    "aan of vraag het product een keer aan.",
)
def nieuw_product_gestapeld(verzoek: jw317.Verzoek, _: Omgeving) -> Iterator[str]:
    return _stapelingen(enumerate(verzoek.nieuwe_producten, start=1), "NieuweProducten/NieuwProduct")


def _ingetrokken(product: jw301.ToegewezenProduct) -> bool:
    ingetrokken = product.reden_wijziging in {VERVALLEN, VERWIJDERD}
    return ingetrokken and product.einddatum == product.ingangsdatum
