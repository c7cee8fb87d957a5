"""The turns of an item: whose move, until when, on what ground."""

from datetime import date
from uuid import UUID

from django.urls import reverse

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.toezeggingen.models import Afdoening, Raadsstuk
from jeugdregio.beurten.actions import laat_vervallen, open_beurt, rond_af, verzet
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from recht.datum import datum_kort


def sleutel_afdoen(stuk_id: UUID) -> str:
    """Key of the turn to propose how the item is settled."""
    return f"raadsstuk:{stuk_id}:afdoen"


def sleutel_beoordelen(afdoening_id: UUID) -> str:
    """Key of the turn to judge one proposal."""
    return f"afdoening:{afdoening_id}:beoordelen"


def grond(stuk: Raadsstuk) -> str:
    """Return on what ground the college must act, with the council and the kind of meeting."""
    soort, waar = stuk.get_soort_display(), stuk.get_vergadering_display().lower()
    return f"{soort}, raad van {stuk.gemeente}, {waar} van {datum_kort(stuk.vergadering_op)}"


def open_afdoen(stuk: Raadsstuk, stappen: tuple[str, ...], ronde: str = "") -> None:
    """Give the college its turn; `ronde` makes it a new one after the former was done."""
    open_beurt(
        sleutel=sleutel_afdoen(stuk.pk) + ronde,
        soort="raadsstuk_afdoen",
        titel=f"{stuk.get_soort_display()} afdoen",
        kenmerk=stuk.nummer,
        tekst=stuk.kern,
        organisatie=stuk.gemeente,
        rol=Rol.BELEID,
        begon_op=stuk.vergadering_op if not ronde else vandaag(),
        uiterlijk=stuk.uiterlijk,
        grondslag=grond(stuk),
        uitleg=stappen,
        handeling="Stel afdoening voor",
        pad=reverse("toezeggingen:stuk", args=[stuk.pk]),
        escalatie=f"Portefeuillehouder: {stuk.portefeuillehouder}",
    )


def sluit_afdoen(stuk: Raadsstuk) -> None:
    """Close the turn of the college, in whatever round or quarter it is."""
    rond_af(*_open_sleutels(stuk))


def verzet_afdoen(stuk: Raadsstuk, stappen: tuple[str, ...]) -> None:
    """Move the turn of the college to the new day."""
    for sleutel in _open_sleutels(stuk):
        verzet(sleutel, stuk.uiterlijk, stappen)


def vraag_opnieuw(stuk: Raadsstuk, kwartaal: date) -> None:
    """Nobody answered this quarter: the turn lapses and comes back, for the next quarter and with what was missed."""
    laat_vervallen(*_open_sleutels(stuk))
    uitleg = (
        f"Zodra er nieuws is: elk kwartaal een bericht. Op {datum_kort(stuk.uiterlijk)} kwam er geen bericht.",
        f"Stuur het alsnog; het volgende kwartaal eindigt op {datum_kort(kwartaal)}.",
    )
    open_afdoen(stuk, uitleg, ronde=f":kwartaal:{kwartaal.isoformat()}")


def _open_sleutels(stuk: Raadsstuk) -> list[str]:
    beurten = Beurt.objects.filter(sleutel__startswith=sleutel_afdoen(stuk.pk), staat=Beurt.Staat.OPEN)
    return list(beurten.values_list("sleutel", flat=True))


def open_beoordelen(afdoening: Afdoening) -> None:
    """Give the council's registry the turn to judge a proposal."""
    stuk = afdoening.stuk
    open_beurt(
        sleutel=sleutel_beoordelen(afdoening.pk),
        soort="afdoening_beoordelen",
        titel="Afdoening beoordelen",
        kenmerk=stuk.nummer,
        tekst=afdoening.document,
        organisatie=stuk.gemeente,
        rol=Rol.GRIFFIER,
        begon_op=vandaag(),
        uiterlijk=None,
        grondslag=grond(stuk),
        handeling="Beoordeel",
        pad=reverse("toezeggingen:stuk", args=[stuk.pk]),
        wachtende=stuk.gemeente,
    )
