"""The turns of a circle: the next step, the voice of the expert by experience, the consent of each source."""

from datetime import timedelta
from uuid import UUID

from django.urls import reverse

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurt, open_beurten, rond_af
from jeugdregio.leren.leerkring.models import Bron, Deelnemer, Kring, Verhaal

DAGEN_INSTEMMING = 14  # how long a source gets to think; a habit of this room, not a legal term
_GROND = "Werkwijze leerkring: succes, samen terugkijken, les, verhaal"
_WAT = {
    Kring.Stap.SUCCES: "Haal het succes op",
    Kring.Stap.REFLECTIE: "Kijk samen terug",
    Kring.Stap.LES: "Haal de les eruit",
    Kring.Stap.VERHAAL: "Maak het verhaal vertelbaar",
}


def _sleutel(kring_id: UUID, stap: str) -> str:
    return f"leerkring:{kring_id}:{stap}"


def _sleutel_ervaring(deelnemer_id: UUID) -> str:
    return f"leerkring:ervaring:{deelnemer_id}"


def sleutel_bron(bron_id: UUID) -> str:
    """Key of the turn of one source for one version."""
    return f"verhaal:bron:{bron_id}"


def open_stap(kring: Kring) -> None:
    """Give who leads the circle the turn of its present step."""
    open_beurt(
        sleutel=_sleutel(kring.pk, kring.stap), soort="leerkring_stap", titel=f"{_WAT[Kring.Stap(kring.stap)]}",
        tekst=kring.titel, organisatie=kring.organisator, rol=kring.rol, contact=kring.begeleider,
        begon_op=vandaag(), uiterlijk=kring.op if kring.op >= vandaag() else None, grondslag=_GROND,
        uitleg=[f"De kring komt bij elkaar op {kring.op:%d-%m-%Y}."], handeling="Open de leerkring",
        pad=reverse("leerkring:kring", args=[kring.pk]),
    )  # fmt: skip


def sluit_stap(kring: Kring) -> None:
    """Close the turn of the present step."""
    rond_af(_sleutel(kring.pk, kring.stap))


def open_ervaring(kring: Kring) -> None:
    """Ask each expert by experience for the reaction that has a fixed place."""
    open_beurten(
        NieuweBeurt(
            sleutel=_sleutel_ervaring(d.pk), soort="leerkring_ervaring", titel="Geef je reactie vanuit ervaring",
            tekst=kring.titel, organisatie=d.organisatie, rol=d.rol, contact=d.gebruiker, begon_op=vandaag(),
            uiterlijk=None, grondslag=_GROND, handeling="Geef je reactie",
            pad=reverse("leerkring:kring", args=[kring.pk]), wachtende=kring.organisator,
        )
        for d in kring.deelnemers.all() if d.is_ervaring
    )  # fmt: skip


def sluit_ervaring(deelnemer: Deelnemer) -> None:
    """Close the turn of an expert who spoke."""
    rond_af(_sleutel_ervaring(deelnemer.pk))


def ervaring_vervalt(kring: Kring) -> None:
    """The step closed without their reaction; why is written in the circle."""
    laat_vervallen(*(_sleutel_ervaring(d.pk) for d in kring.deelnemers.all() if d.is_ervaring))


def vraag_instemming(verhaal: Verhaal, bronnen: list[Bron]) -> None:
    """Ask every source whether this exact version may be told."""
    uiterlijk = vandaag() + timedelta(days=DAGEN_INSTEMMING)
    open_beurten(
        NieuweBeurt(
            sleutel=sleutel_bron(b.pk), soort="verhaal_instemming", titel="Mag dit verhaal naar buiten?",
            tekst=verhaal.titel, organisatie=b.deelnemer.organisatie, rol=b.deelnemer.rol,
            contact=b.deelnemer.gebruiker, begon_op=vandaag(), uiterlijk=uiterlijk,
            grondslag="AVG artikel 6, lid 1, onder a: jouw toestemming",
            uitleg=[f"Je krijgt {DAGEN_INSTEMMING} dagen. Zonder jouw ja gaat er niets naar buiten."],
            handeling="Lees en antwoord", pad=reverse("leerkring:kring", args=[verhaal.kring_id]),
            wachtende=verhaal.kring.organisator,
        )
        for b in bronnen
    )  # fmt: skip


def vraag_vervalt(verhaal: Verhaal) -> None:
    """Another version came, or it will not be told: the open questions about this one lapse."""
    laat_vervallen(*(sleutel_bron(b.pk) for b in verhaal.bronnen.all()))
