"""The turns of a purchase: each phase that can begin waits for somebody."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.urls import reverse

from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten, rond_af, verzet
from jeugdregio.organisaties.models import Aanstelling, Rol
from jeugdregio.zorglandschap.inkoop.models import Fase, Inkooptraject


def sleutel(fase: Fase) -> str:
    """Key of the turn to finish a phase."""
    return f"inkoopfase:{fase.pk}"


def kan_beginnen(fase: Fase, fasen: Iterable[Fase]) -> bool:
    """Tell whether all that a phase needs is done; `fasen` are those of its lot."""
    return all(ander.klaar_op for ander in fasen if ander.code in fase.na)


def open_wat_kan(traject: Inkooptraject, fasen: Sequence[Fase], op: date) -> None:
    """Give those who must act their turn for every phase of a lot that can begin."""
    open_beurten(
        NieuweBeurt(
            sleutel=sleutel(fase), soort="inkoopfase", titel=f"{fase.naam}: {traject.naam}", tekst=str(fase.kavel),
            organisatie=traject.opdrachtgever, rol=_rol(traject, fase, op), begon_op=op, uiterlijk=fase.eind,
            grondslag=fase.grondslag, uitleg=fase.uitleg, handeling="Rond de fase af", escalatie="regiodirecteur",
            pad=reverse("inkoop:fase", args=[fase.pk]),
        )
        for fase in fasen
        if fase.klaar_op is None and kan_beginnen(fase, fasen)
    )  # fmt: skip


def _rol(traject: Inkooptraject, fase: Fase, op: date) -> str:
    """The role of the phase, or the contract manager where nobody has that role: no turn falls between two stools."""
    bezet = Aanstelling.objects.op(op).filter(organisatie=traject.opdrachtgever, rol=fase.rol).exists()
    return fase.rol if bezet else Rol.CONTRACT


def sluit(fase: Fase) -> None:
    """Close the turn of a phase that is done."""
    rond_af(sleutel(fase))


def verzet_alle(fasen: Iterable[Fase]) -> None:
    """Move the open turns to the new last days."""
    for fase in fasen:
        verzet(sleutel(fase), fase.eind, fase.uitleg)


def stop(fasen: Iterable[Fase]) -> None:
    """Close the turns of a purchase that stops."""
    laat_vervallen(*(sleutel(fase) for fase in fasen))
