"""The stories of the region: the dates that must come out, told in order."""

from datetime import date

import pytest

from recht.aanvulling import Aanvulling
from recht.awb import beslistermijn
from recht.bescherming import Machtiging, einde
from recht.bezwaar import beslissing_op_bezwaar, bezwaar_op_tijd, bezwaartermijn, ondertekenaar_bezwaar
from recht.kalender import werkdagen_erbij
from recht.keten import antwoord, declaratieantwoord, maanden_gi, retour, startmelding, verzoek_gi
from recht.toegang import Toets, Verwijzer, afwijzing, kader
from recht.veiligthuis import beoordeling, onderzoek
from recht.woonplaats import verhuizing


def test_verhaal_1_huisarts_verwijst_meisje_van_14() -> None:
    ontvangen = date(2026, 9, 10)
    assert retour(ontvangen).datum == date(2026, 9, 15)
    assert antwoord(ontvangen).datum == date(2026, 9, 17)
    assert Toets.NOODZAAK in kader(Verwijzer.HUISARTS).mag_niet
    assert startmelding(date(2026, 9, 28)).datum == date(2026, 10, 5)


def test_verhaal_2_eigen_aanvraag_jongen_van_9() -> None:
    aanvraag = date(2026, 3, 2)
    assert beslistermijn(aanvraag).datum == date(2026, 4, 28)
    vraag = Aanvulling(date(2026, 3, 13), date(2026, 3, 27), date(2026, 3, 26))
    assert beslistermijn(aanvraag, (vraag,)).datum == date(2026, 5, 11)
    verzonden = date(2026, 5, 7)
    assert bezwaartermijn(verzonden).datum == date(2026, 6, 18)
    assert bezwaar_op_tijd(verzonden, date(2026, 6, 18)).waarde == "op tijd"
    assert beslissing_op_bezwaar(verzonden).datum == date(2026, 7, 30)
    assert beslissing_op_bezwaar(verzonden, commissie=True).datum == date(2026, 9, 10)
    assert ondertekenaar_bezwaar("a", "a").waarde == "mag niet"


def test_verhaal_3_ondertoezichtstelling_almere() -> None:
    zitting = date(2026, 4, 24)
    assert verzoek_gi(zitting).datum == date(2026, 5, 4)
    assert einde(Machtiging.OTS, zitting).datum == date(2027, 4, 24)
    assert afwijzing(Verwijzer.RECHTER, "7").waarde == "mag niet"
    assert not afwijzing(Verwijzer.RECHTER, "8").volledig
    maanden = maanden_gi(zitting, date(2027, 4, 24)).waarde
    assert (maanden[0], maanden[-1], len(maanden)) == ("2026-05", "2027-04", 12)


def test_verhaal_4_veilig_thuis_draagt_over() -> None:
    melding = date(2026, 7, 9)
    assert beoordeling(melding).datum == date(2026, 7, 16)
    assert onderzoek(melding).datum == date(2026, 9, 17)


def test_verhaal_6_verhuizing_van_urk_naar_dronten() -> None:
    assert verhuizing(date(2026, 5, 1)).datum == date(2027, 5, 1)


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"),
    [(date(2026, 10, 5), date(2026, 10, 19)), (date(2026, 12, 21), date(2027, 1, 6))],
)
def test_verhaal_9_declaratie(ontvangen: date, uiterlijk: date) -> None:
    assert declaratieantwoord(ontvangen).datum == uiterlijk


def test_verhaal_11_stukken_tien_werkdagen_vooraf() -> None:
    assert werkdagen_erbij(date(2026, 10, 19), 10) == date(2026, 11, 2)
