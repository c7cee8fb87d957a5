"""Putting what an act refused at the fields of the form, so that nothing somebody typed is lost."""

from django.forms import BaseForm

from jeugdregio.basis.fouten import Conflict, Geweigerd


def zet_fouten(formulier: BaseForm, fout: Geweigerd | Conflict) -> None:
    """Show each refusal at its field; what has no field of its own stands above the form."""
    velden = fout.velden if isinstance(fout, Geweigerd) else {}
    for veld, tekst in velden.items():
        formulier.add_error(veld if veld in formulier.fields else None, tekst)
    if not velden or not set(velden) <= set(formulier.fields):
        formulier.add_error(None, str(fout))


def status(formulier: BaseForm) -> int:
    """Return the status of a page with this form: 422 when something is wrong with it."""
    return 422 if formulier.is_bound and formulier.errors else 200
