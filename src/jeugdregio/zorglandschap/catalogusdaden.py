"""Acts on the catalogue: a new product, a new version of its description, its task field, a way of working."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from ijw.codelijsten.kort import KORT
from ijw.eenheden import eenheid_naam
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Product, Productversie, Taakveldindeling, Werkwijze
from jeugdregio.zorglandschap.permissions import beheert_catalogus, eis
from jeugdregio.zorglandschap.taakvelden import ALLE_TAAKVELDEN

_WIE = "een contractmanager of beleidsmedewerker van het regiokantoor"
CATEGORIEEN = KORT["JZ020"]


@dataclass(frozen=True, kw_only=True)
class Beschrijving:
    """What a product is from a day on; see the fields of Productversie."""

    van: date
    niveau: str
    variant: str
    wat: str
    voor_wie: str
    niet_voor: str
    grondslag: str


@transaction.atomic
def maak_product(
    wie: Wie, *, code: str, categorie: str, naam: str, eenheid: str, verblijf: bool, beschrijving: Beschrijving
) -> Product:
    """Add a product with its first description."""
    eis(beheert_catalogus(wie), _WIE)
    fouten = {}
    if not (len(code) == 5 and code.isalnum() and code == code.upper()):
        fouten["code"] = "Een productcode heeft 5 tekens: cijfers en hoofdletters."
    elif Product.objects.filter(code=code).exists():
        fouten["code"] = "Deze code staat al in de catalogus."
    if categorie not in CATEGORIEEN:
        fouten["categorie"] = "Kies een categorie uit de lijst (JZ020)."
    try:
        eenheid_naam(eenheid)
    except ValueError as fout:
        fouten["eenheid"] = str(fout)
    if fouten:
        raise Geweigerd("Het product kan zo niet.", velden=fouten)
    product = Product.objects.create(
        code=code, categorie=categorie, naam=naam.strip(), eenheid=eenheid, verblijf=verblijf
    )
    _nieuwe_versie(wie, product, beschrijving)
    return product


@transaction.atomic
def beschrijf_product(wie: Wie, product_code: str, beschrijving: Beschrijving) -> Productversie:
    """Let a new description hold from a day on; the one before ends the day before. Earlier days do not change."""
    eis(beheert_catalogus(wie), _WIE)
    product = _pak(product_code)
    return _nieuwe_versie(wie, product, beschrijving)


def _nieuwe_versie(wie: Wie, product: Product, beschrijving: Beschrijving) -> Productversie:
    laatste = product.versies.order_by("-van").first()
    if laatste is not None:
        _eis_later(laatste.van, beschrijving.van)
        laatste.tot = beschrijving.van - timedelta(days=1)
        laatste.save(update_fields=["tot"])
    versie = Productversie.objects.create(
        product=product, nummer=laatste.nummer + 1 if laatste else 1, gemaakt_door=wie.gebruikersnaam,
        **asdict(beschrijving),
    )  # fmt: skip
    leg_vast(
        wie, "product.beschreven", soort="product", onderwerp_id=product.pk,
        gegevens={"code": product.code, "versie": versie.nummer},
    )  # fmt: skip
    return versie


@transaction.atomic
def deel_in(wie: Wie, product_code: str, *, taakveld: str, van: date, bron: str) -> Taakveldindeling:
    """Book the cost of a product on a task field from a day on; the division before ends the day before."""
    eis(beheert_catalogus(wie), _WIE)
    if taakveld not in ALLE_TAAKVELDEN:
        raise Geweigerd("Dit taakveld bestaat niet.", velden={"taakveld": "Kies een taakveld uit de lijst."})
    product = _pak(product_code)
    laatste = product.taakvelden.order_by("-van").first()
    if laatste is not None:
        _eis_later(laatste.van, van)
        laatste.tot = van - timedelta(days=1)
        laatste.save(update_fields=["tot"])
    indeling = Taakveldindeling.objects.create(product=product, taakveld=taakveld, van=van, bron=bron.strip())
    leg_vast(
        wie, "product.ingedeeld", soort="product", onderwerp_id=product.pk,
        gegevens={"code": product.code, "taakveld": taakveld},
    )  # fmt: skip
    return indeling


@transaction.atomic
def bewaar_werkwijze(wie: Wie, werkwijze_id: UUID | None, velden: dict[str, object]) -> Werkwijze:
    """Add a way of working without product, or change one."""
    eis(beheert_catalogus(wie), _WIE)
    sleutel = werkwijze_id or uuid4()
    anders = Werkwijze.objects.filter(naam=velden["naam"]).exclude(pk=sleutel)
    if anders.exists():
        raise Geweigerd("Deze naam bestaat al.", velden={"naam": "Kies een andere naam."})
    werkwijze, _ = Werkwijze.objects.update_or_create(pk=sleutel, defaults=velden)
    leg_vast(wie, "werkwijze.bewaard", soort="werkwijze", onderwerp_id=werkwijze.pk)
    return werkwijze


def _pak(product_code: str) -> Product:
    product = Product.objects.select_for_update().filter(code=product_code).first()
    if product is None:
        raise NietGevonden("Dit product staat niet in de catalogus.")
    return product


def _eis_later(laatste: date, nieuw: date) -> None:
    if nieuw <= laatste:
        melding = f"Kies een dag na {laatste:%d-%m-%Y}: wat eerder gold, verandert niet meer."
        raise Geweigerd(melding, velden={"van": melding})
