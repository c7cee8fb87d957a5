"""Made-up people: names, and numbers of the test range.

A BSN is only taken from 9999xxxxx and passes the 11-test. There are some nine thousand of those. The first
`BEWAARD` stay free for the stories and for requests that come in later. At the scale of the region there are more
youths than numbers: the ones whose help is most recent get one, the others have none (`bsn` is None, the other road
for people without number); no messages exist for them, because a message needs a BSN.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from faker.providers.person.nl_NL import Provider

from jeugdregio.demo.bevolking import Jeugdige
from jeugdregio.demo.toeval import toeval

BEWAARD = 300
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_VOORVOEGSELS = ("van der ", "van den ", "van de ", "de ", "van ", "den ", "ter ")
_JONGENS, _MEISJES = tuple(Provider.first_names_male), tuple(Provider.first_names_female)


@dataclass(frozen=True, slots=True)
class Gezag:
    """Somebody with authority over the child."""

    naam: str
    relatie: str


@dataclass(frozen=True, slots=True)
class Persoon:
    """Name, number and family of a youth. `woont_sinds` is the day of the BRP address."""

    achternaam: str
    voorvoegsel: str
    voornaam: str
    bsn: str | None
    gezag: tuple[Gezag, ...]
    postcode: str
    huisnummer: int
    straat: str

    @property
    def voorletters(self) -> str:
        """First letter of the first name."""
        return "".join(teken for teken in self.voornaam if teken.isascii() and teken.isalpha())[:1].upper() or "N"


@cache
def bsns_testreeks() -> tuple[str, ...]:
    """Return all numbers of the test range that pass the 11-test, in order."""
    return tuple(nummer for nummer in (f"9999{laatste:05d}" for laatste in range(100000)) if _elfproef(nummer))


def _elfproef(nummer: str) -> bool:
    """The 11-test of a BSN, a thousand times as fast as a library that also cleans its input."""
    som = sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, nummer, strict=True))
    return som % 11 == 0


@cache
def _achternamen() -> tuple[tuple[str, str], ...]:
    """Return plain surnames as (prefix, name); names of dukes and saints are left out."""
    gevonden = {}
    for naam in Provider.last_names:
        voor = next((v for v in _VOORVOEGSELS if naam.startswith(v)), "")
        rest = naam[len(voor) :]
        if rest.isalpha() and rest.isascii() and rest[0].isupper():
            gevonden[voor.strip(), rest] = True
    return tuple(gevonden)


def maak_personen(jeugdigen: list[Jeugdige], zaad: int) -> list[Persoon]:
    """Return a person per youth, in the same order."""
    nummers = _verdeel_bsns(jeugdigen)
    return [_persoon(jeugdige, nummers.get(i), toeval(zaad, f"mens:{i}")) for i, jeugdige in enumerate(jeugdigen)]


def _verdeel_bsns(jeugdigen: list[Jeugdige]) -> dict[int, str]:
    def laatste_hulp(nummer: int) -> date:
        return max(t.eind for t in jeugdigen[nummer].trajecten)

    volgorde = sorted(range(len(jeugdigen)), key=laatste_hulp, reverse=True)
    return dict(zip(volgorde, bsns_testreeks()[BEWAARD:], strict=False))


def _persoon(jeugdige: Jeugdige, bsn: str | None, bron: Random) -> Persoon:
    voorvoegsel, achternaam = bron.choice(_achternamen())
    voogd = any(t.product == "48A02" for t in jeugdige.trajecten)
    gezag = (Gezag("Gecertificeerde instelling", "voogd"),) if voogd else tuple(_ouders(voorvoegsel, achternaam, bron))
    return Persoon(
        achternaam=achternaam, voorvoegsel=voorvoegsel,
        voornaam=bron.choice(_JONGENS if jeugdige.geslacht == "1" else _MEISJES),
        bsn=bsn, gezag=gezag, postcode=f"{bron.randint(13, 83)}{bron.randint(10, 99)}XX",
        huisnummer=bron.randint(1, 240), straat=bron.choice(STRATEN),
    )  # fmt: skip


def _ouders(voorvoegsel: str, achternaam: str, bron: Random) -> Iterator[Gezag]:
    eigen = f"{voorvoegsel} {achternaam}".strip()
    anders = " ".join(bron.choice(_achternamen())).strip()
    yield Gezag(f"{bron.choice(_MEISJES)} {anders}", "moeder")
    if bron.random() < 0.72:
        yield Gezag(f"{bron.choice(_JONGENS)} {eigen}", "vader")


STRATEN = (
    "Dijkgraafplein", "Zuiderwagenstraat", "Polderweg", "Botterlaan", "Kustrif", "Archipel", "Wierde", "Kempenaar",
    "Horstwal", "Karveel", "Jol", "Schoener", "Galjoen", "Griend", "Zeilmaker", "Houtrib",
)  # fmt: skip


def maak_naam(bron: Random) -> str:
    """Return the name of somebody who works in the region."""
    voorvoegsel, achternaam = bron.choice(_achternamen())
    return f"{bron.choice(_MEISJES + _JONGENS)} {voorvoegsel} {achternaam}".replace("  ", " ")
