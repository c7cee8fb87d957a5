"""The catalogue of acts: what people may be allowed to do, whose power it is by statute, and what it is in law."""

from dataclasses import dataclass
from enum import Enum

from recht.mandaat import Aard


class Orgaan(Enum):
    """The body of a municipality that has a power by statute."""

    COLLEGE = "college"
    RAAD = "raad"


@dataclass(frozen=True)
class Handeling:
    """One act. `niet_door` tells why the power cannot be passed on; empty when it can."""

    code: str
    tekst: str
    aard: Aard
    grondslag: str
    orgaan: Orgaan = Orgaan.COLLEGE
    niet_door: str = ""


_B, _P, _F = Aard.BESLUIT, Aard.PRIVAATRECHTELIJK, Aard.FEITELIJK
_AARD_VERZET = "De raad stelt dit zelf vast; het leent zich niet voor mandaat (Awb 10:3)."

HANDELINGEN: dict[str, Handeling] = {
    h.code: h
    for h in (
        Handeling("toewijzen", "Hulp toewijzen aan een kind", _B, "Jeugdwet 2.3 lid 1"),
        Handeling("afwijzen", "Een verzoek om hulp afwijzen", _B, "Jeugdwet 2.3 lid 1"),
        Handeling("beschikken", "Een besluit over hulp voor een kind tekenen", _B, "Jeugdwet 2.3 lid 1"),
        Handeling("beschikken_pgb", "Een persoonsgebonden budget toekennen of weigeren", _B, "Jeugdwet 8.1.1"),
        Handeling("bezwaar", "Beslissen op een bezwaar", _B, "Awb 7:11"),
        Handeling("handelingskader", "Het regionale handelingskader vaststellen", _B, "Awb 4:81"),
        Handeling("inkoopbesluit", "Besluiten welke hulp wordt ingekocht en bij wie", _B, "Gemeentewet 160 lid 1"),
        Handeling("tarieven", "Tarieven vaststellen", _B, "Besluit Jeugdwet 2.3"),
        Handeling("subsidie", "Subsidie geven aan een regionale organisatie", _B, "Awb 4:21 en 4:23"),
        Handeling("contract_sluiten", "Een contract met een aanbieder sluiten", _P, "Gemeentewet 160 lid 1 en 171"),
        Handeling("contractbeheer", "Contracten beheren en gesprekken met aanbieders voeren", _F, "Jeugdwet 2.3"),
        Handeling("woordvoering", "Namens de regio naar buiten treden", _F, "Centrumregeling"),
        Handeling("indiceren", "Onderzoeken en adviseren welke hulp nodig is", _F, "Jeugdwet 2.3"),
        Handeling("regiovisie", "De regiovisie vaststellen", _B, "Jeugdwet 2.2", Orgaan.RAAD, _AARD_VERZET),
        Handeling("verordening", "De verordening jeugdhulp vaststellen", _B, "Jeugdwet 2.9", Orgaan.RAAD, _AARD_VERZET),
    )
}
