"""The doors of signals: one of provider De Brug to Lelystad, not shared with anybody else."""

from datetime import timedelta

from jeugdregio.bestuur.signalen.models import Signaal
from tests.deuren.deur import IEDEREEN, Deur
from tests.wereld import DAG, Wereld

OVERHEID = {"wethouder_lelystad", "beleid_lelystad", "jurist_lelystad", "contract_lelystad", "directeur", "secretaris"}
LEZERS = OVERHEID | {"noor", "iris", "gi_medewerker", "vt_medewerker"}
ONTVANGERS = {"wethouder_lelystad", "beleid_lelystad", "jurist_lelystad", "contract_lelystad"}
BETROKKEN = ONTVANGERS | {"noor"}


def _stap() -> Deur:
    # An empty form is answered with what is missing, before the act asks who may: so who may read it gets 422.
    return Deur(BETROKKEN, onzichtbaar=IEDEREEN - BETROKKEN, post=True, signaal_id="signaal")


DEUREN: dict[str, Deur] = {
    "signalen:lijst": Deur(LEZERS),
    "signalen:csv": Deur(LEZERS),
    "signalen:nieuw": Deur(LEZERS),
    "signalen:archief": Deur(OVERHEID),
    "signalen:archiefbrief": Deur(OVERHEID),
    "signalen:signaal": Deur(BETROKKEN, onzichtbaar=IEDEREEN - BETROKKEN, signaal_id="signaal"),
    "signalen:antwoord": _stap(),
    "signalen:navragen": _stap(),
    "signalen:doorzetten": _stap(),
    "signalen:intrekken": _stap(),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make the signal."""
    signaal = Signaal.objects.create(
        nummer="S-2026-0001", afzender=wereld.regio.de_brug, geadresseerde="gemeente", aan=wereld.regio.lelystad,
        onderwerp="Verlengen duurt lang", tekst="Vaak weken wachten.", gemeld_op=DAG,
        antwoord_uiterlijk=DAG + timedelta(days=14),
    )  # fmt: skip
    return {"signaal": signaal}
