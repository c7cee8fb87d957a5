"""Loading what stands still: organisations, people, contact points, products, contracts, tariffs, norms."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password

from jeugdregio.afspraken.models import Besluit, Norm, Rang, Standpunt, Vraag
from jeugdregio.demo import organisaties as tabel
from jeugdregio.demo.bevolkingscijfers import GEMEENTEN
from jeugdregio.demo.mensen import maak_naam
from jeugdregio.demo.normen import EIGEN_VRAGEN, NORMEN, STANDPUNTEN, BesluitRij
from jeugdregio.demo.opslag import Opslag, moment
from jeugdregio.demo.toeval import toeval
from jeugdregio.demo.zorgaanbod import (
    AANBIEDERS,
    CONTRACT_TOT,
    CONTRACT_VAN,
    LOOPT_AF_OVER_DAGEN,
    OPBOUW_SINDS,
    OUD_CONTRACT_VAN,
    PRIJSPEIL,
    PRODUCTEN,
    Aanbieder,
    opbouw,
    tarief,
)  # fmt: skip
from jeugdregio.organisaties.models import (
    Aanstelling,
    ApiToken,
    Contactpunt,
    Deelname,
    Gebruiker,
    Organisatie,
    Regio,
)  # fmt: skip
from jeugdregio.zorglandschap.models import Contract, Perceel, Product, Tarief


@dataclass
class Register:
    """Organisations by the name of the tables and by code."""

    op_sleutel: dict[str, Organisatie]

    def __post_init__(self) -> None:
        self.op_code = {o.code: o for o in self.op_sleutel.values() if o.code}

    @property
    def gemeenten(self) -> list[Organisatie]:
        """The municipalities of today."""
        return [self.op_code[g.code] for g in GEMEENTEN]


def laad_basis(opslag: Opslag, zaad: int, vandaag: date) -> Register:
    """Store everything that families need around them."""
    register = Register({})
    for rij in tabel.organisaties():
        hoort_bij = register.op_sleutel.get(rij.hoort_bij)
        register.op_sleutel[rij.sleutel] = opslag.bij(
            Organisatie(naam=rij.naam, soort=rij.soort, code=rij.code, hoort_bij=hoort_bij, bezorging=rij.bezorging)
        )
    register.__post_init__()
    _regio(opslag, register)
    _accounts(opslag, register, zaad)
    _contactpunten(opslag, register, vandaag)
    _tokens(opslag, register, vandaag)
    opslag.schrijf()
    _zorgaanbod(opslag, register, vandaag)
    laad_normen(opslag, register)
    opslag.schrijf()
    return register


def _regio(opslag: Opslag, register: Register) -> None:
    regio = opslag.bij(Regio(naam=settings.REGIO_NAAM))
    for gemeente in register.gemeenten:
        rol = Deelname.Rol.CENTRUMGEMEENTE if gemeente.code == tabel.CENTRUMGEMEENTE else Deelname.Rol.DEELNEMER
        opslag.bij(Deelname(regio=regio, organisatie=gemeente, rol=rol, van=tabel.REGIO_VAN))
    code, _, tot = tabel.OUD_LID
    opslag.bij(Deelname(regio=regio, organisatie=register.op_code[code], van=tabel.REGIO_VAN, tot=tot))


def _accounts(opslag: Opslag, register: Register, zaad: int) -> None:
    bron = toeval(zaad, "accounts")
    geheim = make_password(tabel.WACHTWOORD)
    for account in tabel.accounts():
        gebruiker = opslag.bij(Gebruiker(email=account.email, naam=maak_naam(bron), password=geheim))
        opslag.bij(
            Aanstelling(
                gebruiker=gebruiker, organisatie=register.op_sleutel[account.organisatie], rol=account.rol,
                van=tabel.REGIO_VAN,
            )
        )  # fmt: skip


def _contactpunten(opslag: Opslag, register: Register, vandaag: date) -> None:
    for punt in tabel.contactpunten():
        opslag.bij(
            Contactpunt(
                organisatie=register.op_sleutel[punt.organisatie], onderwerp=punt.onderwerp, naam=punt.naam,
                telefoon=punt.telefoon, vervanger=punt.vervanger, vervanger_telefoon=punt.vervanger_telefoon,
                voor=register.op_sleutel[punt.voor] if punt.voor else None, altijd=punt.uren is None,
                dagen=[int(dag) for dag in punt.uren[0]] if punt.uren else [],
                open_van=time.fromisoformat(punt.uren[1]) if punt.uren else None,
                open_tot=time.fromisoformat(punt.uren[2]) if punt.uren else None,
                vacant_sinds=vandaag - timedelta(days=punt.vacant) if punt.vacant else None,
                gecontroleerd_op=vandaag - timedelta(days=punt.dagen_geleden),
            )
        )  # fmt: skip


def token(code: str) -> str:
    """Return the API token of a demonstration provider: the same on this installation, another on every other one."""
    return hmac.new(str(settings.SECRET_KEY).encode(), f"demo-token:{code}".encode(), hashlib.sha256).hexdigest()


def _tokens(opslag: Opslag, register: Register, vandaag: date) -> None:
    for code in tabel.TOKENS:
        opslag.bij(
            ApiToken(
                organisatie=register.op_code[code], naam="demonstratie", scopes=tabel.SCOPES,
                hash=hashlib.sha256(token(code).encode()).hexdigest(), aangemaakt_op=moment(vandaag),
                verloopt_op=moment(vandaag + timedelta(days=365)),
            )
        )  # fmt: skip


def _zorgaanbod(opslag: Opslag, register: Register, vandaag: date) -> None:
    producten = {
        p.code: opslag.bij(
            Product(categorie=p.categorie, code=p.code, naam=p.naam, eenheid=p.eenheid, verblijf=p.verblijf)
        )
        for p in PRODUCTEN
    }
    for aanbieder in AANBIEDERS:
        if aanbieder.contract == "nee":
            continue
        einde = vandaag + timedelta(days=LOOPT_AF_OVER_DAGEN) if aanbieder.contract == "loopt af" else CONTRACT_TOT
        oud = date.fromordinal(CONTRACT_VAN.toordinal() - 1)
        for van, tot in ((OUD_CONTRACT_VAN, oud), (CONTRACT_VAN, einde)):
            contract = _contract(opslag, register, aanbieder, van, tot)
            for code, _ in aanbieder.producten:
                opslag.alle(_tarieven(contract, producten[code], van, tot))


def _contract(opslag: Opslag, register: Register, aanbieder: Aanbieder, van: date, tot: date) -> Contract:
    contract = Contract.objects.create(
        pk=opslag.sleutel(), aanbieder=register.op_code[aanbieder.agb],
        nummer=f"R{van.year}-{aanbieder.adres}", perceel=_perceel(opslag, aanbieder.perceel),
        van=van, tot=tot,
    )  # fmt: skip
    contract.gemeenten.set(register.gemeenten)
    return contract


def _perceel(opslag: Opslag, naam: str) -> Perceel:
    return Perceel.objects.get_or_create(naam=naam, defaults={"pk": opslag.sleutel()})[0]


def _tarieven(contract: Contract, product: Product, van: date, tot: date) -> list[Tarief]:
    """A price a year; that of the last known year holds until the end. The build-up is known since it must be."""
    laatste = min(tot.year, PRIJSPEIL)
    uit = []
    for jaar in range(van.year, laatste + 1):
        centen = tarief(product.code, date(jaar, 1, 1))
        elementen = opbouw(centen, verblijf=product.verblijf) if van >= OPBOUW_SINDS else {}
        einde = tot if jaar == laatste else date(jaar, 12, 31)
        uit.append(
            Tarief(
                contract=contract, product=product, eenheid=product.eenheid, centen=centen, van=date(jaar, 1, 1),
                tot=einde, **elementen,
            )
        )  # fmt: skip
    return uit


def laad_normen(opslag: Opslag, register: Register) -> None:
    """Store the norms of the sources with their decisions, and who did not adopt them."""
    regio = register.op_sleutel["regio"]
    opslag.alle([Vraag(code=code, tekst=tekst, organisatie=regio) for code, tekst in EIGEN_VRAGEN.items()])
    for rij in NORMEN:
        gemeenten = [register.op_sleutel[naam] for naam in rij.gemeenten]
        norm = Norm.objects.create(
            pk=opslag.sleutel(), vraag=rij.vraag, antwoord=rij.antwoord, waarde=rij.waarde, rang=rij.rang,
            bron=rij.bron, plaats=rij.plaats, van=rij.van, lager_mag_afwijken=rij.lager_mag_afwijken,
            eigenaar=gemeenten[0] if rij.rang == Rang.LOKAAL else regio,
            besluit=_besluit(opslag, rij.besluit),
        )  # fmt: skip
        norm.gemeenten.set(gemeenten)
        opslag.alle([
            Standpunt(
                norm=norm, gemeente=register.op_sleutel[s.gemeente], stand=s.stand, van=s.van, reden=s.reden,
                bron=s.vindplaats,
            )
            for s in STANDPUNTEN if s.bron == rij.bron
        ])  # fmt: skip


def _besluit(opslag: Opslag, rij: BesluitRij | None) -> Besluit | None:
    if rij is None:
        return None
    return Besluit.objects.get_or_create(**vars(rij), defaults={"pk": opslag.sleutel()})[0]
