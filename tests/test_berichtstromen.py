"""Every flow that the standard names (`proces/berichtstromen`), played by the people whose work it is.

A municipality and a provider that both work here do what the flow says; what counts is which messages that gives, in
which order. `docs/naslag/berichtstromen.md` says of every flow, also those outside that list, which test plays it.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.test import TestCase

from ijw import lees
from ijw.berichten import jw301, jw305, jw307, jw315, jw317, jw319
from jeugdregio.basis import klok
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Toewijzing, Verzoek
from jeugdregio.toegang.tests.hulp import maak_klaar
from jeugdregio.toegang.wijzigen.actions import Gewenst, ken_toe, vraag_wijziging
from tests.berichten import aangevraagd, jw315_xml
from tests.mensen import Regiomensen
from tests.shared import REGELS, heeft_shared

EERSTE_DAG = date(2026, 9, 28)
BLAD = Path(__file__).parents[1] / "docs/naslag/berichtstromen.md"
WIJZIGING = {"nieuw": "1", "weg": "3"}
TIJDELIJK, DEFINITIEF = "20", "31"


class Spel:
    """One flow: a day passes with every act."""

    def __init__(self, regio: Regiomensen) -> None:
        self.regio, self.dag = regio, EERSTE_DAG

    @property
    def verzoek(self) -> Verzoek:
        return Verzoek.objects.latest("ontvangen_op", "kenmerk")

    @property
    def toewijzing(self) -> Toewijzing:
        return Toewijzing.objects.get()

    def doe(self, daad: "Daad") -> None:
        self.dag += timedelta(days=1)
        with klok.op(self.dag), TestCase.captureOnCommitCallbacks(execute=True), transaction.atomic():
            daad(self)


Daad = Callable[[Spel], object]


def vot(s: Spel) -> None:
    """Provider: a request for assignment."""
    product = aangevraagd("REF-1", toewijzing_ingangsdatum=s.dag, toewijzing_einddatum=s.dag + timedelta(days=300))
    inhoud = jw315_xml(product, dagtekening=s.dag)
    ontvang_en_verwerk(inhoud, kanaal="api", aangeboden_door=s.regio.de_brug)
    maak_klaar(s.regio, s.verzoek.kind, s.dag)


def wijs_toe(s: Spel) -> None:
    actions.wijs_toe(s.regio.fatima, s.verzoek.pk, _regels(s.verzoek), versie=s.verzoek.versie)


def onderzoek(s: Spel) -> None:
    actions.neem_in_onderzoek(s.regio.fatima, s.verzoek.pk, versie=s.verzoek.versie)


def wijs_af(s: Spel) -> None:
    v = s.verzoek
    actions.wijs_af(s.regio.fatima, v.pk, _regels(v), "4", "Dit is er al.", versie=v.versie, andere_gemeente="")


def wijs_af_om_woonplaats(s: Spel) -> None:
    v = s.verzoek
    actions.wijs_af(s.regio.fatima, v.pk, _regels(v), "8", "Woont daar.", versie=v.versie, andere_gemeente="0303")


def vow(s: Spel) -> None:
    """Provider: a request for change, longer than was assigned."""
    wens = Gewenst(
        einddatum=(s.toewijzing.einddatum or s.dag) + timedelta(days=60), volume=s.toewijzing.volume, vanaf=s.dag
    )  # fmt: skip
    vraag_wijziging(s.regio.noor, s.toewijzing.pk, "1", {s.toewijzing.pk: wens}, [])


def ken_vow_toe(s: Spel) -> None:
    ken_toe(s.regio.fatima, s.verzoek.pk, versie=s.verzoek.versie, afgestemd="Noor")


def start(s: Spel) -> None:
    actions.meld_start(s.regio.noor, s.toewijzing.pk, s.dag)


def stop_tijdelijk(s: Spel) -> None:
    actions.meld_stop(s.regio.noor, s.toewijzing.pk, s.dag, TIJDELIJK)


def stop(s: Spel) -> None:
    actions.meld_stop(s.regio.noor, s.toewijzing.pk, s.dag, DEFINITIEF)


def verwijder_start(s: Spel) -> None:
    actions.verwijder_start(s.regio.noor, s.toewijzing.pk)


def corrigeer_start(s: Spel) -> None:
    actions.corrigeer_start(s.regio.noor, s.toewijzing.pk, s.dag)


def verwijder_stop(s: Spel) -> None:
    actions.verwijder_stop(s.regio.noor, s.toewijzing.pk)


def corrigeer_stop(s: Spel) -> None:
    actions.corrigeer_stop(s.regio.noor, s.toewijzing.pk, s.dag, DEFINITIEF)


def _regels(verzoek: Verzoek) -> list[object]:
    return [regel.pk for regel in verzoek.regels.all()]


TOEGEWEZEN: tuple[Daad, ...] = (vot, wijs_toe)
STROMEN: dict[str, tuple[tuple[Daad, ...], list[str]]] = {
    "VOT direct toewijzen": ((vot, wijs_toe), ["VOT", "toewijzing"]),
    "VOT toewijzen na onderzoek": ((vot, onderzoek, wijs_toe), ["VOT", "onderzoek", "toewijzing"]),
    "VOT direct afwijzen": ((vot, wijs_af), ["VOT", "afwijzing 4"]),
    "VOT afwijzen na onderzoek": ((vot, onderzoek, wijs_af), ["VOT", "onderzoek", "afwijzing 4"]),
    "VOT afwijzen om de woonplaats": (
        (vot, onderzoek, wijs_af_om_woonplaats), ["VOT", "onderzoek", "afwijzing 8 gemeente 0303"],
    ),
    "VOW direct toewijzen": ((*TOEGEWEZEN, vow, ken_vow_toe), ["VOT", "toewijzing", "VOW", "toewijzing"]),
    "VOW toewijzen na onderzoek": (
        (*TOEGEWEZEN, vow, onderzoek, ken_vow_toe), ["VOT", "toewijzing", "VOW", "onderzoek", "toewijzing"],
    ),
    "VOW direct afwijzen": ((*TOEGEWEZEN, vow, wijs_af), ["VOT", "toewijzing", "VOW", "afwijzing 4"]),
    "VOW afwijzen na onderzoek": (
        (*TOEGEWEZEN, vow, onderzoek, wijs_af), ["VOT", "toewijzing", "VOW", "onderzoek", "afwijzing 4"],
    ),
    "stop na start": ((*TOEGEWEZEN, start, stop), ["VOT", "toewijzing", "start", "stop 31"]),
    "tijdelijke stop na start": ((*TOEGEWEZEN, start, stop_tijdelijk), ["VOT", "toewijzing", "start", "stop 20"]),
    "definitieve stop na tijdelijke stop": (
        (*TOEGEWEZEN, start, stop_tijdelijk, stop), ["VOT", "toewijzing", "start", "stop 20", "stop 31"],
    ),
    "start na tijdelijke stop": (
        (*TOEGEWEZEN, start, stop_tijdelijk, start), ["VOT", "toewijzing", "start", "stop 20", "start"],
    ),
    "start na definitieve stop": (
        (*TOEGEWEZEN, start, stop, start), ["VOT", "toewijzing", "start", "stop 31", "start"],
    ),
    "verwijderen start": ((*TOEGEWEZEN, start, verwijder_start), ["VOT", "toewijzing", "start", "start weg"]),
    "correctie start": ((*TOEGEWEZEN, start, corrigeer_start), ["VOT", "toewijzing", "start", "start weg", "start"]),
    "verwijderen stop": (
        (*TOEGEWEZEN, start, stop, verwijder_stop), ["VOT", "toewijzing", "start", "stop 31", "stop 31 weg"],
    ),
    "correctie stop": (
        (*TOEGEWEZEN, start, stop, corrigeer_stop),
        ["VOT", "toewijzing", "start", "stop 31", "stop 31 weg", "stop 31"],
    ),
}  # fmt: skip


def _verstuurd() -> Iterator[str]:
    """What the messages say, in order; return messages aside. One message may hold a removal and what replaces it."""
    for rij in Bericht.objects.order_by("ontvangen_op"):
        match lees(bytes(rij.inhoud)).bericht:
            case jw315.Bericht():
                yield "VOT"
            case jw317.Bericht():
                yield "VOW"
            case jw301.Bericht():
                yield "toewijzing"
            case jw319.Bericht(antwoord=antwoord):
                elders = antwoord.woonplaatsbeginsel
                gemeente = f" gemeente {elders.gemeente}" if elders else ""
                afgewezen = f"afwijzing {antwoord.reden_afwijzing_verzoek}{gemeente}"
                yield "onderzoek" if antwoord.verzoek_antwoord == "2" else afgewezen
            case jw305.Bericht(client=client):
                for gestart in client.start_producten:
                    yield "start weg" if gestart.status_aanlevering == WIJZIGING["weg"] else "start"
            case jw307.Bericht(client=client):
                for gestopt in client.stop_producten:
                    weg = " weg" if gestopt.status_aanlevering == WIJZIGING["weg"] else ""
                    yield f"stop {gestopt.reden_beeindiging}{weg}"


@pytest.mark.django_db
@pytest.mark.parametrize("naam", STROMEN)
def test_de_stroom_gaat_zoals_de_standaard_zegt(regio: Regiomensen, naam: str) -> None:
    daden, verwacht = STROMEN[naam]
    spel = Spel(regio)
    for daad in daden:
        spel.doe(daad)
    assert list(_verstuurd()) == verwacht
    assert not Bericht.objects.filter(aantal_bevindingen__gt=0).exists()


@heeft_shared
def test_elke_stroom_van_de_standaard_is_erbij() -> None:
    """The standard names eighteen flows; "stop after start" and "definitive stop after start" are one, and a start may
    follow either kind of stop."""
    tekst = (REGELS.parent / "proces/berichtstromen").read_text(encoding="utf-8")
    genoemd = [regel for regel in tekst.splitlines() if re.match(r"[A-Za-z ]+ ?: ?JW3", regel)]
    assert len(genoemd) == len(STROMEN)


def test_het_blad_noemt_alleen_toetsen_die_er_zijn() -> None:
    blad = BLAD.read_text(encoding="utf-8")
    genoemd = re.findall(r"`((?:src|tests)/[\w./]+\.py)::(test_\w+)`", blad)
    assert len(genoemd) > 10
    for pad, toets in genoemd:
        assert f"def {toets}(" in (BLAD.parents[2] / pad).read_text(encoding="utf-8"), (pad, toets)
