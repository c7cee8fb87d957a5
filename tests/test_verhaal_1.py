"""Story 1: a GP refers a girl of 14 in Lelystad. From the request to the start, with the dates that must come out."""

from datetime import date, datetime

import pytest

from ijw import lees
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.beurten.models import Beurt
from jeugdregio.postbus.actions import bezorg, ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.queries import antwoord_van
from jeugdregio.toegang import actions, queries
from jeugdregio.toegang.hulpvragen.models import Weg
from jeugdregio.toegang.hulpvragen.queries import vragen_van_kind
from jeugdregio.toegang.models import Levering, Toewijzing, Verzoek
from jeugdregio.toegang.tests.hulp import antwoord
from recht import keten
from recht.wegen import Punt
from tests.berichten import gepubliceerd_jw315, jw305_xml, jw315_xml
from tests.mensen import Regiomensen
from tests.shared import heeft_shared


def beurt(soort: str) -> Beurt:
    return Beurt.objects.get(soort=soort)


def nu_op_de_weg(regio: Regiomensen, verzoek: Verzoek) -> Punt | None:
    """The step that is asked now on the road of the GP, which has no second look at need."""
    (beeld,) = vragen_van_kind(regio.fatima, verzoek.kind)
    assert beeld.vraag.weg == Weg.HUISARTS
    assert not {Punt.ONDERZOEK, Punt.BESLUIT} & {stap.stap.punt for stap in beeld.stand.stappen}
    dagen = {stap.stap.punt: stap.datum for stap in beeld.stand.stappen if stap.gedaan}
    assert dagen.get(Punt.TOEWIJZING) in {None, date(2026, 9, 16)}
    assert dagen.get(Punt.START) in {None, date(2026, 9, 28)}
    return beeld.stand.nu.stap.punt if beeld.stand.nu else None


def test_huisarts_verwijst_mirthe(regio: Regiomensen) -> None:
    # Thursday 10 September 2026: the request of De Brug comes in.
    with klok.op(datetime(2026, 9, 10, 14, 5, tzinfo=AMSTERDAM)):
        bericht = ontvang_en_verwerk(jw315_xml(), kanaal="api", aangeboden_door=regio.de_brug)
        retour = antwoord_van(bericht)
        assert retour is not None
        assert retour.dagtekening == date(2026, 9, 10)
        assert keten.retour(date(2026, 9, 10)).datum == date(2026, 9, 15)
        assert beurt("verzoek_beantwoorden").uiterlijk == date(2026, 9, 17)
        verzoek = Verzoek.objects.get()
        # Residence and contract are tested, need is not.
        actions.bevestig_woonplaats(regio.fatima, verzoek.kind_id, date(2019, 3, 1), "Basisregistratie personen")
        moeder = actions.voeg_gezagsdrager_toe(regio.fatima, verzoek.kind_id, "Sanne Visser", "moeder")
        vader = actions.voeg_gezagsdrager_toe(regio.fatima, verzoek.kind_id, "Erik Visser", "vader")
        for drager in (None, moeder.pk):
            antwoord(regio.fatima, verzoek, drager, date(2026, 9, 10))
        with pytest.raises(Geweigerd) as fout:
            actions.wijs_af(
                regio.fatima, verzoek.pk, [verzoek.regels.get().pk], "7", "Lichtere hulp kan ook.", versie=1
            )
        assert fout.value.grondslag == "Jeugdwet 2.6 lid 1 onder e"

    # Tuesday 15 September: the father has not spoken yet, so nothing can start. The road has no second look at need.
    with klok.op(date(2026, 9, 15)):
        assert nu_op_de_weg(regio, verzoek) is Punt.TOESTEMMING
        toetsen = {t.naam: t for t in queries.verzoek(regio.fatima, verzoek.pk).toetsen}
        assert toetsen["Woonplaats"].goed is True
        assert toetsen["Contract voor 45A04"].goed is True
        assert "vader" in toetsen["Toestemming"].waarop
        with pytest.raises(Geweigerd, match="vader"):
            actions.wijs_toe(regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=1)

    # Wednesday 16 September: he consents, and the assignment goes out the same day.
    with klok.op(date(2026, 9, 16)):
        antwoord(regio.fatima, verzoek, vader.pk, date(2026, 9, 16))
        (toewijzing,) = actions.wijs_toe(regio.fatima, verzoek.pk, [verzoek.regels.get().pk], versie=1)
        uit = Bericht.objects.get(soort="JW301")
        assert uit.dagtekening == date(2026, 9, 16)
        assert lees(bytes(uit.inhoud)).geldig
        bezorg()
        assert beurt("verzoek_beantwoorden").staat == Beurt.Staat.GEDAAN
        assert beurt("toewijzing_bevestigen").staat == Beurt.Staat.GEDAAN
        start = beurt("start_melden")
        assert (start.organisatie, start.begon_op, start.uiterlijk) == (
            regio.de_brug, date(2026, 9, 28), date(2026, 10, 5),
        )  # fmt: skip

    # Monday 28 September help starts; De Brug reports it in time.
    with klok.op(date(2026, 9, 30)):
        gemeld = ontvang_en_verwerk(jw305_xml(int(toewijzing.nummer), date(2026, 9, 28)), kanaal="api")
        assert gemeld.staat == Bericht.Staat.VERWERKT
        assert Levering.objects.get().begindatum == date(2026, 9, 28)
        assert beurt("start_melden").staat == Beurt.Staat.GEDAAN
        namen = {s.naam: s.staat for s in queries.stappen(verzoek)}
        assert namen["Hulp gestart"] == "gedaan"
        assert nu_op_de_weg(regio, verzoek) is None

    # Nobody in between saw another's child.
    for vreemde in (regio.bram, regio.iris, regio.gi_medewerker, regio.vt_medewerker, regio.directeur):
        with pytest.raises(NietGevonden):
            queries.kind(vreemde, verzoek.kind_id)
        with pytest.raises(NietGevonden):
            queries.toewijzing(vreemde, toewijzing.pk)
    assert queries.toewijzing(regio.noor, toewijzing.pk).lopend is not None


@heeft_shared
def test_het_gepubliceerde_verzoek_wordt_een_toewijzing_die_het_officiele_schema_goedkeurt(
    regio: Regiomensen,
) -> None:
    from lxml import etree

    from jeugdregio.organisaties.models import Aanstelling, Gebruiker, Rol
    from jeugdregio.organisaties.wie import wie_is
    from tests.shared import XSD

    gebruiker = Gebruiker.objects.create_user("dina@test.example", "Dina", None)
    Aanstelling.objects.create(gebruiker=gebruiker, organisatie=regio.diemen, rol=Rol.TOEGANG, van=date(2021, 1, 1))
    with klok.op(date(2026, 4, 1)):
        dina = wie_is(gebruiker)
        assert dina is not None
        ontvang_en_verwerk(gepubliceerd_jw315(), kanaal="map")
        verzoek = Verzoek.objects.get()
        actions.bevestig_woonplaats(dina, verzoek.kind_id, date(2015, 1, 1), "Basisregistratie personen")
        antwoord(dina, verzoek, None, date(2026, 4, 1))  # he is 16
        regels = [regel.pk for regel in verzoek.regels.all()]
        toewijzingen = actions.wijs_toe(dina, verzoek.pk, regels, versie=1)
        bezorg()
    assert [t.code for t in toewijzingen] == ["55A11", "55A12"]
    for soort in ("JW316", "JW301", "JW302"):
        bericht = Bericht.objects.get(soort=soort)
        schema = etree.XMLSchema(etree.parse(XSD / f"{soort.lower()}.xsd"))
        schema.assertValid(etree.fromstring(bytes(bericht.inhoud)))
    assert Toewijzing.objects.count() == 2
