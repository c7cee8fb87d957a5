"""What happens because a day comes: a review opens, what was put off comes back. Run by the worker, and by hand."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.evalueren import open_evaluatie
from jeugdregio.bestuur.consent.models import Staat, Voorstel
from jeugdregio.bestuur.consent.overgangen import ga_naar
from jeugdregio.organisaties.wie import systeem

NAAM = "systeem: de kalender"


def werk() -> tuple[int, int]:
    """Open the reviews of today and earlier, and bring back what was put off; return how many of each."""
    vandaag_ = vandaag()
    aan_de_beurt = Q(staat=Staat.VAN_KRACHT, evaluatie_op__lte=vandaag_)
    aan_de_beurt |= Q(staat=Staat.AANGEHOUDEN, terug_op__lte=vandaag_)
    gedaan = [_werk_een(pk) for pk in Voorstel.objects.filter(aan_de_beurt).values_list("pk", flat=True)]
    return gedaan.count(Staat.EVALUATIE), gedaan.count(Staat.INTEGRATIE)


@transaction.atomic
def _werk_een(voorstel_id: UUID) -> str:
    """Take the step of one proposal, unless another worker was first; return the state it went to."""
    voorstel = Voorstel.objects.select_for_update().get(pk=voorstel_id)
    wie = systeem(voorstel.inbrenger_organisatie, NAAM)
    if voorstel.staat == Staat.VAN_KRACHT and voorstel.evaluatie_op and voorstel.evaluatie_op <= vandaag():
        open_evaluatie(wie, voorstel)
        return Staat.EVALUATIE
    if voorstel.staat == Staat.AANGEHOUDEN and voorstel.terug_op and voorstel.terug_op <= vandaag():
        ga_naar(wie, voorstel, Staat.INTEGRATIE, "De afgesproken dag is er")
        return Staat.INTEGRATIE
    return ""
