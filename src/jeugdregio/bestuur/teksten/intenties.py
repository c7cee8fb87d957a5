"""Who signed an agreement of intent, when, or why not. Signing gives nobody any power: no mandate comes of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.models import Intentie, Ondertekening
from jeugdregio.bestuur.teksten.permissions import deelnemers_op, eis, eis_regie, mag_college, mag_lezen
from jeugdregio.bestuur.teksten.weg import eis_geweest, eis_tekst
from jeugdregio.organisaties.models import Organisatie, Regio
from jeugdregio.organisaties.wie import Wie

AARD = "Intentie, geen mandaat"


@dataclass(frozen=True)
class Vak:
    """One cell of the grid: a college, and what it did; None when it did not say yet."""

    gemeente: Organisatie
    ondertekening: Ondertekening | None


@transaction.atomic
def begin_intentie(wie: Wie, *, titel: str, bron: str, opgesteld_op: date | None = None) -> Intentie:
    """Put an agreement of intent up for signing by the colleges."""
    eis_regie(wie)
    eis_tekst(titel=titel, bron=bron)
    intentie = Intentie.objects.create(titel=titel.strip(), bron=bron.strip(), opgesteld_op=opgesteld_op)
    leg_vast(wie, "intentie.begonnen", soort="intentie", onderwerp_id=intentie.pk)
    return intentie


@transaction.atomic
def onderteken(wie: Wie, intentie_id: UUID, *, getekend: bool, op: date, reden: str = "") -> Ondertekening:
    """Record that the own college signed or refuses; a refusal has a reason. The last word holds, the log keeps all.

    Raises GeenRecht, NietGevonden, Geweigerd. Makes no mandate: only a decision of the college does (Awb 10:1).
    """
    eis(mag_college(wie), "Dit legt een wethouder, beleidsmedewerker of jurist van de gemeente vast.")
    intentie = Intentie.objects.select_for_update().filter(pk=intentie_id).first()
    if intentie is None:
        raise NietGevonden("Deze overeenkomst is er niet.")
    if wie.organisatie not in _deelnemers():
        raise Geweigerd("Je gemeente doet vandaag niet mee aan de regio.")
    if op > vandaag():
        raise eis_geweest("op", aan="het besluit")
    if not getekend or reden.strip():
        eis_tekst(reden=reden)
    vorige = intentie.ondertekeningen.filter(organisatie=wie.organisatie).first()
    was = {"getekend": vorige.getekend, "op": str(vorige.op), "reden": vorige.reden} if vorige else {}
    rij, _ = Ondertekening.objects.update_or_create(
        intentie=intentie, organisatie=wie.organisatie,
        defaults={"getekend": getekend, "op": op, "reden": reden.strip()},
    )  # fmt: skip
    leg_vast(wie, "intentie.ondertekening", soort="intentie", onderwerp_id=intentie.pk, gegevens={"was": was})
    return rij


def rooster(wie: Wie, intentie_id: UUID) -> tuple[Intentie, list[Vak]]:
    """Return the agreement with a cell for every municipality of today, and for who signed and has left since."""
    eis(mag_lezen(wie), "Dit is voor de bestuurstafel en de griffies.")
    intentie = Intentie.objects.prefetch_related("ondertekeningen__organisatie").filter(pk=intentie_id).first()
    if intentie is None:
        raise NietGevonden("Deze overeenkomst is er niet.")
    gezegd = {o.organisatie_id: o for o in intentie.ondertekeningen.all()}
    vakken = [Vak(g, gezegd.pop(g.pk, None)) for g in _deelnemers()]
    return intentie, [*vakken, *(Vak(o.organisatie, o) for o in gezegd.values())]


def _deelnemers() -> list[Organisatie]:
    return [g for regio in Regio.objects.all() for g in deelnemers_op(regio, vandaag())]
