"""The certified institution consults the college on help within a measure (Jeugdwet 3.5): who, when, what advice."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Raadpleging
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen

JW_3_5 = "Jeugdwet 3.5 lid 1"


def instellingen() -> list[Organisatie]:
    """Return the certified institutions."""
    return list(Organisatie.objects.filter(soort=Soort.GI))


@transaction.atomic
def leg_raadpleging_vast(
    wie: Wie, hulpvraag_id: UUID, gi: Organisatie, op: date, *, namens_gi: str, namens_gemeente: str, advies: str,
    bepaling: str = "",
) -> Raadpleging:  # fmt: skip
    """Record a consultation. `advies` is what the college said, `bepaling` what the institution decided after it.

    The institution has the final word: advice that it does not follow changes nothing. Raises Geweigerd for an
    organisation that is no institution, somebody missing, no advice, or a day in the future or before the birth.
    """
    hulpvraag = te_behandelen(wie, hulpvraag_id)
    fouten = _fouten(hulpvraag, gi, op)
    for veld, tekst, melding in (
        ("namens_gi", namens_gi, "Vul in wie er namens de gecertificeerde instelling was."),
        ("namens_gemeente", namens_gemeente, "Vul in wie er namens de gemeente was."),
        ("advies", advies, "Schrijf op wat de gemeente adviseerde."),
    ):
        if not tekst.strip():
            fouten[veld] = melding
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag=JW_3_5, velden=fouten)
    raadpleging = Raadpleging.objects.create(
        hulpvraag=hulpvraag, gi=gi, op=op, namens_gi=namens_gi.strip()[:200], advies=advies.strip(),
        namens_gemeente=namens_gemeente.strip()[:200], bepaling=bepaling.strip(), vastgelegd_door=wie.gebruiker,
    )  # fmt: skip
    leg_vast(wie, "hulpvraag.overleg_vastgelegd", kind_id=hulpvraag.kind_id, soort="hulpvraag",
             onderwerp_id=hulpvraag.pk)  # fmt: skip
    kind_gewijzigd(hulpvraag.kind)
    return raadpleging


def _fouten(hulpvraag: Hulpvraag, gi: Organisatie, op: date) -> dict[str, str]:
    fouten = {}
    if gi.soort != Soort.GI:
        fouten["gi"] = "Kies een gecertificeerde instelling."
    if not hulpvraag.kind.eerste_dag <= op <= vandaag():
        fouten["op"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    return fouten
