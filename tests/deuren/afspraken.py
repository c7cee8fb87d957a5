"""The doors of the norms: reading is for everybody, keeping for policy, law and the secretary of each side."""

from datetime import date
from typing import Any

from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.afspraken.tests.hulp import VRAAG, maak_conflict_van_de_bronnen
from tests.deuren.deur import IEDEREEN, UITVOERDER, Deur
from tests.wereld import Wereld

BELEID = {"beleid_lelystad", "jurist_lelystad"}
BEHEERT = BELEID | {"secretaris"}
BRENGT_IN = BELEID | {"secretaris", "directeur", "wethouder_lelystad"}
GI_EN_AANBIEDER = {"noor", "iris", "gi_medewerker", "vt_medewerker"}

DEUREN: dict[str, Deur] = {
    "afspraken:kaart-csv": Deur(IEDEREEN),
    "afspraken:vraag": Deur(IEDEREEN, code=VRAAG),
    "afspraken:vraag-nieuw": Deur(BEHEERT),
    "afspraken:navraag": Deur(set(), onzichtbaar=IEDEREEN, post=True, code=VRAAG),
    "afspraken:bevestigen": Deur(BELEID, post=True, code=VRAAG),
    "afspraken:normen": Deur(IEDEREEN),
    "afspraken:norm": Deur(IEDEREEN - GI_EN_AANBIEDER - UITVOERDER, onzichtbaar=GI_EN_AANBIEDER, norm_id="concept"),
    "afspraken:norm-nieuw": Deur(BEHEERT),
    "afspraken:norm-wijzigen": Deur(BELEID, norm_id="concept"),
    "afspraken:norm-vaststellen": Deur(BELEID, norm_id="concept"),
    "afspraken:norm-intrekken": Deur(BELEID, norm_id="concept"),
    "afspraken:norm-bron": Deur(BELEID, norm_id="concept"),
    "afspraken:standpunt": Deur(BELEID, norm_id="concept"),
    "afspraken:botsingen": Deur(IEDEREEN),
    "afspraken:botsing": Deur(IEDEREEN, sleutel="botsing"),
    "afspraken:botsing-inbrengen": Deur(BRENGT_IN, post=True, sleutel="botsing"),
    "afspraken:vergelijken": Deur(IEDEREEN),
    "afspraken:vergelijking-inbrengen": Deur(BRENGT_IN, post=True),
}


def maak(wereld: Wereld) -> dict[str, Any]:
    """Make a concept of Lelystad and the conflict of the sources."""
    lelystad = wereld.regio.lelystad
    contract, _, lokaal = maak_conflict_van_de_bronnen(lelystad)
    concept = Norm.objects.create(
        vraag=VRAAG, antwoord="ja", waarde="ja", rang=Rang.LOKAAL, bron="Nota", plaats="p. 1", van=date(2027, 1, 1),
        staat=Norm.Staat.CONCEPT, eigenaar=lelystad,
    )  # fmt: skip
    concept.gemeenten.add(lelystad)
    return {"concept": concept, "botsing": f"{contract.pk}:{lokaal.pk}"}
