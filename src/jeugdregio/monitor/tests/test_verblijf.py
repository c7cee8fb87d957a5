"""Children with and without stay: who counts where, who sees what, and that chart, table and file agree."""

import csv
import io
import re
from datetime import date

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.klok import nu
from jeugdregio.financien.tests import bouw
from jeugdregio.monitor import queries
from jeugdregio.monitor.grafiek import verblijf_svg
from jeugdregio.monitor.tellen import Telling, tel
from jeugdregio.organisaties.models import Deelname, Organisatie

OP = date(2026, 10, 5)
JULI, AUGUSTUS, SEPTEMBER = date(2026, 7, 1), date(2026, 8, 1), date(2026, 9, 1)
VERBLIJF = {"categorie": "43", "code": "43A01", "eenheid": "14"}


def kind_met_hulp(
    regio: Regiomensen, gemeente: Organisatie, nummer: int, *, begin: date, eind: date | None, verblijf: bool = False
) -> None:
    soort = VERBLIJF if verblijf else {}
    bouw.levering(bouw.toewijzing(bouw.kind(gemeente, nummer), regio.de_brug, 100 + nummer, **soort), begin, eind)


def vul(regio: Regiomensen) -> None:
    """Lelystad: 22 without and 9 with stay; Dronten: 30 and 3; Almere: 41 and 12."""
    nummer = 0
    for gemeente, zonder, met in ((regio.lelystad, 22, 9), (regio.dronten, 30, 3), (regio.almere, 41, 12)):
        for rij in range(zonder + met):
            kind_met_hulp(regio, gemeente, nummer, begin=JULI, eind=None, verblijf=rij >= zonder)
            nummer += 1


def test_een_kind_telt_in_elke_maand_waarin_hulp_liep(regio: Regiomensen) -> None:
    kind_met_hulp(regio, regio.lelystad, 0, begin=date(2026, 7, 31), eind=date(2026, 8, 1))
    assert tel([date(2026, 6, 1), JULI, AUGUSTUS, SEPTEMBER]) == {
        ("0995", JULI): Telling(zonder=1),
        ("0995", AUGUSTUS): Telling(zonder=1),
    }


def test_met_verblijf_gaat_voor_en_een_kind_telt_een_keer(regio: Regiomensen) -> None:
    kind = bouw.kind(regio.lelystad)
    bouw.levering(bouw.toewijzing(kind, regio.de_brug, 1))
    bouw.levering(bouw.toewijzing(kind, regio.de_brug, 2, **VERBLIJF), SEPTEMBER)
    bouw.levering(bouw.toewijzing(kind, regio.het_anker, 3))
    assert tel([AUGUSTUS, SEPTEMBER]) == {
        ("0995", AUGUSTUS): Telling(zonder=1),
        ("0995", SEPTEMBER): Telling(met=1),
    }


def test_wat_niet_meetelt(regio: Regiomensen) -> None:
    ingetrokken = bouw.levering(bouw.toewijzing(bouw.kind(regio.lelystad, 0), regio.de_brug, 1))
    ingetrokken.verwijderd_op = nu()
    ingetrokken.save()
    bouw.levering(bouw.toewijzing(bouw.kind(regio.lelystad, 1), regio.de_brug, 2, reden_wijziging="13"))
    bouw.levering(bouw.toewijzing(bouw.kind(regio.lelystad, 2), regio.de_brug, 3, categorie="48", code="48B01"))
    assert tel([AUGUSTUS]) == {}


def test_zonder_noodzaak_afgerond_en_de_kleine_cel_verborgen_met_een_tweede(regio: Regiomensen) -> None:
    vul(regio)
    with klok.op(OP):
        beeld = queries.verblijf(regio.fatima)
    september = beeld.laatste
    assert september.maand == SEPTEMBER
    assert september.van("0303").met.waarde is None
    assert september.van("0303").zonder.waarde is None, "anders is met verblijf uit te rekenen"
    assert september.van("0034").zonder.waarde == 40
    assert all(cel.waarde is None or cel.waarde % 5 == 0 for c in [*september.per_gemeente.values(), september.regio]
               for cel in (c.met, c.zonder, c.samen))  # fmt: skip


def test_de_analist_ziet_de_eigen_gemeente_precies_en_geen_andere(regio: Regiomensen) -> None:
    vul(regio)
    with klok.op(OP):
        beeld = queries.verblijf(regio.analist_lelystad)
    assert beeld.gebied == "0995"
    eigen, dronten = beeld.laatste.van("0995"), beeld.laatste.van("0303")
    assert (eigen.met.waarde, eigen.zonder.waarde, eigen.samen.waarde) == (9, 22, 31)
    assert dronten.met.waarde is None
    assert dronten.zonder.waarde is None


def test_een_gemeente_telt_mee_zolang_zij_deelneemt(regio: Regiomensen) -> None:
    vul(regio)
    Deelname.objects.filter(organisatie=regio.almere).update(tot=date(2026, 7, 31))
    with klok.op(OP):
        beeld = queries.verblijf(regio.directeur)
    juli, september = beeld.maanden[-3], beeld.maanden[-1]
    assert juli.van("0034").zonder.waarde == 40
    assert september.van("0034").zonder.waarde is None
    assert september.regio.samen.waarde == 65  # 22 + 9 + 30 + 3 = 64
    assert "Almere" not in [gemeente.naam for gemeente in beeld.gemeenten]


def test_het_aantal_vragen_is_vast(regio: Regiomensen) -> None:
    vul(regio)
    with klok.op(OP), CaptureQueriesContext(connection) as eerst:
        queries.verblijf(regio.fatima)
    with klok.op(OP), CaptureQueriesContext(connection) as daarna:
        queries.verblijf(regio.fatima)
    assert (len(eerst), len(daarna)) == (2, 1)


def test_de_grafiek_past_in_ons_stijlbeleid() -> None:
    punten = tuple((date(2026, maand, 1), None if maand == 3 else 10 * maand, 100) for maand in range(1, 13))
    svg = verblijf_svg(punten, 'Titel met < en "')
    assert not re.search(r"\bstyle=|<style|<script|\bon\w+=|href=|url\(", svg)
    assert 'role="img"' in svg
    assert "Met verblijf" in svg
    assert "Zonder verblijf" in svg


def test_tabel_en_bestand_geven_dezelfde_cijfers(regio: Regiomensen, client: Client) -> None:
    vul(regio)
    client.force_login(regio.gebruiker("fatima"))
    with klok.op(OP):
        pagina = client.get("/cijfers/?gebied=regio")
        bestand = client.get("/cijfers/kinderen-met-jeugdhulp.csv")
    assert pagina.status_code == bestand.status_code == 200
    assert "<svg" in pagina.content.decode()
    assert "style=" not in pagina.content.decode()
    rijen = list(csv.DictReader(io.StringIO(bestand.content.decode("utf-8-sig")), delimiter=";"))
    september = {rij["gebied"]: rij for rij in rijen if rij["maand"] == "2026-09"}
    assert september["Dronten"]["met_verblijf"] == ""
    regio_rij = pagina.context["beeld"].laatste.regio
    assert september["hele regio"]["samen"] == str(regio_rij.samen.waarde)
