"""The one function that answers "what holds here, today?"."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.afspraken.vragen import VRAGEN
from jeugdregio.organisaties.models import Organisatie


@dataclass(frozen=True)
class Antwoord:
    """What holds. `betwist` is true when norms contradict and neither gives way by its own rules.

    `normen` are all norms on this question here, highest rank first; `stappen` tells in Dutch how the answer came.
    """

    vraag: str
    waarde: str
    antwoord: str
    norm: Norm | None
    betwist: bool
    stappen: tuple[str, ...]
    normen: tuple[Norm, ...]


def wat_geldt(vraag: str, gemeente: Organisatie, datum: date) -> Antwoord:
    """Answer a question of the catalogue for a municipality on a date, with the whole reasoning.

    The highest rank decides, unless it lets lower norms deviate. A norm the municipality did not adopt, or a lower
    norm that deviates without being allowed to, makes the answer disputed: what the municipality itself says is then
    shown as the practice, and the conflict beside it. Raises KeyError for an unknown question.
    """
    tekst = VRAGEN[vraag]
    normen = tuple(
        Norm.objects.op(datum)
        .filter(Q(gemeente__isnull=True) | Q(gemeente=gemeente), vraag=vraag)
        .order_by("rang", "van")
    )
    if not normen:
        stap = f"Er is op {datum:%d-%m-%Y} geen norm bekend op de vraag: {tekst}"
        return Antwoord(vraag, "", "Niet geregeld", None, False, (stap,), ())
    niet_vastgesteld = set(
        Norm.niet_vastgesteld_door.through.objects.filter(
            norm_id__in=[n.pk for n in normen], organisatie_id=gemeente.pk
        ).values_list("norm_id", flat=True)
    )
    return _weeg(vraag, gemeente, normen, niet_vastgesteld)


def _weeg(vraag: str, gemeente: Organisatie, normen: tuple[Norm, ...], niet_vastgesteld: set[UUID]) -> Antwoord:
    geldend = normen[0]
    betwist = False
    stappen = [f"{_naam(geldend)} zegt: {geldend.antwoord}."]
    for norm in normen[1:]:
        if norm.waarde == geldend.waarde and norm.pk not in niet_vastgesteld:
            stappen.append(f"{_naam(norm)} zegt hetzelfde.")
        elif norm.pk in niet_vastgesteld:
            betwist = True
            stappen.append(f"{_naam(norm)} zegt: {norm.antwoord}. {gemeente.naam} heeft deze norm niet vastgesteld.")
        elif geldend.lager_mag_afwijken:
            stappen.append(f"{_naam(norm)} wijkt af, en dat mag: {norm.antwoord}.")
            geldend = norm
        else:
            betwist = True
            stappen.append(f"{_naam(norm)} wijkt af zonder dat {_naam(geldend)} dat toestaat: {norm.antwoord}.")
            if norm.rang == Rang.LOKAAL:
                geldend = norm
    if betwist:
        stappen.append(f"De normen spreken elkaar tegen. Zo gaat het nu in {gemeente.naam}: {geldend.antwoord}.")
    return Antwoord(vraag, geldend.waarde, geldend.antwoord, geldend, betwist, tuple(stappen), normen)


def _naam(norm: Norm) -> str:
    return f"{norm.bron}, {norm.plaats}" if norm.plaats else norm.bron
