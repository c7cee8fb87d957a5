"""The business rules (OP) of iJw 3.2: for each whether this software keeps it, and where or why not.

`gehouden`: the software keeps it when it sends and asks it when it receives. `deels`: kept as far as the words say.
`mens`: an agreement or judgement of people that no software can check. `ander`: does not arise in this software.
"""

from dataclasses import dataclass
from typing import Literal

Stand = Literal["gehouden", "deels", "mens", "ander"]


@dataclass(frozen=True, slots=True)
class Bedrijfsregel:
    """One business rule: its code, its state, and in Dutch where it is kept or why not."""

    code: str
    stand: Stand
    waar: str


def _rij(code: str, stand: Stand, waar: str) -> Bedrijfsregel:
    return Bedrijfsregel(code, stand, waar)


BEDRIJFSREGELS: tuple[Bedrijfsregel, ...] = (
    _rij(
        "OP001", "deels",
        "toegang.gezag: wie het gezag heeft hoort in het dossier; zonder beslist niemand over hulp. Of het klopt "
        "met het gezagsregister zoekt de medewerker na.",
    ),
    _rij("OP002", "deels", "toegang.relaties: gezagsdragers gaan mee in de JW301 als hun telefoonnummer bekend is."),
    _rij("OP002x1", "gehouden", "toegang.relaties.te_noemen: niemand wordt genoemd als de aanbieder hen al kent."),
    _rij("OP002x2", "gehouden", "toegang.relaties: alleen ouders en voogden; de jeugdige zelf is nooit een relatie."),
    _rij(
        "OP003", "mens",
        "Een professional beoordeelt of een bericht gevaar oplevert. Een geheim adres gaat nooit mee.",
    ),
    _rij("OP011", "gehouden", "toegang.melden.meld_start en TR134: een start ligt nooit in de toekomst."),
    _rij("OP033", "gehouden", "toegang.melden: verbeteren is verwijderen (status 3) en opnieuw melden (status 1)."),
    _rij(
        "OP033x1", "gehouden",
        "ijw.wijzigen en toegang.wijzigen.veranderen: wat onder hetzelfde nummer mag wijzigen; elke wijziging "
        "gaat als nieuwe JW301.",
    ),
    _rij("OP033x2", "gehouden", "CS058 op niveau 2; de schermen kennen alleen status 1 en 3."),
    _rij(
        "OP039", "gehouden",
        "toegang.messages: cliëntgegevens uit het eigen dossier; alleen het bsn is een sleutel. Een afwijking is "
        "een signaal (toegang.afwijking), geen afkeur.",
    ),
    _rij("OP043", "mens", "Een persoonsgebonden budget wordt hier niet geregistreerd."),
    _rij("OP047", "gehouden", "postbus.verwerken: een bericht dat niet voldoet wordt afgekeurd met een retourbericht."),
    _rij("OP065", "gehouden", "ijw.retour: alleen cliënten met een afgekeurd onderdeel staan in het retourbericht."),
    _rij("OP071", "gehouden", "toegang.relaties: elk relatienummer wordt een keer gegeven en wijzigt niet."),
    _rij("OP072", "gehouden", "TR382 op niveau 3; het scherm vraagt eerst de start."),
    _rij("OP076", "gehouden", "toegang.relaties.relatie: elke relatie heeft een soort (COD472)."),
    _rij("OP079", "gehouden", "Het formaat eist een bsn. Een kind zonder bsn kan niet in een bericht."),
    _rij(
        "OP080", "gehouden",
        "postbus: berichten worden per stuk beoordeeld op wat zij zeggen; de laatst toegewezen stand telt op "
        "toewijzingsdatum en -tijd.",
    ),
    _rij("OP086", "gehouden", "toegang.sturen: hulp wordt alleen met een JW301 toegewezen."),
    _rij("OP087", "gehouden", "toegang.sturen.verstuur: alles wat vandaag of later geldt gaat mee, naast wat wijzigt."),
    _rij(
        "OP090", "gehouden",
        "postbus.verwerken: het retourbericht staat klaar in dezelfde handeling als de ontvangst. Blijft een "
        "retour van de ander uit, dan is dat na drie werkdagen te zien.",
    ),
    _rij(
        "OP090x2", "gehouden",
        "postbus.uitwisselmap en de API: wat niet te lezen is krijgt een reden buiten het berichtenverkeer.",
    ),
    _rij("OP090x4", "gehouden", "financien.handlers: het antwoord op een declaratie gaat meteen na de controle weg."),
    _rij("OP091", "gehouden", "toegang.messages: elk contact heeft een soort adres (COD757)."),
    _rij(
        "OP095", "deels",
        "Niveau 3 vergelijkt met wat tussen beide partijen is uitgewisseld. Dat iets niet bekend is bij de ander "
        "kan de software niet weten.",
    ),
    _rij(
        "OP130", "gehouden",
        "toegang.relaties.te_noemen: alleen wie een naam en een telefoonnummer heeft wordt genoemd.",
    ),
    _rij("OP155", "gehouden", "TR382 op niveau 3: een stop hoort bij de laatste start."),
    _rij("OP179", "gehouden", "De grens van 25 MB geldt voor elk bericht dat binnenkomt (BERICHT_MAX_BYTES)."),
    _rij("OP186", "gehouden", "ijw.wijzigen.eist_overleg: een einde in het verleden vraagt vastgelegd overleg."),
    _rij("OP191", "gehouden", "toegang.messages: in een JW301 gaat geen vrije tekst mee."),
    _rij("OP192", "gehouden", "postbus.uitgangstoets: een bericht dat onze eigen controle niet haalt vertrekt niet."),
    _rij(
        "OP252", "deels",
        "Een ontvangen aanduiding van een onzekere geboortedatum wordt gelezen; zelf sturen we alleen volledig "
        "bekende datums.",
    ),
    _rij("OP254", "gehouden", "postbus.adres: aanbieders hebben een AGB-code, gemeenten een CBS-code."),
    _rij(
        "OP257", "gehouden",
        "ijw.wijzigen.vorm_van_wijziging: een andere omvang geeft een nieuw nummer, behalve bij een totaal of een "
        "budget.",
    ),
    _rij("OP258", "gehouden", "toegang.wijzigen.vastleggen: beëindigen kan alleen door een JW301 te sturen."),
    _rij("OP259", "gehouden", "toegang.overlap en TR302: hetzelfde product mag elkaar niet overlappen."),
    _rij("OP261", "mens", "Per product afgesproken in het contract; de eenheid van het product volgt daaruit."),
    _rij("OP262", "gehouden", "TR418 op niveau 3: het tarief hoort bij de eenheid van het contract."),
    _rij("OP263", "deels", "Een tarief per stuk of een bedrag staat in het contract; niveau 3 toetst het tarief."),
    _rij("OP264", "mens", "Op welk moment een output gedeclareerd wordt, staat in het contract."),
    _rij("OP267", "gehouden", "TR341 op niveau 3; het voorstel van de declaratie neemt de eenheid van de toewijzing."),
    _rij("OP270", "mens", "Wat de begin- en einddatum betekenen spreken gemeente en aanbieder af."),
    _rij("OP271", "gehouden", "recht.keten.startmelding: een beurt met vijf werkdagen."),
    _rij("OP272", "gehouden", "recht.keten.stopmelding: een beurt met vijf werkdagen na het einde van de toewijzing."),
    _rij("OP274", "gehouden", "recht.keten.antwoord: een beurt met vijf werkdagen; per product een eigen antwoord."),
    _rij("OP275", "gehouden", "toegang.nummering en TR332: een nummer wordt een keer gegeven."),
    _rij("OP276", "gehouden", "TR304 op niveau 3."),
    _rij("OP279", "gehouden", "TR307 en TR308 op niveau 3."),
    _rij("OP280", "gehouden", "TR319 op niveau 3."),
    _rij("OP281", "gehouden", "financien.messages: een declaratie bevat alle cliënten van de maand."),
    _rij("OP283", "gehouden", "financien.nummers en TR314."),
    _rij(
        "OP284", "deels",
        "TR318: alleen teruggaan in de tijd is te zien; of in een overgeslagen maand hulp is geleverd blijkt niet "
        "uit berichten.",
    ),
    _rij(
        "OP286", "gehouden",
        "postbus.verwerken: een fout op niveau 2 keurt het hele bericht af en er wordt niets overgenomen.",
    ),
    _rij(
        "OP288", "gehouden",
        "toegang.stoppen: een gemelde start zonder stop wordt een beurt als de toewijzing eindigt.",
    ),
    _rij("OP289", "gehouden", "TR326 op niveau 3."),
    _rij("OP295", "gehouden", "toegang.beurten: elke toewijzing geeft de aanbieder een beurt om de start te melden."),
    _rij(
        "OP296", "deels",
        "toegang.aanvragen: op het scherm kies je alleen eigen contractproducten; de gemeente toetst het contract "
        "bij het besluit.",
    ),
    _rij(
        "OP297", "deels",
        "toegang.portaalforms vraagt de AGB-code van de verwijzer; of die bekend was weet de software niet.",
    ),
    _rij("OP298", "gehouden", "ijw.wijzigen.eist_overleg: een lager totaal vraagt vastgelegd overleg."),
    _rij(
        "OP299", "gehouden",
        "ijw.wijzigen.eist_overleg: een lager budget vraagt vastgelegd overleg, en kan nooit onder wat is "
        "toegekend.",
    ),
    _rij("OP302", "gehouden", "TR338, TR339, TR340 en TR369 op niveau 3."),
    _rij("OP303", "gehouden", "ijw.declaratie en TR366: totalen en afgewezen regels staan in het antwoord."),
    _rij("OP304", "gehouden", "ijw.declaratie: alleen cliënten met een afgewezen regel staan in het antwoord."),
    _rij("OP305", "deels", "De eenheid komt uit het contract; niveau 3 vergelijkt de declaratie met de toewijzing."),
    _rij("OP306", "gehouden", "toegang.wijzigen.vragen: een wijziging vraag je alleen bij toewijzingen die gelden."),
    _rij("OP307", "gehouden", "Het formaat van de JW315 eist een verwijzer; een wijziging heeft een eigen scherm."),
    _rij(
        "OP308", "gehouden",
        "toegang.wijzigen.vragen: alles wat loopt gaat mee; TR349 keurt een onvolledig verzoek af.",
    ),
    _rij(
        "OP343", "deels",
        "TR357 en TR380: een nieuwe dag ligt na de dagtekening. Wat redelijk op tijd is, is aan mensen.",
    ),
    _rij("OP344", "gehouden", "toegang.besluit: de beurt blijft open tot elk deel is toegewezen of afgewezen."),
    _rij(
        "OP345", "deels",
        "toegang.wijzigen.veranderen: een budget kan niet onder wat is toegekend. Of geleverde hulp past, "
        "beoordeelt de medewerker in overleg.",
    ),
    _rij("OP346", "gehouden", "toegang.wijzigen.handlers: een beurt met vijf werkdagen."),
    _rij("OP347", "gehouden", "TR361, TR386 en TR410."),
    _rij(
        "OP348", "gehouden",
        "toegang.wijzigen.toekennen: alles wordt overgenomen zoals gevraagd; alleen een voorbije ingangsdatum mag "
        "in overleg anders.",
    ),
    _rij("OP349", "gehouden", "financien.nummers en TR333."),
    _rij("OP350", "gehouden", "TR374 op niveau 3, ook voor wij een verzoek van het scherm versturen."),
    _rij("OP354", "gehouden", "financien.concept: eerdere maanden kunnen later alsnog worden gedeclareerd."),
    _rij(
        "OP355", "gehouden",
        "Het antwoord wordt gemaakt uit de declaratie zelf; TR337 en TR376 toetsen het bij ontvangst.",
    ),
    _rij(
        "OP359", "gehouden",
        "toegang.afwijzen: reden 8 noemt de verantwoordelijke gemeente; recht.keten.onderzoek geeft veertien "
        "dagen.",
    ),
    _rij("OP360", "gehouden", "TR390 op niveau 3."),
    _rij(
        "OP361", "gehouden",
        "toegang.aanvragen en toegang.wijzigen.vragen: de referentie komt uit een doorlopende reeks; TR347.",
    ),
    _rij("OP362", "gehouden", "toegang.wijzigen.veranderen.eis_ongebruikt en TR385."),
    _rij("OP363", "gehouden", "toegang.melden en toegang.handlers_levering."),
    _rij("OP364", "gehouden", "De controle van een declaratie kijkt niet naar start of stop."),
    _rij("OP365", "gehouden", "TR321 en TR322 op niveau 3."),
    _rij("OP366", "gehouden", "TR389 op niveau 3; creditregels gaan voor debetregels."),
    _rij("OP367", "gehouden", "Regel op niveau 2; het voorstel van de declaratie gaat per kalendermaand."),
    _rij("OP368", "gehouden", "TR307 en TR308 op niveau 3."),
    _rij(
        "OP377", "gehouden",
        "TR414 en TR415 op niveau 3; het scherm biedt na een tijdelijke stop een definitieve aan.",
    ),
    _rij("OP378", "gehouden", "TR413 op niveau 3."),
    _rij("OP379", "gehouden", "toegang.melden.meld_start: na een stop kan de hulp opnieuw beginnen."),
    _rij("OP380", "gehouden", "ijw.wijzigen: alleen langer is altijd hetzelfde nummer zolang de toewijzing loopt."),
)  # fmt: skip
