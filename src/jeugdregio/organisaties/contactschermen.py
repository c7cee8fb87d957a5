"""Whom to call: the question in two steps, the directory, and keeping the contact points."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jeugdregio.basis.formulier import status
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import nu
from jeugdregio.organisaties import contactpunten, queries
from jeugdregio.organisaties.bellen import bel as bel_nu
from jeugdregio.organisaties.forms import BelForm, ContactpuntForm
from jeugdregio.organisaties.models import Contactpunt, Organisatie
from jeugdregio.organisaties.permissions import eis_contacten, houdt_contacten_bij
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def contacten(request: Verzoek) -> HttpResponse:
    """Show the question in two steps, and below it the whole directory."""
    onderwerp = request.GET.get("onderwerp", "")
    if onderwerp not in Contactpunt.Onderwerp.values:
        onderwerp = ""
    zoek = request.GET.get("zoek", "")[:100]
    context = {
        "form": BelForm(),
        "regels": Paginator(queries.contacten(request.wie, zoek, onderwerp), 20).get_page(request.GET.get("pagina")),
        "ontbreekt": queries.ontbrekende_contacten(request.wie),
        "deelnames": queries.deelnames(request.wie),
        "onderwerpen": Contactpunt.Onderwerp.choices,
        "onderwerp": onderwerp,
        "zoek": zoek,
        "beheerder": houdt_contacten_bij(request.wie),
    }
    return render(request, "organisaties/contacten.html", context)


@require_GET
@scherm()
def bel(request: Verzoek) -> HttpResponse:
    """Answer with one card: the number first, then hours, substitute, and what holds."""
    form = BelForm(request.GET or None)
    if not form.is_valid():
        return render(request, "organisaties/bel.html", {"form": form, "antwoord": None}, status=status(form))
    antwoord = bel_nu(request.wie, form.cleaned_data["plek"], form.cleaned_data["onderwerp"], nu())
    label = Contactpunt.Onderwerp(antwoord.onderwerp).label
    return render(request, "organisaties/bel.html", {"form": form, "antwoord": antwoord, "label": label, "nu": nu()})


@require_http_methods(["GET", "POST"])
@scherm()
def contact_bewaren(request: Verzoek) -> HttpResponse:
    """Write a contact point of the own organisation, or of one this person keeps."""
    sleutel = request.GET.get("organisatie", "")
    organisatie = next((o for o in Organisatie.objects.select_related("hoort_bij") if str(o.pk) == sleutel), None)
    organisatie = organisatie or request.wie.organisatie
    eis_contacten(request.wie, organisatie)
    begin = Contactpunt.objects.filter(
        organisatie=organisatie, onderwerp=request.GET.get("onderwerp", ""), voor__isnull=True
    ).first()
    return _bewaren(request, organisatie, begin)


@require_http_methods(["GET", "POST"])
@scherm()
def contact(request: Verzoek, punt_id: UUID) -> HttpResponse:
    """Change a contact point."""
    punt = queries.contactpunt(request.wie, punt_id)
    return _bewaren(request, punt.organisatie, punt)


def _bewaren(request: Verzoek, organisatie: Organisatie, punt: Contactpunt | None) -> HttpResponse:
    vorig = {"onderwerp": request.GET.get("onderwerp", "")}
    form = ContactpuntForm(request.POST or None, instance=punt, initial=vorig if punt is None else None)
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        try:
            contactpunten.bewaar_contactpunt(
                request.wie, onderwerp=velden.pop("onderwerp"), voor=velden.pop("voor"), velden=velden,
                organisatie=organisatie,
            )  # fmt: skip
        except Geweigerd as fout:
            for veld, tekst in fout.velden.items():
                form.add_error(veld, tekst)
        else:
            messages.success(request, "Het contactpunt is bewaard en telt als vandaag gecontroleerd.")
            return redirect("organisaties:contacten")
    context = {"form": form, "organisatie": organisatie, "punt": punt}
    return render(request, "organisaties/contact_bewaren.html", context, status=status(form))


@require_POST
@scherm()
def bevestigen(request: Verzoek, punt_id: UUID) -> HttpResponse:
    """Say in one click that a contact point is still right."""
    punt = contactpunten.bevestig_contactpunt(request.wie, punt_id)
    messages.success(request, f"Dank je. {punt.get_onderwerp_display()}: vandaag gecontroleerd.")
    return redirect("organisaties:contacten")
