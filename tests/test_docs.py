"""The documentation keeps up with the project: links, commands, settings and files it names exist."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands

from jeugdregio.organisaties.models import Gebruiker, Soort
from jeugdregio.organisaties.wie import wie_is

WORTEL = Path(__file__).parents[1]
DOCS = WORTEL / "docs"
BLADEN = sorted([*WORTEL.glob("*.md"), *DOCS.rglob("*.md")])
NAMEN = [str(blad.relative_to(WORTEL)) for blad in BLADEN]

# Made by the browser test; a checkout where it has not run yet lacks them.
BEELDEN = {
    "berichten.png", "cijfers.png", "declaratie.png", "hulpvraag.png", "kind-zoeken.png", "kind.png", "logboek.png",
    "regio.png", "toewijzing-aanbieder.png", "verzoek.png", "vraag-bij-uitvoerder.png", "wie-is-aan-zet.png",
}  # fmt: skip
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_PAD = re.compile(r"`((?:src|tests|script|docs)/[\w./-]+\.(?:py|md|toml|html)|script/\w+)`")


def _tekst(blad: Path) -> str:
    return blad.read_text(encoding="utf-8")


def _links(blad: Path) -> list[str]:
    zonder_code = re.sub(r"```.*?```", "", _tekst(blad), flags=re.DOTALL)
    return [doel for doel in _LINK.findall(zonder_code) if not re.match(r"[a-z]+:", doel)]


def _ankers(blad: Path) -> set[str]:
    """The anchors of the headings, as GitHub and MkDocs make them."""
    koppen = re.findall(r"^#+ (.+)$", _tekst(blad), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}


@pytest.mark.parametrize("naam", NAMEN)
def test_elke_link_bestaat(naam: str) -> None:
    blad = WORTEL / naam
    for link in _links(blad):
        pad, _, anker = link.partition("#")
        doel = (blad.parent / pad).resolve() if pad else blad
        if doel.parent == DOCS / "beelden":
            assert doel.name in BEELDEN, f"{naam}: {doel.name} staat niet in de lijst van beelden"
            continue
        assert doel.exists(), f"{naam} verwijst naar {link}"
        if anker:
            assert anker in _ankers(doel), f"{naam} verwijst naar een kop die er niet is: {link}"


def test_elk_beeld_wordt_gebruikt() -> None:
    gebruikt = {Path(link).name for blad in BLADEN for link in _links(blad) if "beelden/" in link}
    assert gebruikt == BEELDEN


@pytest.mark.parametrize("naam", NAMEN)
def test_elk_genoemd_bestand_bestaat(naam: str) -> None:
    for pad in _PAD.findall(_tekst(WORTEL / naam)):
        assert (WORTEL / pad).exists(), f"{naam} noemt {pad}"


def test_bestanden_in_de_architectuur_bestaan() -> None:
    """That page names files from their library or room on."""
    for pad in re.findall(r"`([a-z]+(?:/[a-z_0-9]+)*\.py)`", _tekst(DOCS / "uitleg/architectuur.md")):
        if "/" in pad:
            kandidaten = [WORTEL / "src" / pad, WORTEL / "src/jeugdregio" / pad]
            assert any(kandidaat.exists() for kandidaat in kandidaten), pad


def test_wat_de_handleiding_aanwijst_staat_op_een_scherm() -> None:
    """What stands in italics is a menu item, a button, a heading, a state or a code of the standard on a screen."""
    app, codes = WORTEL / "src/jeugdregio", WORTEL / "src/ijw/codelijsten"
    bronnen = [*app.rglob("*.html"), *app.rglob("*.py"), *codes.glob("*.py")]
    schermen = "\n".join(_tekst(bron) for bron in bronnen if "tests" not in bron.parts).lower()
    for blad in sorted([*(DOCS / "handleiding").glob("*.md"), *(DOCS / "hoe").glob("*.md")]):
        tekst = re.sub(r"```.*?```|`[^`]*`|^[-|] ", "", _tekst(blad), flags=re.DOTALL | re.MULTILINE)
        for woorden in re.findall(r"(?<![*\w])\*([^*]+)\*(?![*\w])", tekst):
            assert " ".join(woorden.split()).lower() in schermen, f"{blad.name} wijst op {woorden!r}"


def test_elk_script_in_de_readme_bestaat_en_draait() -> None:
    scripts = set(re.findall(r"script/(\w+)", _tekst(WORTEL / "README.md")))
    assert {"demo", "test"} <= scripts
    for script in scripts:
        assert (WORTEL / "script" / script).stat().st_mode & 0o100, f"script/{script} is niet uitvoerbaar"


def test_elk_commando_bestaat() -> None:
    """`jeugdregio X` in the text is a management command."""
    for blad in BLADEN:
        for commando in re.findall(r"(?:^|bin/)jeugdregio ([a-z_]+)", _code(blad), flags=re.MULTILINE):
            assert commando in get_commands(), f"{blad.name} noemt jeugdregio {commando}"


def _code(blad: Path) -> str:
    """Only what is written as code: blocks of shell and units, and words between backticks."""
    tekst = _tekst(blad)
    blokken = re.findall(r"```(?:sh|ini)\n(.*?)```", tekst, flags=re.DOTALL)
    zonder = re.sub(r"```.*?```", "", tekst, flags=re.DOTALL)
    return "\n".join([*blokken, *re.findall(r"`([^`\n]+)`", zonder)])


def test_elke_instelling_staat_bij_installeren() -> None:
    instellingen = _tekst(WORTEL / "src/jeugdregio/config/settings.py")
    namen = set(re.findall(r'_env(?:_int|_bool)?\(\s*"(JEUGDREGIO_\w+)"', instellingen))
    assert len(namen) >= 10
    tabel = set(re.findall(r"^\| `(JEUGDREGIO_\w+)`", _tekst(DOCS / "hoe/installeren.md"), flags=re.MULTILINE))
    assert tabel == namen


def test_elke_bladzijde_staat_in_de_inhoud_van_mkdocs() -> None:
    genoemd = set(re.findall(r": ([\w./-]+\.md)$", _tekst(WORTEL / "mkdocs.yml"), flags=re.MULTILINE))
    assert genoemd == {str(blad.relative_to(DOCS)) for blad in DOCS.rglob("*.md")}


def test_elk_besluit_staat_in_de_lijst() -> None:
    besluiten = {blad.name for blad in (DOCS / "besluiten").glob("0*.md")}
    assert besluiten == {link for link in _links(DOCS / "besluiten/README.md") if link.startswith("0")}


def test_de_eerste_beheerder_uit_de_handleiding(db: None, tmp_path: Path) -> None:
    """The file on the page of setting up makes a manager who can sign in and act."""
    (blok,) = re.findall(r"```toml\n(.*?)```", _tekst(DOCS / "hoe/inrichten.md"), flags=re.DOTALL)
    (tmp_path / "inrichting.toml").write_text(blok, encoding="utf-8")
    (tmp_path / "wachtwoord").write_text("een lang wachtwoord", encoding="utf-8")
    call_command(
        "inrichten", str(tmp_path / "inrichting.toml"), wachtwoord_bestand=tmp_path / "wachtwoord", stdout=StringIO()
    )
    beheerder = Gebruiker.objects.get(email="noor@debrug.example")
    wie = wie_is(beheerder)
    assert beheerder.check_password("een lang wachtwoord")
    assert wie is not None
    assert wie.heeft("functioneel-beheerder")
    assert wie.organisatie.soort == Soort.AANBIEDER


def test_geen_werkplek_in_de_tekst() -> None:
    """No page names a place on somebody's machine."""
    for blad in BLADEN:
        assert not re.search(r"/(home|Users|work)/\w", _tekst(blad)), blad.name
