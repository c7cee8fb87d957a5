"""Every file that governance, learning and contract management give away, read to its words: no child, no secret."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from jeugdregio.basis import klok
from jeugdregio.basis.document import Alinea, Document, Kop, Tabel, naar_pdf, naar_word
from jeugdregio.bestuur.brieven.inhoud import hash_van, schilinhoud, vingerafdruk
from jeugdregio.bestuur.brieven.models import Brief, Kern, Schil, Verzending
from jeugdregio.bestuur.teksten.models import Tekst
from jeugdregio.bestuur.vergaderen.models import Agendapunt, Besluit, Vergadering
from jeugdregio.organisaties.models import Rol
from tests.bestandstekst import bestandstekst
from tests.deuren import alle_deuren, maker_van
from tests.mensen import Regiomensen, maak_mens
from tests.wereld import DAG, Wereld, maak_wereld

KAMERS = ("jeugdregio.bestuur.", "jeugdregio.leren.", "jeugdregio.monitor.", "jeugdregio.afspraken.",
          "jeugdregio.zorglandschap.")  # fmt: skip
BESTAND = re.compile(r"pdf|word|docx|csv|html|bestand$|export|uitvoer|sjabloon")
MERK = "merkteken"
DEUREN = alle_deuren()


def _bestanden(boom: URLResolver, kamer: str = "") -> Iterator[str]:
    for deel in boom.url_patterns:
        if isinstance(deel, URLResolver):
            yield from _bestanden(deel, deel.namespace or kamer)
        elif isinstance(deel, URLPattern) and deel.callback.__module__.startswith(KAMERS):
            route = f"{kamer}:{deel.name}"
            if BESTAND.search(str(deel.name)) and route in DEUREN and not DEUREN[route].post:
                yield route


ROUTES = sorted(set(_bestanden(get_resolver())))


@pytest.fixture
def wereld(regio: Regiomensen) -> Wereld:
    """One of everything, in Lelystad."""
    with klok.op(DAG):
        return maak_wereld(regio)


def test_een_woord_in_pdf_en_word_wordt_gevonden() -> None:
    """The reading itself is not blind: bold, in a table, with signs of its own."""
    tabel = Tabel("Tabel", ("Kop",), (("koffie één € merkteken",),))
    document = Document(
        titel="Titel", afzender="x", datum=date(2026, 1, 1), gegevens=(), onderdelen=(Kop("Kop"), Alinea("Zin"), tabel)
    )
    for maak in (naar_pdf, naar_word):
        assert "koffie één € merkteken" in bestandstekst(maak(document))


def _paden(route: str, wereld: Wereld) -> list[str]:
    maak = maker_van(route)
    if maak is not None:
        wereld.dingen |= maak(wereld)
    sleutels = {naam: wereld.sleutel(waarde) for naam, waarde in DEUREN[route].sleutels.items()}
    vormen = ["pdf", "docx"] if "vorm" in sleutels else [None]
    return [reverse(route, kwargs=sleutels | ({"vorm": vorm} if vorm else {})) for vorm in vormen]


def test_geen_bestand_noemt_een_kind(wereld: Wereld, client: Client) -> None:
    """As one person of a municipality and one of elsewhere who may have the file."""
    geheim = [wereld.kind.achternaam, wereld.kind.voornamen, wereld.kind.bsn, wereld.gezagsdrager.naam]
    assert all(geheim)
    gelezen, lekken = set(), []
    for route in ROUTES:
        personen = sorted(DEUREN[route].mag)
        with transaction.atomic():  # each room makes its own things, and some the same
            for pad in _paden(route, wereld):
                for persoon in {*personen[:1], *personen[-1:]}:
                    client.force_login(wereld.regio.gebruiker(persoon))
                    antwoord = client.get(pad)
                    if antwoord.status_code != 200:
                        continue
                    gelezen.add(route)
                    tekst = bestandstekst(b"".join(antwoord) if antwoord.streaming else antwoord.content)
                    tekst += antwoord.get("Content-Disposition", "")
                    lekken += [(route, persoon, woord) for woord in geheim if woord in tekst]
            transaction.set_rollback(True)
    assert lekken == []
    assert set(ROUTES) - gelezen == set(), "Van deze bestanden is niets gelezen."


def _vertrouwelijk(regio: Regiomensen) -> dict[str, list[str]]:
    """Return the files of Lelystad's confidential letter, a confidential text and meeting item, all with the word."""
    brief = Brief.objects.create(
        soort="raadsbrief", onderwerp=MERK, zichtbaarheid="vertrouwelijk", eigenaar=regio.regiokantoor,
        opgesteld_door=regio.gebruiker("secretaris"), verzenden_op=DAG, staat="vrij",
    )  # fmt: skip
    delen = {"aanleiding": MERK, "kern": MERK, "vervolg": MERK}
    kern = Kern.objects.create(
        brief=brief, delen=delen, vingerafdruk=vingerafdruk(brief, delen, {}), bevroren_op=timezone.now()
    )
    schil = Schil.objects.create(brief=brief, gemeente=regio.lelystad, nummer="25.054", vergadersoort="raad")
    eigen = schilinhoud(schil, [], DAG)
    verzending = Verzending.objects.create(
        schil=schil, kern=kern, op=DAG, inhoud=eigen, vingerafdruk=hash_van(eigen), door=regio.gebruiker("secretaris")
    )
    tekst = Tekst.objects.create(titel=MERK, soort="regiovisie", regio=regio.regio, zichtbaarheid="vertrouwelijk")
    vergadering = Vergadering.objects.create(
        tafel="bestuurlijk", op=DAG, aanvang="09:00", plaats="Lelystad", staat="gehouden"
    )
    punt = Agendapunt.objects.create(
        vergadering=vergadering, volgorde=1, onderwerp=MERK, doel="besluit", vraag=MERK, inbrenger=regio.regiokantoor,
        zichtbaarheid="vertrouwelijk",
    )  # fmt: skip
    Agendapunt.objects.create(
        vergadering=vergadering, volgorde=2, onderwerp="Openlijk", doel="besluit", vraag="Ja?",
        inbrenger=regio.regiokantoor, zichtbaarheid="openbaar",
    )  # fmt: skip
    Besluit.objects.create(punt=punt, tekst=MERK, aard="overleg", zichtbaarheid="vertrouwelijk", genomen_op=DAG)
    vormen = ("pdf", "docx")
    return {
        "brief": [reverse("brieven:verzonden_bestand", args=[verzending.pk, "brief", v]) for v in vormen],
        "concept": [reverse("brieven:bestand", args=[schil.pk, "brief", v]) for v in vormen],
        "tekst": [reverse(f"teksten:reactienota_{v}", args=[tekst.pk]) for v in ("pdf", "word")],
        "vergadering": [reverse("vergaderen:export", args=[vergadering.pk, v]) for v in (*vormen, "json")],
    }


def test_wat_vertrouwelijk_is_staat_in_geen_bestand_voor_een_ander(regio: Regiomensen, client: Client) -> None:
    with klok.op(DAG):
        bestanden = _vertrouwelijk(regio)
        anderen = [
            maak_mens("Gijs Dronten", regio.dronten, Rol.GRIFFIER).gebruiker, regio.gebruiker("griffier_lelystad"),
            regio.gebruiker("noor"), regio.gebruiker("ervaringsdeskundige"),
        ]  # fmt: skip
        lekken = []
        for ander in anderen:
            assert ander is not None
            client.force_login(ander)
            lekken += [
                (ander.naam, pad)
                for paden in bestanden.values()
                for pad in paden
                if MERK in bestandstekst(client.get(pad).content)
            ]
        assert lekken == []
        # Who may have them finds the word: the reading is not blind. What goes to councils holds it for nobody.
        client.force_login(regio.gebruiker("wethouder_lelystad"))
        for pad in bestanden["brief"] + bestanden["concept"]:
            assert MERK in bestandstekst(client.get(pad).content), pad
        for pad in bestanden["vergadering"]:
            tekst = bestandstekst(client.get(pad).content)
            assert (MERK in tekst, "Openlijk" in tekst) == (False, True), pad
