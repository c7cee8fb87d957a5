"""JW317: a request to change assignments, against the assignments that hold now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from ijw.berichten import jw317
from ijw.bevinding import Bevinding
from ijw.eenheden import TOTAAL, datum
from ijw.omvang import Periode
from ijw.overstijgend.dossier import Dossier, Toewijzing
from ijw.overstijgend.kop import controleer_kop
from ijw.overstijgend.product import tr381
from ijw.overstijgend.regel import REGELS
from ijw.overstijgend.verzoek import CLIENT, tr347, tr374

VERZOEK = f"{CLIENT}/Verzoek"
_SINDS_2021 = date(2020, 12, 31)


def controleer_wijziging(bericht: jw317.Bericht, dossier: Dossier, vandaag: date) -> list[Bevinding]:
    """All findings of levels 3 and 4 on a request for change."""
    verzoek, bsn = bericht.client.verzoek, bericht.client.bsn
    uit = controleer_kop(bericht.header, dossier, gemeente=bericht.header.ontvanger, vandaag=vandaag)
    if bsn not in dossier.clienten:
        melding = "Voor deze cliënt heeft deze aanbieder hier geen toewijzing. Controleer het bsn."
        uit.append(REGELS["TR304"].bevinding(CLIENT, melding))
    uit += tr347(verzoek.referentie_aanbieder, dossier, VERZOEK)
    uit += tr374(bsn, dossier, CLIENT)
    actueel = {
        toewijzing.nummer: toewijzing
        for toewijzing in dossier.toewijzingen.values()
        if toewijzing.bsn == bsn
        and toewijzing.aanbieder_agb == bericht.header.afzender
        and toewijzing.actueel_op(vandaag)
    }
    uit += tr349(verzoek, actueel)
    uit += _ongewijzigd(verzoek, actueel)
    dagtekening = bericht.header.bericht_identificatie.dagtekening
    for nummer, product in enumerate(verzoek.te_wijzigen_producten, start=1):
        pad = f"{VERZOEK}/TeWijzigenProducten/TeWijzigenProduct[{nummer}]"
        uit += _te_wijzigen(product, actueel, dagtekening, pad)
    for nummer, nieuw in enumerate(verzoek.nieuwe_producten, start=1):
        uit += tr381(nieuw.product, dossier, f"{VERZOEK}/NieuweProducten/NieuwProduct[{nummer}]")
    uit += tr361(verzoek, actueel)
    return uit


def tr349(verzoek: jw317.Verzoek, actueel: dict[int, Toewijzing]) -> Iterator[Bevinding]:
    """Every current assignment is in the request, changed or not."""
    genoemd = {product.toewijzing_nummer for product in verzoek.ongewijzigde_producten}
    genoemd |= {product.toewijzing_nummer for product in verzoek.te_wijzigen_producten}
    ontbreekt = sorted(set(actueel) - genoemd)
    if ontbreekt:
        nummers = ", ".join(str(nummer) for nummer in ontbreekt)
        yield REGELS["TR349"].bevinding(
            VERZOEK, f"Deze toewijzingen gelden nog en ontbreken in het verzoek: {nummers}."
        )


def _ongewijzigd(verzoek: jw317.Verzoek, actueel: dict[int, Toewijzing]) -> Iterator[Bevinding]:
    for nummer, product in enumerate(verzoek.ongewijzigde_producten, start=1):
        if product.toewijzing_nummer not in actueel:
            yield REGELS["TR350"].bevinding(
                f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[{nummer}]",
                f"Toewijzing {product.toewijzing_nummer} geldt niet (meer) voor deze cliënt.",
            )


def _te_wijzigen(
    product: jw317.TeWijzigenProduct, actueel: dict[int, Toewijzing], dagtekening: date, pad: str
) -> Iterator[Bevinding]:
    toewijzing = actueel.get(product.toewijzing_nummer)
    if toewijzing is None:
        yield REGELS["TR351"].bevinding(
            pad, f"Toewijzing {product.toewijzing_nummer} geldt niet (meer) voor deze cliënt."
        )
        return
    vanaf, ingang = product.gewenste_ingangsdatum, toewijzing.ingangsdatum
    if vanaf <= dagtekening and vanaf != ingang:
        yield REGELS["TR357"].bevinding(
            pad,
            f"De wijziging moet ingaan na {datum(dagtekening)}, of op de ingangsdatum van de toewijzing "
            f"({datum(ingang)}); gevraagd is {datum(vanaf)}.",
        )
    if vanaf != ingang and _totaal_wijzigt(product, toewijzing):
        yield REGELS["TR373"].bevinding(
            pad,
            f"Een ander budget of totaal geldt voor de hele looptijd en gaat dus in op {datum(ingang)}; "
            f"gevraagd is {datum(vanaf)}.",
        )
    yield from _omvang_hoort(product, toewijzing, pad)


def _omvang_hoort(product: jw317.TeWijzigenProduct, toewijzing: Toewijzing, pad: str) -> Iterator[Bevinding]:
    """TR375, TR411 and TR412: a size goes with a product code, and with nothing else since 2021."""
    if toewijzing.code is not None:
        if product.omvang is None:
            melding = f"Toewijzing {toewijzing.nummer} heeft een productcode: vul ook de omvang in."
            yield REGELS["TR411"].bevinding(pad, melding)
        return
    if product.omvang is None or (toewijzing.einddatum is not None and toewijzing.einddatum <= _SINDS_2021):
        return
    melding = f"Toewijzing {toewijzing.nummer} heeft geen productcode: laat de omvang leeg."
    if toewijzing.categorie is None:
        yield REGELS["TR375"].bevinding(pad, melding)
    yield REGELS["TR412"].bevinding(pad, melding)


def _totaal_wijzigt(product: jw317.TeWijzigenProduct, toewijzing: Toewijzing) -> bool:
    if product.budget is not None and product.budget != toewijzing.budget:
        return True
    return (
        toewijzing.frequentie == TOTAAL
        and product.omvang is not None
        and (product.omvang.volume, product.omvang.eenheid) != (toewijzing.volume, toewijzing.eenheid)
    )


@dataclass(frozen=True, slots=True)
class _Gevraagd:
    pad: str
    categorie: str | None
    code: str | None
    periode: Periode

    def zelfde_product(self, ander: _Gevraagd) -> bool:
        """By code; by category where a code is missing; no category overlaps with anything (TR361)."""
        if self.categorie is None or ander.categorie is None:
            return True
        if self.categorie != ander.categorie:
            return False
        return self.code is None or ander.code is None or self.code == ander.code


def tr361(verzoek: jw317.Verzoek, actueel: dict[int, Toewijzing]) -> Iterator[Bevinding]:
    """The same product is not asked twice for overlapping periods."""
    gevraagd = list(_alles(verzoek, actueel))
    for een, ander in combinations(gevraagd, 2):
        if een.zelfde_product(ander) and een.periode.doorsnede(ander.periode) is not None:
            yield REGELS["TR361"].bevinding(
                ander.pad, f"Dit product is ook gevraagd voor {een.periode}: de perioden overlappen elkaar."
            )


def _alles(verzoek: jw317.Verzoek, actueel: dict[int, Toewijzing]) -> Iterator[_Gevraagd]:
    for nummer, blijft in enumerate(verzoek.ongewijzigde_producten, start=1):
        toewijzing = actueel.get(blijft.toewijzing_nummer)
        if toewijzing is not None:
            pad = f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[{nummer}]"
            yield _Gevraagd(pad, toewijzing.categorie, toewijzing.code, toewijzing.periode)
    for nummer, anders in enumerate(verzoek.te_wijzigen_producten, start=1):
        toewijzing = actueel.get(anders.toewijzing_nummer)
        if toewijzing is not None and _loopt(anders.gewenste_ingangsdatum, anders.einddatum):
            pad = f"{VERZOEK}/TeWijzigenProducten/TeWijzigenProduct[{nummer}]"
            periode = Periode(anders.gewenste_ingangsdatum, anders.einddatum)
            yield _Gevraagd(pad, toewijzing.categorie, toewijzing.code, periode)
    for nummer, nieuw in enumerate(verzoek.nieuwe_producten, start=1):
        if _loopt(nieuw.gewenste_ingangsdatum, nieuw.einddatum):
            pad = f"{VERZOEK}/NieuweProducten/NieuwProduct[{nummer}]"
            categorie = nieuw.product.categorie if nieuw.product else None
            code = nieuw.product.code if nieuw.product else None
            yield _Gevraagd(pad, categorie, code, Periode(nieuw.gewenste_ingangsdatum, nieuw.einddatum))


def _loopt(begin: date, eind: date | None) -> bool:
    """A period that ends before it begins is level 2's (TR018)."""
    return eind is None or begin <= eind
