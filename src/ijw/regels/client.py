"""Rules about the youth and the people around: citizen number, birth date, name, communication."""

from datetime import date

from stdnum.nl import bsn

from ijw.berichten import jw301, jw305, jw307, jw315, jw317, jw323, jw325
from ijw.berichten.basis import Geboortedatum
from ijw.regels.register import Omgeving, regel

ONBEKEND = date(1900, 1, 1)
HOOGSTE_LEEFTIJD = 120  # years (TR002)

MetBsn = jw301.Client | jw305.Client | jw307.Client | jw315.Client | jw317.Client | jw323.Client | jw325.Client
MetGeboortedatum = jw301.Client | jw301.Relatie | jw305.Client | jw307.Client | jw315.Client
GEBOORTEDATUM: dict[type, str] = dict.fromkeys(
    (jw301.Client, jw301.Relatie, jw305.Client, jw307.Client, jw315.Client), "Geboortedatum/Datum"
)


@regel(
    "CS002",
    dict.fromkeys(
        (
            jw301.Client,
            jw305.Client,
            jw307.Client,
            jw315.Client,
            jw317.Client,
            jw323.Client,
            jw325.Client,
        ),
        "Bsn",
    ),
    "Dit burgerservicenummer voldoet niet aan de elfproef. Controleer of alle cijfers goed zijn overgenomen.",
)
def bsn_zakt_voor_elfproef(client: MetBsn, _: Omgeving) -> bool:
    # The test as such: `bsn.is_valid` adds demands (not all zeros) that the standard does not make.
    return bool(bsn.checksum(client.bsn))


@regel(
    "CS050",
    {jw301.Client: "Naam/NaamGebruik", jw301.Relatie: "Naam/NaamGebruik"},
    "Het naamgebruik past niet bij de naam. Kies met een partnernaam 1, 2, 3 of 4, en zonder partnernaam 1 of 6.",
)
def naamgebruik_past_niet(persoon: jw301.Client | jw301.Relatie, _: Omgeving) -> bool:
    toegestaan = "16" if persoon.naam.partnernaam is None else "1234"
    return persoon.naam.naam_gebruik not in toegestaan


@regel(
    "CS318",
    {jw301.Client: "Naam/NaamGebruik"},
    "De jeugdige staat als organisatie in het bericht. Kies een ander naamgebruik dan 6 (niet-natuurlijk persoon).",
)
def jeugdige_is_organisatie(client: jw301.Client, _: Omgeving) -> bool:
    return client.naam.naam_gebruik == "6"


@regel(
    "CD007",
    {jw301.Client: "Communicatie/Taal"},
    "De taal hoort bij een tolk. Vul de taal in als de vorm 1 (tolk taal) is en laat de taal anders leeg.",
)
def taal_past_niet_bij_tolk(client: jw301.Client, _: Omgeving) -> bool:
    communicatie = client.communicatie
    if communicatie is None:
        return False
    return (communicatie.vorm == "1") != (communicatie.taal is not None)


@regel(
    "CS139",
    dict.fromkeys(GEBOORTEDATUM, "Geboortedatum"),
    "Geboortedatum en datumgebruik spreken elkaar tegen. Vul voor een onbekende dag of maand 01 in en voor "
    "een onbekende datum 1900-01-01, of pas het datumgebruik aan.",
)
def datumgebruik_spreekt_tegen(persoon: MetGeboortedatum, _: Omgeving) -> bool:
    geboren = persoon.geboortedatum
    if geboren is None:
        return False
    dag = geboren.datum
    match geboren.datum_gebruik:
        case "1":
            return dag.day != 1
        case "2":
            return (dag.month, dag.day) != (1, 1)
        case "3":
            return dag != ONBEKEND
        case _:
            return False


@regel(
    "TR002",
    GEBOORTEDATUM,
    "Deze geboortedatum ligt meer dan 120 jaar voor de dagtekening. Verbeter de datum. Is hij niet bekend, "
    "vul dan 1900-01-01 met datumgebruik 3.",
)
def ouder_dan_120_jaar(persoon: MetGeboortedatum, omgeving: Omgeving) -> bool:
    geboren = persoon.geboortedatum
    if geboren is None or _onbekend(geboren):
        return False
    dag, nu = geboren.datum, omgeving.dagtekening
    # Years compared as numbers, so that 29 February needs no counterpart 120 years later.
    return (dag.year + HOOGSTE_LEEFTIJD, dag.month, dag.day) < (nu.year, nu.month, nu.day)


@regel(
    "TR134",
    GEBOORTEDATUM,
    "Deze geboortedatum ligt na de dagtekening van het bericht. Verbeter de geboortedatum of de dagtekening.",
)
def geboren_na_dagtekening(persoon: MetGeboortedatum, omgeving: Omgeving) -> bool:
    return persoon.geboortedatum is not None and persoon.geboortedatum.datum > omgeving.dagtekening


def _onbekend(geboren: Geboortedatum) -> bool:
    return geboren.datum_gebruik == "3" and geboren.datum == ONBEKEND
