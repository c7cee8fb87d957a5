"""Meetings of the three tables: one that was held with its decision and actions, one that comes, one being prepared."""

from datetime import date, time, timedelta

from jeugdregio.basis import klok
from jeugdregio.bestuur.vergaderen import acties, actions
from jeugdregio.bestuur.vergaderen.actions import NieuwPunt
from jeugdregio.bestuur.vergaderen.models import Agendapunt, Vergadering
from jeugdregio.bestuur.vergaderen.tafel import deelnemers_op
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.verteller import Verteller
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from recht.kalender import volgende_werkdag, werkdagen_erbij


def laad_vergaderingen(register: Register, vandaag: date) -> None:
    """Tell by the real acts how one subject went up the line, and what lies on the agenda now."""
    verteller = Verteller(register, vandaag)
    secretaris = verteller.wie(register.op_sleutel["regio"], Rol.SECRETARIS)
    ambtelijk = _houd(secretaris, "ambtelijk", volgende_werkdag(vandaag - timedelta(days=50)), None)
    management = _houd(secretaris, "management", volgende_werkdag(vandaag - timedelta(days=30)), ambtelijk)
    with klok.op(volgende_werkdag(vandaag - timedelta(days=30))):
        _neem_besluit(secretaris, management, register)
    _komend(secretaris, verteller.wie(register.gemeenten[2], Rol.BELEID), management, vandaag)


def _houd(secretaris: Wie, tafel: str, op: date, vorig: Agendapunt | None) -> Agendapunt:
    with klok.op(op - timedelta(days=18)):
        vergadering = actions.plan(secretaris, tafel=tafel, op=op, aanvang=time(10), plaats="Stadhuis Lelystad")
        punt = actions.agendeer(
            secretaris, vergadering.pk,
            NieuwPunt(
                onderwerp="Wachttijd voor ambulante hulp", doel="bespreking", zichtbaarheid="raden",
                vraag="Welke gegevens laten we aanbieders elke maand geven?", vorig_id=vorig.pk if vorig else None,
            ),
        )  # fmt: skip
        actions.voeg_stuk_toe(
            secretaris, punt.pk, titel="Notitie wachttijd", zichtbaarheid="raden",
            tekst="Aanbieders geven nu op eigen moment door hoe lang kinderen wachten. Deze notitie stelt een dag "
            "in de maand voor, met de bron en de dag van controle erbij. Onbekend blijft onbekend.",
        )  # fmt: skip
        vergadering.refresh_from_db()
        actions.verstuur(secretaris, vergadering.pk, versie=vergadering.versie)
    with klok.op(op):
        vergadering.refresh_from_db()
        soorten = ("aanwezig", "aanwezig", "vervangen", "aanwezig", "aanwezig")
        wie = [
            (gemeente.pk, soort, f"vertegenwoordiger van {gemeente}")
            for gemeente, soort in zip(deelnemers_op(op), soorten, strict=False)
        ]
        actions.houd(secretaris, vergadering.pk, versie=vergadering.versie, aanwezigen=wie)
        if tafel == "ambtelijk":
            actions.rond_punt_af(secretaris, punt.pk, staat="behandeld", reden="Naar de managementtafel.")
    return punt


def _neem_besluit(secretaris: Wie, punt: Agendapunt, register: Register) -> None:
    actions.besluit(
        secretaris, punt.pk, aard="overleg", zichtbaarheid="raden",
        tekst="Aanbieders geven op de eerste werkdag van de maand de wachttijd per product en plek door.",
    )  # fmt: skip
    dag = klok.vandaag()
    acties.spreek_af(
        secretaris, punt.pk, tekst="Aanbieders schriftelijk vragen om de maandelijkse opgave",
        organisatie=register.op_sleutel["regio"], uiterlijk=dag + timedelta(days=14),
    )  # fmt: skip
    acties.spreek_af(
        secretaris, punt.pk, tekst="Uitleg voor de eigen toegang schrijven", organisatie=register.gemeenten[2],
        uiterlijk=dag + timedelta(days=45),
    )  # fmt: skip


def _komend(secretaris: Wie, beleid: Wie, eerder: Agendapunt, vandaag: date) -> None:
    op = werkdagen_erbij(vandaag, 14)
    vergadering: Vergadering = actions.plan(
        secretaris, tafel="bestuurlijk", op=op, aanvang=time(13, 30), plaats="Provinciehuis"
    )
    actions.agendeer(
        secretaris, vergadering.pk,
        NieuwPunt(
            onderwerp="Wachttijd: eerste cijfers", doel="bespreking", zichtbaarheid="raden", vorig_id=eerder.pk,
            vraag="Wat zien we, en waar helpen we elkaar?",
        ),
    )  # fmt: skip
    # Brought in without the table below: it is on the agenda as sent back, and waits at Lelystad.
    actions.agendeer(
        beleid, vergadering.pk,
        NieuwPunt(
            onderwerp="Verlenging na verwijzing door de huisarts", doel="besluit", zichtbaarheid="delegaties",
            vraag="Kan de gemeente eerder worden betrokken bij verlenging?",
        ),
    )  # fmt: skip
