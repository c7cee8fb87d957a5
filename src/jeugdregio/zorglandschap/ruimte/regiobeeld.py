"""Where waiting stalls in the region, per product. Counts of children leave here only under the privacy rule."""

from collections import Counter
from dataclasses import dataclass
from statistics import median
from uuid import UUID

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.privacy import Cel, bescherm_tabel, totaal
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.ruimte import termijnen
from jeugdregio.zorglandschap.ruimte.bezetting import Weekbeeld, geldende, samen, weekbeeld
from jeugdregio.zorglandschap.ruimte.models import Bezetting, Plek, Wachtende
from jeugdregio.zorglandschap.ruimte.permissions import leest_regio
from jeugdregio.zorglandschap.ruimte.stand import Stand, met_stand, standen

BINNEN, LANGER = "binnen", "langer"


@dataclass(frozen=True, slots=True)
class Regel:
    """A product: what providers say of room and waiting (about no child), and children that wait, protected.

    `binnen` and `langer`: waiting for first contact within, and beyond the term.
    """

    product: Product
    opgaven: int
    onbekend: int
    verouderd: int
    vrij: int
    uren: int
    kortst: int | None
    midden: int | None
    langst: int | None
    binnen: Cel
    langer: Cel
    wachtenden: Cel
    week: Weekbeeld | None = None

    @property
    def stokt(self) -> bool:
        """Tell whether nothing is known to be free, or children wait beyond the term."""
        return bool(self.langer.waarde) or (self.opgaven > self.onbekend and not self.vrij and not self.uren)


def regiobeeld(wie: Wie) -> list[Regel]:
    """Return the products with places or waiting children, the longest waiting first. Raises GeenRecht."""
    if not leest_regio(wie):
        raise GeenRecht("Dit overzicht is voor gemeenten, hun raden en het regiokantoor.")
    datum = vandaag()
    per_product: dict[object, list[Stand]] = {}
    alle = standen(met_stand(Plek.objects.filter(gestopt_op__isnull=True)), datum, termijnen.op(datum).verouderd_na)
    for stand in alle:
        per_product.setdefault(stand.plek.product_id, []).append(stand)
    bezet = geldende(stand.plek.pk for stand in alle)
    tellingen = _wachtenden()
    producten = Product.objects.filter(pk__in={*per_product, *(product for product, _ in tellingen)})
    codes = {product.pk: product.code for product in producten}
    cellen = {
        (codes[pk], kolom): tellingen[pk, kolom] for pk in codes for kolom in (BINNEN, LANGER)
    }  # fmt: skip
    getoond = bescherm_tabel(cellen)
    regels = [
        _regel(product, per_product.get(product.pk, []), cellen, getoond, bezet) for product in producten
    ]  # fmt: skip
    return sorted(regels, key=lambda r: (-(r.langst if r.langst is not None else -1), r.product.code))


def _wachtenden() -> Counter[tuple[object, str]]:
    wachtend = Wachtende.objects.filter(einde_op__isnull=True, eerste_contact_op__isnull=True)
    datum = vandaag()
    rijen = wachtend.values_list("product", "uiterlijk")
    return Counter((product, LANGER if uiterlijk < datum else BINNEN) for product, uiterlijk in rijen)


def _regel(
    product: Product, gevonden: list[Stand], cellen: dict[tuple[str, str], int],
    getoond: dict[tuple[str, str], Cel], bezet: dict[UUID, Bezetting],
) -> Regel:  # fmt: skip
    dagen = sorted(stand.wachtdagen for stand in gevonden if stand.wachtdagen is not None)
    plaatsen = [(product.code, BINNEN), (product.code, LANGER)]

    def som(maat: str) -> int:
        return sum(stand.over or 0 for stand in gevonden if stand.plek.maat == maat)

    return Regel(
        product=product, opgaven=len(gevonden), onbekend=sum(stand.over is None for stand in gevonden),
        verouderd=sum(stand.verouderd for stand in gevonden), vrij=som(Plek.Maat.PLEKKEN), uren=som(Plek.Maat.UREN),
        kortst=dagen[0] if dagen else None, midden=round(median(dagen)) if dagen else None,
        langst=dagen[-1] if dagen else None, binnen=getoond[plaatsen[0]], langer=getoond[plaatsen[1]],
        wachtenden=totaal(plaatsen, cellen, getoond),
        week=samen(weekbeeld(bezet[stand.plek.pk]) for stand in gevonden if stand.plek.pk in bezet),
    )  # fmt: skip
