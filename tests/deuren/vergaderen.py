"""The doors of the meetings. The item behind them is confidential: aldermen, chair, facilitator and secretary."""

from datetime import date, time

from jeugdregio.bestuur.vergaderen.models import Actie, Agendapunt, Stuk, Vergadering
from tests.deuren.deur import IEDEREEN, Deur
from tests.wereld import DAG, Wereld

HOUDERS = {"secretaris", "voorzitter"}
LEZERS = HOUDERS | {
    "wethouder_lelystad", "griffier_lelystad", "beleid_lelystad", "jurist_lelystad", "directeur", "begeleider",
    "ervaringsdeskundige",
}  # fmt: skip
BUITEN = IEDEREEN - LEZERS
VERTROUWD = {"wethouder_lelystad", "secretaris", "voorzitter", "begeleider"}
AANDRAGERS = HOUDERS | {"wethouder_lelystad", "beleid_lelystad", "jurist_lelystad", "directeur"}
# The regional office brought it in: its director reads it too.
INBRENGERS = VERTROUWD | {"directeur"}


def _punt(mag: set[str] = HOUDERS) -> Deur:
    return Deur(mag, punt_id="punt")


DEUREN: dict[str, Deur] = {
    "vergaderen:lijst": Deur(LEZERS),
    "vergaderen:besluiten": Deur(LEZERS),
    "vergaderen:plan": Deur(HOUDERS),
    "vergaderen:vergadering": Deur(LEZERS, onzichtbaar=BUITEN, vergadering_id="vergadering"),
    "vergaderen:export": Deur(LEZERS, onzichtbaar=BUITEN, vergadering_id="vergadering", vorm="json"),
    "vergaderen:agendeer": Deur(AANDRAGERS, vergadering_id="vergadering"),
    "vergaderen:verstuur": Deur(HOUDERS, post=True, vergadering_id="vergadering"),
    "vergaderen:houd": Deur(HOUDERS, post=True, vergadering_id="vergadering"),
    "vergaderen:last_af": Deur(HOUDERS, post=True, vergadering_id="vergadering"),
    "vergaderen:stuk": Deur(INBRENGERS, onzichtbaar=IEDEREEN - INBRENGERS, stuk_id="stuk"),
    "vergaderen:stuk_nieuw": Deur(
        INBRENGERS - {"begeleider"}, onzichtbaar={"beleid_lelystad", "jurist_lelystad"}, punt_id="punt"
    ),
    "vergaderen:terug": _punt(),
    "vergaderen:besluit": _punt(),
    "vergaderen:afronden": _punt(),
    "vergaderen:actie_nieuw": _punt(),
    "vergaderen:actie_klaar": Deur(HOUDERS | {"wethouder_lelystad"}, onzichtbaar={"beleid_lelystad"}, actie_id="actie"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a meeting with a confidential item of the regional office, a paper that was sent, and an action."""
    vergadering = Vergadering.objects.create(
        tafel="bestuurlijk", op=date(2026, 11, 2), aanvang=time(10), plaats="Lelystad", staat="uitgenodigd"
    )
    punt = Agendapunt.objects.create(
        vergadering=vergadering, volgorde=1, onderwerp="Vertrouwelijk", doel="bespreking", vraag="Wat doen we?",
        inbrenger=wereld.regio.regiokantoor, zichtbaarheid="vertrouwelijk",
    )  # fmt: skip
    stuk = Stuk.objects.create(
        punt=punt, titel="Notitie", versie=1, tekst="Vertrouwelijk.", zichtbaarheid="vertrouwelijk", verzonden_op=DAG
    )
    actie = Actie.objects.create(
        punt=punt, tekst="Uitzoeken", organisatie=wereld.regio.lelystad, rol="beleidsmedewerker", uiterlijk=DAG
    )
    return {"vergadering": vergadering, "punt": punt, "stuk": stuk, "actie": actie}
