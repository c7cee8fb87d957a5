"""Signing in and out, the pages for errors, and (in development) the style guide."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


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


inloggen = LoginView.as_view(
    template_name="web/inloggen.html", authentication_form=InlogForm, redirect_authenticated_user=True
)
uitloggen = LogoutView.as_view()


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
