"""What every change of assignments has in common: the version, the earlier state, one JW301, and the turns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import F

from jeugdregio.basis.fouten import Conflict, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurten
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.beurten import beurt_bevestigen, beurt_start, beurt_stop, sleutel_start, sleutel_verlenging
from jeugdregio.toegang.models import EerdereStand, Levering, Toewijzing
from jeugdregio.toegang.nummering import toewijzingnummer
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_toewijzingen
from jeugdregio.toegang.sturen import verstuur

_STAND = ("toegewezen_op", "einddatum", "volume", "eenheid", "frequentie", "budget", "reden_wijziging")
_OVERGENOMEN = ("kind", "gemeente", "aanbieder", "verzoek_regel", "categorie", "code", "volume", "eenheid",
                "frequentie", "budget", "einddatum")  # fmt: skip


@dataclass
class Verandering:
    """Assignments with their new values, not yet saved, beside what they said before; and new ones."""

    anders: list[tuple[Toewijzing, EerdereStand]] = field(default_factory=list)
    nieuw: list[Toewijzing] = field(default_factory=list)

    def zet(self, toewijzing: Toewijzing, reden: str, *, referentie: str = "", **velden: object) -> None:
        """Give an assignment new values under its own number, with a reason of JZ002."""
        oud = EerdereStand(toewijzing=toewijzing, bericht_id=toewijzing.bericht_id)
        for naam in _STAND:
            setattr(oud, naam, getattr(toewijzing, naam))
        for naam, waarde in {**velden, "reden_wijziging": reden, "referentie_aanbieder": referentie}.items():
            setattr(toewijzing, naam, waarde)
        toewijzing.toegewezen_op = nu()
        self.anders.append((toewijzing, oud))

    def vervang(self, toewijzing: Toewijzing, vanaf: date, *, referentie: str = "", **velden: object) -> Toewijzing:
        """Add an assignment with a new number that takes the place of another from a day on (IV066)."""
        opvolger = Toewijzing(nummer=toewijzingnummer(toewijzing.gemeente), volgt_op=toewijzing, ingangsdatum=vanaf)
        for naam in _OVERGENOMEN:
            setattr(opvolger, naam, getattr(toewijzing, naam))
        for naam, waarde in {**velden, "referentie_aanbieder": referentie, "toegewezen_op": nu()}.items():
            setattr(opvolger, naam, waarde)
        self.nieuw.append(opvolger)
        return opvolger

    @property
    def alle(self) -> list[Toewijzing]:
        """What goes into the message as changed or new."""
        return [*(toewijzing for toewijzing, _ in self.anders), *self.nieuw]


def pak(wie: Wie, toewijzing_id: UUID, versie: int) -> Toewijzing:
    """Take an assignment of one's own municipality for a change, in the caller's transaction.

    Raises GeenRecht, NietGevonden, and Conflict when somebody changed it since `versie`.
    """
    eis_toegang(wie)
    zichtbaar = zichtbare_toewijzingen(wie).filter(pk=toewijzing_id)
    gepakt = zichtbaar.filter(versie=versie).update(versie=F("versie") + 1)
    toewijzing = zichtbaar.select_related("kind__gemeente", "gemeente", "aanbieder", "verzoek_regel__verzoek").first()
    if toewijzing is None:
        raise NietGevonden("Deze toewijzing is er niet.")
    if not gepakt:
        raise Conflict("Een collega heeft deze toewijzing net gewijzigd. Bekijk haar opnieuw en beslis dan.")
    return toewijzing


def leveringen_van(toewijzing: Toewijzing) -> list[Levering]:
    """Return the deliveries on an assignment that were not withdrawn."""
    return list(toewijzing.leveringen.filter(verwijderd_op__isnull=True))


def leg_vast_en_stuur(wie: Wie, verandering: Verandering, *, toelichting: str, referentie: str = "") -> Bericht:
    """Send one JW301 with all of it, keep what the assignments said before, and open and close the turns.

    In the caller's transaction. Raises Geweigerd when the message would fail our own check.
    """
    bericht = verstuur(verandering.alle, referentie=referentie)
    for toewijzing, oud in verandering.anders:
        oud.gewijzigd_door_id, oud.toelichting = wie.gebruiker_id, toelichting.strip()
        oud.save()
        toewijzing.bericht = bericht
        toewijzing.save()
    for toewijzing in verandering.nieuw:
        toewijzing.bericht = bericht
        toewijzing.save()
    _beurten(verandering, bericht)
    return bericht


def _beurten(verandering: Verandering, bericht: Bericht) -> None:
    open_beurten([
        beurt_bevestigen(verandering.alle[0], bericht), *(beurt_start(t) for t in verandering.nieuw),
    ])  # fmt: skip
    for toewijzing, oud in verandering.anders:
        laat_vervallen(sleutel_verlenging(toewijzing.pk, oud.einddatum))
        leveringen = leveringen_van(toewijzing)
        over = toewijzing.einddatum is not None and toewijzing.einddatum < vandaag()
        if toewijzing.reden_wijziging == VERWIJDERD or (over and not leveringen):
            laat_vervallen(sleutel_start(toewijzing.pk))
        elif over:
            open_beurten(_stops(leveringen, toewijzing))


def _stops(leveringen: Sequence[Levering], toewijzing: Toewijzing) -> list[NieuweBeurt]:
    lopend = [levering for levering in leveringen if levering.einddatum is None]
    for levering in lopend:
        levering.toewijzing = toewijzing
    return [beurt_stop(levering) for levering in lopend]
