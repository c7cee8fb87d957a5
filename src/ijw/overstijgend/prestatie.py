"""Rules that judge one invoice line (JW323 Prestatie) by itself, against its assignment and the contract.

Each rule returns the Dutch explanation when the line breaks it, and None when it does not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ijw.berichten.basis import GeslotenPeriode
from ijw.berichten.jw323 import Prestatie
from ijw.eenheden import EURO, bedrag, datum, eenheid_naam, hoeveelheid, laatste_dag, omschrijving
from ijw.omvang import past, periode_van, toegestaan
from ijw.overstijgend.dossier import Dossier, Toewijzing
from ijw.overstijgend.tarief import Tarievenboek, bedrag_bij, eenheid_past, tarief_in


@dataclass(slots=True)
class Omgeving:
    """What every rule of one declaration shares. `dubbel`: references used more than once in it."""

    dossier: Dossier
    periode: GeslotenPeriode
    dubbel: frozenset[str]
    tarieven: Tarievenboek


RegelToets = Callable[[Prestatie, Omgeving], str | None]
ToewijzingToets = Callable[[Prestatie, Toewijzing, Omgeving], str | None]


def tr314(prestatie: Prestatie, omgeving: Omgeving) -> str | None:
    """Every line of a message with the same reference is refused: the answer names lines by it."""
    referentie = prestatie.product_referentie.referentie_nummer
    if referentie in omgeving.dossier.prestaties:
        return f"Referentienummer {referentie} is al eerder aangeleverd. Geef deze regel een nieuw referentienummer."
    if referentie in omgeving.dubbel:
        return (
            f"Referentienummer {referentie} staat meer dan één keer in deze declaratie. "
            "Geef elke regel een eigen referentienummer."
        )
    return None


def tr319(prestatie: Prestatie, omgeving: Omgeving) -> str | None:
    """The product period lies in this declaration period or in an earlier one."""
    eind = prestatie.product_periode.einddatum
    if eind <= omgeving.periode.einddatum:
        return None
    return (
        f"De productperiode loopt tot en met {datum(eind)}, de declaratieperiode tot en met "
        f"{datum(omgeving.periode.einddatum)}. Declareer deze regel in een latere declaratie."
    )


def tr381(prestatie: Prestatie, omgeving: Omgeving) -> str | None:
    """The product code belongs to the category in the product list in use."""
    producten = omgeving.dossier.producten
    if producten is None or (prestatie.product_categorie, prestatie.product_code) in producten:
        return None
    return (
        f"Productcode {prestatie.product_code} hoort in de productcodelijst niet bij "
        f"productcategorie {prestatie.product_categorie}."
    )


def tr307(prestatie: Prestatie, toewijzing: Toewijzing, _: Omgeving) -> str | None:
    """The product period does not begin before the assignment."""
    begin = prestatie.product_periode.begindatum
    if begin >= toewijzing.ingangsdatum:
        return None
    return (
        f"De productperiode begint op {datum(begin)}, maar de toewijzing gaat in op {datum(toewijzing.ingangsdatum)}."
    )


def tr308(prestatie: Prestatie, toewijzing: Toewijzing, _: Omgeving) -> str | None:
    """The product period does not end after the assignment."""
    eind = prestatie.product_periode.einddatum
    if toewijzing.einddatum is None or eind <= toewijzing.einddatum:
        return None
    return f"De productperiode eindigt op {datum(eind)}, maar de toewijzing eindigt op {datum(toewijzing.einddatum)}."


def tr321(prestatie: Prestatie, toewijzing: Toewijzing, _: Omgeving) -> str | None:
    """The volume fits in the assigned size for the product period; units that do not fit are TR341's."""
    omvang = omvang_van(toewijzing)
    if omvang is None or not eenheid_past(prestatie.eenheid, omvang[1]):
        return None
    periode = periode_van(prestatie.product_periode.begindatum, prestatie.product_periode.einddatum)
    if past(prestatie.geleverd_volume, prestatie.eenheid, omvang, periode, toewijzing.periode):
        return None
    volume, eenheid, frequentie = omvang
    uitkomst = toegestaan(volume, eenheid, frequentie, periode, toewijzing.periode, gedeclareerd_in=prestatie.eenheid)
    teveel = hoeveelheid(prestatie.geleverd_volume - (uitkomst.aantal or 0), prestatie.eenheid)
    return (
        f"{hoeveelheid(prestatie.geleverd_volume, prestatie.eenheid)} gedeclareerd in {periode}, "
        f"{omschrijving(volume, eenheid, frequentie)} toegewezen: ten hoogste {uitkomst.tekst}, "
        f"{teveel} te veel. {' '.join(uitkomst.stappen)}"
    )


def tr339(prestatie: Prestatie, toewijzing: Toewijzing, _: Omgeving) -> str | None:
    """The category is the assigned one, if one is assigned."""
    if toewijzing.categorie in (None, prestatie.product_categorie):
        return None
    return f"Productcategorie {prestatie.product_categorie} gedeclareerd, {toewijzing.categorie} toegewezen."


def tr340(prestatie: Prestatie, toewijzing: Toewijzing, _: Omgeving) -> str | None:
    """The product code is the assigned one, if one is assigned."""
    if toewijzing.code in (None, prestatie.product_code):
        return None
    return f"Productcode {prestatie.product_code} gedeclareerd, {toewijzing.code} toegewezen."


def tr341(prestatie: Prestatie, toewijzing: Toewijzing, omgeving: Omgeving) -> str | None:
    """The unit is that of the assignment, or of the contract when the assignment has none."""
    if toewijzing.eenheid is not None:
        eenheden = [toewijzing.eenheid]
    else:
        eenheden = [tarief.eenheid for tarief in omgeving.tarieven.afgesproken(prestatie, toewijzing)]
    if not eenheden or any(eenheid_past(prestatie.eenheid, eenheid) for eenheid in eenheden):
        return None
    bron = "toegewezen" if toewijzing.eenheid is not None else "in het contract afgesproken"
    namen = " of ".join(eenheid_naam(eenheid)[1] for eenheid in dict.fromkeys(eenheden))
    return f"Gedeclareerd in {eenheid_naam(prestatie.eenheid)[1]}, {bron} in {namen}."


def tr346(prestatie: Prestatie, toewijzing: Toewijzing, omgeving: Omgeving) -> str | None:
    """The amount is volume times rate, except for euros (CS339)."""
    if prestatie.eenheid == EURO:
        return None
    laagste, hoogste = bedrag_bij(prestatie, omgeving.tarieven.bruikbaar(prestatie, toewijzing))
    gevraagd = prestatie.ingediend_bedrag.bedrag
    if laagste <= gevraagd <= hoogste:
        return None
    hoort = bedrag(laagste) if laagste == hoogste else f"{bedrag(laagste)} tot {bedrag(hoogste)}"
    return (
        f"{bedrag(gevraagd)} ingediend, maar "
        f"{hoeveelheid(prestatie.geleverd_volume, prestatie.eenheid)} tegen "
        f"{bedrag(prestatie.product_tarief or 0)} is {hoort}."
    )


def tr384(_: Prestatie, toewijzing: Toewijzing, __: Omgeving) -> str | None:
    """No declaration on a withdrawn assignment."""
    if not toewijzing.verwijderd:
        return None
    return (
        f"Toewijzing {toewijzing.nummer} is verwijderd (reden wijziging 13). Vraag de gemeente welke toewijzing geldt."
    )


def tr387(prestatie: Prestatie, toewijzing: Toewijzing, _: Omgeving) -> str | None:
    """The product period begins on day 1 of the month, or on the assignment's first day in it."""
    begin = prestatie.product_periode.begindatum
    hoort = begin.replace(day=1)
    if _zelfde_maand(toewijzing.ingangsdatum, begin):
        hoort = toewijzing.ingangsdatum
    if begin == hoort:
        return None
    return f"De productperiode begint op {datum(begin)} en hoort te beginnen op {datum(hoort)}."


def tr388(prestatie: Prestatie, toewijzing: Toewijzing, _: Omgeving) -> str | None:
    """The product period ends on the last day of the month, or on the assignment's last day in it."""
    eind = prestatie.product_periode.einddatum
    hoort = laatste_dag(eind)
    if toewijzing.einddatum is not None and _zelfde_maand(toewijzing.einddatum, eind):
        hoort = toewijzing.einddatum
    if eind == hoort:
        return None
    return f"De productperiode eindigt op {datum(eind)} en hoort te eindigen op {datum(hoort)}."


def tr418(prestatie: Prestatie, toewijzing: Toewijzing, omgeving: Omgeving) -> str | None:
    """The rate is the contract rate. Without a known rate it cannot be tested: see `signalen`."""
    if prestatie.eenheid == EURO:
        return None
    gevonden = [tarief_in(tarief, prestatie.eenheid) for tarief in omgeving.tarieven.bruikbaar(prestatie, toewijzing)]
    if prestatie.product_tarief in gevonden:
        return None
    mogelijk = sorted({centen for centen in gevonden if centen is not None})
    if not mogelijk:
        return None
    per = eenheid_naam(prestatie.eenheid)[0]
    periode = periode_van(prestatie.product_periode.begindatum, prestatie.product_periode.einddatum)
    return (
        f"Tarief {bedrag(prestatie.product_tarief or 0)} per {per} ingediend, "
        f"{' of '.join(bedrag(centen) for centen in mogelijk)} per {per} afgesproken voor productcode "
        f"{prestatie.product_code} in {periode}."
    )


def omvang_van(toewijzing: Toewijzing) -> tuple[int, str, str] | None:
    """Volume, unit and frequency of an assignment; None when it has no size."""
    if toewijzing.volume is None or toewijzing.eenheid is None or toewijzing.frequentie is None:
        return None
    return toewijzing.volume, toewijzing.eenheid, toewijzing.frequentie


def _zelfde_maand(een: date, ander: date) -> bool:
    return (een.year, een.month) == (ander.year, ander.month)


VAN_DE_REGEL: Mapping[str, RegelToets] = {"TR314": tr314, "TR319": tr319}
"""Rules for every line, debit and credit."""

VAN_DEBET: Mapping[str, RegelToets] = {"TR381": tr381}
"""Rules for debit lines that need no assignment."""

VAN_DE_TOEWIJZING: Mapping[str, ToewijzingToets] = {
    "TR307": tr307,
    "TR308": tr308,
    "TR321": tr321,
    "TR339": tr339,
    "TR340": tr340,
    "TR341": tr341,
    "TR346": tr346,
    "TR387": tr387,
    "TR388": tr388,
    "TR418": tr418,
}
"""Rules for debit lines with an assignment that holds."""
