"""Taking back what a provider booked when it sent a message that the municipality did not take in."""

from collections.abc import Iterable
from datetime import date

from django.db.models import ProtectedError, QuerySet

from ijw.berichten import jw305, jw307
from ijw.berichten.basis import Product
from jeugdregio.basis.klok import nu
from jeugdregio.beurten.actions import heropen, laat_vervallen, rond_af
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.besluit import beurt_beantwoorden
from jeugdregio.toegang.beurten import sleutel_start, sleutel_stop
from jeugdregio.toegang.dossier import TIJDELIJK
from jeugdregio.toegang.messages import VERWIJDEREN
from jeugdregio.toegang.models import Kind, Levering, TaakgerichteLevering, Toewijzing, Verzoek


def neem_verzoek_terug(heen: Bericht) -> None:
    """Forget a request that the municipality did not take in; the message itself stays.

    A child that was known through this request only is forgotten too: there is no ground to keep it.
    """
    for verzoek in Verzoek.objects.filter(bericht=heen).select_related("kind"):
        verzoek.regels.all().delete()
        laat_vervallen(beurt_beantwoorden(verzoek.pk))
        kind = verzoek.kind
        verzoek.delete()
        _vergeet_los_kind(kind)


def _vergeet_los_kind(kind: Kind) -> None:
    if kind.verzoeken.exists() or kind.toewijzingen.exists():
        return
    try:
        kind.delete()
    except ProtectedError:
        return  # another room keeps something about this child, which is a ground of its own


def neem_starts_terug(heen: Bericht, kind: Kind | None, producten: Iterable[jw305.StartProduct]) -> None:
    """Undo reported starts, and put back starts whose removal was refused; `kind` is whom the message is about."""
    for product in producten:
        if product.toewijzing_nummer is None:
            _neem_taakstart_terug(heen, kind, product)
            continue
        toewijzing = _toewijzing(heen, product.toewijzing_nummer)
        if toewijzing is None:
            continue
        leveringen = toewijzing.leveringen.filter(begindatum=product.begindatum)
        if product.status_aanlevering == VERWIJDEREN:
            _zet_start_terug(leveringen.exclude(verwijderd_op=None).order_by("-verwijderd_op").first())
        else:
            leveringen.filter(startbericht=heen).update(verwijderd_op=nu())
            if not toewijzing.leveringen.filter(verwijderd_op__isnull=True).exists():
                heropen(sleutel_start(toewijzing.pk))


def _zet_start_terug(levering: Levering | None) -> None:
    if levering is None:
        return
    levering.verwijderd_op = None
    levering.save(update_fields=["verwijderd_op"])
    rond_af(sleutel_start(levering.toewijzing_id))


def _neem_taakstart_terug(heen: Bericht, kind: Kind | None, product: jw305.StartProduct) -> None:
    """Task-based help has no assignment and so no turn to report it; the turn to mend the message remains."""
    taken = _taken(heen, kind, product.product).filter(begindatum=product.begindatum)
    if product.status_aanlevering == VERWIJDEREN:
        laatste = taken.exclude(verwijderd_op=None).order_by("-verwijderd_op").first()
        if laatste is not None:
            laatste.verwijderd_op = None
            laatste.save(update_fields=["verwijderd_op"])
    else:
        taken.filter(startbericht=heen).update(verwijderd_op=nu())


def neem_stops_terug(heen: Bericht, kind: Kind | None, producten: Iterable[jw307.StopProduct]) -> None:
    """Undo reported stops, and put back stops whose removal was refused; `kind` is whom the message is about."""
    for product in producten:
        levering = _gestopt(heen, kind, product)
        if levering is None:
            continue
        if product.status_aanlevering == VERWIJDEREN:
            _zet_stop(levering, product.einddatum, product.reden_beeindiging)
        else:
            _haal_stop_weg(levering, product.reden_beeindiging)
        levering.stopbericht = heen
        levering.save()


def _gestopt(heen: Bericht, kind: Kind | None, product: jw307.StopProduct) -> Levering | TaakgerichteLevering | None:
    if product.toewijzing_nummer is None:
        taken = _taken(heen, kind, product.product).filter(begindatum=product.begindatum, verwijderd_op__isnull=True)
        return taken.first()
    toewijzing = _toewijzing(heen, product.toewijzing_nummer)
    return _levering(toewijzing, product.begindatum) if toewijzing else None


def _taken(heen: Bericht, kind: Kind | None, product: Product | None) -> QuerySet[TaakgerichteLevering]:
    """The task-based help of this child that a part of the message names (IV096)."""
    return TaakgerichteLevering.objects.filter(
        kind=kind, gemeente=heen.ontvanger, aanbieder=heen.afzender,
        categorie=product.categorie if product else "", code=(product.code if product else None) or "",
    )  # fmt: skip


def _zet_stop(levering: Levering | TaakgerichteLevering, einddatum: date, reden: str) -> None:
    if reden == TIJDELIJK:
        levering.tijdelijk_gestopt_op = einddatum
    if reden != TIJDELIJK or levering.einddatum is None:
        levering.einddatum, levering.reden_beeindiging = einddatum, reden
    rond_af(sleutel_stop(levering.pk))


def _haal_stop_weg(levering: Levering | TaakgerichteLevering, reden: str) -> None:
    """A definitive stop gives way to the temporary stop before it, if there was one."""
    if reden == TIJDELIJK:
        levering.tijdelijk_gestopt_op = None
    if reden == levering.reden_beeindiging:
        levering.einddatum = levering.tijdelijk_gestopt_op
        levering.reden_beeindiging = TIJDELIJK if levering.tijdelijk_gestopt_op else ""
    if levering.einddatum is None:
        heropen(sleutel_stop(levering.pk))


def _toewijzing(heen: Bericht, nummer: int | None) -> Toewijzing | None:
    """The own assignment a part of the message is about."""
    if nummer is None:
        return None
    return Toewijzing.objects.filter(gemeente=heen.ontvanger, aanbieder=heen.afzender, nummer=str(nummer)).first()


def _levering(toewijzing: Toewijzing, begindatum: date) -> Levering | None:
    return toewijzing.leveringen.filter(begindatum=begindatum, verwijderd_op__isnull=True).first()
