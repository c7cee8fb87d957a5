"""Story 5: a crisis on Saturday night in Urk, no BSN at hand. Help at once, the papers follow."""

from datetime import date, datetime

from django.test import Client
from django.urls import reverse

from jeugdregio.basis import klok
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Contactpunt, Rol
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang import maatregelen
from jeugdregio.toegang.gezinnen.aanmaken import NieuwKind, maak_kind
from jeugdregio.toegang.gezinnen.bsn import vul_bsn_aan
from jeugdregio.toegang.gezinnen.zoeken import Signalement
from jeugdregio.toegang.hulpvragen.spoed import start_spoedhulp, wie_heeft_dienst
from jeugdregio.toegang.models import Maatregel
from jeugdregio.toegang.rechtstreeks import Hulp, wijs_rechtstreeks_toe
from tests.mensen import Regiomensen, maak_mens, test_bsn

NACHT = datetime(2026, 3, 7, 23, 40, tzinfo=AMSTERDAM)  # a Saturday


def open_beurten() -> set[str]:
    soorten = Beurt.objects.filter(staat="open", kind_id__isnull=False).values_list("soort", flat=True)
    return {soort for soort in soorten if soort.startswith(("hulpvraag_", "bsn_"))}


def test_eerst_de_hulp_dan_de_papieren(regio: Regiomensen, client: Client) -> None:
    wietske = maak_mens("Wietske", regio.urk, Rol.TOEGANG)
    Contactpunt.objects.create(
        organisatie=regio.veilig_thuis, onderwerp="crisis", naam="Crisisdienst", telefoon="0800-2000", altijd=True,
        gecontroleerd_op=date(2026, 3, 1),
    )  # fmt: skip
    with klok.op(NACHT):
        # The municipality is closed: the directory gives who has duty in the region.
        dienst = wie_heeft_dienst(wietske, regio.urk)
        assert dienst.kaart is not None
        assert (dienst.kaart.telefoon, dienst.kaart.nu) == ("0800-2000", True)
        signalement = Signalement(achternaam="onbekend", geboortedatum=date(2020, 1, 1))
        kind = maak_kind(
            wietske, NieuwKind(signalement=signalement, zonder_bsn="spoed", zonder_bsn_uitleg="Geen papieren bij zich.")
        )
        start_spoedhulp(wietske, kind.pk, NACHT, door="Pleeggezin", waarom="Ouders aangehouden.", gebeld="Crisisdienst")
        assert open_beurten() == {
            "bsn_aanvullen", "hulpvraag_toestemming", "hulpvraag_woonplaats", "hulpvraag_toewijzing",
        }  # fmt: skip
        assert Beurt.objects.get(soort="bsn_aanvullen").uiterlijk == date(2026, 3, 12)

    client.force_login(wietske.gebruiker)  # type: ignore[arg-type]
    with klok.op(date(2026, 3, 9)):
        blad = client.get(reverse("toegang:kind", args=[kind.pk])).content.decode()
        assert "hulp loopt zonder papieren" in blad
        assert "Nog geen bsn" in blad
        # Sunday the court gave its emergency order: that replaces consent.
        maatregelen.leg_maatregel_vast(
            wietske, kind.pk, Maatregel.Soort.VOTS, date(2026, 3, 8), None, instantie="Rechtbank Midden-Nederland"
        )
        assert Maatregel.objects.get().tot == date(2026, 6, 8)
        assert open_beurten() == {"bsn_aanvullen", "hulpvraag_woonplaats", "hulpvraag_toewijzing"}
        vul_bsn_aan(wietske, kind.pk, test_bsn(7))
        toegang.bevestig_woonplaats(wietske, kind.pk, date(2021, 1, 1), "Basisregistratie personen")
        assert open_beurten() == {"hulpvraag_toewijzing"}
        hulp = Hulp(
            aanbieder_id=regio.de_brug.pk, code="43A01", ingangsdatum=date(2026, 3, 9), einddatum=date(2026, 6, 8),
            volume=1, eenheid="14", frequentie="2",
        )  # fmt: skip
        wijs_rechtstreeks_toe(wietske, kind.pk, hulp)
        assert open_beurten() == set()
        blad = client.get(reverse("toegang:kind", args=[kind.pk])).content.decode()
    assert "zonder papieren" not in blad
    assert "Nog geen bsn" not in blad
