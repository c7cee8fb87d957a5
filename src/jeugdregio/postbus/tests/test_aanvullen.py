"""After an upgrade older messages are found by child and counted as the new ones."""

from datetime import date

import pytest
from django.core.management import call_command
from tests.berichten import jw305_xml, jw315_xml
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.postbus.models import Afkeuring, Betrokkene


def _stand() -> tuple[set[object], set[object]]:
    kinderen = set(Betrokkene.objects.values_list("bericht", "kind_id"))
    return kinderen, set(Afkeuring.objects.values_list("bericht", "regel", "retourcode", "aantal", "gemeente", "op"))


@pytest.mark.django_db
def test_aanvullen_geeft_wat_er_bij_verwerken_was_gekomen(
    regio: Regiomensen, capsys: pytest.CaptureFixture[str]
) -> None:
    with klok.op(date(2026, 9, 10)):
        ontvang_en_verwerk(jw315_xml(dagtekening=date(2026, 9, 10)), kanaal="upload")
        ontvang_en_verwerk(jw305_xml(77, date(2026, 9, 7)), kanaal="upload")
    toen = _stand()
    assert all(toen)
    Betrokkene.objects.all().delete()
    Afkeuring.objects.all().delete()
    call_command("postbus", "aanvullen")
    assert _stand() == toen
    call_command("postbus", "aanvullen")
    assert _stand() == toen
    assert "op kinderen" in capsys.readouterr().out
