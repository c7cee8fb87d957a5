"""A case stays anonymous, and what stands in the way becomes somebody's turn."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.mensen import Regiomensen, test_bsn
from tests.wereld import maak_wereld

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.models import Beurt
from jeugdregio.leren.casus import actions, queries
from jeugdregio.leren.casus.anoniem import groep_is_groot_genoeg
from jeugdregio.leren.casus.models import Casus
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.models import Kind, Toewijzing

DAG = date(2026, 9, 20)


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(DAG):
        yield


def breng_in(regio: Regiomensen, **anders: object) -> Casus:
    velden: dict[str, object] = {
        "titel": "Geen plek dichtbij", "leeftijd": "12-17", "gemeente_noemen": False, "gewenst": "Een plek dichtbij.",
        "situatie": "Een jongere wachtte lang op een plek.", "bespreken_op": date(2026, 10, 1),
    }  # fmt: skip
    return actions.breng_in(regio.beleid_lelystad, **{**velden, **anders})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("Een meisje van 14 wachtte.", "leeftijd"),
        ("Een 14-jarige wachtte.", "leeftijd"),
        ("In Urk was geen plek.", "Urk"),
        ("Zie dossier K-2026-00001.", "dossiernummer"),
        ("Zie /kinderen/0c7d0a4e-5d3f-4d8e-9a53-0d1f8b0f9c11/.", "dossier"),
        ("De moeder van gezin Visser belde.", "naam"),
    ],
)
def test_wat_naar_een_kind_leidt_wordt_niet_bewaard(regio: Regiomensen, tekst: str, wat: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        breng_in(regio, situatie=tekst)
    assert wat in fout.value.velden["situatie"]
    assert not Casus.objects.exists()


def test_geen_kolom_leidt_naar_een_kind() -> None:
    assert not {f.name for f in Casus._meta.get_fields()} & {"kind", "kind_id", "verzoek", "toewijzing"}


def test_de_gemeente_alleen_als_minstens_acht_kinderen_het_kunnen_zijn(regio: Regiomensen) -> None:
    wereld = maak_wereld(regio)
    with pytest.raises(Geweigerd) as fout:
        breng_in(regio, gemeente_noemen=True)
    assert "te weinig" in fout.value.velden["gemeente_noemen"]
    for nummer in range(10, 17):
        bsn = test_bsn(nummer)
        kind = Kind.objects.create(
            kenmerk=f"K-2026-1{nummer:04d}", bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=date(2012, 1, nummer),
            geslacht="1", achternaam="Test", gemeente=regio.lelystad,
        )  # fmt: skip
        velden = {f.name: getattr(wereld.toewijzing, f.name) for f in Toewijzing._meta.fields}
        Toewijzing.objects.create(**{**velden, "id": None, "nummer": f"2{nummer}", "kind": kind})
    assert groep_is_groot_genoeg(regio.lelystad, "12-17", DAG)
    assert not groep_is_groot_genoeg(regio.lelystad, "18-22", DAG)
    assert breng_in(regio, gemeente_noemen=True).gemeente == regio.lelystad


def test_van_belemmering_naar_beurt_naar_resultaat(regio: Regiomensen) -> None:
    casus = breng_in(regio)
    b = actions.noem_belemmering(
        regio.begeleider, casus.pk, soort="wachttijd", tekst="Er is geen plek.", wie_kan=regio.de_brug
    )
    with pytest.raises(NietGevonden):
        queries.casus(regio.noor, casus.pk)
    with pytest.raises(GeenRecht):
        actions.besluit(
            regio.beleid_lelystad, casus.pk, belemmering=b, besluit="Zoek.", rol=Rol.AANBIEDER, uiterlijk=DAG
        )
    with pytest.raises(Geweigerd, match="niemand met deze rol"):
        actions.besluit(
            regio.wethouder_lelystad, casus.pk, belemmering=b, besluit="Zoek.", rol=Rol.JURIST, uiterlijk=DAG
        )
    actions.besluit(
        regio.wethouder_lelystad, casus.pk, belemmering=b, besluit="Zoek een plek.", rol=Rol.AANBIEDER,
        uiterlijk=date(2026, 10, 10),
    )  # fmt: skip
    beurt = Beurt.objects.get(soort="casus_belemmering")
    assert (beurt.organisatie, beurt.uiterlijk, beurt.kind_id) == (regio.de_brug, date(2026, 10, 10), None)
    assert queries.casus(regio.noor, casus.pk) == casus
    with pytest.raises(NietGevonden):
        queries.casus(regio.iris, casus.pk)
    with pytest.raises(Geweigerd) as fout:
        actions.rond_casus_af(regio.beleid_lelystad, casus.pk, versie=1, geleerd="Plan samen.")
    assert "geen_ervaring" in fout.value.velden
    actions.geef_ervaring(regio.ervaringsdeskundige, casus.pk, tekst="Vraag de jongere wat dichtbij is.")
    actions.rond_casus_af(regio.beleid_lelystad, casus.pk, versie=1, geleerd="Plan samen.")
    actions.meld_resultaat(regio.noor, casus.pk, belemmering=b, weg=True, resultaat="Er is een plek bij.")
    assert not Beurt.objects.filter(soort__startswith="casus", staat="open").exists()
    assert queries.wat_terugkomt(regio.beleid_lelystad)[0][1:] == (1, 0)
    with pytest.raises(Conflict, match="afgerond"):
        actions.geef_ervaring(regio.ervaringsdeskundige, casus.pk, tekst="Nog iets.")


def test_zonder_besluit_over_elke_belemmering_geen_afronding(regio: Regiomensen) -> None:
    casus = breng_in(regio)
    with pytest.raises(Geweigerd, match="elke belemmering"):
        actions.rond_casus_af(regio.beleid_lelystad, casus.pk, versie=1, geleerd="Niets.", geen_ervaring="Niemand.")
