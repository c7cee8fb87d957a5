"""What the region knows of products and providers in the demonstration: levels of the sources, places, papers, clauses.

The levels are those of the council proposal on the regional vision. Places, papers and amounts are made up.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.zorgaanbod import AANBIEDERS, PRODUCTEN, opbouw
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap import (
    aanbiederdaden,
    beurten,
    catalogusdaden,
    contractdaden,
    opties,
    taakdaden,
    tariefdaden,
)
from jeugdregio.zorglandschap.catalogusdaden import Beschrijving
from jeugdregio.zorglandschap.models import Contract, Kwaliteitseis, Niveau, Perceel, Variant

BRON_NIVEAU = "Raadsvoorstel Regiovisie Jeugdhulp Flevoland, overzicht lokaal, regionaal en bovenregionaal"
VAN = date(2025, 1, 1)
L, R, B = Niveau.LOKAAL, Niveau.REGIONAAL, Niveau.BOVENREGIONAAL
# Form of help: level, task field, for whom, and when not.
VORMEN = {
    "ambulant": (
        L,
        "6.751",
        "Kinderen en ouders die met begeleiding of behandeling thuis verder kunnen.",
        "Als het thuis niet veilig is: dan eerst Veilig Thuis.",
    ),
    "netwerk": (
        R,
        "6.752",
        "Gezinsleden van een kind dat anders uit huis zou gaan.",
        "Als een paar uur in de week genoeg is.",
    ),
    "daghulp": (
        L,
        "6.751",
        "Kinderen die overdag meer nodig hebben dan school kan geven.",
        "Als vervanging van school.",
    ),
    "ggz": (
        L,
        "6.751",
        "Kinderen met een psychische stoornis, of het vermoeden daarvan.",
        "Als de vraag over opvoeden gaat en niet over het kind.",
    ),
    "pleegzorg": (
        R,
        "6.762",
        "Kinderen die niet thuis kunnen wonen, voor korte of lange tijd.",
        "Als familie de zorg zelf kan dragen.",
    ),
    "gezinsgericht": (
        R,
        "6.762",
        "Kinderen die niet thuis en niet in een pleeggezin kunnen wonen.",
        "Als pleegzorg past.",
    ),
    "residentieel": (
        R,
        "6.762",
        "Kinderen die tijdelijk behandeling en verblijf samen nodig hebben.",
        "Als het in een gezin kan.",
    ),
    "gesloten": (
        B,
        "6.763",
        "Kinderen die zichzelf of anderen in gevaar brengen, met machtiging van de kinderrechter.",
        "Zonder machtiging, of als iets lichters nog niet is geprobeerd.",
    ),
    "crisis": (
        R,
        "6.752",
        "Kinderen en gezinnen bij wie vandaag iets moet gebeuren.",
        "Als wachten tot de toegang kan.",
    ),
    "jeugdbescherming": (
        R,
        "6.821",
        "Kinderen voor wie de kinderrechter een maatregel uitsprak.",
        "In het vrijwillig kader.",
    ),
    "jeugdreclassering": (
        R,
        "6.822",
        "Jongeren met een verplichting na een strafbaar feit.",
        "Zonder besluit van rechter of officier.",
    ),
}
# The essential functions of jeugd-ggz are bought by the region.
REGIONAAL_GGZ = ("54007",)
PLAATSEN = {
    "debrug": (
        ("Kantoor Lelystad", "Lelystad", "52.508", "5.475", False),
        ("Kantoor Almere", "Almere", "52.371", "5.222", False),
    ),
    "hetanker": (
        ("Centrum", "Almere", "52.371", "5.222", False),
        ("Dagcentrum", "Emmeloord", "52.711", "5.748", False),
    ),
    "dekade": (
        ("Groep De Haven", "Lelystad", "52.508", "5.475", True),
        ("Groep Noord", "Emmeloord", "52.711", "5.748", True),
    ),
    "dewending": (("Gezinshuis", "Dronten", "52.525", "5.718", True),),
    "hetnest": (("Kantoor", "Almere", "52.371", "5.222", True),),
    "dedijk": (("De Dijk", "Zeist", "52.089", "5.231", True),),
}
ELDERS = (("Kantoor", "Lelystad", None, None, False),)
EISEN = (
    ("K1", "Hulp begint binnen 14 dagen na toewijzing.", "Dagen tussen toewijzing en start", "hoogstens", 14, "dagen"),
    (
        "K2",
        "Ieder kind heeft één vaste begeleider.",
        "Wisselingen van begeleider per traject",
        "hoogstens",
        1,
        "wisseling",
    ),
    ("K3", "Kinderen en ouders oordelen over de hulp.", "Trajecten met een oordeel", "minstens", 70, "procent"),
    ("K4", "Na een zwaar incident leert de aanbieder met gezin en gemeente.", "", "", None, ""),
)


def laad_zorglandschap(register: Register, vandaag: date) -> None:
    """Store what belongs to products, providers and contracts, by the real acts, and open the turns of today."""
    regio = register.op_sleutel["regio"]
    wie = _wie(regio, Rol.CONTRACT)
    _catalogus(wie)
    _aanbieders(wie, register, vandaag)
    _kwaliteit(wie, register, vandaag)
    _clausules(wie, vandaag)
    _crisisdienst(wie)
    _lokaal_concept(register, vandaag)
    beurten.bij_de_tijd(vandaag)


def _wie(organisatie: Organisatie, rol: str) -> Wie:
    mens = Gebruiker.objects.filter(aanstellingen__organisatie=organisatie, aanstellingen__rol=rol).first()
    return Wie(organisatie, frozenset({rol}), mens)


def _catalogus(wie: Wie) -> None:
    for product in PRODUCTEN:
        niveau, taakveld, voor_wie, niet_voor = VORMEN[product.vorm]
        if product.code in REGIONAAL_GGZ:
            niveau, taakveld = R, "6.752"
        beschrijving = Beschrijving(
            van=VAN,
            niveau=niveau,
            variant=Variant.INSPANNING,
            wat=f"{product.naam} volgens het plan van het gezin.",
            voor_wie=voor_wie,
            niet_voor=niet_voor,
            grondslag=BRON_NIVEAU,
        )
        catalogusdaden.beschrijf_product(wie, product.code, beschrijving)
        catalogusdaden.deel_in(
            wie, product.code, taakveld=taakveld, van=VAN, bron="Raadsbrief met taakveld 6.752 en 6.762"
        )
    catalogusdaden.bewaar_werkwijze(
        wie,
        None,
        {
            "naam": "Team AnderS",
            "niveau": R,
            "van": VAN,
            "tot": None,
            "wat": "Een klein team dat met het gezin buiten de gebaande paden zoekt wat wel kan. Zo kort als mogelijk, "
            "zo lang als nodig.",
            "voor_wie": "Kinderen en gezinnen voor wie geen passend aanbod lijkt te zijn, en die anders uit huis gaan "
            "of niet verder komen.",
            "niet_voor": "Als er gewoon aanbod is dat past.",
            "regie": "De verwijzer",
            "grondslag": "Regionaal Expert Team, werkwijze zonder beschikking",
        },
    )


def _aanbieders(wie: Wie, register: Register, vandaag: date) -> None:
    for nummer, aanbieder in enumerate(AANBIEDERS):
        pk = register.op_code[aanbieder.agb].pk
        for naam, plaats, breedte, lengte, verblijf in PLAATSEN.get(
            aanbieder.adres, (("Kantoor", "Lelystad", None, None, False),)
        ):
            aanbiederdaden.bewaar_locatie(
                wie,
                pk,
                None,
                {
                    "naam": naam,
                    "plaats": plaats,
                    "breedte": breedte,
                    "lengte": lengte,
                    "verblijf": verblijf,
                    "ambulant": not verblijf,
                    "van": VAN,
                },
            )
        for velden in _documenten(aanbieder.adres, nummer, vandaag):
            aanbiederdaden.bewaar_document(wie, pk, None, velden)
    brug = register.op_sleutel["debrug"]
    aanbiederdaden.bewaar_onderaannemer(
        wie,
        brug.pk,
        None,
        {"naam": "Praktijk De Vlieger", "agb": "42420100", "wat": "Spraak en taal bij jonge kinderen", "van": VAN},
    )


def _documenten(adres: str, nummer: int, vandaag: date) -> Iterator[dict[str, object]]:
    """De Brug must renew its mark within a month; that of Zuiderlicht has ended."""
    dagen = {"debrug": 28, "zuiderlicht": -12}.get(adres, 300 + 30 * nummer)
    yield {
        "soort": "keurmerk",
        "naam": f"Keurmerk {2023 + nummer % 3}",
        "uitgever": "Stichting Keurmerk Jeugd (verzonnen)",
        "van": VAN,
        "tot": vandaag + timedelta(days=dagen),
        "gecontroleerd_op": VAN,
    }
    yield {
        "soort": "verzekering",
        "naam": f"Polis {70010 + nummer}",
        "uitgever": "Onderlinge Zorg (verzonnen)",
        "van": VAN,
        "tot": date(vandaag.year + 1, 12, 31),
        "gecontroleerd_op": None,
    }


def _kwaliteit(wie: Wie, register: Register, vandaag: date) -> None:
    eisen = [
        Kwaliteitseis.objects.create(
            code=code,
            eis=eis,
            bron="Kwaliteitshandvest (voorbeeld)",
            kpi=kpi,
            richting=richting,
            norm=norm,
            eenheid=eenheid,
            van=VAN,
        )
        for code, eis, kpi, richting, norm, eenheid in EISEN
    ]
    besluit = "Regionaal besluit over de contracten vanaf 2025"
    for contract in Contract.objects.filter(van=VAN).order_by("nummer"):
        contractdaden.koppel_eisen(
            wie, contract.pk, eisen=[eis.pk for eis in eisen], van=VAN, besluit=besluit, versie=contract.versie
        )
    kade = Contract.objects.get(nummer="R2025-dekade")
    for nummer, gemeente in enumerate([None, *register.gemeenten]):
        centen = (4_000_000 if gemeente is None else 1_500_000 // (nummer + 1)) * 100
        contractdaden.zet_plafond(
            wie,
            kade.pk,
            jaar=vandaag.year,
            gemeente_id=gemeente.pk if gemeente else None,
            centen=centen,
            besluit=besluit,
            versie=kade.versie + nummer,
        )


def _clausules(wie: Wie, vandaag: date) -> None:
    """One clause to decide on within three weeks; one that goes on by itself, years from now."""
    for nummer, dagen, automatisch in (("R2025-zuiderlicht", 20, False), ("R2025-hetanker", None, True)):
        contract = Contract.objects.get(nummer=nummer)
        einde = contract.tot or vandaag
        opties.voeg_optie_toe(
            wie,
            contract.pk,
            tot=einde + timedelta(days=365),
            automatisch=automatisch,
            versie=contract.versie,
            beslissen_voor=vandaag + timedelta(days=dagen) if dagen else einde - timedelta(days=180),
            besluit="Artikel 4 van het contract",
        )


def _crisisdienst(wie: Wie) -> None:
    """Being reachable day and night is paid as a task: one amount a quarter, whoever calls. Made up."""
    catalogusdaden.maak_product(
        wie, code="46T01", categorie="46", naam="Bereikbaarheid crisisdienst", eenheid="04", verblijf=False,
        beschrijving=Beschrijving(
            van=VAN, niveau=R, variant=Variant.TAAK, wat="Dag en nacht iemand die opneemt en kan komen.",
            voor_wie="Iedereen die belt over een kind in crisis.", niet_voor="De hulp daarna.",
            grondslag="Fictief, voor de demonstratie",
        ),
    )  # fmt: skip
    contract = Contract.objects.get(nummer="R2025-hetanker")
    nieuw = taakdaden.NieuwTaakbedrag(
        product_code="46T01", gemeente_id=None, per="kwartaal", van=VAN, tot=None, centen=9_600_000,
        elementen=opbouw(9_600_000, verblijf=False),
    )  # fmt: skip
    taakdaden.voeg_taakbedrag_toe(
        wie, contract.pk, nieuw, besluit="Regionaal besluit over de contracten vanaf 2025", versie=contract.versie
    )


def _lokaal_concept(register: Register, vandaag: date) -> None:
    """Lelystad buys something for itself: a contract in concept, ready to be signed by its own college."""
    lelystad = register.op_sleutel["lelystad"]
    wie = _wie(lelystad, Rol.CONTRACT)
    Perceel.objects.get_or_create(naam="Lokaal ambulant", defaults={"niveau": L})
    van = date(vandaag.year + 1, 1, 1)
    contract = contractdaden.maak_contract(
        wie,
        contractdaden.NieuwContract(
            nummer=f"L{van.year}-devlieger",
            aanbieder_id=register.op_sleutel["devlieger"].pk,
            perceel="Lokaal ambulant",
            van=van,
            tot=date(van.year, 12, 31),
            gemeenten=[lelystad.pk],
        ),
    )
    nieuw = tariefdaden.NieuwTarief(
        product_code="45A05", van=van, tot=None, centen=8620, elementen=opbouw(8620, verblijf=False)
    )
    tariefdaden.voeg_tarief_toe(wie, contract.pk, nieuw, besluit="Collegebesluit lokale inkoop", versie=contract.versie)
