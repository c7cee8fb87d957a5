"""The management of people and API tokens, and for whom one acts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties import actions, queries
from jeugdregio.organisaties.forms import AccountForm, RolForm, TokenForm
from jeugdregio.organisaties.middleware import SESSIE_ORGANISATIE
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_http_methods(["GET", "POST"])
@scherm(Rol.BEHEER)
def mensen(request: Verzoek) -> HttpResponse:
    """List the people of the own organisation and add somebody."""
    formulier = AccountForm(request.POST or None, wie=request.wie)
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.maak_account(request.wie, **formulier.cleaned_data)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het account is klaar.")
            return redirect("organisaties:mensen")
    context = {"mensen": queries.mensen(request.wie), "form": formulier}
    return render(request, "organisaties/mensen.html", context, status=status(formulier))


@require_http_methods(["GET", "POST"])
@scherm(Rol.BEHEER)
def mens(request: Verzoek, gebruiker_id: UUID) -> HttpResponse:
    """Show the roles of one person and give a role."""
    gebruiker = queries.mens(request.wie, gebruiker_id)
    formulier = RolForm(request.POST or None, wie=request.wie)
    if request.method == "POST" and formulier.is_valid():
        try:
            actions.geef_rol(request.wie, gebruiker_id, formulier.cleaned_data["rol"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "De rol is gegeven.")
            return redirect("organisaties:mens", gebruiker_id)
    context = {
        "gebruiker": gebruiker,
        "rollen": queries.rollen_van(request.wie, gebruiker),
        "form": formulier,
    }
    return render(request, "organisaties/mens.html", context, status=status(formulier))


@require_POST
@scherm(Rol.BEHEER)
def rol_beeindigen(request: Verzoek, gebruiker_id: UUID) -> HttpResponse:
    """End a role."""
    try:
        actions.beeindig_rol(request.wie, gebruiker_id, request.POST.get("rol", ""))
        messages.success(request, "De rol is beëindigd.")
    except Geweigerd as fout:
        messages.error(request, str(fout))
    return redirect("organisaties:mens", gebruiker_id)


@require_http_methods(["GET", "POST"])
@scherm(Rol.BEHEER)
def tokens(request: Verzoek) -> HttpResponse:
    """List the API tokens and make one; the text of a new one is shown once."""
    formulier = TokenForm(request.POST or None)
    geheim = ""
    if request.method == "POST" and formulier.is_valid():
        _, geheim = actions.maak_token(request.wie, **formulier.cleaned_data)
        formulier = TokenForm()
    context = {"tokens": queries.tokens(request.wie), "form": formulier, "geheim": geheim}
    return render(request, "organisaties/tokens.html", context, status=status(formulier))


@require_POST
@scherm(Rol.BEHEER)
def token_intrekken(request: Verzoek, token_id: UUID) -> HttpResponse:
    """Withdraw a token."""
    actions.trek_token_in(request.wie, token_id)
    messages.success(request, "Het token werkt niet meer.")
    return redirect("organisaties:tokens")


@require_http_methods(["GET", "POST"])
@scherm(*Rol.values)
def wissel(request: Verzoek) -> HttpResponse:
    """Choose for which organisation to act, for people with several appointments."""
    keuzes = queries.mijn_organisaties(request.wie)
    if request.method == "POST":
        gekozen = next((o for o in keuzes if str(o.pk) == request.POST.get("organisatie")), None)
        if gekozen is None:
            raise NietGevonden("Daar heb je vandaag geen aanstelling.")
        request.session[SESSIE_ORGANISATIE] = str(gekozen.pk)
        return redirect("beurten:start")
    return render(request, "organisaties/wissel.html", {"keuzes": keuzes})
