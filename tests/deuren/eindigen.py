"""The doors of help that ends: the municipality of the child, its provider, and the team leader for the list."""

from tests.deuren.deur import Deur
from tests.deuren.kern import AANBIEDER, AANBIEDER_ELDERS, BEIDE, BEIDE_ELDERS, TOEGANG, TOEGANG_ELDERS

_TOEWIJZING = {"toewijzing_id": "toewijzing"}

DEUREN: dict[str, Deur] = {
    "eindigen:lijst": Deur(BEIDE | BEIDE_ELDERS | {"teamleider_lelystad"}),
    "eindigen:einde": Deur(BEIDE, onzichtbaar=BEIDE_ELDERS, **_TOEWIJZING),
    "eindigen:verlengen": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, **_TOEWIJZING),
    "eindigen:doorlopen": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, **_TOEWIJZING),
    "eindigen:eindigen": Deur(TOEGANG | AANBIEDER, onzichtbaar=TOEGANG_ELDERS | AANBIEDER_ELDERS, **_TOEWIJZING),
    "eindigen:achttien": Deur(TOEGANG, onzichtbaar=TOEGANG_ELDERS, kind_id="kind"),
}
