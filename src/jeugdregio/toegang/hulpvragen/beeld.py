"""A question for help as people read it: its road as a band, what is asked now, who holds which role."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Raadpleging, Spoedhulp
from jeugdregio.toegang.hulpvragen.rollen import Houder
from jeugdregio.toegang.hulpvragen.stand import Stand, StapStand
from jeugdregio.toegang.weergave import BandStap, dag_en_maand
from recht.wegen import Punt, Wegstap

Naar = Callable[[Hulpvraag], str]

# What somebody does to take a step, in the words of the link.
DOE: dict[Punt, str] = {
    Punt.UITSPRAAK: "Leg de uitspraak vast",
    Punt.OVERLEG: "Leg het overleg vast",
    Punt.CONTACT: "Noem een contactpersoon",
    Punt.IDENTITEIT: "Vul het bsn in",
    Punt.WOONPLAATS: "Kijk de woonplaats na",
    Punt.TOESTEMMING: "Vraag toestemming en leg die vast",
    Punt.ONDERZOEK: "Doe het onderzoek",
    Punt.PLAN: "Maak het plan",
    Punt.BESLUIT: "Neem het besluit",
    Punt.TOEWIJZING: "Wijs de hulp toe",
}
WACHT: dict[Punt, str] = {
    Punt.ONTVANGEN: "Het verzoek van de aanbieder is er nog niet.",
    Punt.START: "De aanbieder meldt wanneer de hulp begint.",
    Punt.CONTRACT: "Er is geen contract voor deze hulp. Wijs alleen toe als je uitlegt waarom.",
}

# The same, short enough for the band of steps.
KOMT: dict[Punt, str] = {
    Punt.ONTVANGEN: "Verzoek van de aanbieder",
    Punt.START: "Start van de hulp",
    Punt.CONTRACT: "Contract voor deze hulp",
}


# What is missing as long as a step was not taken, in a list.
ONTBREEKT: dict[Punt, str] = {
    Punt.ONTVANGEN: "verzoek van de aanbieder",
    Punt.UITSPRAAK: "uitspraak",
    Punt.OVERLEG: "overleg",
    Punt.CONTACT: "contactpersoon",
    Punt.IDENTITEIT: "bsn",
    Punt.WOONPLAATS: "woonplaats",
    Punt.CONTRACT: "contract",
    Punt.TOESTEMMING: "toestemming",
    Punt.ONDERZOEK: "onderzoek",
    Punt.PLAN: "plan",
    Punt.BESLUIT: "besluit",
    Punt.TOEWIJZING: "toewijzing",
}


def wat_nu(stap: Wegstap) -> str:
    """Return what must happen to take a step, or what is waited for."""
    return DOE.get(stap.punt) or WACHT.get(stap.punt) or stap.naam


def _kind(naam: str) -> Naar:
    return lambda vraag: reverse(naam, args=[vraag.kind_id])


def _naar_rol(vraag: Hulpvraag) -> str:
    return reverse("hulpvragen:rol", args=[vraag.pk, "contact"])


def _naar_toewijzing(vraag: Hulpvraag) -> str:
    if vraag.verzoek_id:
        return reverse("toegang:verzoek", args=[vraag.verzoek_id])
    return reverse("toegang:rechtstreeks", args=[vraag.kind_id])


_naar: dict[Punt, Naar] = {
    Punt.UITSPRAAK: _kind("hulpvragen:maatregel"),
    Punt.OVERLEG: lambda vraag: reverse("hulpvragen:overleg", args=[vraag.pk]),
    Punt.CONTACT: _naar_rol,
    Punt.IDENTITEIT: _kind("gezinnen:bsn"),
    Punt.WOONPLAATS: _kind("toegang:woonplaats"),
    Punt.TOEWIJZING: _naar_toewijzing,
}


def registreer_pad(punt: Punt, naar: Naar) -> None:
    """Let a room above say where a step is taken. Called from `AppConfig.ready()`; again replaces it."""
    _naar[punt] = naar


@dataclass(frozen=True)
class TeDoen:
    """One thing to do or wait for; `pad` is empty when somebody else must act."""

    tekst: str
    pad: str
    wie: str
    grondslag: str


@dataclass(frozen=True)
class VraagBeeld:
    """One question on the page of its child."""

    vraag: Hulpvraag
    stand: Stand
    band: tuple[BandStap, ...]
    te_doen: tuple[TeDoen, ...]
    houders: tuple[Houder, ...]
    raadplegingen: tuple[Raadpleging, ...]
    spoed: Spoedhulp | None

    @property
    def nog_zonder(self) -> str:
        """What help that began at once still lacks, a word each."""
        woorden = ONTBREEKT | {Punt.TOESTEMMING: "toestemming of uitspraak"}
        return ", ".join(woorden[s.stap.punt] for s in self.stand.zonder_papieren)

    @property
    def gaten(self) -> int:
        """How many roles nobody holds."""
        return sum(houder.gat for houder in self.houders)


def maak_band(stand: Stand) -> tuple[BandStap, ...]:
    """Return the steps for the status band."""
    return tuple(BandStap(_kop(s), _onder(s), "nu" if s.staat == "mist" else s.staat) for s in stand.stappen)


def _kop(stap: StapStand) -> str:
    """Name what must happen for a step that is asked now: its own name says it as if it were done."""
    if stap.staat not in {"nu", "mist"}:
        return stap.stap.naam
    punt = stap.stap.punt
    return DOE.get(punt) or KOMT.get(punt) or stap.stap.naam


def _onder(stap: StapStand) -> str:
    if stap.gedaan:
        return dag_en_maand(stap.datum) if stap.datum else ""
    return {"nu": "nu", "mist": "nog te doen"}.get(stap.staat, "")


def te_doen(vraag: Hulpvraag, stand: Stand) -> tuple[TeDoen, ...]:
    """Return what can be done now: every step that is missing before the first that must wait for it."""
    if stand.afgewezen or vraag.afgesloten_op is not None:
        return ()
    open_ = [s for s in stand.stappen if not s.gedaan]
    eerst = [s for s in open_ if s.staat in {"nu", "mist"} or s.stap.punt in _NAAST]
    return tuple(_doe(vraag, stap) for stap in eerst)


# Steps that need not wait for the one before them.
_NAAST = frozenset({Punt.WOONPLAATS, Punt.TOESTEMMING, Punt.CONTACT, Punt.OVERLEG, Punt.IDENTITEIT})


def _doe(vraag: Hulpvraag, stap: StapStand) -> TeDoen:
    punt = stap.stap.punt
    tekst = wat_nu(stap.stap)
    naar = _naar.get(punt)
    return TeDoen(tekst, naar(vraag) if naar and punt in DOE else "", stap.stap.wie.value, stap.stap.grondslag)
