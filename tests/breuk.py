"""Breaking the road at any statement, and what must come out all the same.

The steps below are what people and systems do, each in a form that may be done again after a crash: a sender that got
no answer sends again, a person that sees the request still open decides again, the worker does its round.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Aanstelling
from jeugdregio.organisaties.wie import Wie, wie_is
from jeugdregio.postbus.actions import bezorg, ontvang, ontvang_en_verwerk, verwerk_openstaand
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Kind, Levering, Toewijzing, Verzoek, VerzoekRegel
from jeugdregio.toegang.toestemming.actions import leg_afweging_vast
from tests.berichten import aangevraagd, jw315_xml
from tests.mensen import test_bsn

ONTVANGST, START = date(2026, 9, 10), date(2026, 9, 28)


class Gebroken(BaseException):
    """The process is gone. Not an Exception: nothing may catch it."""


class BreekBij:
    """Counts statements and calls `breek` before the n-th (from 1); 0 never breaks."""

    def __init__(self, nummer: int, breek: Callable[[], None]) -> None:
        self.nummer, self.geteld, self._breek = nummer, 0, breek

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.geteld += 1
        if self.geteld == self.nummer:
            self._breek()
        return execute(sql, params, many, context)


def wie(naam: str) -> Wie:
    """Return a person of the test region by name."""
    gevonden = wie_is(Aanstelling.objects.get(gebruiker__naam=naam).gebruiker)
    assert gevonden is not None
    return gevonden


def vraag_aan() -> None:
    """The provider's system sends its request until it has an answer."""
    with klok.op(ONTVANGST):
        ontvang_en_verwerk(jw315_xml(), kanaal="api")


def bereid_voor() -> None:
    """Residence and a measure of the court are on record."""
    with klok.op(ONTVANGST):
        verzoek = Verzoek.objects.get()
        actions.bevestig_woonplaats(wie("Fatima"), verzoek.kind_id, date(2020, 1, 1), "BRP")
        leg_afweging_vast(wie("Fatima"), verzoek.pk, "Ondertoezichtstelling", grond="maatregel")


def wijs_toe() -> None:
    """Fatima assigns when the request is still open."""
    with klok.op(ONTVANGST):
        verzoek = Verzoek.objects.get()
        open_ = list(verzoek.regels.filter(staat=VerzoekRegel.Staat.OPEN).values_list("pk", flat=True))
        if open_:
            actions.wijs_toe(wie("Fatima"), verzoek.pk, open_, versie=verzoek.versie)


def werk() -> None:
    """The worker does its round until nothing waits; by now it is the day on which help starts."""
    with klok.op(START):
        while sum(verwerk_openstaand()) + sum(bezorg()):
            continue


def meld_start() -> None:
    """Noor reports the start when it is not there yet."""
    with klok.op(START):
        verwerk_openstaand()
        if not Levering.objects.exists():
            actions.meld_start(wie("Noor"), Toewijzing.objects.get().pk, START)
        while sum(bezorg()):
            continue


STAPPEN: dict[str, Callable[[], None]] = {
    "vraag_aan": vraag_aan,
    "bereid_voor": bereid_voor,
    "wijs_toe": wijs_toe,
    "werk": werk,
    "meld_start": meld_start,
}


def eindstand() -> dict[str, object]:
    """Return everything that counts, without what a second attempt rightly adds (messages sent twice, looks)."""
    berichten = Bericht.objects.exclude(staat=Bericht.Staat.HERHAALD)
    return {
        "berichten": sorted(berichten.values_list("richting", "soort", "staat", "aantal_bevindingen")),
        "kinderen": Kind.objects.count(),
        "verzoeken": sorted(Verzoek.objects.values_list("kenmerk", "versie")),
        "regels": sorted(VerzoekRegel.objects.values_list("referentie_aanbieder", "staat")),
        "toewijzingen": sorted(Toewijzing.objects.values_list("nummer", "code", "ingangsdatum")),
        "leveringen": sorted(Levering.objects.values_list("begindatum")),
        "beurten": sorted(Beurt.objects.values_list("soort", "staat", "uiterlijk")),
        "logboek": sorted(
            Regel.objects.filter(
                handeling__in=["verzoek.ontvangen", "verzoek.toegewezen", "levering.gestart", "kind.aangemaakt"]
            ).values_list("handeling", flat=True)
        ),
    }  # fmt: skip


def vul(aantal: int) -> None:
    """Store requests for as many children, each twice, without handling them."""
    with klok.op(ONTVANGST):
        for nummer in range(aantal):
            inhoud = jw315_xml(
                aangevraagd(f"REF-{nummer}"),
                bsn=test_bsn(100 + nummer),
                identificatie=f"V{nummer}",
                naam=f"Kind{nummer}",
            )
            for _ in range(2):
                ontvang(inhoud, kanaal="map")


def tel() -> dict[str, int]:
    """Count what two workers made of it."""
    return {
        "verzoeken": Verzoek.objects.count(),
        "antwoorden": Bericht.objects.filter(soort="JW316").count(),
        "herhaald": Bericht.objects.filter(staat=Bericht.Staat.HERHAALD).count(),
        "kinderen": Kind.objects.count(),
        "wachtend": Bericht.objects.filter(staat=Bericht.Staat.ONTVANGEN).count(),
        "nummers": len(set(Bericht.objects.filter(soort="JW316").values_list("identificatie", flat=True))),
    }
