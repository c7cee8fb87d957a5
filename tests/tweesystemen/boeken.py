"""What stands in the books of an instance, in a form that two instances can be compared by."""

from typing import Any

from django.db.models import Q

from ijw.retour import retoursoort
from jeugdregio.basis.klok import vandaag
from jeugdregio.financien.models import Declaratie
from jeugdregio.postbus.bevindingen import bevindingen_van
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Levering, Toewijzing, VerzoekRegel

Staat = Bericht.Staat


def boeken() -> dict[str, Any]:
    """Return assignments, deliveries, requests and declarations, keyed by what both sides call them."""
    return {
        "toewijzingen": {t.nummer: _toewijzing(t) for t in Toewijzing.objects.select_related("kind")},
        "leveringen": sorted(_levering(lev) for lev in _leveringen()),
        "verzoeken": {r.referentie_aanbieder: [r.staat, r.code, r.reden_afwijzing] for r in VerzoekRegel.objects.all()},
        "declaraties": {d.nummer: _declaratie(d) for d in Declaratie.objects.prefetch_related("prestaties")},
    }


def _toewijzing(t: Toewijzing) -> list[object]:
    return [
        t.kind.bsn, t.kind.achternaam, t.categorie, t.code, str(t.ingangsdatum), str(t.einddatum), t.volume, t.eenheid,
        t.frequentie, t.budget, t.reden_wijziging,
    ]  # fmt: skip


def _leveringen() -> Any:
    return Levering.objects.filter(verwijderd_op__isnull=True).select_related("toewijzing")


def _levering(lev: Levering) -> list[str]:
    velden = (lev.begindatum, lev.einddatum, lev.reden_beeindiging, lev.tijdelijk_gestopt_op)
    return [lev.toewijzing.nummer, *(str(veld) for veld in velden)]


def _declaratie(d: Declaratie) -> list[object]:
    regels = sorted(
        [p.referentie, p.toewijzing_nummer, str(p.begindatum), p.volume, p.bedrag, p.toegekend, sorted(p.retourcodes)]
        for p in d.prestaties.all()
    )
    wacht = d.staat == Declaratie.Staat.INGEDIEND
    return [d.ingediend, d.toegekend, wacht, regels]


def onderweg() -> list[str]:
    """Return the messages that still wait for something: to be handled, delivered, or answered."""
    wacht = Q(staat__in=[Staat.ONTVANGEN, Staat.KLAAR, Staat.MISLUKT]) | Q(richting="uit", staat=Staat.BEZORGD)
    return [
        f"{bericht} {bericht.staat} {bericht.laatste_fout}"
        for bericht in Bericht.objects.filter(wacht)
        if bericht.staat != Staat.BEZORGD or _vraagt(bericht)
    ]


def te_laat() -> list[Bericht]:
    """Return the own messages whose return is late."""
    gevonden = Bericht.objects.filter(richting="uit", staat=Staat.BEZORGD, antwoord_uiterlijk__lt=vandaag())
    return [bericht for bericht in gevonden if _vraagt(bericht)]


def bevonden() -> list[list[str]]:
    """Return kind and rules of what came in and was not right, in whole or in part."""
    fout = Bericht.objects.filter(richting="in", aantal_bevindingen__gt=0).exclude(kanaal__in=["scherm", "upload"])
    return [[b.soort, *sorted({f.regel for f in bevindingen_van(b)})] for b in fout]


def _vraagt(bericht: Bericht) -> bool:
    try:
        retoursoort(bericht.soort)
    except ValueError:
        return False
    return True
