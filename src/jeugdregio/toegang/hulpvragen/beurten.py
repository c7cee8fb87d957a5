"""Turns that follow the facts of a question: open while a point of its road is missing, closed once it is there."""

from collections.abc import Iterable
from datetime import date, timedelta

from jeugdregio.beurten.actions import NieuweBeurt, heropen, laat_vervallen, open_beurten, rond_af
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.hulpvragen.feiten import lees_feiten
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Weg
from jeugdregio.toegang.hulpvragen.stand import stand_van
from jeugdregio.toegang.models import Kind
from recht.wegen import Punt

# Per road the points this room keeps a turn for: what to do, and within how many days after the question (None: open).
# The BSN of a child has a turn of its own, whatever its road (toegang.gezinnen.bsn).
_BEWAAKT: dict[str, dict[Punt, tuple[str, int | None]]] = {
    Weg.VEILIG_THUIS: {Punt.CONTACT: ("Noem vandaag een contactpersoon voor het gezin", 0)},
    Weg.GI: {Punt.OVERLEG: ("Leg het overleg met de gecertificeerde instelling vast", None)},
    Weg.SPOED: {
        Punt.TOESTEMMING: ("Vraag alsnog toestemming, of leg de uitspraak vast", 1),
        Punt.WOONPLAATS: ("Kijk na welke gemeente verantwoordelijk is", 5),
        Punt.TOEWIJZING: ("Wijs de hulp toe die al loopt", 5),
    },
}


def sleutel(vraag: Hulpvraag, punt: Punt) -> str:
    """Key of the turn about one point of a question."""
    return f"hulpvraag:{vraag.pk}:{punt}"


def sleutels(vraag: Hulpvraag) -> list[str]:
    """Keys of all turns this room can have about a question."""
    return [sleutel(vraag, punt) for punt in Punt]


def werk_beurten_bij(kind: Kind) -> None:
    """Open and close the turns of every open question of a child, by its facts. Bears being done twice."""
    vragen = list(
        Hulpvraag.objects.filter(kind=kind, afgesloten_op__isnull=True).select_related("gemeente", "kind", "verzoek")
    )
    if not vragen:
        return
    feiten = lees_feiten(vragen)
    for vraag in vragen:
        ontbreekt = {s.stap.punt: s.stap.grondslag for s in stand_van(vraag, feiten[vraag.pk]).stappen if not s.gedaan}
        bewaakt = _BEWAAKT.get(vraag.weg, {})
        gedaan = [punt for punt in bewaakt if punt not in ontbreekt]
        rond_af(*(sleutel(vraag, punt) for punt in gedaan))
        _open(vraag, ((punt, *bewaakt[punt], ontbreekt[punt]) for punt in bewaakt if punt in ontbreekt))


def _open(vraag: Hulpvraag, punten: Iterable[tuple[Punt, str, int | None, str]]) -> None:
    nieuwe = [_beurt(vraag, punt, doe, dagen, grond) for punt, doe, dagen, grond in punten]
    open_beurten(nieuwe)
    # What was there before and was taken back (a consent withdrawn) asks for somebody again.
    dicht = Beurt.objects.filter(sleutel__in=[n.sleutel for n in nieuwe], staat=Beurt.Staat.GEDAAN)
    if heropenen := list(dicht.values_list("sleutel", flat=True)):
        heropen(*heropenen)


def _beurt(vraag: Hulpvraag, punt: Punt, doe: str, dagen: int | None, grond: str) -> NieuweBeurt:
    uiterlijk: date | None = None if dagen is None else vraag.ontvangen_op + timedelta(days=dagen)
    return NieuweBeurt(
        sleutel=sleutel(vraag, punt), soort=f"hulpvraag_{punt}", titel=doe, organisatie=vraag.gemeente,
        rol=Rol.TOEGANG, begon_op=vraag.ontvangen_op, uiterlijk=uiterlijk, grondslag=grond,
        tekst=f"{vraag.get_weg_display()}.", handeling="Open het kind", pad=f"/kinderen/{vraag.kind_id}/",
        aanduiding=aanduiding(vraag.kind), kenmerk=vraag.kenmerk, kind_id=vraag.kind_id,
        escalatie="Teamleider toegang",
    )  # fmt: skip


def sluit_beurten(vraag: Hulpvraag) -> None:
    """Let all turns about a question lapse: it was closed."""
    laat_vervallen(*sleutels(vraag))
