"""The doors of changing assignments: the municipality of the child, and the provider that delivers."""

from tests.deuren.deur import Deur
from tests.deuren.kern import AANBIEDER, AANBIEDER_ELDERS, TOEGANG, TOEGANG_ELDERS

_GEMEENTE = {"onzichtbaar": TOEGANG_ELDERS}
_AANBIEDER = {"onzichtbaar": AANBIEDER_ELDERS}

DEUREN: dict[str, Deur] = {
    "wijzigen:wijzig": Deur(TOEGANG, **_GEMEENTE, toewijzing_id="toewijzing"),
    "wijzigen:corrigeer": Deur(TOEGANG, **_GEMEENTE, toewijzing_id="toewijzing"),
    "wijzigen:verwijder": Deur(TOEGANG, **_GEMEENTE, toewijzing_id="toewijzing"),
    "wijzigen:toekennen": Deur(TOEGANG, **_GEMEENTE, verzoek_id="verzoek"),
    "wijzigen:vragen": Deur(AANBIEDER, **_AANBIEDER, toewijzing_id="toewijzing"),
    "wijzigen:intrekken": Deur(AANBIEDER, **_AANBIEDER, verzoek_id="verzoek"),
    "wijzigen:start": Deur(AANBIEDER, **_AANBIEDER, toewijzing_id="toewijzing"),
    "wijzigen:stop": Deur(AANBIEDER, **_AANBIEDER, toewijzing_id="toewijzing"),
    "wijzigen:stop_intrekken": Deur(AANBIEDER, **_AANBIEDER, post=True, toewijzing_id="toewijzing"),
}
