"""Figures for reviews and letters of joint governance, as anybody may see them: under the privacy rule."""

from collections.abc import Callable
from datetime import date, timedelta

from jeugdregio.bestuur import cijfers
from jeugdregio.bestuur.cijfers import Cijfer
from jeugdregio.monitor.queries import HELE_REGIO, Cijfers, verblijf_op
from jeugdregio.organisaties.models import Organisatie
from recht.datum import MAANDEN

BRON = "Cijfers van Jeugdregio, kinderen met jeugdhulp"


def _lees(kies: Callable[[Cijfers], int | None]) -> Callable[[date, Organisatie | None], Cijfer]:
    def lees(datum: date, gemeente: Organisatie | None) -> Cijfer:
        maand = (datum.replace(day=1) - timedelta(days=1)).replace(day=1)
        waarde = kies(verblijf_op(maand).van(gemeente.code or "" if gemeente else HELE_REGIO))
        tekst = "te weinig om te tonen" if waarde is None else f"{waarde:,}".replace(",", ".")
        return Cijfer(f"{tekst} ({MAANDEN[maand.month - 1]} {maand.year})", datum, BRON)

    return lees


def registreer_bestuurscijfers() -> None:
    """Give `bestuur` the figures it can choose from. Called when the application starts."""
    cijfers.registreer("verblijf.met", "Kinderen met jeugdhulp met verblijf", _lees(lambda c: c.met.waarde))
    cijfers.registreer("verblijf.zonder", "Kinderen met jeugdhulp zonder verblijf", _lees(lambda c: c.zonder.waarde))
    cijfers.registreer("verblijf.samen", "Kinderen met jeugdhulp", _lees(lambda c: c.samen.waarde))
