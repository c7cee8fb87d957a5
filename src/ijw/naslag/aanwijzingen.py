"""The instructions (IV) and principles (UP) of iJw 3.2: whether the software keeps them, and where or why not.

The states are those of `ijw.bedrijfsregels`.
"""

from typing import Final

from ijw.bedrijfsregels import Stand

AANWIJZINGEN: Final[tuple[tuple[str, Stand, str], ...]] = (
    ("IV002", "mens", "Of een adres van een instelling is, weet de medewerker die het vastlegt."),
    ("IV007", "gehouden", "CS050: het naamgebruik past bij de namen die zijn ingevuld."),
    ("IV008", "gehouden", "TR063 en TR074: eerst verwijderen (status 3), dan opnieuw melden (status 1)."),
    ("IV009", "deels", "Een onzekere geboortedatum wordt gelezen; zelf sturen we alleen volledig bekende datums."),
    ("IV013", "gehouden", "De laatste stand volgt uit toewijzingsdatum en -tijd, niet uit de ontvangst."),
    ("IV024", "gehouden", "Bedragen zijn overal hele eurocenten."),
    (
        "IV028",
        "gehouden",
        "ijw.retour maakt het: alleen een kop, of alle klassen met een code; ijw.overstijgend toetst het.",
    ),
    (
        "IV032",
        "gehouden",
        "ijw.retour: 0001 op niveau 2, de code van de regel op 3 en 4, niets op 1; één fout keurt alles af.",
    ),
    ("IV033", "ander", "Wij toetsen met eigen regels en niet met de XSLT's; een ontvangen versie wordt bewaard."),
    ("IV034", "gehouden", "ijw.declaratie.EIGEN_XSD_VERSIE: de versies die de schema's zelf noemen."),
    ("IV042", "gehouden", "ijw.omvang: volume, eenheid en frequentie, en wat dat in een periode is."),
    ("IV045", "deels", "Naamgebruik 6 wordt gelezen en getoetst (CS050); vastleggen doet de medewerker."),
    ("IV046", "gehouden", "TR378 toetst de code; wie verantwoordelijk is staat bij het kind (woonplaatsbeginsel)."),
    ("IV047", "mens", "Of iemand alleen een briefadres heeft, blijkt uit de BRP."),
    ("IV052", "deels", "CD043 toetst nummer en datum samen en het bericht toont ze; koppelen doet de medewerker."),
    ("IV066", "gehouden", "ijw.wijzigen.vorm_van_wijziging: wanneer een wijziging een nieuw nummer krijgt."),
    ("IV074", "gehouden", "Inspanning, output en taak volgen uit wat de toewijzing noemt: omvang, budget, product."),
    ("IV075", "gehouden", "CD041, CD077 t/m CD080, CD095 en CD096: welke productgegevens samen gaan."),
    ("IV076", "gehouden", "ijw.omvang: hele weken binnen de periode bij frequentie week (TR321)."),
    ("IV077", "gehouden", "ijw.omvang: het hoogste volume over de productperiode (TR321, TR322)."),
    ("IV078", "gehouden", "ijw.omvang: een deel van een week of maand geeft het hele volume van die week of maand."),
    ("IV079", "gehouden", "ijw.eenheden: uren in minuten declareren, op een toewijzing in uren."),
    ("IV081", "gehouden", "TR346 en TR418: het tarief per eenheid, minuten uit een uurtarief."),
    ("IV084", "gehouden", "TR307, TR308, TR387 en TR388: elke toewijzing haar eigen regel en periode."),
    ("IV085", "gehouden", "TR323: crediteren kan alleen wat is toegekend."),
    ("IV086", "gehouden", "TR358 telt debet en credit op; creditregels gaan voor debetregels."),
    ("IV087", "gehouden", "ijw.declaratie: volledig, deels of niet toegekend, met het toegekende totaal."),
    ("IV088", "gehouden", "ijw.declaratie: 0001 op niveau 2, de code van de regel op niveau 3 en 4."),
    ("IV089", "gehouden", "TR387 en TR388: een productperiode is een kalendermaand, of het deel dat is toegewezen."),
    ("IV090", "gehouden", "TR318 en TR319: later declareren mag, de declaratieperiode gaat niet terug."),
    ("IV091", "gehouden", "TR323: een creditregel is gelijk aan de debetregel en noemt die (CD060)."),
    ("IV092", "gehouden", "toegang.wijzigen.vragen; TR349, TR350, TR351, TR357 en TR373 toetsen het."),
    ("IV093", "gehouden", "toegang.wijzigen.toekennen: de toewijzing volgt het verzoek om wijziging."),
    ("IV094", "gehouden", "toegang.toewijzen: de toewijzing volgt het verzoek om toewijzing."),
    ("IV095", "gehouden", "toegang.afwijzen: reden 8 noemt de verantwoordelijke gemeente, andere redenen niet."),
    ("IV096", "gehouden", "TR382: een stop neemt de sleutel van de start over."),
    ("IV097", "gehouden", "TR379: de referentie van het verzoek gaat mee in de toewijzing."),
    ("IV099", "gehouden", "ijw.wijzigen: een gewijzigde toewijzing noemt de reden."),
)

UITGANGSPUNTEN: Final[tuple[tuple[str, Stand, str], ...]] = (
    ("UP001", "gehouden", "Toewijzen, leveren en declareren van hulp in natura gaat met de veertien berichten."),
    ("UP003", "gehouden", "Alleen wie het nodig heeft ziet een kind; elke blik staat in het logboek."),
    ("UP004", "gehouden", "De gemeente beslist; elke stap van een verzoek is een beurt met een termijn."),
    ("UP006", "gehouden", "Het bsn is de sleutel; de elfproef toetst het (CS002)."),
    ("UP007", "deels", "De gemeente beslist over elk verzoek; de beschikking zelf wordt hier niet gemaakt."),
    ("UP016", "gehouden", "Hulp is een product met categorie en code uit de lijst van de regio."),
    ("UP017", "gehouden", "Elk gegeven heeft de vorm van het schema; niveau 1 oordeelt zoals het schema."),
    ("UP019", "gehouden", "Berichten, toewijzingen en declaraties hangen aan het kind."),
    ("UP023", "gehouden", "Wat bekend is wordt ingevuld en niet opnieuw gevraagd."),
    ("UP024", "gehouden", "De termijnen en toetsen uit de wet staan met hun artikel in recht."),
    ("UP025", "gehouden", "Een declaratie heeft regels per kind."),
    ("UP026", "gehouden", "Inspanning en output; taakgericht zonder toewijzing per kind (TR019)."),
    ("UP027", "gehouden", "TR418: er wordt gedeclareerd tegen het tarief van het contract."),
    ("UP028", "deels", "Prijzen en producten van het contract worden getoetst; andere afspraken leest de mens."),
    ("UP031", "gehouden", "Betalen kan alleen wat aan de regels voldoet; de uitleg blijft bij de regel."),
    ("UP032", "mens", "Waar een hulpvraag binnenkomt regelt de gemeente; hier wordt hij vastgelegd."),
    ("UP037", "ander", "Beschikkingen worden hier niet genummerd."),
)
