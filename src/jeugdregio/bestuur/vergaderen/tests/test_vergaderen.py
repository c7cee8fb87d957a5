"""A meeting from plan to actions: the term of the papers, the line of tables, who reads what, and the export."""

import json
from datetime import date, time
from io import BytesIO
from typing import Any

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.consent import inbrengen
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.bestuur.consent.forms import AgendaForm
from jeugdregio.bestuur.consent.tests import tafel as consenttafel
from jeugdregio.bestuur.vergaderen import acties, actions, queries
from jeugdregio.bestuur.vergaderen.actions import NieuwPunt
from jeugdregio.bestuur.vergaderen.models import Agendapunt, Stuk, Vergadering
from jeugdregio.bestuur.vergaderen.tafel import deelnemers_op
from jeugdregio.bestuur.vergaderen.termijnen import stukken_uiterlijk, vroegste_vergadering
from jeugdregio.beurten.models import Beurt

MAANDAG = date(2026, 10, 19)
VERGADERDAG = date(2026, 11, 2)


def plan(regio: Regiomensen, tafel: str = "bestuurlijk", op: date = VERGADERDAG) -> Vergadering:
    """Plan a meeting on the day the papers go out."""
    return actions.plan(regio.secretaris, tafel=tafel, op=op, aanvang=time(10), plaats="Provinciehuis")


def punt(**anders: Any) -> NieuwPunt:
    """An item, for discussion unless told otherwise."""
    velden: dict[str, Any] = {
        "onderwerp": "Inkoop 2027", "doel": "bespreking", "vraag": "Beginnen we in januari?", "zichtbaarheid": "raden",
        "spoed_reden": "De planning laat geen eerdere tafel toe.",
    }  # fmt: skip
    return NieuwPunt(**{**velden, **anders})


def houd(regio: Regiomensen, vergadering: Vergadering) -> None:
    """Hold the meeting with everybody there; Urk sent somebody else."""
    vergadering.refresh_from_db()
    wie = [
        (g.pk, "vervangen" if g.naam == "Urk" else "aanwezig", f"wethouder van {g}")
        for g in deelnemers_op(vergadering.op)
    ]
    actions.houd(regio.secretaris, vergadering.pk, versie=vergadering.versie, aanwezigen=wie)


def verstuur(regio: Regiomensen, vergadering: Vergadering, reden: str = "") -> None:
    """Send the papers."""
    vergadering.refresh_from_db()
    actions.verstuur(regio.secretaris, vergadering.pk, versie=vergadering.versie, te_laat_reden=reden)


@pytest.mark.parametrize(
    ("verzonden", "vroegst"),
    [
        (date(2026, 10, 19), date(2026, 11, 2)),
        (date(2026, 3, 4), date(2026, 3, 18)),
        (date(2026, 4, 24), date(2026, 5, 12)),
    ],
)
def test_de_eerste_dag_waarop_een_tafel_kan_vergaderen(db: None, verzonden: date, vroegst: date) -> None:
    # 24 April: Koningsdag and 5 May do not count.
    assert vroegste_vergadering(verzonden).dag == vroegst
    assert stukken_uiterlijk(vroegst).dag == verzonden
    assert "10 werkdagen" in vroegste_vergadering(verzonden).uitleg


def test_van_plan_tot_actie(regio: Regiomensen) -> None:
    with klok.op(MAANDAG):
        vergadering = plan(regio)
        beurt = Beurt.objects.get(soort="stukken_versturen")
        assert (beurt.uiterlijk, beurt.rol) == (MAANDAG, "bosd-secretaris")
        ding = actions.agendeer(regio.secretaris, vergadering.pk, punt(doel="besluit"))
        with pytest.raises(Geweigerd, match="hoort een stuk"):
            verstuur(regio, vergadering)
        actions.voeg_stuk_toe(
            regio.secretaris, ding.pk, titel="Notitie", tekst="Zo doen we het.", zichtbaarheid="raden"
        )
        verstuur(regio, vergadering)
        assert Beurt.objects.filter(soort="vergadering_voorbereiden", rol="wethouder", staat="open").count() == 6
        with pytest.raises(Geweigerd, match="pas op maandag 2 november"):
            houd(regio, vergadering)
    with klok.op(VERGADERDAG):
        houd(regio, vergadering)
        actions.besluit(
            regio.secretaris, ding.pk, tekst="We beginnen in januari.", aard="college", zichtbaarheid="openbaar"
        )
        actie = acties.spreek_af(
            regio.secretaris,
            ding.pk,
            tekst="Planning rondsturen",
            organisatie=regio.lelystad,
            uiterlijk=date(2026, 11, 16),
        )
        assert Beurt.objects.get(soort="bestuursactie").organisatie == regio.lelystad
        with pytest.raises(GeenRecht):
            acties.meld_klaar(regio.jurist_lelystad, actie.pk, "Klaar.")
        with pytest.raises(NietGevonden):
            acties.meld_klaar(regio.fatima, actie.pk, "Klaar.")
        acties.meld_klaar(regio.beleid_lelystad, actie.pk, "De planning ging naar de vijf gemeenten.")
    assert not Beurt.objects.filter(staat="open").exists()
    with pytest.raises(Conflict):
        actions.besluit(regio.secretaris, ding.pk, tekst="Toch niet.", aard="college", zichtbaarheid="openbaar")


def test_stukken_die_te_laat_gaan_vragen_een_reden_die_blijft_staan(regio: Regiomensen) -> None:
    with klok.op(date(2026, 10, 20)):
        vergadering = plan(regio)
        actions.agendeer(regio.secretaris, vergadering.pk, punt())
        with pytest.raises(Geweigerd, match="te laat") as fout:
            verstuur(regio, vergadering)
        assert "te_laat_reden" in fout.value.velden
        verstuur(regio, vergadering, "De rechter deed gisteren uitspraak.")
    assert "uitspraak" in Vergadering.objects.get().te_laat_reden


def test_een_punt_dat_een_tafel_overslaat_gaat_terug_met_de_reden(regio: Regiomensen) -> None:
    with klok.op(MAANDAG):
        boven, midden = plan(regio), plan(regio, "management", date(2026, 10, 26))
        terug = actions.agendeer(regio.beleid_lelystad, boven.pk, punt(spoed_reden="graag"))
        assert (terug.staat, terug.spoed_reden) == (Agendapunt.Staat.TERUG, "")
        assert "managementtafel" in terug.reden
        beurt = Beurt.objects.get(soort="agendapunt_terug")
        assert (beurt.organisatie, beurt.rol) == (regio.lelystad, "beleidsmedewerker")
        eerder = actions.agendeer(regio.secretaris, midden.pk, punt())
        with pytest.raises(Geweigerd, match="nog niet behandeld"):
            actions.agendeer(regio.beleid_lelystad, boven.pk, punt(vorig_id=eerder.pk))
        verstuur(regio, midden, "Eerste keer.")
    with klok.op(date(2026, 10, 26)):
        houd(regio, midden)
        actions.rond_punt_af(regio.secretaris, eerder.pk, staat="behandeld")
        door = actions.agendeer(regio.beleid_lelystad, boven.pk, punt(vorig_id=eerder.pk))
    assert door.staat == Agendapunt.Staat.GEPLAND


def test_een_stuk_dat_weg_is_verandert_niet_een_betere_tekst_is_een_nieuwe_versie(regio: Regiomensen) -> None:
    with klok.op(MAANDAG):
        vergadering = plan(regio)
        ding = actions.agendeer(regio.secretaris, vergadering.pk, punt())

        def voeg_toe(tekst: str) -> Stuk:
            return actions.voeg_stuk_toe(regio.secretaris, ding.pk, titel="Notitie", tekst=tekst, zichtbaarheid="raden")

        eerste = voeg_toe("Eerste tekst.")
        verstuur(regio, vergadering)
        tweede = voeg_toe("Betere tekst.")
    eerste.refresh_from_db()
    assert (eerste.versie, eerste.verzonden_op, eerste.tekst) == (1, MAANDAG, "Eerste tekst.")
    assert (tweede.versie, tweede.verzonden_op) == (2, None)
    assert queries.stuk(regio.griffier_lelystad, eerste.pk) == eerste
    with pytest.raises(NietGevonden):  # not sent yet
        queries.stuk(regio.griffier_lelystad, tweede.pk)


def test_wie_er_was_hoort_van_elke_deelnemer_met_naam(regio: Regiomensen) -> None:
    with klok.op(MAANDAG):
        vergadering = plan(regio)
        actions.agendeer(regio.secretaris, vergadering.pk, punt())
        verstuur(regio, vergadering)
    with klok.op(VERGADERDAG):
        alle = [(g.pk, "aanwezig", "iemand") for g in deelnemers_op(VERGADERDAG)]
        versie = Vergadering.objects.get().versie
        for fout in (
            alle[1:],
            [(alle[0][0], "vervangen", " "), *alle[1:]],
            [*alle, (regio.de_brug.pk, "aanwezig", "x")],
        ):
            with pytest.raises(Geweigerd):
                actions.houd(regio.secretaris, vergadering.pk, versie=versie, aanwezigen=fout)
    assert Vergadering.objects.get().staat == Vergadering.Staat.UITGENODIGD


def test_over_een_voorstel_besluit_alleen_de_consentronde(regio: Regiomensen) -> None:
    with klok.op(MAANDAG):
        voorstel = maak_concept(
            regio.secretaris, titel="Minimumvariant", aanleiding="Het loopt vast.", tekst="Artikel 3."
        )
        vergadering = plan(regio)
        ding = actions.agendeer(regio.secretaris, vergadering.pk, punt(voorstel_id=voorstel.pk))
        verstuur(regio, vergadering)
    with klok.op(VERGADERDAG):
        houd(regio, vergadering)
        with pytest.raises(Geweigerd, match="consentronde"):
            actions.besluit(regio.secretaris, ding.pk, tekst="Aangenomen.", aard="overleg", zichtbaarheid="openbaar")


def test_de_stukken_van_een_voorstel_gaan_met_de_vergadering_mee(regio: Regiomensen) -> None:
    tafel = consenttafel.maak_tafel(regio)
    with klok.op(date(2026, 10, 12)):
        voorstel = consenttafel.tot_intake(tafel)
    with klok.op(date(2026, 10, 20)):
        # One day short: a meeting may be late with a reason, a text that binds may not.
        vroeg = plan(regio)
        actions.agendeer(regio.secretaris, vroeg.pk, punt(voorstel_id=voorstel.pk))
        with pytest.raises(Geweigerd, match=r"Minimumvariant artikel 3.*te vroeg"):
            verstuur(regio, vroeg, "Er is haast.")
        voorstel.refresh_from_db()
        assert voorstel.stukken_verzonden_op is None
        op_tijd = plan(regio, op=date(2026, 11, 3))
        actions.agendeer(regio.secretaris, op_tijd.pk, punt(voorstel_id=voorstel.pk, doel="besluit"))
        verstuur(regio, op_tijd)
        voorstel.refresh_from_db()
        assert voorstel.stukken_verzonden_op == date(2026, 10, 20)
        vroegst = inbrengen.vroegste_bijeenkomst(date(2026, 10, 20)).datum
        assert vroegst == vroegste_vergadering(date(2026, 10, 20)).dag == date(2026, 11, 3)
        formulier = AgendaForm(wie=regio.voorzitter, voorstel=voorstel, onderdeel=None)
        assert formulier.fields["bijeenkomst_op"].initial == op_tijd.op
        inbrengen.agendeer(regio.voorzitter, voorstel.pk, bijeenkomst_op=op_tijd.op)


def test_een_afgelaste_vergadering_laat_haar_beurten_vervallen(regio: Regiomensen) -> None:
    with klok.op(MAANDAG):
        vergadering = plan(regio)
        actions.agendeer(regio.secretaris, vergadering.pk, punt())
        verstuur(regio, vergadering)
        vergadering.refresh_from_db()
        actions.last_af(regio.voorzitter, vergadering.pk, versie=vergadering.versie)
    staten = set(Beurt.objects.filter(soort="vergadering_voorbereiden").values_list("staat", flat=True))
    assert staten == {Beurt.Staat.VERVALLEN}
    assert not Beurt.objects.filter(staat=Beurt.Staat.OPEN).exists()


def test_een_actie_uit_een_vertrouwelijk_punt_gaat_naar_wie_het_mag_lezen(regio: Regiomensen, client: Client) -> None:
    with klok.op(MAANDAG):
        vergadering = plan(regio)
        ding = actions.agendeer(
            regio.secretaris, vergadering.pk, punt(onderwerp="Marker geheim", zichtbaarheid="vertrouwelijk")
        )
        verstuur(regio, vergadering)
    with klok.op(VERGADERDAG):
        houd(regio, vergadering)
        acties.spreek_af(
            regio.secretaris, ding.pk, tekst="Marker bellen", organisatie=regio.lelystad, uiterlijk=date(2026, 11, 16)
        )
        client.force_login(regio.gebruiker("beleid_lelystad"))
        assert "Marker" not in client.get(reverse("beurten:start")).content.decode()
        client.force_login(regio.gebruiker("wethouder_lelystad"))
        assert "Marker bellen" in client.get(reverse("beurten:start")).content.decode()


def test_vertrouwelijk_komt_niet_in_lijst_zoekvak_of_uitvoer_van_een_ander(regio: Regiomensen, client: Client) -> None:
    with klok.op(MAANDAG):
        vergadering = plan(regio)
        geheim = actions.agendeer(
            regio.secretaris, vergadering.pk, punt(onderwerp="Geheim", zichtbaarheid="vertrouwelijk")
        )
        open_ = actions.agendeer(regio.secretaris, vergadering.pk, punt(onderwerp="Zichtbaar"))
        verstuur(regio, vergadering)
    with klok.op(VERGADERDAG):
        houd(regio, vergadering)
        for ding in (geheim, open_):
            actions.besluit(
                regio.secretaris, ding.pk, tekst=f"Besluit {ding.onderwerp}", aard="overleg", zichtbaarheid="raden"
            )
    client.force_login(regio.gebruiker("griffier_lelystad"))
    for pad in (
        reverse("vergaderen:vergadering", args=[vergadering.pk]),
        reverse("vergaderen:besluiten") + "?zoek=Besluit",
        reverse("vergaderen:export", args=[vergadering.pk, "json"]),
    ):
        tekst = client.get(pad).content.decode()
        assert "Zichtbaar" in tekst
        assert "Geheim" not in tekst
    # Even the secretary's copy for a council holds only what councils may read.
    client.force_login(regio.gebruiker("secretaris"))
    antwoord = client.get(reverse("vergaderen:export", args=[vergadering.pk, "docx"]) + "?raad=0995")
    word = "\n".join(alinea.text for alinea in docx.Document(BytesIO(antwoord.content)).paragraphs)
    assert "De raad van Lelystad" in word
    assert "Besluit Zichtbaar" in word
    assert "Geheim" not in word
    assert client.get(reverse("vergaderen:export", args=[vergadering.pk, "pdf"])).content.startswith(b"%PDF-")
    gegevens = json.loads(client.get(reverse("vergaderen:export", args=[vergadering.pk, "json"])).content)
    assert [punt["resolutionText"] for punt in gegevens["agenda"]] == ["Besluit Zichtbaar"]
    assert len(gegevens["attendee"]) == 6


def test_gegevens_van_een_gezin_komen_niet_op_de_agenda(regio: Regiomensen) -> None:
    with klok.op(MAANDAG):
        vergadering = plan(regio)
        with pytest.raises(Geweigerd):
            actions.agendeer(
                regio.secretaris, vergadering.pk, punt(vraag="Wat doen we voor jongen Mees, geboren 3 mei 2011?")
            )
    assert not Agendapunt.objects.exists()


def test_twee_secretarissen_tegelijk(regio: Regiomensen, client: Client) -> None:
    with klok.op(MAANDAG):
        vergadering = plan(regio)
        actions.agendeer(regio.secretaris, vergadering.pk, punt())
        client.force_login(regio.gebruiker("voorzitter"))
        oud = {"versie": 1, "te_laat_reden": "Blijft staan."}
        antwoord = client.post(reverse("vergaderen:verstuur", args=[vergadering.pk]), oud)
    assert antwoord.status_code == 409
    assert "Blijft staan." in antwoord.content.decode()
    with klok.op(MAANDAG), pytest.raises(Conflict, match="vergadert dan al"):
        plan(regio)


def test_een_dag_die_geweest_is_en_wie_niet_mag(regio: Regiomensen) -> None:
    with klok.op(MAANDAG):
        with pytest.raises(Geweigerd):
            plan(regio, op=MAANDAG)
        with pytest.raises(GeenRecht):
            actions.plan(regio.directeur, tafel="ambtelijk", op=VERGADERDAG, aanvang=time(9), plaats="x")


def test_het_blad_vraagt_een_vast_aantal_vragen(regio: Regiomensen, client: Client) -> None:
    with klok.op(MAANDAG):
        vergadering = plan(regio)
        client.force_login(regio.gebruiker("secretaris"))

        def tel() -> int:
            with CaptureQueriesContext(connection) as gevangen:
                assert client.get(reverse("vergaderen:vergadering", args=[vergadering.pk])).status_code == 200
            return len(gevangen)

        def voeg_toe() -> None:
            ding = actions.agendeer(regio.secretaris, vergadering.pk, punt())
            actions.voeg_stuk_toe(regio.secretaris, ding.pk, titel="Notitie", tekst="Tekst.", zichtbaarheid="raden")

        voeg_toe()
        tel()
        eerst = tel()
        for _ in range(8):
            voeg_toe()
        assert tel() == eerst


def test_over_de_schermen(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("secretaris"))
    with klok.op(MAANDAG):
        gegevens = {"tafel": "ambtelijk", "op": "2026-11-02", "aanvang": "10:00", "plaats": "Urk"}
        assert client.post(reverse("vergaderen:plan"), {**gegevens, "op": "2026-10-01"}).status_code == 422
        assert client.post(reverse("vergaderen:plan"), gegevens).status_code == 302
        vergadering = Vergadering.objects.get()
        nieuw = {"zichtbaarheid": "openbaar", "onderwerp": "Wachttijd", "doel": "besluit", "vraag": ""}
        mis = client.post(reverse("vergaderen:agendeer", args=[vergadering.pk]), nieuw)
        assert mis.status_code == 422
        assert "Wachttijd" in mis.content.decode()
        nieuw["vraag"] = "Meten we elke maand?"
        assert client.post(reverse("vergaderen:agendeer", args=[vergadering.pk]), nieuw).status_code == 302
        ding = Agendapunt.objects.get()
        stuk = {"zichtbaarheid": "openbaar", "titel": "Notitie", "tekst": "We meten."}
        assert client.post(reverse("vergaderen:stuk_nieuw", args=[ding.pk]), stuk).status_code == 302
        blad = client.get(reverse("vergaderen:vergadering", args=[vergadering.pk])).content.decode()
        assert "uiterlijk maandag 19 oktober 2026" in blad
        assert client.get(reverse("vergaderen:stuk", args=[Stuk.objects.get().pk])).status_code == 200
        assert "Wachttijd" not in client.get(reverse("vergaderen:besluiten")).content.decode()
