"""The 92 rows of the legal rule table that came with the design, each with its rule here, or why it is not one.

A row with an example of its own has it in `voorbeelden`: what is reckoned, and what must come out. Rows about the
calendar itself have no rule with a name: they reckon with the calendar. The test computes them all.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from recht.kalender import feestdagen, werkdagen_erbij
from recht.register import zoek
from recht.termijn import dagen, loopt_af, maanden, weken, werkdagen

Reken = Callable[[], object]


@dataclass(frozen=True)
class Rij:
    """One row: `regels` are the rules that calculate it; `elders` tells where else it lives, or why nowhere."""

    nummer: int
    onderwerp: str
    regels: tuple[str, ...] = ()
    voorbeelden: tuple[tuple[Reken, object], ...] = ()
    elders: str = ""


def r(regel: str, invoer: str) -> Reken:
    """Reckon a rule from written inputs and give its short answer."""
    return lambda: zoek(regel).reken(dict(deel.split("=", 1) for deel in shlex.split(invoer))).kort


def stap(regel: str, invoer: str, tekst: str) -> Reken:
    """Tell whether a step of the explanation says this."""

    def zegt() -> bool:
        uitkomst = zoek(regel).reken(dict(deel.split("=", 1) for deel in shlex.split(invoer)))
        return any(tekst in deel.tekst for deel in uitkomst.stappen)

    return zegt


def _einde(termijn: object, na: date) -> Reken:
    return lambda: loopt_af(termijn, na).datum  # type: ignore[arg-type]


_BESTUUR = "bestuur: gaat niet over een zaak van een kind"
_CIJFERS = "monitor: gaat over cijfers, niet over een zaak"
_BOOS = "2026-03-16"  # a decision of Thursday 12 March 2026, sent on Monday the 16th
_OP_BEZWAAR = "awb-bezwaar-op-tijd"

TABEL: tuple[Rij, ...] = (
    Rij(1, "Atw 1: een termijn die op een vrije dag eindigt, loopt door", ("awb-beslistermijn",),
        ((_einde(weken(8), date(2026, 3, 2)), date(2026, 4, 28)),)),
    Rij(2, "Atw 3: feestdagen en gelijkgestelde dagen", (), (
        (lambda: date(2026, 4, 3) in feestdagen(2026), True),
        (lambda: date(2026, 5, 15) in feestdagen(2026), True),
    ), elders="recht.kalender"),
    Rij(3, "Atw 3: plaatselijke gewoonten zijn gewone dagen", ("keten-retour",),
        ((lambda: werkdagen_erbij(date(2026, 3, 9), 3), date(2026, 3, 12)),), elders="recht.kalender"),
    Rij(4, "Atw 2: minstens twee werkdagen", (), (
        (_einde(dagen(3), date(2026, 4, 2)), date(2026, 4, 8)),
        (_einde(dagen(3), date(2026, 4, 3)), date(2026, 4, 8)),
    ), elders="recht.termijn"),
    Rij(5, "Atw 4: wat nooit opschuift", (), (
        (_einde(weken(13), date(2026, 1, 24)), date(2026, 4, 25)),
        (_einde(maanden(4), date(2026, 1, 25)), date(2026, 5, 25)),
        (_einde(dagen(91), date(2026, 1, 24)), date(2026, 4, 25)),
        (_einde(weken(4, vrijheidsbeneming=True), date(2026, 3, 30)), date(2026, 4, 27)),
    ), elders="recht.termijn"),
    Rij(6, "Termijnen in werkdagen", ("keten-antwoord",), (
        (_einde(werkdagen(5), date(2026, 4, 30)), date(2026, 5, 8)),
        (r("keten-antwoord", "ontvangen=2026-04-30"), "2026-05-08"),
    )),
    Rij(7, "De laatste dag is op tijd", (_OP_BEZWAAR,), (
        (r(_OP_BEZWAAR, f"bekendgemaakt={_BOOS} ontvangen=2026-04-28"), "op tijd"),
        (r(_OP_BEZWAAR, f"bekendgemaakt={_BOOS} ontvangen=2026-04-29"), "te laat"),
    )),
    Rij(8, "Beslissen op een aanvraag", ("awb-beslistermijn",),
        ((r("awb-beslistermijn", "ontvangen=2026-03-06"), "2026-05-01"),)),
    Rij(9, "Hetzelfde over de jaarwisseling", ("awb-beslistermijn",),
        ((r("awb-beslistermijn", "ontvangen=2025-11-06"), "2026-01-05"),)),
    Rij(10, "Lokale acht weken, naast 4:13", ("toegang-acht-weken",),
        ((r("toegang-acht-weken", "melding=2026-02-08"), "2026-04-07"),)),
    Rij(11, "Verdagen met een nieuwe datum", ("awb-beslistermijn",), (
        (r("awb-beslistermijn", "ontvangen=2026-03-02 verdaagd_tot=2026-05-26 verdaging_bekend_op=2026-04-20"),
         "2026-05-26"),
        (r("awb-beslistermijn", "ontvangen=2026-03-02"), "2026-04-28"),
    )),
    Rij(12, "Opschorten bij een onvolledige aanvraag", ("awb-beslistermijn",), (
        (r("awb-beslistermijn", "ontvangen=2026-03-02 aanvullingen=2026-03-13/2026-03-27/2026-03-26"), "2026-05-11"),
        (r("awb-beslistermijn", "ontvangen=2026-03-02 aanvullingen=2026-03-13//2026-03-26"), "2026-04-28"),
    )),
    Rij(13, "Buiten behandeling laten", ("awb-buiten-behandeling",),
        ((r("awb-buiten-behandeling", "vanaf=2026-01-30"), "2026-02-27"),)),
    Rij(14, "Uitstel met instemming of door de aanvrager", ("awb-beslistermijn",), (
        (r("awb-beslistermijn", "ontvangen=2026-01-05"), "2026-03-02"),
        (r("awb-beslistermijn", "ontvangen=2026-01-05 uitstel=2026-02-01/2026-02-15"), "2026-03-16"),
    )),
    Rij(15, "Bezwaartermijn", ("awb-bezwaartermijn",),
        ((r("awb-bezwaartermijn", "bekendgemaakt=2026-05-07"), "2026-06-18"),)),
    Rij(16, "Beslissen op bezwaar, vanaf het einde van de bezwaartermijn", ("awb-beslissing-op-bezwaar",), (
        (r("awb-beslissing-op-bezwaar", "bekendgemaakt=2026-05-07"), "2026-07-30"),
        (r("awb-beslissing-op-bezwaar", "bekendgemaakt=2026-05-07 commissie=ja"), "2026-09-10"),
        (r("awb-beslissing-op-bezwaar", "bekendgemaakt=2026-05-07 commissie=ja commissie_gemeld=nee"), "2026-07-30"),
        (r("awb-beslissing-op-bezwaar", "bekendgemaakt=2026-05-07 verdaagd=ja"), "2026-09-10"),
    )),
    Rij(17, "Bezwaar per post", (_OP_BEZWAAR,), (
        (r(_OP_BEZWAAR, "bekendgemaakt=2026-03-12 gepost=2026-04-23 ontvangen=2026-04-30"), "op tijd"),
        (r(_OP_BEZWAAR, "bekendgemaakt=2026-03-12 gepost=2026-04-23 ontvangen=2026-05-01"), "te laat"),
    )),
    Rij(18, "Te laat: een mens oordeelt", (_OP_BEZWAAR,), (
        (r(_OP_BEZWAAR, "bekendgemaakt=2026-03-12 ontvangen=2026-05-04"), "te laat"),
        (stap(_OP_BEZWAAR, "bekendgemaakt=2026-03-12 ontvangen=2026-05-04", "Wijs het niet vanzelf af"), True),
    )),
    Rij(19, "Beroep bij de rechtbank", ("awb-beroepstermijn",),
        ((r("awb-beroepstermijn", "bekendgemaakt=2026-06-09"), "2026-07-21"),)),
    Rij(20, "Dwangsom", ("awb-dwangsom", "awb-dwangsom-vaststellen"), (
        (lambda: zoek("awb-dwangsom").functie(date(2026, 4, 28), date(2026, 4, 29), date(2027, 1, 1)).waarde.centen,
         144200),
        (stap("awb-dwangsom", "einde=2026-04-28 ingebrekestelling=2026-04-29 op=2027-01-01", "hoogstens 42 dagen"),
         True),
    )),
    Rij(21, "Te vroege ingebrekestelling", ("awb-dwangsom",), (
        (r("awb-dwangsom", "einde=2026-04-28 ingebrekestelling=2026-04-27 op=2026-06-30"), "€ 0,00"),
    )),
    Rij(22, "Beroep zonder besluit", ("awb-beroep-niet-tijdig",), (
        (r("awb-beroep-niet-tijdig", "einde=2026-04-28 ingebrekestelling=2026-05-04"), "2026-05-19"),
    )),
    Rij(23, "Horen voor een weigering op andere gegevens", ("besluit-weigering",), (
        (r("besluit-weigering", "motivering=uitleg voorschrift='Jeugdwet 2.3' afwijkende_gegevens=ja"), "mag nog niet"),
    )),
    Rij(24, "Motiveren", ("besluit-weigering", "besluit-motivering"),
        ((r("besluit-weigering", "motivering="), "mag nog niet"),)),
    Rij(25, "Bekendmaken: de dag na verzending telt", ("awb-bezwaartermijn", "besluit-brief"),
        ((r("awb-bezwaartermijn", f"bekendgemaakt={_BOOS}"), "2026-04-28"),)),
    Rij(26, "Horen en verslag in bezwaar", ("besluit-op-bezwaar", "awb-horen-door", "bezwaar-stukken"),
        ((r("besluit-op-bezwaar", "verslag=nee"), "mag nog niet"),)),
    Rij(27, "Niet op bezwaar tegen het eigen besluit", ("awb-ondertekenaar-bezwaar",), (
        (r("awb-ondertekenaar-bezwaar", "besluit_door=a bezwaar_door=a"), "mag niet"),
        (r("awb-ondertekenaar-bezwaar", "besluit_door=a bezwaar_door=b"), "mag"),
    )),
    Rij(28, "Mandaat aan een niet-ondergeschikte", ("awb-mandaat-schakel",), (
        (r("awb-mandaat-schakel", "datum=2025-03-04 verleend=2014-12-16 vanaf=2015-01-01"), "ongeldig"),
    )),
    Rij(29, "Ondermandaat alleen als het mag", ("awb-mandaat-schakel",), (
        (r("awb-mandaat-schakel", "datum=2026-03-04 verleend=2026-03-02 vanaf=2026-03-02 ondergeschikt=ja "
           "ondermandaat=ja ondermandaat_vanaf=2026-04-01"), "ongeldig"),
    )),
    Rij(30, "Namens wie is besloten", ("awb-namens",),
        ((r("awb-namens", "tekst='Almere, de regiodirecteur' orgaan=Dronten"), "waarschuwing"),)),
    Rij(31, "Ondersteuning: een contactpersoon", ("besluit-brief",), (
        (r("besluit-brief", "orgaan_bezwaar=college termijn_genoemd=ja namens=college vertrouwenspersoon=ja"),
         "mag nog niet"),
    )),
    Rij(32, "Deskundige toeleiding", ("besluit-deskundigheid", "onderzoek-afronden"),
        ((r("besluit-deskundigheid", "op=2026-05-07"), "mag niet"),)),
    Rij(33, "Geld is geen grond", ("besluit-weigering", "toegang-afwijzing"), (
        (r("besluit-weigering", "motivering='budgetplafond bereikt' voorschrift='Jeugdwet 2.3' grond_is_geld=ja"),
         "mag niet"),
        (r("toegang-afwijzing", "verwijzer=06 reden=2"), "mag niet"),
    )),
    Rij(34, "Behoeften, geloof, cultuur en keuze", ("besluit-afweging",)),
    Rij(35, "Eerst een pleeggezin of gezinshuis", ("besluit-pleeggezin",),
        ((r("besluit-pleeggezin", "verblijf=ja gezin=nee"), "mag nog niet"),)),
    Rij(36, "De GI bepaalt de noodzaak", ("toegang-toetskader", "toegang-afwijzing"), (
        (r("toegang-toetskader", "verwijzer=04"), "woonplaats, contract"),
        (r("toegang-afwijzing", "verwijzer=04 reden=7"), "mag niet"),
        (r("toegang-afwijzing", "verwijzer=04 reden=3"), "mag"),
    )),
    Rij(37, "Onderzoek door de Raad vragen", elders="bescherming: meteen, dus geen termijn"),
    Rij(38, "Verwijzing door een arts", ("toegang-toetskader", "toegang-afwijzing"),
        ((r("toegang-afwijzing", "verwijzer=03 reden=7"), "mag niet"),)),
    Rij(39, "Altijd bereikbaar bij spoed", elders="organisaties.bellen en beurten.contacten: een contactpunt dat mist"),
    Rij(40, "Vertrouwenspersoon", ("besluit-brief",), (
        (r("besluit-brief", "orgaan_bezwaar=college termijn_genoemd=ja namens=college contactpersoon=ja"),
         "mag nog niet"),
    )),
    Rij(41, "Toestemming per leeftijd", ("toestemming",)),
    Rij(42, "12 tot en met 15 zonder ouders", ("toestemming",), (
        (r("toestemming", "geboortedatum=2013-01-15 op=2026-03-10 gezagsdragers=moeder "
           "stemmen=moeder/nee/2026-03-03,kind/ja/2026-03-10 weloverwogen='weet waarom'"), "uitzondering"),
    )),
    Rij(43, "Geen toestemming bij een maatregel", ("toestemming", "weg-toestemming"),
        ((r("weg-toestemming", "weg=rechter maatregel=ja"), "niet nodig"),)),
    Rij(44, "Overdracht door Veilig Thuis is vrijwillig", ("weg-toestemming", "toestemming"), (
        (r("weg-toestemming", "weg=veilig_thuis"), "nodig"),
        (r("toestemming", "geboortedatum=2018-06-01 op=2026-05-08 gezagsdragers=moeder,vader "
           "stemmen=moeder/ja/2026-05-08"), "ontbreekt"),
    )),
    Rij(45, "Plan binnen zes weken, op schrift binnen veertien dagen", ("plan-vaststellen", "plan-schriftelijk"),
        ((r("plan-vaststellen", "afgezien_op=2026-03-16"), "2026-04-28"),)),
    Rij(46, "Dossier twintig jaar", ("bewaren-dossier",),
        ((r("bewaren-dossier", "laatste_wijziging=2025-09-15"), "2045-09-15"),
         (r("bewaren-dossier", "laatste_wijziging=2015-09-15"), "2035-09-15"))),
    Rij(47, "Vernietigen op verzoek", ("bewaren-verzoek",),
        ((r("bewaren-verzoek", "ontvangen=2026-03-10"), "2026-04-10"),)),
    Rij(48, "Inzage met de privacy van anderen", ("inzage-gezin", "gegevens-delen")),
    Rij(49, "Delen met toestemming of grond", ("gegevens-delen",),
        ((r("gegevens-delen", "grond=toestemming geboortedatum=2015-03-01 op=2026-02-04 gezagsdragers=moeder"),
          "mag niet"),)),
    Rij(50, "BSN, en spoed zonder", ("gegevens-bsn",), ((r("gegevens-bsn", "bsn_vastgesteld=nee spoed=ja"), "mag"),)),
    Rij(51, "Woonplaatsbeginsel", ("woonplaats",),
        ((r("woonplaats", "op=2026-09-10 plekken=0995/2020-01-01,0034/2026-04-01/verblijf"), "0995"),)),
    Rij(52, "Een jaar voortzetting na een verhuizing", ("woonplaats-verhuizing",),
        ((r("woonplaats-verhuizing", "verhuisd_op=2026-05-01"), "2027-05-01"),)),
    Rij(53, "Informatie aan een aanbieder, verrekenen", ("woonplaats-informatie", "woonplaats-verrekening"),
        ((r("woonplaats-informatie", "ontvangen=2026-02-04"), "2026-02-18"),)),
    Rij(54, "Lokaal plan", elders=_BESTUUR),
    Rij(55, "Klachtencommissie en reactie", ("klacht-commissie", "klacht-reactie"), (
        (r("klacht-commissie", "leden=2 voorzitter_van_buiten=ja"), "niet goed"),
        (r("klacht-reactie", "oordeel=2026-03-10"), "2026-04-10"),
    )),
    Rij(56, "Calamiteit meteen melden", elders="plicht van de aanbieder aan de inspectie: meteen, dus geen termijn"),
    Rij(57, "Verklaring omtrent het gedrag", ("toegang-vog",), (
        (r("toegang-vog", "afgegeven=2026-02-01 op=2026-05-01"), "goed"),
        (r("toegang-vog", "afgegeven=2026-02-01 op=2026-05-02"), "te oud"),
    )),
    Rij(58, "Signaal in de verwijsindex", ("bewaren-verwijsindex",),
        ((r("bewaren-verwijsindex", "melding=2026-03-10 geboortedatum=2012-01-01"), "2028-03-10"),)),
    Rij(59, "Gesloten machtiging", ("bescherming-einde",), (
        (r("bescherming-einde", "soort=gesloten verleend=2026-03-10"), "2027-03-10"),
        (r("bescherming-einde", "soort=voorwaardelijk verleend=2026-03-10"), "2026-09-10"),
    )),
    Rij(60, "Spoedmachtiging en horen", ("bescherming-einde",), (
        (r("bescherming-einde", "soort=gesloten-spoed verleend=2026-03-10"), "2026-04-07"),
        (stap("bescherming-einde", "soort=gesloten-spoed verleend=2026-03-10", "Horen moet uiterlijk dinsdag 24 maart"),
         True),
    )),
    Rij(61, "Machtiging die niet wordt uitgevoerd", ("bescherming-verval",), (
        (r("bescherming-verval", "verleend=2026-03-10 op=2026-06-09"), "geldt"),
        (r("bescherming-verval", "verleend=2026-03-10 op=2026-06-10"), "vervallen"),
    )),
    Rij(62, "Instemming ingetrokken: dag veertien", ("gesloten-instemming-ingetrokken",),
        ((r("gesloten-instemming-ingetrokken", "ingetrokken_op=2026-03-10"), "2026-03-24"),)),
    Rij(63, "Al gesloten: drie weken", ("gesloten-beslissen",),
        ((r("gesloten-beslissen", "ingediend=2026-06-01"), "2026-06-22"),)),
    Rij(64, "Voorwaardelijk: opname", ("gesloten-opname",)),
    Rij(65, "Wie vraagt de machtiging", ("gesloten-verzoeker",), (
        (r("gesloten-verzoeker", "verzoeker=college maatregel=ja gedragswetenschapper=ja"), "mag niet"),
    )),
    Rij(66, "Ondertoezichtstelling", ("bescherming-einde",), (
        (r("bescherming-einde", "soort=ots verleend=2026-03-10"), "2027-03-10"),
        (r("bescherming-einde", "soort=voorlopige-ots verleend=2026-03-10"), "2026-06-10"),
    )),
    Rij(67, "Uithuisplaatsing die niet gebeurt", ("bescherming-einde", "bescherming-verval"),
        ((r("bescherming-verval", "verleend=2026-03-10 op=2026-06-10"), "vervallen"),)),
    Rij(68, "Veilig Thuis beoordeelt", ("veilig-thuis-beoordeling",),
        ((r("veilig-thuis-beoordeling", "melding=2026-07-09"), "2026-07-16"),)),
    Rij(69, "Veilig Thuis onderzoekt", ("veilig-thuis-onderzoek",), (
        (r("veilig-thuis-onderzoek", "vanaf=2026-07-09"), "2026-09-17"),
        (r("veilig-thuis-onderzoek", "vanaf=2026-05-04 triage=2026-05-08"), "2026-07-17"),
    )),
    Rij(70, "Aanspreekpunt van de gemeente", elders="beurten.contacten: een leeg contactpunt is een beurt"),
    Rij(71, "Wachtnorm van de Raad", ("raad-wachtnorm",),
        ((r("raad-wachtnorm", "verzoek=2026-03-10"), "2026-03-20"),)),
    Rij(72, "Geschil naar Gedeputeerde Staten", elders=_BESTUUR),
    Rij(73, "Zienswijze op een regeling", elders=_BESTUUR),
    Rij(74, "Taken van de jeugdregio", elders=_BESTUUR),
    Rij(75, "Inhoud van de regiovisie", elders=_BESTUUR),
    Rij(76, "Reële prijs", elders="zorglandschap: de opbouw van een tarief"),
    Rij(77, "Norm voor Opdrachtgeverschap", elders=_BESTUUR),
    Rij(78, "iJw: retour, antwoord, onderzoek", ("keten-retour", "keten-antwoord", "keten-onderzoek"), (
        (r("keten-retour", "ontvangen=2026-09-10"), "2026-09-15"),
        (r("keten-antwoord", "ontvangen=2026-09-10"), "2026-09-17"),
        (r("keten-onderzoek", "ontvangen=2026-09-10"), "2026-09-24"),
    )),
    Rij(79, "iJw: declaratie beantwoorden", ("keten-declaratieantwoord",), (
        (r("keten-declaratieantwoord", "ontvangen=2026-10-05"), "2026-10-19"),
        (r("keten-declaratieantwoord", "ontvangen=2026-12-21"), "2027-01-06"),
    )),
    Rij(80, "GI: verzoek na de beschikking", ("keten-verzoek-gi",), (
        (r("keten-verzoek-gi", "beschikking_ontvangen=2025-12-22"), "2025-12-31"),
        (stap("keten-verzoek-gi", "beschikking_ontvangen=2025-12-22", "verwijzercode 08"), True),
    )),
    Rij(81, "Levering aan het CBS", elders=_CIJFERS),
    Rij(82, "Sleutel en overlap van een levering", elders=_CIJFERS),
    Rij(83, "Uitkomsten van hulp", elders=_CIJFERS),
    Rij(84, "Kleine aantallen", elders=_CIJFERS),
    Rij(85, "Wie wat inzag: vijf jaar", ("bewaren-logging",),
        ((r("bewaren-logging", "inzage=2026-03-10"), "2031-03-10"),)),
    Rij(86, "Informatiebeveiliging", elders="eisen aan de organisatie, niet aan een zaak"),
    Rij(87, "Datalek", ("bewaren-datalek",),
        ((r("bewaren-datalek", "bekend=2026-03-10T09:00"), "2026-03-13T09:00"),)),
    Rij(88, "Geheim adres", elders="toegang: een geheim adres komt in geen lijst, bericht of export"),
    Rij(89, "Toegankelijkheid", elders="web: elke pagina wordt met axe nagekeken"),
    Rij(90, "Naar het archief", ("bewaren-archief",),
        ((r("bewaren-archief", "besluit=2025-11-18"), "2045-11-18"),)),
    Rij(91, "Persoonsgebonden budget: drie toetsen", ("besluit-pgb", "besluit-pgb-weigering"),
        ((r("besluit-pgb", "kan_het_aan=ja gemotiveerd=ja kwaliteit=nee"), "mag nog niet"),)),
    Rij(92, "Openbaarheid en Woo-verzoeken", elders=_BESTUUR),
)  # fmt: skip
