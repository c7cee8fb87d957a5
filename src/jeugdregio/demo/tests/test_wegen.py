"""The families whose question came in at the municipality itself: on every road, in several municipalities."""

from datetime import date

import pytest

from jeugdregio.audit.models import Regel
from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.demo.laden_basis import laad_basis
from jeugdregio.demo.mandaten import laad_basismandaten
from jeugdregio.demo.opslag import Opslag
from jeugdregio.demo.rolverdeling import laad_rolverdeling
from jeugdregio.demo.verhaal_eigen import verhaal_2, verhaal_4, verhaal_5, verhaal_gi
from jeugdregio.demo.verteller import Verteller
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolverdeling, Weg
from jeugdregio.toegang.models import Kind

VANDAAG = date(2026, 11, 22)


@pytest.mark.django_db
def test_gezinnen_op_de_wegen_die_bij_de_gemeente_beginnen() -> None:
    with klok.op(VANDAAG):
        opslag = Opslag(1)
        register = laad_basis(opslag, 1, VANDAAG)
        opslag.schrijf()
        laad_basismandaten(register)
        laad_rolverdeling(register)
        verteller = Verteller(register, VANDAAG)
        for vertel in (verhaal_2, verhaal_4, verhaal_5, verhaal_gi):
            vertel(verteller)
    vragen = Hulpvraag.objects.all()
    assert set(vragen.values_list("weg", flat=True)) == {Weg.EIGEN, Weg.VEILIG_THUIS, Weg.SPOED, Weg.GI}
    assert vragen.values("gemeente").distinct().count() == 5
    assert vragen.get(afgesloten_op__isnull=False).afloop == "geen_hulp"
    assert Kind.objects.filter(gezin__isnull=False).count() == 3
    assert set(Kind.objects.exclude(zonder_bsn="").values_list("zonder_bsn", flat=True)) == {"spoed", "ongeboren"}
    thijs = vragen.get(kind__voornamen="Thijs")
    assert thijs.rolhouders.get(rol=Casusrol.INDICATIE).organisatie.soort == "uitvoerder"
    yara = vragen.get(kind__voornamen="Yara")
    opener = Regel.objects.get(handeling="hulpvraag.geopend", onderwerp_id=yara.pk)
    assert opener.organisatie_id == thijs.rolhouders.get(rol=Casusrol.INDICATIE).organisatie_id
    # Two municipalities left a role to nobody: that is somebody's turn.
    assert Beurt.objects.filter(soort="rolverdeling").exists()
    assert Rolverdeling.objects.filter(tot__isnull=False).exists()
