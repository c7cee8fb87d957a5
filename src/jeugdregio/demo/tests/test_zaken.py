"""Terms, objections and complaints of the demonstration: a case in every state, by the real acts."""

from datetime import date

import pytest

from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.demo.bezwaren import laad_bezwaren
from jeugdregio.demo.laden_basis import laad_basis
from jeugdregio.demo.mandaten import laad_basismandaten
from jeugdregio.demo.opslag import Opslag
from jeugdregio.demo.termijnen import laad_termijnen
from jeugdregio.toegang.bezwaren.models import Beroep, Bezwaar, Klacht
from jeugdregio.toegang.termijnen.beeld import beelden
from jeugdregio.toegang.termijnen.models import Klok

VANDAAG = date(2026, 11, 30)


@pytest.mark.django_db
def test_in_elke_staat_een_zaak() -> None:
    with klok.op(VANDAAG):
        opslag = Opslag(1)
        register = laad_basis(opslag, 1, VANDAAG)
        opslag.schrijf()
        laad_basismandaten(register)
        laad_termijnen(register, VANDAAG)
        laad_bezwaren(register, VANDAAG)
        standen = {beeld.stand for beeld in beelden(Klok.objects.filter(regel="awb-beslistermijn"))}
        dwangsommen = [b.dwangsom.centen for b in beelden(Klok.objects.all()) if b.dwangsom]
    assert {"Staat stil", "Verdaagd", "Loopt", "Verlopen", "Op tijd gedaan"} <= standen
    assert any(dwangsommen)
    assert set(Bezwaar.objects.values_list("staat", flat=True)) == set(Bezwaar.Staat)
    assert set(Beroep.objects.values_list("soort", flat=True)) == {"beroep", "hoger", "voorziening"}
    assert set(Klacht.objects.values_list("over", flat=True)) == {"gemeente", "aanbieder"}
    assert Klacht.objects.filter(afgehandeld_op__isnull=False).exists()
    assert Beurt.objects.filter(soort="klok_niet_aangevuld", staat="open").exists()
