"""A question for help that a request of a provider (JW315) makes by itself, and the same for requests of before."""

from datetime import timedelta

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import systeem
from jeugdregio.toegang.hulpvragen.beurten import werk_beurten_bij
from jeugdregio.toegang.hulpvragen.haken import geopend
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Rolhouder, Weg
from jeugdregio.toegang.hulpvragen.rollen import houders_bij, open_gaten, verdeel, verdelingen
from jeugdregio.toegang.models import Verzoek, VerzoekRegel
from jeugdregio.toegang.nummering import kenmerk, reeks
from recht.wegen import weg_van_code

# A question without a request takes up the request that follows it within this time.
VOLGT_BINNEN = timedelta(days=90)
BLOK = 500


def maak_hulpvraag(verzoek: Verzoek) -> None:
    """Give a request for assignment its question, in the transaction of the handler.

    The road follows from the referrer code. A question of the same child that waited for its request (the institution
    consulted first, or help began at once) takes it up; otherwise there is a new one. A request for change has none,
    and neither has one to a municipality that works elsewhere: the question is kept there.
    """
    if verzoek.soort != Verzoek.Soort.TOEWIJZING or not verzoek.gemeente.werkt_hier:
        return
    weg = weg_van(verzoek, list(verzoek.regels.all()))
    wachtend = _wachtend(verzoek, weg)
    if wachtend is not None:
        wachtend.verzoek = verzoek
        wachtend.save(update_fields=["verzoek"])
        leg_vast(systeem(verzoek.gemeente), "hulpvraag.verzoek_gekoppeld", kind_id=verzoek.kind_id, soort="hulpvraag",
                 onderwerp_id=wachtend.pk)  # fmt: skip
        return
    vraag = Hulpvraag.objects.create(kenmerk=kenmerk("H"), **_velden(verzoek, weg))
    wie = systeem(verzoek.gemeente)
    leg_vast(wie, "hulpvraag.geopend", kind_id=verzoek.kind_id, soort="hulpvraag", onderwerp_id=vraag.pk,
             gegevens={"weg": weg})  # fmt: skip
    verdeel(vraag)
    geopend(wie, vraag)
    werk_beurten_bij(verzoek.kind)


def weg_van(verzoek: Verzoek, regels: list[VerzoekRegel]) -> Weg:
    """Return the road of a request: by the referrer of its first line, and whether an institution asks."""
    code = regels[0].verwijzer_type if regels else ""
    return Weg(weg_van_code(code, gi=verzoek.aanbieder.soort == Soort.GI).value)


def _velden(verzoek: Verzoek, weg: Weg) -> dict[str, object]:
    regel = next(iter(verzoek.regels.all()), None)
    return {
        "kind_id": verzoek.kind_id, "gemeente": verzoek.gemeente, "weg": weg, "ontvangen_op": verzoek.ontvangen_op,
        "verzoek": verzoek, "verwijzer": (regel.verwijzer_naam or regel.verwijzer_code) if regel else "",
        "van": verzoek.aanbieder if weg == Weg.GI and verzoek.aanbieder.soort == Soort.GI else None,
    }  # fmt: skip


def _wachtend(verzoek: Verzoek, weg: Weg) -> Hulpvraag | None:
    wegen = {Weg.SPOED, weg} & {Weg.SPOED, Weg.GI, Weg.RECHTER}
    return Hulpvraag.objects.filter(
        kind=verzoek.kind, gemeente=verzoek.gemeente, weg__in=wegen, verzoek__isnull=True, afgesloten_op__isnull=True,
        ontvangen_op__gte=verzoek.ontvangen_op - VOLGT_BINNEN,
    ).order_by("-ontvangen_op").first()  # fmt: skip


def vul_hulpvragen_aan(blok: int = BLOK) -> int:
    """Give every request of before its question; return how many. A fixed number of queries per `blok` requests.

    For an instance that is older than this room, and after loading in bulk. A request of which nothing is open and all
    help ended gets a closed question. Opens no turns: what waits already has its own.
    """
    aantal = 0
    while rijen := _zonder(blok):
        with transaction.atomic():
            aantal += _maak(rijen)
    return aantal


def _zonder(blok: int) -> list[Verzoek]:
    zonder = Verzoek.objects.filter(
        soort=Verzoek.Soort.TOEWIJZING, hulpvraag__isnull=True, gemeente__bezorging="portaal"
    )
    return list(
        zonder.select_related("aanbieder", "gemeente").order_by("ontvangen_op", "pk")
        .prefetch_related("regels", "regels__toewijzingen__leveringen")[:blok]
    )  # fmt: skip


def _maak(verzoeken: list[Verzoek]) -> int:
    kenmerken = reeks("H", len(verzoeken))
    vragen = []
    for nummer, verzoek in zip(kenmerken, verzoeken, strict=True):
        velden = _velden(verzoek, weg_van(verzoek, list(verzoek.regels.all())))
        vragen.append(Hulpvraag(kenmerk=nummer, **velden, **_afloop(verzoek)))
    Hulpvraag.objects.bulk_create(vragen)
    gemeenten: dict[object, Organisatie] = {v.gemeente_id: v.gemeente for v in vragen}
    afgesproken = verdelingen(gemeenten.values())
    Rolhouder.objects.bulk_create(h for vraag in vragen for h in houders_bij(vraag, afgesproken))
    open_gaten(v for v in vragen if v.afgesloten_op is None)
    return len(vragen)


def _afloop(verzoek: Verzoek) -> dict[str, object]:
    """How an old request ended: refused, or all its help has stopped; nothing while something is open."""
    regels = list(verzoek.regels.all())
    besloten = max((r.besloten_op.date() for r in regels if r.besloten_op), default=verzoek.ontvangen_op)
    if regels and all(r.staat == VerzoekRegel.Staat.AFGEWEZEN for r in regels):
        return {"afgesloten_op": max(besloten, verzoek.ontvangen_op), "afloop": "afgewezen",
                "afloop_reden": regels[0].motivering}  # fmt: skip
    toewijzingen = [t for r in regels for t in r.toewijzingen.all()]
    einden = [lev.einddatum for t in toewijzingen for lev in t.leveringen.all() if lev.verwijderd_op is None]
    if any(r.staat in {"open", "onderzoek"} for r in regels) or not einden or None in einden:
        return {}
    einde = max(e for e in einden if e is not None)
    if einde >= vandaag() or any(t.einddatum is None or t.einddatum >= vandaag() for t in toewijzingen):
        return {}
    return {"afgesloten_op": max(einde, verzoek.ontvangen_op), "afloop": "hulp_geeindigd",
            "afloop_reden": "De aanbieder meldde het einde van de hulp."}  # fmt: skip
