"""Acts after the session: the advice, what the referrer does with it, and looking back after some months.

The advice is urgent and not binding: the referrer keeps the direction, and says what it does with it.
"""

from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import open_beurten, rond_af
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.opschaling import beurten
from jeugdregio.toegang.opschaling.anoniem import eis_zonder_naam
from jeugdregio.toegang.opschaling.casussen import Staat, eis_tekst, log_casus, pak_casus
from jeugdregio.toegang.opschaling.gasten import beeindig_gasten
from jeugdregio.toegang.opschaling.models import Advies, AndersInzet, Casusvraag, Opvolging
from jeugdregio.toegang.opschaling.permissions import eis_secretaris
from jeugdregio.toegang.opschaling.trajecten import Verder, regel_zonder_expertteam, verplaats
from jeugdregio.toegang.permissions import eis_toegang


def adviseer(wie: Wie, casus_id: UUID, *, versie: int, tekst: str, waarom: str) -> Advies:
    """Record the advice after the session; the referrer is to react, and all look back after some months."""
    with transaction.atomic():
        casus = pak_casus(wie, casus_id, versie, (Staat.GEPLAND,))
        eis_secretaris(wie, casus.team)
        velden = {"tekst": tekst, "waarom": waarom}
        eis_tekst(velden)
        eis_zonder_naam(casus.stap.opschaling.hulpvraag.kind, velden)
        zitting = casus.agendapunt.zitting
        if zitting.op > vandaag():
            raise Geweigerd("De zitting is nog niet geweest. Leg het advies vast op of na die dag.")
        advies = Advies.objects.create(
            casusvraag=casus, tekst=tekst.strip(), waarom=waarom.strip(), op=vandaag(), door=wie.gebruikersnaam
        )
        _naar(casus, Staat.GEADVISEERD)
        rond_af(beurten.sleutel_stap(casus.stap_id), *beurten.sleutels_voorbereiden(casus.agendapunt))
        open_beurten([beurten.reageren(casus), beurten.terugkijken(casus, advies.op)])
        log_casus(wie, casus, "geadviseerd")
    return advies


def reageer(wie: Wie, casus_id: UUID, *, versie: int, reactie: str, reden: str, verder_op: str) -> Advies:
    """Say as referrer whether the advice is followed (why not), and at which level the case goes on."""
    eis_toegang(wie)
    with transaction.atomic():
        casus = pak_casus(wie, casus_id, versie, (Staat.GEADVISEERD,))
        opschaling = casus.stap.opschaling
        if reactie not in Advies.Reactie.values:
            raise Geweigerd("Kies wat je met het advies doet.", velden={"reactie": "Kies wat je doet."})
        eis_tekst({"reden": reden})
        regel = regel_zonder_expertteam(opschaling.gemeente, verder_op)
        advies = casus.advies
        advies.reactie, advies.reactie_reden = reactie, reden.strip()
        advies.gereageerd_op, advies.gereageerd_door = vandaag(), wie.gebruikersnaam
        advies.save(update_fields=["reactie", "reactie_reden", "gereageerd_op", "gereageerd_door"])
        _naar(casus, Staat.GEREAGEERD)
        rond_af(beurten.sleutel_casus(casus.pk, "reageren"))
        naar = Verder(niveau=verder_op, reden=f"{advies.get_reactie_display()}. {reden}", geprobeerd=casus.geprobeerd)
        verplaats(wie, opschaling, regel, naar)
        log_casus(wie, casus, "gereageerd", {"reactie": reactie})
    return advies


def kijk_terug(wie: Wie, casus_id: UUID, *, versie: int, wat_gebeurde: str, voorkomen: str, geleerd: str) -> Opvolging:
    """Write down after some months what became of the help; from then on nobody of the team sees the case.

    Raises Geweigerd before the day on which all look back.
    """
    eis_toegang(wie)
    with transaction.atomic():
        casus = pak_casus(wie, casus_id, versie, (Staat.GEREAGEERD,))
        dag = beurten.terugkijkdag(casus, casus.advies.op)
        if vandaag() < dag:
            raise Geweigerd(
                f"Terugkijken kan vanaf {dag:%d-%m-%Y}, {casus.team.opvolgen_maanden} maanden na het advies."
            )
        velden = {"wat_gebeurde": wat_gebeurde, "geleerd": geleerd}
        eis_tekst(velden)
        eis_zonder_naam(casus.stap.opschaling.hulpvraag.kind, velden)
        if voorkomen not in AndersInzet.Voorkomen.values:
            raise Geweigerd("Kies een antwoord.", velden={"voorkomen": "Kies een antwoord."})
        opvolging = Opvolging.objects.create(
            casusvraag=casus, op=vandaag(), voorkomen=voorkomen, door=wie.gebruikersnaam,
            **{naam: tekst.strip() for naam, tekst in velden.items()},
        )  # fmt: skip
        _naar(casus, Staat.AFGEROND)
        rond_af(beurten.sleutel_casus(casus.pk, "terugkijken"))
        beeindig_gasten(wie, casus, "Er is teruggekeken; de casus is afgerond.")
        log_casus(wie, casus, "teruggekeken", {"voorkomen": voorkomen})
    return opvolging


def _naar(casus: Casusvraag, staat: str) -> None:
    casus.staat = staat
    casus.save(update_fields=["staat"])
