"""The twenty years of a file (Jeugdwet 7.3.8 lid 3): until when, what keeps it longer, and whose term has ended."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from jeugdregio.audit.models import Regel
from jeugdregio.basis.klok import AMSTERDAM, vandaag
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.bewaren.beletsel import beletselen_van
from jeugdregio.toegang.bewaren.beurt import open_beurt_voor
from jeugdregio.toegang.bewaren.models import Dossierverzoek
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.toestemming.models import Doel, Doelbinding
from recht import Uitkomst
from recht.bewaren import DOSSIER, dossier, verzoek
from recht.datum import datum_nl, jaren_erbij

Soort, Staat, Verzoeker = Dossierverzoek.Soort, Dossierverzoek.Staat, Dossierverzoek.Verzoeker
# Asking about a file is no change of it: else asking to destroy would keep it another twenty years.
GEEN_WIJZIGING = ("dossierverzoek",)


def bewaard_tot(kind: Kind) -> Uitkomst:
    """Return until when the file is kept without a request: twenty years after the last change (7.3.8). One query."""
    regels = Regel.objects.filter(kind_id=kind.pk, inzage=False).exclude(onderwerp_soort__in=GEEN_WIJZIGING)
    laatste = regels.aggregate(op=Max("tijdstip"))["op"] or kind.aangemaakt_op
    return dossier(laatste.astimezone(AMSTERDAM).date())


def houdt_tegen(verzoek: Dossierverzoek) -> Sequence[str]:
    """Return why this file must stay now. A family may ask at any time; without a request the term must have ended."""
    redenen = beletselen_van(verzoek.kind)
    if verzoek.verzoeker != Verzoeker.TERMIJN:
        return redenen
    tot = bewaard_tot(verzoek.kind).datum
    if tot is not None and tot > vandaag():
        redenen.append(f"Het dossier is gewijzigd en blijft tot {datum_nl(tot)} (Jeugdwet 7.3.8 lid 3).")
    if _langer().filter(toestemming__kind=verzoek.kind).exists():
        redenen.append("Het gezin stemde ermee in dat het dossier langer blijft (Jeugdwet 7.3.8 lid 3).")
    return redenen


@transaction.atomic
def zet_op_vernietigingslijst(dag: date) -> int:
    """The work of a day: a file whose term ended waits for the privacy officer to decide. Again changes nothing."""
    kinderen = [kind for kind in _verlopen(dag) if (tot := bewaard_tot(kind).datum) is not None and tot <= dag]
    for kind in kinderen:
        _zet_op_lijst(kind, dag)
    return len(kinderen)


def _verlopen(dag: date) -> list[Kind]:
    """Files that nobody changed for twenty years, are not kept longer, and wait for no decision yet."""
    grens = datetime.combine(jaren_erbij(dag, -DOSSIER.op(dag)), time.max, AMSTERDAM)
    later = Regel.objects.filter(kind_id=OuterRef("pk"), inzage=False, tijdstip__gt=grens)
    verzoeken = Dossierverzoek.objects.filter(kind=OuterRef("pk"), soort=Soort.VERNIETIGING)
    loopt = verzoeken.filter(~Q(staat=Staat.GEWEIGERD) | Q(langer_tot__gt=dag))
    gevonden = Kind.objects.filter(aangemaakt_op__lte=grens).select_related("gemeente").filter(
        ~Exists(later.exclude(onderwerp_soort__in=GEEN_WIJZIGING)), ~Exists(loopt),
        ~Exists(_langer().filter(toestemming__kind=OuterRef("pk"))),
    )  # fmt: skip
    return list(gevonden.order_by("pk"))


def _langer() -> QuerySet[Doelbinding]:
    return Doelbinding.objects.filter(
        doel=Doel.BEWAREN, toestemming__antwoord="ja", toestemming__ingetrokken_op__isnull=True
    )


def _zet_op_lijst(kind: Kind, dag: date) -> None:
    bewaard, binnen = bewaard_tot(kind), verzoek(dag)
    rij = Dossierverzoek.objects.create(
        kenmerk=kenmerk("D"), kind=kind, gemeente=kind.gemeente, soort=Soort.VERNIETIGING,
        verzoeker=Verzoeker.TERMIJN, ontvangen_op=dag, uiterlijk=binnen.datum or dag,
        uitleg=[*(s.tekst for s in bewaard.stappen), "Beslissen binnen een maand, zoals bij een verzoek."],
    )  # fmt: skip
    open_beurt_voor(rij, Rol.PRIVACY, "beslissen", "Bewaartermijn voorbij: beslissen over vernietigen")
