"""The reader of envelopes takes anything, and what it takes out is what was put in."""

from datetime import datetime

from hypothesis import strategies as st

from ijw import Bevinding, lees
from ijw.envelop import Envelop, Systeem, pak_in, pak_uit
from tests.duurproef.invoer import AANBIEDER, BERICHTEN, GEMEENTE, verknipt
from tests.duurproef.ronde import draai
from tests.shared import heeft_shared

pytestmark = heeft_shared

REFERENTIE = "9c0f7b90-5c69-41e5-a837-0800200c9a66"
TIJDSTIP = datetime(2026, 9, 10, 9, 30)  # noqa: DTZ001 - StUF knows no time zone


def _verpakt(inhoud: bytes) -> bytes:
    """The message in an envelope that fits it; else around rubbish."""
    soort = lees(inhoud, niveau=1).soort or "JW315"
    van, naar = Systeem(AANBIEDER, "Zorgpakket"), Systeem(GEMEENTE, "GGk")
    for zender, ontvanger in ((van, naar), (naar, van)):
        try:
            return pak_in(
                inhoud, functie=soort, zender=zender, ontvanger=ontvanger, referentienummer=REFERENTIE,
                tijdstip=TIJDSTIP,
            )  # fmt: skip
        except ValueError:
            continue
    return pak_in(
        b"rommel", functie="JW315", zender=van, ontvanger=naar, referentienummer=REFERENTIE, tijdstip=TIJDSTIP
    )


VERPAKT = BERICHTEN.map(_verpakt)


def _proef(data: bytes) -> None:
    uit = pak_uit(data)
    assert isinstance(uit, Envelop | Bevinding)
    if isinstance(uit, Bevinding):
        assert uit.melding.endswith(".")
        assert lees(data).bevindingen
        return
    terug = pak_in(
        uit.inhoud, functie=uit.functie, zender=uit.zender, ontvanger=uit.ontvanger, tijdstip=uit.tijdstip,
        referentienummer=uit.referentienummer, kruisreferentie=uit.kruisreferentie,
    )  # fmt: skip
    assert pak_uit(terug) == uit


def test_envelop_neemt_alles() -> None:
    draai("envelop", st.one_of(VERPAKT, verknipt(VERPAKT), verknipt(VERPAKT), st.binary(max_size=400)), _proef)
