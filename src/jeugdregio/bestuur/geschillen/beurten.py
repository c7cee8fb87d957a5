"""The turns of a dispute: whose move, until when, on what ground."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.geschillen.models import Geschil, Reactie
from jeugdregio.bestuur.geschillen.termijnen import halfjaar
from jeugdregio.bestuur.teksten.beurten import regiokantoren
from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie, Rol

# What a college does in a state, in words.
_COLLEGE = {
    "bespreking": "Inbreng voor de bespreking", "deskundige": "Deskundige aanwijzen",
    "reactie": "Reageren op de aanbevelingen", "raad": "Raad informeren over het advies",
}  # fmt: skip


def sleutel(geschil: Geschil, deel: str, *wie: object) -> str:
    """Key of a turn of this dispute; a dispute that was opened again has new ones."""
    ronde = geschil.stappen.filter(wat="Heropend").count()
    return ":".join(["geschil", str(geschil.pk), deel, str(ronde), *map(str, wie)])


def _beurt(
    geschil: Geschil, organisatie: Organisatie, rol: str, naam: str, titel: str, **anders: object
) -> NieuweBeurt:
    velden: dict[str, object] = {
        "soort": "geschil", "aanduiding": geschil.titel, "begon_op": vandaag(), "uiterlijk": None,
        "grondslag": "Centrumregeling artikel 15", "handeling": "Open het geschil",
        "pad": reverse("geschillen:geschil", args=[geschil.pk]), "escalatie": "Regiokantoor",
    }  # fmt: skip
    velden |= anders
    return NieuweBeurt(sleutel=naam, titel=titel, organisatie=organisatie, rol=rol, **velden)  # type: ignore[arg-type]


def open_colleges(geschil: Geschil, deel: str, gemeenten: Iterable[Organisatie]) -> None:
    """Give each college its turn for a part of the road."""
    open_beurten(_beurt(geschil, g, Rol.BELEID, sleutel(geschil, deel, g.pk), _COLLEGE[deel]) for g in gemeenten)


def open_secretaris(geschil: Geschil, deel: str, titel: str, uiterlijk: date | None = None) -> None:
    """Give the secretary of the region a turn."""
    open_beurten(
        _beurt(geschil, k, Rol.SECRETARIS, sleutel(geschil, deel), titel, uiterlijk=uiterlijk) for k in regiokantoren()
    )


def open_voortgang(reactie: Reactie) -> None:
    """Give the college the turn to tell how far it is: within half a year, or on its own day when that is earlier."""
    geschil = reactie.aanbeveling.dossier
    nummer = reactie.voortgang.count()
    dag = min(halfjaar(vandaag()), reactie.uiterlijk) if reactie.uiterlijk and reactie.uiterlijk > vandaag() else None
    open_beurten([
        _beurt(geschil, reactie.gemeente, Rol.BELEID, sleutel(geschil, "voortgang", reactie.pk, nummer),
               f"Voortgang aanbeveling {reactie.aanbeveling.nummer}", tekst=reactie.eigenaar,
               uiterlijk=dag or halfjaar(vandaag()))
    ])  # fmt: skip


def sluit(geschil: Geschil, deel: str = "") -> None:
    """Close the open turns of a part of the road, or all."""
    begin = f"geschil:{geschil.pk}:{deel}"
    laat_vervallen(*Beurt.objects.filter(sleutel__startswith=begin).values_list("sleutel", flat=True))
