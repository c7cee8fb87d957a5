"""Acts while a child waits: speak with the family, another urgency, what the provider says of its waiting time."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.ruimte import beurten
from jeugdregio.zorglandschap.ruimte.models import Opgave, Wachtcontact, Wachtende
from jeugdregio.zorglandschap.ruimte.wachten import log, pak, toets_dag, toets_urgentie


def leg_contact_vast(wie: Wie, wachtende_id: UUID, *, versie: int, op: date, hoe: str, wat: str) -> Wachtcontact:
    """Record a contact moment with a family that waits; the next one follows after the days the region agreed."""
    with transaction.atomic():
        wachtende = pak(wie, wachtende_id, versie)
        toets_dag(wachtende, op)
        fouten = {} if wat.strip() else {"wat": "Schrijf op hoe het gaat."}
        if hoe not in Wachtcontact.Hoe.values:
            fouten["hoe"] = "Kies hoe het contact was."
        if fouten:
            raise Geweigerd("Er ontbreekt nog iets.", velden=fouten)
        contact = Wachtcontact.objects.create(
            wachtende=wachtende, op=op, hoe=hoe, wat=wat.strip(), door=wie.gebruikersnaam
        )
        beurten.plan_contact(wachtende, op)
        log(wie, wachtende, "contact")
    return contact


def wijzig_urgentie(wie: Wie, wachtende_id: UUID, *, versie: int, urgentie: int, urgentie_reden: str) -> Wachtende:
    """Give a waiting child another urgency, with the reason; its place follows from the rule."""
    toets_urgentie(urgentie, urgentie_reden)
    with transaction.atomic():
        wachtende = pak(wie, wachtende_id, versie)
        wachtende.urgentie, wachtende.urgentie_reden = urgentie, urgentie_reden.strip()
        wachtende.save(update_fields=["urgentie", "urgentie_reden"])
        log(wie, wachtende, "urgentie")
    return wachtende


def noteer_wachttijd(
    wie: Wie, wachtende_id: UUID, *, versie: int, wachttijd_dagen: int, wachttijd_bron: str, wachttijd_op: date
) -> Wachtende:
    """Mark what the provider says of its waiting time, how it is known, and on which day it was said."""
    with transaction.atomic():
        wachtende = pak(wie, wachtende_id, versie)
        if wachttijd_op > vandaag():
            melding = "Kies vandaag of eerder."
            raise Geweigerd(melding, velden={"wachttijd_op": melding})
        if wachttijd_bron not in Opgave.Bron.values:
            raise Geweigerd("Kies hoe je dat weet.", velden={"wachttijd_bron": "Kies hoe je dat weet."})
        wachtende.wachttijd_dagen, wachtende.wachttijd_bron = wachttijd_dagen, wachttijd_bron
        wachtende.wachttijd_op = wachttijd_op
        wachtende.save(update_fields=["wachttijd_dagen", "wachttijd_bron", "wachttijd_op"])
        log(wie, wachtende, "wachttijd")
    return wachtende
