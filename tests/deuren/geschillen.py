"""The doors of disputes: what is for the table is not there for anybody else."""

from datetime import date
from typing import Any

from jeugdregio.bestuur.geschillen.models import Aanbeveling, Geschil, Staat
from tests.deuren.deur import IEDEREEN, Deur
from tests.wereld import Wereld

COLLEGE = {"wethouder_lelystad", "beleid_lelystad", "jurist_lelystad"}
REGIE = {"directeur", "secretaris"}
TAFEL = COLLEGE | REGIE | {"voorzitter", "begeleider", "ervaringsdeskundige"}
DEUREN = {
    "geschillen:lijst": Deur(TAFEL | {"griffier_lelystad"}),
    "geschillen:nieuw": Deur(COLLEGE | REGIE),
    "geschillen:geschil": Deur(TAFEL, onzichtbaar=IEDEREEN - TAFEL, geschil_id="geschil"),
    "geschillen:handeling": Deur(COLLEGE, onzichtbaar=IEDEREEN - TAFEL, geschil_id="geschil", code="raad"),
    "geschillen:onderdeel": Deur(
        COLLEGE, onzichtbaar=IEDEREEN - TAFEL, geschil_id="geschil", code="reactie", deel_id="aanbeveling"
    ),
}


def maak(wereld: Wereld) -> dict[str, Any]:
    """Make a dispute with an advice the colleges must answer."""
    regio = wereld.regio
    geschil = Geschil.objects.create(
        regio=regio.regio, titel="Geschil", onderwerp="Mandaat", bepaling="Artikel 15", geprobeerd="Praten",
        gewenst="Duidelijkheid", melder=regio.dronten, staat=Staat.REACTIE, advies="Praat", advies_op=date(2025, 9, 19),
    )  # fmt: skip
    aanbeveling = Aanbeveling.objects.create(dossier=geschil, nummer=1, tekst="Praat")
    return {"geschil": geschil, "aanbeveling": aanbeveling}
