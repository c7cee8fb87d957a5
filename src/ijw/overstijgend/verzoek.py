"""JW315 (request for an assignment) and what it shares with JW317: TR347, TR374."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ijw.berichten import jw315
from ijw.bevinding import Bevinding
from ijw.overstijgend.dossier import Dossier
from ijw.overstijgend.kop import controleer_kop
from ijw.overstijgend.product import tr381
from ijw.overstijgend.regel import REGELS

CLIENT = "/Bericht/Client"


def controleer_verzoek(bericht: jw315.Bericht, dossier: Dossier, vandaag: date) -> list[Bevinding]:
    """All findings of levels 3 and 4 on a request for an assignment."""
    producten = bericht.client.aangevraagde_producten
    uit = controleer_kop(
        bericht.header,
        dossier,
        gemeente=bericht.header.ontvanger,
        vandaag=vandaag,
        peildata=[product.toewijzing_ingangsdatum for product in producten],
    )
    uit += tr374(bericht.client.bsn, dossier, CLIENT)
    for nummer, product in enumerate(producten, start=1):
        pad = f"{CLIENT}/AangevraagdeProducten/AangevraagdProduct[{nummer}]"
        uit += tr347(product.referentie_aanbieder, dossier, pad)
        uit += tr381(product.product, dossier, pad)
    return uit


def tr347(referentie: str, dossier: Dossier, pad: str) -> Iterator[Bevinding]:
    """The reference is new for this provider."""
    if referentie in dossier.verzoeken:
        yield REGELS["TR347"].bevinding(
            pad,
            f"Referentie {referentie} is al gebruikt voor een ander verzoek. Geef het een nieuwe referentie.",
        )


def tr374(bsn: str, dossier: Dossier, pad: str) -> Iterator[Bevinding]:
    """There is no request in hand for this child by this provider."""
    lopend = sorted(
        verzoek.referentie for verzoek in dossier.verzoeken.values() if verzoek.bsn == bsn and verzoek.onderhanden
    )
    if lopend:
        yield REGELS["TR374"].bevinding(
            pad,
            f"Voor deze cliënt wordt al een verzoek behandeld (referentie {', '.join(lopend)}). "
            "Wacht op het antwoord of de toewijzing.",
        )
