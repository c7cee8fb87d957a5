"""Setting up an instance from one file: who works here, with whom elsewhere, under which contracts. No demo data.

The same file again changes only what changed in it; what is not in the file any more stays.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.gebruik import geef_basismandaat
from jeugdregio.organisaties.models import (
    Aanstelling,
    Contactpunt,
    Deelname,
    Gebruiker,
    Organisatie,
    Regio,
    Rol,
    Soort,
)
from jeugdregio.organisaties.wie import systeem
from jeugdregio.zorglandschap.models import Contract, Perceel, Product, Tarief

T = TypeVar("T")
HIER = "hier"
_CIJFERS: dict[str, int] = {Soort.GEMEENTE: 4, Soort.AANBIEDER: 8, Soort.GI: 8}  # length of a CBS or AGB code
_BEZORGING = {HIER: "portaal", "map": "map", "envelop": "envelop", "api": "api"}
_DELEN: dict[str, dict[str, type]] = {
    "organisatie": {"naam": str, "soort": str, "code": str, "werkt": str},
    "product": {"categorie": str, "code": str, "naam": str, "eenheid": str},
    "contract": {"nummer": str, "aanbieder": str, "gemeenten": list, "perceel": str, "van": date, "tarief": list},
    "tarief": {"product": str, "centen": int},
    "beheerder": {"naam": str, "email": str, "organisatie": str},
}
_MAG = {
    "organisatie": {"telefoon", "centrum", "mandaat", "mandaat_op"}, "product": {"verblijf"}, "contract": {"tot"},
    "tarief": {"van", "tot", "eenheid"}, "beheerder": set(),
}  # fmt: skip


@transaction.atomic
def richt_in(gegevens: Mapping[str, Any], wachtwoord: Callable[[], str]) -> list[str]:
    """Set up from what the file says; return in Dutch what there is now. `wachtwoord` is asked for a new manager.

    Raises Geweigerd that names the part of the file and the repair; then nothing was changed.
    """
    onbekend = sorted(set(gegevens) - {"regio", "organisatie", "product", "contract", "beheerder"})
    if onbekend:
        raise Geweigerd(f"Het bestand noemt {onbekend[0]!r}. Dat deel bestaat niet: haal het weg of verbeter de naam.")
    regio, _ = Regio.objects.get_or_create(naam=str(gegevens.get("regio") or "Regio"))
    organisaties = {rij["code"]: _organisatie(rij, regio) for rij in _rijen(gegevens, "organisatie")}
    if not any(organisatie.werkt_hier for organisatie in organisaties.values()):
        raise Geweigerd(f'Geen enkele organisatie werkt hier. Zet bij de eigen organisatie: werkt = "{HIER}".')
    producten = {rij["code"]: _product(rij) for rij in _rijen(gegevens, "product")}
    contracten = [_contract(rij, organisaties, producten) for rij in _rijen(gegevens, "contract")]
    beheerders = [_beheerder(rij, organisaties, wachtwoord) for rij in _rijen(gegevens, "beheerder")]
    for organisatie in organisaties.values():
        if organisatie.werkt_hier:
            leg_vast(
                systeem(organisatie, "systeem: inrichten"), "systeem.ingericht", soort="organisatie",
                onderwerp_id=organisatie.pk,
            )  # fmt: skip
    return [
        *(f"{o.naam} ({o.code}): {o.get_bezorging_display().lower()}." for o in organisaties.values()),
        f"{len(producten)} producten, {len(contracten)} contracten.",
        *(f"Beheerder: {gebruiker.email}." for gebruiker in beheerders),
    ]


def _rijen(gegevens: Mapping[str, Any], deel: str) -> list[dict[str, Any]]:
    rijen = gegevens.get(deel, [])
    if not isinstance(rijen, list) or not all(isinstance(rij, dict) for rij in rijen):
        raise Geweigerd(f"Schrijf elk onderdeel {deel} onder een eigen kop [[{deel}]].")
    for nummer, rij in enumerate(rijen, start=1):
        _eis_velden(rij, deel, f"[[{deel}]] {nummer}")
    return rijen


def _eis_velden(rij: Mapping[str, Any], deel: str, plaats: str) -> None:
    for naam, soort in _DELEN[deel].items():
        if naam not in rij:
            raise Geweigerd(f"{plaats}: {naam} ontbreekt. Vul het in.")
        if not isinstance(rij[naam], soort):
            raise Geweigerd(f"{plaats}: {naam} heeft de verkeerde vorm. Kijk in de handleiding hoe je het schrijft.")
    onbekend = sorted(set(rij) - set(_DELEN[deel]) - _MAG[deel])
    if onbekend:
        raise Geweigerd(f"{plaats}: {onbekend[0]} bestaat niet. Haal het weg of verbeter de naam.")


def _organisatie(rij: Mapping[str, Any], regio: Regio) -> Organisatie:
    plaats = f"Organisatie {rij['naam']}"
    cijfers = _CIJFERS.get(rij["soort"])
    if cijfers is None:
        raise Geweigerd(f"{plaats}: kies als soort gemeente, aanbieder of gi.")
    if len(rij["code"]) != cijfers or not rij["code"].isdigit():
        raise Geweigerd(f"{plaats}: de code moet {cijfers} cijfers zijn (CBS-code of AGB-code).")
    if rij["werkt"] not in _BEZORGING:
        raise Geweigerd(f"{plaats}: kies bij werkt uit {', '.join(_BEZORGING)}.")
    velden = {"naam": rij["naam"], "soort": rij["soort"], "bezorging": _BEZORGING[rij["werkt"]]}
    organisatie, _ = Organisatie.objects.update_or_create(code=rij["code"], defaults=velden)
    if organisatie.soort == Soort.GEMEENTE:
        rol = Deelname.Rol.CENTRUMGEMEENTE if rij.get("centrum") else Deelname.Rol.DEELNEMER
        Deelname.objects.get_or_create(
            regio=regio, organisatie=organisatie, tot=None, defaults={"rol": rol, "van": vandaag()}
        )
    if rij.get("mandaat") and isinstance(rij.get("mandaat_op"), date):
        besluit = str(rij["mandaat"])
        geef_basismandaat(organisatie, besluit=besluit, besluit_op=rij["mandaat_op"], document=besluit)
    if rij.get("telefoon"):
        Contactpunt.objects.get_or_create(
            organisatie=organisatie, onderwerp=Contactpunt.Onderwerp.TOEWIJZING,
            defaults={
                "naam": organisatie.naam, "telefoon": rij["telefoon"], "bereikbaar": "op werkdagen",
                "gecontroleerd_op": vandaag(),
            },
        )  # fmt: skip
    return organisatie


def _product(rij: Mapping[str, Any]) -> Product:
    velden = {naam: rij[naam] for naam in ("categorie", "naam", "eenheid")} | {"verblijf": bool(rij.get("verblijf"))}
    product, _ = Product.objects.update_or_create(code=rij["code"], defaults=velden)
    return product


def _contract(
    rij: Mapping[str, Any], organisaties: Mapping[str, Organisatie], producten: Mapping[str, Product]
) -> Contract:
    plaats = f"Contract {rij['nummer']}"
    perceel, _ = Perceel.objects.get_or_create(naam=rij["perceel"])
    aanbieder = _kies(organisaties, rij["aanbieder"], f"{plaats}: aanbieder")
    velden = {"aanbieder": aanbieder, "perceel": perceel, "van": rij["van"], "tot": rij.get("tot")}
    contract, _ = Contract.objects.update_or_create(nummer=rij["nummer"], defaults=velden)
    contract.gemeenten.set([_kies(organisaties, code, f"{plaats}: gemeente") for code in rij["gemeenten"]])
    for nummer, tarief in enumerate(rij["tarief"], start=1):
        _eis_velden(tarief, "tarief", f"{plaats}, tarief {nummer}")
        _tarief(contract, tarief, _kies(producten, tarief["product"], f"{plaats}: product"))
    return contract


def _tarief(contract: Contract, rij: Mapping[str, Any], product: Product) -> None:
    velden = {"eenheid": rij.get("eenheid", product.eenheid), "centen": rij["centen"], "tot": rij.get("tot")}
    Tarief.objects.update_or_create(
        contract=contract, product=product, van=rij.get("van", contract.van), defaults=velden
    )


def _kies(uit: Mapping[str, T], code: str, plaats: str) -> T:
    if code not in uit:
        raise Geweigerd(f"{plaats} {code} staat niet in het bestand. Voeg die toe, of verbeter de code.")
    return uit[code]


def _beheerder(
    rij: Mapping[str, Any], organisaties: Mapping[str, Organisatie], wachtwoord: Callable[[], str]
) -> Gebruiker:
    organisatie = _kies(organisaties, rij["organisatie"], "Beheerder: organisatie")
    if not organisatie.werkt_hier:
        raise Geweigerd(f"Beheerder {rij['email']}: {organisatie.naam} werkt niet op dit systeem.")
    gebruiker = Gebruiker.objects.filter(email=rij["email"].lower()).first()
    if gebruiker is None:
        gekozen = wachtwoord()
        try:
            validate_password(gekozen, Gebruiker(email=rij["email"], naam=rij["naam"]))
        except ValidationError as fout:
            raise Geweigerd(f"Dit wachtwoord is niet sterk genoeg. {' '.join(fout.messages)}") from fout
        gebruiker = Gebruiker.objects.create_user(rij["email"], rij["naam"], gekozen)
    for rol in _rollen(organisatie):
        Aanstelling.objects.get_or_create(
            gebruiker=gebruiker, organisatie=organisatie, rol=rol, tot=None, defaults={"van": vandaag()}
        )
    return gebruiker


def _rollen(organisatie: Organisatie) -> Iterable[str]:
    """The manager gives the others their roles; at a provider he also looks after the messages."""
    if organisatie.soort == Soort.GEMEENTE:
        return (Rol.BEHEER,)
    return (Rol.BEHEER, Rol.GI if organisatie.soort == Soort.GI else Rol.AANBIEDER)
