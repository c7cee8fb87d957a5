"""Acts on children that wait: put on the list, offer something for the time being, first contact, end."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurten, rond_af
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.models import Product
from jeugdregio.zorglandschap.permissions import eis
from jeugdregio.zorglandschap.ruimte import beurten, termijnen
from jeugdregio.zorglandschap.ruimte.dossiers import kind_van
from jeugdregio.zorglandschap.ruimte.models import Overbrugging, Plek, Wachtende
from jeugdregio.zorglandschap.ruimte.permissions import WIE_RESERVEERT, reserveert, zichtbare_wachtenden
from jeugdregio.zorglandschap.ruimte.reserveren import toets_kenmerk


def meld_aan(
    wie: Wie, *, kenmerk: str, product_code: str, aangemeld_op: date, plek_id: UUID | None = None,
    urgentie: int = Wachtende.Urgentie.GEWOON, urgentie_reden: str = "",
) -> Wachtende:  # fmt: skip
    """Put a child on the list, by file number; first contact or bridging is due within the term of the region.

    What the provider says of its waiting time is kept with it, with source and day. Raises Geweigerd.
    """
    eis(reserveert(wie), WIE_RESERVEERT)
    kenmerk = toets_kenmerk(kenmerk)
    if aangemeld_op > vandaag():
        melding = "De dag van aanmelding ligt in de toekomst. Kies vandaag of eerder."
        raise Geweigerd(melding, velden={"aangemeld_op": melding})
    plek = Plek.objects.select_related("product").filter(pk=plek_id).first() if plek_id else None
    product = plek.product if plek else Product.objects.filter(code=product_code).first()
    if product is None or (plek_id and plek is None):
        melding = "Kies een product uit de lijst."
        raise Geweigerd(melding, velden={"product": melding})
    toets_urgentie(urgentie, urgentie_reden)
    termijn = termijnen.op(aangemeld_op)
    try:
        with transaction.atomic():
            wachtende = Wachtende.objects.create(
                gemeente=wie.organisatie, kenmerk=kenmerk, product=product, plek=plek, aangemeld_op=aangemeld_op,
                uiterlijk=aangemeld_op + timedelta(days=termijn.eerste_contact_binnen), urgentie=urgentie,
                urgentie_reden=urgentie_reden.strip(), **(wachttijd_van(plek) if plek else {}),
            )  # fmt: skip
            kind_id = kind_van(wachtende.gemeente_id, kenmerk)
            open_beurten([beurten.overbrug(wachtende, termijn.bron, kind_id)])
            log(wie, wachtende, "aangemeld")
    except IntegrityError as fout:
        melding = f"Dossier {kenmerk} wacht al op {product.naam}."
        raise Geweigerd(melding, velden={"kenmerk": melding}) from fout
    return wachtende


def bied_aan(wie: Wie, wachtende_id: UUID, *, versie: int, soort: str, wat: str, aangenomen: bool) -> Overbrugging:
    """Log what was offered for the time being; also what the family did not want. An accepted offer closes the turn."""
    with transaction.atomic():
        wachtende = pak(wie, wachtende_id, versie)
        if not wat.strip():
            melding = "Schrijf op wat je hebt aangeboden."
            raise Geweigerd(melding, velden={"wat": melding})
        overbrugging = Overbrugging.objects.create(
            wachtende=wachtende, soort=soort, wat=wat.strip(), aangenomen=aangenomen, op=vandaag(),
            door=wie.gebruikersnaam,
        )  # fmt: skip
        if aangenomen:
            rond_af(beurten.sleutel_overbruggen(wachtende))
        beurten.plan_contact(wachtende, vandaag())
        log(wie, wachtende, "overbrugging_aangeboden")
    return overbrugging


def eerste_contact(wie: Wie, wachtende_id: UUID, *, versie: int, op: date) -> Wachtende:
    """Record the day on which the provider first spoke with the family."""
    with transaction.atomic():
        wachtende = pak(wie, wachtende_id, versie)
        toets_dag(wachtende, op)
        wachtende.eerste_contact_op = op
        wachtende.save(update_fields=["eerste_contact_op"])
        rond_af(beurten.sleutel_overbruggen(wachtende))
        beurten.plan_contact(wachtende, op)
        log(wie, wachtende, "eerste_contact")
    return wachtende


def beeindig(wie: Wie, wachtende_id: UUID, *, versie: int, op: date, waarom: str, begonnen: bool = False) -> Wachtende:
    """End the waiting: help began (`begonnen`: then this is the day of the start), or the family chose otherwise."""
    with transaction.atomic():
        wachtende = pak(wie, wachtende_id, versie)
        toets_dag(wachtende, op)
        if not waarom.strip():
            melding = "Schrijf op waarom het wachten voorbij is."
            raise Geweigerd(melding, velden={"waarom": melding})
        sluit_wachten(wachtende, op, waarom.strip(), begonnen=begonnen)
        log(wie, wachtende, "beeindigd")
    return wachtende


def sluit_wachten(wachtende: Wachtende, op: date, waarom: str, *, begonnen: bool) -> None:
    """Take a child off the list and close its turns, in the caller's transaction."""
    wachtende.einde_op, wachtende.einde, wachtende.gestart_op = op, waarom, op if begonnen else None
    wachtende.save(update_fields=["einde_op", "einde", "gestart_op"])
    rond_af(beurten.sleutel_overbruggen(wachtende))
    laat_vervallen(*beurten.sleutels_contact(wachtende))


def toets_urgentie(urgentie: int, reden: str) -> None:
    """Raise Geweigerd for an unknown urgency, or one above the ordinary without a reason."""
    if urgentie not in Wachtende.Urgentie.values:
        raise Geweigerd("Kies hoe dringend het is.", velden={"urgentie": "Kies hoe dringend het is."})
    if urgentie != Wachtende.Urgentie.GEWOON and not reden.strip():
        melding = "Schrijf op waarom dit kind voorgaat. Anderen wachten daardoor langer."
        raise Geweigerd(melding, velden={"urgentie_reden": melding})


def wachttijd_van(plek: Plek) -> dict[str, Any]:
    """Return the waiting time as the provider states it now for a place, with its source and day; else nothing."""
    nu = plek.opgaven.filter(vervangen_op__isnull=True, wachtdagen__isnull=False).first()
    if nu is None:
        return {}
    return {"wachttijd_dagen": nu.wachtdagen, "wachttijd_bron": nu.bron, "wachttijd_op": nu.nagekeken_op}


def toets_dag(wachtende: Wachtende, op: date) -> None:
    """Raise Geweigerd for a day before the registration or in the future."""
    if not wachtende.aangemeld_op <= op <= vandaag():
        melding = f"Kies een dag van {wachtende.aangemeld_op:%d-%m-%Y} tot en met vandaag."
        raise Geweigerd(melding, velden={"op": melding})


def pak(wie: Wie, wachtende_id: UUID, versie: int) -> Wachtende:
    """Take a waiting child for a change, in the caller's transaction. Raises NietGevonden, GeenRecht, Conflict."""
    wachtende = (
        zichtbare_wachtenden(wie).select_for_update(of=("self",)).filter(pk=wachtende_id)
        .select_related("product", "gemeente").first()
    )  # fmt: skip
    if wachtende is None:
        raise NietGevonden("Dit kind staat niet op je wachtlijst.")
    eis(reserveert(wie), WIE_RESERVEERT)
    if wachtende.versie != versie:
        raise Conflict("Iemand heeft dit net gewijzigd. Kijk wat er nu staat.")
    if wachtende.einde_op is not None:
        raise Conflict("Het wachten is al voorbij.")
    wachtende.versie += 1
    wachtende.save(update_fields=["versie"])
    return wachtende


def log(wie: Wie, wachtende: Wachtende, wat: str) -> None:
    """Log an act on a waiting child."""
    leg_vast(wie, f"wachtende.{wat}", soort="wachtende", onderwerp_id=wachtende.pk)
