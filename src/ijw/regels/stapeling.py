"""Rules against stacking: the same product may occur again only in another period (TR302, TR386, TR410)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from ijw.berichten import jw301, jw315, jw317
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

    def neem(self, begin: date, eind: date) -> None:
        """Take the days from `begin` up to and including `eind`."""
        links = bisect_left(self._eind, begin)
        rechts = bisect_right(self._begin, eind)
        if links < rechts:
            begin, eind = min(begin, self._begin[links]), max(eind, self._eind[rechts - 1])
        self._begin[links:rechts] = [begin]
        self._eind[links:rechts] = [eind]


class Agenda:
    """Which days each product takes, at the three levels of precision an assignment may have."""

    def __init__(self) -> None:
        self._alles = Bezet()
        self._generiek = Bezet()
        self._categorie: dict[str, Bezet] = {}
        self._zonder_code: dict[str, Bezet] = {}
        self._code: dict[tuple[str, str], Bezet] = {}

    def botst(self, product: MetProduct) -> bool:
        """Whether `product` overlaps one that was taken before. Takes its days as well."""
        begin, eind = ingang_van(product), einde_van(product) or date.max
        if eind < begin:
            return False  # CS003 reports this; such a period holds no days
        agendas = self._agendas(product)
        botst = any(agenda.raakt(begin, eind) for agenda in agendas)
        self._neem(product, begin, eind)
        return botst

    def _agendas(self, product: MetProduct) -> list[Bezet]:
        if product.product is None:
            return [self._alles]
        categorie, code = product.product.categorie, product.product.code
        if code is None:
            return [self._generiek, self._categorie.setdefault(categorie, Bezet())]
        return [
            self._generiek,
            self._zonder_code.setdefault(categorie, Bezet()),
            self._code.setdefault((categorie, code), Bezet()),
        ]

    def _neem(self, product: MetProduct, begin: date, eind: date) -> None:
        self._alles.neem(begin, eind)
        if product.product is None:
            self._generiek.neem(begin, eind)
            return
        categorie, code = product.product.categorie, product.product.code
        self._categorie.setdefault(categorie, Bezet()).neem(begin, eind)
        if code is None:
            self._zonder_code.setdefault(categorie, Bezet()).neem(begin, eind)
        else:
            self._code.setdefault((categorie, code), Bezet()).neem(begin, eind)


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
