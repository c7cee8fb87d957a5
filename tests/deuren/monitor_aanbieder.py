"""The doors of the figures per provider, and of the report of a talk between Lelystad and De Brug."""

from tests.deuren.deur import IEDEREEN, Deur
from tests.deuren.gesprekken import LEZERS as GESPREK
from tests.deuren.gesprekken import maak

__all__ = ["DEUREN", "maak"]  # the report is about the same talk

LEZERS = {"contract_lelystad", "controller_lelystad", "beleid_lelystad", "analist_lelystad", "directeur", "noor"}
ELDERS = {"iris", "gi_medewerker"}

DEUREN: dict[str, Deur] = {
    "monitor:aanbieders": Deur(LEZERS | ELDERS),
    "monitor:aanbieder": Deur(LEZERS, onzichtbaar=ELDERS, aanbieder_id="de_brug"),
    "monitor:rapport-pdf": Deur(GESPREK, onzichtbaar=IEDEREEN - GESPREK, gesprek_id="gesprek"),
    "monitor:rapport-word": Deur(GESPREK, onzichtbaar=IEDEREEN - GESPREK, gesprek_id="gesprek"),
}
