"""A large body costs memory and disk: only somebody who is known may send one, and only as a file."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jeugdregio.basis.invoer import aangekondigde_omvang

_API = "/api/"
_MET_BESTAND = "multipart/form-data"


class Invoergrens:
    """Answers 413 to what is too large, before anything of it is read.

    Stands after WieMiddleware, which tells who it is, and so before the CSRF check, which reads the form. The API has
    no session: it checks the token first and then reads its own stream.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what may be read."""
        if _te_groot(request):
            return render(request, "413.html", status=413)
        return self.get_response(request)


def _te_groot(request: HttpRequest) -> bool:
    if request.path_info.startswith(_API):
        return False
    if aangekondigde_omvang(request) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return False
    bekend = getattr(request, "wie", None) is not None
    return not (bekend and request.content_type == _MET_BESTAND)
