"""Levels 3 and 4 on what this municipality is about to send: against what it sent and received before (OP192)."""

from collections.abc import Sequence

from ijw import Bericht as IjwBericht
from ijw import Bevinding
from ijw.berichten import jw301, jw319
from ijw.overstijgend import Dossier, controleer
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.uitgangstoets import registreer_toets
from jeugdregio.toegang.dossier import ijw_toewijzing, producten, stand_van
from jeugdregio.toegang.gedeclareerd import gedeclareerd_op
from jeugdregio.toegang.models import Toewijzing, VerzoekRegel
from jeugdregio.toegang.partijen import kind_van


def registreer_toetsen() -> None:
    """Tell the outbox who judges the messages of this room."""
    registreer_toets("JW301", toets_toewijzing)
    registreer_toets("JW319", toets_antwoord)


def toets_toewijzing(bericht: IjwBericht, gemeente: Organisatie, aanbieder: Organisatie) -> Sequence[Bevinding]:
    """Judge an assignment before it is stored: its numbers, the requests it answers, what was declared (TR385)."""
    if not isinstance(bericht, jw301.Bericht):
        raise TypeError(type(bericht).__name__)
    regels, bsn = bericht.client.toegewezen_producten, bericht.client.bsn
    kind = kind_van(gemeente, bsn)
    nummers = [str(regel.toewijzing_nummer) for regel in regels]
    bekend = list(Toewijzing.objects.filter(gemeente=gemeente, nummer__in=nummers).select_related("aanbieder"))
    dossier = Dossier.van(
        aanbieder_agb=aanbieder.code or "",
        toewijzingen=[
            ijw_toewijzing(rij, gemeente, bsn if kind is not None and rij.kind_id == kind.pk else "") for rij in bekend
        ],
        prestaties=gedeclareerd_op(bekend),
        verzoeken=[
            stand_van(regel, bsn if kind is not None and regel.verzoek.kind_id == kind.pk else "")
            for regel in _verzoeken(gemeente, aanbieder, [r.referentie_aanbieder for r in regels])
        ],
        producten=producten(),
    )
    return controleer(bericht, dossier, vandaag=vandaag())


def toets_antwoord(bericht: IjwBericht, gemeente: Organisatie, aanbieder: Organisatie) -> Sequence[Bevinding]:
    """Judge an answer to a request before the request takes its new state."""
    if not isinstance(bericht, jw319.Bericht):
        raise TypeError(type(bericht).__name__)
    gevraagd = _verzoeken(gemeente, aanbieder, [bericht.antwoord.referentie_aanbieder])
    dossier = Dossier.van(aanbieder_agb=aanbieder.code or "", verzoeken=[stand_van(regel, "") for regel in gevraagd])
    return controleer(bericht, dossier, vandaag=vandaag())


def _verzoeken(gemeente: Organisatie, aanbieder: Organisatie, referenties: Sequence[str | None]) -> list[VerzoekRegel]:
    return list(
        VerzoekRegel.objects.filter(
            verzoek__aanbieder=aanbieder, verzoek__gemeente=gemeente,
            referentie_aanbieder__in=[referentie for referentie in referenties if referentie],
        ).select_related("verzoek")
    )  # fmt: skip
