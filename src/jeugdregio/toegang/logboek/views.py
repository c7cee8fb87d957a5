"""The screen of the privacy officer: who looked at, or changed, the file of one child."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.audit import queries as audit
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.toegang.logboek.zoeken import kind_voor_logboek, zoek_dossier


class ZoekForm(forms.Form):
    """Find a file by its number or by BSN. Sent with POST, so that no BSN ends up in an address."""

    zoek = forms.CharField(
        label="Dossiernummer of BSN",
        max_length=20,
        help_text="Bijvoorbeeld K-2026-00012 of negen cijfers",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


@require_http_methods(["GET", "POST"])
@scherm(Rol.PRIVACY)
def zoek(request: Verzoek) -> HttpResponse:
    """Search the file of a child of the own municipality."""
    formulier = ZoekForm(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        kind = zoek_dossier(request.wie, formulier.cleaned_data["zoek"])
        if kind is not None:
            return redirect("logboek:kind", kind.pk)
        formulier.add_error("zoek", "Dit dossier is er niet bij jouw gemeente. Controleer het nummer.")
    status = 422 if formulier.errors else 200
    return render(request, "toegang/logboek_zoek.html", {"form": formulier}, status=status)


@require_GET
@scherm(Rol.PRIVACY)
def kind(request: Verzoek, kind_id: UUID) -> HttpResponse:
    """Show the log of one child; looking at it is logged too."""
    gevonden = kind_voor_logboek(request.wie, kind_id)
    if gevonden is None:
        raise NietGevonden("Dit dossier is er niet.")
    leg_vast(request.wie, "logboek.bekeken", kind_id=gevonden.pk, soort="kind", onderwerp_id=gevonden.pk)
    pagina = request.GET.get("pagina", "1")
    alleen_inzage = request.GET.get("soort") == "inzage"
    context = {
        "kind": gevonden,
        "alleen_inzage": alleen_inzage,
        "pagina": audit.van_kind(
            gevonden.pk, alleen_inzage=alleen_inzage, pagina=int(pagina) if pagina.isdigit() else 1
        ),
        "kijkers": audit.kijkers(gevonden.pk),
    }
    return render(request, "toegang/logboek_kind.html", context)
