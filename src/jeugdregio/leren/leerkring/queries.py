"""Reading circles: the agenda and the stories for everybody, a circle itself for who works in it."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.leren.leerkring.models import Bijdrage, Bron, Deelnemer, Kring, Les, Verhaal
from jeugdregio.leren.leerkring.permissions import deelnemer_van, zichtbare_kringen
from jeugdregio.organisaties.models import Aanstelling, Rol
from jeugdregio.organisaties.wie import Wie

_GEEN_DEELNEMER = (Rol.BEHEER, Rol.BERICHTEN)


@dataclass(frozen=True)
class Stapbeeld:
    """One step with what was written in it; the voice of experience stands apart."""

    code: str
    label: str
    bijdragen: list[Bijdrage] = field(default_factory=list)
    ervaring: list[Bijdrage] = field(default_factory=list)


def agenda() -> QuerySet[Kring]:
    """Return the circles that come, for everybody: what, when, where; not who or what is said."""
    return Kring.objects.filter(op__gte=vandaag()).select_related("organisator").order_by("op", "titel")


def verhalen() -> QuerySet[Verhaal]:
    """Return the stories that may be told, newest first."""
    return Verhaal.objects.openbaar().select_related("kring").order_by("-gepubliceerd_op")


def verhaal(verhaal_id: UUID) -> Verhaal:
    """Return one story that may be told, with its sources. Raises NietGevonden for any other."""
    bronnen = Prefetch("bronnen", Bron.objects.select_related("deelnemer__gebruiker", "deelnemer__organisatie"))
    gevonden = verhalen().prefetch_related(bronnen).filter(pk=verhaal_id).first()
    if gevonden is None:
        raise NietGevonden("Dit verhaal is er niet, of mag niet meer worden verteld.")
    return gevonden


def mijn_kringen(wie: Wie) -> QuerySet[Kring]:
    """Return the circles this person works in."""
    return zichtbare_kringen(wie).select_related("organisator")


def kring(wie: Wie, kring_id: UUID) -> Kring:
    """Return one circle with all that belongs to it. Raises NietGevonden."""
    bronnen = Prefetch("bronnen", Bron.objects.select_related("deelnemer__gebruiker", "deelnemer__organisatie"))
    gevonden = (
        zichtbare_kringen(wie).select_related("organisator", "begeleider")
        .prefetch_related(
            Prefetch("deelnemers", Deelnemer.objects.select_related("gebruiker", "organisatie")),
            Prefetch("bijdragen", Bijdrage.objects.select_related("deelnemer__gebruiker", "deelnemer__organisatie")),
            Prefetch("lessen", Les.objects.select_related("door__gebruiker")),
            Prefetch("verhalen", Verhaal.objects.prefetch_related(bronnen).order_by("-nummer")),
        )
        .filter(pk=kring_id).first()
    )  # fmt: skip
    if gevonden is None:
        raise NietGevonden("Deze leerkring is er niet.")
    return gevonden


def stappen(kring: Kring) -> list[Stapbeeld]:
    """Return success and reflection with their contributions."""
    return [
        Stapbeeld(
            stap, Kring.Stap(stap).label,
            [b for b in kring.bijdragen.all() if b.stap == stap and not b.deelnemer.is_ervaring],
            [b for b in kring.bijdragen.all() if b.stap == stap and b.deelnemer.is_ervaring],
        )
        for stap in (Kring.Stap.SUCCES, Kring.Stap.REFLECTIE)
    ]  # fmt: skip


def mijn_bron(wie: Wie, kring: Kring) -> Bron | None:
    """Return what this person must say, or said, about the latest version or the published one."""
    mijn = deelnemer_van(wie, kring)
    versies = list(kring.verhalen.all())
    kijk = versies[:1] + [v for v in versies[1:] if v.staat == "gepubliceerd"]
    bronnen = (b for v in kijk for b in v.bronnen.all())
    return next((b for b in bronnen if mijn and b.deelnemer_id == mijn.pk), None)


def uit_te_nodigen(kring: Kring) -> QuerySet[Aanstelling]:
    """Return who can be asked to take part: appointments of today, without who only keeps the system."""
    return (
        Aanstelling.objects.op(vandaag()).exclude(rol__in=_GEEN_DEELNEMER)
        .exclude(gebruiker__in=kring.deelnemers.values("gebruiker")).select_related("gebruiker", "organisatie")
        .order_by("organisatie__naam", "rol", "gebruiker__naam")
    )  # fmt: skip
