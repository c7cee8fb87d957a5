"""Headers that keep a page safe, and the translation of refusals into pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, JeugdregioFout, NietGevonden

# No inline script or style, nothing from another host: a page holds data about children.
CSP = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
KOPPEN = {
    "Content-Security-Policy": CSP,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
STATUS: dict[type[JeugdregioFout], int] = {NietGevonden: 404, GeenRecht: 403, Conflict: 409, Geweigerd: 422}

Antwoorder = Callable[[HttpRequest], HttpResponse]


class BeveiligingsKoppen:
    """Adds the security headers Django does not know; no cache may keep a page."""

    def __init__(self, get_response: Antwoorder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with the headers; a view that set one itself keeps its own."""
        antwoord = self.get_response(request)
        for kop, waarde in KOPPEN.items():
            antwoord.headers.setdefault(kop, waarde)
        antwoord.headers.setdefault("Cache-Control", "no-store")
        return antwoord


class Foutvertaling:
    """Turns a refusal nobody caught into a page that says what now; any other error stays one."""

    def __init__(self, get_response: Antwoorder) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fout: Exception) -> HttpResponse | None:
        """Return the page for this refusal. The words of "not found" never tell more than that."""
        if not isinstance(fout, JeugdregioFout):
            return None
        status = next((code for soort, code in STATUS.items() if isinstance(fout, soort)), 422)
        melding = "" if isinstance(fout, NietGevonden) else str(fout)
        grondslag = getattr(fout, "grondslag", "")
        return render(request, f"{status}.html", {"melding": melding, "grondslag": grondslag}, status=status)
