"""Handing a child over: the giving side. It stays responsible until the other municipality has joined on."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.woonplaats import beurten, inhoud
from jeugdregio.toegang.woonplaats.feiten import eigen_kind
from jeugdregio.toegang.woonplaats.gemeenten import werkt_hier
from jeugdregio.toegang.woonplaats.models import Overdracht, Standpunt, Vaststelling, Voortzetting
from jeugdregio.toegang.woonplaats.permissions import overdracht_voor
from jeugdregio.zorglandschap.models import Product
from recht.woonplaats import informatie, verhuizing

Staat = Overdracht.Staat
GROND = "Jeugdwet 7.3.11 lid 1"


def bied_aan(
    wie: Wie, kind_id: UUID, *, grond: str, grond_toelichting: str, onderdelen: Iterable[str] = (),
    voortzetting_gevraagd_op: date | None = None,
) -> Overdracht:  # fmt: skip
    """Hand a child over to the municipality of the last finding, with no more information than the ground allows.

    Who, what help and since when always go along. Raises Geweigerd without such a finding, without an explained ground,
    or with parts the ground does not carry; Conflict when a transfer runs already.
    """
    kind = eigen_kind(wie, kind_id)
    vaststelling = kind.vaststellingen.first()
    if vaststelling is None or vaststelling.gemeente_code == kind.gemeente.code:
        raise Geweigerd(
            "Stel eerst vast dat een andere gemeente verantwoordelijk is.", grondslag="Jeugdwet 1.1, woonplaats"
        )
    gekozen = {*onderdelen, *inhoud.ALTIJD}
    _toets_grond(grond, grond_toelichting, gekozen, voortzetting_gevraagd_op)
    hulp = beurten.lopende_hulp(kind.pk, vaststelling.sinds)
    try:
        with transaction.atomic():
            overdracht = _maak(wie, vaststelling, hulp, gekozen, {
                "grond": grond, "grond_toelichting": grond_toelichting.strip(),
                "voortzetting_gevraagd_op": voortzetting_gevraagd_op,
            })  # fmt: skip
            _maak_voortzettingen(overdracht, hulp)
            beurten.sluit_overdragen(kind.pk, vaststelling.pk)
            beurten.open_beurt_antwoord(overdracht)
    except IntegrityError as fout:
        raise Conflict("Een collega droeg dit kind net al over. Bekijk die overdracht.") from fout
    return overdracht


def _toets_grond(grond: str, toelichting: str, gekozen: set[str], gevraagd_op: date | None) -> None:
    fouten = {}
    if grond not in Overdracht.Grond.values:
        fouten["grond"] = "Kies waarop je de gegevens deelt."
    elif te_veel := gekozen - set(inhoud.toegestaan(grond)):
        namen = ", ".join(inhoud.ONDERDELEN[o][0].lower() for o in sorted(te_veel) if o in inhoud.ONDERDELEN)
        fouten["onderdelen"] = f"Zonder toestemming mag dit niet mee: {namen or 'onbekend onderdeel'}."
    if not toelichting.strip():
        fouten["grond_toelichting"] = "Schrijf op wie wanneer toestemming gaf, of waarom delen zonder kan."
    if gevraagd_op is not None and gevraagd_op > vandaag():
        fouten["voortzetting_gevraagd_op"] = "Kies vandaag of een eerdere dag."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag=GROND, velden=fouten)


def _maak(
    wie: Wie, vaststelling: Vaststelling, hulp: list[Toewijzing], gekozen: set[str], velden: dict[str, object]
) -> Overdracht:
    kind = vaststelling.kind
    mee = [o for o in inhoud.ONDERDELEN if o in gekozen and not (o == inhoud.ADRES and kind.geheim_adres)]
    overdracht = Overdracht.objects.create(
        kenmerk=kenmerk("O"), kind=kind, van=kind.gemeente, naar=werkt_hier(vaststelling.gemeente_code, vandaag()),
        naar_code=vaststelling.gemeente_code, verhuisd_op=vaststelling.sinds, vaststelling=vaststelling,
        onderdelen=mee, inhoud=inhoud.schrijf(kind, mee, hulp), aangeboden_op=vandaag(),
        antwoord_uiterlijk=_uiterlijk(), **velden,
    )  # fmt: skip
    leg_vast(wie, "overdracht.aangeboden", kind_id=kind.pk, soort="overdracht", onderwerp_id=overdracht.pk,
             gegevens={"naar": overdracht.naar_code, "onderdelen": mee, "grond": overdracht.grond})  # fmt: skip
    return overdracht


def _maak_voortzettingen(overdracht: Overdracht, hulp: list[Toewijzing]) -> None:
    gevraagd = overdracht.voortzetting_gevraagd_op is not None
    verblijf = set(Product.objects.filter(verblijf=True).values_list("code", flat=True))
    Voortzetting.objects.bulk_create(
        Voortzetting(
            overdracht=overdracht, oud=t, gevraagd=gevraagd,
            tot=verhuizing(overdracht.verhuisd_op, verblijf=t.code in verblijf, gevraagd=gevraagd).datum,
        )
        for t in hulp
    )  # fmt: skip


def _uiterlijk() -> date:
    termijn = informatie(vandaag())
    if termijn.datum is None:
        raise ValueError("a term of two weeks has a day")
    return termijn.datum


def pak(overdracht: Overdracht, versie: int, *staten: str) -> None:
    """Take the transfer for a change, in the caller's transaction: the first of two people wins.

    Raises Conflict when it changed since `versie`, Geweigerd when its state does not allow the act.
    """
    if not Overdracht.objects.filter(pk=overdracht.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Iemand heeft deze overdracht net gewijzigd. Bekijk haar opnieuw; je invoer staat er nog.")
    overdracht.versie = versie + 1
    if overdracht.staat not in staten:
        raise Geweigerd(f"Dit kan niet meer: de overdracht is {overdracht.get_staat_display().lower()}.")


def herhaal(wie: Wie, overdracht_id: UUID, tekst: str, *, versie: int) -> Overdracht:
    """Offer a disputed transfer again, with what consultation (8.2.1 lid 3) brought up. Raises Geweigerd, Conflict."""
    overdracht = overdracht_voor(wie, overdracht_id, "van")
    with transaction.atomic():
        pak(overdracht, versie, Staat.BETWIST)
        beurten.sluit_overleg(overdracht)
        zeg(wie, overdracht, Standpunt.Soort.HERHAALD, tekst)
        overdracht.staat, overdracht.antwoord_uiterlijk = Staat.AANGEBODEN, _uiterlijk()
        overdracht.save(update_fields=["staat", "antwoord_uiterlijk"])
        beurten.open_beurt_antwoord(overdracht)
    return overdracht


def neem_terug(wie: Wie, overdracht_id: UUID, tekst: str, *, versie: int) -> Overdracht:
    """Take back a transfer that was not accepted: the child stays here. The other municipality sees it no more."""
    overdracht = overdracht_voor(wie, overdracht_id, "van")
    with transaction.atomic():
        pak(overdracht, versie, Staat.AANGEBODEN, Staat.BETWIST)
        zeg(wie, overdracht, Standpunt.Soort.TERUGGENOMEN, tekst)
        overdracht.staat = Staat.TERUGGENOMEN
        overdracht.save(update_fields=["staat"])
        beurten.laat_beurten_vervallen(overdracht)
    return overdracht


def zeg(wie: Wie, overdracht: Overdracht, soort: str, tekst: str, gemeente_code: str = "") -> Standpunt:
    """Keep what a municipality said, in the caller's transaction. Raises Geweigerd without words."""
    if not tekst.strip():
        raise Geweigerd("Schrijf op waarom.", velden={"tekst": "Schrijf op waarom."})
    leg_vast(wie, f"overdracht.{soort}", kind_id=overdracht.kind_id, soort="overdracht", onderwerp_id=overdracht.pk)
    return Standpunt.objects.create(
        overdracht=overdracht, organisatie=wie.organisatie, soort=soort, tekst=tekst.strip(),
        gemeente_code=gemeente_code, op=vandaag(), door=wie.gebruikersnaam,
    )  # fmt: skip
