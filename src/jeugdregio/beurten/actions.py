"""Opening and closing turns. Called by the acts of other rooms, inside their transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.basis.klok import nu
from jeugdregio.beurten import permissions
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.organisaties.wie import Wie

_LEESTEKST = ("titel", "aanduiding", "kenmerk", "tekst", "grondslag", "handeling", "escalatie")


@dataclass(frozen=True, kw_only=True)
class NieuweBeurt:
    """What a turn needs to be opened; see the fields of Beurt."""

    sleutel: str
    soort: str
    titel: str
    organisatie: Organisatie
    rol: str
    begon_op: date
    uiterlijk: date | None
    grondslag: str
    handeling: str
    pad: str
    aanduiding: str = ""
    kenmerk: str = ""
    tekst: str = ""
    wachtende: Organisatie | None = None
    contact: Gebruiker | None = None
    uitleg: Sequence[str] = ()
    escalatie: str = ""
    kind_id: UUID | None = None


def open_beurten(nieuwe: Iterable[NieuweBeurt]) -> None:
    """Open turns in one query; a turn whose `sleutel` exists (open or closed) is left as it is."""
    Beurt.objects.bulk_create(
        (Beurt(**{**vars(n), **_passend(n), "uitleg": list(n.uitleg)}) for n in nieuwe),
        ignore_conflicts=True,
        batch_size=500,
    )


def _passend(nieuw: NieuweBeurt) -> dict[str, str]:
    """Cut what is read by people to its column, so that a message with a hundred products still gives a turn."""
    uit = {}
    for naam in _LEESTEKST:
        tekst, lengte = getattr(nieuw, naam), getattr(Beurt._meta.get_field(naam), "max_length", 0)
        uit[naam] = tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1]}…"
    return uit


def open_beurt(**velden: object) -> Beurt:
    """Open one turn and return it; the arguments are the fields of NieuweBeurt. Opening it again changes nothing."""
    nieuw = NieuweBeurt(**velden)  # type: ignore[arg-type]
    open_beurten([nieuw])
    return Beurt.objects.get(sleutel=nieuw.sleutel)


def rond_af(*sleutels: str) -> int:
    """Close turns as done; return how many were open."""
    return _sluit(sleutels, Beurt.Staat.GEDAAN)


def laat_vervallen(*sleutels: str) -> int:
    """Close turns that are no longer needed; return how many were open."""
    return _sluit(sleutels, Beurt.Staat.VERVALLEN)


def heropen(*sleutels: str) -> int:
    """Open closed turns again, because what closed them was withdrawn; return how many were closed."""
    gesloten = Beurt.objects.filter(sleutel__in=sleutels).exclude(staat=Beurt.Staat.OPEN)
    return gesloten.update(staat=Beurt.Staat.OPEN, gesloten_op=None)


def verzet(sleutel: str, uiterlijk: date | None, uitleg: Sequence[str]) -> None:
    """Move the term of an open turn, with the steps that explain the new date."""
    Beurt.objects.filter(sleutel=sleutel, staat=Beurt.Staat.OPEN).update(uiterlijk=uiterlijk, uitleg=list(uitleg))


def geef_door(sleutels: Iterable[str], organisatie: Organisatie, *, wachtende: Organisatie | None) -> None:
    """Give open turns to another organisation, in one query; they keep their term. Again: changes nothing."""
    Beurt.objects.filter(sleutel__in=sleutels, staat=Beurt.Staat.OPEN).exclude(organisatie=organisatie).update(
        organisatie=organisatie, wachtende=wachtende, contact=None
    )


def herinner(wie: Wie, beurt_id: UUID) -> Beurt:
    """Remind the one whose turn it is. Only for who waits for it; at most once a day (again: changes nothing)."""
    beurt = permissions.wachtende_beurten(wie).filter(pk=beurt_id, staat=Beurt.Staat.OPEN).first()
    if beurt is None:
        raise NietGevonden("Deze beurt is er niet of is al gedaan.")
    if beurt.herinnerd_op is None or beurt.herinnerd_op.date() < nu().date():
        beurt.herinnerd_op = nu()
        beurt.save(update_fields=["herinnerd_op"])
        leg_vast(wie, "beurt.herinnerd", kind_id=beurt.kind_id, soort="beurt", onderwerp_id=beurt.pk)
    return beurt


def _sluit(sleutels: tuple[str, ...], staat: str) -> int:
    return Beurt.objects.filter(sleutel__in=sleutels, staat=Beurt.Staat.OPEN).update(staat=staat, gesloten_op=nu())
