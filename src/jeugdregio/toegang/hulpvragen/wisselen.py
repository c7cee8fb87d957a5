"""A change of holder: an act of the municipality, told to those it concerns."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import open_beurt
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.hulpvragen.actions import pak
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolhouder
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen
from jeugdregio.toegang.hulpvragen.rollen import kan_houden, medewerkers


@transaction.atomic
def wijs_rol_toe(
    wie: Wie, hulpvraag_id: UUID, rol: str, organisatie: Organisatie, *, versie: int,
    gebruiker: Gebruiker | None = None, naam: str = "", telefoon: str = "", vanaf: date | None = None,
) -> Rolhouder:  # fmt: skip
    """Give a role to somebody from a day (today); who had it keeps it until the day before. Those concerned are told.

    Raises Geweigerd for an unknown role, an organisation that cannot hold it, nobody named as contact of a family, or
    a day before the question came in; Conflict when the question changed since `versie`.
    """
    hulpvraag = te_behandelen(wie, hulpvraag_id)
    op = vanaf or vandaag()
    fouten = _fouten(hulpvraag, rol, organisatie, gebruiker, op)
    if rol == Casusrol.CONTACT and gebruiker is None and not naam.strip():
        fouten["gebruiker"] = "Noem een mens: het gezin moet weten wie het kan bellen."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    pak(hulpvraag, versie)
    vorige = hulpvraag.rolhouders.filter(rol=rol, tot__isnull=True).select_related("organisatie").first()
    if vorige is not None:
        _beeindig(vorige, op)
    houder = Rolhouder.objects.create(
        hulpvraag=hulpvraag, rol=rol, organisatie=organisatie, gebruiker=gebruiker, naam=naam.strip()[:200],
        telefoon=telefoon.strip()[:30], van=op,
    )  # fmt: skip
    leg_vast(wie, "hulpvraag.rol_toegewezen", kind_id=hulpvraag.kind_id, soort="hulpvraag", onderwerp_id=hulpvraag.pk,
             gegevens={"rol": rol})  # fmt: skip
    _vertel(wie, houder, vorige)
    kind_gewijzigd(hulpvraag.kind)
    return houder


def _fouten(
    hulpvraag: Hulpvraag, rol: str, organisatie: Organisatie, gebruiker: Gebruiker | None, op: date
) -> dict[str, str]:  # fmt: skip
    fouten = {}
    if rol not in Casusrol.values:
        fouten["rol"] = "Kies welke rol."
    if organisatie not in kan_houden(hulpvraag):
        fouten["organisatie"] = "Kies een organisatie die hier een rol kan hebben."
    if gebruiker is not None and gebruiker not in medewerkers(hulpvraag):
        fouten["gebruiker"] = "Kies iemand van de toegang van deze gemeente."
    if not hulpvraag.ontvangen_op <= op <= vandaag():
        fouten["vanaf"] = "Kies een dag tussen de dag van de vraag en vandaag."
    return fouten


def _beeindig(vorige: Rolhouder, op: date) -> None:
    """End the previous holder the day before; one who came the same day never held it."""
    if vorige.van >= op:
        vorige.delete()
        return
    vorige.tot = op - timedelta(days=1)
    vorige.save(update_fields=["tot"])


def _vertel(wie: Wie, houder: Rolhouder, vorige: Rolhouder | None) -> None:
    """Tell the new holder, and the one before, by a turn; who changed it needs no telling."""
    for rij, woord in ((houder, "heeft nu"), (vorige, "heeft niet meer")):
        if rij is None or (rij.gebruiker_id == wie.gebruiker_id and rij.organisatie_id == wie.organisatie_id):
            continue
        if rij.organisatie.soort not in {Soort.GEMEENTE, Soort.UITVOERDER} or (rij is vorige and rij.pk is None):
            continue
        kind = houder.hulpvraag.kind
        open_beurt(
            sleutel=f"rolhouder:{houder.pk}:{'nieuw' if rij is houder else 'oud'}", soort="rol_gewijzigd",
            titel=f"Je organisatie {woord} een rol: {Casusrol(houder.rol).label.lower()}"[:200],
            organisatie=rij.organisatie, rol=Rol.TOEGANG, contact=rij.gebruiker, begon_op=vandaag(),
            uiterlijk=None, grondslag="Jeugdwet 4.1.1; afspraken over de rolverdeling", handeling="Bekijk de vraag",
            pad=f"/kinderen/{kind.pk}/", aanduiding=aanduiding(kind), kenmerk=houder.hulpvraag.kenmerk,
            kind_id=kind.pk,
        )  # fmt: skip
