"""What a municipality said of a norm goes with it into a new version, until the municipality speaks again.

Silence is not consent: who did not adopt the old text, or disputes it, is not bound by the new one without a word.
An adoption does not go along: the municipality adopted other words. Both get a turn to look at the new version.
"""

from datetime import timedelta
from uuid import UUID

from django.urls import reverse

from jeugdregio.afspraken.models import Norm, Rang, Standpunt
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, open_beurten
from jeugdregio.organisaties.models import Rol

# As long as an open round takes: the municipality has to ask its college.
BEDENKTIJD = timedelta(weeks=6)
OVERGENOMEN = "Overgenomen van de vorige versie."


def neem_standpunten_over(norm: Norm) -> None:
    """Carry the positions on the version before to a norm that is adopted, and ask each municipality again."""
    if norm.vorige_id is None or norm.rang <= Rang.AMVB or norm.rang == Rang.LOKAAL:
        return
    oude = Standpunt.objects.op(norm.van).filter(norm_id=norm.vorige_id).select_related("gemeente")
    gebied = {g.pk for g in norm.gemeenten.all()}
    geldig = [s for s in oude if not gebied or s.gemeente_id in gebied]
    Standpunt.objects.bulk_create(
        Standpunt(
            norm=norm, gemeente=s.gemeente, stand=s.stand, van=norm.van, tot=s.tot, bron=s.bron,
            reden=_reden(s.reden),
        )
        for s in geldig
        if s.stand != Standpunt.Stand.VASTGESTELD
    )  # fmt: skip
    open_beurten(_beurt(norm, s) for s in geldig)


def sleutel(norm_id: UUID, gemeente_id: UUID) -> str:
    """Name of the turn to look at a new version."""
    return f"standpunt:{norm_id}:{gemeente_id}"


def _reden(reden: str) -> str:
    if reden.startswith(OVERGENOMEN):
        return reden
    return f"{OVERGENOMEN} {reden}".strip()[: Standpunt._meta.get_field("reden").max_length]


def _beurt(norm: Norm, oud: Standpunt) -> NieuweBeurt:
    return NieuweBeurt(
        sleutel=sleutel(norm.pk, oud.gemeente_id), soort="standpunt", titel="Nieuwe versie van een afspraak",
        tekst=f"{norm.vindplaats}: {norm.antwoord}. Jullie standpunt over de vorige versie: "
        f"{oud.get_stand_display().lower()}. Blijft dat zo?",
        organisatie=oud.gemeente, rol=Rol.BELEID, wachtende=norm.eigenaar, begon_op=vandaag(),
        uiterlijk=vandaag() + BEDENKTIJD, grondslag=norm.vindplaats, handeling="Neem een standpunt in",
        pad=reverse("afspraken:norm", args=[norm.pk]), escalatie="Bestuurlijk overleg sociaal domein",
    )  # fmt: skip
