"""Return messages of a provider (JW302, JW320): the message came through, or something must be mended."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from ijw import Bericht as IjwBericht
from ijw import Bevinding
from ijw.codelijsten import omschrijving
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import open_beurt, rond_af
from jeugdregio.organisaties.models import Rol
from jeugdregio.postbus.hersteld import sleutel_herstellen
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.register import Afhandeling
from jeugdregio.postbus.retouren import bevindingen_op_retour
from jeugdregio.toegang.beurten import sleutel_bevestigen
from jeugdregio.toegang.partijen import partijen

GOED = frozenset({"0200", "0233"})  # no remark; not judged because something above it was wrong


def verwerk_retour(inhoud: IjwBericht, opgeslagen: Bericht) -> Afhandeling:
    """Close the turn of the provider; a refused message becomes a turn of the municipality to mend it."""
    heen = opgeslagen.antwoord_op
    if heen is None:
        melding = "Dit retourbericht hoort bij geen bericht dat hier is verstuurd. Controleer de identificatie."
        return Afhandeling((Bevinding(3, "OP090", "/Bericht/Header", melding),))
    rond_af(sleutel_bevestigen(heen.pk))
    fouten, codes = bevindingen_op_retour(inhoud, heen), sorted(set(_codes(inhoud)) - GOED)
    if codes or fouten:
        _open_herstel(opgeslagen, heen, codes)
    geweigerd = [
        Bevinding(3, "RETOUR", "/Bericht", f"De aanbieder wijst dit af: {omschrijving('WJ001', code)}", code)
        for code in codes
    ]
    return Afhandeling([*fouten, *geweigerd])


def _open_herstel(opgeslagen: Bericht, heen: Bericht, codes: list[str]) -> None:
    aanbieder, gemeente = partijen(opgeslagen)
    wat = f"{aanbieder.naam} keurt {heen.soort} af met code {', '.join(codes)}."
    if not codes:
        wat = f"Het antwoord van {aanbieder.naam} past niet bij {heen.soort}. Bel het contactpunt berichtenverkeer."
    open_beurt(
        sleutel=sleutel_herstellen(heen.pk), soort="bericht_herstellen",
        titel="Afgekeurd bericht herstellen", organisatie=gemeente, rol=Rol.BERICHTEN, wachtende=aanbieder, tekst=wat,
        begon_op=vandaag(), uiterlijk=None, grondslag="iJw 3.2 OP047", handeling="Bekijk het bericht",
        pad=f"/berichten/{heen.pk}/", escalatie="Functioneel beheerder",
    )  # fmt: skip


def _codes(deel: Any) -> Iterator[str]:
    """Every return code anywhere in a message."""
    if isinstance(deel, tuple):
        for kind in deel:
            yield from _codes(kind)
    elif is_dataclass(deel):
        for veld in fields(deel):
            waarde = getattr(deel, veld.name)
            if veld.name == "retour_codes":
                yield from waarde
            else:
                yield from _codes(waarde)
