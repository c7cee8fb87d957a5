"""What a provider reports on the screens about task-based help (IV096): a start and a stop without an assignment."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from ijw import OngeldigeWaarde, lees
from ijw.berichten import jw305, jw307
from ijw.berichten.basis import Achternaam, BerichtIdentificatie, Geboortedatum, Product, VerkorteNaam
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.aanvragen import eigen_gemeenten, eigen_producten
from jeugdregio.toegang.melden import nieuw_nummer, verstuur_als_aanbieder
from jeugdregio.toegang.messages import EERSTE, XSD_VERSIE
from jeugdregio.toegang.models import TaakgerichteLevering
from jeugdregio.toegang.permissions import eis_aanbieder, zichtbare_taken


@dataclass(frozen=True, kw_only=True)
class Taakstart:
    """What a provider fills in. `product` is a code of the catalogue; `geslacht` of COD046."""

    gemeente_id: UUID
    bsn: str
    geboortedatum: date
    geslacht: str
    achternaam: str
    voorvoegsel: str = ""
    voornamen: str = ""
    product: str
    datum: date


def eigen_taken(wie: Wie) -> list[tuple[TaakgerichteLevering, str]]:
    """Return the newest fifty of one's own, each with the name as one reported it: the file itself stays shut."""
    eis_aanbieder(wie)
    taken = zichtbare_taken(wie).select_related("gemeente", "startbericht").order_by("-begindatum", "pk")[:50]
    return [(taak, _naam(taak)) for taak in taken]


def meld_taakstart(wie: Wie, gegevens: Taakstart) -> Bericht:
    """Report that task-based help began (JW305). Raises Geweigerd with what the municipality's check would find."""
    gemeente = next((g for g in eigen_gemeenten(wie) if g.pk == gegevens.gemeente_id), None)
    product = next((p for p in eigen_producten(wie) if p.code == gegevens.product), None)
    if gemeente is None or product is None:
        raise NietGevonden("Dit product heeft je organisatie niet bij deze gemeente.")
    if gegevens.datum > vandaag():
        raise Geweigerd("De hulp is nog niet begonnen.", velden={"datum": "Kies vandaag of een eerdere dag."})
    bericht = jw305.Bericht(
        header=jw305.Header(
            bericht_code="438", bericht_versie=3, bericht_subversie=2, afzender=wie.organisatie.code or "",
            ontvanger=gemeente.code or "", xsd_versie=XSD_VERSIE,
            bericht_identificatie=BerichtIdentificatie(
                identificatie=nieuw_nummer(wie.organisatie), dagtekening=vandaag()
            ),
        ),
        client=jw305.Client(
            bsn=gegevens.bsn, geboortedatum=Geboortedatum(datum=gegevens.geboortedatum), geslacht=gegevens.geslacht,
            naam=VerkorteNaam(
                geslachtsnaam=Achternaam(achternaam=gegevens.achternaam, voorvoegsel=gegevens.voorvoegsel or None),
                voornamen=gegevens.voornamen or None,
            ),
            start_producten=(
                jw305.StartProduct(
                    product=Product(categorie=product.categorie, code=product.code),
                    toewijzing_ingangsdatum=gegevens.datum, begindatum=gegevens.datum, status_aanlevering=EERSTE,
                ),
            ),
        ),
    )  # fmt: skip
    try:
        return verstuur_als_aanbieder(wie, bericht, wie.organisatie, gemeente, "taak.start_gemeld", soort="bericht")
    except OngeldigeWaarde as fout:
        raise Geweigerd(fout.melding) from fout


def meld_taakstop(wie: Wie, taak_id: UUID, datum: date, reden: str) -> Bericht:
    """Report that task-based help ended on `datum` (JW307), with a reason of JZ588."""
    taak, client = taak_met_client(wie, taak_id)
    if not taak.begindatum <= datum <= vandaag():
        raise Geweigerd(
            "De einddatum klopt niet.", velden={"datum": "Kies een dag tussen de start van de hulp en vandaag."}
        )
    product = Product(categorie=taak.categorie, code=taak.code or None) if taak.categorie else None
    bericht = jw307.Bericht(
        header=jw307.Header(
            bericht_code="440", bericht_versie=3, bericht_subversie=2, afzender=wie.organisatie.code or "",
            ontvanger=taak.gemeente.code or "", xsd_versie=XSD_VERSIE,
            bericht_identificatie=BerichtIdentificatie(
                identificatie=nieuw_nummer(wie.organisatie), dagtekening=vandaag()
            ),
        ),
        client=jw307.Client(
            bsn=client.bsn, geboortedatum=client.geboortedatum, geslacht=client.geslacht, naam=client.naam,
            stop_producten=(
                jw307.StopProduct(
                    product=product, toewijzing_ingangsdatum=taak.begindatum, begindatum=taak.begindatum,
                    einddatum=datum, reden_beeindiging=reden, status_aanlevering=EERSTE,
                ),
            ),
        ),
    )  # fmt: skip
    return verstuur_als_aanbieder(
        wie, bericht, wie.organisatie, taak.gemeente, "taak.stop_gemeld", kind_id=taak.kind_id, soort="bericht"
    )


def taak_met_client(wie: Wie, taak_id: UUID) -> tuple[TaakgerichteLevering, jw305.Client]:
    """Return one's own task-based help and the child as one reported it. Raises GeenRecht, NietGevonden."""
    eis_aanbieder(wie)
    taak = zichtbare_taken(wie).select_related("gemeente", "startbericht").filter(pk=taak_id).first()
    client = _client(taak) if taak is not None else None
    if taak is None or client is None:
        raise NietGevonden("Deze hulp is er niet.")
    return taak, client


def naam_van(client: jw305.Client) -> str:
    """Return the name in a start message."""
    naam = client.naam.geslachtsnaam
    return " ".join(filter(None, [client.naam.voornamen, naam.voorvoegsel, naam.achternaam]))


def _client(taak: TaakgerichteLevering) -> jw305.Client | None:
    """The child as the provider described it: a BSN alone tells nothing more about a child than one knew."""
    if taak.startbericht is None:
        return None
    start = lees(bytes(taak.startbericht.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht
    return start.client if isinstance(start, jw305.Bericht) else None


def _naam(taak: TaakgerichteLevering) -> str:
    client = _client(taak)
    return naam_van(client) if client else "Onbekend"
