"""The named people and organisations of the tests: a small region in which everybody has a task.

Fatima works at the access of Lelystad, Bram at that of Dronten: he must never see a child of Lelystad. Noor works at
provider De Brug, Iris at Het Anker. Mirthe is a girl of 14, her parents are Sanne and Erik.
"""

from dataclasses import dataclass
from datetime import date

from stdnum.nl import bsn as bsn_regels

from jeugdregio.bestuur.mandaten.gebruik import geef_basismandaat
from jeugdregio.organisaties.models import Aanstelling, Contactpunt, Deelname, Gebruiker, Organisatie, Regio, Rol, Soort
from jeugdregio.organisaties.wie import Wie, wie_is
from jeugdregio.zorglandschap.models import Contract, Perceel, Product, Tarief

WACHTWOORD = "een lang wachtwoord voor tests"
VAN = date(2021, 1, 1)


def test_bsn(volgnummer: int) -> str:
    """Return the n-th number of the test range 9999xxxxx that passes the 11-test (n from 0)."""
    gevonden = -1
    for laatste in range(100000):
        kandidaat = f"9999{laatste:05d}"
        if bsn_regels.is_valid(kandidaat):
            gevonden += 1
            if gevonden == volgnummer:
                return kandidaat
    raise ValueError(f"Er is geen test-BSN met volgnummer {volgnummer}.")


test_bsn.__test__ = False  # type: ignore[attr-defined]


@dataclass
class Regiomensen:
    """Everybody and everything a test can name."""

    regio: Regio
    lelystad: Organisatie
    dronten: Organisatie
    almere: Organisatie
    urk: Organisatie
    noordoostpolder: Organisatie
    diemen: Organisatie
    de_brug: Organisatie
    het_anker: Organisatie
    regiokantoor: Organisatie
    gi: Organisatie
    veilig_thuis: Organisatie
    contract: Contract
    fatima: Wie
    bram: Wie
    noor: Wie
    iris: Wie
    berichten_lelystad: Wie
    controller_lelystad: Wie
    contract_lelystad: Wie
    analist_lelystad: Wie
    privacy_lelystad: Wie
    beheer_lelystad: Wie
    wethouder_lelystad: Wie
    griffier_lelystad: Wie
    directeur: Wie
    secretaris: Wie
    gi_medewerker: Wie
    vt_medewerker: Wie
    beleid_lelystad: Wie
    jurist_lelystad: Wie
    teamleider_lelystad: Wie
    voorzitter: Wie
    begeleider: Wie
    ervaringsdeskundige: Wie
    expertsecretaris: Wie
    expertlid: Wie
    gast: Wie
    uitvoerder: Organisatie
    jel: Wie

    def gebruiker(self, naam: str) -> Gebruiker:
        """Return the person behind a name of this class."""
        gebruiker: Gebruiker = getattr(self, naam).gebruiker
        return gebruiker


def _organisatie(naam: str, soort: str, code: str | None = None, bezorging: str = "portaal") -> Organisatie:
    return Organisatie.objects.create(naam=naam, soort=soort, code=code, bezorging=bezorging)


def maak_mens(naam: str, organisatie: Organisatie, rol: str) -> Wie:
    """Create somebody with a role, who can sign in with WACHTWOORD."""
    email = f"{naam.lower().replace(' ', '.')}@test.example"
    gebruiker = Gebruiker.objects.create_user(email, naam, WACHTWOORD)
    Aanstelling.objects.create(gebruiker=gebruiker, organisatie=organisatie, rol=rol, van=VAN)
    wie = wie_is(gebruiker)
    assert wie is not None
    return wie


def maak_regio() -> Regiomensen:
    """Create the region of the tests."""
    regio = Regio.objects.create(naam="Proefregio")
    lelystad = _organisatie("Lelystad", Soort.GEMEENTE, "0995")
    dronten = _organisatie("Dronten", Soort.GEMEENTE, "0303")
    almere = _organisatie("Almere", Soort.GEMEENTE, "0034")
    urk = _organisatie("Urk", Soort.GEMEENTE, "0184")
    noordoostpolder = _organisatie("Noordoostpolder", Soort.GEMEENTE, "0171")
    # The published example messages are addressed to 0384.
    diemen = _organisatie("Diemen", Soort.GEMEENTE, "0384")
    gemeenten = [lelystad, dronten, almere, urk, noordoostpolder, diemen]
    for gemeente in gemeenten:
        rol = Deelname.Rol.CENTRUMGEMEENTE if gemeente == almere else Deelname.Rol.DEELNEMER
        Deelname.objects.create(regio=regio, organisatie=gemeente, rol=rol, van=VAN)
        geef_basismandaat(gemeente, besluit="Mandaat toegang jeugd", besluit_op=VAN, document="Mandaatbesluit")
        Contactpunt.objects.create(
            organisatie=gemeente,
            onderwerp=Contactpunt.Onderwerp.TOEWIJZING,
            naam="Team toegang",
            telefoon="0320-111111",
            bereikbaar="werkdagen 9-17 uur",
            gecontroleerd_op=VAN,
        )
    de_brug = _organisatie("De Brug", Soort.AANBIEDER, "42420001")
    het_anker = _organisatie("Het Anker", Soort.AANBIEDER, "65656055", "api")
    regiokantoor = _organisatie("Regiokantoor", Soort.REGIOKANTOOR)
    gi = _organisatie("GI De Haven", Soort.GI, "73730001")
    veilig_thuis = _organisatie("Veilig Thuis", Soort.VEILIG_THUIS)
    uitvoerder = Organisatie.objects.create(naam="Uitvoering Jeugd", soort=Soort.UITVOERDER, hoort_bij=lelystad)
    return Regiomensen(
        regio=regio,
        lelystad=lelystad,
        dronten=dronten,
        almere=almere,
        urk=urk,
        noordoostpolder=noordoostpolder,
        diemen=diemen,
        de_brug=de_brug,
        het_anker=het_anker,
        regiokantoor=regiokantoor,
        gi=gi,
        veilig_thuis=veilig_thuis,
        contract=_contract(de_brug, gemeenten),
        fatima=maak_mens("Fatima", lelystad, Rol.TOEGANG),
        bram=maak_mens("Bram", dronten, Rol.TOEGANG),
        noor=maak_mens("Noor", de_brug, Rol.AANBIEDER),
        iris=maak_mens("Iris", het_anker, Rol.AANBIEDER),
        berichten_lelystad=maak_mens("Bo", lelystad, Rol.BERICHTEN),
        controller_lelystad=maak_mens("Chris", lelystad, Rol.CONTROLLER),
        contract_lelystad=maak_mens("Cora", lelystad, Rol.CONTRACT),
        analist_lelystad=maak_mens("Ans", lelystad, Rol.ANALIST),
        privacy_lelystad=maak_mens("Priya", lelystad, Rol.PRIVACY),
        beheer_lelystad=maak_mens("Freek", lelystad, Rol.BEHEER),
        wethouder_lelystad=maak_mens("Willem", lelystad, Rol.WETHOUDER),
        griffier_lelystad=maak_mens("Greet", lelystad, Rol.GRIFFIER),
        directeur=maak_mens("Dirk", regiokantoor, Rol.DIRECTEUR),
        secretaris=maak_mens("Stien", regiokantoor, Rol.SECRETARIS),
        gi_medewerker=maak_mens("Gerda", gi, Rol.GI),
        vt_medewerker=maak_mens("Vera", veilig_thuis, Rol.VEILIG_THUIS),
        beleid_lelystad=maak_mens("Berthe", lelystad, Rol.BELEID),
        jurist_lelystad=maak_mens("Joris", lelystad, Rol.JURIST),
        teamleider_lelystad=maak_mens("Thea", lelystad, Rol.TEAMLEIDER),
        voorzitter=maak_mens("Vincent", regiokantoor, Rol.VOORZITTER),
        begeleider=maak_mens("Gijs", regiokantoor, Rol.BEGELEIDER),
        ervaringsdeskundige=maak_mens("Eva", regiokantoor, Rol.ERVARING),
        expertsecretaris=maak_mens("Emma", regiokantoor, Rol.EXPERT),
        expertlid=maak_mens("Luuk", de_brug, Rol.EXPERT),
        gast=maak_mens("Gaston", regiokantoor, Rol.GAST),
        uitvoerder=uitvoerder,
        jel=maak_mens("Jel", uitvoerder, Rol.TOEGANG),
    )


PRODUCTEN = [  # category, code, name, unit, stay
    ("45", "45A04", "Ambulante behandeling", "04", False),
    ("45", "45A05", "Ambulante begeleiding", "04", False),
    ("54", "54001", "Diagnostiek", "16", False),
    ("55", "55A11", "Gezinsbehandeling", "16", False),
    ("55", "55A12", "Ouderbegeleiding", "16", False),
    ("43", "43A01", "Verblijf in een gezinshuis", "14", True),
]


def _contract(aanbieder: Organisatie, gemeenten: list[Organisatie]) -> Contract:
    contract = Contract.objects.create(
        aanbieder=aanbieder,
        nummer="C-2025-01",
        perceel=Perceel.objects.create(naam="Ambulant"),
        van=date(2025, 1, 1),
        tot=date(2027, 12, 31),
    )
    contract.gemeenten.set(gemeenten)
    for categorie, code, naam, eenheid, verblijf in PRODUCTEN:
        product = Product.objects.create(categorie=categorie, code=code, naam=naam, eenheid=eenheid, verblijf=verblijf)
        Tarief.objects.create(
            contract=contract,
            product=product,
            eenheid=eenheid,
            centen=12840,
            van=contract.van,
            tot=contract.tot,
        )
    return contract
