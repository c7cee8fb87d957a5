"""A process of its own for the tests of breakage: `python -m tests.breukproces OPDRACHT [getal]`.

`opzet` fills a new database, `tot N` walks the road and kills itself (SIGKILL) before the n-th statement (0: never),
`herstel` does what follows after a restart, `vul N` stores n requests twice without handling them, `werk` waits for a
line on stdin and then handles what waits, `tel` counts.
The last line on stdout is JSON.
"""

import json
import os
import signal
import sys

import django


def main(opdracht: str, getal: int) -> None:
    """Run one assignment."""
    django.setup()
    from django.db import connection

    from tests import breuk
    from tests.mensen import maak_regio
    from tests.sjabloon import migreer

    if opdracht == "opzet":
        migreer(connection)
        maak_regio()
        _zeg({"klaar": True})
    elif opdracht == "tot":
        teller = breuk.BreekBij(getal, lambda: os.kill(os.getpid(), signal.SIGKILL))
        with connection.execute_wrapper(teller):
            for stap in breuk.STAPPEN.values():
                stap()
        _zeg({"geteld": teller.geteld, "stand": breuk.eindstand()})
    elif opdracht == "herstel":
        breuk.werk()
        for naam, stap in breuk.STAPPEN.items():
            if naam != "bereid_voor" or breuk.Verzoek.objects.filter(afwijkingen=None).exists():
                stap()
        breuk.werk()
        _zeg({"stand": breuk.eindstand()})
    elif opdracht == "vul":
        breuk.vul(getal)
        _zeg({"klaar": True})
    elif opdracht == "tel":
        _zeg(breuk.tel())
    elif opdracht == "werk":
        _zeg({"gereed": True})
        sys.stdin.readline()
        breuk.werk()
        _zeg({"klaar": True})


def _zeg(gegevens: dict[str, object]) -> None:
    print(json.dumps(gegevens, default=str), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0)
