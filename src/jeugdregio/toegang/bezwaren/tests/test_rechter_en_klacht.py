"""To court and back, and complaints about the municipality and about a provider."""

from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.bezwaren import klachten, rechter
from jeugdregio.toegang.bezwaren.models import Beroep, Klacht
from jeugdregio.toegang.bezwaren.tests.hulp import maak_bezwaar
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.termijnen.tests.hulp import maak_tom


def _beroep(regio: Regiomensen, soort: str) -> Beroep:
    bezwaar = maak_bezwaar(regio)
    if soort == "beroep":
        bezwaar.staat = "verzonden"
        bezwaar.save()
    with klok.op(date(2026, 9, 1)):
        return rechter.registreer_beroep(
            regio.jurist_lelystad, bezwaar.pk, soort=soort, rechtbank="Midden-Nederland", zaaknummer="UTR 26/1",
            ingesteld_op=date(2026, 9, 1),
        )  # fmt: skip


def _loopt(id_: object) -> dict[str, date]:
    return dict(Klok.objects.filter(onderwerp_id=id_, staat=Klok.Staat.LOOPT).values_list("regel", "einde"))


def test_verweer_uitspraak_en_nieuw_besluit_binnen_zes_weken(regio: Regiomensen) -> None:
    beroep, jurist = _beroep(regio, "beroep"), regio.jurist_lelystad
    with klok.op(date(2026, 9, 14)):
        rechter.ontvang_gronden(jurist, beroep.pk, date(2026, 9, 10), versie=1)
    assert _loopt(beroep.pk) == {"awb-verweer": date(2026, 10, 8)}
    with klok.op(date(2026, 10, 5)):
        rechter.stuur_verweer(jurist, beroep.pk, versie=2)
    assert _loopt(beroep.pk) == {}
    with klok.op(date(2026, 11, 16)):
        rechter.leg_uitspraak_vast(
            jurist, beroep.pk, uitspraak="nieuw_besluit", op=date(2026, 11, 12), tekst="Onderzoek het gezin opnieuw.",
            weken=6, versie=3,
        )  # fmt: skip
    assert _loopt(beroep.pk) == {"awb-opdracht-rechter": date(2026, 12, 24), "awb-hoger-beroep": date(2026, 12, 24)}
    beurt = Beurt.objects.get(soort="klok_awb-opdracht-rechter")
    assert (beurt.rol, beurt.uiterlijk) == ("toegangsmedewerker", date(2026, 12, 24))
    with klok.op(date(2026, 12, 10)):
        rechter.neem_nieuw_besluit(regio.fatima, beroep.pk, date(2026, 12, 9), versie=4)
    assert set(_loopt(beroep.pk)) == {"awb-hoger-beroep"}


def test_voorlopige_voorziening_heeft_eigen_uitspraken(regio: Regiomensen) -> None:
    beroep = _beroep(regio, "voorziening")
    assert "toegewezen" in dict(rechter.passende_uitspraken(beroep))
    assert "ongegrond" not in dict(rechter.passende_uitspraken(beroep))
    with klok.op(date(2026, 9, 20)):
        rechter.leg_uitspraak_vast(
            regio.jurist_lelystad, beroep.pk, uitspraak="toegewezen", op=date(2026, 9, 18), tekst="Hulp start alvast.",
            weken=None, versie=1,
        )  # fmt: skip
    assert _loopt(beroep.pk) == {}


def test_beroep_voor_de_beslissing_en_uitspraak_zonder_kern(regio: Regiomensen) -> None:
    bezwaar = maak_bezwaar(regio)
    with klok.op(date(2026, 9, 1)), pytest.raises(Geweigerd, match="nog niet op het bezwaar beslist"):
        rechter.registreer_beroep(
            regio.jurist_lelystad, bezwaar.pk, soort="beroep", rechtbank="X", zaaknummer="1",
            ingesteld_op=date(2026, 9, 1),
        )  # fmt: skip
    with klok.op(date(2026, 9, 1)):
        beroep = rechter.registreer_beroep(
            regio.jurist_lelystad, bezwaar.pk, soort="niet_tijdig", rechtbank="X", zaaknummer="1",
            ingesteld_op=date(2026, 9, 1),
        )  # fmt: skip
        with pytest.raises(Geweigerd) as fout:
            rechter.leg_uitspraak_vast(
                regio.jurist_lelystad, beroep.pk, uitspraak="nieuw_besluit", op=date(2026, 8, 1), tekst="", weken=None,
                versie=1,
            )  # fmt: skip
    assert set(fout.value.velden) == {"op", "tekst", "weken"}


def _klacht(regio: Regiomensen, kind: Kind, **anders: object) -> Klacht:
    velden: dict[str, object] = {
        "klager": "Marieke Jansen", "kanaal": "mail", "gebeurd_op": date(2026, 9, 1),
        "ontvangen_op": date(2026, 9, 10), "tekst": "Niemand belde terug.",
    }  # fmt: skip
    with klok.op(date(2026, 9, 10)):
        return klachten.ontvang_klacht(regio.fatima, kind.pk, klachten.NieuweKlacht(**{**velden, **anders}))  # type: ignore[arg-type]


def test_klacht_over_de_gemeente_zes_of_tien_weken_en_eenmaal_vier_erbij(regio: Regiomensen) -> None:
    klacht, jurist = _klacht(regio, maak_tom(regio)), regio.jurist_lelystad
    assert _loopt(klacht.pk) == {"klacht-gemeente": date(2026, 10, 22)}
    with klok.op(date(2026, 9, 15)):
        klachten.bevestig(jurist, klacht.pk, commissie=True, versie=1)
    assert _loopt(klacht.pk) == {"klacht-gemeente": date(2026, 11, 19)}
    with klok.op(date(2026, 11, 10)):
        klachten.verdaag(jurist, klacht.pk, versie=2)
        assert _loopt(klacht.pk) == {"klacht-gemeente": date(2026, 12, 17)}
        with pytest.raises(Geweigerd, match="al een keer verdaagd"):
            klachten.verdaag(jurist, klacht.pk, versie=3)
        with pytest.raises(Geweigerd, match="Hoor eerst de klager"):
            klachten.handel_af(jurist, klacht.pk, oordeel="gegrond", conclusie="Excuses", gehoord_op=None, versie=3)
        klachten.handel_af(
            jurist, klacht.pk, oordeel="gegrond", conclusie="Excuses", gehoord_op=date(2026, 11, 3), versie=3
        )  # fmt: skip
    assert _loopt(klacht.pk) == {}
    assert not Beurt.objects.filter(kenmerk=klacht.kenmerk, staat=Beurt.Staat.OPEN).exists()


def test_klacht_over_een_aanbieder_gaat_naar_zijn_commissie(regio: Regiomensen) -> None:
    klacht, jurist = _klacht(regio, maak_tom(regio), aanbieder=regio.de_brug), regio.jurist_lelystad
    assert _loopt(klacht.pk) == {}
    with klok.op(date(2026, 9, 11)):
        klachten.stuur_door(jurist, klacht.pk, versie=1)
    with klok.op(date(2026, 10, 20)):
        klachten.leg_commissieoordeel_vast(jurist, klacht.pk, date(2026, 10, 16), versie=2)
    assert _loopt(klacht.pk) == {"klacht-reactie": date(2026, 11, 16)}
    with klok.op(date(2026, 11, 12)):
        klachten.leg_reactie_vast(jurist, klacht.pk, date(2026, 11, 11), versie=3)
    assert _loopt(klacht.pk) == {}


def test_wie_het_betreft_behandelt_de_klacht_niet(regio: Regiomensen) -> None:
    klacht = _klacht(regio, maak_tom(regio), over_wie=regio.gebruiker("jurist_lelystad"))
    with klok.op(date(2026, 9, 11)), pytest.raises(NietGevonden):
        klachten.bevestig(regio.jurist_lelystad, klacht.pk, commissie=False, versie=1)


def test_klacht_zonder_inhoud_of_van_voor_de_gebeurtenis(regio: Regiomensen) -> None:
    kind = maak_tom(regio)
    with pytest.raises(Geweigerd) as fout:
        _klacht(regio, kind, klager="", tekst=" ", kanaal="rook", gebeurd_op=date(2026, 9, 11))
    assert set(fout.value.velden) == {"klager", "tekst", "kanaal", "gebeurd_op"}
    with pytest.raises(NietGevonden), klok.op(date(2026, 9, 10)):
        klachten.ontvang_klacht(regio.bram, kind.pk, klachten.NieuweKlacht(
            klager="x", kanaal="mail", gebeurd_op=None, ontvangen_op=None, tekst="x"))  # fmt: skip
