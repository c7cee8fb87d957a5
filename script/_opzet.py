"""Set up what a script needs: own environment, packages from the lock, front-end assets.

Standard library only: this runs before anything is installed. Every step leaves a stamp that names
what it was made from, so a second run skips it. A failure is told as what, where and how to mend.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
VAR = WORTEL / "var"
VENV = WORTEL / ".venv"
LOGBOEK = VAR / "log" / "opzet.log"
NODIG_MB = 1200

GEEN_NETWERK = (
    "connection",
    "temporary failure",
    "name resolution",
    "max retries",
    "timed out",
    "network is unreachable",
    "could not find a version",
    "no matching distribution",
    "econnrefused",
    "enotfound",
    "eai_again",
    "etimedout",
)
DATABASE_STAP = "Database bijwerken"
SCHIJF_VOL = ("no space left on device", "enospc", "disk quota exceeded")


class Gestopt(Exception):
    """Setting up cannot go on; holds what is wrong and how to mend it."""

    def __init__(self, wat: str, herstel: Sequence[str], code: int = 1) -> None:
        super().__init__(wat)
        self.wat, self.herstel, self.code = wat, list(herstel), code

    def toon(self) -> None:
        """Print the trouble and the repair on standard error."""
        regels = [f"\nFOUT: {self.wat}"]
        for nummer, regel in enumerate(self.herstel):
            regels.append(f"  {'Herstel:' if nummer == 0 else '        '} {regel}")
        print("\n".join(regels), file=sys.stderr)


def meld(tekst: str) -> None:
    """Print one line of progress at once."""
    print(tekst, flush=True)


def ram(delen: Sequence[Path], extra: str = "") -> str:
    """Return a fingerprint of some files and a text."""
    som = hashlib.sha256(extra.encode())
    for deel in delen:
        som.update(deel.read_bytes())
    return som.hexdigest()


def controleer_schijf() -> None:
    """Stop when the disk has too little room. JEUGDREGIO_NODIG_MB overrules what is needed."""
    nodig = int(os.environ.get("JEUGDREGIO_NODIG_MB", NODIG_MB))
    if (VENV / "stempel").exists() and "JEUGDREGIO_NODIG_MB" not in os.environ:
        nodig = 200
    vrij = shutil.disk_usage(WORTEL).free // 1_000_000
    if vrij < nodig:
        raise Gestopt(
            f"de schijf is te vol: {vrij} MB vrij, {nodig} MB nodig.",
            [
                f"maak {nodig - vrij} MB vrij op de schijf van deze map en start opnieuw.",
                "script/demo --reset ruimt de demonstratiegegevens op.",
            ],
            code=5,
        )


def draai(stap: str, opdracht: Sequence[str | Path], omgeving: Mapping[str, str] | None = None) -> None:
    """Run one long command quietly, with a sign of life; its output goes to the log."""
    LOGBOEK.parent.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    print(f"  {stap} ...", end="", flush=True)
    with LOGBOEK.open("ab") as log:
        log.write(f"\n$ {' '.join(map(str, opdracht))}\n".encode())
        log.flush()
        begin = log.tell()
        proces = subprocess.Popen(
            list(map(str, opdracht)),
            cwd=WORTEL,
            stdout=log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **(omgeving or {})},
        )
        while True:
            try:
                code = proces.wait(timeout=5)
                break
            except subprocess.TimeoutExpired:
                print(".", end="", flush=True)
            except KeyboardInterrupt:
                proces.terminate()
                raise
    if code == 0:
        print(f" klaar ({time.monotonic() - start:.0f} s)", flush=True)
        return
    print(" mislukt", flush=True)
    raise _duid(stap, LOGBOEK.read_bytes()[begin:].decode(errors="replace"))


def _duid(stap: str, uitvoer: str) -> Gestopt:
    """Translate what a failed command said into what the reader can do about it."""
    laag = uitvoer.lower()
    staart = [regel for regel in uitvoer.splitlines() if regel.strip()][-4:]
    if any(teken in laag for teken in SCHIJF_VOL):
        return Gestopt(f"{stap}: de schijf is vol.", ["maak ruimte vrij en start opnieuw."], code=5)
    if "do not match the hashes" in laag:
        return Gestopt(
            f"{stap}: een pakket is niet wat het lockbestand belooft; er is niets geïnstalleerd.",
            ["haal de laatste versie van dit project op; blijft het, meld het dan als fout."],
        )
    if stap == DATABASE_STAP:
        return Gestopt(
            f"{stap}: mislukt; de demonstratiegegevens komen uit een andere versie of zijn beschadigd.",
            ["script/demo --reset maakt ze opnieuw.", f"Details: {LOGBOEK.relative_to(WORTEL)}", *staart],
        )
    if any(teken in laag for teken in GEEN_NETWERK) and ("installeren" in stap or "ophalen" in stap):
        return Gestopt(
            f"{stap}: de pakketbron is niet bereikbaar (geen netwerk?).",
            [
                "controleer de verbinding, de proxy (HTTPS_PROXY) en de pip- of npm-instellingen,",
                f"en start opnieuw: wat al binnen is, blijft. Details: {LOGBOEK.relative_to(WORTEL)}",
            ],
            code=4,
        )
    return Gestopt(f"{stap}: mislukt.", [f"lees {LOGBOEK.relative_to(WORTEL)}; de laatste regels:", *staart])


def venv_python() -> Path:
    """Return the interpreter of the project's own environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pip() -> list[str | Path]:
    """Return the pip command for the environment: its own, or where it has none the machine's."""
    eigen: list[str | Path] = [venv_python(), "-m", "pip"]
    werkt = subprocess.run([*eigen, "--version"], capture_output=True, check=False).returncode == 0
    return eigen if werkt else [sys.executable, "-m", "pip", "--python", venv_python()]


def _maak_venv() -> None:
    """Make the environment when it is absent or broken.

    A Debian Python without `python3-venv` has no ensurepip: there the environment goes without a pip of its own.
    """
    if (
        venv_python().exists()
        and subprocess.run([*pip(), "--version"], capture_output=True, check=False).returncode == 0
    ):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if _kan("import ensurepip, venv"):
        draai("Omgeving maken", [sys.executable, "-m", "venv", VENV])
    elif _kan("import pip, venv"):
        draai("Omgeving maken", [sys.executable, "-m", "venv", "--without-pip", VENV])
    else:
        raise Gestopt(
            "deze Python kan geen eigen omgeving maken: de modules venv en pip ontbreken.",
            ["sudo apt install python3-venv     (Debian, Ubuntu)", "en start daarna opnieuw."],
            code=3,
        )


def _kan(regel: str) -> bool:
    return subprocess.run([sys.executable, "-c", regel], capture_output=True, check=False).returncode == 0


def omgeving(ontwikkeling: bool = False) -> None:
    """Install the locked packages and the project itself into .venv, unless that was done before."""
    sloten = {naam: WORTEL / "requirements" / f"{naam}.txt" for naam in ("app", "dev", "bouw")}
    versie = f"{sys.version_info[:2]} {WORTEL}"
    stempels = {
        "app": ram([sloten["app"], sloten["bouw"]], versie),
        "dev": ram([sloten["dev"], sloten["bouw"]], versie),
    }
    stempel = VENV / "stempel"
    gezet = dict(regel.split() for regel in stempel.read_text().splitlines()) if stempel.exists() else {}
    soort = "dev" if ontwikkeling else "app"
    # The development lock holds everything the application lock does.
    if gezet.get(soort) == stempels[soort] or gezet.get("dev") == stempels["dev"]:
        return
    controleer_schijf()
    _maak_venv()
    vlaggen = ["--disable-pip-version-check", "--no-input", "--require-hashes", "-r"]
    draai("Bouwgereedschap installeren", [*pip(), "install", *vlaggen, sloten["bouw"]])
    draai("Pakketten installeren (eerste keer: enkele minuten)", [*pip(), "install", *vlaggen, sloten[soort]])
    draai(
        "Jeugdregio installeren",
        [*pip(), "install", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "-e", WORTEL],
    )
    gezet[soort] = stempels[soort]
    stempel.write_text("".join(f"{naam} {som}\n" for naam, som in gezet.items()))


def assets() -> None:
    """Put the front-end files in place, unless the ones there come from this very lock."""
    import _assets

    _assets.zet_neer()


def geheimen(map_: Path) -> dict[str, str]:
    """Return the environment for the demonstration; its secrets are made once, readable for you alone."""
    import secrets

    map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    (VAR / "static").mkdir(exist_ok=True)  # the server looks here for gathered files
    for naam, waarde in (("geheim", secrets.token_urlsafe(50)), ("gegevenssleutel", secrets.token_hex(32))):
        bestand = map_ / naam
        if not bestand.exists():
            handvat = os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handvat, "w") as uit:
                uit.write(waarde)
    return {
        "JEUGDREGIO_OMGEVING": "demo",
        "JEUGDREGIO_GEHEIM_FILE": str(map_ / "geheim"),
        "JEUGDREGIO_GEGEVENSSLEUTEL_FILE": str(map_ / "gegevenssleutel"),
        "JEUGDREGIO_POSTBUS_MAP": str(map_ / "postbus"),
    }
