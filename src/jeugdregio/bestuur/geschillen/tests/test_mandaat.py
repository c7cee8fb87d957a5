"""A dispute over a mandate makes its chain disputed, and what a dispute refuses."""

from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.bestuur.geschillen import commissie, opvolging, weg
from jeugdregio.bestuur.geschillen.models import Geschil, Staat
from jeugdregio.bestuur.mandaten.queries import mag
from jeugdregio.bestuur.mandaten.tests.keten import DAG, maak_keten
from jeugdregio.organisaties.models import Rol
from recht.mandaat import Slotsom


def _signaal(regio: Regiomensen) -> Geschil:
    return weg.geef_signaal(
        regio.jurist_lelystad, titel="Kader", onderwerp="Wie stelt het vast?", bepaling="Artikel 3",
        gemeenten=[regio.lelystad, regio.almere], geprobeerd="Praten.", gewenst="Duidelijkheid.",
    )  # fmt: skip


def test_een_geschil_over_een_mandaat_maakt_de_keten_betwist(regio: Regiomensen) -> None:
    keten = maak_keten(regio)
    vraag = (regio.regiokantoor, "handelingskader", regio.lelystad, DAG)
    assert mag(*vraag, functie=Rol.DIRECTEUR).uitkomst is Slotsom.BEVOEGD
    with klok.op(DAG):
        geschil = _signaal(regio)
        betwisting = opvolging.betwist_mandaat(
            regio.jurist_lelystad, geschil.pk, versie=1, mandaat=keten.grants["Lelystad"], grond="Niet vastgesteld."
        )
    antwoord = mag(*vraag, functie=Rol.DIRECTEUR)
    assert (antwoord.uitkomst, antwoord.mag) == (Slotsom.BETWIST, False)
    assert betwisting.dossier_pad == f"/bestuur/geschillen/{geschil.pk}/"
    assert list(geschil.betwistingen.all()) == [betwisting]


def test_zonder_bespreking_verklaring_of_voorzitter_geen_commissie(regio: Regiomensen) -> None:
    with klok.op(DAG):
        geschil = _signaal(regio)
        with pytest.raises(NietGevonden):
            weg.neem_in_ontvangst(regio.noor, geschil.pk, versie=1, soort="rol")
        weg.neem_in_ontvangst(regio.secretaris, geschil.pk, versie=1, soort="rol")
        weg.begin_bespreking(regio.secretaris, geschil.pk, versie=2, toelichting="Alle colleges")
        with pytest.raises(Geweigerd, match="Nog geen inbreng van: Almere"):
            weg.rond_bespreking_af(
                regio.secretaris, geschil.pk, versie=3, overeenstemming=False, op=DAG, toelichting="Nee"
            )
        Geschil.objects.update(staat=Staat.GEEN_OVEREENSTEMMING)
        with pytest.raises(Geweigerd, match="verklaring van onafhankelijkheid"):
            commissie.wijs_deskundige_aan(
                regio.jurist_lelystad, geschil.pk, versie=3, naam="X", expertises=["recht"], onafhankelijk_op=None
            )
        commissie.wijs_deskundige_aan(
            regio.jurist_lelystad, geschil.pk, versie=3, naam="X", expertises=["recht"], onafhankelijk_op=DAG
        )
        with pytest.raises(Geweigerd, match="Nog geen deskundige van: Almere"):
            commissie.verklaar_compleet(regio.secretaris, geschil.pk, versie=4)
        weg.markeer_art28(regio.secretaris, geschil.pk, versie=4, op=date(2026, 3, 1), tekst="Verzoek van Lelystad")
    geschil.refresh_from_db()
    assert geschil.art28_op == date(2026, 3, 1)
