"""Families with a page of their own: parents and youths of the stories sign in as `ouder@` and `jeugdige@`."""

from dataclasses import dataclass
from datetime import date

from jeugdregio.basis import klok
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.organisaties import WACHTWOORD, Account
from jeugdregio.demo.verteller import Verteller
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.mijn.aanmelden import meld_aan
from jeugdregio.toegang.mijn.gezinslid import Gezinslid
from jeugdregio.toegang.mijn.uitnodigen import nodig_uit
from jeugdregio.toegang.mijn.vragen import Soort, beantwoord, stel_vraag
from jeugdregio.toegang.models import Kind


@dataclass(frozen=True)
class Gezin:
    """A child of the stories, by first name, and who of the family has an account: relation, or None for the child."""

    plaats: str
    voornaam: str
    wie: tuple[str | None, ...]


GEZINNEN = (
    Gezin("lelystad", "Mirthe", ("moeder", None)),
    Gezin("almere", "Dani", ("moeder",)),
    Gezin("dronten", "Jelle", ("moeder",)),
    Gezin("noordoostpolder", "Yara", ("vader", None)),
)


def _naam(relatie: str | None) -> str:
    """Return what stands before the @ of their address: a family has no role at an organisation."""
    return "ouder" if relatie else "jeugdige"


def gezinsaccounts() -> list[Account]:
    """Return the accounts of families, to print."""
    return [Account(_naam(relatie), gezin.plaats, "") for gezin in GEZINNEN for relatie in gezin.wie]


def laad_gezinnen(register: Register, vandaag: date) -> None:
    """Invite them and let them make their account; some have asked something already."""
    verteller = Verteller(register, vandaag)
    for gezin in GEZINNEN:
        gemeente = register.op_sleutel[gezin.plaats]
        wie = verteller.wie(gemeente, Rol.TOEGANG)
        kind = Kind.objects.filter(gemeente=gemeente, voornamen=gezin.voornaam).latest("aangemaakt_op")
        leden = []
        for relatie in gezin.wie:
            with klok.op(moment(verteller.terug(3), 15)):
                drager = kind.gezagsdragers.get(relatie=relatie) if relatie else None
                _, code = nodig_uit(wie, kind.pk, drager.pk if drager else None)
                email = Account(_naam(relatie), gezin.plaats, "").email
                leden.append(meld_aan(code, email, WACHTWOORD))
        if gezin.plaats == "lelystad":
            _vraag_en_antwoord(leden[0], verteller)


def _vraag_en_antwoord(ouder: Gezinslid, v: Verteller) -> None:
    with klok.op(moment(v.terug(2), 20)):
        vraag = stel_vraag(ouder, Soort.VRAAG, "Kan het gesprek ook na schooltijd? Dan mist Mirthe geen les.")
    with klok.op(moment(v.terug(1), 9)):
        wie = v.wie(ouder.gemeente, Rol.TOEGANG)
        beantwoord(wie, vraag.pk, "Ja, dat kan. De Brug belt je om samen een middag te kiezen.")
    with klok.op(moment(v.terug(1), 21)):
        stel_vraag(ouder, Soort.VERTROUWENSPERSOON, "")
