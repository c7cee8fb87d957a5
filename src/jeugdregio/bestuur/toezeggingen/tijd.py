"""What happens because a day comes: every quarter the college is asked again for news. Run by the worker, each day."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.toezeggingen import beurten, termijnen
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk, Stap
from jeugdregio.organisaties.wie import systeem

NAAM = "systeem: de kalender"
WAT = "Kwartaal voorbij zonder bericht"
_BIJ_COLLEGE = (Raadsstuk.Staat.GEREGISTREERD, Raadsstuk.Staat.IN_BEHANDELING)


def herinner_per_kwartaal() -> int:
    """Ask again where a quarter ended without a message; return for how many items. The missed day stays late."""
    zonder_nieuws = Raadsstuk.objects.filter(
        datumsoort=Raadsstuk.Datumsoort.NIEUWS, staat__in=_BIJ_COLLEGE, uiterlijk__lt=vandaag()
    )
    return sum(_herinner(pk) for pk in zonder_nieuws.values_list("pk", flat=True))


@transaction.atomic
def _herinner(stuk_id: UUID) -> bool:
    """Ask again for one item, once a quarter."""
    stuk = Raadsstuk.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=stuk_id)
    if stuk.staat not in _BIJ_COLLEGE or stuk.uiterlijk >= vandaag():
        return False
    gemist, kwartaal = _kwartaal(stuk.uiterlijk)
    if stuk.stappen.filter(wat=WAT, nieuwe_datum=kwartaal).exists():
        return False
    Stap.objects.create(
        stuk=stuk, wat=WAT, nieuwe_datum=kwartaal, namens=stuk.gemeente,
        tekst=f"Er is {gemist} keer gevraagd om nieuws; er kwam geen bericht.",
    )  # fmt: skip
    beurten.vraag_opnieuw(stuk, kwartaal)
    wie = systeem(stuk.gemeente, NAAM)
    leg_vast(wie, "raadsstuk.stap", soort="raadsstuk", onderwerp_id=stuk.pk, gegevens={"stap": WAT})
    return True


def _kwartaal(gemist_op: date) -> tuple[int, date]:
    """Return how many quarters went by without news, and the end of the one that runs now."""
    aantal, einde = 0, gemist_op
    while einde < vandaag():
        aantal += 1
        einde = termijnen.kwartalen_erbij(gemist_op, aantal)
    return aantal, einde
