"""What the templates of the register need: the chain as steps to read, and the acts one may do."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from jeugdregio.bestuur.mandaten.keten import Bevoegdheid, beeindigd_op, ingestemd_op, instemmers
from jeugdregio.bestuur.mandaten.models import Betwisting, Gebeurtenis, Mandaat
from jeugdregio.bestuur.mandaten.namen import partij, zin
from jeugdregio.bestuur.mandaten.permissions import mag_vastleggen, mag_voor
from jeugdregio.organisaties.wie import Wie
from recht.mandaat import Slotsom
from recht.uitkomst import Stap

TONEN = {
    Slotsom.BEVOEGD: "goed",
    Slotsom.BEVOEGD_MITS: "info",
    Slotsom.BETWIST: "let-op",
    Slotsom.ONBEVOEGD: "gevaar",
}


@dataclass(frozen=True)
class Schakelbeeld:
    """One link of the drawn chain: who gave what to whom, by which decision, and how it stands."""

    van: str
    naar: str
    mandaat: Mandaat
    adres: str
    stand: str
    toon: str
    stappen: tuple[Stap, ...]
    voorwaarden: tuple[str, ...]
    betwistingen: tuple[Betwisting, ...]


@dataclass(frozen=True)
class Ketenbeeld:
    """A chain for one or more municipalities in which it is the same."""

    gemeenten: str
    uitkomst: str
    toon: str
    antwoord: Bevoegdheid
    schakels: tuple[Schakelbeeld, ...]


def partijen_van(mandaat: Mandaat) -> tuple[str, str]:
    """Return giver and recipient in words."""
    return partij(mandaat.gever, mandaat.gever_functie), partij(mandaat.ontvanger, mandaat.ontvanger_functie)


def antwoordbeeld(wie: Wie, antwoord: Bevoegdheid) -> Ketenbeeld:
    """Return the answer to a question with its chain drawn."""
    schakels = tuple(_schakel(wie, antwoord, nummer) for nummer in range(len(antwoord.schakels)))
    woord = zin(antwoord.uitkomst.value)
    return Ketenbeeld(antwoord.gemeente.naam, woord, TONEN[antwoord.uitkomst], antwoord, schakels)


def _schakel(wie: Wie, antwoord: Bevoegdheid, nummer: int) -> Schakelbeeld:
    s = antwoord.schakels[nummer]
    van, naar = (zin(kant) for kant in partijen_van(s.mandaat))
    zichtbaar = s.mandaat.algemeen or wie.organisatie_id in {s.mandaat.gever_id, s.mandaat.ontvanger_id}
    stand, toon = ("betwist", "let-op") if s.betwistingen else ("houdt", "goed")
    if s.ontbreekt:
        stand, toon = "houdt niet", "gevaar"
    return Schakelbeeld(
        van, naar, s.mandaat, reverse("mandaten:mandaat", args=[s.mandaat.pk]) if zichtbaar else "", stand, toon,
        s.stappen, s.voorwaarden, s.betwistingen,
    )  # fmt: skip


def ketenbeelden(wie: Wie, antwoorden: Sequence[Bevoegdheid]) -> list[Ketenbeeld]:
    """Return the chains, those that are the same taken together: usually one, or one where it is disputed."""
    groepen: dict[tuple[object, ...], list[Bevoegdheid]] = {}
    for antwoord in antwoorden:
        laatste = tuple(s.mandaat.pk for s in antwoord.schakels[1:]) or tuple(s.mandaat.pk for s in antwoord.schakels)
        groepen.setdefault((antwoord.uitkomst, len(antwoord.schakels), laatste), []).append(antwoord)
    beelden = []
    for groep in groepen.values():
        beeld = antwoordbeeld(wie, groep[0])
        namen = ", ".join(a.gemeente.naam for a in groep)
        beelden.append(Ketenbeeld(namen, beeld.uitkomst, beeld.toon, beeld.antwoord, beeld.schakels))
    return beelden


@dataclass(frozen=True)
class Daad:
    """A button on the page of a mandate."""

    label: str
    adres: str
    soort: str = "tweede"


def daden_van(wie: Wie, mandaat: Mandaat) -> list[Daad]:
    """Return what this person may do with a mandate now."""
    gever, ontvanger = mag_voor(wie, mandaat.gever), mag_voor(wie, mandaat.ontvanger)
    voorbij = beeindigd_op(mandaat) is not None
    ingestemd = {
        g.door_id for g in mandaat.gebeurtenissen.all() if g.soort == Gebeurtenis.Soort.AANVAARD and g.op
    }  # fmt: skip
    moet_instemmen = mag_vastleggen(wie) and wie.organisatie_id in instemmers(mandaat) - ingestemd
    gemeente = any(mag_voor(wie, g) for g in mandaat.gemeenten.all())
    doorgeven = ontvanger and mandaat.ondermandaat_vanaf and (mandaat.ondergeschikt or ingestemd_op(mandaat))
    keuzes = (
        (moet_instemmen and not voorbij, "Stem in", "instemmen", "hoofd"),
        (doorgeven and not voorbij, "Geef door", "doorgeven", "tweede"),
        (gever and not voorbij, "Vervang", "vervangen", "tweede"),
        (gever and not voorbij, "Trek in", "intrekken", "tweede"),
        (gever, "Geef een instructie", "instructie", "stil"),
        (ontvanger, "Leg verantwoording af", "verantwoording", "stil"),
        (gever or ontvanger or gemeente, "Betwist", "betwisten", "stil"),
    )
    return [Daad(label, reverse(f"mandaten:{naam}", args=[mandaat.pk]), s) for mag, label, naam, s in keuzes if mag]
