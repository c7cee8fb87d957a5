"""Rules about the declaration (JW323): periods, references, amounts and totals."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from ijw.berichten import jw323, jw325
from ijw.berichten.basis import BedragMetDC, TotaalBedragMetDC
from ijw.berichten.jw323 import Declaratie, Prestatie
from ijw.declaratie import met_teken, totaal_met_teken
from ijw.regels.register import Omgeving, regel, regel_over

EUROS = "83"
CREDIT, DEBET = "C", "D"
EERSTE_DAG = date(2021, 1, 1)  # CS100
JAREN_TERUG = 5  # TR335


@regel(
    "CD060",
    {
        Prestatie: "ProductReferentie/VorigReferentieNummer",
        jw325.Prestatie: "ProductReferentie/VorigReferentieNummer",
    },
    "Een creditregel noemt de regel die hij terugdraait, een debetregel niet. Vul het vorige "
    "referentienummer in of laat het weg.",
)
def verwijzing_past_niet_bij_credit(prestatie: Prestatie | jw325.Prestatie, _: Omgeving) -> bool:
    is_credit = prestatie.ingediend_bedrag.debet_credit == CREDIT
    return is_credit != (prestatie.product_referentie.vorig_referentie_nummer is not None)


@regel(
    "CD087",
    {Prestatie: "ProductTarief"},
    "Bij euro's (eenheid 83) hoort geen tarief, bij elke andere eenheid wel. Vul het tarief in of laat het weg.",
)
def tarief_past_niet_bij_eenheid(prestatie: Prestatie, _: Omgeving) -> bool:
    return (prestatie.eenheid == EUROS) != (prestatie.product_tarief is None)


@regel(
    "CS100",
    {Declaratie: "DeclaratiePeriode/Begindatum"},
    "Deze release kan alleen hulp vanaf 1 januari 2021 declareren. Verbeter de declaratieperiode.",
)
def declaratie_over_te_vroeg(declaratie: Declaratie, _: Omgeving) -> bool:
    return declaratie.declaratie_periode.begindatum < EERSTE_DAG


@regel(
    "CS100",
    {Prestatie: "ProductPeriode/Begindatum"},
    "Deze release kan alleen hulp vanaf 1 januari 2021 declareren. Verbeter de productperiode.",
)
def prestatie_te_vroeg(prestatie: Prestatie, _: Omgeving) -> bool:
    return prestatie.product_periode.begindatum < EERSTE_DAG


NUL_IS_DEBET = "Een bedrag van nul is altijd debet. Vul D in."


@regel("CS325", {Declaratie: "TotaalIngediendBedrag/DebetCredit"}, NUL_IS_DEBET)
def totaal_nul_credit(declaratie: Declaratie, _: Omgeving) -> bool:
    return _nul_credit(declaratie.totaal_ingediend_bedrag)


@regel(
    "CS325",
    {Prestatie: "IngediendBedrag/DebetCredit", jw325.Prestatie: "IngediendBedrag/DebetCredit"},
    NUL_IS_DEBET,
)
def bedrag_nul_credit(prestatie: Prestatie | jw325.Prestatie, _: Omgeving) -> bool:
    bedrag = prestatie.ingediend_bedrag
    return bedrag.bedrag == 0 and bedrag.debet_credit == CREDIT


@regel_over("CS325", [jw325.DeclaratieAntwoord], NUL_IS_DEBET)
def totalen_nul_credit(antwoord: jw325.DeclaratieAntwoord, _: Omgeving) -> Iterator[str]:
    if _nul_credit(antwoord.totaal_ingediend_bedrag):
        yield "TotaalIngediendBedrag/DebetCredit"
    if _nul_credit(antwoord.totaal_toegekend_bedrag):
        yield "TotaalToegekendBedrag/DebetCredit"


@regel(
    "CS337",
    {Prestatie: "ProductPeriode/Einddatum"},
    "De productperiode loopt over meer dan een maand. Splits de regel per kalendermaand.",
)
def over_maandgrens(prestatie: Prestatie, _: Omgeving) -> bool:
    begin, eind = prestatie.product_periode.begindatum, prestatie.product_periode.einddatum
    return begin.month != eind.month or begin.year != eind.year


@regel(
    "CS339",
    {Prestatie: "IngediendBedrag/Bedrag"},
    "Bij euro's (eenheid 83) zijn volume en bedrag hetzelfde getal, in eurocenten. Maak ze gelijk.",
)
def euros_ongelijk_aan_bedrag(prestatie: Prestatie, _: Omgeving) -> bool:
    return prestatie.eenheid == EUROS and prestatie.geleverd_volume != prestatie.ingediend_bedrag.bedrag


@regel(
    "CS340",
    {Declaratie: "DeclaratiePeriode"},
    "Een declaratie gaat over precies een kalendermaand. Vul de eerste en de laatste dag van die maand in.",
)
def geen_hele_maand(declaratie: Declaratie, _: Omgeving) -> bool:
    begin, eind = declaratie.declaratie_periode.begindatum, declaratie.declaratie_periode.einddatum
    if begin.day != 1:
        return True
    return eind != begin + timedelta(days=monthrange(begin.year, begin.month)[1] - 1)


@regel(
    "TR134",
    {Declaratie: "DeclaratiePeriode/Begindatum"},
    "De declaratieperiode begint na de dagtekening van het bericht. Verbeter een van beide datums.",
)
def declaratie_in_toekomst(declaratie: Declaratie, omgeving: Omgeving) -> bool:
    return declaratie.declaratie_periode.begindatum > omgeving.dagtekening


@regel(
    "TR137",
    {Declaratie: "DeclaratiePeriode/Einddatum"},
    "De declaratieperiode eindigt voor zij begint of na de dagtekening van het bericht. Verbeter de einddatum.",
)
def declaratie_eindigt_verkeerd(declaratie: Declaratie, omgeving: Omgeving) -> bool:
    periode = declaratie.declaratie_periode
    return not periode.begindatum <= periode.einddatum <= omgeving.dagtekening


@regel(
    "TR134",
    {Prestatie: "ProductPeriode/Begindatum", jw325.Prestatie: "ProductPeriode/Begindatum"},
    "De productperiode begint na de dagtekening van het bericht. Verbeter een van beide datums.",
)
def prestatie_in_toekomst(prestatie: Prestatie | jw325.Prestatie, omgeving: Omgeving) -> bool:
    return prestatie.product_periode.begindatum > omgeving.dagtekening


@regel(
    "TR137",
    {Prestatie: "ProductPeriode/Einddatum", jw325.Prestatie: "ProductPeriode/Einddatum"},
    "De productperiode eindigt voor zij begint of na de dagtekening van het bericht. Verbeter de einddatum.",
)
def prestatie_eindigt_verkeerd(prestatie: Prestatie | jw325.Prestatie, omgeving: Omgeving) -> bool:
    periode = prestatie.product_periode
    return not periode.begindatum <= periode.einddatum <= omgeving.dagtekening


@regel(
    "TR335",
    {Prestatie: "ProductPeriode/Einddatum"},
    "Deze hulp eindigde meer dan 5 jaar voor de dagtekening van de declaratie. Zij kan niet meer worden gedeclareerd.",
)
def langer_dan_vijf_jaar_geleden(prestatie: Prestatie, omgeving: Omgeving) -> bool:
    bericht = omgeving.bericht
    if not isinstance(bericht, jw323.Bericht):
        raise TypeError("Een prestatie van een JW323 hoort in een JW323.")
    return prestatie.product_periode.einddatum < _vijf_jaar_eerder(bericht.declaratie.declaratie_dagtekening)


@regel_over(
    "TR315",
    [Declaratie],
    "Een andere creditregel in dit bericht draait dezelfde regel al terug. Laat een van beide weg.",
)
def vaker_teruggedraaid(declaratie: Declaratie, _: Omgeving) -> Iterator[str]:
    gezien: set[str] = set()
    for pad, prestatie in _prestaties(declaratie):
        vorig = prestatie.product_referentie.vorig_referentie_nummer
        if vorig is None:
            continue
        if vorig in gezien:
            yield f"{pad()}/ProductReferentie/VorigReferentieNummer"
        gezien.add(vorig)


@regel_over(
    "TR316",
    [Declaratie],
    "Deze creditregel draait een regel uit hetzelfde bericht terug. Laat beide regels weg of verbeter het nummer.",
)
def in_zelfde_bericht_teruggedraaid(declaratie: Declaratie, _: Omgeving) -> Iterator[str]:
    credits = [
        (pad, prestatie.product_referentie.vorig_referentie_nummer)
        for pad, prestatie in _prestaties(declaratie)
        if prestatie.product_referentie.vorig_referentie_nummer is not None
    ]
    if not credits:
        return
    eigen = {prestatie.product_referentie.referentie_nummer for _, prestatie in _prestaties(declaratie)}
    for pad, vorig in credits:
        if vorig in eigen:
            yield f"{pad()}/ProductReferentie/VorigReferentieNummer"


@regel(
    "TR358",
    {Declaratie: "TotaalIngediendBedrag/TotaalBedrag"},
    "Het totaal klopt niet met de regels. Tel de debetregels op, trek de creditregels af en vul de uitkomst in.",
)
def totaal_klopt_niet(declaratie: Declaratie, _: Omgeving) -> bool:
    regels = (prestatie for client in declaratie.clienten for prestatie in client.prestaties)
    return totaal_met_teken(declaratie.totaal_ingediend_bedrag) != som(
        prestatie.ingediend_bedrag for prestatie in regels
    )


@regel_over(
    "TR416",
    [jw323.Client],
    "Voor dezelfde toewijzing, hetzelfde product en dezelfde periode staat al een debetregel in dit "
    "bericht. Voeg de regels samen of laat er een weg.",
)
def dubbel_debet(client: jw323.Client, _: Omgeving) -> Iterator[str]:
    gezien: set[tuple[object, ...]] = set()
    for nummer, prestatie in enumerate(client.prestaties, start=1):
        if prestatie.ingediend_bedrag.debet_credit != DEBET:
            continue
        periode = prestatie.product_periode
        sleutel = (
            prestatie.toewijzing_nummer,
            prestatie.product_categorie,
            prestatie.product_code,
            periode.begindatum,
            periode.einddatum,
        )
        if sleutel in gezien:
            yield f"Prestaties/Prestatie[{nummer}]"
        gezien.add(sleutel)


GOEDGEKEURD = frozenset({"0200", "8001"})


@regel(
    "TR342",
    {jw325.DeclaratieAntwoord: "TotaalToegekendBedrag/TotaalBedrag"},
    "Het toegekende totaal is niet het ingediende totaal min de afgewezen regels. Verbeter het totaal of de "
    "regels. Is de hele declaratie afgekeurd, vul dan 0 in.",
)
def toekenning_klopt_niet(antwoord: jw325.DeclaratieAntwoord, _: Omgeving) -> bool:
    toegekend = totaal_met_teken(antwoord.totaal_toegekend_bedrag)
    if not GOEDGEKEURD.issuperset(antwoord.retour_codes):
        return toegekend != 0
    afgewezen = som(regel.ingediend_bedrag for client in antwoord.clienten for regel in client.prestaties)
    return toegekend != totaal_met_teken(antwoord.totaal_ingediend_bedrag) - afgewezen


def som(bedragen: Iterable[BedragMetDC]) -> int:
    """The sum in euro cents, debit added and credit subtracted."""
    return sum(met_teken(bedrag) for bedrag in bedragen)


def _nul_credit(totaal: TotaalBedragMetDC) -> bool:
    return totaal.totaal_bedrag == 0 and totaal.debet_credit == CREDIT


@cache
def _vijf_jaar_eerder(dag: date) -> date:
    jaar = max(dag.year - JAREN_TERUG, date.min.year)
    return date(jaar, dag.month, min(dag.day, monthrange(jaar, dag.month)[1]))


class _Pad:
    """The path of a line, spelled out only when somebody asks."""

    __slots__ = ("client", "nummer")

    def __init__(self, client: int, nummer: int) -> None:
        self.client = client
        self.nummer = nummer

    def __call__(self) -> str:
        return f"Clienten/Client[{self.client}]/Prestaties/Prestatie[{self.nummer}]"


def _prestaties(declaratie: Declaratie) -> Iterator[tuple[_Pad, Prestatie]]:
    for client_nummer, client in enumerate(declaratie.clienten, start=1):
        for nummer, prestatie in enumerate(client.prestaties, start=1):
            yield _Pad(client_nummer, nummer), prestatie
