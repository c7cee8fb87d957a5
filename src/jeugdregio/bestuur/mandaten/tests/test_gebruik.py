"""Other rooms ask before they decide: the answer is kept with the decision, and without a chain nothing happens."""

from datetime import date
from uuid import uuid4

import pytest
from tests.mensen import VAN, Regiomensen

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur.mandaten import actions
from jeugdregio.bestuur.mandaten.gebruik import geef_basismandaat, oefen_uit, uitoefeningen
from jeugdregio.bestuur.mandaten.models import Mandaat, Uitoefening
from jeugdregio.bestuur.mandaten.queries import mag
from jeugdregio.bestuur.mandaten.tests.keten import op
from jeugdregio.organisaties.models import Organisatie, Rol, Soort

DAG = date(2026, 9, 14)


def test_de_toegang_beslist_namens_het_college_en_dat_blijft_bij_het_besluit(regio: Regiomensen) -> None:
    sleutel = uuid4()
    with op(DAG):
        oefen_uit(
            regio.lelystad, "toewijzen", regio.lelystad, functie=Rol.TOEGANG, soort="verzoek", onderwerp_id=sleutel
        )
        mandaat = Mandaat.objects.get(gever=regio.lelystad, ontvanger_functie=Rol.TOEGANG)
        actions.trek_in(regio.jurist_lelystad, mandaat.pk, per=DAG, besluit_op=DAG, tekst="Besluit 20")
        with pytest.raises(Geweigerd, match="niet is ingetrokken"):
            oefen_uit(
                regio.lelystad, "toewijzen", regio.lelystad, functie=Rol.TOEGANG, soort="verzoek", onderwerp_id=uuid4()
            )
    (gebruik,) = uitoefeningen("verzoek", sleutel)
    assert gebruik.uitkomst == "bevoegd"
    assert gebruik.uitleg["ondertekening"] == (
        "Namens het college van Lelystad, de toegangsmedewerker van de gemeente Lelystad"
    )
    assert Uitoefening.objects.count() == 1


def test_de_uitvoerder_indiceert_alleen(regio: Regiomensen) -> None:
    uitvoerder = Organisatie.objects.create(naam="Uitvoering twee", soort=Soort.UITVOERDER, hoort_bij=regio.lelystad)
    machtiging = Mandaat.objects.create(
        soort="machtiging", gever=regio.lelystad, ontvanger=uitvoerder, handelingen=["indiceren"], besluit="Machtiging",
        besluit_op=VAN, van=VAN, ondergeschikt=True, document="Besluit",
    )  # fmt: skip
    machtiging.gemeenten.set([regio.lelystad])
    assert mag(uitvoerder, "indiceren", regio.lelystad, DAG).mag
    antwoord = mag(uitvoerder, "toewijzen", regio.lelystad, DAG)
    assert not antwoord.mag
    assert "Er is wel een machtiging" in " ".join(stap.tekst for stap in antwoord.stappen)


def test_het_basismandaat_komt_er_een_keer(regio: Regiomensen) -> None:
    velden = {"besluit": "Mandaat toegang jeugd", "besluit_op": VAN, "document": "Mandaatbesluit"}
    assert geef_basismandaat(regio.urk, **velden) == Mandaat.objects.get(gever=regio.urk, ontvanger_functie=Rol.TOEGANG)
