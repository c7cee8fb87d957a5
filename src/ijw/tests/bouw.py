"""Small right messages for tests, and a way to change one thing in them.

`met(jw315_bericht(), {"client.aangevraagde_producten.0.omvang": None})` gives it without the size. A path
that ends in `+` appends: `"client.relaties.+"`.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date, time
from typing import Any, TypeVar

from ijw.berichten import jw301, jw305, jw307, jw315, jw317, jw319, jw323, jw325
from ijw.berichten.basis import (
    Achternaam,
    Adres,
    BedragMetDC,
    BerichtIdentificatie,
    Geboortedatum,
    GeslotenPeriode,
    Huis,
    Omvang,
    Product,
    Referentie,
    TotaalBedragMetDC,
    VerkorteNaam,
    Verwijzer,
    VolledigeNaam,
    XsdVersie,
)

T = TypeVar("T")

GEMEENTE = "0034"
AANBIEDER = "42420001"
BSN = "999900006"
ANDER_BSN = "999900018"
DAGTEKENING = date(2026, 10, 5)
XSD = XsdVersie(basisschema_xsd_versie="0.1.0", bericht_xsd_versie="0.1.0")


def _kop(klasse: type[T], code: str, van: str, naar: str, **extra: Any) -> T:
    return klasse(
        bericht_code=code,
        bericht_versie=3,
        bericht_subversie=2,
        afzender=van,
        ontvanger=naar,
        bericht_identificatie=BerichtIdentificatie(identificatie="B0001", dagtekening=DAGTEKENING),
        xsd_versie=XSD,
        **extra,
    )


def _persoon() -> dict[str, Any]:
    return {
        "bsn": BSN,
        "geboortedatum": Geboortedatum(datum=date(2013, 3, 5)),
        "geslacht": "2",
        "naam": VerkorteNaam(geslachtsnaam=Achternaam(achternaam="Smit"), voornamen="Bo"),
    }


def contact(soort: str = "01") -> jw301.Contact:
    """A contact with a Dutch address."""
    adres = Adres(huis=Huis(huisnummer=12), postcode="1315RA", plaatsnaam="Almere", land_code="NL")
    return jw301.Contact(soort=soort, adres=adres)


def relatie(nummer: str = "1") -> jw301.Relatie:
    """A parent."""
    naam = VolledigeNaam(geslachtsnaam=Achternaam(achternaam="Smit"), naam_gebruik="1")
    return jw301.Relatie(nummer=nummer, soort="12", naam=naam, contact=contact())


def toegewezen(nummer: int = 1001, code: str = "45A03") -> jw301.ToegewezenProduct:
    """Three hours a week until the end of the year."""
    return jw301.ToegewezenProduct(
        toewijzing_nummer=nummer,
        product=Product(categorie="45", code=code),
        toewijzingsdatum=date(2026, 10, 1),
        toewijzingstijd=time(12, 30),
        ingangsdatum=date(2026, 10, 1),
        einddatum=date(2026, 12, 31),
        omvang=Omvang(volume=3, eenheid="04", frequentie="2"),
    )


def jw301_bericht() -> jw301.Bericht:
    """An assignment of one product."""
    naam = VolledigeNaam(geslachtsnaam=Achternaam(achternaam="Smit"), voornamen="Bo", naam_gebruik="1")
    client = jw301.Client(
        **(_persoon() | {"naam": naam}),
        relaties=(relatie(),),
        contactgegevens=(contact(),),
        toegewezen_producten=(toegewezen(),),
    )
    return jw301.Bericht(header=_kop(jw301.Header, "436", GEMEENTE, AANBIEDER), client=client)


def start(begin: date = date(2026, 10, 1)) -> jw305.StartProduct:
    """The start of assignment 1001."""
    return jw305.StartProduct(toewijzing_nummer=1001, begindatum=begin, status_aanlevering="1")


def jw305_bericht() -> jw305.Bericht:
    """The start of one product."""
    client = jw305.Client(**_persoon(), start_producten=(start(),))
    return jw305.Bericht(header=_kop(jw305.Header, "438", AANBIEDER, GEMEENTE), client=client)


def stop(eind: date = date(2026, 10, 4)) -> jw307.StopProduct:
    """The stop of assignment 1001."""
    return jw307.StopProduct(
        toewijzing_nummer=1001,
        begindatum=date(2026, 10, 1),
        reden_beeindiging="31",
        einddatum=eind,
        status_aanlevering="1",
    )


def jw307_bericht() -> jw307.Bericht:
    """The stop of one product."""
    client = jw307.Client(**_persoon(), stop_producten=(stop(),))
    return jw307.Bericht(header=_kop(jw307.Header, "440", AANBIEDER, GEMEENTE), client=client)


def aangevraagd(referentie: str = "REF-1", code: str = "45A03") -> jw315.AangevraagdProduct:
    """Three hours a week, on referral of the general practitioner."""
    return jw315.AangevraagdProduct(
        referentie_aanbieder=referentie,
        product=Product(categorie="45", code=code),
        toewijzing_ingangsdatum=date(2026, 10, 12),
        toewijzing_einddatum=date(2027, 4, 11),
        omvang=Omvang(volume=3, eenheid="04", frequentie="2"),
        verwijzer=Verwijzer(type="02", zorgverlener_code="01012345"),
    )


def jw315_bericht() -> jw315.Bericht:
    """A request for one product."""
    client = jw315.Client(**_persoon(), aangevraagde_producten=(aangevraagd(),))
    return jw315.Bericht(header=_kop(jw315.Header, "446", AANBIEDER, GEMEENTE), client=client)


def te_wijzigen(nummer: int = 1002) -> jw317.TeWijzigenProduct:
    """More hours a month for an assignment."""
    return jw317.TeWijzigenProduct(
        toewijzing_nummer=nummer,
        gewenste_ingangsdatum=date(2026, 11, 1),
        omvang=Omvang(volume=5, eenheid="04", frequentie="4"),
    )


def nieuw(code: str = "45A03") -> jw317.NieuwProduct:
    """A new product of four hours a month."""
    return jw317.NieuwProduct(
        product=Product(categorie="45", code=code),
        gewenste_ingangsdatum=date(2026, 11, 1),
        omvang=Omvang(volume=4, eenheid="04", frequentie="4"),
    )


def jw317_bericht() -> jw317.Bericht:
    """A request with one product of each kind."""
    verzoek = jw317.Verzoek(
        referentie_aanbieder="REF-9",
        reden_verzoek="1",
        ongewijzigde_producten=(jw317.OngewijzigdProduct(toewijzing_nummer=1001),),
        te_wijzigen_producten=(te_wijzigen(),),
        nieuwe_producten=(nieuw(),),
    )
    client = jw317.Client(bsn=BSN, verzoek=verzoek)
    return jw317.Bericht(header=_kop(jw317.Header, "486", AANBIEDER, GEMEENTE), client=client)


def jw319_bericht() -> jw319.Bericht:
    """A rejection: another municipality is responsible."""
    antwoord = jw319.Antwoord(
        referentie_aanbieder="REF-9",
        verzoek_antwoord="1",
        reden_afwijzing_verzoek="8",
        woonplaatsbeginsel=jw319.Woonplaatsbeginsel(gemeente="0995"),
    )
    return jw319.Bericht(header=_kop(jw319.Header, "488", GEMEENTE, AANBIEDER), antwoord=antwoord)


def prestatie(nummer: str = "P1", toewijzing: int = 1001, **anders: Any) -> jw323.Prestatie:
    """Ten hours of 50 euro in September."""
    velden: dict[str, Any] = {
        "product_referentie": Referentie(referentie_nummer=nummer),
        "toewijzing_nummer": toewijzing,
        "product_categorie": "45",
        "product_code": "45A03",
        "product_periode": GeslotenPeriode(begindatum=date(2026, 9, 1), einddatum=date(2026, 9, 30)),
        "geleverd_volume": 10,
        "eenheid": "04",
        "product_tarief": 5000,
        "ingediend_bedrag": BedragMetDC(bedrag=50_000, debet_credit="D"),
    }
    return jw323.Prestatie(**(velden | anders))


def credit(nummer: str, vorig: str, toewijzing: int = 1001) -> jw323.Prestatie:
    """Takes back an earlier line."""
    return prestatie(
        nummer,
        toewijzing,
        product_referentie=Referentie(referentie_nummer=nummer, vorig_referentie_nummer=vorig),
        ingediend_bedrag=BedragMetDC(bedrag=50_000, debet_credit="C"),
    )


def totaal(centen: int, debet_credit: str = "D") -> TotaalBedragMetDC:
    """A total in euro cents."""
    return TotaalBedragMetDC(totaal_bedrag=centen, debet_credit=debet_credit)


def jw323_bericht() -> jw323.Bericht:
    """The declaration of September: one line."""
    declaratie = jw323.Declaratie(
        declaratie_nummer="D202609",
        declaratie_periode=GeslotenPeriode(begindatum=date(2026, 9, 1), einddatum=date(2026, 9, 30)),
        declaratie_dagtekening=DAGTEKENING,
        totaal_ingediend_bedrag=totaal(50_000),
        clienten=(jw323.Client(bsn=BSN, prestaties=(prestatie(),)),),
    )
    return jw323.Bericht(header=_kop(jw323.Header, "490", AANBIEDER, GEMEENTE), declaratie=declaratie)


def afgewezen(regel: jw323.Prestatie, *codes: str) -> jw325.Prestatie:
    """A line of a declaration as the answer gives it back."""
    velden = {veld.name: getattr(regel, veld.name) for veld in dataclasses.fields(regel)}
    return jw325.Prestatie(**velden, retour_codes=codes or ("9321",))


def jw325_bericht() -> jw325.Bericht:
    """An answer that rejects one line of 500 euro and grants the other 1,000."""
    client = jw325.Client(bsn=BSN, prestaties=(afgewezen(prestatie()),), retour_codes=("0200",))
    antwoord = jw325.DeclaratieAntwoord(
        declaratie_nummer="D202609",
        totaal_ingediend_bedrag=totaal(150_000),
        totaal_toegekend_bedrag=totaal(100_000),
        clienten=(client,),
        retour_codes=("0200",),
    )
    header = _kop(
        jw325.Header,
        "491",
        GEMEENTE,
        AANBIEDER,
        declaratie_identificatie=BerichtIdentificatie(identificatie="B0009", dagtekening=DAGTEKENING),
        xsd_versie_declaratie=XSD,
        retour_codes=("0200",),
    )
    return jw325.Bericht(header=header, declaratie_antwoord=antwoord)


BERICHTEN = {
    "JW301": jw301_bericht,
    "JW305": jw305_bericht,
    "JW307": jw307_bericht,
    "JW315": jw315_bericht,
    "JW317": jw317_bericht,
    "JW319": jw319_bericht,
    "JW323": jw323_bericht,
    "JW325": jw325_bericht,
}


def met(bericht: T, anders: Mapping[str, Any]) -> T:
    """A copy of the message with other values at the given paths."""
    for pad, waarde in anders.items():
        bericht = _vervang(bericht, pad.split("."), waarde)
    return bericht


def _vervang(deel: Any, pad: list[str], waarde: Any) -> Any:
    stap, rest = pad[0], pad[1:]
    if isinstance(deel, tuple):
        if stap == "+":
            return (*deel, waarde)
        plaats = int(stap)
        nieuw_deel = _vervang(deel[plaats], rest, waarde) if rest else waarde
        return (*deel[:plaats], nieuw_deel, *deel[plaats + 1 :])
    nieuw_deel = _vervang(getattr(deel, stap), rest, waarde) if rest else waarde
    return dataclasses.replace(deel, **{stap: nieuw_deel})
