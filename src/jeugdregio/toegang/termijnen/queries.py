"""Reading clocks: those of a child, of one thing, and one with all that happened to it."""

from uuid import UUID

from django.core.paginator import Page, Paginator

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.termijnstaat import einde_van_week
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.termijnen.actions import Onderwerp
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.termijnen.permissions import eis_termijnen, zichtbare_klokken

_DELEN = ("opschortingen", "ingebrekestellingen")
PER_PAGINA = 20


def klokken_van(wie: Wie, kind_id: UUID, *, alleen_lopend: bool = False) -> list[Klok]:
    """Return the clocks of a child this person sees, running ones first; three queries. The caller logs the look."""
    gevonden = zichtbare_klokken(wie).filter(kind_id=kind_id).prefetch_related(*_DELEN).select_related("hulpvraag")
    if alleen_lopend:
        gevonden = gevonden.filter(staat=Klok.Staat.LOOPT)
    return sorted(gevonden, key=lambda klok: (not klok.loopt, klok.einde))


def klokken_over(wie: Wie, onderwerp: Onderwerp) -> list[Klok]:
    """Return the clocks about one thing (a question, a decision, an objection) this person sees."""
    soort, id_ = onderwerp
    gevonden = zichtbare_klokken(wie).filter(onderwerp_soort=soort, onderwerp_id=id_)
    return list(gevonden.prefetch_related(*_DELEN))


def klok(wie: Wie, klok_id: UUID) -> Klok:
    """Return one clock with everything about it. Raises GeenRecht, NietGevonden; the caller logs."""
    eis_termijnen(wie)
    gevonden = (
        zichtbare_klokken(wie).select_related("kind", "gemeente", "hulpvraag").prefetch_related(*_DELEN)
        .filter(pk=klok_id).first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Deze termijn is er niet.")
    return gevonden


def lopende(wie: Wie, termijn: str, pagina: int) -> Page[Klok]:
    """Return a page of running clocks somebody is waited for: all, those past their end ("laat"), or due this week."""
    op = vandaag()
    gevonden = zichtbare_klokken(wie).filter(staat=Klok.Staat.LOOPT).exclude(rol="")
    if termijn == "laat":
        gevonden = gevonden.filter(einde__lt=op)
    elif termijn == "week":
        gevonden = gevonden.filter(einde__range=(op, einde_van_week(op)))
    gevonden = gevonden.select_related("kind").prefetch_related(*_DELEN).order_by("einde", "aangemaakt_op")
    return Paginator(gevonden, PER_PAGINA).get_page(pagina)
