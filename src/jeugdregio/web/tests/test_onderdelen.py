"""The components give accessible HTML and let nothing from outside through unescaped."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from jeugdregio.basis import klok
from jeugdregio.web.onderdelen import Kruimel, Stap


def maak(sjabloon: str, **context: Any) -> str:
    """Render a piece of template with the components loaded."""
    return Template("{% load web %}" + sjabloon).render(Context(context))


class Formulier(forms.Form):
    naam = forms.CharField(label="Naam", help_text="Voor- en achternaam.")
    reden = forms.ChoiceField(label="Reden", widget=forms.RadioSelect, choices=[("1", "Een"), ("2", "Twee")])
    opmerking = forms.CharField(label="Opmerking", required=False, widget=forms.Textarea)
    akkoord = forms.BooleanField(label="Akkoord")


def test_bedragen_in_centen_worden_euros() -> None:
    assert maak("{{ c|euro }}", c=123450).replace("\xa0", " ") == "€ 1.234,50"
    assert maak("{{ c|euro }}", c=None) == "–"


def test_termijnmerk_telt_vanaf_de_klok() -> None:
    with klok.op(date(2026, 11, 22)):
        html = maak("{% termijn d 'beantwoorden' %}", d=date(2026, 11, 20))
    assert "beantwoorden: 2 dagen te laat" in html
    assert "utrecht-status-badge--danger" in html


def test_een_tegel_met_nul_is_rustig() -> None:
    assert "tegel--gevaar" not in maak("{% tegel 0 'te laat' '/lijst' toon='gevaar' %}")
    html = maak("{% tegel 1234 'te laat' '/lijst' toon='gevaar' %}")
    assert "tegel--gevaar" in html
    assert "1.234" in html
    assert 'href="/lijst"' in html


def test_knop_stuurt_of_verwijst() -> None:
    assert '<button class="utrecht-button utrecht-button--primary-action' in maak("{% knop 'Opslaan' soort='hoofd' %}")
    link = maak("{% knop 'Openen' href='/k/' beschrijft='meisje, 14' %}")
    assert link.startswith("<a ")
    assert '<span class="alleen-hulp"> meisje, 14</span>' in link


def test_een_onbekende_toon_is_een_programmeerfout() -> None:
    with pytest.raises(KeyError):
        maak("{% merk 'x' 'paars' %}")


@pytest.mark.parametrize(
    "sjabloon",
    [
        "{% merk t %}",
        "{% knop t %}",
        "{% tegel 1 t %}",
        "{% datalijst paren %}",
        "{% kaart t %}{{ t }}{% endkaart %}",
        "{% leeg t %}{{ t }}{% endleeg %}",
        "{% uitleg t stappen=lijst %}{% enduitleg %}",
        "{% tabel t stapel=False %}<tbody></tbody>{% endtabel %}",
        "{% kruimels t %}",
        "{% statusband stappen %}",
        "{% melding titel=t %}{% endmelding %}",
    ],
)
def test_wat_van_buiten_komt_wordt_nooit_html(sjabloon: str) -> None:
    kwaad = "<script>alert(1)</script>"
    html = maak(sjabloon, t=kwaad, paren={kwaad: kwaad}, lijst=[kwaad], stappen=[Stap(kwaad, kwaad, "nu")])
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_statusband_wijst_de_huidige_stap_aan() -> None:
    html = maak("{% statusband s %}", s=[Stap("Verwezen", "10 november", "gedaan"), Stap("Beantwoorden", "", "nu")])
    assert html.count('aria-current="step"') == 1
    assert "(gedaan)" in html


def test_datalijst_toont_een_streep_voor_niets() -> None:
    assert maak("{% datalijst p %}", p=[("Plan", ""), ("Aantal", 0)]).count("–") == 1


def test_kruimels_uit_paren_of_uit_kruimels() -> None:
    html = maak("{% kruimels 'Kinderen' '/kinderen/' 'gezin' %}")
    assert 'href="/kinderen/"' in html
    assert '<span aria-current="page">gezin</span>' in html
    assert "/x/" in maak("{% kruimels k %}", k=Kruimel("Boven", "/x/"))


def test_paginering_houdt_de_filters() -> None:
    request = RequestFactory().get("/lijst/?soort=verzoek&pagina=3")
    html = maak("{% paginering p %}", p=Paginator(range(640), 25).page(3), request=request)
    assert 'href="?soort=verzoek&amp;pagina=4"' in html
    assert html.count('aria-current="page"') == 1
    assert "51 tot en met 75 van 640" in html


def test_een_enkele_pagina_heeft_geen_paginering() -> None:
    request = RequestFactory().get("/")
    assert maak("{% paginering p %}", p=Paginator(range(3), 25).page(1), request=request).strip() == ""


def test_de_fout_staat_bij_het_veld_en_hoort_erbij() -> None:
    html = maak("{% formulier f %}", f=Formulier({"naam": "", "opmerking": "blijft staan"}))
    assert 'aria-describedby="id_naam_hint id_naam_fout"' in html
    assert html.count('aria-invalid="true"') >= 2
    assert 'href="#id_naam"' in html
    assert "Er zijn 3 dingen niet goed ingevuld" in html
    assert "blijft staan" in html
    assert 'id="id_reden_fout"' in html


def test_elk_veld_heeft_een_label_en_wat_mag_ontbreken_zegt_dat() -> None:
    html = maak("{% formulier f %}", f=Formulier())
    assert "foutsamenvatting" not in html
    assert html.count("<label") == 5  # naam, opmerking, akkoord and one for each reason
    assert "<legend" in html
    assert html.count("(hoeft niet)") == 1


def test_een_brede_tabel_kan_met_het_toetsenbord_schuiven() -> None:
    html = maak("{% tabel 'Bedragen' stapel=False %}<tbody></tbody>{% endtabel %}")
    assert 'role="region" tabindex="0" aria-label="Bedragen"' in html
    assert "tabindex" not in maak("{% tabel 'Toetsen' %}<tbody></tbody>{% endtabel %}")
