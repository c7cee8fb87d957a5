"""What nobody may find out, and what must not stop the rest: found by reading the application as an attacker."""

import logging
import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.basis.logregels import ZonderWaarden
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.actions import open_beurt
from jeugdregio.beurten.permissions import wachtende_beurten
from jeugdregio.organisaties.actions import maak_token
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus import actions as postbus
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.uitwisselmap import verwerk_map
from jeugdregio.toegang import queries
from jeugdregio.toegang.actions import neem_in_onderzoek
from jeugdregio.toegang.models import Kind, Verzoek
from jeugdregio.toegang.permissions import zichtbare_kinderen
from tests.berichten import MIRTHE_BSN, jw305_xml, jw315_xml
from tests.mensen import WACHTWOORD, Regiomensen, maak_mens


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(date(2026, 9, 10)):
        yield


def pagina(regio: Regiomensen, wie: str, pad: str, **post: str) -> str:
    client = Client()
    client.force_login(regio.gebruiker(wie))
    antwoord = client.post(pad, post) if post else client.get(pad)
    assert antwoord.status_code == 200
    return str(antwoord.content.decode())


@pytest.fixture
def gevist(regio: Regiomensen) -> Verzoek:
    """Iris of Het Anker knows Mirthe's BSN and nothing else, and asks for a boy of that BSN."""
    postbus.ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
    postbus.ontvang_en_verwerk(
        jw315_xml(afzender="65656055", naam="Jansen", geboren=date(2015, 1, 2), geslacht="1"),
        kanaal="api", aangeboden_door=regio.het_anker,
    )  # fmt: skip
    return Verzoek.objects.get(aanbieder=regio.het_anker)


def test_met_een_bsn_alleen_komt_een_aanbieder_niets_van_het_dossier_te_weten(
    regio: Regiomensen, gevist: Verzoek
) -> None:
    assert gevist.kind.bsn_zoek == zoeksleutel(MIRTHE_BSN)
    for bladzij in (
        pagina(regio, "iris", f"/verzoeken/{gevist.pk}/"),
        pagina(regio, "iris", "/verzoeken/"),
    ):
        assert "Jansen" in bladzij
        assert "Visser" not in bladzij
        assert gevist.kind.kenmerk not in bladzij
        assert "20-05-2012" not in bladzij
    assert "Jansen" not in pagina(regio, "iris", "/verzoeken/", zoek="Visser")
    assert not zichtbare_kinderen(regio.iris).exists()
    assert queries.verzoek(regio.noor, Verzoek.objects.get(aanbieder=regio.de_brug).pk).verzoek.kind.bsn


def test_de_gemeente_ziet_dat_het_verzoek_een_ander_kind_beschrijft(regio: Regiomensen, gevist: Verzoek) -> None:
    toets = queries.verzoek(regio.fatima, gevist.pk).toetsen[0]
    assert (toets.naam, toets.goed) == ("Is dit het kind?", False)
    assert "02-01-2015" in toets.waarop or "2 januari 2015" in toets.waarop or "2-1-2015" in toets.waarop
    assert "achternaam Jansen" in toets.waarop
    assert "Jansen" in pagina(regio, "fatima", f"/verzoeken/{gevist.pk}/")


def test_bij_hetzelfde_kind_is_er_niets_te_vragen(regio: Regiomensen) -> None:
    postbus.ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
    postbus.ontvang_en_verwerk(jw315_xml(afzender="65656055", naam="VISSER"), kanaal="api")
    assert list(Verzoek.objects.values_list("afwijkend", flat=True)) == [[], []]
    assert Kind.objects.count() == 1


def test_een_aanbieder_meldt_geen_start_op_een_toewijzing_van_een_ander(regio: Regiomensen) -> None:
    inhoud = jw305_xml(1, date(2026, 9, 1)).replace(b"42420001", b"65656055")
    bericht = postbus.ontvang_en_verwerk(inhoud, kanaal="api", aangeboden_door=regio.het_anker)
    assert bericht.aantal_bevindingen


def _met_token(organisatie: Organisatie, *scopes: str) -> dict[str, str]:
    beheerder = maak_mens(f"Beheer {organisatie.pk}", organisatie, Rol.BEHEER)
    _, geheim = maak_token(beheerder, naam="koppeling", scopes=list(scopes))
    return {"HTTP_AUTHORIZATION": f"Bearer {geheim}"}


def _uitgaand(regio: Regiomensen) -> Bericht:
    """The message to Het Anker that names Mirthe: her file is known, the answer on her request waits to be fetched."""
    postbus.ontvang_en_verwerk(jw315_xml(afzender="65656055"), kanaal="api", aangeboden_door=regio.het_anker)
    verzoek = Verzoek.objects.get()
    neem_in_onderzoek(regio.fatima, verzoek.pk, versie=verzoek.versie)
    return Bericht.objects.get(soort="JW319")


def test_ophalen_over_de_api_staat_in_het_logboek_van_het_kind(regio: Regiomensen) -> None:
    bericht = _uitgaand(regio)
    sleutel = _met_token(regio.het_anker, "berichten:lezen")
    assert Client().get(f"/api/v1/berichten/{bericht.pk}", **sleutel).status_code == 200  # type: ignore[arg-type]
    regel = Regel.objects.get(handeling="inzage.bericht_api")
    assert regel.kind_id == Kind.objects.get().pk
    assert regel.organisatie == "Het Anker"


def test_een_token_van_een_ander_haalt_niets_op(regio: Regiomensen) -> None:
    bericht = _uitgaand(regio)
    for organisatie in (regio.de_brug, regio.dronten, regio.regiokantoor):
        sleutel = _met_token(organisatie, "berichten:lezen")
        assert Client().get(f"/api/v1/berichten/{bericht.pk}", **sleutel).status_code == 404  # type: ignore[arg-type]


def test_de_xml_downloaden_staat_in_het_logboek_van_het_kind(regio: Regiomensen) -> None:
    bericht = postbus.ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
    client = Client()
    client.force_login(regio.gebruiker("berichten_lelystad"))
    assert client.get(f"/berichten/{bericht.pk}/xml/").status_code == 200
    assert Regel.objects.get(handeling="inzage.bericht_xml").kind_id == Kind.objects.get().pk


def _beurt(regio: Regiomensen, sleutel: str, **velden: object) -> None:
    open_beurt(
        sleutel=sleutel, soort="x", titel="Start melden", organisatie=regio.de_brug, rol=Rol.AANBIEDER,
        wachtende=regio.lelystad, begon_op=date(2026, 9, 1), uiterlijk=None, grondslag="x", handeling="x", pad="/",
        **velden,
    )  # fmt: skip


def test_geld_en_contract_zien_geen_beurten_over_een_kind(regio: Regiomensen) -> None:
    _beurt(regio, "een", kind_id=uuid4())
    _beurt(regio, "twee")
    assert wachtende_beurten(regio.fatima).count() == 2
    assert [b.sleutel for b in wachtende_beurten(regio.controller_lelystad)] == ["twee"]
    assert [b.sleutel for b in wachtende_beurten(regio.contract_lelystad)] == ["twee"]


def test_een_beurt_met_een_te_lange_tekst_past_in_de_kolom(regio: Regiomensen) -> None:
    _beurt(regio, "lang", tekst="45A04, " * 200)
    (beurt,) = wachtende_beurten(regio.fatima)
    assert len(beurt.tekst) == 500
    assert beurt.tekst.endswith("…")


def test_het_logboek_neemt_iemand_met_alle_rollen(regio: Regiomensen) -> None:
    alles = Wie(organisatie=regio.lelystad, rollen=frozenset(Rol.values), gebruiker=regio.fatima.gebruiker)
    assert len(alles.rolnaam) <= (Regel._meta.get_field("rol").max_length or 0)


def test_wie_zijn_wachtwoord_kreeg_kiest_zelf_een_nieuw(regio: Regiomensen) -> None:
    client, elders = Client(), Client()
    client.force_login(regio.gebruiker("fatima"))
    elders.force_login(regio.gebruiker("fatima"))
    velden = {"old_password": WACHTWOORD, "new_password1": "kort", "new_password2": "kort"}
    assert client.post("/wachtwoord/", velden).status_code == 422
    blad = client.post("/wachtwoord/", velden | {"old_password": "fout", "new_password2": "anders"}).content.decode()
    assert "het wachtwoord dat je nu hebt" in blad
    assert not re.search(r"\b[Uu]w?\b", re.sub(r"<[^>]+>", " ", blad)), "het formulier zegt je, net als elk scherm"
    nieuw = "een heel ander lang geheim"
    velden |= {"new_password1": nieuw, "new_password2": nieuw}
    assert client.post("/wachtwoord/", velden).status_code == 302
    assert client.get("/kinderen/").status_code == 200
    assert elders.get("/kinderen/").status_code == 302, "een gestolen sessie eindigt"
    assert Gebruiker.objects.get(naam="Fatima").check_password(nieuw)
    regel = Regel.objects.get(handeling="wachtwoord.gewijzigd")
    assert (regel.gebruiker, regel.gegevens) == ("Fatima", {})


def test_een_fout_in_het_log_noemt_geen_waarden() -> None:
    try:
        try:
            raise ValueError("Failing row contains (999999990, Visser)")
        except ValueError as fout:
            raise RuntimeError("Mirthe Visser") from fout
    except RuntimeError:
        regel = logging.LogRecord("x", logging.ERROR, "x", 1, "Internal Server Error: /", None, sys.exc_info())
    tekst = ZonderWaarden().format(regel)
    assert "RuntimeError" in tekst
    assert "ValueError" in tekst
    assert "test_lekken.py" in tekst
    assert "Failing row" not in tekst.replace('raise ValueError("Failing row', "")
    assert "zonder_waarden" in str(settings.LOGGING["handlers"])


def test_vreemde_bestandsnamen_houden_de_map_niet_op(regio: Regiomensen, tmp_path: Path) -> None:
    (tmp_path / "bezig").mkdir()
    (tmp_path / "bezig" / "lees-mij.txt").write_text("van de systeembeheerder")
    (tmp_path / ("a" * 240 + ".xml")).write_bytes(jw315_xml())
    (tmp_path / ("b" * 250)).write_bytes(b"geen bericht")
    (tmp_path / "zonder__id.xml").write_bytes(jw315_xml())
    with (Path(os.fsdecode(os.fsencode(tmp_path) + b"/na\xffam\n.xml"))).open("wb") as bestand:
        bestand.write(b"geen bericht")
    uit = StringIO()
    call_command("postbus", "verwerk", str(tmp_path), "--voor", "0995", stdout=uit)
    uit.getvalue().encode("utf-8")
    assert "4 bestanden gelezen" in uit.getvalue()
    assert len(list((tmp_path / "verwerkt").iterdir())) == 2
    assert len(list((tmp_path / "afgekeurd").glob("*.reden.txt"))) == 2
    assert (tmp_path / "bezig" / "lees-mij.txt").exists()


def test_een_klacht_van_de_schijf_blijft_bij_een_bestand(
    regio: Regiomensen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.xml").write_bytes(b"geen bericht")
    (tmp_path / "2.xml").write_bytes(jw315_xml())
    echt = Path.read_bytes

    def kapot(pad: Path) -> bytes:
        if pad.name.endswith("1.xml"):
            raise OSError(5, "Input/output error")
        return echt(pad)

    monkeypatch.setattr(Path, "read_bytes", kapot)
    assert [v.uitkomst for v in verwerk_map(tmp_path, regio.lelystad)] == ["later", "verwerkt"]


def test_een_antwoord_in_de_map_is_niet_voor_iedereen_leesbaar(regio: Regiomensen, tmp_path: Path) -> None:
    (tmp_path / "1.xml").write_bytes(jw315_xml())
    list(verwerk_map(tmp_path, regio.lelystad))
    (antwoord,) = (tmp_path / "uit").iterdir()
    assert antwoord.stat().st_mode & 0o007 == 0
