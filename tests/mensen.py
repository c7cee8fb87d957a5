"""The named people and organisations of the tests: a small region in which everybody has a task.

Fatima works at the access of Lelystad, Bram at that of Dronten: he must never see a child of Lelystad. Noor works at
provider De Brug, Iris at Het Anker. Mirthe is a girl of 14, her parents are Sanne and Erik.
"""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password
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


class _Aangenomen:
    """People of the region, written in two queries: this fixture is made thousands of times."""

    def __init__(self) -> None:
        self._aanstellingen: list[Aanstelling] = []
        self._wachtwoord = make_password(WACHTWOORD)

    def neem(self, naam: str, organisatie: Organisatie, rol: str) -> Wie:
        """Return somebody with a role, who can sign in with WACHTWOORD once they are written."""
        gebruiker = Gebruiker(email=f"{naam.lower()}@test.example", naam=naam, password=self._wachtwoord)
        self._aanstellingen.append(Aanstelling(gebruiker=gebruiker, organisatie=organisatie, rol=rol, van=VAN))
        return Wie(organisatie=organisatie, rollen=frozenset({rol}), gebruiker=gebruiker)

    def schrijf(self) -> None:
        """Write them."""
        Gebruiker.objects.bulk_create(a.gebruiker for a in self._aanstellingen)
        Aanstelling.objects.bulk_create(self._aanstellingen)


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
    in_regio = Deelname.Rol
    Deelname.objects.bulk_create(
        Deelname(
            regio=regio, organisatie=g, rol=in_regio.CENTRUMGEMEENTE if g == almere else in_regio.DEELNEMER, van=VAN
        )
        for g in gemeenten
    )  # fmt: skip
    Contactpunt.objects.bulk_create(
        Contactpunt(
            organisatie=g, onderwerp=Contactpunt.Onderwerp.TOEWIJZING, naam="Team toegang", telefoon="0320-111111",
            bereikbaar="werkdagen 9-17 uur", gecontroleerd_op=VAN,
        )
        for g in gemeenten
    )  # fmt: skip
    for gemeente in gemeenten:
        geef_basismandaat(gemeente, besluit="Mandaat toegang jeugd", besluit_op=VAN, document="Mandaatbesluit")
    de_brug = _organisatie("De Brug", Soort.AANBIEDER, "42420001")
    het_anker = _organisatie("Het Anker", Soort.AANBIEDER, "65656055", "api")
    regiokantoor = _organisatie("Regiokantoor", Soort.REGIOKANTOOR)
    gi = _organisatie("GI De Haven", Soort.GI, "73730001")
    veilig_thuis = _organisatie("Veilig Thuis", Soort.VEILIG_THUIS)
    uitvoerder = Organisatie.objects.create(naam="Uitvoering Jeugd", soort=Soort.UITVOERDER, hoort_bij=lelystad)
    aangenomen = _Aangenomen()
    mensen = Regiomensen(
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
        fatima=aangenomen.neem("Fatima", lelystad, Rol.TOEGANG),
        bram=aangenomen.neem("Bram", dronten, Rol.TOEGANG),
        noor=aangenomen.neem("Noor", de_brug, Rol.AANBIEDER),
        iris=aangenomen.neem("Iris", het_anker, Rol.AANBIEDER),
        berichten_lelystad=aangenomen.neem("Bo", lelystad, Rol.BERICHTEN),
        controller_lelystad=aangenomen.neem("Chris", lelystad, Rol.CONTROLLER),
        contract_lelystad=aangenomen.neem("Cora", lelystad, Rol.CONTRACT),
        analist_lelystad=aangenomen.neem("Ans", lelystad, Rol.ANALIST),
        privacy_lelystad=aangenomen.neem("Priya", lelystad, Rol.PRIVACY),
        beheer_lelystad=aangenomen.neem("Freek", lelystad, Rol.BEHEER),
        wethouder_lelystad=aangenomen.neem("Willem", lelystad, Rol.WETHOUDER),
        griffier_lelystad=aangenomen.neem("Greet", lelystad, Rol.GRIFFIER),
        directeur=aangenomen.neem("Dirk", regiokantoor, Rol.DIRECTEUR),
        secretaris=aangenomen.neem("Stien", regiokantoor, Rol.SECRETARIS),
        gi_medewerker=aangenomen.neem("Gerda", gi, Rol.GI),
        vt_medewerker=aangenomen.neem("Vera", veilig_thuis, Rol.VEILIG_THUIS),
        beleid_lelystad=aangenomen.neem("Berthe", lelystad, Rol.BELEID),
        jurist_lelystad=aangenomen.neem("Joris", lelystad, Rol.JURIST),
        teamleider_lelystad=aangenomen.neem("Thea", lelystad, Rol.TEAMLEIDER),
        voorzitter=aangenomen.neem("Vincent", regiokantoor, Rol.VOORZITTER),
        begeleider=aangenomen.neem("Gijs", regiokantoor, Rol.BEGELEIDER),
        ervaringsdeskundige=aangenomen.neem("Eva", regiokantoor, Rol.ERVARING),
        expertsecretaris=aangenomen.neem("Emma", regiokantoor, Rol.EXPERT),
        expertlid=aangenomen.neem("Luuk", de_brug, Rol.EXPERT),
        gast=aangenomen.neem("Gaston", regiokantoor, Rol.GAST),
        uitvoerder=uitvoerder,
        jel=aangenomen.neem("Jel", uitvoerder, Rol.TOEGANG),
    )
    aangenomen.schrijf()
    return mensen


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
    producten = [
        Product(categorie=categorie, code=code, naam=naam, eenheid=eenheid, verblijf=verblijf)
        for categorie, code, naam, eenheid, verblijf in PRODUCTEN
    ]
    Product.objects.bulk_create(producten)
    Tarief.objects.bulk_create(
        Tarief(contract=contract, product=p, eenheid=p.eenheid, centen=12840, van=contract.van, tot=contract.tot)
        for p in producten
    )
    return contract
