"""The plan of the family and the report of the research, as the family reads them, and its reaction."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet

from jeugdregio.basis.fouten import Conflict, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.mijn.gezinslid import Gezinslid
from jeugdregio.toegang.plannen.catalogus import vragen
from jeugdregio.toegang.plannen.models import Onderzoek, Plan, Plankind, Planversie
from jeugdregio.toegang.plannen.onderzoeken import bewaar_reactie


@dataclass(frozen=True)
class Planbeeld:
    """The open plan of the family, and the version that was agreed last, if any."""

    plan: Plan
    versie: Planversie | None


@dataclass(frozen=True)
class Verslag:
    """The report of the research as it was given: per question the answer. `mag_reageren` until somebody did."""

    onderzoek: Onderzoek
    antwoorden: tuple[tuple[str, str], ...]

    @property
    def mag_reageren(self) -> bool:
        """True while the family has not said what it thinks of it."""
        return self.onderzoek.reactie_op is None and self.onderzoek.afgerond_op is None


def plan_van(lid: Gezinslid) -> Planbeeld | None:
    """Return the plan the child is on today. A fixed number of queries."""
    lopend = Q(tot__isnull=True) | Q(tot__gte=vandaag())
    op_plan = (
        Plankind.objects.filter(lopend, kind=lid.kind, van__lte=vandaag(), plan__afgesloten_op__isnull=True)
        .select_related("plan").order_by("-van").first()
    )  # fmt: skip
    if op_plan is None:
        return None
    versie = (
        op_plan.plan.versies.filter(vastgesteld_op__isnull=False)
        .prefetch_related("doelen__acties__organisatie", "evaluaties", "betrokkenen").order_by("-nummer").first()
    )  # fmt: skip
    return Planbeeld(op_plan.plan, versie)


def verslagen(lid: Gezinslid) -> list[Verslag]:
    """Return the reports that were given to the family, newest first."""
    return [_verslag(onderzoek) for onderzoek in _gegeven(lid).prefetch_related("antwoorden")]


def reageer(lid: Gezinslid, onderzoek_id: UUID, tekst: str, op: date, *, versie: int) -> Onderzoek:
    """Keep what somebody of the family thinks of the report, word for word.

    Raises NietGevonden for another's report, Conflict when it changed since it was read, Geweigerd without words or
    when there is a reaction already.
    """
    with transaction.atomic():
        if not _gegeven(lid).filter(pk=onderzoek_id).exists():
            raise NietGevonden("Dit verslag is er niet.")
        if not Onderzoek.objects.filter(pk=onderzoek_id, versie=versie).update(versie=F("versie") + 1):
            raise Conflict("Het verslag is net veranderd. Lees het opnieuw; wat je schreef staat er nog.")
        onderzoek = Onderzoek.objects.select_related("hulpvraag__kind", "hulpvraag__gemeente").get(pk=onderzoek_id)
        return bewaar_reactie(lid, onderzoek, f"{lid.gebruikersnaam} ({lid.rolnaam})", tekst, op)


def _gegeven(lid: Gezinslid) -> QuerySet[Onderzoek]:
    return Onderzoek.objects.filter(hulpvraag__kind=lid.kind, voorgelegd_op__isnull=False).order_by("-voorgelegd_op")


def _verslag(onderzoek: Onderzoek) -> Verslag:
    gevraagd = vragen(onderzoek.domeinen)
    gegeven = {antwoord.vraag: antwoord.tekst for antwoord in onderzoek.antwoorden.all()}
    return Verslag(
        onderzoek, tuple((vraag.tekst, gegeven[code]) for code, vraag in gevraagd.items() if code in gegeven)
    )
