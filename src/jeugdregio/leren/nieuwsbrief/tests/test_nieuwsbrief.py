"""An issue is chosen, kept in versions, sent once, and never tells what was taken back."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import docx
import pytest
from django.test import Client
from django.urls import reverse
from tests.deuren.leren import maak
from tests.mensen import Regiomensen
from tests.wereld import Wereld, maak_wereld

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd
from jeugdregio.leren.leerkring import verhaal as verhalen
from jeugdregio.leren.nieuwsbrief import actions
from jeugdregio.leren.nieuwsbrief.models import Nieuwsbrief


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(date(2026, 9, 1)):
        yield


@pytest.fixture
def wereld(regio: Regiomensen) -> Wereld:
    wereld = maak_wereld(regio)
    wereld.dingen |= maak(wereld)
    return wereld


def stel_samen(wereld: Wereld) -> Nieuwsbrief:
    d, wie = wereld.dingen, wereld.regio.secretaris
    brief = actions.begin(wie, titel="Herfst", inleiding="Dag allemaal.")
    actions.stel_samen(
        wie, brief.pk, versie=1, titel="Herfst", inleiding="Dag <b>allemaal</b>.", verhalen=[d["verhaal"]],
        praktijken=[d["praktijk"]], kringen=[d["kring"]],
    )  # fmt: skip
    return brief


def test_word_en_html_tonen_de_keuze_en_na_verzenden_verandert_niets(wereld: Wereld, client: Client) -> None:
    brief = stel_samen(wereld)
    actions.verzend(wereld.regio.secretaris, brief.pk, versie=2, op=date(2026, 9, 1))
    client.force_login(wereld.regio.gebruiker("bram"))
    word = client.get(reverse("nieuwsbrief:word", args=[brief.pk]))
    tekst = "\n".join(p.text for p in docx.Document(BytesIO(word.content)).paragraphs)
    html = client.get(reverse("nieuwsbrief:html", args=[brief.pk])).content.decode()
    for deel in ("Bel na een week", "Samen beslissen", "Agenda van de leerkringen"):
        assert deel in tekst
        assert deel in html
    assert "&lt;b&gt;" in html
    with pytest.raises(Conflict, match="al verzonden"):
        actions.stel_samen(wereld.regio.secretaris, brief.pk, versie=3, titel="Anders", inleiding="Anders.")


def test_wat_is_ingetrokken_staat_er_ook_later_niet_meer_in(wereld: Wereld, client: Client) -> None:
    brief, kring, verhaal = stel_samen(wereld), wereld.dingen["kring"], wereld.dingen["verhaal"]
    open_brief = stel_samen(wereld)
    actions.verzend(wereld.regio.secretaris, brief.pk, versie=2, op=date(2026, 9, 1))
    verhalen.antwoord(wereld.regio.fatima, kring.pk, verhaal_id=verhaal.pk, antwoord="nee")
    client.force_login(wereld.regio.gebruiker("bram"))
    html = client.get(reverse("nieuwsbrief:html", args=[brief.pk])).content.decode()
    assert "Wie belt, hoort meer." not in html
    assert "ingetrokken" in html
    with pytest.raises(Geweigerd, match="niet \\(meer\\) naar buiten"):
        actions.verzend(wereld.regio.secretaris, open_brief.pk, versie=2, op=date(2026, 9, 1))


def test_leeg_of_door_een_ander_gaat_hij_de_deur_niet_uit(wereld: Wereld) -> None:
    brief = actions.begin(wereld.regio.secretaris, titel="Leeg", inleiding="Dag.")
    with pytest.raises(Geweigerd, match="leeg"):
        actions.verzend(wereld.regio.secretaris, brief.pk, versie=1, op=date(2026, 9, 1))
    with pytest.raises(GeenRecht):
        actions.begin(wereld.regio.beleid_lelystad, titel="Eigen", inleiding="Dag.")
