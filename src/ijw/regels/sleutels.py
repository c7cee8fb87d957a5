"""TR101: no class of a message may occur twice with the same logical key.

The key of each class is in the information model of iJw 3.2; the rule looks within the class above, because
the keys of the classes above count too.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ijw.berichten import jw301, jw305, jw307, jw315, jw317, jw323, jw325
from ijw.berichten.basis import Product
from ijw.regels.register import Omgeving, regel_over

Sleutel = Callable[[Any], object]


def _product(product: Product | None) -> tuple[str, str | None] | None:
    return None if product is None else (product.categorie, product.code)


def _start(product: jw305.StartProduct) -> object:
    return product.toewijzing_nummer, _product(product.product), product.begindatum


def _stop(product: jw307.StopProduct) -> object:
    return (
        product.toewijzing_nummer,
        _product(product.product),
        product.begindatum,
        product.einddatum,
        product.reden_beeindiging,
    )


def _nieuw(product: jw317.NieuwProduct) -> object:
    return _product(product.product), product.gewenste_ingangsdatum


def _prestatie(prestatie: jw323.Prestatie | jw325.Prestatie) -> object:
    referentie = prestatie.product_referentie
    return referentie.referentie_nummer, referentie.vorig_referentie_nummer


def _toewijzing(product: Any) -> object:
    return product.toewijzing_nummer


def _bsn(client: jw323.Client | jw325.Client) -> object:
    return client.bsn


SLEUTELS: dict[type, tuple[tuple[str, str, Sleutel], ...]] = {
    jw301.Client: (
        ("relaties", "Relaties/Relatie", lambda relatie: relatie.nummer),
        ("contactgegevens", "Contactgegevens/Contact", lambda contact: contact.soort),
        ("toegewezen_producten", "ToegewezenProducten/ToegewezenProduct", _toewijzing),
    ),
    jw305.Client: (("start_producten", "StartProducten/StartProduct", _start),),
    jw307.Client: (("stop_producten", "StopProducten/StopProduct", _stop),),
    jw315.Client: (
        (
            "aangevraagde_producten",
            "AangevraagdeProducten/AangevraagdProduct",
            lambda product: product.referentie_aanbieder,
        ),
    ),
    jw317.Verzoek: (
        ("ongewijzigde_producten", "OngewijzigdeProducten/OngewijzigdProduct", _toewijzing),
        ("te_wijzigen_producten", "TeWijzigenProducten/TeWijzigenProduct", _toewijzing),
        ("nieuwe_producten", "NieuweProducten/NieuwProduct", _nieuw),
    ),
    jw323.Declaratie: (("clienten", "Clienten/Client", _bsn),),
    jw323.Client: (("prestaties", "Prestaties/Prestatie", _prestatie),),
    jw325.DeclaratieAntwoord: (("clienten", "Clienten/Client", _bsn),),
    jw325.Client: (("prestaties", "Prestaties/Prestatie", _prestatie),),
}
"""Per class: which lists below it have a key, where they stand, and the key of one element."""


@regel_over(
    "TR101",
    SLEUTELS,
    "Dit onderdeel staat al eerder in het bericht, met dezelfde sleutel. Laat er een weg of verbeter de sleutel.",
)
def dubbel_onderdeel(boven: Any, _: Omgeving) -> Iterator[str]:
    for veld, pad, sleutel in SLEUTELS[type(boven)]:
        for nummer in _herhalingen([sleutel(onderdeel) for onderdeel in getattr(boven, veld)]):
            yield f"{pad}[{nummer}]"


def _herhalingen(sleutels: Sequence[object]) -> Iterator[int]:
    if len(set(sleutels)) == len(sleutels):
        return
    gezien: set[object] = set()
    for nummer, sleutel in enumerate(sleutels, start=1):
        if sleutel in gezien:
            yield nummer
        gezien.add(sleutel)
