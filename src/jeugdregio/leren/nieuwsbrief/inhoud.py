"""What an issue holds, as it read when the version was made, and how it becomes a document."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel
from jeugdregio.basis.klok import vandaag
from jeugdregio.leren.etalage.models import Praktijk
from jeugdregio.leren.leerkring.models import Kring, Verhaal
from jeugdregio.leren.nieuwsbrief.models import Uitgave
from recht.datum import datum_nl

Deel = dict[str, str]
_KOPPEN = {"verhaal": "Verhalen uit de leerkringen", "praktijk": "Uit de etalage"}
_WEG = "Dit onderdeel is ingetrokken en staat hier niet meer."


def als_verhaal(verhaal: Verhaal) -> Deel:
    """Return a story as it reads now."""
    return {"soort": "verhaal", "id": str(verhaal.pk), "titel": verhaal.titel, "tekst": verhaal.tekst}


def als_praktijk(praktijk: Praktijk) -> Deel:
    """Return a practice as it reads now: principle first, then where, what, and what is known."""
    wie = f"{praktijk.organisatie}{' (verzonnen voorbeeld)' if praktijk.fictief else ''}"
    tekst = (
        f"Principe: {praktijk.principe}\nWaar: {praktijk.context}\nWat: {praktijk.wat}\n"
        f"Wat we weten: {praktijk.bewijs}\nMeer weten? {praktijk.contact}, {wie}."
    )
    return {"soort": "praktijk", "id": str(praktijk.pk), "titel": praktijk.titel, "tekst": tekst}


def als_agenda(kring: Kring) -> Deel:
    """Return a circle as a line of the agenda."""
    tekst = f"{datum_nl(kring.op)}: {kring.titel}, {kring.plaats} ({kring.get_niveau_display().lower()})"
    return {"soort": "agenda", "id": str(kring.pk), "titel": kring.titel, "tekst": tekst}


def niet_meer_te_vertellen(inhoud: Iterable[Deel]) -> set[str]:
    """Return the keys of stories and practice that were withdrawn since; two queries."""
    delen = list(inhoud)
    verhalen = {UUID(d["id"]) for d in delen if d["soort"] == "verhaal"}
    praktijken = {UUID(d["id"]) for d in delen if d["soort"] == "praktijk"}
    mag = set(Verhaal.objects.openbaar().filter(pk__in=verhalen).values_list("pk", flat=True))
    getoond = Praktijk.objects.filter(pk__in=praktijken, staat=Praktijk.Staat.GETOOND)
    mag |= set(getoond.values_list("pk", flat=True))
    return {str(pk) for pk in (verhalen | praktijken) - mag}


def als_document(uitgave: Uitgave, verzonden_op: date | None) -> Document:
    """Return a version as document; what was withdrawn since is left out, and says so."""
    inhoud: list[Deel] = uitgave.inhoud
    weg = niet_meer_te_vertellen(inhoud)
    delen: list[Onderdeel] = [Alinea(a) for a in _alineas(uitgave.inleiding)]
    for soort, kop in _KOPPEN.items():
        gekozen = [d for d in inhoud if d["soort"] == soort]
        delen += [Kop(kop)] if gekozen else []
        for deel in gekozen:
            delen += [Alinea(_WEG)] if deel["id"] in weg else _met_kop(deel)
    agenda = tuple(d["tekst"] for d in inhoud if d["soort"] == "agenda")
    delen += [Kop("Agenda van de leerkringen"), Lijst(agenda)] if agenda else []
    stand = f"verzonden op {datum_nl(verzonden_op)}" if verzonden_op else "concept, nog niet verzonden"
    nummer = uitgave.nieuwsbrief.nummer
    return Document(
        titel=uitgave.titel, afzender=f"{uitgave.nieuwsbrief.uitgever} – academie", datum=verzonden_op or vandaag(),
        gegevens=(("Nieuwsbrief", str(nummer)), ("Versie", f"{uitgave.nummer}, {stand}")), onderdelen=tuple(delen),
        voettekst=f"Nieuwsbrief {nummer}, versie {uitgave.nummer}",
    )  # fmt: skip


def _met_kop(deel: Deel) -> list[Onderdeel]:
    return [Kop(deel["titel"], 3), *(Alinea(a) for a in _alineas(deel["tekst"]))]


def _alineas(tekst: str) -> list[str]:
    return [regel.strip() for regel in tekst.splitlines() if regel.strip()]
