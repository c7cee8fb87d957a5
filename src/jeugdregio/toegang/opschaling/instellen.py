"""Recording who owns a level, from a day on: a municipality for itself, the region for all who chose nothing else."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.organisaties.models import Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.opschaling.models import Expertteam, Niveau, Niveauregel
from jeugdregio.toegang.opschaling.models.niveaus import MET_EXPERTTEAM

# Who can own a level without expert team, with the own people of the municipality or of the regional office.
EIGENAREN = (Rol.TOEGANG, Rol.TEAMLEIDER)


@dataclass(frozen=True, kw_only=True)
class NieuwNiveau:
    """A level from a day on. `team` for an expert team; else `rol` at the municipality itself."""

    niveau: str
    van: date
    termijn_dagen: int
    bron: str
    rol: str = Rol.TOEGANG
    team: Expertteam | None = None
    evaluatie_dagen: int = 28
    contact: str = ""
    telefoon: str = ""


def stelt_in(wie: Wie) -> bool:
    """Tell whether somebody records levels: policy of a municipality, or of the regional office."""
    return wie.heeft(Rol.BELEID) and wie.organisatie.soort in {Soort.GEMEENTE, Soort.REGIOKANTOOR}


def leg_niveau_vast(wie: Wie, nieuw: NieuwNiveau) -> Niveauregel:
    """Let somebody own a level from a day on; what held before ends the day before. Cases that run keep their term.

    Raises GeenRecht, Geweigerd (field by field).
    """
    if not stelt_in(wie):
        raise GeenRecht("Dit legt een beleidsmedewerker van de gemeente of het regiokantoor vast.")
    gemeente = wie.organisatie if wie.organisatie.soort == Soort.GEMEENTE else None
    _toets(nieuw)
    with transaction.atomic():
        eerder = Niveauregel.objects.select_for_update().filter(gemeente=gemeente, niveau=nieuw.niveau)
        if later := eerder.filter(van__gte=nieuw.van).first():
            melding = f"Er is al iets vastgelegd vanaf {later.van:%d-%m-%Y}. Kies een latere dag."
            raise Geweigerd(melding, velden={"van": melding})
        eerder.filter(tot__isnull=True).update(tot=nieuw.van - timedelta(days=1))
        regel = Niveauregel.objects.create(
            gemeente=gemeente, niveau=nieuw.niveau, organisatie=_eigenaar(nieuw), van=nieuw.van,
            rol=Rol.EXPERT if nieuw.team else nieuw.rol, team=nieuw.team, termijn_dagen=nieuw.termijn_dagen,
            evaluatie_dagen=nieuw.evaluatie_dagen, bron=nieuw.bron.strip(), contact=nieuw.contact.strip(),
            telefoon=nieuw.telefoon.strip(),
        )  # fmt: skip
        leg_vast(
            wie, "niveau.vastgelegd", soort="niveauregel", onderwerp_id=regel.pk, gegevens={"niveau": regel.niveau}
        )
    return regel


def _eigenaar(nieuw: NieuwNiveau) -> Organisatie | None:
    return nieuw.team.organisatie if nieuw.team else None


def _toets(nieuw: NieuwNiveau) -> None:
    fouten = {}
    if nieuw.niveau not in Niveau.values:
        fouten["niveau"] = "Kies een niveau."
    if (nieuw.niveau in MET_EXPERTTEAM) != (nieuw.team is not None):
        fouten["team"] = "Kies een team bij een expertteam, en alleen daar."
    if nieuw.team is None and nieuw.rol not in EIGENAREN:
        fouten["rol"] = "Kies wie bij de gemeente aan zet is."
    for veld in ("termijn_dagen", "evaluatie_dagen"):
        if not 1 <= getattr(nieuw, veld) <= 365:
            fouten[veld] = "Vul een getal van 1 tot en met 365 in."
    if not nieuw.bron.strip():
        fouten["bron"] = "Noem het besluit of document."
    if fouten:
        raise Geweigerd("Dit niveau kan zo niet.", velden=fouten)
