"""Everything CI checks besides tests. Each check says in one line how it went; trouble is shown in full.

`script/check [name ...]` runs only these; `script/check --herstel` lets ruff mend what it can first.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from _opzet import VENV, WORTEL, Gestopt, meld, omgeving

BIN = VENV / "bin"
TYPEN = ["src/ijw", "src/recht", "src/corv", "src/jeugdregio"]
Uitslag = tuple[bool, str]

INLINE = re.compile(
    r"""<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle\s*=|\son(?:click|change|submit|load|input|focus|blur|key\w+)\s*=|javascript:|hx-on""",
    re.IGNORECASE,
)
# Places on somebody's machine, and hosts of package registries: nothing committed may name them.
MACHINEPAD = re.compile(
    r"(?<![\w.])/(?:home|Users|root|opt)/[\w.-]+/|(?<![\w.$}])/work/(?:main|shared)\b"
    r"|https?://(?:registry\.npmjs|pypi|files\.pythonhosted)\.org/(?!project/)"
)
TEKST = {
    ".py",
    ".md",
    ".html",
    ".css",
    ".js",
    ".json",
    ".toml",
    ".txt",
    ".yml",
    ".yaml",
    ".in",
    ".cfg",
    ".sh",
    "",
}


def _draai(*opdracht: str, omgeving_: dict[str, str] | None = None) -> Uitslag:
    uit = subprocess.run(
        opdracht,
        cwd=WORTEL,
        env={**os.environ, "PYTHONPATH": str(WORTEL / "src"), **(omgeving_ or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    return uit.returncode == 0, (uit.stdout + uit.stderr).strip()


def _bestanden(*patronen: str) -> list[Path]:
    """Return what git knows or would add, by pattern."""
    uit = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patronen],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=True,
    )
    return [pad for naam in uit.stdout.splitlines() if (pad := WORTEL / naam).is_file()]


def opmaak() -> Uitslag:
    """Format of the Python files."""
    return _draai(str(BIN / "ruff"), "format", "--check", "--quiet", ".")


def lint() -> Uitslag:
    """Lint of the Python files."""
    return _draai(str(BIN / "ruff"), "check", "--quiet", ".")


def typen() -> Uitslag:
    """Strict types of everything under src."""
    return _draai(str(BIN / "mypy"), *TYPEN, omgeving_={"JEUGDREGIO_OMGEVING": "test"})


def lagen() -> Uitslag:
    """Who may import whom, by the contracts in pyproject.toml."""
    return _draai(str(BIN / "lint-imports"))


def migraties() -> Uitslag:
    """Models without a migration."""
    env = {"JEUGDREGIO_OMGEVING": "test", "JEUGDREGIO_DATABASE": "sqlite:///:memory:"}
    return _draai(
        str(BIN / "python"),
        "-m",
        "jeugdregio.config.beheer",
        "makemigrations",
        "--check",
        "--dry-run",
        omgeving_=env,
    )


def _zoek(patroon: re.Pattern[str], bestanden: list[Path], wat: str) -> Uitslag:
    """Fail for each line in these files that holds the pattern."""
    fout = []
    for pad in bestanden:
        if pad.suffix not in TEKST:
            continue
        for nummer, regel in enumerate(pad.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if gevonden := patroon.search(regel):
                fout.append(f"{pad.relative_to(WORTEL)}:{nummer}: {wat}: {gevonden.group().strip()}")
    return not fout, "\n".join(fout[:40])


def sjablonen() -> Uitslag:
    """Inline style or script in a template: the content security policy forbids it."""
    return _zoek(INLINE, _bestanden("src/**/templates/**/*.html", "src/**/templates/*.html"), "inline stijl of script")


def paden() -> Uitslag:
    """Text in the repository that names a place on a machine or a package registry."""
    bestanden = [pad for pad in _bestanden() if pad not in {Path(__file__).resolve(), WORTEL / "LICENSE"}]
    return _zoek(MACHINEPAD, bestanden, "noemt een plek op een computer of een pakketbron")


def kwetsbaar() -> Uitslag:
    """Known vulnerabilities in what the lock files install.

    When no service can be reached nothing is judged: that is said, and only fails with
    JEUGDREGIO_AUDIT_VERPLICHT=1 (see docs/naslag/scripts.md).
    """
    redenen: list[str] = []
    for poging in range(3):
        redenen = []
        for dienst in ("pypi", "osv"):
            ok, tekst, reden = _audit(dienst)
            if not reden:
                return ok, tekst
            redenen.append(reden)
        if poging < 2:
            time.sleep(1 + 2 * poging)
    verplicht = os.environ.get("JEUGDREGIO_AUDIT_VERPLICHT") == "1"
    return not verplicht, f"NIET BEOORDEELD na 3 pogingen: {', '.join(redenen)}"


def _audit(dienst: str) -> tuple[bool, str, str]:
    """Ask one service; return verdict, text, and why it could not judge (empty when it could)."""
    uit = subprocess.run(
        [
            str(BIN / "pip-audit"),
            "-r",
            "requirements/dev.txt",
            "--require-hashes",
            "--disable-pip",
            "-f",
            "json",
            "-s",
            dienst,
            "--timeout",
            "10",
            "--progress-spinner",
            "off",
        ],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        pakketten = json.loads(uit.stdout)["dependencies"]
    except (ValueError, KeyError):
        return False, "", f"de dienst {dienst} antwoordt niet"
    lek = [
        f"{p['name']} {p['version']}: {v['id']} (hersteld in {', '.join(v['fix_versions']) or 'nog niets'})"
        for p in pakketten
        for v in p.get("vulns", [])
    ]
    ongezien = [p["name"] for p in pakketten if "skip_reason" in p]
    if ongezien and not lek:
        return False, "", f"de dienst {dienst} kent {len(ongezien)} van de {len(pakketten)} pakketten niet"
    return not lek, "\n".join(lek), ""


CONTROLES: dict[str, Callable[[], Uitslag]] = {
    "opmaak": opmaak,
    "lint": lint,
    "typen": typen,
    "lagen": lagen,
    "migraties": migraties,
    "sjablonen": sjablonen,
    "paden": paden,
    "kwetsbaar": kwetsbaar,
}


def main(argumenten: list[str]) -> int:
    """Run the checks; 0 when all are well, 1 when not, 2 for a check that does not exist."""
    if {"-h", "--help"} & set(argumenten):
        meld(f"script/check [--herstel] [naam ...]   namen: {', '.join(CONTROLES)}")
        return 0
    try:
        omgeving(ontwikkeling=True)
    except Gestopt as fout:
        fout.toon()
        return fout.code
    if "--herstel" in argumenten:
        _draai(str(BIN / "ruff"), "check", "--fix", "--quiet", ".")
        _draai(str(BIN / "ruff"), "format", "--quiet", ".")
    namen = [naam for naam in argumenten if naam != "--herstel"] or list(CONTROLES)
    if onbekend := [naam for naam in namen if naam not in CONTROLES]:
        meld(f"Onbekend: {', '.join(onbekend)}. Kies uit: {', '.join(CONTROLES)}.")
        return 2
    mis = [naam for naam in namen if not _een(naam)]
    meld(f"\nNiet in orde: {', '.join(mis)}." if mis else "\nAlles in orde.")
    return 1 if mis else 0


def _een(naam: str) -> bool:
    start = time.monotonic()
    goed, tekst = CONTROLES[naam]()
    meld(f"{naam:<10} {'goed' if goed else 'FOUT'}  {time.monotonic() - start:5.1f} s")
    if tekst and (not goed or tekst.startswith("NIET BEOORDEELD")):
        meld("    " + tekst.replace("\n", "\n    "))
    return goed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
