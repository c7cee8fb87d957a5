"""What a destroyed file leaves behind in this room and those below, and why the law lets it."""

from jeugdregio.toegang.bewaren.beletsel import Blijft

BLIJFT = (
    Blijft(
        "De regels van het logboek: wie het dossier inzag en wat er veranderde, niet wat erin stond. Ook de naam van "
        "een ouder of jeugdige die zelf inlogde.",
        "AVG art. 5 lid 2; NEN 7513",
    ),
    Blijft(
        "Nummers, data, omvang en bedragen van de hulp, zonder naam.", "AVG art. 17 lid 3 onder b",
        "toegang.Toewijzing.referentie_aanbieder", "toegang.VerzoekRegel.referentie_aanbieder",
    ),
    Blijft(
        "De berichten met aanbieders zoals ze zijn verstuurd, met naam en bsn. Zij bewijzen de betaling en moeten "
        "zeven jaar blijven. Dit systeem wist ze daarna nog niet.",
        "AWR art. 52 lid 4", "postbus.Bericht",
    ),
    Blijft(
        "Dat er een termijn, een besluit of een taak was, op welke grond en wie bevoegd was.", "AVG art. 5 lid 2",
        "termijnen.Klok.regel", "termijnen.Klok.onderwerp_soort", "termijnen.Klok.pad", "termijnen.Klok.rol",
        "termijnen.Klok.grond", "beschikkingen.Beschikking.voorschrift", "beschikkingen.Beschikking.namens",
        "eindigen.Eindbesluit.grondslag", "mandaten.Uitoefening", "beurten.Beurt.sleutel", "beurten.Beurt.soort",
        "beurten.Beurt.grondslag", "beurten.Beurt.handeling", "beurten.Beurt.pad", "beurten.Beurt.escalatie",
    ),
    Blijft("Een plan dat ook van een broer of zus is.", "Jeugdwet 7.3.9 lid 2"),
    Blijft(
        "Dat er een verzoek was, en waarom het dossier is vernietigd.", "AVG art. 5 lid 2",
        "bewaren.Dossierverzoek.uitleg", "bewaren.Dossierverzoek.uitvoering",
    ),
)  # fmt: skip
