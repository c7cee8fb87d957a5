"""A provider without software asks for an assignment on the screen. It travels the road of a JW315."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ijw import Bevinding, OngeldigeWaarde
from ijw.berichten import jw315
from ijw.berichten.basis import (
    Achternaam,
    BerichtIdentificatie,
    Geboortedatum,
    Omvang,
    Product,
    VerkorteNaam,
    Verwijzer,
)
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.uitgangstoets import BerichtNietInOrde
from jeugdregio.toegang.melden import nieuw_nummer, verstuur_als_aanbieder
from jeugdregio.toegang.messages import XSD_VERSIE
from jeugdregio.toegang.models import Verzoek
from jeugdregio.toegang.permissions import eis_aanbieder
from jeugdregio.zorglandschap.models import Product as Catalogusproduct
from jeugdregio.zorglandschap.models import Tarief

JA, NEE = "1", "2"
# Which field of the form a finding is about, by the last element of its path that is known here.
_VELDEN = {
    "Bsn": "bsn", "Geboortedatum": "geboortedatum", "Geslacht": "geslacht", "Achternaam": "achternaam",
    "Voorvoegsel": "voorvoegsel", "Voornamen": "voornamen", "Verwijzer": "verwijzer_type", "Naam": "verwijzer_naam",
    "ZorgverlenerCode": "verwijzer_code", "ToewijzingIngangsdatum": "ingangsdatum",
    "ToewijzingEinddatum": "einddatum", "Omvang": "volume", "Volume": "volume", "Eenheid": "eenheid",
    "Frequentie": "frequentie", "Product": "product", "Code": "product", "Commentaar": "commentaar",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Aanvraag:
    """What a provider fills in. `product` is a code of the catalogue; `verwijzer_type` of COD327; codes as in iJw."""

    gemeente_id: UUID
    bsn: str
    geboortedatum: date
    geslacht: str
    achternaam: str
    voorvoegsel: str = ""
    voornamen: str = ""
    gezagsdrager_bekend: bool = True
    product: str
    ingangsdatum: date
    einddatum: date | None = None
    volume: int
    eenheid: str
    frequentie: str
    verwijzer_type: str
    verwijzer_naam: str = ""
    verwijzer_code: str = ""
    commentaar: str = ""


def eigen_producten(wie: Wie) -> list[Catalogusproduct]:
    """Return the products under a running contract of one's own organisation. One query."""
    eis_aanbieder(wie)
    vandaag_ = vandaag()
    lopend = Tarief.objects.op(vandaag_).filter(contract__aanbieder=wie.organisatie, contract__van__lte=vandaag_)
    return list(Catalogusproduct.objects.filter(pk__in=lopend.values("product")))


def eigen_gemeenten(wie: Wie) -> list[Organisatie]:
    """Return the municipalities one's own organisation has a contract with. One query."""
    eis_aanbieder(wie)
    return list(
        Organisatie.objects.filter(soort=Soort.GEMEENTE, gemeentecontracten__aanbieder=wie.organisatie).distinct()
    )


def dien_verzoek_in(wie: Wie, gegevens: Aanvraag) -> Verzoek:
    """Send a request for assignment (JW315) to a municipality and return what became of it.

    Raises GeenRecht, NietGevonden (another municipality or product than one's own contracts name) and Geweigerd with
    what the check of the municipality would find; then nothing is sent.
    """
    gemeente = next((g for g in eigen_gemeenten(wie) if g.pk == gegevens.gemeente_id), None)
    product = next((p for p in eigen_producten(wie) if p.code == gegevens.product), None)
    if gemeente is None or product is None:
        raise NietGevonden("Dit product heeft je organisatie niet bij deze gemeente.")
    bericht = _bericht(wie.organisatie, gemeente, product, gegevens, nieuw_nummer(wie.organisatie))
    try:
        verstuurd = verstuur_als_aanbieder(
            wie, bericht, wie.organisatie, gemeente, "verzoek.ingediend", soort="bericht"
        )
    except OngeldigeWaarde as fout:
        raise Geweigerd(fout.melding, velden=_veld(fout.pad, fout.melding)) from fout
    except BerichtNietInOrde as fout:
        raise _geweigerd(fout.bevindingen) from fout
    return Verzoek.objects.get(bericht=verstuurd, aanbieder=wie.organisatie)


def _geweigerd(bevindingen: tuple[Bevinding, ...]) -> Geweigerd:
    velden: dict[str, str] = {}
    for bevinding in bevindingen:
        velden |= _veld(bevinding.pad, bevinding.melding)
    meldingen = " ".join(dict.fromkeys(b.melding for b in bevindingen))
    regels = ", ".join(dict.fromkeys(b.regel for b in bevindingen))
    return Geweigerd(f"De gemeente neemt dit verzoek niet in behandeling. {meldingen}", grondslag=regels, velden=velden)


def _veld(pad: str, melding: str) -> dict[str, str]:
    namen = (deel.partition("[")[0] for deel in reversed(pad.split("/")))
    veld = next((_VELDEN[naam] for naam in namen if naam in _VELDEN), None)
    return {veld: melding} if veld else {}


def _bericht(
    aanbieder: Organisatie, gemeente: Organisatie, product: Catalogusproduct, van: Aanvraag, nummer: str
) -> jw315.Bericht:
    naam = VerkorteNaam(
        geslachtsnaam=Achternaam(achternaam=van.achternaam, voorvoegsel=van.voorvoegsel or None),
        voornamen=van.voornamen or None,
    )
    verwijzer = Verwijzer(
        type=van.verwijzer_type, naam=van.verwijzer_naam or None, zorgverlener_code=van.verwijzer_code or None
    )
    gevraagd = jw315.AangevraagdProduct(
        referentie_aanbieder=f"{nummer}-1",
        product=Product(categorie=product.categorie, code=product.code),
        toewijzing_ingangsdatum=van.ingangsdatum, toewijzing_einddatum=van.einddatum,
        omvang=Omvang(volume=van.volume, eenheid=van.eenheid, frequentie=van.frequentie),
        verwijzer=verwijzer, raamcontract=JA, commentaar=van.commentaar or None,
    )  # fmt: skip
    return jw315.Bericht(
        header=jw315.Header(
            bericht_code="446", bericht_versie=3, bericht_subversie=2, afzender=aanbieder.code or "",
            ontvanger=gemeente.code or "",
            bericht_identificatie=BerichtIdentificatie(identificatie=nummer, dagtekening=vandaag()),
            xsd_versie=XSD_VERSIE,
        ),
        client=jw315.Client(
            bsn=van.bsn, geboortedatum=Geboortedatum(datum=van.geboortedatum), geslacht=van.geslacht, naam=naam,
            gezagsdrager_bekend=JA if van.gezagsdrager_bekend else NEE, aangevraagde_producten=(gevraagd,),
        ),
    )  # fmt: skip
