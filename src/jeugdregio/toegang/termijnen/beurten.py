"""The turns of a clock: who must act before it ends, moved along with every change of the end."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import geef_door, laat_vervallen, open_beurt, rond_af, verzet
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.hulpvragen.models import Casusrol, Rolhouder
from jeugdregio.toegang.termijnen.models import Ingebrekestelling, Klok
from jeugdregio.toegang.termijnen.soorten import soort_van
from recht.datum import datum_kort

ONDERZOEK = "toegang-acht-weken"


def sleutel(klok: Klok) -> str:
    """Key of the turn to do what the clock is for."""
    return f"klok:{klok.pk}"


def sleutel_ingebreke(klok: Klok) -> str:
    """Key of the turn to decide before a penalty runs."""
    return f"klok:{klok.pk}:ingebreke"


def pad_van(klok: Klok) -> str:
    """Return where the work of this clock is done."""
    return klok.pad or f"/termijnen/{klok.pk}/"


def open_klokbeurt(klok: Klok) -> None:
    """Open the turn of a clock somebody at the municipality is waited for."""
    if not klok.rol:
        return
    soort, uitvoerder = soort_van(klok.regel), _onderzoekers([klok]).get(klok.pk)
    open_beurt(
        sleutel=sleutel(klok), soort=f"klok_{klok.regel}", titel=soort.titel, organisatie=uitvoerder or klok.gemeente,
        rol=klok.rol, wachtende=klok.gemeente if uitvoerder else None,
        begon_op=klok.begon_op, uiterlijk=klok.einde, grondslag=klok.grond, uitleg=klok.uitleg,
        handeling=soort.handeling, pad=pad_van(klok), aanduiding=aanduiding(klok.kind), kenmerk=klok.kenmerk,
        kind_id=klok.kind_id, escalatie=soort.escalatie,
    )  # fmt: skip


def geef_onderzoek_door(klokken: QuerySet[Klok]) -> None:
    """Give the turn of the research to who indicates today: after a change of roles, and every day."""
    met_uitvoerder = Organisatie.objects.filter(soort=Soort.UITVOERDER).values("hoort_bij")
    lopend = list(
        klokken.filter(regel=ONDERZOEK, staat=Klok.Staat.LOOPT, gemeente__in=met_uitvoerder).select_related("gemeente")
    )
    onderzoekers = _onderzoekers(lopend)
    per_partij: dict[tuple[Organisatie, Organisatie | None], list[str]] = defaultdict(list)
    for klok in lopend:
        uitvoerder = onderzoekers.get(klok.pk)
        per_partij[uitvoerder or klok.gemeente, klok.gemeente if uitvoerder else None].append(sleutel(klok))
    for (organisatie, wachtende), sleutels in per_partij.items():
        geef_door(sleutels, organisatie, wachtende=wachtende)


def _onderzoekers(klokken: Iterable[Klok]) -> dict[UUID, Organisatie]:
    """Return per clock of research what carries out the access, where it indicates; elsewhere the municipality does."""
    vragen = {klok.hulpvraag_id: klok.pk for klok in klokken if klok.regel == ONDERZOEK and klok.hulpvraag_id}
    if not vragen:
        return {}
    houders = Rolhouder.objects.op(vandaag()).filter(
        hulpvraag__in=vragen, rol=Casusrol.INDICATIE, organisatie__soort=Soort.UITVOERDER
    )
    return {vragen[houder.hulpvraag_id]: houder.organisatie for houder in houders.select_related("organisatie")}


def verzet_klokbeurt(klok: Klok) -> None:
    """Move the turn to the new end."""
    verzet(sleutel(klok), klok.einde, klok.uitleg)


def sluit_klokbeurten(klok: Klok, *, gedaan: bool) -> None:
    """Close the turns of a clock: what was waited for is done, or no longer needed."""
    sluit = rond_af if gedaan else laat_vervallen
    sluit(sleutel(klok), sleutel_ingebreke(klok), *(sleutel_aanvulling(o.pk) for o in klok.opschortingen.all()))


def open_beurt_ingebreke(brief: Ingebrekestelling, op: date) -> None:
    """Give the team leader the turn to decide within two weeks, before the penalty runs."""
    klok = brief.klok
    open_beurt(
        sleutel=sleutel_ingebreke(klok), soort="klok_ingebreke", titel="Ingebrekestelling: beslis binnen twee weken",
        organisatie=klok.gemeente, rol=Rol.JURIST if klok.rol == Rol.JURIST else Rol.TEAMLEIDER, begon_op=op,
        uiterlijk=brief.beslis_uiterlijk, grondslag="Awb 4:17 lid 3", uitleg=brief.uitleg, handeling="Bekijk de zaak",
        tekst=f"De termijn liep tot en met {datum_kort(brief.einde)}. Na de twee weken loopt een dwangsom per dag.",
        pad=pad_van(klok), aanduiding=aanduiding(klok.kind), kenmerk=klok.kenmerk, kind_id=klok.kind_id,
        escalatie="College",
    )  # fmt: skip


def sleutel_aanvulling(opschorting_id: object) -> str:
    """Key of the turn to go on when papers did not come in by the set date."""
    return f"opschorting:{opschorting_id}:verlopen"
