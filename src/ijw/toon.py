"""A message in readable Dutch, with the codes spelled out."""

import datetime
import re
from collections.abc import Iterator
from typing import Any, cast

from ijw.berichten import Bericht
from ijw.codelijsten import omschrijving
from ijw.formaat.lexicaal import MAANDEN
from ijw.formaat.schema import GroepType, Veld, WaardeType, groep
from ijw.formaat.waarden import Keuze

Toonregel = tuple[int, str, str, str]
"""Depth (0 is a part of the message itself), label, value ("" for a heading), path."""

TITELS = {
    "JW301": "Toewijzing",
    "JW302": "Retour op toewijzing",
    "JW305": "Start van de hulp",
    "JW306": "Retour op start",
    "JW307": "Stop van de hulp",
    "JW308": "Retour op stop",
    "JW315": "Verzoek om toewijzing",
    "JW316": "Retour op verzoek om toewijzing",
    "JW317": "Verzoek om wijziging",
    "JW318": "Retour op verzoek om wijziging",
    "JW319": "Antwoord op verzoek",
    "JW320": "Retour op antwoord",
    "JW323": "Declaratie",
    "JW325": "Antwoord op declaratie",
}
LABELS = {
    "Adres": "Adres",
    "AgbCode": "AGB-code",
    "AanduidingWoonadres": "Aanduiding woonadres",
    "AangevraagdProduct": "Aangevraagd product",
    "BasisschemaXsdVersie": "Versie basisschema",
    "BerichtCode": "Berichtcode",
    "BerichtIdentificatie": "Kenmerk van het bericht",
    "BerichtSubversie": "Subversie van de standaard",
    "BerichtVersie": "Versie van de standaard",
    "BerichtXsdVersie": "Versie berichtschema",
    "BeschikkingIngangsdatum": "Ingangsdatum beschikking",
    "BeschikkingNummer": "Beschikkingsnummer",
    "Bsn": "Burgerservicenummer",
    "Client": "Jeugdige",
    "Clienten": "Jeugdigen",
    "DatumGebruik": "Bekend van de datum",
    "DagtekeningRetour": "Dagtekening heenbericht",
    "DebetCredit": "Debet of credit",
    "DeclaratieAntwoord": "Antwoord op de declaratie",
    "DeclaratieDagtekening": "Dagtekening declaratie",
    "DeclaratieIdentificatie": "Kenmerk van de declaratie",
    "DeclaratieNummer": "Declaratienummer",
    "DeclaratiePeriode": "Declaratieperiode",
    "Emailadres": "E-mailadres",
    "GezagsdragerBekend": "Gezagsdrager bekend",
    "Header": "Kop",
    "HuisnummerToevoeging": "Huisnummertoevoeging",
    "IdentificatieRetour": "Kenmerk van het heenbericht",
    "LandCode": "Land",
    "NaamGebruik": "Gebruik van de naam",
    "ProductCategorie": "Productcategorie",
    "ProductCode": "Productcode",
    "ProductPeriode": "Productperiode",
    "ProductReferentie": "Kenmerk van de regel",
    "ProductTarief": "Tarief",
    "RedenAfwijzingVerzoek": "Reden van afwijzing",
    "RedenBeeindiging": "Reden van beëindiging",
    "RedenVerzoek": "Reden van het verzoek",
    "RedenWijziging": "Reden van wijziging",
    "ReferentieAanbieder": "Referentie van de aanbieder",
    "ReferentieNummer": "Referentienummer",
    "RetourCode": "Retourcode",
    "RetourCodes": "Retourcodes",
    "Telefoon01": "Telefoon 1",
    "Telefoon02": "Telefoon 2",
    "ToewijzingEinddatum": "Einddatum toewijzing",
    "ToewijzingIngangsdatum": "Ingangsdatum toewijzing",
    "ToewijzingNummer": "Toewijzingsnummer",
    "TotaalBedrag": "Totaalbedrag",
    "VerzoekAntwoord": "Antwoord",
    "VorigReferentieNummer": "Vorig referentienummer",
    "XsdVersie": "Versie van het schema",
    "XsdVersieDeclaratie": "Versie van het schema van de declaratie",
    "XsdVersieRetour": "Versie van het schema van het heenbericht",
    "XsltVersie": "Versie van de regels",
    "ZorgverlenerCode": "AGB-code zorgverlener",
}
BEDRAGEN = {"Bedrag", "TotaalBedrag", "Budget"}  # simple types in euro cents
_WOORDGRENS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def label(naam: str) -> str:
    """The element name in words: ToewijzingNummer is "Toewijzingsnummer"."""
    return LABELS.get(naam) or _WOORDGRENS.sub(" ", naam).capitalize()


def datum_in_woorden(datum: datetime.date) -> str:
    """1 april 2026"""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def euro(centen: int) -> str:
    """€ 1.234,50"""
    heel, rest = divmod(centen, 100)
    return f"€ {heel:,}".replace(",", ".") + f",{rest:02}"


def regels(bericht: Bericht) -> list[Toonregel]:
    """Every part of the message in order, for screens."""
    return list(_groep(bericht, groep(cast(type, type(bericht))), "/Bericht", 0))


def toon(bericht: Bericht) -> str:
    """The whole message as text."""
    uit = [f"{bericht.SOORT} {TITELS[bericht.SOORT]}", ""]
    for diepte, naam, waarde, _ in regels(bericht):
        inspring = "  " * diepte
        uit.append(f"{inspring}{naam}: {waarde}" if waarde else f"{inspring}{naam}")
    return "\n".join(uit) + "\n"


def _groep(waarde: Any, soort: GroepType, pad: str, diepte: int) -> Iterator[Toonregel]:
    for veld in soort.velden:
        inhoud = getattr(waarde, veld.veld)
        if inhoud is None or inhoud == ():
            continue
        veld_pad = f"{pad}/{veld.naam}"
        if isinstance(inhoud, tuple):
            assert isinstance(veld.soort, GroepType)  # noqa: S101 - only a wrapper holds a tuple
            yield diepte, label(veld.naam), "", veld_pad
            for nummer, lid in enumerate(inhoud, 1):
                naam = label(veld.soort.velden[0].naam) + (f" {nummer}" if len(inhoud) > 1 else "")
                kind = veld.soort.velden[0]
                yield from _veld(lid, kind, naam, f"{veld_pad}/{kind.naam}[{nummer}]", diepte + 1)
        else:
            yield from _veld(inhoud, veld, label(veld.naam), veld_pad, diepte)


def _veld(waarde: Any, veld: Veld, naam: str, pad: str, diepte: int) -> Iterator[Toonregel]:
    if isinstance(veld.soort, WaardeType):
        yield diepte, naam, _in_woorden(waarde, veld.soort), pad
        return
    yield diepte, naam, "", pad
    yield from _groep(waarde, veld.soort, pad, diepte + 1)


def _in_woorden(waarde: Any, soort: WaardeType) -> str:
    feit = soort.feit
    if isinstance(feit, Keuze):
        return f"{omschrijving(feit.lijst, waarde)} ({waarde})"
    if feit.naam == "Gemeente":
        return f"{omschrijving('CBS', waarde)} ({waarde})"
    if feit.naam in BEDRAGEN:
        return euro(waarde)
    if isinstance(waarde, datetime.date):
        return datum_in_woorden(waarde)
    if isinstance(waarde, datetime.time):
        return waarde.isoformat(timespec="minutes").replace(":", ".") + " uur"
    return str(waarde)
