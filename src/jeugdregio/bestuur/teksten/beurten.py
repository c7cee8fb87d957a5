"""The turns of a joint text: whose move, until when, on what ground."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.urls import reverse

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.teksten.models import Adviesaanvraag, Amendement, Tekst, Tekstversie, Uitvoer
from jeugdregio.beurten.actions import NieuweBeurt, heropen, laat_vervallen, open_beurten
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie, Rol, Soort


def _sleutel(tekst_id: UUID, *delen: object) -> str:
    """Return a key; three ids in hex without dashes just fit its column."""
    return ":".join(["tekst", *(deel.hex if isinstance(deel, UUID) else str(deel) for deel in (tekst_id, *delen))])


def sleutel_consultatie(tekst: Tekst, gemeente: Organisatie) -> str:
    """Key of the turn of a council to give its points."""
    return _sleutel(tekst.pk, "consultatie", gemeente.pk)


def sleutel_advies(aanvraag: Adviesaanvraag) -> str:
    """Key of the turn to record what an advisory council said."""
    return _sleutel(aanvraag.dossier_id, "advies", aanvraag.pk)


def sleutel_college(versie: Tekstversie, gemeente: Organisatie) -> str:
    """Key of the turn of a college on one version."""
    return _sleutel(versie.dossier_id, "college", versie.pk, gemeente.pk)


def sleutel_raad(versie: Tekstversie, gemeente_id: UUID) -> str:
    """Key of the turn of a council on one version."""
    return _sleutel(versie.dossier_id, "raad", versie.pk, gemeente_id)


def sleutel_oordeel(tekst: Tekst, amendement: Amendement, gemeente_id: UUID) -> str:
    """Key of the turn of a council to judge an amendment of another."""
    return _sleutel(tekst.pk, "amendement", amendement.pk, gemeente_id)


def sleutel_uitvoer(uitvoer: Uitvoer) -> str:
    """Key of the turn for something that must come out."""
    return _sleutel(uitvoer.dossier_id, "uitvoer", uitvoer.pk)


def _beurt(
    dossier: Tekst, organisatie: Organisatie, rol: str, sleutel: str, titel: str, **anders: object
) -> NieuweBeurt:
    velden: dict[str, object] = {
        "soort": "tekst", "aanduiding": dossier.titel, "begon_op": vandaag(), "uiterlijk": None,
        "grondslag": dossier.grondslag, "handeling": "Open de tekst",
        "pad": reverse("teksten:tekst", args=[dossier.pk]), "escalatie": "Regiokantoor",
    }  # fmt: skip
    velden |= anders
    return NieuweBeurt(sleutel=sleutel, titel=titel, organisatie=organisatie, rol=rol, **velden)  # type: ignore[arg-type]


def open_consultatie(tekst: Tekst, raden: Iterable[Organisatie]) -> None:
    """Ask every council for its points on the concept."""
    open_beurten(
        _beurt(tekst, g, Rol.GRIFFIER, sleutel_consultatie(tekst, g), "Punten van de raad geven") for g in raden
    )


def open_advies(tekst: Tekst, aanvraag: Adviesaanvraag) -> None:
    """Give a municipality the turn to bring in the advice of its advisory council."""
    open_beurten([
        _beurt(tekst, aanvraag.gemeente, Rol.BELEID, sleutel_advies(aanvraag), "Advies van de adviesraad vastleggen",
               tekst=aanvraag.adviesraad, uiterlijk=aanvraag.uiterlijk)
    ])  # fmt: skip


def open_colleges(tekst: Tekst, versie: Tekstversie, gemeenten: Iterable[Organisatie]) -> None:
    """Ask every college whether it offers exactly this version to its council."""
    open_beurten(
        _beurt(tekst, g, Rol.BELEID, sleutel_college(versie, g), "Collegebesluit vastleggen", tekst=str(versie))
        for g in gemeenten
    )


def open_raden(tekst: Tekst, versie: Tekstversie, raden: Iterable[tuple[Organisatie, bool]]) -> None:
    """Ask councils to decide on a version; True when a council adopted an earlier one and must confirm this."""
    open_beurten(
        _beurt(tekst, g, Rol.GRIFFIER, sleutel_raad(versie, g.pk),
               "Nieuwe tekst laten bevestigen" if opnieuw else "Raadsbesluit vastleggen", tekst=str(versie))
        for g, opnieuw in raden
    )  # fmt: skip


def open_rondgang(tekst: Tekst, amendement: Amendement, raden: Iterable[Organisatie]) -> None:
    """Ask the other councils whether they accept exactly this change."""
    open_beurten(
        _beurt(tekst, g, Rol.GRIFFIER, sleutel_oordeel(tekst, amendement, g.pk), "Amendement van een andere raad",
               tekst=amendement.titel, wachtende=amendement.gemeente)
        for g in raden
    )  # fmt: skip


def sluit_rondgang(tekst: Tekst, amendement: Amendement) -> None:
    """Close what is still open for an amendment that no longer goes around."""
    begin = _sleutel(tekst.pk, "amendement", amendement.pk)
    laat_vervallen(*Beurt.objects.filter(sleutel__startswith=begin).values_list("sleutel", flat=True))


def heropen_rondgang(tekst: Tekst, amendement: Amendement, raden: Iterable[Organisatie]) -> None:
    """Ask these councils again, because what stood in the way of the amendment is gone."""
    heropen(*(sleutel_oordeel(tekst, amendement, g.pk) for g in raden))


def sluit_alles(tekst: Tekst, deel: str) -> None:
    """Close all open turns of one kind: raad, college, amendement, consultatie."""
    begin = _sleutel(tekst.pk, deel)
    laat_vervallen(*Beurt.objects.filter(sleutel__startswith=begin).values_list("sleutel", flat=True))


def sleutel_verzoening(tekst: Tekst) -> str:
    """Key of the turn to find a way out; a later one for the same text is another turn."""
    return _sleutel(tekst.pk, "verzoening", tekst.stappen.filter(wat="Verzoening").count())


def open_verzoening(tekst: Tekst) -> None:
    """Give the regional office the turn to bring the councils together."""
    for kantoor in regiokantoren():
        sleutel = sleutel_verzoening(tekst)
        open_beurten([_beurt(tekst, kantoor, Rol.SECRETARIS, sleutel, "Raden bij elkaar brengen")])


def open_herijking(tekst: Tekst, dag: date) -> None:
    """Give the regional office the turn to look at the text again."""
    open_beurten(
        _beurt(tekst, k, Rol.SECRETARIS, _sleutel(tekst.pk, "herijken", dag), "Tekst herijken", uiterlijk=dag,
               handeling="Begin de herijking")
        for k in regiokantoren()
    )  # fmt: skip


def sluit_herijking(tekst: Tekst) -> None:
    """Close the turn to look at the text again."""
    sluit_alles(tekst, "herijken")


def open_uitvoer(tekst: Tekst, uitvoer: Uitvoer) -> None:
    """Give the regional office the turn for a report, talk or letter."""
    open_beurten(
        _beurt(tekst, k, Rol.BELEID if k.aanstellingen.filter(rol=Rol.BELEID).exists() else Rol.SECRETARIS,
               sleutel_uitvoer(uitvoer), uitvoer.get_soort_display(), uiterlijk=uitvoer.uiterlijk)
        for k in regiokantoren()
    )  # fmt: skip


def regiokantoren() -> list[Organisatie]:
    """Return the regional office of this instance."""
    return list(Organisatie.objects.filter(soort=Soort.REGIOKANTOOR)[:1])
