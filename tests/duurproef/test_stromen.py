"""Flows between a municipality and a provider, with a fresh seed each, until the time is over."""

import secrets
import time

import pytest

from tests.duurproef.ronde import SECONDEN, ZAAD
from tests.mensen import Regiomensen
from tests.test_stromen import STAPPEN, loop

pytestmark = pytest.mark.django_db


def test_wat_wij_sturen_klopt_hoe_lang_het_ook_duurt(regio: Regiomensen) -> None:
    if not SECONDEN and not ZAAD:  # an ordinary run: a few steps of a flow that is always the same
        assert loop(regio, 4, 8).total()
        return
    begin, stromen, verstuurd = time.monotonic(), 0, 0
    while stromen == 0 or time.monotonic() < begin + SECONDEN:
        zaad = int(ZAAD) if ZAAD else secrets.randbits(32)
        verstuurd += loop(regio, zaad, 3 * STAPPEN).total()
        stromen += 1
        if ZAAD:
            break
    print(f"stromen: {stromen} gelopen, {verstuurd} berichten in {time.monotonic() - begin:.0f} s")  # noqa: T201
