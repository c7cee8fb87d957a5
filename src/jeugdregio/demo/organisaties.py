"""Organisations, people and contact points of the demonstration, as tables. Everybody is fictional."""

from dataclasses import dataclass
from datetime import date

from jeugdregio.demo.bevolkingscijfers import GEMEENTEN
from jeugdregio.demo.zorgaanbod import AANBIEDERS
from jeugdregio.organisaties.models import Contactpunt, Rol, Soort

REGIO_VAN = date(2015, 1, 1)
CENTRUMGEMEENTE = "0034"
# Zeewolde took part in 2021 and does not any more; the sources do not give the day it left.
OUD_LID = ("0050", "Zeewolde", date(2022, 12, 31))
WACHTWOORD = "welkom in de jeugdregio"
TOKENS = ("65656055", "42420098")
SCOPES = ["berichten:schrijven", "berichten:lezen", "toewijzingen:lezen"]


@dataclass(frozen=True)
class Rij:
    """One organisation; `sleutel` is how accounts and contact points name it."""

    sleutel: str
    naam: str
    soort: str
    code: str | None = None
    hoort_bij: str = ""
    bezorging: str = "portaal"


def organisaties() -> list[Rij]:
    """Return all organisations: municipalities first, because others belong to them."""
    gemeenten = [Rij(g.naam.lower(), g.naam, Soort.GEMEENTE, g.code) for g in GEMEENTEN]
    oud = Rij("zeewolde", OUD_LID[1], Soort.GEMEENTE, OUD_LID[0])
    raden = [
        Rij(f"raad-{g.naam.lower()}", f"Gemeenteraad {g.naam}", Soort.RAAD, hoort_bij=g.naam.lower()) for g in GEMEENTEN
    ]
    anderen = [
        Rij("regio", "Regiokantoor Jeugd Flevoland", Soort.REGIOKANTOOR, hoort_bij="almere"),
        Rij("jeugdlelystad", "Uitvoering Jeugd Lelystad", Soort.UITVOERDER, hoort_bij="lelystad"),
        Rij("veiligthuis", "Veilig Thuis Flevoland", Soort.VEILIG_THUIS),
        Rij("raadkinderbescherming", "Raad voor de Kinderbescherming", Soort.RVDK),
    ]
    aanbieders = [
        Rij(a.adres, a.naam, Soort.GI if a.soort == "gi" else Soort.AANBIEDER, a.agb, bezorging=a.bezorging)
        for a in AANBIEDERS
    ]
    return [*gemeenten, oud, *raden, *anderen, *aanbieders]


@dataclass(frozen=True)
class Account:
    """Somebody who can sign in as `ROL@PLAATS.demo`."""

    rol: str
    plaats: str
    organisatie: str

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.rol}@{self.plaats}.demo"


_ROLLEN_GEMEENTE = (
    Rol.TOEGANG, Rol.BERICHTEN, Rol.CONTRACT, Rol.CONTROLLER, Rol.ANALIST, Rol.WETHOUDER, Rol.PRIVACY, Rol.BEHEER,
    Rol.GRIFFIER, Rol.BELEID, Rol.JURIST, Rol.TEAMLEIDER,
)  # fmt: skip


def accounts() -> list[Account]:
    """Return one account per role and organisation."""
    gevonden = [Account(rol, g.naam.lower(), g.naam.lower()) for g in GEMEENTEN for rol in _ROLLEN_GEMEENTE]
    regiokantoor = (
        Rol.DIRECTEUR, Rol.SECRETARIS, Rol.CONTRACT, Rol.ANALIST, Rol.BELEID, Rol.JURIST, Rol.VOORZITTER,
        Rol.BEGELEIDER, Rol.ERVARING, Rol.EXPERT,
    )  # fmt: skip
    gevonden += [Account(rol, "regio", "regio") for rol in regiokantoor]
    gevonden += [Account(Rol.GI if a.soort == "gi" else Rol.AANBIEDER, a.adres, a.adres) for a in AANBIEDERS]
    gevonden += [Account(Rol.EXPERT, adres, adres) for adres in ("debrug", "dehaven")]
    gevonden.append(Account(Rol.VEILIG_THUIS, "veiligthuis", "veiligthuis"))
    gevonden.append(Account(Rol.TOEGANG, "jeugdlelystad", "jeugdlelystad"))
    return gevonden


@dataclass(frozen=True)
class Punt:
    """A contact point; `dagen_geleden` is when it was last checked: beyond half a year it is stale.

    `uren` are days (0 is Monday) with a time from and a time until; empty means day and night. `vacant` is since how
    many days nobody has the post; `voor` the organisation whose people it is for.
    """

    organisatie: str
    onderwerp: str
    naam: str
    uren: tuple[str, str, str] | None
    dagen_geleden: int
    vervanger: str = ""
    telefoon: str = ""
    vervanger_telefoon: str = ""
    vacant: int = 0
    voor: str = ""


_O = Contactpunt.Onderwerp
_KANTOOR = ("01234", "09:00", "17:00")
_BUITEN_KANTOOR = ("0123456", "17:00", "09:00")


def contactpunten() -> list[Punt]:
    """Return the contact points. Some are stale; Urk has none for extensions and crisis: that is a beurt."""
    punten = [
        Punt("veiligthuis", _O.CRISIS, "Dienst crisis jeugd", None, 12, telefoon="0880000112"),
        Punt("veiligthuis", _O.ZORGEN, "Meldpunt Veilig Thuis", None, 20, telefoon="0880000200"),
        Punt("veiligthuis", _O.VEILIG_THUIS, "Bureaudienst", _KANTOOR, 20, telefoon="0880000201"),
        Punt("jeugdlelystad", _O.ZORGEN, "Consulent van dienst", _KANTOOR, 30, telefoon="0320000110"),
        Punt("regio", _O.CONTRACT, "Contractteam regio", _KANTOOR, 45, telefoon="0360000300"),
        Punt("raadkinderbescherming", _O.GI, "Bureaudienst Raad", _KANTOOR, 90, telefoon="0880000400"),
    ]
    for nummer, gemeente in enumerate(GEMEENTEN):
        punten += _gemeentepunten(gemeente.naam, nummer)
    punten += [
        Punt(a.adres, _O.TOEWIJZING, f"Aanmelding {a.naam}", _KANTOOR, 200 if nummer % 5 == 4 else 25 + nummer,
             telefoon=f"08800{nummer:02d}500")
        for nummer, a in enumerate(AANBIEDERS)
    ]  # fmt: skip
    return punten


def _gemeentepunten(naam: str, nummer: int) -> list[Punt]:
    sleutel, telefoon = naam.lower(), f"0320{nummer}00"
    punten = [
        Punt(sleutel, _O.ZORGEN, f"Toegang Jeugd {naam}", _KANTOOR, 15 + nummer, "teamleider toegang",
             f"{telefoon}110"),
        Punt(sleutel, _O.BERICHTEN, "Berichtenbeheer", _KANTOOR, 60, telefoon=f"{telefoon}120"),
        Punt(sleutel, _O.GI, "GI-deskundige", ("0123", "09:00", "16:30"), 250 if naam == "Dronten" else 30,
             "teamleider toegang", f"{telefoon}130"),
        Punt(sleutel, _O.VEILIG_THUIS, "Accounthouder Veilig Thuis", _KANTOOR, 20, "teamleider toegang",
             f"{telefoon}140", f"{telefoon}111", vacant=20 if naam == "Noordoostpolder" else 0),
        Punt(sleutel, _O.BEZWAAR, "Secretariaat bezwaar", _KANTOOR, 300 if naam == "Almere" else 50,
             telefoon=f"{telefoon}150"),
    ]  # fmt: skip
    if naam != "Urk":
        punten += [
            Punt(sleutel, _O.TOEWIJZING, "Toewijzing en verlenging", _KANTOOR, 20, "teamleider toegang",
                 f"{telefoon}160", f"{telefoon}111"),
            Punt(sleutel, _O.CRISIS, "Piket toegang jeugd", _BUITEN_KANTOOR if naam == "Almere" else _KANTOOR, 25,
                 telefoon=f"{telefoon}112"),
        ]  # fmt: skip
    gi = next(a for a in AANBIEDERS if a.soort == "gi")
    if naam == "Lelystad":
        punten.append(Punt(sleutel, _O.GI, f"Accounthouder {gi.naam}", _KANTOOR, 10, "GI-deskundige",
                           f"{telefoon}170", f"{telefoon}130", voor=gi.adres))  # fmt: skip
    return punten
