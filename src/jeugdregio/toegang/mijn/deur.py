"""The door of the family's page: somebody signed in, for one child the law lets them look along with."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.mijn.gezinslid import Gezinslid, gezinslid


class Verzoek(HttpRequest):
    """A request that passed the door: there is somebody of the family."""

    lid: Gezinslid


def gezinsscherm(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Open a view to somebody of the family; `toegang_id` is in the address. Nobody: to the sign-in page, else 404."""

    @wraps(view)
    def binnen(request: HttpRequest, toegang_id: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, Gebruiker):
            return redirect_to_login(request.get_full_path())
        request.lid = gezinslid(request.user, toegang_id)  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return binnen
