"""The letter says what the law asks, in plain words, to who must have it, and never tells a secret address."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.document import naar_html
from jeugdregio.toegang.beschikkingen import actions, queries
from jeugdregio.toegang.beschikkingen.brief import brief
from jeugdregio.toegang.beschikkingen.inhoud import hash_van, maak_inhoud
from jeugdregio.toegang.beschikkingen.models import Beschikking, Soort
from jeugdregio.toegang.beschikkingen.permissions import haal
from jeugdregio.toegang.beschikkingen.tests.hulp import DAG, GEWEIGERD, WOORDEN, Zaak, maak_zaak, versie
from jeugdregio.toegang.beschikkingen.verzenden import ontvangers

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _op() -> Iterator[None]:
    """The seventh of May (story 2)."""
    with klok.op(DAG):
        yield


@pytest.fixture
def zaak(regio: Regiomensen) -> Zaak:
    """Thijs, 9 years, at a secret address."""
    zaak = maak_zaak(regio)
    zaak.kind.geheim_adres = True
    zaak.kind.save()
    return zaak


def _tekst(b: Beschikking) -> str:
    """The words of the letter as it was sent; that its PDF is tagged is tested where it is made."""
    assert b.verzonden_op is not None
    return " ".join(re.sub(r"<[^>]+>", " ", naar_html(brief(b.inhoud, b.verzonden_op))).split())


def test_de_brief_zegt_wat_moet_en_nooit_waar_het_kind_woont(zaak: Zaak) -> None:
    b = zaak.verzonden(zaak.natura())
    naam, pdf = queries.pdf(zaak.fatima, b.pk)
    tekst = _tekst(b)
    assert pdf.startswith(b"%PDF")
    assert naam == f"besluit-{b.kenmerk}.pdf"
    assert b.brief.sha256 == hashlib.sha256(pdf).hexdigest()
    for zin in (
        "Thijs krijgt de hulp die hieronder staat.", "8 uur per maand", "11 mei 2026 tot en met 6 mei 2027", "De Brug",
        "€ 128,40 per uur", "Thijs loopt thuis en op school vast", "Iemand die ook thuis komt.",
        "bezwaar maken bij het college van burgemeester en wethouders van Lelystad",
        "tot en met donderdag 18 juni 2026", "begint op de dag na verzending: vrijdag 8 mei 2026", "vertrouwenspersoon",
        "Fatima, telefoon 0320-111111", "Namens het college van Lelystad",
    ):  # fmt: skip
        assert zin in tekst, zin
    assert b.vingerafdruk == hash_van(b.inhoud)
    for deel in ("Geheimeweg", "8232", zaak.kind.bsn or "geen"):
        assert deel not in tekst + str(b.inhoud)


@pytest.mark.parametrize(
    ("geboren", "aanhef", "wie"),
    [
        (date(2016, 8, 1), "Beste ouders of verzorgers van Thijs,", ["Kim Zomer", "Rob Zomer"]),
        (date(2013, 8, 1), "Beste Thijs, en beste ouders", ["Thijs Zomer", "Kim Zomer", "Rob Zomer"]),
        (date(2009, 8, 1), "Beste Thijs,", ["Thijs Zomer"]),
    ],
)
def test_wie_het_krijgt_hangt_van_de_leeftijd_af(
    regio: Regiomensen, geboren: date, aanhef: str, wie: list[str]
) -> None:
    zaak = maak_zaak(regio, geboren=geboren)
    b = zaak.natura()
    assert [o.naam for o in ontvangers(b) if o.moet] == wie
    html = naar_html(brief(maak_inhoud(haal(zaak.fatima, b.pk)), DAG, concept=True))
    assert aanhef in html
    assert ("mag ook zelf bezwaar maken" in html) == (len(wie) == 3)


def test_de_jeugdige_van_zestien_kiest_of_ouders_meelezen(regio: Regiomensen) -> None:
    zaak = maak_zaak(regio, geboren=date(2009, 8, 1))
    b = zaak.getekend(zaak.natura())
    moeder = zaak.kind.gezagsdragers.get(relatie="moeder")
    b = actions.verzend(zaak.fatima, b.pk, {"kind": "pagina", str(moeder.pk): "post"}, versie=b.versie)
    assert {(v.naam, v.wijze) for v in b.verzendingen.all()} == {("Thijs Zomer", "pagina"), ("Kim Zomer", "post")}


@pytest.mark.parametrize("soort", Soort.values)
def test_elke_soort_zegt_in_een_zin_wat_er_is_besloten(zaak: Zaak, soort: str) -> None:
    zinnen = {
        "natura": "Thijs krijgt de hulp die hieronder staat.", "pgb": "U krijgt een persoonsgebonden budget.",
        "gedeeltelijk": "krijgt een deel van de hulp", "weigering": "Thijs krijgt de hulp die u vroeg niet.",
        "wijziging": "De hulp voor Thijs verandert.", "intrekking": "De hulp voor Thijs stopt.",
        "voortzetting": "De hulp voor Thijs loopt door.",
    }  # fmt: skip
    eerder = None
    if soort in ("wijziging", "intrekking"):
        eerder = zaak.verzonden(zaak.begin("weigering", GEWEIGERD)).pk
    b = zaak.begin(soort, WOORDEN, vervangt_id=eerder)
    zaak.regel(b, **({"vorm": "pgb", "pgb_centen": 512_300} if soort == "pgb" else {}))
    if soort == "gedeeltelijk":
        zaak.regel(b, product="45A05", toegekend=False, reden="Oma doet dit al.")
    html = naar_html(brief(maak_inhoud(haal(zaak.fatima, b.pk)), DAG, concept=True))
    assert zinnen[soort] in html
    assert ("€ 5.123,00" in html) == (soort == "pgb")
    assert ("Oma doet dit al." in html) == (soort == "gedeeltelijk")
    assert "nog niet verzonden" in html


def test_de_brief_blijft_zoals_hij_was_ook_als_het_dossier_verandert(zaak: Zaak) -> None:
    b = zaak.getekend(zaak.natura())
    zaak.kind.achternaam = "Anders"
    zaak.kind.save()
    with klok.op(date(2026, 5, 11)):
        b = actions.verzend(zaak.fatima, b.pk, zaak.wijzen(), versie=versie(b))
    tekst = _tekst(b)
    assert (b.besloten_op, b.verzonden_op, b.bezwaar_tot) == (DAG, date(2026, 5, 11), date(2026, 6, 22))
    assert "Thijs Zomer" in tekst
    assert "Anders" not in tekst
    assert "dinsdag 12 mei 2026" in tekst


def _lopend(zaak: Zaak) -> tuple[Beschikking, str]:
    """A decision that was sent and carried out, and the key of its assignment."""
    b = zaak.verzonden(zaak.natura())
    uitvoering = actions.voer_uit(zaak.fatima, b.pk, b.regels.get().pk)
    return b, str(uitvoering.toewijzing_id)


def _voorbeeld(zaak: Zaak, b: Beschikking) -> str:
    html = naar_html(brief(maak_inhoud(haal(zaak.fatima, b.pk)), DAG, concept=True))
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_een_wijziging_zegt_vanaf_wanneer_en_wat_er_was_en_komt(zaak: Zaak) -> None:
    eerste, over = _lopend(zaak)
    b = zaak.begin("wijziging", WOORDEN, vervangt_id=eerste.pk)
    zaak.regel(b, volume=10, ingangsdatum=date(2026, 6, 1), over_id=over)
    tekst = _voorbeeld(zaak, b)
    for zin in (
        "De hulp voor Thijs verandert. Dat gaat in op 1 juni 2026. Vanaf dan komt dit besluit in de plaats van ons "
        f"besluit {eerste.kenmerk}", "8 uur per maand, tot en met 6 mei 2027 10 uur per maand, tot en met 6 mei 2027",
        "€ 128,40 per uur", "U houdt dezelfde aanbieder.",
    ):  # fmt: skip
        assert zin in tekst, zin
    assert "maakt met u een afspraak" not in tekst


def test_een_voortzetting_zegt_tot_wanneer_het_liep_en_loopt(zaak: Zaak) -> None:
    eerste, over = _lopend(zaak)
    b = zaak.begin("voortzetting", WOORDEN, vervangt_id=eerste.pk)
    zaak.regel(b, volume=None, frequentie="", einddatum=date(2027, 11, 6), over_id=over)
    tekst = _voorbeeld(zaak, b)
    assert "8 uur per maand, tot en met 6 mei 2027 8 uur per maand, tot en met 6 november 2027" in tekst
    assert "€ 128,40 per uur" in tekst


def test_een_intrekking_noemt_de_laatste_dag(zaak: Zaak) -> None:
    eerste, over = _lopend(zaak)
    b = zaak.begin("intrekking", WOORDEN, vervangt_id=eerste.pk)
    zaak.regel(b, einddatum=date(2026, 6, 30), over_id=over)
    tekst = _voorbeeld(zaak, b)
    assert f"stopt. De laatste dag is 30 juni 2026. Wij trekken ons besluit {eerste.kenmerk}" in tekst


def test_na_een_verwijzing_noemt_de_brief_wie_verwees(regio: Regiomensen) -> None:
    zaak = maak_zaak(regio, weg="huisarts")
    assert "kregen wij de verwijzing van de huisarts." in _voorbeeld(zaak, zaak.natura())


def test_een_jeugdige_van_zestien_koopt_niet_hulp_voor_u(regio: Regiomensen) -> None:
    zaak = maak_zaak(regio, geboren=date(2009, 8, 1))
    assert "Daarmee koopt u zelf hulp in." in _voorbeeld(zaak, zaak.begin("pgb"))


def test_zonder_gekozen_aanbieder_maakt_niemand_een_afspraak(zaak: Zaak) -> None:
    tekst = _voorbeeld(zaak, zaak.natura(kies=False))
    assert "U kiest nog een aanbieder." in tekst
    assert "De aanbieder maakt met u een afspraak" not in tekst
