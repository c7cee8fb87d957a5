"""Research: only what was chosen is asked and kept; the family reacts first; a registered assessor finishes."""

from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.hulpvragen.tests.hulp import DAG, maak_kind, maak_vraag
from jeugdregio.toegang.plannen import actions
from jeugdregio.toegang.plannen.catalogus import VRAAG, vragen
from jeugdregio.toegang.plannen.models import Onderzoek

pytestmark = pytest.mark.django_db
SKJ = "100012345"


@pytest.fixture
def vraag(regio: Regiomensen) -> Hulpvraag:
    return maak_vraag(regio, maak_kind(regio.lelystad))


def begin(regio: Regiomensen, vraag: Hulpvraag, *domeinen: str) -> Onderzoek:
    with klok.op(DAG):
        return actions.begin_onderzoek(regio.fatima, vraag.pk, domeinen)


def versie(onderzoek: Onderzoek) -> int:
    return Onderzoek.objects.get(pk=onderzoek.pk).versie


def vul_in(regio: Regiomensen, onderzoek: Onderzoek) -> None:
    antwoorden = {code: f"Over {code}." for code, v in vragen(onderzoek.domeinen).items() if v.verplicht}
    actions.bewaar_antwoorden(regio.fatima, onderzoek.pk, antwoorden, versie=versie(onderzoek))


def rond_af(regio: Regiomensen, onderzoek: Onderzoek, registratie: str = "skj", nummer: str = SKJ) -> Onderzoek:
    return actions.rond_onderzoek_af(
        regio.fatima, onderzoek.pk, "Fatima El Amrani", registratie, nummer, versie=versie(onderzoek)
    )


def test_elke_vraag_noemt_waarom_en_voor_welk_besluit() -> None:
    for vraag in VRAAG.values():
        assert vraag.waarom.endswith("."), vraag.code
        assert all((vraag.besluit, vraag.bron)), vraag.code


def test_wat_niet_is_gekozen_wordt_niet_gevraagd_en_niet_bewaard(regio: Regiomensen, vraag: Hulpvraag) -> None:
    onderzoek = begin(regio, vraag, "school")
    with klok.op(DAG):
        with pytest.raises(Geweigerd, match="niet wordt gevraagd"):
            actions.bewaar_antwoorden(regio.fatima, onderzoek.pk, {"geld": "Schulden."}, versie=versie(onderzoek))
        actions.bewaar_antwoorden(regio.fatima, onderzoek.pk, {"school": "Gaat goed."}, versie=versie(onderzoek))
        actions.kies_domeinen(regio.fatima, onderzoek.pk, ["gezin"], versie=versie(onderzoek))
        assert not onderzoek.antwoorden.exists()
        with pytest.raises(Geweigerd, match="bestaat niet"):
            actions.kies_domeinen(regio.fatima, onderzoek.pk, ["roddels"], versie=versie(onderzoek))


def test_van_vraag_tot_afgerond_in_volgorde(regio: Regiomensen, vraag: Hulpvraag) -> None:
    onderzoek = begin(regio, vraag)
    with klok.op(DAG):
        with pytest.raises(Geweigerd, match="Nog niet onderzocht"):
            actions.leg_voor(regio.fatima, onderzoek.pk, versie=versie(onderzoek))
        vul_in(regio, onderzoek)
        with pytest.raises(Geweigerd, match="verslag aan het gezin geven"):
            rond_af(regio, onderzoek)
        onderzoek = actions.leg_voor(regio.fatima, onderzoek.pk, versie=versie(onderzoek))
        assert onderzoek.reactie_tot == date(2026, 3, 16)
        with pytest.raises(Geweigerd, match="al aan het gezin gegeven"):
            vul_in(regio, onderzoek)
    with klok.op(date(2026, 3, 12)):
        tekst = "  Wij zijn het niet eens.\nHet gaat om school.  "
        actions.leg_reactie_vast(
            regio.fatima, onderzoek.pk, "Kim Zomer, moeder", tekst, date(2026, 3, 11), versie=versie(onderzoek)
        )
        assert Onderzoek.objects.get().reactie == tekst  # word for word
        with pytest.raises(Geweigerd, match="al een reactie"):
            actions.leg_reactie_vast(
                regio.fatima, onderzoek.pk, "Kim", "Anders.", date(2026, 3, 12), versie=versie(onderzoek)
            )
        assert rond_af(regio, onderzoek).afgerond_op == date(2026, 3, 12)
        with pytest.raises(Conflict, match="afgerond"):
            actions.neem_terug(regio.fatima, onderzoek.pk, versie=versie(onderzoek))
    for soort in ("onderzoek_reactie", "klok_toegang-acht-weken"):
        assert Beurt.objects.get(soort=soort).staat == Beurt.Staat.GEDAAN
    assert Beurt.objects.get(soort="klok_awb-beslistermijn").staat == Beurt.Staat.OPEN


@pytest.mark.parametrize(("registratie", "nummer"), [("", ""), ("skj", "12"), ("big", SKJ)])
def test_zonder_geregistreerde_beoordelaar_niet_af(
    regio: Regiomensen, vraag: Hulpvraag, registratie: str, nummer: str
) -> None:
    """Row 32."""
    onderzoek = begin(regio, vraag)
    with klok.op(DAG):
        vul_in(regio, onderzoek)
        actions.leg_voor(regio.fatima, onderzoek.pk, versie=versie(onderzoek))
    with klok.op(date(2026, 3, 17)):  # the family did not react in time
        with pytest.raises(Geweigerd, match="registratie") as fout:
            rond_af(regio, onderzoek, registratie, nummer)
        assert "nummer" in fout.value.velden
        assert rond_af(regio, onderzoek).afgerond_op == date(2026, 3, 17)


def test_twee_mensen_tegelijk_en_een_ander(regio: Regiomensen, vraag: Hulpvraag) -> None:
    onderzoek = begin(regio, vraag)
    with klok.op(DAG):
        gezien = onderzoek.versie
        actions.bewaar_antwoorden(regio.fatima, onderzoek.pk, {"veiligheid": "Veilig."}, versie=gezien)
        with pytest.raises(Conflict):
            actions.bewaar_antwoorden(regio.fatima, onderzoek.pk, {"lokaal": "School."}, versie=gezien)
        assert begin(regio, vraag, "school") == onderzoek  # again gives the one there is
        with pytest.raises(NietGevonden):
            actions.begin_onderzoek(regio.bram, vraag.pk, [])
        for wie in (regio.noor, regio.teamleider_lelystad):
            with pytest.raises(GeenRecht):
                actions.bewaar_antwoorden(wie, onderzoek.pk, {}, versie=2)
