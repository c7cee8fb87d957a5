"""Making rows empty: whatever can hold words goes, unless it is named. So a field that is added later goes too."""

from typing import Any

from django.db.models import Case, CharField, Field, JSONField, Model, QuerySet, TextField, Value, When

from jeugdregio.basis.velden import VersleuteldeBytes, VersleuteldeTekst

LEEG = "Vernietigd"
# Up to here a text without choices is a code of a list (product, unit, municipality): what counting needs.
_CODE = 9


def maak_leeg(rijen: QuerySet[Any], *houd: str, **anders: object) -> int:
    """Empty all words, lists and encrypted values of these rows but for the fields in `houd`; return how many rows.

    Days, numbers, codes, choices and links stay. What was filled says LEEG and what was blank stays blank, so every
    constraint that asks for a reason still holds. `anders` gives other values, also for what would stay.
    """
    waarden = {
        veld.name: _leeg(veld)
        for veld in rijen.model._meta.concrete_fields
        if veld.name not in houd and houdt_woorden(veld)
    }
    return rijen.order_by().update(**{**waarden, **anders})


def houdt_woorden(veld: "Field[Any, Any]") -> bool:
    """Tell whether a field can hold words about somebody: text longer than a code, a list, or something encrypted."""
    if veld.primary_key or veld.is_relation or veld.choices:
        return False
    if isinstance(veld, CharField):
        return (veld.max_length or _CODE + 1) > _CODE
    return isinstance(veld, (TextField, JSONField, VersleuteldeBytes))


def _leeg(veld: "Field[Any, Any]") -> Any:
    if veld.null:
        return None
    if isinstance(veld, JSONField):
        return veld.get_default()
    if isinstance(veld, VersleuteldeBytes):
        return "" if isinstance(veld, VersleuteldeTekst) else b""
    return Case(When(**{veld.name: ""}, then=Value("")), default=Value(LEEG))


def wis_rijen(rijen: QuerySet[Any]) -> int:
    """Remove rows that hold nothing but content, with what hangs on them; return how many."""
    return rijen.delete()[0]


def van(model: type[Model], **waar: object) -> QuerySet[Any]:
    """Return the rows of a model; shorthand that keeps the lists of what is wiped readable."""
    return model._default_manager.filter(**waar)
