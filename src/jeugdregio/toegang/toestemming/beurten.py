"""The turns of consent: to talk with the family at once, and for the provider to wait for that talk."""

from jeugdregio.beurten.actions import NieuweBeurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.permissions import rol_van_aanbieder
from jeugdregio.toegang.toestemming.models import Herziening

GROND = "Jeugdwet 7.3.4"


def sleutel_herzien(herziening_id: object) -> str:
    """Key of the turn of the municipality to talk with the family."""
    return f"herziening:{herziening_id}:praten"


def sleutel_aanbieder(herziening_id: object) -> str:
    """Key of the turn of the provider to consult before it goes on."""
    return f"herziening:{herziening_id}:overleggen"


def beurten_herzien(herziening: Herziening) -> list[NieuweBeurt]:
    """Return the turns: the municipality talks, and (not for a birthday that is still to come) the provider waits."""
    toewijzing, kind = herziening.toewijzing, herziening.kind
    algemeen = {
        "begon_op": herziening.op, "uiterlijk": herziening.uiterlijk, "grondslag": GROND,
        "aanduiding": aanduiding(kind), "kind_id": kind.pk,
    }  # fmt: skip
    praten = NieuweBeurt(
        **algemeen,  # type: ignore[arg-type]
        sleutel=sleutel_herzien(herziening.pk), soort="toestemming_herzien", titel="Praten over toestemming",
        tekst=f"{herziening.get_aanleiding_display()}. De hulp loopt niet vanzelf door: praat met het gezin.",
        uitleg=herziening.uitleg, organisatie=toewijzing.gemeente, rol=Rol.TOEGANG, wachtende=toewijzing.aanbieder,
        handeling="Bekijk de toestemming", pad=f"/kinderen/{kind.pk}/toestemmingen/", kenmerk=kind.kenmerk,
        escalatie="Teamleider toegang",
    )  # fmt: skip
    if herziening.aanleiding == Herziening.Aanleiding.VERJAARDAG:
        return [praten]
    overleggen = NieuweBeurt(
        **algemeen,  # type: ignore[arg-type]
        sleutel=sleutel_aanbieder(herziening.pk), soort="toestemming_overleggen",
        titel="Overleg over toestemming", tekst="De toestemming is niet compleet. Bel de gemeente voor je verdergaat.",
        organisatie=toewijzing.aanbieder, rol=rol_van_aanbieder(toewijzing.aanbieder), wachtende=toewijzing.gemeente,
        handeling="Bekijk de toewijzing", pad=f"/toewijzingen/{toewijzing.pk}/", kenmerk=toewijzing.nummer,
        escalatie="Toegangsmedewerker gemeente",
    )  # fmt: skip
    return [praten, overleggen]
