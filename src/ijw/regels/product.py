"""Rules about what is assigned or asked for: product, size, budget and period."""

from datetime import date

from ijw.berichten import jw301, jw315, jw317
from ijw.berichten.basis import Omvang
from ijw.berichten.basis import Product as Productgegevens
from ijw.berichten.jw301 import ToegewezenProduct
from ijw.berichten.jw315 import AangevraagdProduct
from ijw.berichten.jw317 import NieuwProduct, TeWijzigenProduct
from ijw.regels.register import Omgeving, regel

MetProduct = ToegewezenProduct | AangevraagdProduct | NieuwProduct
MetOmvang = MetProduct | TeWijzigenProduct

LAATSTE_DAG_OUDE_AFSPRAAK = date(2020, 12, 31)  # release 3.0 took effect on 1 January 2021
EENHEDEN_ZONDER_DAG = frozenset({"14", "16", "83", "84"})
FREQUENTIES_ZONDER_DAG = frozenset({"2", "4", "6"})
PER_WEEK = "2"
VERVALLEN, VERWIJDERD = "01", "13"

EINDDATUM: dict[type, str] = {
    ToegewezenProduct: "Einddatum",
    AangevraagdProduct: "ToewijzingEinddatum",
    NieuwProduct: "Einddatum",
    TeWijzigenProduct: "Einddatum",
}
OMVANG: dict[type, str] = dict.fromkeys(EINDDATUM, "Omvang")
BUDGET: dict[type, str] = dict.fromkeys(EINDDATUM, "Budget")


def ingang_van(product: MetOmvang) -> date:
    """First day, whatever the message calls it."""
    match product:
        case jw301.ToegewezenProduct():
            return product.ingangsdatum
        case jw315.AangevraagdProduct():
            return product.toewijzing_ingangsdatum
        case jw317.NieuwProduct() | jw317.TeWijzigenProduct():
            return product.gewenste_ingangsdatum


def einde_van(product: MetOmvang) -> date | None:
    """Last day, whatever the message calls it."""
    return product.toewijzing_einddatum if isinstance(product, AangevraagdProduct) else product.einddatum


def _code(product: Productgegevens | None) -> str | None:
    return None if product is None else product.code


def _nieuwe_afspraak(product: MetOmvang) -> bool:
    einde = einde_van(product)
    return einde is None or einde > LAATSTE_DAG_OUDE_AFSPRAAK


@regel(
    "CD041",
    {ToegewezenProduct: "Omvang", AangevraagdProduct: "Omvang", NieuwProduct: "Omvang"},
    "Bij een productcode hoort een omvang. Vul de omvang in of laat de productcode weg.",
)
def omvang_ontbreekt_bij_code(product: MetProduct, _: Omgeving) -> bool:
    return _code(product.product) is not None and product.omvang is None


@regel(
    "CD075",
    EINDDATUM,
    "Bij een budget is de einddatum verplicht. Vul de einddatum in.",
)
def budget_zonder_einddatum(product: MetOmvang, _: Omgeving) -> bool:
    return product.budget is not None and einde_van(product) is None


@regel(
    "CD076",
    EINDDATUM,
    "Bij hulp per week (frequentie 2) is de einddatum verplicht. Vul de einddatum in of kies een andere frequentie.",
)
def per_week_zonder_einddatum(product: MetOmvang, _: Omgeving) -> bool:
    omvang = product.omvang
    return omvang is not None and omvang.frequentie == PER_WEEK and einde_van(product) is None


@regel(
    "CD077",
    OMVANG,
    "Er staat een omvang naast een budget. Laat de omvang weg als het budget geldt.",
)
def omvang_naast_budget(product: MetOmvang, _: Omgeving) -> bool:
    return product.budget is not None and product.omvang is not None


@regel(
    "CD078",
    BUDGET,
    "Er staat een budget naast een omvang. Laat het budget weg als de omvang geldt.",
)
def budget_naast_omvang(product: MetOmvang, _: Omgeving) -> bool:
    return product.omvang is not None and product.budget is not None


@regel(
    "CD079",
    {ToegewezenProduct: "Product", AangevraagdProduct: "Product", NieuwProduct: "Product"},
    "Zonder budget is het product verplicht. Vul de productcategorie in, of een budget.",
)
def product_ontbreekt(product: MetProduct, _: Omgeving) -> bool:
    return product.budget is None and product.product is None


OMVANG_ZONDER_CODE = (
    "Een omvang mag alleen bij een productcode als de hulp na 2020 doorloopt. Vul de productcode in of laat "
    "de omvang weg."
)


@regel("CD080", {ToegewezenProduct: "Omvang"}, OMVANG_ZONDER_CODE)
@regel("CD095", {AangevraagdProduct: "Omvang"}, OMVANG_ZONDER_CODE)
@regel("CD096", {NieuwProduct: "Omvang"}, OMVANG_ZONDER_CODE)
def omvang_zonder_code(product: MetProduct, _: Omgeving) -> bool:
    return product.omvang is not None and _code(product.product) is None and _nieuwe_afspraak(product)


@regel(
    "CS003",
    EINDDATUM,
    "De einddatum ligt voor de ingangsdatum. Verbeter een van beide datums.",
)
def eindigt_voor_ingang(product: MetOmvang, _: Omgeving) -> bool:
    einde = einde_van(product)
    return einde is not None and einde < ingang_van(product)


FREQUENTIE_PAST_NIET = (
    "Deze eenheid kan niet per dag. Kies frequentie 2 (per week), 4 (per maand) of 6 (totaal over de toewijzing)."
)


@regel(
    "CS338",
    dict.fromkeys((ToegewezenProduct, TeWijzigenProduct, NieuwProduct), "Omvang/Frequentie"),
    FREQUENTIE_PAST_NIET,
)
@regel("CS343", {AangevraagdProduct: "Omvang/Frequentie"}, FREQUENTIE_PAST_NIET)
def frequentie_past_niet_bij_eenheid(product: MetOmvang, _: Omgeving) -> bool:
    omvang = product.omvang
    return omvang is not None and _per_dag_in_grove_eenheid(omvang) and _nieuwe_afspraak(product)


def _per_dag_in_grove_eenheid(omvang: Omvang) -> bool:
    return omvang.eenheid in EENHEDEN_ZONDER_DAG and omvang.frequentie not in FREQUENTIES_ZONDER_DAG


@regel(
    "CS335",
    {ToegewezenProduct: "RedenWijziging"},
    "Een verwijderde toewijzing (reden 13) eindigt op de dag waarop zij ingaat. Maak de einddatum gelijk "
    "aan de ingangsdatum of kies een andere reden.",
)
def verwijderd_maar_loopt_door(product: ToegewezenProduct, _: Omgeving) -> bool:
    return product.reden_wijziging == VERWIJDERD and product.einddatum != product.ingangsdatum


@regel(
    "CS336",
    {ToegewezenProduct: "RedenWijziging"},
    "Reden 01 is vervallen. Kies 13 (verwijderd) of 14 (administratieve correctie).",
)
def vervallen_reden(product: ToegewezenProduct, _: Omgeving) -> bool:
    return product.reden_wijziging == VERVALLEN


@regel(
    "TR134",
    {ToegewezenProduct: "Toewijzingsdatum"},
    "De toewijzingsdatum ligt na de dagtekening van het bericht. Verbeter een van beide datums.",
)
def toegewezen_na_dagtekening(product: ToegewezenProduct, omgeving: Omgeving) -> bool:
    return product.toewijzingsdatum > omgeving.dagtekening
