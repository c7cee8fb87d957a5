"""Sending assignments: one JW301 holds all that holds today or later, and what changed (OP087)."""

from collections.abc import Sequence

from django.db.models import Q

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.messages import toewijzingsbericht
from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.relaties import te_noemen
from recht import keten


def actuele(kind: Kind, gemeente: Organisatie, aanbieder: Organisatie) -> list[Toewijzing]:
    """Return the assignments of a child at a provider that hold today or later, by number; removed ones do not."""
    gevonden = (
        Toewijzing.objects.filter(kind=kind, gemeente=gemeente, aanbieder=aanbieder)
        .exclude(reden_wijziging=VERWIJDERD)
        .filter(Q(einddatum__isnull=True) | Q(einddatum__gte=vandaag()))
        .select_related("kind__gemeente", "gemeente", "aanbieder")
    )
    return sorted(gevonden, key=lambda t: int(t.nummer))


def verstuur(gewijzigd: Sequence[Toewijzing], *, referentie: str = "", gezag_bekend: bool | None = True) -> Bericht:
    """Put the JW301 for new and changed assignments of one child at one provider in the outbox, before they are stored.

    `referentie` is that of the request for change that all of it answers (IV093). Raises Geweigerd when the message
    would fail our own check.
    """
    eerste = gewijzigd[0]
    sleutels = {t.pk for t in gewijzigd}
    blijft = [t for t in actuele(eerste.kind, eerste.gemeente, eerste.aanbieder) if t.pk not in sleutels]
    bericht = toewijzingsbericht(
        eerste.kind, list(gewijzigd), identificatie=postbus.volgende_identificatie(eerste.gemeente),
        dagtekening=vandaag(), ongewijzigd=blijft, referentie=referentie,
        gezag=te_noemen(eerste.kind, bekend=gezag_bekend),
    )  # fmt: skip
    return postbus.zet_klaar(
        bericht, afzender=eerste.gemeente, ontvanger=eerste.aanbieder,
        antwoord_uiterlijk=keten.retour(vandaag()).datum,
    )  # fmt: skip
