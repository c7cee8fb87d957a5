"""The turns of the register: agree to a mandate, and look in time at one that ends."""

from datetime import date, timedelta

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.keten import beeindigd_op, instemmers
from jeugdregio.bestuur.mandaten.models import Mandaat
from jeugdregio.bestuur.mandaten.namen import partij, zin
from jeugdregio.bestuur.mandaten.permissions import tekenrollen
from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten, rond_af
from jeugdregio.organisaties.models import Organisatie

# Our own choice: a college needs about two months to prepare and take a decision.
OP_TIJD = timedelta(weeks=9)
_INSTEMMEN = timedelta(weeks=6)


def sleutel_instemming(mandaat: Mandaat, organisatie_id: object) -> str:
    """Key of the turn to agree to a mandate."""
    return f"mandaat:{mandaat.pk}:instemming:{organisatie_id}"


def sleutel_afloop(mandaat: Mandaat) -> str:
    """Key of the turn to look at a mandate that ends."""
    return f"mandaat:{mandaat.pk}:afloop"


def vraag_instemming(mandaat: Mandaat) -> None:
    """Open the turns of who must agree (Awb 10:4)."""
    nodig = Organisatie.objects.filter(pk__in=instemmers(mandaat))
    open_beurten(
        NieuweBeurt(
            sleutel=sleutel_instemming(mandaat, o.pk), soort="mandaat_instemming", titel="Instemmen met een mandaat",
            tekst=f"{zin(partij(mandaat.gever, mandaat.gever_functie))} gaf {mandaat.soort}: {mandaat.besluit}.",
            organisatie=o, rol=tekenrollen(o)[0], wachtende=mandaat.gever, begon_op=vandaag(),
            uiterlijk=max(vandaag(), mandaat.van, vandaag() + _INSTEMMEN), grondslag="Awb 10:4 lid 1",
            handeling="Bekijk het mandaat", pad=f"/mandaten/{mandaat.pk}/",
            uitleg=("Zonder instemming, met datum, is de keten niet compleet.", "Zes weken is een eigen werkafspraak."),
            escalatie="Secretaris van het regiokantoor",
        )
        for o in nodig
    )  # fmt: skip


def ingestemd(mandaat: Mandaat, organisatie: Organisatie) -> None:
    """Close the turn of who agreed."""
    rond_af(sleutel_instemming(mandaat, organisatie.pk))


def sluit(mandaat: Mandaat) -> None:
    """Close what waits for a mandate that is over."""
    laat_vervallen(*(sleutel_instemming(mandaat, o) for o in instemmers(mandaat)))
    rond_af(sleutel_afloop(mandaat))


def open_afloopbeurten(op: date) -> int:
    """Open a turn for each mandate that ends within nine weeks; return how many there are. Again changes nothing."""
    bijna = Mandaat.objects.filter(tot__range=(op, op + OP_TIJD)).select_related("gever", "ontvanger")
    eindigend = [m for m in bijna.prefetch_related("gebeurtenissen") if beeindigd_op(m) is None]
    open_beurten(_afloop(m, op) for m in eindigend)
    return len(eindigend)


def _afloop(mandaat: Mandaat, op: date) -> NieuweBeurt:
    wie = partij(mandaat.ontvanger, mandaat.ontvanger_functie)
    return NieuweBeurt(
        sleutel=sleutel_afloop(mandaat), soort="mandaat_afloop", titel="Mandaat loopt af",
        tekst=f"{mandaat.besluit}. Daarna mag {wie} dit niet meer. Vervang het, of laat het aflopen.",
        organisatie=mandaat.gever, rol=tekenrollen(mandaat.gever)[0], wachtende=mandaat.ontvanger, begon_op=op,
        uiterlijk=mandaat.tot, grondslag="Awb 10:1; het mandaatbesluit zelf", handeling="Bekijk het mandaat",
        pad=f"/mandaten/{mandaat.pk}/", uitleg=("Negen weken van tevoren: tijd voor een nieuw collegebesluit.",),
        escalatie="Gemeentesecretaris",
    )  # fmt: skip
