"""The doors of the message desk: checking before sending, why refused, looking for a child, progress, volume."""

from tests.deuren.deur import Deur

_BERICHTEN = {"berichten_lelystad", "noor"}
_ELDERS = {"iris", "gi_medewerker"}

DEUREN: dict[str, Deur] = {
    "financien:omvang": Deur(
        {"fatima", "noor", "berichten_lelystad", "controller_lelystad"}, onzichtbaar={"bram", *_ELDERS},
        toewijzing_id="toewijzing",
    ),
    "postbus:afkeuringen": Deur(_BERICHTEN | _ELDERS),
    "postbus:afkeuringen-csv": Deur(_BERICHTEN | _ELDERS),
    "postbus:nakijken": Deur(_BERICHTEN | _ELDERS),
    "postbus:hersteld": Deur(_BERICHTEN, onzichtbaar=_ELDERS, post=True, bericht_id="bericht"),
    "postbus:nog-eens": Deur(_BERICHTEN, onzichtbaar=_ELDERS, post=True, bericht_id="bericht"),
    "postbus:voortgang": Deur(_BERICHTEN, onzichtbaar=_ELDERS, bericht_id="bericht"),
    "postbus:zoek-op-kind": Deur(_BERICHTEN | _ELDERS, post=True),
}  # fmt: skip
