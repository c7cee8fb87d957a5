"""Samples of the rules about declarations."""

from datetime import date, timedelta

from ijw.berichten import jw323
from ijw.berichten.basis import (
    BedragMetDC,
    GeslotenPeriode,
    Referentie,
)
from ijw.tests import bouw
from ijw.tests.regelvoorbeelden.voorbeeld import Voorbeeld, Wijziging

LIJN = "declaratie.clienten.0.prestaties.0"
LIJN_PAD = "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]"
AFGEWEZEN = "declaratie_antwoord.clienten.0.prestaties.0"
AFGEWEZEN_PAD = "/Bericht/DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie[1]"
MAART = GeslotenPeriode(begindatum=date(2026, 3, 1), einddatum=date(2026, 3, 31))
MORGEN = bouw.DAGTEKENING + timedelta(days=1)
LIJN_2_PAD = LIJN_PAD.replace("Client[1]", "Client[2]")


def _periode(begin: date, eind: date) -> GeslotenPeriode:
    return GeslotenPeriode(begindatum=begin, einddatum=eind)


def _lijnregels(soort: str, plek: str, pad: str) -> list[Voorbeeld]:
    """The rules that a line of a declaration and a rejected line share."""
    periode = f"{plek}.product_periode"
    return [
        Voorbeeld(
            "CD060",
            soort,
            {f"{plek}.product_referentie": Referentie(referentie_nummer="P1", vorig_referentie_nummer="OUD")},
            f"{pad}/ProductReferentie/VorigReferentieNummer",
        ),
        Voorbeeld(
            "CD060",
            soort,
            {f"{plek}.ingediend_bedrag.debet_credit": "C"},
            f"{pad}/ProductReferentie/VorigReferentieNummer",
        ),
        Voorbeeld(
            "CS325",
            soort,
            {f"{plek}.ingediend_bedrag": BedragMetDC(bedrag=0, debet_credit="C")},
            f"{pad}/IngediendBedrag/DebetCredit",
        ),
        Voorbeeld(
            "TR134",
            soort,
            {periode: _periode(date(2026, 10, 6), date(2026, 10, 31))},
            f"{pad}/ProductPeriode/Begindatum",
            {periode: _periode(bouw.DAGTEKENING, bouw.DAGTEKENING)},
        ),
        Voorbeeld(
            "TR137",
            soort,
            {periode: _periode(date(2026, 10, 1), MORGEN)},
            f"{pad}/ProductPeriode/Einddatum",
            {periode: _periode(date(2026, 10, 1), bouw.DAGTEKENING)},
        ),
        Voorbeeld(
            "TR137",
            soort,
            {periode: _periode(date(2026, 9, 2), date(2026, 9, 1))},
            f"{pad}/ProductPeriode/Einddatum",
            {periode: _periode(date(2026, 9, 1), date(2026, 9, 1))},
        ),
    ]


def met_regels(*regels: jw323.Prestatie, totaal: int) -> Wijziging:
    """The base declaration with other lines of the first client, and that total in euro cents."""
    return {
        "declaratie.clienten.0.prestaties": regels,
        "declaratie.totaal_ingediend_bedrag": bouw.totaal(abs(totaal), "D" if totaal >= 0 else "C"),
    }


def _over_twee_clienten(een: jw323.Prestatie, twee: jw323.Prestatie, totaal: int) -> Wijziging:
    return {
        **met_regels(een, totaal=totaal),
        "declaratie.clienten.+": jw323.Client(bsn=bouw.ANDER_BSN, prestaties=(twee,)),
    }


EUROS = {
    f"{LIJN}.eenheid": "83",
    f"{LIJN}.product_tarief": None,
    f"{LIJN}.geleverd_volume": 50_000,
}
PERIODE = "declaratie.declaratie_periode"

DECLARATIE = [
    *_lijnregels("JW323", LIJN, LIJN_PAD),
    *_lijnregels("JW325", AFGEWEZEN, AFGEWEZEN_PAD),
    Voorbeeld("CD087", "JW323", {f"{LIJN}.product_tarief": None}, f"{LIJN_PAD}/ProductTarief", EUROS),
    Voorbeeld("CD087", "JW323", {**EUROS, f"{LIJN}.product_tarief": 1}, f"{LIJN_PAD}/ProductTarief", EUROS),
    Voorbeeld(
        "CS100",
        "JW323",
        {PERIODE: _periode(date(2020, 12, 1), date(2020, 12, 31))},
        "/Bericht/Declaratie/DeclaratiePeriode/Begindatum",
        {PERIODE: _periode(date(2021, 1, 1), date(2021, 1, 31))},
    ),
    Voorbeeld(
        "CS100",
        "JW323",
        {f"{LIJN}.product_periode": _periode(date(2020, 12, 1), date(2020, 12, 31))},
        f"{LIJN_PAD}/ProductPeriode/Begindatum",
        {
            f"{LIJN}.product_periode": _periode(date(2021, 1, 1), date(2021, 1, 31)),
            "declaratie.declaratie_dagtekening": date(2026, 1, 31),
        },
    ),
    Voorbeeld(
        "CS325",
        "JW323",
        {"declaratie.totaal_ingediend_bedrag": bouw.totaal(0, "C")},
        "/Bericht/Declaratie/TotaalIngediendBedrag/DebetCredit",
        _over_twee_clienten(bouw.prestatie("P1"), bouw.credit("P2", "OUD"), 0),
    ),
    *(
        Voorbeeld(
            "CS325",
            "JW325",
            {f"declaratie_antwoord.totaal_{soort}_bedrag": bouw.totaal(0, "C")},
            f"/Bericht/DeclaratieAntwoord/Totaal{soort.capitalize()}Bedrag/DebetCredit",
        )
        for soort in ("ingediend", "toegekend")
    ),
    Voorbeeld(
        "CS337",
        "JW323",
        {f"{LIJN}.product_periode": _periode(date(2026, 8, 31), date(2026, 9, 30))},
        f"{LIJN_PAD}/ProductPeriode/Einddatum",
        {f"{LIJN}.product_periode": MAART},
    ),
    Voorbeeld(
        "CS337",
        "JW323",
        {f"{LIJN}.product_periode": _periode(date(2025, 9, 1), date(2026, 9, 30))},
        f"{LIJN_PAD}/ProductPeriode/Einddatum",
    ),
    Voorbeeld(
        "CS339",
        "JW323",
        {**EUROS, f"{LIJN}.geleverd_volume": 500},
        f"{LIJN_PAD}/IngediendBedrag/Bedrag",
        EUROS,
    ),
    *(
        Voorbeeld(
            "CS340",
            "JW323",
            {PERIODE: periode},
            "/Bericht/Declaratie/DeclaratiePeriode",
            {PERIODE: _periode(date(2024, 2, 1), date(2024, 2, 29))},
        )
        for periode in (
            _periode(date(2026, 9, 2), date(2026, 9, 30)),
            _periode(date(2026, 9, 1), date(2026, 9, 29)),
            _periode(date(2026, 8, 1), date(2026, 9, 30)),
        )
    ),
    Voorbeeld(
        "TR134",
        "JW323",
        {PERIODE: _periode(date(2026, 11, 1), date(2026, 11, 30))},
        "/Bericht/Declaratie/DeclaratiePeriode/Begindatum",
    ),
    Voorbeeld(
        "TR137",
        "JW323",
        {PERIODE: _periode(date(2026, 10, 1), date(2026, 10, 31))},
        "/Bericht/Declaratie/DeclaratiePeriode/Einddatum",
    ),
    Voorbeeld(
        "TR335",
        "JW323",
        {f"{LIJN}.product_periode": _periode(date(2021, 10, 1), date(2021, 10, 4))},
        f"{LIJN_PAD}/ProductPeriode/Einddatum",
        {f"{LIJN}.product_periode": _periode(date(2021, 10, 1), date(2021, 10, 5))},
    ),
    Voorbeeld(
        "TR315",
        "JW323",
        _over_twee_clienten(bouw.credit("P1", "OUD"), bouw.credit("P2", "OUD"), -100_000),
        f"{LIJN_2_PAD}/ProductReferentie/VorigReferentieNummer",
        _over_twee_clienten(bouw.credit("P1", "OUD"), bouw.credit("P2", "OUDER"), -100_000),
    ),
    Voorbeeld(
        "TR316",
        "JW323",
        _over_twee_clienten(bouw.credit("P1", "P2"), bouw.prestatie("P2"), 0),
        f"{LIJN_PAD}/ProductReferentie/VorigReferentieNummer",
        _over_twee_clienten(bouw.credit("P1", "OUD"), bouw.prestatie("P2"), 0),
    ),
    Voorbeeld(
        "TR358",
        "JW323",
        {"declaratie.totaal_ingediend_bedrag": bouw.totaal(50_001)},
        "/Bericht/Declaratie/TotaalIngediendBedrag/TotaalBedrag",
        met_regels(bouw.credit("P1", "OUD"), totaal=-50_000),
    ),
    Voorbeeld(
        "TR358",
        "JW323",
        {"declaratie.totaal_ingediend_bedrag": bouw.totaal(50_000, "C")},
        "/Bericht/Declaratie/TotaalIngediendBedrag/TotaalBedrag",
    ),
    Voorbeeld(
        "TR416",
        "JW323",
        met_regels(bouw.prestatie("P1"), bouw.prestatie("P2"), totaal=100_000),
        "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]",
        met_regels(bouw.prestatie("P1"), bouw.prestatie("P2", product_periode=MAART), totaal=100_000),
    ),
    Voorbeeld(
        "TR342",
        "JW325",
        {"declaratie_antwoord.totaal_toegekend_bedrag": bouw.totaal(99_999)},
        "/Bericht/DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag",
        {
            "declaratie_antwoord.totaal_toegekend_bedrag": bouw.totaal(150_000),
            "declaratie_antwoord.clienten": (),
            "declaratie_antwoord.retour_codes": ("8001",),
        },
    ),
    Voorbeeld(
        "TR342",
        "JW325",
        {"declaratie_antwoord.retour_codes": ("9333",), "declaratie_antwoord.clienten": ()},
        "/Bericht/DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag",
        {
            "declaratie_antwoord.retour_codes": ("9333",),
            "declaratie_antwoord.clienten": (),
            "declaratie_antwoord.totaal_toegekend_bedrag": bouw.totaal(0),
        },
    ),
]
