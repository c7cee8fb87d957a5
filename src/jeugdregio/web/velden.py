"""How a form widget becomes a component: its classes and its ties to label, hint and error."""

from django.forms import (
    BoundField,
    CheckboxInput,
    ClearableFileInput,
    DateInput,
    Select,
    Textarea,
    Widget,
)


def widget_attrs(veld: BoundField, hint: bool, fout: bool, groep: bool) -> dict[str, str | bool]:
    """Return the attributes for the widget of a bound field."""
    if groep:  # the group's fieldset carries hint and error; Django would put the class on a wrapper
        return {"class": "keuzes"}
    attrs: dict[str, str | bool] = {"class": klassen(veld.field.widget, fout)}
    ids = [f"{veld.auto_id}_hint"] * hint + [f"{veld.auto_id}_fout"] * fout
    if ids:
        attrs["aria-describedby"] = " ".join(ids)
    if fout:
        attrs["aria-invalid"] = "true"
    return attrs


def klassen(widget: Widget, fout: bool) -> str:
    """Return the classes of a widget, those its form gave it included."""
    basis = _component(widget)
    extra = str(widget.attrs.get("class", ""))
    mis = f"{basis.split()[0]}--invalid" if fout else ""
    return " ".join(deel for deel in (basis, mis, extra) if deel)


def _component(widget: Widget) -> str:
    if isinstance(widget, CheckboxInput):
        return "utrecht-checkbox utrecht-checkbox--html-input"
    if isinstance(widget, Select):
        return "utrecht-select utrecht-select--html-select"
    if isinstance(widget, Textarea):
        return "utrecht-textarea utrecht-textarea--html-textarea"
    smal = " kort" if isinstance(widget, DateInput) else ""
    bestand = " bestand" if isinstance(widget, ClearableFileInput) else ""
    return f"utrecht-textbox utrecht-textbox--html-input{smal}{bestand}"
