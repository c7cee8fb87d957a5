"""Story 9: the declaration of September, from message to answer, through the post room."""

from datetime import date
from typing import Any

import pytest
from tests.mensen import Regiomensen

import ijw
from ijw.berichten import jw325
from jeugdregio.basis import klok
from jeugdregio.financien import actions, queries
from jeugdregio.financien.messages import Declaratieregel, maak_jw323
from jeugdregio.financien.models import Declaratie
from jeugdregio.financien.tests import bouw
from jeugdregio.financien.tests.bouw import TARIEF
from jeugdregio.postbus.actions import ontvang_en_verwerk, schrijf
from jeugdregio.postbus.models import Bericht

AUGUSTUS: dict[str, Any] = {"begindatum": date(2026, 8, 1), "einddatum": date(2026, 8, 31)}


def stuur(regio: Regiomensen, regels: list[Declaratieregel], nummer: str, maand: date, op: date) -> Bericht:
    """De Brug sends a declaration to Lelystad on a day."""
    bericht = maak_jw323(regels, aanbieder="42420001", gemeente="0995", maand=maand, nummer=nummer, dagtekening=op)
    with klok.op(op):
        return ontvang_en_verwerk(schrijf(bericht), kanaal="api", aangeboden_door=regio.de_brug)


def antwoord_op(bericht: Bericht) -> jw325.Bericht:
    """The JW325 in the outbox, read back: it passes our own levels 1 and 2."""
    lezing = ijw.lees(bytes(bericht.antwoorden.get().inhoud))
    assert lezing.bevindingen == ()
    assert isinstance(lezing.bericht, jw325.Bericht)
    return lezing.bericht


@pytest.fixture
def september(regio: Regiomensen) -> Bericht:
    """August and one line of September were granted. Now the rest of September: right, wrong, twice, taken back."""
    goed, te_veel, verwijderd, dubbel, credit, tarief = (
        bouw.toewijzing(bouw.kind(regio.lelystad, n), regio.de_brug, 1001 + n) for n in range(6)
    )
    vreemd = bouw.toewijzing(bouw.kind(regio.lelystad, 6), regio.het_anker, 2001)
    verwijderd.reden_wijziging = "13"
    verwijderd.save()
    stuur(
        regio, [bouw.regel(credit, "A1", 5, **AUGUSTUS), bouw.regel(goed, "A2", 4, **AUGUSTUS)],
        "DAUG", date(2026, 8, 1), date(2026, 9, 7),
    )  # fmt: skip
    stuur(regio, [bouw.regel(dubbel, "S4", 3)], "DSE1", date(2026, 9, 1), date(2026, 10, 1))
    regels = [
        bouw.regel(goed, "S1", 6),
        bouw.regel(te_veel, "S2", 9),
        bouw.regel(verwijderd, "S3", 2),
        bouw.regel(dubbel, "S5", 3),
        bouw.regel(credit, "S6", 5, vorige_referentie="A1", **AUGUSTUS),
        bouw.regel(goed, "S7", 3, vorige_referentie="A2", **AUGUSTUS),
        bouw.regel(tarief, "S8", 2, tarief=13000),
        bouw.regel(vreemd, "S9", 1),
    ]
    return stuur(regio, regels, "DSEP", date(2026, 9, 1), date(2026, 10, 5))


def test_elke_regel_krijgt_zijn_eigen_antwoord(september: Bericht) -> None:
    declaratie = Declaratie.objects.get(bericht=september)
    codes = {regel.referentie: regel.retourcodes for regel in declaratie.prestaties.all()}
    assert codes == {
        "S1": [],
        "S2": ["9321"],
        "S3": ["9384"],
        "S5": ["9389"],
        "S6": [],
        "S7": ["8017"],
        "S8": ["0611"],
        "S9": ["8187"],
    }


def test_het_antwoord_noemt_alleen_wat_is_afgewezen(september: Bericht) -> None:
    antwoord = antwoord_op(september)
    assert antwoord.header.retour_codes == ("0200",)
    inhoud = antwoord.declaratie_antwoord
    assert inhoud is not None
    terug = {
        prestatie.product_referentie.referentie_nummer: prestatie.retour_codes
        for client in inhoud.clienten
        for prestatie in client.prestaties
    }
    assert terug == {
        "S2": ("9321",), "S3": ("9384",), "S5": ("9389",), "S7": ("8017",), "S8": ("0611",), "S9": ("0233",),
    }  # fmt: skip
    assert [client.retour_codes for client in inhoud.clienten][-1] == ("8187",)


def test_de_totalen_tellen_op_en_landen_bij_de_gemeente(september: Bericht, regio: Regiomensen) -> None:
    declaratie = Declaratie.objects.get(bericht=september)
    regels = list(declaratie.prestaties.all())
    assert declaratie.toegekend == (6 - 5) * TARIEF == sum(regel.toegekend for regel in regels)
    assert declaratie.ingediend == sum(regel.bedrag for regel in regels)
    totaal = antwoord_op(september).declaratie_antwoord
    assert totaal is not None
    assert (totaal.totaal_toegekend_bedrag.totaal_bedrag, totaal.totaal_toegekend_bedrag.debet_credit) == (
        TARIEF, "D",
    )  # fmt: skip
    beeld = queries.bedragen(regio.controller_lelystad, 2026)
    (rij,) = beeld.rijen
    assert (rij.gemeente, rij.aanbieder) == (regio.lelystad, regio.de_brug)
    assert rij.maanden[7:9] == (4 * TARIEF, 9 * TARIEF)  # August: 5 + 4 - 5; September: 6 + 3
    assert beeld.toegekend == 13 * TARIEF


def test_ontvangen_op_maandag_5_oktober_antwoord_uiterlijk_19_oktober(september: Bericht) -> None:
    assert Declaratie.objects.get(bericht=september).antwoord_uiterlijk == date(2026, 10, 19)


def test_rond_de_feestdagen_antwoord_uiterlijk_woensdag_6_januari(regio: Regiomensen) -> None:
    toewijzing = bouw.toewijzing(bouw.kind(regio.lelystad), regio.de_brug, 1001)
    november = {"begindatum": date(2026, 11, 1), "einddatum": date(2026, 11, 30)}
    bericht = stuur(regio, [bouw.regel(toewijzing, "N1", 2, **november)], "DNOV", date(2026, 11, 1), date(2026, 12, 21))
    assert Declaratie.objects.get(bericht=bericht).antwoord_uiterlijk == date(2027, 1, 6)


def test_hetzelfde_bericht_nog_eens_boekt_niets(september: Bericht, regio: Regiomensen) -> None:
    with klok.op(date(2026, 10, 6)):
        nog_eens = ontvang_en_verwerk(bytes(september.inhoud), kanaal="api", aangeboden_door=regio.de_brug)
    assert Declaratie.objects.count() == 3
    assert not Declaratie.objects.filter(bericht=nog_eens).exists()


def test_een_gebruikt_declaratienummer_keurt_alles_af_en_is_te_vinden(september: Bericht, regio: Regiomensen) -> None:
    toewijzing = Declaratie.objects.get(nummer="DAUG").prestaties.first().toewijzing  # type: ignore[union-attr]
    bericht = maak_jw323(
        [bouw.regel(toewijzing, "X1", 1)], aanbieder="42420001", gemeente="0995", maand=date(2026, 9, 1),
        nummer="DSEP", dagtekening=date(2026, 10, 6),
    )  # fmt: skip
    bericht.header.bericht_identificatie.identificatie = "ANDERS"
    with klok.op(date(2026, 10, 6)):
        opgeslagen = ontvang_en_verwerk(schrijf(bericht), kanaal="api", aangeboden_door=regio.de_brug)
    inhoud = antwoord_op(opgeslagen).declaratie_antwoord
    assert inhoud is not None
    assert (inhoud.retour_codes, inhoud.totaal_toegekend_bedrag.totaal_bedrag) == (("9333",), 0)
    for wie in (regio.noor, regio.controller_lelystad):
        assert [b.pk for b in queries.afgekeurde_berichten(wie)] == [opgeslagen.pk]
    assert list(queries.afgekeurde_berichten(regio.iris)) == []
    _, bevindingen = queries.afgekeurd_bericht(regio.noor, opgeslagen.pk)
    assert [b.regel for b in bevindingen] == ["TR333"]


def test_niveau_2_keurt_af_met_een_jw325(regio: Regiomensen) -> None:
    toewijzing = bouw.toewijzing(bouw.kind(regio.lelystad), regio.de_brug, 1001)
    bericht = maak_jw323(
        [bouw.regel(toewijzing, "X1", 1)], aanbieder="42420001", gemeente="0995", maand=date(2026, 9, 1),
        nummer="D1", dagtekening=date(2026, 10, 5),
    )  # fmt: skip
    bericht.declaratie.totaal_ingediend_bedrag.totaal_bedrag += 1
    with klok.op(date(2026, 10, 5)):
        opgeslagen = ontvang_en_verwerk(schrijf(bericht), kanaal="api", aangeboden_door=regio.de_brug)
    antwoord = antwoord_op(opgeslagen)
    assert (antwoord.header.retour_codes, antwoord.declaratie_antwoord) == (("0001",), None)
    assert not Declaratie.objects.exists()


def test_de_controller_stelt_betaalbaar_en_niet_twee_keer(september: Bericht, regio: Regiomensen) -> None:
    declaratie = Declaratie.objects.get(bericht=september)
    with klok.op(date(2026, 10, 8)):
        actions.stel_betaalbaar(regio.controller_lelystad, declaratie.pk)
        with pytest.raises(actions.Geweigerd):
            actions.stel_betaalbaar(regio.controller_lelystad, declaratie.pk)
    declaratie.refresh_from_db()
    assert declaratie.staat == "betaalbaar"
