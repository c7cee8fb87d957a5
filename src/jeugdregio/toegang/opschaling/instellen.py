"""Recording who owns a level, from a day on: a municipality for itself, the region for all who chose nothing else."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import GeenRecht, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Aanstelling, Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.opschaling.models import Expertteam, Niveau, Niveauregel, Teamlid
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


def richt_team_in(
    wie: Wie, *, naam: str, bron: str, secretaris_email: str, deskundigheid: str, screenen_dagen: int = 5,
    reactie_dagen: int = 14, opvolgen_maanden: int = 3,
) -> Expertteam:  # fmt: skip
    """Found an expert team at the regional office, with its first secretary (who has the role of expert).

    Raises GeenRecht, Geweigerd (field by field).
    """
    if not (stelt_in(wie) and wie.organisatie.soort == Soort.REGIOKANTOOR):
        raise GeenRecht("Een expertteam richt een beleidsmedewerker van het regiokantoor in.")
    teksten = {"naam": naam, "bron": bron, "deskundigheid": deskundigheid}
    fouten = {veld: "Vul dit in." for veld, tekst in teksten.items() if not tekst.strip()}
    if Expertteam.objects.filter(naam=naam.strip()).exists():
        fouten["naam"] = "Dit team is er al."
    aanstelling = (
        Aanstelling.objects.op(vandaag()).filter(gebruiker__email=secretaris_email.strip().lower(), rol=Rol.EXPERT)
        .select_related("gebruiker", "organisatie").first()
    )  # fmt: skip
    if aanstelling is None:
        fouten["secretaris_email"] = "Geef deze persoon eerst de rol van expertteamlid bij de eigen organisatie."
    if fouten or aanstelling is None:
        raise Geweigerd("Dit team kan zo niet.", velden=fouten)
    with transaction.atomic():
        team = Expertteam.objects.create(
            naam=naam.strip(), organisatie=wie.organisatie, bron=bron.strip(), screenen_dagen=screenen_dagen,
            reactie_dagen=reactie_dagen, opvolgen_maanden=opvolgen_maanden,
        )  # fmt: skip
        Teamlid.objects.create(
            team=team, gebruiker=aanstelling.gebruiker, organisatie=aanstelling.organisatie, van=vandaag(),
            deskundigheid=deskundigheid.strip(), is_secretaris=True,
        )  # fmt: skip
        leg_vast(wie, "expertteam.ingericht", soort="expertteam", onderwerp_id=team.pk)
    return team


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
