"""What this room tells the post room of a declaration: where it is mended, and which assignments it is about."""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse

from jeugdregio.financien.models import Declaratie
from jeugdregio.financien.permissions import mag_declaraties_zien, mag_indienen, zichtbare_declaraties
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.herstelwegen import Weg
from jeugdregio.postbus.models import Bericht

DECLARATIE = "JW323"
_HOOGSTENS = 5
_ALS_GEHEEL = "Zij is als geheel afgekeurd en telt niet mee."


def wegen(wie: Wie, bericht: Bericht) -> Iterable[Weg]:
    """Return where a declaration with refused lines is mended."""
    if bericht.soort != DECLARATIE or not mag_declaraties_zien(wie):
        return
    declaratie = zichtbare_declaraties(wie).filter(bericht=bericht).first()
    if declaratie is not None:
        adres = reverse("financien:declaratie", args=[declaratie.pk])
        uitleg = "Per afgewezen regel staat waarom."
        if mag_indienen(wie):
            uitleg += " Dien de afgewezen regels verbeterd opnieuw in; de andere zijn toegekend."
        yield Weg(f"Declaratie {declaratie.nummer} regel voor regel", uitleg, adres)
    elif mag_indienen(wie):
        yield Weg("Dien de declaratie opnieuw in", _ALS_GEHEEL, reverse("financien:kies"))
    else:
        yield Weg(
            f"{bericht.afzender or 'De aanbieder'} dient de declaratie verbeterd opnieuw in",
            _ALS_GEHEEL,
        )


def verwanten(bericht: Bericht) -> Iterable[tuple[str, UUID]]:
    """Return the assignments a declaration is about, or the declarations on an assignment; a few of each."""
    if bericht.soort == DECLARATIE:
        gevonden = (
            Declaratie.objects.filter(bericht=bericht, prestaties__toewijzing__bericht__isnull=False)
            .order_by("prestaties__toewijzing__bericht")
            .values_list("prestaties__toewijzing__bericht", flat=True)
        )
        yield from (("Declareert op", pk) for pk in gevonden.distinct()[:_HOOGSTENS])
    elif bericht.soort == "JW301":
        declaraties = Declaratie.objects.filter(prestaties__toewijzing__bericht=bericht)
        sleutels = declaraties.order_by("-ontvangen_op", "bericht").values_list("bericht", flat=True)
        yield from (("Gedeclareerd met", pk) for pk in sleutels.distinct()[:_HOOGSTENS])
