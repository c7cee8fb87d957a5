"""A letter from its first word to the item it settles: one text for all councils, and what each adds itself."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document as Worddocument
from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis import klok
from jeugdregio.basis.document import naar_pdf, naar_word
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur import cijfers
from jeugdregio.bestuur.brieven import actions, document, inhoud, queries, schillen
from jeugdregio.bestuur.brieven.models import Brief, Kern, Schil, Verzending
from jeugdregio.bestuur.cijfers import Cijfer
from jeugdregio.bestuur.toezeggingen.actions import NieuwStuk, beoordeel, registreer
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

DAG = date(2025, 10, 6)
DELEN = {
    "aanleiding": "De commissie heeft haar advies gegeven.",
    "toelichting": "",
    "kern": "Er zijn vier aanbevelingen. In de regio krijgen [[proef.hulp]] kinderen hulp.",
    "vervolg": "De colleges bespreken het advies.",
}
GEDAAN = "De bevindingen van de commissie zijn met deze brief en het rapport aan de raad gestuurd."


@pytest.fixture(autouse=True)
def proefcijfer() -> Iterator[dict[str, int]]:
    """A figure that changes, as one of the monitor does."""
    stand = {"waarde": 100}

    def functie(datum: date, gemeente: Organisatie | None) -> Cijfer:
        return Cijfer(f"{stand['waarde'] // (10 if gemeente else 1)}", datum, "proefbron")

    cijfers.registreer("proef.hulp", "Kinderen met hulp", functie)
    yield stand
    cijfers._reeksen.pop("proef.hulp")


@pytest.fixture
def boris(regio: Regiomensen) -> Wie:
    """Policy officer of Almere."""
    return maak_mens("Boris Almere", regio.almere, Rol.BELEID)


@pytest.fixture
def greet(regio: Regiomensen) -> Wie:
    """The registry of the council of Almere."""
    return maak_mens("Greet Almere", regio.almere, Rol.GRIFFIER)


def _versie(brief: Brief) -> int:
    return Brief.objects.values_list("versie", flat=True).get(pk=brief.pk)


def maak(wie: Wie, gemeenten: list[Organisatie], **anders: str) -> Brief:
    """Begin a letter with text."""
    velden = {"zichtbaarheid": "openbaar", "soort": "raadsbrief", "onderwerp": "Advies van de commissie", **anders}
    brief = actions.begin(wie, verzenden_op=klok.vandaag(), gemeenten=[g.pk for g in gemeenten], **velden)
    actions.schrijf(wie, brief.pk, versie=1, delen=DELEN)
    return brief


def vul_aan(wie: Wie, schil: Schil, **anders: object) -> Schil:
    """Complete the own part."""
    velden: dict[str, object] = {
        "nummer": "RB-1", "portefeuillehouder": "wethouder jeugd", "vergadersoort": "raad", "aanhef": "Geachte raad,",
        "eigen_alinea": "", "actueel": True, "anders": "", "gedaan": "", "stukken": (), **anders,
    }  # fmt: skip
    return schillen.bewaar(wie, schil.pk, versie=schil.versie, **velden)  # type: ignore[arg-type]


def belofte(wie: Wie) -> Raadsstuk:
    """The promise of 6 March 2025."""
    nieuw = NieuwStuk(
        nummer="ALM-25-014", soort="toezegging", vergadering="raad", vergadering_op=date(2025, 3, 6),
        kern="De bevindingen worden gedeeld.", indiener="raadslid", portefeuillehouder="wethouder jeugd",
        datumsoort="zonder", zittingsperiode="2022-2026",
    )  # fmt: skip
    with klok.op(date(2025, 3, 6)):
        return registreer(wie, nieuw)


def test_een_brief_doet_de_toezegging_van_6_maart_2025_af_als_de_raad_dat_zegt(
    regio: Regiomensen, boris: Wie, greet: Wie
) -> None:
    stuk = belofte(greet)
    with klok.op(DAG):
        brief = maak(regio.secretaris, [regio.almere, regio.lelystad])
        assert not Beurt.objects.filter(soort="brief_verzenden").exists()
        actions.geef_vrij(regio.secretaris, brief.pk, versie=_versie(brief))
        assert Beurt.objects.filter(soort="brief_verzenden", staat="open").count() == 2
        schil = vul_aan(boris, brief.schillen.get(gemeente=regio.almere), stukken=[stuk.pk], gedaan=GEDAAN)
    with klok.op(date(2025, 10, 9)):
        verzending = schillen.verstuur(boris, schil.pk, versie=schil.versie, op=date(2025, 10, 9))
        stuk.refresh_from_db()
        afdoening = stuk.afdoeningen.get()
        assert stuk.staat == Raadsstuk.Staat.VOORGESTELD
        assert (afdoening.verzonden_op, afdoening.vakken) == (date(2025, 10, 9), ["actueel", "toezegging"])
        assert "RB-1" in afdoening.document
        beoordeel(greet, stuk.pk, versie=stuk.versie, akkoord=True, reden="")
        vakken = {vak.naam: vak for vak in inhoud.vakken(verzending.inhoud)}
        assert vakken["Afdoening toezegging"].regels == ("ALM-25-014, raadsvergadering van 6 maart 2025",)
        assert not vakken["Afdoening motie"].gekozen
        beeld = queries.brief(regio.secretaris, brief.pk)
    assert [(r.schil.gemeente.naam, bool(r.laatste)) for r in beeld.raden] == [("Almere", True), ("Lelystad", False)]
    assert Beurt.objects.filter(soort="brief_verzenden", staat="open").get().organisatie == regio.lelystad


def test_cijfers_lopen_mee_tot_de_tekst_is_vrijgegeven(
    regio: Regiomensen, boris: Wie, proefcijfer: dict[str, int]
) -> None:
    brief = maak(regio.secretaris, [regio.almere])
    proefcijfer["waarde"] = 120
    assert queries.brief(regio.secretaris, brief.pk).delen[1][1].endswith("krijgen 120 kinderen hulp.")
    with klok.op(DAG):
        kern = actions.geef_vrij(regio.secretaris, brief.pk, versie=_versie(brief))
    proefcijfer["waarde"] = 500
    assert kern.cijfers["proef.hulp"] == {
        "naam": "Kinderen met hulp, de hele regio", "tekst": "120", "peildatum": "2025-10-06", "bron": "proefbron",
    }  # fmt: skip
    assert "120 kinderen" in queries.brief(boris, brief.pk).delen[1][1]
    schil = vul_aan(boris, brief.schillen.get(), eigen_alinea="Hier zijn het er [[proef.hulp]].")
    verzending = schillen.verstuur(boris, schil.pk, versie=schil.versie, op=klok.vandaag())
    proefcijfer["waarde"] = 9000
    tekst = naar_word_tekst(verzending)
    assert "Hier zijn het er 50." in tekst
    assert "120 kinderen" in tekst
    assert "6 oktober 2025" in tekst
    assert "9000" not in tekst


def naar_word_tekst(verzending: Verzending) -> str:
    """The text of the letter as Word."""
    blad = document.brief(verzending.kern, verzending.schil.gemeente, verzending.inhoud, verzending.op)
    word = Worddocument(BytesIO(naar_word(blad)))
    cellen = [cel.text for tabel in word.tables for rij in tabel.rows for cel in rij.cells]
    return "\n".join([*(alinea.text for alinea in word.paragraphs), *cellen])


def test_wat_is_vrijgegeven_verandert_niet_en_een_nieuwe_versie_gaat_naar_elke_raad(
    regio: Regiomensen, boris: Wie
) -> None:
    wie = regio.secretaris
    brief = maak(wie, [regio.almere])
    eerste = actions.geef_vrij(wie, brief.pk, versie=_versie(brief))
    with pytest.raises(Conflict, match="verandert niet meer"):
        actions.schrijf(wie, brief.pk, versie=_versie(brief), delen=DELEN)
    schil = vul_aan(boris, brief.schillen.get())
    schillen.verstuur(boris, schil.pk, versie=schil.versie, op=klok.vandaag())
    schil.refresh_from_db()
    with pytest.raises(Conflict, match="heeft versie 1 al"):
        schillen.verstuur(boris, schil.pk, versie=schil.versie, op=klok.vandaag())
    actions.nieuwe_versie(wie, brief.pk, versie=_versie(brief))
    with pytest.raises(Conflict, match="nog niet vrijgegeven"):
        schillen.verstuur(boris, schil.pk, versie=schil.versie, op=klok.vandaag())
    spatie = {**DELEN, "vervolg": DELEN["vervolg"].replace("bespreken het", "bespreken  het")}
    actions.schrijf(wie, brief.pk, versie=_versie(brief), delen=spatie)
    with pytest.raises(Geweigerd, match="anders is dan in de vorige"):
        actions.geef_vrij(wie, brief.pk, versie=_versie(brief))
    actions.schrijf(wie, brief.pk, versie=_versie(brief), delen=spatie, wijziging="Een spatie erbij.")
    tweede = actions.geef_vrij(wie, brief.pk, versie=_versie(brief))
    assert tweede.vingerafdruk != eerste.vingerafdruk
    assert Kern.objects.get(pk=eerste.pk).delen == DELEN
    regel = queries.brief(boris, brief.pk).raden[0]
    assert (regel.laatste and regel.laatste.kern.nummer, regel.actueel) == (1, False)
    assert Beurt.objects.get(soort="brief_verzenden", staat="open").titel.startswith("Nieuwe versie")


def test_een_tekst_die_buiten_om_is_veranderd_gaat_niet_weg(regio: Regiomensen, boris: Wie) -> None:
    brief = maak(regio.secretaris, [regio.almere])
    kern = actions.geef_vrij(regio.secretaris, brief.pk, versie=_versie(brief))
    Kern.objects.filter(pk=kern.pk).update(delen={**DELEN, "kern": "Iets anders."})
    schil = vul_aan(boris, brief.schillen.get())
    with pytest.raises(Geweigerd, match="vingerafdruk"):
        schillen.verstuur(boris, schil.pk, versie=schil.versie, op=klok.vandaag())


def test_een_raadsvoorstel_zonder_alternatieven_of_geld_gaat_niet_weg_en_zegt_wat_mist(regio: Regiomensen) -> None:
    brief = maak(regio.secretaris, [regio.almere], soort="raadsvoorstel")
    with pytest.raises(Geweigerd) as fout:
        actions.geef_vrij(regio.secretaris, brief.pk, versie=_versie(brief))
    assert {"grondslag", "alternatieven", "risicos", "geld", "participatie", "evaluatie"} <= set(fout.value.velden)
    assert "Alternatieven" in str(fout.value)
    assert Kern.objects.get().bevroren_op is None


def test_vergadersoort_nummer_en_vak_zijn_nodig(regio: Regiomensen, boris: Wie) -> None:
    brief = maak(regio.secretaris, [regio.almere])
    actions.geef_vrij(regio.secretaris, brief.pk, versie=_versie(brief))
    schil = vul_aan(boris, brief.schillen.get(), vergadersoort="", nummer="", actueel=False)
    with pytest.raises(Geweigerd) as fout:
        schillen.verstuur(boris, schil.pk, versie=schil.versie, op=klok.vandaag())
    assert set(fout.value.velden) == {"nummer", "vergadersoort", "stukken"}
    assert not Verzending.objects.exists()


def test_besproken_is_te_weinig_om_een_stuk_af_te_doen(regio: Regiomensen, boris: Wie, greet: Wie) -> None:
    stuk = belofte(greet)
    brief = maak(regio.secretaris, [regio.almere])
    actions.geef_vrij(regio.secretaris, brief.pk, versie=_versie(brief))
    schil = vul_aan(boris, brief.schillen.get(), stukken=[stuk.pk], gedaan="Besproken.")
    with pytest.raises(Geweigerd, match="besproken"):
        schillen.verstuur(boris, schil.pk, versie=schil.versie, op=klok.vandaag())
    stuk.refresh_from_db()
    assert stuk.staat == Raadsstuk.Staat.GEREGISTREERD
    assert not Verzending.objects.exists()


def test_gegevens_van_een_gezin_en_onbekende_cijfers_komen_er_niet_in(regio: Regiomensen, boris: Wie) -> None:
    brief = maak(regio.secretaris, [regio.almere])
    with pytest.raises(Geweigerd, match="gezin"):
        actions.schrijf(regio.secretaris, brief.pk, versie=2, delen={**DELEN, "kern": "Moeder Sanne wacht."})
    with pytest.raises(Geweigerd) as fout:
        actions.schrijf(regio.secretaris, brief.pk, versie=2, delen={**DELEN, "kern": "Er zijn [[geen.cijfer]]."})
    assert "geen.cijfer" in fout.value.velden["kern"]
    actions.geef_vrij(regio.secretaris, brief.pk, versie=2)
    with pytest.raises(Geweigerd, match="gezin"):
        vul_aan(boris, brief.schillen.get(), eigen_alinea="De jongen Mees krijgt hulp.")
    assert Schil.objects.get().versie == 1


def test_een_concept_ziet_alleen_wie_het_schrijft_en_een_griffie_pas_wat_verzonden_is(
    regio: Regiomensen, boris: Wie, greet: Wie
) -> None:
    brief = maak(regio.secretaris, [regio.almere], zichtbaarheid="raden")
    for wie in (boris, greet, regio.wethouder_lelystad):
        with pytest.raises(NietGevonden):
            queries.brief(wie, brief.pk)
    actions.geef_vrij(regio.secretaris, brief.pk, versie=_versie(brief))
    schil = brief.schillen.get()
    assert queries.brief(boris, brief.pk).raden[0].mag
    with pytest.raises(NietGevonden):
        queries.brief(greet, brief.pk)
    for wie in (regio.beleid_lelystad, regio.secretaris, greet):
        with pytest.raises(NietGevonden):
            queries.schil(wie, schil.pk)
    with pytest.raises(NietGevonden):
        schillen.verstuur(regio.beleid_lelystad, schil.pk, versie=1, op=klok.vandaag())
    with pytest.raises(GeenRecht):
        actions.geef_vrij(boris, brief.pk, versie=_versie(brief))
    schil = vul_aan(boris, schil)
    schillen.verstuur(boris, schil.pk, versie=schil.versie, op=klok.vandaag())
    actions.nieuwe_versie(regio.secretaris, brief.pk, versie=_versie(brief))
    assert queries.brief(greet, brief.pk).kern.nummer == 1
    assert queries.lijst(regio.noor) == []


def test_een_besloten_stuk_komt_niet_op_een_voorblad_dat_anderen_lezen(
    regio: Regiomensen, boris: Wie, greet: Wie
) -> None:
    stuk = belofte(greet)
    Raadsstuk.objects.filter(pk=stuk.pk).update(openbaar=False)
    brief = maak(regio.secretaris, [regio.almere])
    actions.geef_vrij(regio.secretaris, brief.pk, versie=_versie(brief))
    schil = brief.schillen.get()
    assert schillen.kiesbaar(boris, schil) == []
    with pytest.raises(Geweigerd, match="open stukken"):
        vul_aan(boris, schil, stukken=[stuk.pk])


def test_een_gemeente_schrijft_alleen_aan_de_eigen_raad(regio: Regiomensen, boris: Wie) -> None:
    with pytest.raises(Geweigerd, match="eigen raad"):
        maak(boris, [regio.lelystad])
    brief = maak(boris, [])
    assert brief.schillen.get().gemeente == regio.almere
    buiten = Organisatie.objects.create(naam="Zwolle", soort="gemeente", code="0193")
    with pytest.raises(Geweigerd):
        maak(regio.secretaris, [buiten])


def test_de_weg_over_de_schermen(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("secretaris"))
    begin = {
        "zichtbaarheid": "openbaar", "soort": "raadsbrief", "onderwerp": "", "gemeenten": [str(regio.lelystad.pk)],
        "verzenden_op": klok.vandaag().isoformat(),
    }  # fmt: skip
    assert client.post(reverse("brieven:nieuw"), begin).status_code == 422
    assert client.post(reverse("brieven:nieuw"), {**begin, "onderwerp": "Advies"}).status_code == 302
    brief = Brief.objects.get()
    schrijven = reverse("brieven:schrijven", args=[brief.pk])
    fout = client.post(schrijven, {"versie": 1, "kern": "Moeder Sanne wacht nog.", "aanleiding": "Blijft staan."})
    assert fout.status_code == 422
    assert "Blijft staan." in fout.content.decode()
    tekst = {**DELEN, "kern": "Een college weigert. Er zijn er", "cijfer": "proef.hulp", "cijfer_in": "kern"}
    assert client.post(schrijven, {"versie": 1, **tekst}).status_code == 302
    assert Kern.objects.get().delen["kern"].endswith("Er zijn er [[proef.hulp]]")
    assert "verwijt" in client.get(reverse("brieven:brief", args=[brief.pk])).content.decode()
    oud = client.post(schrijven, {"versie": 1, **DELEN, "vervolg": "Niet kwijt."})
    assert oud.status_code == 409
    assert "Niet kwijt." in oud.content.decode()
    # The tone check points, it does not stop.
    assert client.post(reverse("brieven:vrijgeven", args=[brief.pk]), {"versie": 2}).status_code == 302
    client.force_login(regio.gebruiker("beleid_lelystad"))
    schil = reverse("brieven:schil", args=[Schil.objects.get().pk])
    assert "Brief aan de raad" in client.get(reverse("beurten:start")).content.decode()
    eigen = {
        "versie": 1, "nummer": "25.054", "portefeuillehouder": "wethouder jeugd", "vergadersoort": "commissie",
        "aanhef": "Geachte raad,", "eigen_alinea": "Lelystad doet mee.", "gedaan": "", "actueel": "on", "anders": "",
    }  # fmt: skip
    assert client.post(schil, eigen).status_code == 302
    verstuur = {"verstuur-versie": 2, "verstuur-op": "2999-01-01"}
    pad = reverse("brieven:versturen", args=[Schil.objects.get().pk])
    assert client.post(pad, verstuur).status_code == 422
    assert client.post(pad, {**verstuur, "verstuur-op": klok.vandaag().isoformat()}).status_code == 302
    client.force_login(regio.gebruiker("griffier_lelystad"))
    verzonden = Verzending.objects.get()
    assert "Lelystad doet mee." in client.get(reverse("brieven:verzonden", args=[verzonden.pk])).content.decode()
    woord = client.get(reverse("brieven:verzonden_bestand", args=[verzonden.pk, "voorblad", "docx"]))
    assert woord.content.startswith(b"PK")
    assert client.get(reverse("brieven:verzonden_bestand", args=[verzonden.pk, "iets", "pdf"])).status_code == 404


def test_brief_en_voorblad_komen_als_pdf(regio: Regiomensen, boris: Wie) -> None:
    brief = maak(regio.secretaris, [regio.almere])
    actions.geef_vrij(regio.secretaris, brief.pk, versie=_versie(brief))
    schil = vul_aan(boris, brief.schillen.get())
    v = schillen.verstuur(boris, schil.pk, versie=schil.versie, op=klok.vandaag())
    for blad in (document.brief, document.voorblad):
        pdf = naar_pdf(blad(v.kern, regio.almere, v.inhoud, v.op))
        assert pdf.startswith(b"%PDF")


def test_de_lijst_vraagt_een_vast_aantal_vragen(regio: Regiomensen, client: Client) -> None:
    client.force_login(regio.gebruiker("secretaris"))

    def tel() -> int:
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(reverse("brieven:lijst")).status_code == 200
        return len(gevangen)

    maak(regio.secretaris, [regio.almere])
    tel()
    eerst = tel()
    for _ in range(5):
        maak(regio.secretaris, [regio.almere, regio.lelystad, regio.urk])
    assert tel() == eerst
