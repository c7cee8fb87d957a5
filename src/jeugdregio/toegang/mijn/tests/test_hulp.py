"""The family and its help: the plan, the report, the letters, yes and no, and objecting."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.test import Client
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.toegang.beschikkingen.models import Beschikking, Besluitbrief, Soort
from jeugdregio.toegang.bezwaren.models import Beslissing, Bezwaar, Hoorzitting
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.mijn.besluiten import IN_HET_KORT, brieven, maak_bezwaar
from jeugdregio.toegang.mijn.gevraagd import Gevraagd, wat_we_vragen
from jeugdregio.toegang.mijn.instemmen import antwoord, instemmingen, trek_in
from jeugdregio.toegang.mijn.plan import plan_van, reageer, verslagen
from jeugdregio.toegang.mijn.tests.hulp import lid_van, maak_mirthe
from jeugdregio.toegang.models import Kind, Toestemming
from jeugdregio.toegang.plannen.models import (
    Onderzoek,
    Onderzoeksantwoord,
    Plan,
    Planactie,
    Plandoel,
    Plankind,
    Planversie,
)

VANDAAG = date(2026, 9, 15)


@pytest.fixture(autouse=True)
def _vandaag() -> Iterator[None]:
    with klok.op(VANDAAG):
        yield


@pytest.fixture
def mirthe(regio: Regiomensen) -> Kind:
    """A girl of 14 in Lelystad, with her family."""
    return maak_mirthe(regio)


@pytest.fixture
def vraag(regio: Regiomensen, mirthe: Kind) -> Hulpvraag:
    """Her own question for help, two weeks old."""
    return open_hulpvraag(regio.fatima, mirthe.pk, "eigen", date(2026, 9, 1), vraag="Ik slaap slecht.")


def _besluit(
    regio: Regiomensen, vraag: Hulpvraag, verzonden: date = date(2026, 9, 10), soort: str = "natura"
) -> Beschikking:
    besluit = Beschikking.objects.create(
        kenmerk="B-2026-00001", kind=vraag.kind, hulpvraag=vraag, gemeente=vraag.gemeente, soort=soort,
        staat="verzonden", motivering="Omdat het helpt.", namens="het college van Lelystad", besloten_op=verzonden,
        opgesteld_door=regio.gebruiker("fatima"), ondertekend_door=regio.gebruiker("teamleider_lelystad"),
        ondertekend_op=datetime.combine(verzonden, datetime.min.time(), klok.AMSTERDAM), verzonden_op=verzonden,
        bezwaar_tot=date(2026, 10, 22), vingerafdruk="0" * 64, inhoud={"kenmerk": "B-2026-00001"},
    )  # fmt: skip
    Besluitbrief.objects.create(beschikking=besluit, pdf=b"%PDF-1.7 proef", sha256="0" * 64)
    return besluit


def test_mirthe_zegt_ja_en_neemt_het_terug(regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag) -> None:
    zelf = lid_van(regio, mirthe, None)
    (hulp,) = instemmingen(zelf)
    assert (hulp.gevraagd, hulp.open) == (True, True)
    with pytest.raises(Geweigerd, match="nog geen uitleg") as fout:
        antwoord(zelf, hulp.vraag.keuze, "ja", uitleg_gehad=False)
    assert fout.value.grondslag == "Jeugdwet 7.3.2"
    gegeven = antwoord(zelf, hulp.vraag.keuze, "ja", uitleg_gehad=True)
    assert (gegeven.gezagsdrager, gegeven.doelbinding.hulpvraag, gegeven.op) == (None, vraag, VANDAAG)
    assert instemmingen(zelf)[0].ja
    trek_in(zelf, gegeven.pk)
    assert not instemmingen(zelf)[0].ja


def test_een_teruggenomen_ja_belooft_alleen_een_gesprek_dat_komt(
    regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag, client: Client
) -> None:
    sanne = lid_van(regio, mirthe, "Sanne")
    with klok.op(date(2026, 9, 10)):
        ja = antwoord(sanne, instemmingen(sanne)[0].vraag.keuze, "ja", uitleg_gehad=True)
    client.force_login(sanne.gebruiker)
    blad = client.post(f"/mijn/{sanne.toegang.pk}/toestemming/{ja.pk}/intrekken/", follow=True).content.decode()
    assert "De gemeente ziet dat voordat de hulp begint" in blad, "er loopt nog niets: niemand kreeg een beurt"
    assert "op 15 september 2026." in blad, "de dag van het terugnemen, niet die van de ja"
    assert Gevraagd("Samen eten", "/", date(2026, 9, 14)).voorbij
    assert not Gevraagd("Samen eten", "/", VANDAAG).voorbij


def test_ieder_antwoordt_alleen_voor_zichzelf(regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag) -> None:
    sanne, erik = lid_van(regio, mirthe, "Sanne"), lid_van(regio, mirthe, "Erik")
    ja = antwoord(sanne, instemmingen(sanne)[0].vraag.keuze, "ja", uitleg_gehad=True)
    assert [p.stand for p in instemmingen(erik)[0].vraag.personen].count("ja") == 1
    with pytest.raises(NietGevonden):
        trek_in(erik, ja.pk)
    with pytest.raises(NietGevonden):
        antwoord(erik, "verzoek|00000000-0000-0000-0000-000000000000|45A04", "ja", uitleg_gehad=True)
    assert Toestemming.objects.get().ingetrokken_op is None


def test_na_een_weigering_of_een_gesloten_vraag_wordt_niemand_meer_iets_gevraagd(
    regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag, client: Client
) -> None:
    erik = lid_van(regio, mirthe, "Erik")
    vragend = "Ben je het eens met deze hulp?"
    assert any(vragend in g.zin for g in wat_we_vragen(erik))
    weigering = _besluit(regio, vraag, soort="weigering")
    (hulp,) = instemmingen(erik)
    assert (hulp.gevraagd, hulp.open, hulp.afgedaan) == (False, False, True)
    assert not any(vragend in g.zin for g in wat_we_vragen(erik))
    client.force_login(erik.gebruiker)
    blad = client.get(f"/mijn/{erik.toegang.pk}/toestemming/").content.decode()
    assert "Je hoeft hier niets meer over te zeggen" in blad
    assert "Geef antwoord" not in blad
    assert client.get(f"/mijn/{erik.toegang.pk}/toestemming/1/").status_code == 404
    brieven_blad = client.get(f"/mijn/{erik.toegang.pk}/brieven/").content.decode()
    assert "De gevraagde hulp komt er niet" in brieven_blad
    assert "Weigering" not in brieven_blad
    Beschikking.objects.create(
        kenmerk="B-2026-00002", kind=mirthe, hulpvraag=vraag, gemeente=vraag.gemeente, soort="wijziging",
        vervangt=weigering, opgesteld_door=regio.gebruiker("fatima"),
    )  # fmt: skip
    assert instemmingen(erik)[0].open, "na een bezwaar komt er een nieuw besluit: dan telt het antwoord weer"


def test_elk_soort_besluit_heeft_woorden_voor_het_gezin() -> None:
    assert set(IN_HET_KORT) == set(Soort.values)


def test_het_scherm_vraagt_uitleg_en_bewaart_een_nee(
    regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag, client: Client
) -> None:
    sanne = lid_van(regio, mirthe, "Sanne")
    client.force_login(sanne.gebruiker)
    pad = f"/mijn/{sanne.toegang.pk}/toestemming/1/"
    keuze = instemmingen(sanne)[0].vraag.keuze
    assert client.post(pad, {"keuze": keuze, "antwoord": "ja"}).status_code == 422
    assert client.post(pad, {"keuze": "hulpvraag||", "antwoord": "nee"}).status_code == 409
    assert client.post(pad, {"keuze": keuze, "antwoord": "nee"}).status_code == 302
    assert "Jij zei <strong>nee</strong>" in client.get(f"/mijn/{sanne.toegang.pk}/toestemming/").content.decode()
    assert client.get(f"/mijn/{sanne.toegang.pk}/toestemming/9/").status_code == 404


def test_een_brief_lezen_en_bezwaar_maken(regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag, client: Client) -> None:
    besluit = _besluit(regio, vraag)
    sanne = lid_van(regio, mirthe, "Sanne")
    client.force_login(sanne.gebruiker)
    pad = f"/mijn/{sanne.toegang.pk}/brieven/"
    assert "donderdag 22 oktober 2026" in client.get(pad).content.decode()
    pdf = client.get(f"{pad}{besluit.pk}/")
    assert pdf.content.startswith(b"%PDF")
    assert "velden" not in pdf["Content-Disposition"].lower()
    assert client.post(f"{pad}{besluit.pk}/bezwaar/", {"gronden": " "}).status_code == 422
    assert client.post(f"{pad}{besluit.pk}/bezwaar/", {"gronden": "Drie uur is te weinig."}).status_code == 302
    bezwaar = Bezwaar.objects.get()
    assert (bezwaar.gezagsdrager, bezwaar.kanaal, bezwaar.op_tijd) == (sanne.gezagsdrager, "pagina", True)
    assert "In behandeling" in client.get(pad).content.decode()
    with pytest.raises(Geweigerd, match="al een bezwaar"):
        maak_bezwaar(sanne, besluit.pk, "Nog een keer.")
    assert maak_bezwaar(lid_van(regio, mirthe, None), besluit.pk, "Ik wil zelf ook iets zeggen.").gezagsdrager is None


def test_wie_bezwaar_maakte_ziet_de_zitting_en_leest_de_beslissing(
    regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag, client: Client
) -> None:
    besluit = _besluit(regio, vraag)
    sanne, erik = lid_van(regio, mirthe, "Sanne"), lid_van(regio, mirthe, "Erik")
    bezwaar = maak_bezwaar(sanne, besluit.pk, "Drie uur is te weinig.")
    Hoorzitting.objects.create(
        bezwaar=bezwaar, op=date(2026, 9, 29), tijd="10:30", waar="Stadhuis", uitgenodigd_op=VANDAAG,
        stukken_vanaf=date(2026, 9, 22),
    )  # fmt: skip
    client.force_login(sanne.gebruiker)
    blad = client.get(f"/mijn/{sanne.toegang.pk}/brieven/").content.decode()
    assert "dinsdag 29 september 2026" in blad
    beslissing = Beslissing.objects.create(
        bezwaar=bezwaar, uitkomst="gegrond", motivering="U kreeg gelijk.",
        voorschrift="Jeugdwet 2.3", namens="Het college", rechtbank="de rechtbank",
        ondertekend_door=regio.gebruiker("jurist_lelystad"), beslist_op=VANDAAG, op_tijd=True,
    )  # fmt: skip
    pad = f"/mijn/{sanne.toegang.pk}/beslissingen/{bezwaar.pk}/"
    assert client.get(pad).status_code == 404
    beslissing.pdf, beslissing.sha256, beslissing.verzonden_op = b"%PDF-1.7 proef", "0" * 64, VANDAAG
    beslissing.beroep_tot = date(2026, 10, 27)
    beslissing.save()
    assert client.get(pad).content.startswith(b"%PDF")
    assert "dinsdag 27 oktober 2026" in client.get(f"/mijn/{sanne.toegang.pk}/brieven/").content.decode()
    with klok.op(date(2026, 10, 28)):
        assert not brieven(sanne)[0].kan_beroep
    client.force_login(erik.gebruiker)
    assert client.get(f"/mijn/{erik.toegang.pk}/beslissingen/{bezwaar.pk}/").status_code == 404


def test_te_laat_bezwaar_mag_en_wordt_door_een_mens_bekeken(regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag) -> None:
    besluit = _besluit(regio, vraag)
    sanne = lid_van(regio, mirthe, "Sanne")
    with klok.op(date(2026, 10, 23)):
        assert not brieven(sanne)[0].kan_bezwaar
        assert maak_bezwaar(sanne, besluit.pk, "Ik lag in het ziekenhuis.").staat == Bezwaar.Staat.TE_LAAT


def test_een_concept_is_geen_brief(regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag) -> None:
    Beschikking.objects.create(
        kenmerk="B-2026-00002", kind=mirthe, hulpvraag=vraag, gemeente=mirthe.gemeente, soort="natura",
        opgesteld_door=regio.gebruiker("fatima"),
    )  # fmt: skip
    assert brieven(lid_van(regio, mirthe, "Sanne")) == []


def test_het_gezin_leest_het_verslag_en_reageert_een_keer(
    regio: Regiomensen, mirthe: Kind, vraag: Hulpvraag, client: Client
) -> None:
    onderzoek = Onderzoek.objects.create(hulpvraag=vraag, begonnen_op=date(2026, 9, 2))
    Onderzoeksantwoord.objects.create(onderzoek=onderzoek, vraag="hulpvraag", tekst="Mirthe slaapt slecht.")
    zelf = lid_van(regio, mirthe, None)
    assert verslagen(zelf) == []
    Onderzoek.objects.filter(pk=onderzoek.pk).update(voorgelegd_op=date(2026, 9, 14), reactie_tot=date(2026, 9, 28))
    client.force_login(zelf.gebruiker)
    assert "Lees het verslag" in client.get(f"/mijn/{zelf.toegang.pk}/").content.decode()
    pad = f"/mijn/{zelf.toegang.pk}/verslag/{onderzoek.pk}/"
    assert "Mirthe slaapt slecht." in client.get(pad).content.decode()
    oud = client.post(pad, {"tekst": "Ik slaap wel, maar te laat.", "versie": onderzoek.versie + 5})
    assert (oud.status_code, "Ik slaap wel" in oud.content.decode()) == (409, True)
    assert client.post(pad, {"tekst": "Ik slaap wel, maar te laat.", "versie": onderzoek.versie}).status_code == 302
    onderzoek.refresh_from_db()
    assert onderzoek.reactie == "Ik slaap wel, maar te laat."
    with pytest.raises(Geweigerd, match="al een reactie"):
        reageer(lid_van(regio, mirthe, "Sanne"), onderzoek.pk, "Klopt.", VANDAAG, versie=onderzoek.versie)
    with pytest.raises(Conflict):
        reageer(zelf, onderzoek.pk, "Toch anders.", VANDAAG, versie=1)


def test_alleen_een_afgesproken_plan_is_te_zien(regio: Regiomensen, mirthe: Kind, client: Client) -> None:
    plan = Plan.objects.create(
        kenmerk="P-2026-00001", gemeente=mirthe.gemeente, aangeboden_op=date(2026, 9, 3), aanbod_uitleg="Uitgelegd."
    )
    Plankind.objects.create(plan=plan, kind=mirthe, van=date(2026, 9, 3))
    versie = Planversie.objects.create(plan=plan, nummer=1, maker="gezin")
    doel = Plandoel.objects.create(planversie=versie, volgorde=1, woorden="Weer gewoon slapen")
    Planactie.objects.create(doel=doel, wat="Telefoon om negen uur weg", eigenaar="jeugdige", wie="Mirthe",
                             uiterlijk=date(2026, 10, 1))  # fmt: skip
    zelf = lid_van(regio, mirthe, None)
    beeld = plan_van(zelf)
    assert beeld is not None
    assert beeld.versie is None
    Planversie.objects.filter(pk=versie.pk).update(vastgesteld_op=date(2026, 9, 10))
    client.force_login(zelf.gebruiker)
    assert "Weer gewoon slapen" in client.get(f"/mijn/{zelf.toegang.pk}/plan/").content.decode()
    thuis = client.get(f"/mijn/{zelf.toegang.pk}/").content.decode()
    assert "Telefoon om negen uur weg" in thuis
    assert "Telefoon om negen uur weg" not in client.get("/mijn/aanmelden/").content.decode()
