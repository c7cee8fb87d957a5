"""The benchmarks, each against its limit, as a table or as JSON (`--json`).

A benchmark is a function in BANKEN that returns rows: name, measured value, unit, limit. Lower is
better for every row. Each runs in a process of its own: `script/bench [--json] [name ...]`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from _opzet import VAR, WORTEL, Gestopt, geheimen, meld, omgeving, venv_python
from _postgres import INSTALLEER, postgres

Rij = dict[str, Any]


def _json(*opdracht: str, env: dict[str, str] | None = None) -> list[Rij]:
    """Run a command that prints rows as JSON on its last line."""
    python = venv_python()
    # xsdata looks for its formatter (ruff) on the path: the one of this environment.
    pad = f"{python.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    uit = subprocess.run(
        [str(python), *opdracht],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": pad, "PYTHONPATH": str(WORTEL / "src"), **(env or {})},
    )
    if uit.returncode != 0 or not uit.stdout.strip():
        raise RuntimeError((uit.stderr or "gaf geen uitvoer").strip().splitlines()[-1])
    rijen: list[Rij] = json.loads(uit.stdout.strip().splitlines()[-1])
    return rijen


def ijw() -> list[Rij]:
    """Typed messages with all findings, beside libxml2 (parse and schema) and xsdata (binding) on the same files."""
    if not (WORTEL.parent / "shared/standaard").is_dir():
        raise RuntimeError("de officiële schema's ontbreken (map shared naast het project)")
    return _json("-c", "import json; from ijw.bench.snelheid import meet; print(json.dumps(meet()))")


def geheugen() -> list[Rij]:
    """The most memory that a declaration of 200 MB takes."""
    return _json("-c", "import json; from ijw.bench.geheugen import meet; print(json.dumps(meet()))")


def declaratie() -> list[Rij]:
    """A declaration of 10,000 lines through all levels, stored and answered, on PostgreSQL."""
    return _op_postgres("groot")


def piekdag() -> list[Rij]:
    """A tenth of a busy day: 50 declarations of 1,000 lines from 50 providers, two workers, on PostgreSQL."""
    return _op_postgres("piekdag", "--regels", "1000", "--bestanden", "50", "--werkers", "2")


def _op_postgres(*opdracht: str) -> list[Rij]:
    with postgres() as server:
        if server is None:
            raise RuntimeError(f"geen PostgreSQL: {INSTALLEER}")
        return _json("script/_bench_declaraties.py", "--server", server, *opdracht)


def afspraken() -> list[Rij]:
    """What holds here, among ten thousand norms, in an empty database of its own."""
    return _op_lege_database("jeugdregio.afspraken.bench")


def plek() -> list[Rij]:
    """The page that looks for a place among 200 providers, in an empty database of its own."""
    return _op_lege_database("jeugdregio.zorglandschap.ruimte.bench")


def _op_lege_database(module: str) -> list[Rij]:
    with tempfile.TemporaryDirectory() as map_:
        env = {"JEUGDREGIO_DATABASE": f"sqlite:///{map_}/bench.sqlite3", "JEUGDREGIO_OMGEVING": "ontwikkeling"}
        return _json(
            "-c",
            "import json, os; os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'jeugdregio.config.settings');"
            "import django; django.setup(); from django.core.management import call_command;"
            "call_command('migrate', verbosity=0);"
            f"from {module} import meet; print(json.dumps(meet()))",
            env=env,
        )


def web() -> list[Rij]:
    """Server time and queries of the home screen, on the demonstration region (`regio` when loaded)."""
    map_ = VAR / "demo"
    schaal = next((naam for naam in ("regio", "klein") if (map_ / f"{naam}.klaar").exists()), None)
    if schaal is None:
        raise RuntimeError("geen demonstratieregio; draai eerst script/demo --schaal regio --alleen-opzetten")
    env = {**geheimen(map_), "JEUGDREGIO_DATABASE": f"sqlite:///{map_ / schaal}.sqlite3"}
    return _json("-m", "jeugdregio.config.beheer", "bench_web", "--json", env=env)


BANKEN: dict[str, Callable[[], list[Rij]]] = {
    "ijw": ijw, "geheugen": geheugen, "declaratie": declaratie, "piekdag": piekdag, "afspraken": afspraken,
    "plek": plek, "web": web,
}  # fmt: skip


def main() -> int:
    """Run; 0 when every row stays within its limit, 1 when not or when one could not run."""
    lezer = argparse.ArgumentParser(prog="script/bench", description="Draai de metingen.")
    lezer.add_argument("namen", nargs="*", help=f"welke: {', '.join(BANKEN)} (standaard alle)")
    lezer.add_argument("--json", action="store_true")
    opties = lezer.parse_args()
    if onbekend := set(opties.namen) - set(BANKEN):
        lezer.error(f"onbekend: {', '.join(onbekend)}")
    try:
        omgeving(ontwikkeling=True)
    except Gestopt as fout:
        fout.toon()
        return fout.code
    rijen = [rij for naam in opties.namen or BANKEN for rij in _meet(naam)]
    meld(json.dumps(rijen, ensure_ascii=False, indent=1) if opties.json else _tabel(rijen))
    return 0 if all(rij["goed"] for rij in rijen) else 1


def _meet(bank: str) -> list[Rij]:
    """Run one benchmark; what cannot run is a row that is not good, with the reason."""
    try:
        rijen = BANKEN[bank]()
    except RuntimeError as fout:
        return [
            {
                "bank": bank,
                "naam": "niet gemeten",
                "waarde": None,
                "eenheid": str(fout),
                "grens": None,
                "goed": False,
            }
        ]
    for rij in rijen:
        grens = rij.get("grens")
        rij |= {"bank": bank, "goed": grens is None or rij["waarde"] <= grens}
    return rijen


def _tabel(rijen: list[Rij]) -> str:
    """Return the rows as a table for people."""

    def getal(waarde: float | None) -> str:
        return "-" if waarde is None else f"{waarde:.4g}"

    koppen = ["meting", "naam", "waarde", "eenheid", "grens", ""]
    cellen = [
        [
            r["bank"],
            r["naam"],
            getal(r["waarde"]),
            r.get("eenheid", ""),
            getal(r.get("grens")),
            "goed" if r["goed"] else "TE VEEL" if r["waarde"] is not None else "FOUT",
        ]
        for r in rijen
    ]
    breed = [max(len(str(rij[k])) for rij in [koppen, *cellen]) for k in range(len(koppen))]
    return "\n".join(
        "  ".join(str(cel).ljust(b) for cel, b in zip(rij, breed, strict=True)) for rij in [koppen, *cellen]
    )


if __name__ == "__main__":
    sys.exit(main())
