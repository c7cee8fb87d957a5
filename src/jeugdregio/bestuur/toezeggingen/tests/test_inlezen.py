"""The list of a registry comes in whole or not at all, and goes out in the same shape."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur.toezeggingen import queries, uitwisselen
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk

KOP = "nummer;soort;vergadering;vergadering_op;kern;indiener;portefeuillehouder;datumsoort;uiterlijk;zittingsperiode"
GOED = (
    "L-1;Toezegging;Raadsvergadering;06-03-2026;We delen het.;De Wit;Willem;Er is een datum genoemd;1-12-2026;2022-2026"
)
ZONDER = "L-2;motie;raad;2026-03-06;Doe het samen.;De Wit;Willem;zonder;;2022-2026"


def bestand(*rijen: str, codering: str = "utf-8-sig") -> bytes:
    """A file of a registry."""
    return "\r\n".join([KOP, *rijen]).encode(codering)


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252"])
def test_een_lijst_komt_erin_en_nog_eens_verandert_niets(regio: Regiomensen, codering: str) -> None:
    lijst = bestand(GOED, ZONDER.replace("samen", "naïef samen"), codering=codering)
    eerst = uitwisselen.lees_in(regio.griffier_lelystad, lijst)
    weer = uitwisselen.lees_in(regio.griffier_lelystad, lijst)
    assert (eerst.nieuw, eerst.bekend, weer.nieuw, weer.bekend) == (2, 0, 0, 2)
    assert set(Raadsstuk.objects.values_list("gemeente__naam", flat=True)) == {"Lelystad"}
    assert Raadsstuk.objects.filter(kern="Doe het naïef samen.").exists()


@pytest.mark.parametrize(
    ("rij", "waar"),
    [
        (GOED.replace("06-03-2026", "6 maart"), "Rij 3, kolom vergadering_op"),
        (GOED.replace("Toezegging", "Belofte"), "Rij 3, kolom soort"),
        (GOED.replace("We delen het.", " "), "Rij 3, kolom kern"),
        (GOED.replace("1-12-2026", ""), "Rij 3, kolom genoemd"),
        (GOED.replace("06-03-2026", "06-03-2096").replace("1-12-2026", "1-12-2096"), "Rij 3, kolom vergadering_op"),
    ],
)
def test_een_verkeerde_rij_wordt_genoemd_en_er_blijft_niets_achter(regio: Regiomensen, rij: str, waar: str) -> None:
    uitkomst = uitwisselen.lees_in(regio.griffier_lelystad, bestand(ZONDER, rij))
    assert any(fout.startswith(waar) for fout in uitkomst.fouten), uitkomst.fouten
    assert not Raadsstuk.objects.exists()


def test_wat_geen_lijst_is_wordt_geweigerd_met_wat_ontbreekt(regio: Regiomensen) -> None:
    with pytest.raises(Geweigerd, match="nummer, soort"):
        uitwisselen.lees_in(regio.griffier_lelystad, b"a;b\n1;2")
    with pytest.raises(Geweigerd, match="1 MB"):
        uitwisselen.lees_in(regio.griffier_lelystad, b"x" * (uitwisselen.GROOTST + 1))


def test_uit_en_weer_in_geeft_dezelfde_lijst(regio: Regiomensen, client: Client) -> None:
    uitwisselen.lees_in(regio.griffier_lelystad, bestand(GOED, ZONDER))
    regels = queries.als_regels(list(queries.lijst(regio.griffier_lelystad, queries.Zeef(stand=""))))
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows(uitwisselen.csv_regels(regels))
    Raadsstuk.objects.all().delete()
    client.force_login(regio.gebruiker("griffier_lelystad"))
    antwoord = client.post(
        reverse("toezeggingen:inlezen"), {"bestand": SimpleUploadedFile("lijst.csv", uit.getvalue().encode())}
    )
    assert "2 nieuw" in antwoord.content.decode()
    weer = queries.als_regels(list(queries.lijst(regio.griffier_lelystad, queries.Zeef(stand=""))))
    velden = ("nummer", "soort", "kern", "uiterlijk", "datumsoort", "zittingsperiode")
    assert [[getattr(r.stuk, v) for v in velden] for r in weer] == [
        [getattr(r.stuk, v) for v in velden] for r in regels
    ]
