"""The doors of joint texts. The text behind them is for the table and the registries; its level is that of councils."""

from datetime import date
from typing import Any

from jeugdregio.bestuur.mandaten.models import Intentie
from jeugdregio.bestuur.teksten.models import Amendement, Raadsbesluit, Staat, Tekst, Tekstversie
from tests.deuren.deur import IEDEREEN, Deur
from tests.wereld import Wereld

REGIE = {"directeur", "secretaris"}
LEZERS = REGIE | {
    "wethouder_lelystad", "beleid_lelystad", "jurist_lelystad", "griffier_lelystad", "voorzitter", "begeleider",
    "ervaringsdeskundige",
}  # fmt: skip
BUITEN = IEDEREEN - LEZERS
LEES = {"onzichtbaar": BUITEN, "tekst_id": "gezamenlijke_tekst"}
DEUREN = {
    "teksten:lijst": Deur(LEZERS),
    "teksten:nieuw": Deur(REGIE),
    "teksten:intentie_nieuw": Deur(REGIE),
    "teksten:intentie": Deur(LEZERS, intentie_id="intentie"),
    "teksten:tekst": Deur(LEZERS, **LEES),
    "teksten:vergelijken": Deur(LEZERS, **LEES),
    "teksten:reactienota_pdf": Deur(LEZERS, **LEES),
    "teksten:reactienota_word": Deur(LEZERS, **LEES),
    "teksten:handeling": Deur({"griffier_lelystad"}, code="raad", **LEES),
    "teksten:onderdeel": Deur({"griffier_lelystad"}, code="oordeel", deel_id="amendement", **LEES),
}


def maak(wereld: Wereld) -> dict[str, Any]:
    """Make a text before the councils, with an amendment of Dronten."""
    regio = wereld.regio
    tekst = Tekst.objects.create(
        regio=regio.regio, soort="regiovisie", titel="Regiovisie", grondslag="Jeugdwet", aanleiding="Samen",
        staat=Staat.RONDGANG,
    )  # fmt: skip
    versie = Tekstversie.objects.create(dossier=tekst, nummer=1, tekst="Tekst", hash="0" * 64, reden="Eerste", door="x")
    Raadsbesluit.objects.create(tekstversie=versie, gemeente=regio.lelystad)
    amendement = Amendement.objects.create(
        tekstversie=versie, gemeente=regio.dronten, titel="Anders", oud="Tekst", nieuw="Woorden", op=date(2026, 6, 1)
    )
    intentie = Intentie.objects.create(titel="Intentie", bron="memo")
    return {"gezamenlijke_tekst": tekst, "amendement": amendement, "intentie": intentie}
