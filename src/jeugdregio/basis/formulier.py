"""What the forms of all rooms share: errors of an act beside their field, and the status of the answer."""

from typing import Any

from django.forms import BaseForm, CharField, DateField, DateInput

from jeugdregio.basis.fouten import Geweigerd


def zet_fouten(formulier: BaseForm, fout: Geweigerd) -> None:
    """Put what an act refused beside the fields it names; the whole sentence with its ground above the form.

    Where it is about one field, the ground stands with that field, so that one mistake is not told twice.
    """
    grond = f" ({fout.grondslag})" if fout.grondslag else ""
    bekend = {veld: tekst for veld, tekst in fout.velden.items() if veld in formulier.fields}
    if list(bekend.values()) == [str(fout)]:
        bekend, grond = {veld: f"{tekst}{grond}" for veld, tekst in bekend.items()}, ""
        fout = Geweigerd(next(iter(bekend.values())))
    for veld, tekst in bekend.items():
        formulier.add_error(veld, tekst)
    losse = list(bekend.values())
    if not losse or grond or str(fout) not in {" ".join(losse), *losse}:
        formulier.add_error(None, f"{fout}{grond}")


def status(formulier: BaseForm) -> int:
    """Return 422 for a form that came back with errors."""
    return 422 if formulier.is_bound and formulier.errors else 200


class Dag(DateInput):
    """A date field of the browser itself; its value travels as 2026-11-22."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class NodigeTekst(CharField):
    """A text that is needed: the form shows it so, and when it is empty the act says what is missing and why."""

    def validate(self, value: Any) -> None:
        """Leave an empty value to the act."""
        if value not in self.empty_values:
            super().validate(value)


class NodigeDag(DateField):
    """A day that is needed: the form shows it so, and when it is empty the act says what is missing and why."""

    def validate(self, value: Any) -> None:
        """Leave an empty value to the act."""
        if value not in self.empty_values:
            super().validate(value)
