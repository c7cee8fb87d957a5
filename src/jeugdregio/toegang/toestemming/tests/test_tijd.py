"""A birthday during the help changes who must agree; a ground that is over asks for a new look."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.hulpvragen.tests.hulp import maak_kind
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toestemming, Toewijzing
from jeugdregio.toegang.poort import TeStarten, hulp_van, oordelen
from jeugdregio.toegang.toestemming.actions import Uitleg, Voor, leg_toestemming_vast
from jeugdregio.toegang.toestemming.models import Afwijking, Herziening
from jeugdregio.toegang.toestemming.tijd import VOORAF, herzie_verlopen_gronden, open_verjaardagsbeurten

pytestmark = pytest.mark.django_db
VERJAARDAG = date(2026, 10, 1)


def met_hulp(regio: Regiomensen, geboren: date, nummer: int = 1) -> Kind:
    """A child with running help to which its mother agreed."""
    kind = maak_kind(regio.lelystad, nummer=nummer, geboortedatum=geboren)
    moeder = Gezagsdrager.objects.create(kind=kind, naam="Kim Zomer", relatie="moeder")
    Toestemming.objects.create(kind=kind, gezagsdrager=moeder, antwoord="ja", op=date(2026, 3, 2))
    Hulpvraag.objects.create(
        kenmerk=f"H-{nummer}", kind=kind, gemeente=regio.lelystad, weg="eigen", ontvangen_op=date(2026, 3, 2)
    )
    Toewijzing.objects.create(
        nummer=str(nummer), kind=kind, gemeente=regio.lelystad, aanbieder=regio.de_brug, code="45A04",
        toegewezen_op=klok.nu(), ingangsdatum=date(2026, 3, 2), einddatum=date(2027, 3, 1),
    )  # fmt: skip
    return kind


@pytest.mark.parametrize(("geboren", "beurt"), [(date(2014, 10, 1), True), (date(2010, 10, 1), True),
                                                (date(2013, 10, 1), False)])  # fmt: skip
def test_een_verjaardag_geeft_op_tijd_een_beurt(regio: Regiomensen, geboren: date, beurt: bool) -> None:
    met_hulp(regio, geboren)
    assert open_verjaardagsbeurten(VERJAARDAG - VOORAF) == int(beurt)
    assert open_verjaardagsbeurten(VERJAARDAG - VOORAF) == 0  # again: nothing more
    assert [b.uiterlijk for b in Beurt.objects.all()] == [VERJAARDAG] * beurt


def test_wie_al_ja_zei_op_die_dag_krijgt_geen_beurt_en_een_ja_sluit_hem(regio: Regiomensen) -> None:
    kind = met_hulp(regio, date(2010, 10, 1))  # turns 16: only she decides then
    with klok.op(date(2026, 9, 1)):
        open_verjaardagsbeurten(date(2026, 9, 1))
        leg_toestemming_vast(
            regio.fatima, kind.pk, None, "ja", date(2026, 9, 1), voor=Voor(hulpvraag_id=kind.hulpvragen.get().pk),
            uitleg=Uitleg(tekst="Vanaf 16 jaar beslis je zelf.", op=date(2026, 9, 1)),
        )  # fmt: skip
    assert Herziening.objects.get().besluit == "toestemming"
    Herziening.objects.all().delete()
    assert open_verjaardagsbeurten(date(2026, 9, 2)) == 0


def test_een_grond_die_voorbij_is_vraagt_een_nieuwe_blik(regio: Regiomensen) -> None:
    kind = met_hulp(regio, date(2017, 1, 15))
    Gezagsdrager.objects.create(kind=kind, naam="Bas Zomer", relatie="vader")
    Afwijking.objects.create(
        kind=kind, hulpvraag=kind.hulpvragen.get(), grond="spoed", reden="Nacht.", van=date(2026, 3, 2),
        tot=date(2026, 9, 1),
    )  # fmt: skip
    assert herzie_verlopen_gronden(date(2026, 9, 1)) == 0
    assert herzie_verlopen_gronden(date(2026, 9, 2)) == 1


def test_het_aantal_vragen_groeit_niet_met_de_kinderen(regio: Regiomensen) -> None:
    met_hulp(regio, date(2010, 10, 1), 1)
    with CaptureQueriesContext(connection, ) as een:  # fmt: skip
        open_verjaardagsbeurten(date(2026, 9, 1))
    for nummer in range(2, 8):
        met_hulp(regio, date(2010, 10, 1), nummer)
    with CaptureQueriesContext(connection) as veel:
        assert open_verjaardagsbeurten(date(2026, 9, 1)) == 6
    assert len(veel) <= len(een)


def test_lopende_hulp_blijft_bij_de_vraag_van_toen_ook_als_die_is_afgesloten(regio: Regiomensen) -> None:
    kind = met_hulp(regio, date(2010, 1, 1))
    vraag, toewijzing = kind.hulpvragen.get(), kind.toewijzingen.get()
    with klok.op(date(2026, 9, 1)):
        leg_toestemming_vast(
            regio.fatima, kind.pk, None, "ja", date(2026, 9, 1), voor=Voor(hulpvraag_id=vraag.pk),
            uitleg=Uitleg(tekst="Welke hulp.", op=date(2026, 9, 1)),
        )  # fmt: skip
        Toewijzing.objects.update(toegewezen_op=klok.nu())
        toewijzing.refresh_from_db()
        Hulpvraag.objects.update(afgesloten_op=date(2026, 9, 2), afloop="hulp")
    with klok.op(date(2026, 9, 3)):
        (loopt, nieuw) = oordelen(kind, [hulp_van(toewijzing), TeStarten("45A04")])
    assert (loopt.waarde.mag_starten, nieuw.waarde.mag_starten) == (True, False)
