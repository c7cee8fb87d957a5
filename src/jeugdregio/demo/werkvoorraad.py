"""What lies on the desks of the roles that no message reaches yet, and the turns that time brings."""

from dataclasses import dataclass
from datetime import date, timedelta

from jeugdregio.beurten.actions import NieuweBeurt, open_beurten
from jeugdregio.beurten.contacten import open_contactbeurten
from jeugdregio.beurten.models import Beurt
from jeugdregio.demo.laden_basis import Register
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.actions import open_verlengingsbeurten

SLEUTEL = "demo:"


@dataclass(frozen=True)
class Werk:
    """One turn for a role: begun `sinds` days ago, due in `over` days (negative is late)."""

    rol: str
    titel: str
    tekst: str
    sinds: int
    over: int
    grondslag: str
    handeling: str
    pad: str
    soort: str = "afspraak"
    escalatie: str = ""


GEMEENTE = (
    Werk(Rol.BERICHTEN, "Afgekeurde berichten nalopen", "Er zijn berichten afgekeurd. Weet de afzender het?", 3, 2,
         "iJw 3.2: retour binnen 3 werkdagen", "Bekijk de berichten", "/berichten/", "bericht"),
    Werk(Rol.CONTRACT, "Plafonds van dit kwartaal nalopen", "Wat is er besteed, en wat komt er nog?", 20, 25,
         "Regionale contracten jeugdhulp 2025", "Bekijk de contracten", "/aanbieders/contracten/", "contract",
         "Regiodirecteur"),
    Werk(Rol.TEAMLEIDER, "Wie belt wie nakijken", "Klopt voor onze toegang nog wie bereikbaar is, en wie vervangt?",
         8, 12, "Eigen werkafspraak", "Bekijk de nummers", "/organisaties/contacten/"),
    Werk(Rol.JURIST, "Mandaten nalopen", "Kloppen de mandaten van het college met wie nu besluit?", 9, 20,
         "Awb 10:5 en 10:8", "Bekijk de mandaten", "/mandaten/"),
    Werk(Rol.BEHEER, "Rollen nalopen", "Werken deze mensen hier nog, in deze rol?", 6, 15,
         "BIO: rechten elk kwartaal nalopen", "Bekijk de mensen", "/organisaties/mensen/"),
    Werk(Rol.ANALIST, "Kwartaalcijfers controleren", "Kijk de cijfers met en zonder verblijf na.",
         10, 9, "Regionale afspraak monitoring", "Bekijk de cijfers", "/cijfers/", "cijfers"),
    Werk(Rol.WETHOUDER, "Standpunt over het handelingskader", "Het handelingskader is in de regio betwist.", 30, 8,
         "Centrumregeling Sociaal Domein Flevoland, artikel 15", "Bekijk de afspraken", "/afspraken/",
         escalatie="Bestuurlijk overleg sociaal domein"),
    Werk(Rol.GRIFFIER, "Toezegging aan de raad afdoen", "De raad wacht op de cijfers van dit najaar.", 40, -3,
         "Toezegging in de commissie", "Bekijk de cijfers", "/cijfers/", "toezegging", "Wethouder"),
    Werk(Rol.PRIVACY, "Inzage in dossiers nalopen", "Maandelijkse steekproef: wie keek in welk dossier?", 5, 6,
         "AVG artikel 32, eigen controle", "Open het logboek", "/logboek/", "privacy"),
    Werk(Rol.CONTROLLER, "Maandafsluiting voorbereiden", "Leg de bedragen per aanbieder naast de begroting.", 4, 7,
         "Planning en control", "Bekijk de bedragen", "/declaraties/bedragen/", "geld"),
)  # fmt: skip
REGIO = (
    Werk(Rol.DIRECTEUR, "Verlenging zonder gemeente is betwist", "Lelystad stelde het kader niet vast.", 60, 5,
         "Centrumregeling Sociaal Domein Flevoland, artikel 15", "Bekijk de afspraken", "/afspraken/"),
    Werk(Rol.SECRETARIS, "Stukken voor het BOSD rondsturen", "Tien werkdagen voor de vergadering.", 6, 3,
         "Werkafspraak BOSD", "Bekijk de afspraken", "/afspraken/"),
    Werk(Rol.JURIST, "Keten van het handelingskader bekijken", "Een college stelde het kader niet vast.", 12, 10,
         "Awb 10:4 en 10:9", "Bekijk de mandaten", "/mandaten/"),
    Werk(Rol.BELEID, "Normen van de regio nalopen", "Welke bronnen zijn dit jaar veranderd?", 14, 16,
         "Werkafspraak regiokantoor", "Bekijk de normen", "/afspraken/normen/"),
    Werk(Rol.ERVARING, "Voorstellen lezen voor het overleg", "Wat betekent dit voor een gezin? Zeg het.", 4, 9,
         "Afspraak: een plek voor ervaring in elk overleg", "Bekijk de voorstellen", "/voorstellen/"),
    Werk(Rol.ANALIST, "Regiocijfers samenstellen", "Cijfers van vijf gemeenten, volgens de privacyregel.", 10, 9,
         "Regionale afspraak monitoring", "Bekijk de cijfers", "/cijfers/", "cijfers"),
)  # fmt: skip
GI = (
    Werk(Rol.GI, "Verlenging van de maatregel voorbereiden", "Vraag op tijd verlenging aan bij de rechter.", 5, 40,
         "BW 1:260; verzoek indienen voor de maatregel eindigt", "Bekijk de toewijzingen", "/toewijzingen/",
         "maatregel", "Gebiedsmanager"),
)  # fmt: skip
AANBIEDER = (
    Werk(Rol.AANBIEDER, "Eigen gegevens nakijken", "Kloppen je locaties, onderaannemers en keurmerken nog?", 5, 20,
         "Regionale contracten jeugdhulp 2025", "Bekijk je gegevens", "/aanbieders/", "contract"),
)  # fmt: skip
VEILIG_THUIS = (
    Werk(Rol.VEILIG_THUIS, "Overdracht bespreken met Noordoostpolder",
         "Gezin met drie kinderen. De contactpersoon is niet bekend.", 7, 4,
         "Uitvoeringsbesluit Wmo 2015: overdracht na het onderzoek",
         "Zoek de contactpersoon", "/organisaties/contacten/", "overdracht", "Manager Veilig Thuis"),
)  # fmt: skip
UITVOERDER = (
    Werk(Rol.TOEGANG, "Hulpvragen zonder onderzoek nalopen", "Welke gezinnen wachten nog op een gesprek?", 4, 6,
         "Rolverdeling van de gemeente: bepaalt welke hulp nodig is", "Bekijk de hulpvragen", "/hulpvragen/",
         "hulpvragen", "Teamleider toegang"),
)  # fmt: skip


def laad_werkvoorraad(register: Register, vandaag: date) -> None:
    """Open the turns of time and those of the roles without messages; last, because it marks the load as complete."""
    open_verlengingsbeurten(vandaag)
    open_contactbeurten(vandaag)
    nieuwe = [_beurt(werk, gemeente, vandaag) for gemeente in register.gemeenten for werk in GEMEENTE]
    nieuwe += [_beurt(werk, register.op_sleutel["regio"], vandaag) for werk in REGIO]
    nieuwe += [_beurt(werk, register.op_sleutel["veiligthuis"], vandaag) for werk in VEILIG_THUIS]
    for organisatie in register.op_sleutel.values():
        werken = {"gi": GI, "aanbieder": AANBIEDER, "uitvoerder": UITVOERDER}.get(organisatie.soort, ())
        nieuwe += [_beurt(werk, organisatie, vandaag) for werk in werken]
    open_beurten(nieuwe)


def _beurt(werk: Werk, organisatie: Organisatie, vandaag: date) -> NieuweBeurt:
    return NieuweBeurt(
        sleutel=f"{SLEUTEL}{organisatie.pk}:{werk.rol}:{werk.titel}"[:120], soort=werk.soort, titel=werk.titel,
        tekst=werk.tekst, organisatie=organisatie, rol=werk.rol, begon_op=vandaag - timedelta(days=werk.sinds),
        uiterlijk=vandaag + timedelta(days=werk.over), grondslag=werk.grondslag, handeling=werk.handeling,
        pad=werk.pad, escalatie=werk.escalatie,
    )  # fmt: skip


def is_geladen() -> bool:
    """Tell whether the demonstration region is there, complete."""
    return Beurt.objects.filter(sleutel__startswith=SLEUTEL).exists()
