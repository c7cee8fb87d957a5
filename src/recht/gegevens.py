"""Personal data around help: sharing and identity."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from recht.datum import datum_kort
from recht.register import regel
from recht.uitkomst import Stap, Uitkomst

JW_DELEN = "Jeugdwet 7.3.11"


class Grond(StrEnum):
    """Why data about a young person may go to somebody else."""

    TOESTEMMING = "toestemming"
    RECHTSTREEKS_BETROKKEN = "rechtstreeks-betrokken"
    VERVANGER = "vervanger"
    MOET_INSTEMMEN = "moet-instemmen"
    ONDERTOEZICHTSTELLING = "ondertoezichtstelling"
    WETTELIJKE_PLICHT = "wettelijke-plicht"
    GEEN = "geen"


UITLEG = {
    Grond.TOESTEMMING: ("De betrokkene stemt in met het delen", f"{JW_DELEN} lid 1"),
    Grond.RECHTSTREEKS_BETROKKEN: (
        "De ontvanger werkt rechtstreeks mee aan deze hulp",
        f"{JW_DELEN} lid 2 onder a",
    ),
    Grond.VERVANGER: ("De ontvanger vervangt de hulpverlener", f"{JW_DELEN} lid 2 onder a"),
    Grond.MOET_INSTEMMEN: ("De ontvanger moet met de hulp instemmen", f"{JW_DELEN} lid 2 onder b"),
    Grond.ONDERTOEZICHTSTELLING: (
        "De instelling die de ondertoezichtstelling uitvoert, heeft de gegevens nodig",
        f"{JW_DELEN} lid 4",
    ),
    Grond.WETTELIJKE_PLICHT: ("Een wet verplicht ertoe", f"{JW_DELEN} lid 1"),
}


@regel(
    "gegevens-delen",
    naam="Mogen deze gegevens worden gedeeld?",
    grondslag=JW_DELEN,
    bron="Jeugdwet art. 7.3.11",
    invoer={
        "doel": "waarvoor de ontvanger de gegevens nodig heeft",
        "grond": "waarom delen mag",
        "toestemming_op": "dag van de toestemming, als dat de grond is",
        "op": "dag van het delen",
        "schaadt_ander": "schaadt het delen de privacy van een ander?",
    },
    voorbeelden={
        "doel=afstemming grond=geen op=2026-02-04": "mag niet",
        "doel=afstemming grond=toestemming op=2026-02-04": "mag nog niet",
        "doel=afstemming grond=toestemming toestemming_op=2026-02-03 op=2026-02-04": "mag",
        "doel='samen behandelen' grond=rechtstreeks-betrokken op=2026-02-04": "mag",
        "doel=x grond=toestemming toestemming_op=2026-02-03 op=2026-02-04 schaadt_ander=ja": "mag niet",
        "doel=toezicht grond=ondertoezichtstelling op=2026-02-04 schaadt_ander=ja": "mag",
    },
)
def delen(
    doel: str, grond: Grond, op: date, toestemming_op: date | None = None, schaadt_ander: bool = False
) -> Uitkomst:
    """Each share has a purpose and a ground; only a share by consent stops for another's privacy."""
    if grond is Grond.GEEN:
        tekst = "Zonder toestemming of andere grond mag je niet delen. Vraag eerst toestemming."
        return Uitkomst(waarde="mag niet", stappen=(Stap(tekst, op, f"{JW_DELEN} lid 1"),))
    tekst, artikel = UITLEG[grond]
    stap = Stap(f"{tekst}.", toestemming_op, artikel)
    if schaadt_ander and grond is Grond.TOESTEMMING:
        weg = Stap("Haal eerst weg wat de privacy van een ander schaadt.", None, f"{JW_DELEN} lid 1")
        return Uitkomst(waarde="mag niet", stappen=(stap, weg))
    gemist = []
    if not doel.strip():
        gemist.append("het doel van het delen")
    if grond is Grond.TOESTEMMING and (toestemming_op is None or toestemming_op > op):
        gemist.append(f"een toestemming van uiterlijk {datum_kort(op)}")
    return Uitkomst(waarde="mag nog niet" if gemist else "mag", stappen=(stap,), ontbreekt=tuple(gemist))


@regel(
    "gegevens-bsn",
    naam="Mag hulp starten zonder burgerservicenummer?",
    grondslag="Jeugdwet 7.2.1 tot en met 7.2.6",
    bron="Jeugdwet paragraaf 7.2",
    invoer={
        "bsn_vastgesteld": "is het nummer vastgesteld?",
        "spoed": "is de hulp spoedeisend?",
        "nummer_bestaat": "heeft de jeugdige een nummer?",
        "persoonsgegevens": "zijn naam, voornamen, geboortedatum, postcode en huisnummer bekend?",
    },
    voorbeelden={
        "bsn_vastgesteld=ja": "mag",
        "bsn_vastgesteld=nee spoed=ja": "mag",
        "bsn_vastgesteld=nee": "mag nog niet",
        "bsn_vastgesteld=nee nummer_bestaat=nee persoonsgegevens=ja": "mag",
    },
)
def bsn(
    bsn_vastgesteld: bool, *, spoed: bool = False, nummer_bestaat: bool = True, persoonsgegevens: bool = False
) -> Uitkomst:
    """The number is fixed at the first contact; in an emergency it follows and the gap stays visible."""
    if bsn_vastgesteld:
        return Uitkomst(waarde="mag", stappen=(Stap("Het nummer is vastgesteld.", None, "Jeugdwet 7.2.2"),))
    if spoed:
        stap = Stap("De hulp is spoedeisend en start meteen; het nummer volgt.", None, "Jeugdwet 7.2.6")
        return Uitkomst(waarde="mag", stappen=(stap,), ontbreekt=("het burgerservicenummer, achteraf",))
    if not nummer_bestaat and persoonsgegevens:
        stap = Stap("Er is geen nummer; de persoonsgegevens komen ervoor in de plaats.", None, "Jeugdwet 7.2.4")
        return Uitkomst(waarde="mag", stappen=(stap,))
    stap = Stap("Stel het nummer vast bij het eerste contact.", None, "Jeugdwet 7.2.2")
    gemist = "het burgerservicenummer" if nummer_bestaat else "naam, voornamen, geboortedatum, postcode en huisnummer"
    return Uitkomst(waarde="mag nog niet", stappen=(stap,), ontbreekt=(gemist,))
