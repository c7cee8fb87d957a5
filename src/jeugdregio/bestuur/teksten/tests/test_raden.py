"""Adoption on the identical text: B1 to B4, amendments that go around, and what does not fit together."""

from datetime import date, timedelta

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.bestuur.teksten import amenderen, besluiten, concept, uitvoer
from jeugdregio.bestuur.teksten.amenderen import nog_te_horen
from jeugdregio.bestuur.teksten.models import Raadsbesluit, Staat, Tekst
from jeugdregio.bestuur.teksten.tests.raden import NU, TOEN, V1, Raden, griffie
from jeugdregio.bestuur.teksten.vergelijken import vergelijk
from jeugdregio.bestuur.teksten.weg import laatste_versie
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.beurten.models import Beurt


def _open(deel: str) -> int:
    return Beurt.objects.filter(sleutel__contains=f":{deel}:", staat="open").count()


def test_b1_vaststellen_is_geen_amendement_aanvaarden(regio: Regiomensen) -> None:
    r = Raden(regio)
    r.besluit(regio.almere, regio.dronten, regio.lelystad, regio.noordoostpolder)
    r.amendeer(regio.urk)
    assert (r.staat, _open("amendement"), _open("raad")) == (Staat.RONDGANG, 4, 0)


def test_b2_een_motie_raakt_de_tekst_niet_en_komt_in_het_register(regio: Regiomensen) -> None:
    r = Raden(regio)
    hash_ = laatste_versie(r.tekst).hash
    r.besluit(regio.dronten, uitkomst="aangenomen_met_motie", motie="Vertel het elk jaar.", motie_nummer="DRO-M1")
    r.besluit(regio.almere, regio.lelystad, regio.noordoostpolder)
    assert r.staat == Staat.RAADSBEHANDELING
    r.besluit(regio.urk)
    assert (r.staat, r.tekst.vastgesteld_op, laatste_versie(r.tekst).hash) == (Staat.VASTGESTELD, NU, hash_)
    motie = Raadsstuk.objects.get(nummer="DRO-M1")
    assert (motie.gemeente, motie.zittingsperiode, motie.bron) == (
        regio.dronten,
        "2026-2030",
        "Uitwerking van Regiovisie",
    )
    assert _open("raad") == 0


@pytest.mark.parametrize(("dag", "nodig"), [(TOEN, 5), (NU, 4)])
def test_b3_de_deelnemers_op_de_dag_bepalen_hoeveel_raden_moeten_aanvaarden(
    regio: Regiomensen, dag: date, nodig: int
) -> None:
    r = Raden(regio, dag)
    amendement = r.amendeer(regio.urk)
    with klok.op(dag):
        assert len(nog_te_horen(r.tekst, amendement)) == nodig
    anderen = [regio.almere, regio.dronten, regio.lelystad, regio.noordoostpolder, regio.diemen][:nodig]
    r.oordeel(amendement, *anderen[:-1])
    assert r.staat == Staat.RONDGANG
    r.oordeel(amendement, anderen[-1])
    assert "twee jaar" in laatste_versie(r.tekst).tekst
    # Urk made exactly this text; the others must still adopt the new hash.
    r.besluit(*anderen)
    assert r.staat == Staat.VASTGESTELD
    assert r.tekst.versies.count() == 2


def test_b4_ook_een_spatie_vraagt_een_nieuw_besluit(regio: Regiomensen) -> None:
    r = Raden(regio)
    r.besluit(regio.almere, regio.urk)
    velden = {"tekst": V1.replace("veilig op.", "veilig  op."), "reden": "Typefout"}
    with klok.op(NU), pytest.raises(Geweigerd, match=r"Alleen spaties.*raad van Almere, raad van Urk"):
        concept.schrijf_versie(regio.secretaris, r.tekst.pk, versie=r.versie, **velden)
    with klok.op(NU):
        concept.schrijf_versie(regio.secretaris, r.tekst.pk, versie=r.versie, bevestigd=True, **velden)
    nieuw = laatste_versie(r.tekst)
    opnieuw = {b.gemeente for b in nieuw.raadsbesluiten.filter(bevestiging=True, uitkomst="geagendeerd")}
    assert opnieuw == {regio.almere, regio.urk}
    assert Beurt.objects.filter(titel="Nieuwe tekst laten bevestigen", staat="open").count() == 2
    r.besluit(regio.dronten, regio.lelystad, regio.noordoostpolder, regio.almere)
    assert r.staat == Staat.RAADSBEHANDELING
    with pytest.raises(Geweigerd, match=r"niet gelijk aan versie 2.*regel 1"):
        r.besluit(regio.urk, controletekst=V1)
    r.besluit(regio.urk, controletekst=nieuw.tekst)
    assert r.staat == Staat.VASTGESTELD


def test_botsende_amendementen_gaan_samen_naar_verzoening_en_een_motie_kan_helpen(regio: Regiomensen) -> None:
    r = Raden(regio)
    r.besluit(regio.almere, regio.noordoostpolder, regio.lelystad)
    een = r.amendeer(regio.urk)
    ander = r.amendeer(regio.dronten, "elke vier jaar", "elk jaar")
    een.refresh_from_db()
    assert (r.staat, een.staat, ander.staat, _open("amendement")) == (Staat.VERZOENING, "verzoening", "verzoening", 0)
    assert Beurt.objects.filter(titel="Raden bij elkaar brengen", staat="open").count() == 1
    with klok.op(NU):
        with pytest.raises(GeenRecht):
            amenderen.trek_amendement_in(griffie(regio.urk), r.tekst.pk, ander.pk, versie=r.versie, reden="x")
        amenderen.vervang_door_motie(
            griffie(regio.dronten), r.tekst.pk, ander.pk, versie=r.versie, op=NU, motie="Kijk jaarlijks terug.",
            motie_nummer="DRO-M2",
        )  # fmt: skip
    een.refresh_from_db()
    assert (r.staat, een.staat, _open("amendement")) == (Staat.RONDGANG, "rondgang", 4)
    r.oordeel(een, regio.almere)
    r.oordeel(een, regio.lelystad, akkoord=False)
    assert r.staat == Staat.VERZOENING
    with klok.op(NU):
        amenderen.trek_amendement_in(griffie(regio.urk), r.tekst.pk, een.pk, versie=r.versie, reden="Dan niet.")
    assert (r.staat, _open("raad")) == (Staat.RAADSBEHANDELING, 1)
    r.besluit(regio.urk)
    assert (r.staat, r.tekst.versies.count()) == (Staat.VASTGESTELD, 1)


def test_twee_amendementen_die_samen_kunnen_worden_een_nieuwe_versie(regio: Regiomensen) -> None:
    r = Raden(regio)
    een, ander = r.amendeer(regio.urk), r.amendeer(regio.dronten, "Hulp is dichtbij.", "Hulp is dichtbij en snel.")
    r.oordeel(een, regio.almere, regio.lelystad, regio.noordoostpolder, regio.dronten)
    assert (r.staat, r.tekst.versies.count()) == (Staat.RONDGANG, 1)
    r.oordeel(ander, regio.almere, regio.lelystad, regio.noordoostpolder, regio.urk)
    nieuw = laatste_versie(r.tekst)
    assert (r.staat, nieuw.nummer) == (Staat.RAADSBEHANDELING, 2)
    assert "elke twee jaar" in nieuw.tekst
    assert "dichtbij en snel" in nieuw.tekst
    assert nieuw.raadsbesluiten.filter(uitkomst="geagendeerd").count() == 5


def test_verworpen_leidt_naar_verzoening_en_de_consenttafel_of_een_nieuw_concept(regio: Regiomensen) -> None:
    r = Raden(regio)
    r.besluit(regio.urk, uitkomst="verworpen", reden="Te ver.")
    assert r.staat == Staat.VERZOENING
    with klok.op(NU):
        amenderen.begin_consentgesprek(regio.secretaris, r.tekst.pk, versie=r.versie, aanleiding="Wij zijn het oneens.")
        amenderen.begin_nieuw_concept(regio.secretaris, r.tekst.pk, versie=r.versie, reden="Opnieuw.")
        assert Voorstel.objects.get().titel == "Verschil over Regiovisie"
        with pytest.raises(Geweigerd, match="Schrijf eerst de nieuwe tekst"):
            concept.verder(regio.secretaris, r.tekst.pk, versie=r.versie, toelichting="Door")
    assert (r.staat, _open("raad")) == (Staat.CONCEPT, 0)


def test_wat_niet_kan(regio: Regiomensen) -> None:
    r = Raden(regio)
    with pytest.raises(Geweigerd, match="doet vandaag niet mee"):
        r.besluit(regio.diemen)
    with pytest.raises(Geweigerd, match="staan niet in versie 1"):
        r.amendeer(regio.urk, "elke drie jaar")
    with pytest.raises(Geweigerd, match="gezin"):
        r.besluit(regio.urk, uitkomst="aangehouden", reden="Familie Jansen woont Dorpsstraat 12.")
    oud = r.versie
    r.besluit(regio.urk)
    with klok.op(NU):
        with pytest.raises(Conflict, match="net gewijzigd"):
            besluiten.leg_raadsbesluit_vast(
                griffie(regio.almere), r.tekst.pk, versie=oud, uitkomst="aangenomen", op=NU, kenmerk="R"
            )
        with pytest.raises(GeenRecht):
            besluiten.leg_raadsbesluit_vast(
                regio.wethouder_lelystad, r.tekst.pk, versie=r.versie, uitkomst="aangenomen", op=NU, kenmerk="R"
            )
        with pytest.raises(NietGevonden):
            concept.verder(regio.noor, r.tekst.pk, versie=r.versie, toelichting="x")
    with pytest.raises(Conflict, match="staat er al"):
        r.besluit(regio.urk)
    assert Raadsbesluit.objects.filter(uitkomst="aangenomen").count() == 1


def test_de_kalender_en_de_dag_van_herijking_geven_beurten(regio: Regiomensen) -> None:
    r = Raden(regio)
    r.besluit(regio.almere, regio.urk, regio.dronten, regio.lelystad, regio.noordoostpolder)
    with klok.op(NU):
        concept.stel_herijking(regio.secretaris, r.tekst.pk, versie=r.versie, herijken_op=NU + timedelta(days=400))
        rijen = uitvoer.plan_jaar(regio.secretaris, r.tekst.pk, versie=r.versie, jaar=2026)
        uitvoer.plan_jaar(regio.secretaris, r.tekst.pk, versie=r.versie, jaar=2026)
    soorten = [rij.soort for rij in rijen]
    telling = {soort: soorten.count(soort) for soort in ("financieel", "inhoudelijk", "gesprek", "rib")}
    assert telling == {"financieel": 2, "inhoudelijk": 2, "gesprek": 4, "rib": 1}
    assert Tekst.objects.get().uitvoer.count() == len(rijen) == 15
    assert not Beurt.objects.filter(titel="Tekst herijken").exists()
    with klok.op(NU + timedelta(days=310)):
        uitvoer.werk()
        uitvoer.werk()
    assert Beurt.objects.get(titel="Tekst herijken", staat="open").uiterlijk == NU + timedelta(days=400)


def test_vergelijken_zegt_in_woorden_wat_anders_is() -> None:
    regels = vergelijk("gelijk\nvier jaar terug\nweg", "gelijk\ntwee jaar  terug\nweg\nerbij")
    assert [r.wat for r in regels] == ["", "gewijzigd", "", "erbij"]
    assert [d.tekst for d in regels[1].rechts if d.anders] == ["twee", "␣␣"]
    assert vergelijk("a b", "a  b")[0].wat == "alleen spaties"
