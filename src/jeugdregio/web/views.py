"""Signing in and out, the pages for errors, and (in development) the style guide."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse_lazy

from jeugdregio.audit.actions import leg_vast
from jeugdregio.organisaties.middleware import SESSIE_EERSTE
from jeugdregio.web.navigatie import andere_ingangen


class InlogForm(AuthenticationForm):
    """Signing in with e-mail address and password; the refusal never tells which of the two was wrong."""

    error_messages = {
        "invalid_login": (
            "Dit e-mailadres en wachtwoord horen niet bij elkaar. Controleer ze en probeer het opnieuw. "
            "Na vijf keer verkeerd is inloggen een kwartier geblokkeerd."
        ),
        "inactive": "Dit account is niet actief. Vraag je functioneel beheerder om hulp.",
    }

    def __init__(self, request: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["username"].label = "E-mailadres"
        self.fields["username"].widget.input_type = "email"
        self.fields["password"].label = "Wachtwoord"


class Inloggen(LoginView):
    """Signing in, with the other ways in beside it."""

    template_name = "web/inloggen.html"
    authentication_form = InlogForm
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        """Sign in; who has a password that somebody else chose, first chooses another."""
        antwoord = super().form_valid(form)
        if form.get_user().eerste_wachtwoord:
            self.request.session[SESSIE_EERSTE] = True
            return redirect("wachtwoord")
        return antwoord

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the other ways in."""
        return {**super().get_context_data(**kwargs), "voordeuren": andere_ingangen()}


inloggen = Inloggen.as_view()
uitloggen = LogoutView.as_view()


class WachtwoordForm(PasswordChangeForm):
    """The current password and a new one, twice; Django's own hints and refusals say "u" where our screens say "je"."""

    error_messages = {
        "password_incorrect": "Dit is niet het wachtwoord dat je nu hebt. Probeer het opnieuw.",
        "password_mismatch": "De twee nieuwe wachtwoorden zijn niet hetzelfde.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = "Je wachtwoord nu"
        nieuw = self.fields["new_password1"]
        nieuw.label = "Nieuw wachtwoord"
        nieuw.help_text = "Minstens 12 tekens. Kies niets dat veel mensen gebruiken of dat op je naam lijkt."
        self.fields["new_password2"].label = "Nog een keer hetzelfde nieuwe wachtwoord"
        self.fields["new_password2"].help_text = ""


class WachtwoordWijzigen(PasswordChangeView):
    """Choose a password nobody else knows; sessions elsewhere end. The log tells that, never what."""

    form_class = WachtwoordForm
    template_name = "web/wachtwoord.html"
    success_url = reverse_lazy("beurten:start")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tell whether this must be done first."""
        return {**super().get_context_data(**kwargs), "eerste": SESSIE_EERSTE in self.request.session}

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Store it, log it, and go to the home screen."""
        if form.cleaned_data["old_password"] == form.cleaned_data["new_password1"]:
            form.add_error("new_password1", "Kies een ander wachtwoord dan je nu hebt.")
            return self.form_invalid(form)
        form.user.eerste_wachtwoord = False
        antwoord = super().form_valid(form)
        self.request.session.pop(SESSIE_EERSTE, None)
        wie = getattr(self.request, "wie", None)
        if wie is not None:
            leg_vast(wie, "wachtwoord.gewijzigd", soort="gebruiker", onderwerp_id=wie.gebruiker_id)
        messages.success(self.request, "Je wachtwoord is gewijzigd.")
        return antwoord

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show what is wrong, with the status of input that is not right."""
        antwoord = super().form_invalid(form)
        antwoord.status_code = 422
        return antwoord


def fout_400(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request could not be read."""
    return render(request, "400.html", status=400)


def fout_403(request: HttpRequest, exception: Exception) -> HttpResponse:
    """This is not for this person."""
    return render(request, "403.html", status=403)


def fout_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is nothing here, or not for this person; the page does not tell which."""
    return render(request, "404.html", status=404)


def fout_500(request: HttpRequest) -> HttpResponse:
    """Something broke. The page needs no database, session or context: those may be what broke."""
    return HttpResponse(render_to_string("500.html"), status=500)


def stijl(request: HttpRequest) -> HttpResponse:
    """Show every component with examples; only has an address in development."""
    from jeugdregio.web.stijlgids import voorbeelden

    return render(request, "web/stijl.html", voorbeelden(request))
