"""What happens next, in words for the family: from the open turns about this child.

A turn is written for who must act. Only the kinds that stand here are told to the family, each in its own words; what
is not named here is not shown.
"""

from dataclasses import dataclass
from datetime import date

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Soort
from jeugdregio.toegang.mijn.gezinslid import Gezinslid

# Kind of turn -> what the one whose turn it is does, after its name: "De gemeente Dronten ..."
ZINNEN: dict[str, str] = {
    "verzoek_beantwoorden": "kijkt of de hulp kan beginnen.",
    "toewijzing_bevestigen": "heeft bericht gekregen dat de hulp mag beginnen.",
    "start_melden": "begint met de hulp.",
    "stop_melden": "laat weten dat de hulp klaar is.",
    "verlenging": "bekijkt of de hulp langer moet duren.",
    "wachten_overbruggen": "zoekt hulp voor de tijd dat je moet wachten.",
    "wachten_contact": "neemt contact met je op zolang je wacht.",
    "opschaling_lokaal": "zoekt met jullie een oplossing voor wat vastzit.",
    "opschaling_doorbraak": "zoekt met een doorbraakteam een oplossing voor wat vastzit.",
    "opschaling_anders": "zet Team AnderS in.",
    "opschaling_ret": "denkt mee over passende hulp en geeft advies.",
    "casus_reageren": "beslist wat er met het advies gebeurt.",
    "casus_terugkijken": "kijkt met jullie terug op het advies.",
    "gezinsvraag": "beantwoordt je vraag.",
    "klok_toegang-acht-weken": "onderzoekt met jullie welke hulp nodig is.",
    "klok_awb-beslistermijn": "beslist op de aanvraag.",
    "klok_awb-beslissing-op-bezwaar": "beslist op het bezwaar.",
    "klok_plan-vaststellen": "maakt het plan met jullie af.",
    "besluit_verzenden": "stuurt de brief met het besluit.",
    "besluit_uitvoeren": "regelt de hulp uit het besluit.",
    "plan_eigen-plan": "vraagt hoe het gaat met jullie eigen plan.",
    "plan_evaluatie": "kijkt met jullie terug op het plan.",
    "toestemming_overleggen": "praat met jullie over toestemming.",
    "toestemming_herzien": "praat met jullie over toestemming.",
    "overdracht_beantwoorden": "kijkt of zij de hulp overneemt.",
    "aansluiten": "zorgt dat de hulp doorgaat na de verhuizing.",
    "dossierverzoek": "beslist over de vraag over het dossier.",
}


@dataclass(frozen=True)
class Gebeurtenis:
    """One thing that happens now: who, what, and until when."""

    wie: str
    zin: str
    uiterlijk: date | None
    te_laat: bool
    uitleg: tuple[str, ...]


def wat_nu(lid: Gezinslid) -> list[Gebeurtenis]:
    """Return what others do for this child now, the first date first. One query."""
    beurten = (
        Beurt.objects.filter(kind_id=lid.kind.pk, staat=Beurt.Staat.OPEN, soort__in=ZINNEN)
        .select_related("organisatie").order_by("uiterlijk", "begon_op")
    )  # fmt: skip
    return [_gebeurtenis(beurt) for beurt in beurten]


def _gebeurtenis(beurt: Beurt) -> Gebeurtenis:
    wie = beurt.organisatie.naam
    if beurt.organisatie.soort == Soort.GEMEENTE:
        wie = f"De gemeente {wie}"
    te_laat = beurt.uiterlijk is not None and beurt.uiterlijk < vandaag()
    return Gebeurtenis(wie, ZINNEN[beurt.soort], beurt.uiterlijk, te_laat, tuple(beurt.uitleg))
