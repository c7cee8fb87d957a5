"""The simple types of iJw 3.2: per type what Python holds and what the standard allows in XML.

Source: the facets of the base schema, version 0.1.0 of release 3.2. Amounts are whole euro cents.
"""

import datetime
from typing import Annotated

from ijw.formaat import waarden
from ijw.formaat.waarden import Geheel, Tekst, keuze

AanduidingWoonadres = Annotated[str, keuze("AanduidingWoonadres", "NUM061", "AB BY TO WW")]
AdresSoort = Annotated[str, keuze("AdresSoort", "COD757", "01 02 03 04")]
AgbCode = Annotated[str, Tekst("AgbCode", 1, 8, cijfers=8)]
Bedrag = Annotated[int, Geheel("Bedrag", 99_999_999)]
BerichtCode = Annotated[str, Tekst("BerichtCode", 1, 3)]
BerichtSubversie = Annotated[int, Geheel("BerichtSubversie", 99)]
BerichtVersie = Annotated[int, Geheel("BerichtVersie", 99)]
Budget = Annotated[int, Geheel("Budget", 99_999_999)]
BurgerServicenummer = Annotated[str, Tekst("BurgerServicenummer", 1, 9, cijfers=9)]
Commentaar = Annotated[str, Tekst("Commentaar", 1, None, "commentaar")]
Communicatievorm = Annotated[str, keuze("Communicatievorm", "COD747", "1 2 3")]
Datum = Annotated[datetime.date, waarden.Datum()]
DatumGebruik = Annotated[str, keuze("DatumGebruik", "COD170", "1 2 3")]
DebetCredit = Annotated[str, keuze("DebetCredit", "COD043", "C D")]
Eenheid = Annotated[str, keuze("Eenheid", "WJ756", "01 04 14 16 82 83 84")]
Emailadres = Annotated[str, Tekst("Emailadres", 1, 80, "iets_zichtbaars")]
Frequentie = Annotated[str, keuze("Frequentie", "WMO757", "1 2 4 6")]
Gemeente = Annotated[str, Tekst("Gemeente", 1, None, cijfers=4)]
Geslacht = Annotated[str, keuze("Geslacht", "COD046", "0 1 2")]
Huisletter = Annotated[str, Tekst("Huisletter", 1, 1, "iets_zichtbaars")]
Huisnummer = Annotated[int, Geheel("Huisnummer", 99_999)]
HuisnummerToevoeging = Annotated[str, Tekst("HuisnummerToevoeging", 1, 4, "iets_zichtbaars")]
IdentificatieBericht = Annotated[str, Tekst("IdentificatieBericht", 1, 12, "iets_zichtbaars")]
IdentificatieDeclaratie = Annotated[str, Tekst("IdentificatieDeclaratie", 1, 12)]
JaNee = Annotated[str, keuze("JaNee", "COD260", "1 2")]
JuridischeStatus = Annotated[str, keuze("JuridischeStatus", "WJ232", "01 02 03 04 05 11 12")]
LandCode = Annotated[
    str,
    keuze(
        "LandCode",
        "COD032",
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
        "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
        "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
        "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
        "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
        "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
        "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
        "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM "
        "ZW",
    ),
]
Landnummer = Annotated[str, Tekst("Landnummer", 1, 4, "iets_zichtbaars")]
Naam = Annotated[str, Tekst("Naam", 1, 200, "iets_zichtbaars")]
NaamGebruik = Annotated[str, keuze("NaamGebruik", "COD700", "1 2 3 4 5 6")]
NaamVerwijzer = Annotated[str, Tekst("NaamVerwijzer", 1, 64, "iets_zichtbaars")]
Nummer = Annotated[int, Geheel("Nummer", 999_999_999)]
Organisatienaam = Annotated[str, Tekst("Organisatienaam", 1, 35, "iets_zichtbaars")]
Persoonsid = Annotated[str, Tekst("Persoonsid", 1, 20, "iets_zichtbaars")]
Plaatsnaam = Annotated[str, Tekst("Plaatsnaam", 1, 80, "iets_zichtbaars")]
Postcode = Annotated[str, Tekst("Postcode", 1, 8, "iets_zichtbaars")]
ProductCategorie = Annotated[
    str,
    keuze(
        "ProductCategorie",
        "JZ020",
        "31 32 33 34 35 36 37 38 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55",
    ),
]
ProductCode = Annotated[str, Tekst("ProductCode", 1, 5, "iets_zichtbaars")]
RedenAfwijzingVerzoek = Annotated[str, keuze("RedenAfwijzingVerzoek", "WJ759", "1 2 3 4 5 6 7 8 9")]
RedenBeeindiging = Annotated[str, keuze("RedenBeeindiging", "JZ588", "02 20 31 32 33 34 35 36 37 38 39")]
RedenVerzoek = Annotated[str, keuze("RedenVerzoek", "WJ758", "1 2")]
RedenWijziging = Annotated[str, keuze("RedenWijziging", "JZ002", "01 02 03 04 05 06 07 08 09 10 11 12 13 14")]
Referentie = Annotated[str, Tekst("Referentie", 1, 36, "iets_zichtbaars")]
ReferentieNummer = Annotated[str, Tekst("ReferentieNummer", 1, 20)]
RelatieVolgorde = Annotated[int, Geheel("RelatieVolgorde", 99)]
RetourCode = Annotated[
    str,
    keuze(
        "RetourCode",
        "WJ001",
        "0001 0200 0233 0611 8001 8017 8021 8187 8214 8848 9019 9056 9063 9069 9071 9074 9307 9308 9319 "
        "9321 9322 9326 9332 9333 9338 9339 9340 9341 9346 9347 9349 9350 9351 9355 9357 9359 9360 9361 "
        "9365 9366 9367 9369 9373 9374 9375 9379 9384 9385 9387 9388 9389 9390 9411 9412 9413 9414 9415 "
        "S300 S329",
    ),
]
SoortRelatie = Annotated[
    str,
    keuze(
        "SoortRelatie",
        "COD472",
        "03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25",
    ),
]
StatusAanlevering = Annotated[str, keuze("StatusAanlevering", "COD467", "1 2 3 9")]
Straatnaam = Annotated[str, Tekst("Straatnaam", 1, 24, "iets_zichtbaars")]
Taal = Annotated[str, Tekst("Taal", 1, 25, "iets_zichtbaars")]
Telefoonnummer = Annotated[str, Tekst("Telefoonnummer", 1, 15, "cijfers")]
Tijd = Annotated[datetime.time, waarden.Tijd()]
TotaalBedrag = Annotated[int, Geheel("TotaalBedrag", 999_999_999_999)]
TypeVerwijzer = Annotated[str, keuze("TypeVerwijzer", "COD327", "01 02 03 04 05 06 08")]
Versie = Annotated[str, Tekst("Versie", 1, None, "versie")]
VerzoekAntwoord = Annotated[str, keuze("VerzoekAntwoord", "WJ760", "1 2")]
Volume = Annotated[int, Geheel("Volume", 99_999_999)]
Voorletters = Annotated[str, Tekst("Voorletters", 1, 6, "letters")]
Voorvoegsel = Annotated[str, Tekst("Voorvoegsel", 1, 10, "iets_zichtbaars")]
WettelijkeVertegenwoordiging = Annotated[
    str,
    keuze(
        "WettelijkeVertegenwoordiging",
        "WJ003",
        "06 07 08 09 10",
    ),
]
