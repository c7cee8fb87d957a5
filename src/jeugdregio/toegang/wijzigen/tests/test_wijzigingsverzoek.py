"""A request for change (JW317) by message and on the screen of a provider, and what the municipality answers."""

from datetime import date

import pytest
from tests.mensen import Regiomensen

from ijw import lees
from ijw.berichten import jw317, jw318, jw319
from ijw.berichten.basis import Product
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.queries import antwoord_van
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Toewijzing, Verzoek, VerzoekAntwoord, VerzoekRegel
from jeugdregio.toegang.tests.hulp import stem_allen_in
from jeugdregio.toegang.wijzigen.actions import Erbij, Gewenst, ken_toe, vraag_wijziging
from jeugdregio.toegang.wijzigen.tests.hulp import (
    BEGIN,
    EINDE,
    jw317_xml,
    laatste_jw301,
    twee_producten,
    uren,
    wijs_hulp_toe,
    wijzigingsverzoek,
)

OP = date(2026, 10, 12)


def langer(toewijzing: Toewijzing, tot: date) -> jw317.TeWijzigenProduct:
    return jw317.TeWijzigenProduct(
        toewijzing_nummer=int(toewijzing.nummer), gewenste_ingangsdatum=BEGIN, einddatum=tot, omvang=uren(20)
    )


def test_een_verzoek_met_alles_wat_loopt_wordt_een_beurt_met_termijn(regio: Regiomensen) -> None:
    ambulant, diagnostiek = twee_producten(regio)
    with klok.op(OP):
        xml = jw317_xml(blijft=(diagnostiek.nummer,), anders=(langer(ambulant, date(2028, 3, 31)),))
        bericht = ontvang_en_verwerk(xml, kanaal="api")
    assert bericht.staat == Bericht.Staat.VERWERKT
    verzoek = wijzigingsverzoek()
    assert verzoek.antwoord_uiterlijk == date(2026, 10, 19)
    beurt = Beurt.objects.get(soort="verzoek_beantwoorden", staat=Beurt.Staat.OPEN)
    assert (beurt.titel, beurt.uiterlijk) == ("Verzoek om wijziging beantwoorden", date(2026, 10, 19))
    assert [w.soort for w in verzoek.wijzigingen.all()] == ["blijft", "anders"]
    retour = antwoord_van(bericht)
    assert retour is not None
    gelezen = lees(bytes(retour.inhoud))
    assert gelezen.geldig
    assert isinstance(gelezen.bericht, jw318.Bericht)
    assert gelezen.bericht.client is None


def test_een_lopende_toewijzing_vergeten_geeft_9349_en_neemt_niets_over(regio: Regiomensen) -> None:
    ambulant, _ = twee_producten(regio)
    with klok.op(OP):
        bericht = ontvang_en_verwerk(jw317_xml(anders=(langer(ambulant, date(2028, 3, 31)),)), kanaal="api")
    retour = antwoord_van(bericht)
    assert retour is not None
    gelezen = lees(bytes(retour.inhoud)).bericht
    assert isinstance(gelezen, jw318.Bericht)
    assert gelezen.client is not None
    assert gelezen.client.verzoek.retour_codes == ("9349",)
    assert not Verzoek.objects.filter(soort=Verzoek.Soort.WIJZIGING).exists()


def test_een_tweede_verzoek_wacht_op_het_antwoord_op_het_eerste(regio: Regiomensen) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        ontvang_en_verwerk(jw317_xml(anders=(langer(ambulant, date(2028, 3, 31)),)), kanaal="api")
        tweede = ontvang_en_verwerk(
            jw317_xml(anders=(langer(ambulant, date(2028, 6, 30)),), identificatie="WIJZIG2", referentie="W-2"),
            kanaal="api",
        )  # fmt: skip
    assert tweede.aantal_bevindingen == 1
    assert Verzoek.objects.filter(soort=Verzoek.Soort.WIJZIGING).count() == 1


def test_toekennen_rekt_op_en_stuurt_het_ongewijzigde_mee_met_dezelfde_referentie(regio: Regiomensen) -> None:
    ambulant, diagnostiek = twee_producten(regio)
    with klok.op(OP):
        xml = jw317_xml(blijft=(diagnostiek.nummer,), anders=(langer(ambulant, date(2028, 3, 31)),))
        ontvang_en_verwerk(xml, kanaal="api")
        verzoek = wijzigingsverzoek()
        (gewijzigd,) = ken_toe(regio.fatima, verzoek.pk, versie=verzoek.versie)
    assert (gewijzigd.nummer, gewijzigd.einddatum, gewijzigd.reden_wijziging) == (
        ambulant.nummer, date(2028, 3, 31), "12",
    )  # fmt: skip
    producten = laatste_jw301()
    assert set(producten) == {int(ambulant.nummer), int(diagnostiek.nummer)}
    assert {p.referentie_aanbieder for p in producten.values()} == {"W-1"}
    assert producten[int(diagnostiek.nummer)].reden_wijziging is None
    assert verzoek.regels.get().staat == VerzoekRegel.Staat.TOEGEWEZEN
    assert not Beurt.objects.filter(soort="verzoek_beantwoorden", staat=Beurt.Staat.OPEN).exists()
    (stand,) = gewijzigd.eerdere_standen.all()
    assert stand.einddatum == EINDE


def test_een_andere_omvang_eindigt_het_nummer_en_geeft_een_nieuw(regio: Regiomensen) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    wens = jw317.TeWijzigenProduct(
        toewijzing_nummer=int(ambulant.nummer), gewenste_ingangsdatum=date(2026, 11, 2), einddatum=EINDE,
        omvang=uren(30),
    )  # fmt: skip
    with klok.op(OP):
        ontvang_en_verwerk(jw317_xml(anders=(wens,)), kanaal="api")
        verzoek = wijzigingsverzoek()
        oud, nieuw = ken_toe(regio.fatima, verzoek.pk, versie=verzoek.versie)
    assert (oud.nummer, oud.einddatum, oud.volume) == (ambulant.nummer, date(2026, 11, 1), 20)
    assert (nieuw.ingangsdatum, nieuw.einddatum, nieuw.volume, nieuw.reden_wijziging) == (
        date(2026, 11, 2), EINDE, 30, "",
    )  # fmt: skip
    assert nieuw.volgt_op == oud
    assert set(laatste_jw301()) == {int(oud.nummer), int(nieuw.nummer)}


def test_een_gepasseerde_ingangsdatum_vraagt_overleg_of_een_andere_dag(regio: Regiomensen) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    erbij = jw317.NieuwProduct(
        product=Product(categorie="45", code="45A05"), gewenste_ingangsdatum=date(2026, 10, 13), einddatum=EINDE,
        omvang=uren(4),
    )  # fmt: skip
    with klok.op(OP):
        ontvang_en_verwerk(jw317_xml(blijft=(ambulant.nummer,), nieuw=(erbij,)), kanaal="api")
    verzoek = wijzigingsverzoek()
    (_, wijziging) = verzoek.wijzigingen.all()
    with klok.op(date(2026, 10, 16)):
        # What is new needs a yes of its own; that to the running help does not count.
        with pytest.raises(Geweigerd, match="toestemming voor 45A05"):
            ken_toe(regio.fatima, verzoek.pk, versie=verzoek.versie)
        stem_allen_in(regio, verzoek.kind, OP)
        with pytest.raises(Geweigerd, match="voorbij"):
            ken_toe(regio.fatima, verzoek.pk, versie=verzoek.versie)
        verzoek.refresh_from_db()
        (nieuw,) = ken_toe(
            regio.fatima, verzoek.pk, versie=verzoek.versie, vanaf={wijziging.pk: date(2026, 10, 17)}
        )  # fmt: skip
    assert nieuw.ingangsdatum == date(2026, 10, 17)


def test_afwijzen_gaat_als_jw319_met_de_referentie_en_staat_bij_het_kind(regio: Regiomensen) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        ontvang_en_verwerk(jw317_xml(anders=(langer(ambulant, date(2028, 3, 31)),)), kanaal="api")
        verzoek = wijzigingsverzoek()
        regel = verzoek.regels.get()
        actions.wijs_af(regio.fatima, verzoek.pk, [regel.pk], "1", "Vraag dit opnieuw aan.", versie=verzoek.versie)
    antwoord = VerzoekAntwoord.objects.get()
    gelezen = lees(bytes(antwoord.bericht.inhoud)).bericht
    assert isinstance(gelezen, jw319.Bericht)
    assert (gelezen.antwoord.referentie_aanbieder, gelezen.antwoord.reden_afwijzing_verzoek) == ("W-1", "1")
    with pytest.raises(Conflict):
        ken_toe(regio.fatima, verzoek.pk, versie=verzoek.versie)


def test_na_een_verwijzing_door_de_huisarts_is_er_ook_bij_wijziging_geen_inhoudelijke_afkeur(
    regio: Regiomensen,
) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        ontvang_en_verwerk(jw317_xml(anders=(langer(ambulant, date(2028, 3, 31)),)), kanaal="api")
        verzoek = wijzigingsverzoek()
        regel = verzoek.regels.get()
        with pytest.raises(Geweigerd, match="verwijzer al bepaald"):
            actions.wijs_af(regio.fatima, verzoek.pk, [regel.pk], "7", "Niet nodig.", versie=verzoek.versie)


def test_noor_vraagt_op_het_scherm_en_fatima_kent_toe(regio: Regiomensen) -> None:
    ambulant, diagnostiek = twee_producten(regio)
    with klok.op(OP):
        verzoek = vraag_wijziging(
            regio.noor, ambulant.pk, "2", {diagnostiek.pk: Gewenst(einddatum=EINDE, volume=14)},
            [Erbij(categorie="45", code="45A05", vanaf=date(2026, 11, 2), tot=EINDE, volume=3, eenheid="04",
                   frequentie="4")],
        )  # fmt: skip
        stem_allen_in(regio, verzoek.kind, OP)
        anders, nieuw = ken_toe(regio.fatima, verzoek.pk, versie=verzoek.versie)
    assert (anders.nummer, anders.volume) == (diagnostiek.nummer, 14)  # a total changes under its own number
    assert (nieuw.code, nieuw.verzoek_regel) == ("45A05", verzoek.regels.get())
    assert verzoek.bericht.soort == "JW317"
    assert set(laatste_jw301()) == {int(t.nummer) for t in (ambulant, diagnostiek, nieuw)}


def test_op_het_scherm_gaat_niets_weg_wat_de_gemeente_zou_afkeuren(regio: Regiomensen) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        with pytest.raises(Geweigerd, match="niet in behandeling"):
            vraag_wijziging(
                regio.noor, ambulant.pk, "1",
                {ambulant.pk: Gewenst(einddatum=EINDE, volume=30, vanaf=date(2026, 10, 12))},
            )  # fmt: skip
        with pytest.raises(Geweigerd, match="verandert niets"):
            vraag_wijziging(regio.noor, ambulant.pk, "1", {})
        with pytest.raises(NietGevonden):
            vraag_wijziging(regio.iris, ambulant.pk, "1", {})
        with pytest.raises(GeenRecht):
            vraag_wijziging(regio.fatima, ambulant.pk, "1", {})
    assert not Bericht.objects.filter(soort="JW317").exists()


def test_intrekken_vraagt_de_gemeente_om_af_te_wijzen(regio: Regiomensen) -> None:
    (ambulant,) = wijs_hulp_toe(regio)
    with klok.op(OP):
        verzoek = vraag_wijziging(regio.noor, ambulant.pk, "1", {ambulant.pk: Gewenst(einddatum=date(2028, 3, 31))})
        actions.vraag_intrekking(regio.noor, verzoek.pk, "De jongen verhuist.")
        beurt = Beurt.objects.get(soort="verzoek_intrekken")
        assert beurt.organisatie == regio.lelystad
        regel = verzoek.regels.get()
        actions.wijs_af(regio.fatima, verzoek.pk, [regel.pk], "1", "Ingetrokken.", versie=verzoek.versie)
        beurt.refresh_from_db()
        assert beurt.staat == Beurt.Staat.GEDAAN
        with pytest.raises(Geweigerd, match="al beantwoord"):
            actions.vraag_intrekking(regio.noor, verzoek.pk, "Toch niet.")
        vraag_wijziging(regio.noor, ambulant.pk, "1", {ambulant.pk: Gewenst(einddatum=date(2028, 4, 30))})
