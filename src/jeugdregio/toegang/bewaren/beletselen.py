"""Why a file must stay now, as far as the rooms below know: help, questions, terms, measures, decisions, moves."""

from django.db.models import Q

from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.beschikkingen.models import Beschikking
from jeugdregio.toegang.beschikkingen.models import Staat as Besluitstaat
from jeugdregio.toegang.besluit import OPEN
from jeugdregio.toegang.bewaren.beletsel import zolang
from jeugdregio.toegang.bewaren.models import Dossierverzoek
from jeugdregio.toegang.models import Kind, TaakgerichteLevering, VerzoekRegel
from jeugdregio.toegang.overlap import lopend_vanaf
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.woonplaats.models import Overdracht
from jeugdregio.zorglandschap.ruimte.models import Reservering, Wachtende
from recht.datum import verjaardag
from recht.toestemming import MEERDERJARIG


def lopende_hulp(kind: Kind) -> str:
    """While help runs a file is needed for good care (7.3.8 lid 1)."""
    taak = TaakgerichteLevering.objects.filter(kind=kind, verwijderd_op__isnull=True)
    loopt = lopend_vanaf(vandaag()).filter(kind=kind).exists() or taak.filter(
        Q(einddatum__isnull=True) | Q(einddatum__gte=vandaag())
    ).exists()  # fmt: skip
    return zolang(loopt, "Er loopt nog hulp: zolang is een dossier nodig (Jeugdwet 7.3.8 lid 1).")


def open_verzoek(kind: Kind) -> str:
    """A request that waits for an answer needs its file."""
    wacht = VerzoekRegel.objects.filter(verzoek__kind=kind, staat__in=OPEN).exists()
    return zolang(wacht, "Een aanbieder wacht nog op antwoord op een verzoek (iJw OP274).")


def open_hulpvraag(kind: Kind) -> str:
    """A question for help that is not closed: somebody still works on it."""
    loopt = kind.hulpvragen.filter(afgesloten_op__isnull=True).exists()
    return zolang(loopt, "Er loopt nog een hulpvraag: sluit die eerst af (Jeugdwet 2.3).")


def wacht_op_hulp(kind: Kind) -> str:
    """A place on a waiting list or a place that is kept."""
    zelf = {"gemeente_id": kind.gemeente_id, "kenmerk": kind.kenmerk}
    wacht = Wachtende.objects.filter(**zelf, einde_op__isnull=True).exists()
    houdt = Reservering.objects.filter(**zelf, staat__in=("gevraagd", "aangenomen")).exists()
    return zolang(wacht or houdt, "Het kind staat nog op een wachtlijst of er is een plek voor vrijgehouden.")


def open_overdracht(kind: Kind) -> str:
    """A transfer that is not done needs its file."""
    klaar = (Overdracht.Staat.AANGESLOTEN, Overdracht.Staat.TERUGGENOMEN)
    loopt = kind.overdrachten.exclude(staat__in=klaar).exists()
    return zolang(loopt, "Het kind wordt nog overgedragen aan een andere gemeente (Jeugdwet 8.2.1).")


def lopende_maatregel(kind: Kind) -> str:
    """A measure or authorisation of the court that is in force."""
    loopt = kind.maatregelen.filter(
        Q(beeindigd_op__isnull=True) | Q(beeindigd_op__gte=vandaag()), Q(tot__isnull=True) | Q(tot__gte=vandaag())
    )
    # Without an end it lasts until eighteen: after that it keeps nothing.
    minderjarig = verjaardag(kind.geboortedatum, MEERDERJARIG.op(vandaag())) > vandaag()
    houdt = loopt.filter(Q() if minderjarig else Q(tot__isnull=False)).exists()
    return zolang(houdt, "Er geldt een maatregel of machtiging van de rechter (BW boek 1, titel 14).")


def lopende_termijn(kind: Kind) -> str:
    """A term of the law that runs: somebody still waits for an answer."""
    loopt = kind.klokken.filter(staat=Klok.Staat.LOOPT).exists()
    return zolang(loopt, "Er loopt nog een termijn waarop iemand wacht (Awb 4:13 en 7:10).")


def open_besluit(kind: Kind) -> str:
    """A decision that is not sent yet, or against which objection is still open."""
    besluiten = Beschikking.objects.filter(kind=kind)
    weg = (Besluitstaat.VERZONDEN, Besluitstaat.VERVALLEN)
    if besluiten.exclude(staat__in=weg).exists():
        return "Er ligt nog een besluit dat niet is verzonden (Jeugdwet 2.3)."
    kan = besluiten.filter(bezwaar_tot__gte=vandaag()).exists()
    return zolang(kan, "Tegen een besluit kan nog bezwaar worden gemaakt (Awb 6:7).")


def ander_verzoek(kind: Kind) -> str:
    """A request of the family to see, copy or correct the file: destroying would take away what it asks."""
    open_ = (Dossierverzoek.Staat.OPEN, Dossierverzoek.Staat.TOEGEWEZEN, Dossierverzoek.Staat.DEELS)
    loopt = kind.dossierverzoeken.filter(staat__in=open_).exclude(soort=Dossierverzoek.Soort.VERNIETIGING).exists()
    return zolang(loopt, "Er loopt nog een verzoek om inzage, kopie of verbetering (AVG art. 12 lid 3).")
