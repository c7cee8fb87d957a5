"""From draft to letter to assignment: who may do what, and what follows."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.mandaten.models import Mandaat, Uitoefening
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Aanstelling, Rol
from jeugdregio.organisaties.wie import wie_is
from jeugdregio.toegang.beschikkingen import actions
from jeugdregio.toegang.beschikkingen.models import Beschikking, Deskundigheid, Staat
from jeugdregio.toegang.beschikkingen.tests.hulp import AANVRAAG, DAG, TOT, WOORDEN, Zaak, maak_zaak, versie, ververst
from jeugdregio.toegang.beschikkingen.tweede_blik import totaal
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Toestemming, Toewijzing
from jeugdregio.toegang.termijnen.actions import start_klok
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.tests.hulp import maak_klaar, ontvang_verzoek

pytestmark = pytest.mark.django_db


@pytest.fixture
def zaak(regio: Regiomensen) -> Zaak:
    """Thijs, 9 years, with his question."""
    return maak_zaak(regio)


@pytest.fixture(autouse=True)
def _op() -> Iterator[None]:
    """The seventh of May (story 2)."""
    with klok.op(DAG):
        yield


def _open_beurten() -> set[str]:
    return set(Beurt.objects.filter(staat="open", sleutel__startswith="besluit:").values_list("soort", flat=True))


def test_van_concept_tot_toewijzing(zaak: Zaak) -> None:
    with klok.op(AANVRAAG):
        start_klok(zaak.fatima, "awb-beslistermijn", zaak.kind, AANVRAAG, hulpvraag=zaak.vraag)
    b = zaak.natura()
    assert b.regels.get().tarief_centen == 12840
    assert _open_beurten() == {"besluit_schrijven"}
    b = zaak.verzonden(b)
    assert (b.staat, b.verzonden_op, b.bezwaar_tot) == (Staat.VERZONDEN, DAG, date(2026, 6, 18))
    assert b.namens == "Namens het college van Lelystad, de toegangsmedewerker van de gemeente Lelystad"
    assert Uitoefening.objects.get(soort="beschikking", onderwerp_id=b.pk).handeling == "beschikken"
    assert {v.naam for v in b.verzendingen.all()} == {"Kim Zomer", "Rob Zomer"}
    assert Klok.objects.get(regel="awb-beslistermijn").staat == Klok.Staat.GESTOPT
    bezwaar = Klok.objects.get(regel="awb-bezwaartermijn")
    assert (bezwaar.einde, bezwaar.onderwerp_id) == (date(2026, 6, 18), b.pk)
    assert _open_beurten() == {"besluit_uitvoeren"}
    uitvoering = actions.voer_uit(zaak.fatima, b.pk, b.regels.get().pk)
    toewijzing = Toewijzing.objects.get()
    assert (uitvoering.toewijzing, toewijzing.bericht.soort) == (toewijzing, "JW301")  # type: ignore[union-attr]
    assert (toewijzing.aanbieder, toewijzing.volume, toewijzing.einddatum) == (zaak.regio.de_brug, 8, TOT)
    assert toewijzing.uit_besluit.get().regel.beschikking == b
    assert _open_beurten() == set()
    with pytest.raises(Conflict, match="al geregeld"):
        actions.voer_uit(zaak.fatima, b.pk, b.regels.get().pk)


def test_wat_nog_mist_houdt_het_afronden_tegen_en_het_concept_blijft(zaak: Zaak) -> None:
    b = actions.begin(zaak.fatima, zaak.vraag.pk, "natura")
    with pytest.raises(Geweigerd) as fout:
        actions.bied_aan(zaak.fatima, b.pk, versie=b.versie)
    for mist in ("een regel met de hulp", "gewone taal", "geloof", "welke keuze"):
        assert mist in str(fout.value)
    assert ververst(b).staat == Staat.CONCEPT
    assert ververst(b).versie == b.versie


def test_zonder_toestemming_geen_besluit_dat_hulp_geeft(zaak: Zaak) -> None:
    b = zaak.natura()
    Toestemming.objects.filter(gezagsdrager__relatie="vader").delete()
    with pytest.raises(Geweigerd, match="vader") as fout:
        actions.bied_aan(zaak.fatima, b.pk, versie=b.versie)
    assert "7.3" in fout.value.grondslag


def test_een_ingetrokken_toestemming_houdt_ook_het_tekenen_tegen(zaak: Zaak) -> None:
    b = actions.bied_aan(zaak.fatima, (concept := zaak.natura()).pk, versie=concept.versie)
    Toestemming.objects.filter(gezagsdrager__relatie="moeder").update(ingetrokken_op=DAG)
    with pytest.raises(Geweigerd, match="moeder"):
        actions.teken(zaak.fatima, b.pk, versie=b.versie)
    assert ververst(b).staat == Staat.TE_TEKENEN


def test_zonder_geldige_registratie_kan_niemand_afronden(zaak: Zaak) -> None:
    b = zaak.natura()
    Deskundigheid.objects.filter(gebruiker=zaak.fatima.gebruiker).update(tot=date(2026, 5, 6))
    with pytest.raises(Geweigerd, match="registratie die op 7 mei 2026 geldt"):
        actions.bied_aan(zaak.fatima, b.pk, versie=b.versie)


@pytest.mark.parametrize("tekst", ["Budgetplafond bereikt.", "Het budget van de gemeente is op, dus geen hulp."])
def test_geld_is_nooit_een_reden_ook_niet_in_eigen_woorden(zaak: Zaak, tekst: str) -> None:
    b = zaak.begin("weigering")
    with pytest.raises(Geweigerd, match="andere passende vorm") as fout:
        actions.schrijf(zaak.fatima, b.pk, {"motivering": tekst}, versie=b.versie)
    assert set(fout.value.velden) == {"motivering"}
    assert ververst(b).motivering == WOORDEN["motivering"]


def test_een_tweede_blik_is_van_een_ander_en_kan_teruggeven(zaak: Zaak, regio: Regiomensen) -> None:
    thea = regio.teamleider_lelystad
    actions.spreek_af(thea, soort="natura", vanaf_centen=100_000, van=DAG, bron="Werkafspraak 12")
    b = actions.bied_aan(zaak.fatima, (concept := zaak.natura()).pk, versie=concept.versie)
    assert (b.staat, _open_beurten()) == (Staat.TWEEDE_BLIK, {"besluit_tweede_blik"})
    with pytest.raises(GeenRecht):
        actions.keur_goed(zaak.fatima, b.pk, versie=b.versie)
    with pytest.raises(Geweigerd, match="wat er anders moet"):
        actions.geef_terug(thea, b.pk, " ", versie=b.versie)
    b = actions.geef_terug(thea, b.pk, "Noem ook de school.", versie=b.versie)
    assert (b.staat, b.opmerkingen.get().tekst) == (Staat.CONCEPT, "Noem ook de school.")
    assert _open_beurten() == {"besluit_schrijven"}
    b = actions.bied_aan(zaak.fatima, b.pk, versie=b.versie)
    b = actions.keur_goed(thea, b.pk, versie=b.versie)
    b = actions.teken(zaak.fatima, b.pk, versie=b.versie)
    assert b.tweede_door == thea.gebruiker


def test_wie_het_schreef_leest_niet_zelf_na(zaak: Zaak, regio: Regiomensen) -> None:
    Aanstelling.objects.create(
        gebruiker=zaak.fatima.gebruiker, organisatie=regio.lelystad, rol=Rol.TEAMLEIDER, van=date(2021, 1, 1)
    )
    actions.spreek_af(regio.teamleider_lelystad, soort="", vanaf_centen=None, van=DAG, bron="Werkafspraak 12")
    b = actions.bied_aan(zaak.fatima, (concept := zaak.natura()).pk, versie=concept.versie)
    beide = wie_is(regio.gebruiker("fatima"))
    assert beide is not None
    with pytest.raises(GeenRecht, match="zelf"):
        actions.keur_goed(beide, b.pk, versie=b.versie)


def test_onder_het_bedrag_hoeft_geen_tweede_blik_onbekend_wel(zaak: Zaak, regio: Regiomensen) -> None:
    assert totaal(zaak.natura()) == 1_335_360  # 13 calendar months of 8 hours at 128.40
    actions.spreek_af(regio.teamleider_lelystad, soort="", vanaf_centen=1_335_361, van=DAG, bron="Werkafspraak 12")
    b = actions.bied_aan(zaak.fatima, (concept := zaak.natura()).pk, versie=concept.versie)
    assert b.staat == Staat.TE_TEKENEN
    b = actions.geef_terug(zaak.fatima, b.pk, "Toch een andere aanbieder.", versie=b.versie)
    actions.laat_keuze_open(zaak.fatima, b.pk, b.regels.get().pk, versie=b.versie)
    assert actions.bied_aan(zaak.fatima, b.pk, versie=versie(b)).staat == Staat.TWEEDE_BLIK


def test_tekenen_kan_alleen_wie_mandaat_heeft(zaak: Zaak, regio: Regiomensen) -> None:
    b = actions.bied_aan(zaak.fatima, (concept := zaak.natura()).pk, versie=concept.versie)
    Mandaat.objects.filter(gever=regio.lelystad, ontvanger_functie=Rol.TOEGANG).update(tot=date(2026, 5, 6))
    with pytest.raises(Geweigerd, match="mag dit niet"):
        actions.teken(zaak.fatima, b.pk, versie=b.versie)
    with pytest.raises(GeenRecht):
        actions.teken(regio.jurist_lelystad, b.pk, versie=b.versie)
    with pytest.raises(NietGevonden):
        actions.teken(regio.bram, b.pk, versie=b.versie)
    assert actions.teken(regio.teamleider_lelystad, b.pk, versie=b.versie).ondertekend_door == regio.gebruiker(
        "teamleider_lelystad"
    )


def test_een_oude_versie_tekenen_of_schrijven_verliest_niets(zaak: Zaak) -> None:
    b = zaak.natura()
    oud = b.versie
    actions.schrijf(zaak.fatima, b.pk, {"keuze": "Drie aanbieders."}, versie=oud)
    with pytest.raises(Conflict, match="je invoer staat er nog"):
        actions.schrijf(zaak.fatima, b.pk, {"keuze": "Iets anders."}, versie=oud)
    b = actions.bied_aan(zaak.fatima, b.pk, versie=versie(b))
    with pytest.raises(Conflict):
        actions.teken(zaak.fatima, b.pk, versie=oud)
    assert (ververst(b).keuze, ververst(b).staat) == ("Drie aanbieders.", Staat.TE_TEKENEN)


def test_twee_keer_verzenden_geeft_een_brief(zaak: Zaak) -> None:
    b = zaak.getekend(zaak.natura())
    actions.verzend(zaak.fatima, b.pk, zaak.wijzen(), versie=b.versie)
    with pytest.raises(Conflict, match="al verzonden"):
        actions.verzend(zaak.fatima, b.pk, zaak.wijzen(), versie=b.versie)
    assert Beschikking.objects.get().verzendingen.count() == 2


def test_wie_het_moet_krijgen_wordt_niet_vergeten(zaak: Zaak) -> None:
    b = zaak.getekend(zaak.natura())
    vader = zaak.kind.gezagsdragers.get(relatie="vader")
    with pytest.raises(Geweigerd, match="ieder") as fout:
        actions.verzend(zaak.fatima, b.pk, zaak.wijzen() | {str(vader.pk): ""}, versie=b.versie)
    assert set(fout.value.velden) == {f"wijze_{vader.pk}"}
    assert ververst(b).staat == Staat.GETEKEND


def test_een_handtekening_haal_je_terug_zolang_de_brief_er_nog_ligt(zaak: Zaak, regio: Regiomensen) -> None:
    b = zaak.getekend(zaak.natura())
    with pytest.raises(GeenRecht):
        actions.haal_terug(regio.teamleider_lelystad, b.pk, "Fout in de naam.", versie=b.versie)
    b = actions.haal_terug(zaak.fatima, b.pk, "Fout in de naam.", versie=b.versie)
    assert (b.staat, b.besloten_op, b.vingerafdruk) == (Staat.CONCEPT, None, "")
    assert zaak.getekend(b).staat == Staat.GETEKEND


def test_een_open_keuze_wordt_na_het_besluit_gemaakt(zaak: Zaak) -> None:
    b = zaak.verzonden(zaak.natura(kies=False))
    regel = b.regels.get()
    with pytest.raises(Geweigerd, match="Kies eerst"):
        actions.voer_uit(zaak.fatima, b.pk, regel.pk)
    zaak.kies(b, regel)
    assert actions.voer_uit(zaak.fatima, b.pk, regel.pk).toewijzing == Toewijzing.objects.get()
    with pytest.raises(Conflict, match="nieuw besluit"):
        zaak.kies(b, regel)


def test_een_keuze_zonder_reden_of_contract_wordt_geweigerd(zaak: Zaak, regio: Regiomensen) -> None:
    b = zaak.begin()
    regel = zaak.regel(b)
    with pytest.raises(Geweigerd) as fout:
        zaak.kies(b, regel, reden=" ")
    assert set(fout.value.velden) == {"reden"}
    keuze = actions.Keuze(aanbieder_id=regio.het_anker.pk, reden="Het gezin kent hen.")
    with pytest.raises(Geweigerd) as zonder:
        actions.kies_aanbieder(zaak.fatima, b.pk, regel.pk, keuze, versie=versie(b))
    assert set(zonder.value.velden) == {"zonder_contract_reden"}


def test_wijzigen_en_intrekken_zijn_nieuwe_besluiten_en_wijzigen_de_toewijzing(zaak: Zaak) -> None:
    eerste = zaak.verzonden(zaak.natura())
    toewijzing = actions.voer_uit(zaak.fatima, eerste.pk, eerste.regels.get().pk).toewijzing
    assert toewijzing is not None
    with pytest.raises(Geweigerd, match="Kies het besluit dat je wijzigt"):
        actions.begin(zaak.fatima, zaak.vraag.pk, "intrekking")
    woorden = WOORDEN | {"motivering": "Het gaat goed met Thijs en de hulp is klaar.", "voorschrift": "Jeugdwet 2.3"}
    tweede = zaak.begin("intrekking", woorden, vervangt_id=eerste.pk)
    zaak.regel(tweede, over_id=toewijzing.pk, einddatum=date(2026, 8, 31), volume=None, frequentie="")
    tweede = zaak.verzonden(tweede)
    with pytest.raises(Geweigerd, match="overleg"):
        actions.voer_uit(zaak.fatima, tweede.pk, tweede.regels.get().pk)
    actions.voer_uit(zaak.fatima, tweede.pk, tweede.regels.get().pk, afgestemd="Noor, 6 mei")
    toewijzing.refresh_from_db()
    assert (toewijzing.einddatum, toewijzing.reden_wijziging) == (date(2026, 8, 31), "05")
    with pytest.raises(Conflict, match="al een nieuw besluit"):
        actions.begin(zaak.fatima, zaak.vraag.pk, "wijziging", vervangt_id=eerste.pk)


def test_voortzetten_verlengt_dezelfde_toewijzing(zaak: Zaak) -> None:
    eerste = zaak.verzonden(zaak.natura())
    toewijzing = actions.voer_uit(zaak.fatima, eerste.pk, eerste.regels.get().pk).toewijzing
    assert toewijzing is not None
    b = zaak.begin("voortzetting", vervangt_id=eerste.pk)
    regel = zaak.regel(b, over_id=toewijzing.pk, einddatum=TOT, volume=None, frequentie="")
    with pytest.raises(Geweigerd, match="latere laatste dag"):
        actions.bied_aan(zaak.fatima, b.pk, versie=versie(b))
    hulp = actions.Hulpregel(product="45A04", ingangsdatum=date(2026, 5, 11), einddatum=date(2027, 11, 6),
                             over_id=toewijzing.pk)  # fmt: skip
    actions.zet_regel(zaak.fatima, b.pk, hulp, versie=versie(b), regel_id=regel.pk)
    b = zaak.verzonden(b)
    actions.voer_uit(zaak.fatima, b.pk, regel.pk)
    toewijzing.refresh_from_db()
    assert (toewijzing.einddatum, toewijzing.reden_wijziging) == (date(2027, 11, 6), "04")


def test_een_besluit_beantwoordt_het_verzoek_dat_er_al_ligt(regio: Regiomensen) -> None:
    verzoek = ontvang_verzoek(dagtekening=DAG)
    maak_klaar(regio, verzoek.kind, DAG)
    maak_zaak(regio)  # makes Fatima a registered professional
    zaak = Zaak(regio, verzoek.kind, Hulpvraag.objects.get(verzoek=verzoek))
    gevraagd = verzoek.regels.get()
    b = zaak.begin("natura")
    regel = zaak.regel(b, product=gevraagd.code, volume=gevraagd.volume, frequentie=gevraagd.frequentie)
    zaak.kies(b, regel)
    b = zaak.verzonden(b)
    toewijzing = actions.voer_uit(zaak.fatima, b.pk, regel.pk).toewijzing
    gevraagd.refresh_from_db()
    assert toewijzing is not None
    assert (toewijzing.verzoek_regel, gevraagd.staat) == (gevraagd, "toegewezen")
