"""The turns of a letter: each municipality completes and sends it."""

from django.urls import reverse

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.brieven.models import Brief, Kern, Schil
from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten, rond_af
from jeugdregio.organisaties.models import Rol


def sleutel(schil: Schil, kern: Kern) -> str:
    """Key of the turn to send one version to one council."""
    return f"brief:{schil.pk}:verzenden:{kern.nummer}"


def open_verzenden(brief: Brief, kern: Kern) -> None:
    """Give each municipality its turn: the same day for all."""
    vooraf = "Nieuwe versie van een brief aan de raad" if kern.nummer > 1 else "Brief aan de raad"
    open_beurten(
        NieuweBeurt(
            sleutel=sleutel(schil, kern),
            soort="brief_verzenden",
            titel=f"{vooraf}: aanvullen en versturen",
            tekst=brief.onderwerp,
            organisatie=schil.gemeente,
            rol=Rol.BELEID,
            begon_op=vandaag(),
            uiterlijk=max(brief.verzenden_op, vandaag()),
            grondslag="Afspraak: alle raden krijgen dezelfde feiten op dezelfde dag",
            handeling="Vul aan en verstuur",
            pad=reverse("brieven:schil", args=[schil.pk]),
            wachtende=brief.eigenaar,
        )
        for schil in brief.schillen.select_related("gemeente")
    )


def vervallen(brief: Brief, kern: Kern) -> None:
    """Close the turns of a version that is replaced or withdrawn."""
    laat_vervallen(*(sleutel(schil, kern) for schil in brief.schillen.all()))


def verzonden(schil: Schil, kern: Kern) -> None:
    """Close the turn of who sent."""
    rond_af(sleutel(schil, kern))
