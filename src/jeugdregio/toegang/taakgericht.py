"""Task-based help (IV096): starts and stops without an assignment, found by product and first day."""

from django.db.models import QuerySet

from ijw.berichten import jw305, jw307
from ijw.berichten.basis import Product
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import nu
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.dossier import TIJDELIJK
from jeugdregio.toegang.messages import VERWIJDEREN
from jeugdregio.toegang.models import Kind, Levering, TaakgerichteLevering
from jeugdregio.toegang.partijen import partijen


def start_taak(kind: Kind, product: jw305.StartProduct, opgeslagen: Bericht) -> None:
    """Take over a start of task-based help, or remove one that was reported by mistake."""
    aanbieder, gemeente = partijen(opgeslagen)
    if product.status_aanlevering == VERWIJDEREN:
        _van(kind, product.product, opgeslagen).filter(begindatum=product.begindatum).update(verwijderd_op=nu())
        _log(kind, "taak.verwijderd", opgeslagen)
        return
    TaakgerichteLevering.objects.create(
        kind=kind,
        gemeente=gemeente,
        aanbieder=aanbieder,
        begindatum=product.begindatum,
        startbericht=opgeslagen,
        **_codes(product.product),
    )
    _log(kind, "taak.gestart", opgeslagen)


def stop_taak(kind: Kind | None, product: jw307.StopProduct, opgeslagen: Bericht) -> None:
    """Take over a stop of task-based help, or remove one that was reported by mistake."""
    if kind is None:
        return
    taak = _van(kind, product.product, opgeslagen).filter(begindatum=product.begindatum).first()
    if taak is None:
        return
    if product.status_aanlevering == VERWIJDEREN:
        haal_stop_weg(taak, product.reden_beeindiging, opgeslagen)
    else:
        beeindig(taak, product, opgeslagen)
    _log(kind, "taak.gestopt", opgeslagen)


def beeindig(levering: Levering | TaakgerichteLevering, product: jw307.StopProduct, opgeslagen: Bericht) -> None:
    """End a delivery; a temporary stop is kept, so that a definitive one after it can be taken back."""
    levering.einddatum, levering.reden_beeindiging = product.einddatum, product.reden_beeindiging
    if product.reden_beeindiging == TIJDELIJK:
        levering.tijdelijk_gestopt_op = product.einddatum
    levering.stopbericht = opgeslagen
    levering.save()


def haal_stop_weg(levering: Levering | TaakgerichteLevering, reden: str, opgeslagen: Bericht) -> None:
    """Take back a stop. A definitive stop gives way to the temporary stop before it, if there was one."""
    if reden == TIJDELIJK:
        levering.tijdelijk_gestopt_op = None
    if reden == levering.reden_beeindiging:
        levering.einddatum = levering.tijdelijk_gestopt_op
        levering.reden_beeindiging = TIJDELIJK if levering.tijdelijk_gestopt_op else ""
    levering.stopbericht = opgeslagen
    levering.save()


def _van(kind: Kind, product: Product | None, opgeslagen: Bericht) -> QuerySet[TaakgerichteLevering]:
    aanbieder, gemeente = partijen(opgeslagen)
    return TaakgerichteLevering.objects.filter(
        kind=kind, gemeente=gemeente, aanbieder=aanbieder, verwijderd_op__isnull=True, **_codes(product)
    )


def _codes(product: Product | None) -> dict[str, str]:
    return {"categorie": product.categorie if product else "", "code": (product.code if product else None) or ""}


def _log(kind: Kind, handeling: str, opgeslagen: Bericht) -> None:
    leg_vast(
        systeem(kind.gemeente), handeling, kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk,
        gegevens={"bericht": str(opgeslagen.pk)},
    )  # fmt: skip
