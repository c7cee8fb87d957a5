"""Personal data around help: identity. Sharing and complaints have modules of their own."""

from __future__ import annotations

from recht.register import regel
from recht.uitkomst import Stap, Uitkomst


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
