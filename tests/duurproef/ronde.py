"""Rounds of hypothesis until the time is over; each round has its own seed, and a failure names it."""

import os
import secrets
import time
from collections.abc import Callable

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

SECONDEN = int(os.environ.get("JEUGDREGIO_DUURPROEF_SECONDEN", "0"))
ZAAD = os.environ.get("JEUGDREGIO_DUURPROEF_ZAAD", "")
PER_RONDE = 400
KLEIN = 25  # examples of the one round of an ordinary run
MAX_REKENTIJD = 10.0  # seconds of the processor for one example; more is a hang


def draai(naam: str, invoer: st.SearchStrategy[bytes], proef: Callable[[bytes], None], klein: int = KLEIN) -> None:
    """Feed `invoer` to `proef` until the time is over, at least one round. Again with `JEUGDREGIO_DUURPROEF_ZAAD`."""
    begin = time.monotonic()
    ronde = 0
    gedaan = [0]
    while ronde == 0 or time.monotonic() < begin + SECONDEN:
        zaad = int(ZAAD) if ZAAD else secrets.randbits(48)
        print(f"{naam}: ronde {ronde}, zaad {zaad}", flush=True)  # noqa: T201
        try:
            _een_ronde(invoer, _geteld(proef, gedaan), zaad, PER_RONDE if SECONDEN else klein)
        except BaseException as fout:
            fout.add_note(f"{naam}: doe het over met JEUGDREGIO_DUURPROEF_ZAAD={zaad}")
            raise
        ronde += 1
        if ZAAD:
            break
    print(f"{naam}: {gedaan[0]} keer aangeboden in {time.monotonic() - begin:.0f} s", flush=True)  # noqa: T201


def _geteld(proef: Callable[[bytes], None], gedaan: list[int]) -> Callable[[bytes], None]:
    def doe(data: bytes) -> None:
        gedaan[0] += 1
        proef(data)

    return doe


def _een_ronde(invoer: st.SearchStrategy[bytes], proef: Callable[[bytes], None], zaad: int, aantal: int) -> None:
    @seed(zaad)
    @settings(max_examples=aantal, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(data=invoer)
    def ronde(data: bytes) -> None:
        begin = time.process_time()
        proef(data)
        duur = time.process_time() - begin
        assert duur < MAX_REKENTIJD, f"{duur:.1f} s voor {len(data)} bytes"

    ronde()
