"""JW301: an assignment against what was sent before (TR332, TR379, TR385)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ijw.berichten import jw301
from ijw.bevinding import Bevinding
from ijw.eenheden import bedrag
from ijw.overstijgend.dossier import VERWIJDERD, Dossier, Status, VerzoekStand
from ijw.overstijgend.kop import controleer_kop
from ijw.overstijgend.product import tr381
from ijw.overstijgend.regel import REGELS


def controleer_toewijzing(bericht: jw301.Bericht, dossier: Dossier, vandaag: date) -> list[Bevinding]:
    """All findings of levels 3 and 4 on an assignment."""
    producten = bericht.client.toegewezen_producten
    uit = controleer_kop(
        bericht.header,
        dossier,
        gemeente=bericht.header.afzender,
        vandaag=vandaag,
        peildata=[product.ingangsdatum for product in producten],
    )
    for nummer, product in enumerate(producten, start=1):
        pad = f"/Bericht/Client/ToegewezenProducten/ToegewezenProduct[{nummer}]"
        uit += tr332(product, bericht.client.bsn, bericht.header.ontvanger, dossier, pad)
        uit += tr379(product, bericht.client.bsn, dossier, pad)
        uit += tr381(product.product, dossier, pad)
        uit += tr385(product, dossier, pad)
    return uit


def tr332(
    product: jw301.ToegewezenProduct, bsn: str, aanbieder: str, dossier: Dossier, pad: str
) -> Iterator[Bevinding]:
    """A number is never used again for another child, provider or product."""
    eerder = dossier.toewijzingen.get(product.toewijzing_nummer)
    if eerder is None:
        return
    categorie = product.product.categorie if product.product else None
    code = product.product.code if product.product else None
    zelfde = (eerder.bsn, eerder.aanbieder_agb, eerder.categorie, eerder.code)
    if zelfde != (bsn, aanbieder, categorie, code):
        yield REGELS["TR332"].bevinding(
            pad,
            f"Toewijzingnummer {product.toewijzing_nummer} is al gebruikt voor een andere cliënt, aanbieder "
            "of een ander product. Geef deze toewijzing een nieuw nummer.",
        )


def tr379(product: jw301.ToegewezenProduct, bsn: str, dossier: Dossier, pad: str) -> Iterator[Bevinding]:
    """ReferentieAanbieder is that of a request for this child that is now honoured."""
    referentie = product.referentie_aanbieder
    if referentie is None:
        return
    verzoek = dossier.verzoeken.get(referentie)
    if verzoek is None or verzoek.bsn != bsn or verzoek.stand is VerzoekStand.AFGEWEZEN:
        yield REGELS["TR379"].bevinding(
            pad,
            f"Er is geen verzoek met referentie {referentie} voor deze cliënt dat kan worden toegewezen. "
            "Laat de referentie leeg als de toewijzing geen antwoord op een verzoek is.",
        )


def tr385(product: jw301.ToegewezenProduct, dossier: Dossier, pad: str) -> Iterator[Bevinding]:
    """An assignment with granted lines that were not credited is not withdrawn."""
    if product.reden_wijziging != VERWIJDERD:
        return
    open_regels = [
        regel
        for regel in dossier.per_toewijzing.get(product.toewijzing_nummer, ())
        if regel.debet and regel.status is Status.TOEGEKEND and regel.referentie not in dossier.gecrediteerd
    ]
    if open_regels:
        totaal = bedrag(sum(regel.bedrag for regel in open_regels))
        yield REGELS["TR385"].bevinding(
            pad,
            f"Op toewijzing {product.toewijzing_nummer} is al {totaal} toegekend "
            f"({len(open_regels)} regels). "
            "Laat de aanbieder die eerst crediteren.",
        )
