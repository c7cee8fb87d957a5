"""The turns of a decision: write, read a second time, sign, send, carry out. Each closes the last, opens the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, heropen, laat_vervallen, open_beurten, rond_af, verzet
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.termijnen.models import Klok

BESLISTERMIJN = "awb-beslistermijn"


@dataclass(frozen=True)
class Stap:
    """One step: the title of its turn, what the button says, whose turn, on what ground."""

    titel: str
    handeling: str
    rol: str
    grondslag: str


STAPPEN: dict[str, Stap] = {
    "schrijven": Stap("Besluit afmaken", "Schrijf verder", Rol.TOEGANG, "Awb 4:13"),
    "tweede_blik": Stap(
        "Besluit nalezen (tweede blik)", "Lees na", Rol.TEAMLEIDER, "Afspraak van de gemeente over een tweede blik"
    ),
    "tekenen": Stap("Besluit tekenen", "Teken", Rol.TOEGANG, "Awb 10:3"),
    "verzenden": Stap("Besluit verzenden", "Verzend", Rol.TOEGANG, "Awb 3:40 en 3:41"),
    "uitvoeren": Stap(
        "Hulp regelen na het besluit", "Regel de hulp", Rol.TOEGANG, "Jeugdwet 2.3 lid 1: de hulp inzetten"
    ),
}


def sleutel(beschikking: Beschikking, stap: str) -> str:
    """Key of the turn of one step of a decision."""
    return f"besluit:{beschikking.pk}:{stap}"


def open_schrijven(beschikking: Beschikking) -> None:
    """Give the worker the draft, first or again."""
    _open(beschikking, "schrijven")


def open_tweede_blik(beschikking: Beschikking) -> None:
    """Give the team leader the draft to read."""
    _open(beschikking, "tweede_blik")


def open_tekenen(beschikking: Beschikking) -> None:
    """Give who may sign it the decision: the team leader where a budget is granted, else a worker."""
    _open(beschikking, "tekenen", rol=Rol.TEAMLEIDER if heeft_pgb(beschikking) else Rol.TOEGANG)


def open_verzenden(beschikking: Beschikking) -> None:
    """Give the worker the signed decision to send: it does not hold before."""
    _open(beschikking, "verzenden")


def open_uitvoeren(beschikking: Beschikking) -> None:
    """Give the worker what must follow from an announced decision, before the help begins."""
    eerste = min((r.ingangsdatum for r in beschikking.regels.all()), default=vandaag())
    uitleg = ("De hulp begint volgens het besluit op de genoemde dag; de aanbieder moet het voor die dag weten.",)
    _open(beschikking, "uitvoeren", uiterlijk=max(eerste, vandaag()), uitleg=uitleg)


def gedaan(beschikking: Beschikking, *stappen: str) -> None:
    """Close turns as done."""
    rond_af(*(sleutel(beschikking, stap) for stap in stappen))


def sluit_alles(beschikking: Beschikking) -> None:
    """Close every turn of a draft that was let go."""
    laat_vervallen(*(sleutel(beschikking, stap) for stap in STAPPEN))


def heeft_pgb(beschikking: Beschikking) -> bool:
    """Tell whether a budget is granted, changed or refused: that takes another mandate."""
    return any(regel.vorm == "pgb" for regel in beschikking.regels.all())


def beslisklok(beschikking: Beschikking) -> Klok | None:
    """Return the running term within which must be decided, if any."""
    lopend = Klok.objects.filter(hulpvraag=beschikking.hulpvraag_id, regel=BESLISTERMIJN, staat=Klok.Staat.LOOPT)
    return lopend.first()


def _open(
    beschikking: Beschikking, naam: str, *, rol: str = "", uiterlijk: date | None = None, uitleg: Sequence[str] = ()
) -> None:
    if uiterlijk is None and (klok := beslisklok(beschikking)) is not None:
        uiterlijk, uitleg = klok.einde, tuple(klok.uitleg)
    stap, code = STAPPEN[naam], sleutel(beschikking, naam)
    open_beurten([
        NieuweBeurt(
            sleutel=code, soort=f"besluit_{naam}", titel=stap.titel, tekst=beschikking.get_soort_display(),
            organisatie=beschikking.gemeente, rol=rol or stap.rol, begon_op=vandaag(), uiterlijk=uiterlijk,
            grondslag=stap.grondslag, uitleg=uitleg, handeling=stap.handeling,
            pad=reverse("beschikkingen:besluit", args=[beschikking.pk]), aanduiding=aanduiding(beschikking.kind),
            kenmerk=beschikking.kenmerk, kind_id=beschikking.kind_id, escalatie="Teamleider toegang",
        )
    ])  # fmt: skip
    if heropen(code):
        verzet(code, uiterlijk, uitleg)
