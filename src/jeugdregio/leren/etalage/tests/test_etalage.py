"""The showcase: principle first, no ranking, and a request to talk that both sides alone see."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.leren.etalage import actions, queries
from jeugdregio.leren.etalage.actions import Praktijktekst
from jeugdregio.leren.etalage.models import Praktijk
from jeugdregio.organisaties.wie import Wie


@pytest.fixture(autouse=True)
def _klok() -> Iterator[None]:
    with klok.op(date(2026, 9, 1)):
        yield


def leg_neer(wie: Wie, titel: str, **anders: str) -> Praktijk:
    velden = {
        "principe": "Deel de macht.", "context": "Een wijk.", "wat": "Samen beslissen.", "bewijs": "Nog onbekend.",
        "contact": "Team beleid",
    }  # fmt: skip
    return actions.leg_neer(wie, Praktijktekst(titel=titel, **{**velden, **anders}))


def test_pas_in_de_etalage_na_tonen_en_op_naam(regio: Regiomensen) -> None:
    z, a = leg_neer(regio.beleid_lelystad, "Zelf kiezen"), leg_neer(regio.noor, "Altijd bellen")
    with pytest.raises(NietGevonden):
        queries.praktijk(regio.bram, z.pk)
    for wie, praktijk in ((regio.beleid_lelystad, z), (regio.noor, a)):
        actions.toon(wie, praktijk.pk, versie=1)
    for _ in range(2):
        assert [p.titel for p in queries.lijst(regio.bram)] == ["Altijd bellen", "Zelf kiezen"]
        actions.vraag_gesprek(regio.bram, z.pk, vraag="Hoe begin je?") if not z.gesprekken.exists() else None


def test_een_gesprek_is_van_twee_kanten(regio: Regiomensen) -> None:
    p = leg_neer(regio.beleid_lelystad, "Samen beslissen")
    actions.toon(regio.beleid_lelystad, p.pk, versie=1)
    with pytest.raises(GeenRecht):
        actions.vraag_gesprek(regio.fatima, p.pk, vraag="Onze eigen?")
    gesprek = actions.vraag_gesprek(regio.bram, p.pk, vraag="Hoe begin je?")
    with pytest.raises(Conflict, match="al een gesprek"):
        actions.vraag_gesprek(regio.bram, p.pk, vraag="En nog iets?")
    assert Beurt.objects.get(soort="praktijk_gesprek").organisatie == regio.lelystad
    p.refresh_from_db()
    assert [len(queries.gesprekken(w, p)) for w in (regio.bram, regio.beleid_lelystad, regio.noor)] == [1, 1, 0]
    actions.antwoord(regio.beleid_lelystad, p.pk, gesprek=gesprek, antwoord="Kom langs.", afspraak_op=date(2026, 9, 9))
    assert not Beurt.objects.filter(staat="open", soort="praktijk_gesprek").exists()
    with pytest.raises(Conflict, match="al beantwoord"):
        actions.antwoord(regio.beleid_lelystad, p.pk, gesprek=gesprek, antwoord="Nog eens.")


def test_twee_mensen_wijzigen_en_een_gezin_blijft_eruit(regio: Regiomensen) -> None:
    p = leg_neer(regio.beleid_lelystad, "Samen beslissen")
    actions.toon(regio.beleid_lelystad, p.pk, versie=1)
    with pytest.raises(Conflict, match="net gewijzigd"):
        actions.haal_weg(regio.wethouder_lelystad, p.pk, versie=1)
    with pytest.raises(Geweigerd):
        leg_neer(regio.beleid_lelystad, "Fout", bewijs="Gezin Visser is blij.")


def test_er_is_niets_om_op_te_rangschikken() -> None:
    namen = {f.name for f in Praktijk._meta.get_fields()}
    assert not namen & {"score", "likes", "stemmen", "volgorde", "cijfer", "plaats"}
    assert Praktijk._meta.ordering == ["titel"]
