"""The sources replayed: the regiovisie of 2021 with six councils, and the road of article 15 with its dates."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.mensen import Regiomensen

from jeugdregio.afspraken.geldt import wat_geldt
from jeugdregio.afspraken.models import Norm
from jeugdregio.basis import klok
from jeugdregio.bestuur.geschillen import opvolging, queries
from jeugdregio.bestuur.geschillen.models import Reactie
from jeugdregio.bestuur.mandaten.models import Intentie, Mandaat
from jeugdregio.bestuur.teksten import intenties, uitvoer
from jeugdregio.bestuur.teksten import queries as tekstqueries
from jeugdregio.bestuur.teksten.reactienota import maak_reactienota
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.beurten.models import Beurt
from jeugdregio.demo.geschillen import ADVIES, BRIEF, vertel_artikel_15, vertel_raden, vertel_reacties
from jeugdregio.demo.laden_basis import Register, laad_normen
from jeugdregio.demo.normen import NORMEN
from jeugdregio.demo.opslag import Opslag
from jeugdregio.demo.teksten import RIB, VASTGESTELD, vertel_regiovisie, wie_als
from jeugdregio.organisaties.models import Deelname, Rol


def _vijf(regio: Regiomensen) -> None:
    """Let Diemen play the municipality that took part in 2021 and left."""
    Deelname.objects.filter(organisatie=regio.diemen).update(tot=date(2022, 12, 31))


def _normen(regio: Regiomensen) -> None:
    """Store the norms as the demonstration does."""
    namen = ("almere", "dronten", "lelystad", "noordoostpolder", "urk")
    opslag = Opslag(1)
    laad_normen(opslag, Register({"regio": regio.regiokantoor, **{naam: getattr(regio, naam) for naam in namen}}))
    opslag.schrijf()


def test_de_regiovisie_van_2021_met_zes_raden(regio: Regiomensen, client: Client) -> None:
    _vijf(regio)
    tekst = vertel_regiovisie(regio.secretaris, regio.dronten, date(2027, 2, 1))
    beeld = tekstqueries.beeld(regio.secretaris, tekst.pk)
    assert (beeld.aantal, len(beeld.vakken), beeld.beantwoord, len(beeld.punten)) == (6, 6, 10, 10)
    assert all(v.raad is not None and v.raad.is_aangenomen for v in beeld.vakken)
    assert (tekst.uitgangspunten.count(), tekst.uitgangspunten.last().letter) == (5, "e")  # type: ignore[union-attr]
    dagen = {stap.wat: timezone.localdate(stap.op) for stap in tekst.stappen.all()}
    assert dagen["Raadsinformatiebrief verzonden"] == RIB == date(2021, 3, 30)
    assert dagen["Adviesraden"] == date(2021, 6, 22)
    beeld.tekst.refresh_from_db()
    assert beeld.tekst.vastgesteld_op == VASTGESTELD
    assert [u.uiterlijk for u, _ in beeld.uitvoer if u.soort == "rib"] == [date(2022, 12, 31)]
    nota = maak_reactienota(tekst, tekst.punten.all(), tekst.consultaties.select_related("gemeente"))
    assert "10 punten" in nota.onderdelen[0].tekst  # type: ignore[union-attr]
    with klok.op(date(2026, 12, 1)):
        uitvoer.werk()
    assert Beurt.objects.get(titel="Tekst herijken").uiterlijk == date(2027, 2, 1)
    client.force_login(regio.gebruiker("secretaris"))
    for route in ("teksten:tekst", "teksten:vergelijken", "teksten:reactienota_word"):
        assert client.get(reverse(route, args=[tekst.pk])).status_code == 200


def test_de_weg_van_artikel_15_met_haar_dagen_en_vier_aanbevelingen(regio: Regiomensen, client: Client) -> None:
    _vijf(regio)
    vijf = [regio.almere, regio.dronten, regio.lelystad, regio.noordoostpolder, regio.urk]
    belofte = Raadsstuk.objects.create(
        nummer="ALM-TOE-25-03", soort="toezegging", gemeente=regio.almere, vergadering="raad",
        vergadering_op=date(2025, 3, 6), kern="De bevindingen worden gedeeld.", indiener="raad",
        portefeuillehouder="wethouder", datumsoort="zonder", uiterlijk=date(2025, 7, 1), zittingsperiode="2022-2026",
    )  # fmt: skip
    v = vertel_artikel_15(regio.secretaris, regio.lelystad, vijf)
    with klok.op(ADVIES):
        beeld = queries.beeld(regio.secretaris, v.geschil.pk)
        assert [duur.dagen for duur in beeld.looptijden] == [51, 141]
        assert beeld.uitloop == 81
        assert (len(beeld.stukken), beeld.aantal_stukken, beeld.gesproken) == (12, 40, 14)
        assert (beeld.gesprekken[0].op, beeld.gesprekken[len(beeld.gesprekken) - 1].op) == (
            date(2025, 5, 8), date(2025, 9, 10),
        )  # fmt: skip
        buiten = [g for g in beeld.gesprekken if g.buiten_rol]
        assert [(g.op, g.rol_van) for g in buiten] == [(date(2025, 5, 13), date(2025, 5, 15))]
        assert beeld.signalen[0].startswith("3 deskundigen; de regeling vraagt er een per deelnemer: 5")
        assert "eigen midden" in beeld.signalen[1]
        assert (beeld.mist_expertise, len(beeld.aanbevelingen)) == ([], 4)
    vertel_reacties(v, date(2025, 10, 2))
    assert Reactie.objects.count() == 20
    vertel_raden(v, BRIEF)
    v.geschil.refresh_from_db()
    assert v.geschil.staat == "opvolging"
    assert [b.gemeente for b in v.geschil.raadsberichten.filter(stukken=belofte)] == [regio.almere]
    # Progress within half a year; told, it comes again half a year later until it is done.
    beurt = Beurt.objects.filter(sleutel__contains=":voortgang:", organisatie=regio.lelystad, staat="open").first()
    assert beurt is not None
    assert beurt.uiterlijk == date(2026, 4, 9)
    reactie = Reactie.objects.get(gemeente=regio.lelystad, aanbeveling__nummer=1)
    with klok.op(date(2026, 4, 1)):
        opvolging.meld_voortgang(
            wie_als(regio.lelystad, Rol.BELEID), v.geschil.pk, reactie.pk, versie=v.versie, tekst="Werkwijze gemaakt.",
            bewijs="Collegebrief",
        )  # fmt: skip
    volgende = Beurt.objects.get(sleutel__contains=f":{reactie.pk}:1", staat="open")
    assert volgende.uiterlijk == date(2026, 9, 30)
    client.force_login(regio.gebruiker("secretaris"))
    pagina = client.get(reverse("geschillen:geschil", args=[v.geschil.pk])).content.decode()
    assert "niet-bindend advies" in pagina
    assert "op deze dag niet in deze rol" in pagina


def test_de_intentieovereenkomst_geeft_niemand_een_mandaat(regio: Regiomensen, client: Client) -> None:
    _vijf(regio)
    mandaten = Mandaat.objects.count()
    intentie = intenties.begin_intentie(regio.secretaris, titel="Intentieovereenkomst", bron="memo 11 maart 2025")
    with klok.op(date(2025, 1, 16)):
        for gemeente in (regio.almere, regio.dronten, regio.noordoostpolder, regio.urk, regio.lelystad):
            nee = gemeente == regio.lelystad
            intenties.onderteken(
                wie_als(gemeente, Rol.BELEID), intentie.pk, getekend=not nee, op=date(2025, 1, 16),
                reden="Onduidelijk of dit mandaat overdraagt." if nee else "",
            )  # fmt: skip
    _, vakken = intenties.rooster(regio.secretaris, intentie.pk)
    assert [v.gemeente.naam for v in vakken if v.ondertekening and v.ondertekening.getekend] == [
        "Almere", "Dronten", "Noordoostpolder", "Urk",
    ]  # fmt: skip
    assert Mandaat.objects.count() == mandaten
    client.force_login(regio.gebruiker("wethouder_lelystad"))
    adres = reverse("teksten:intentie", args=[intentie.pk])
    fout = client.post(adres, {"getekend": "nee", "op": "2025-01-16", "reden": ""})
    assert (fout.status_code, Intentie.objects.get().ondertekeningen.count()) == (422, 5)
    assert "Intentie, geen mandaat" in client.get(adres).content.decode()


@pytest.mark.parametrize(
    ("dag", "anderen", "gewogen"),
    [
        (date(2024, 12, 31), "", 0),
        (date(2025, 1, 1), "ja", 1),
        (date(2025, 3, 3), "ja", 1),
        (date(2025, 3, 4), "ja", 2),
        (date(2026, 11, 22), "ja", 2),
    ],
)
def test_het_handelingskader_van_4_maart_2025_geldt_in_vier_gemeenten_en_is_betwist_in_lelystad(
    regio: Regiomensen, dag: date, anderen: str, gewogen: int
) -> None:
    """The norms of the sources themselves, each with its document and its place."""
    _vijf(regio)
    _normen(regio)
    hier = wat_geldt("verlenging_zonder_gemeente", regio.lelystad, dag)
    assert (hier.waarde, hier.betwist) == ("nee", bool(gewogen))
    for gemeente in (regio.almere, regio.dronten, regio.noordoostpolder, regio.urk):
        daar = wat_geldt("verlenging_zonder_gemeente", gemeente, dag)
        assert (daar.waarde, daar.betwist, len(daar.normen)) == (anderen, False, gewogen)


def test_elke_norm_van_de_bronnen_noemt_haar_document_en_plaats(regio: Regiomensen) -> None:
    _normen(regio)
    assert Norm.objects.count() == len(NORMEN) > 20
    assert not Norm.objects.filter(plaats="").exists()
    kader = Norm.objects.filter(bron__startswith="Regionaal handelingskader", van=date(2025, 3, 4))
    assert {str(norm.besluit) for norm in kader} == {
        "Regiodirecteur, onder mandaat van centrumgemeente Almere, 04-03-2025"
    }  # fmt: skip
    assert {s.gemeente for norm in kader for s in norm.standpunten.all()} == {regio.lelystad}
