"""Who holds which role: from what the municipality agreed, with gaps shown, changed by an act that tells others."""

from datetime import date

import pytest
from tests.mensen import VAN, Regiomensen, test_bsn

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang import queries
from jeugdregio.toegang.hulpvragen.actions import sluit_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Afloop, Casusrol, Hulpvraag, Rolverdeling, Weg
from jeugdregio.toegang.hulpvragen.permissions import te_behandelen, zichtbare_hulpvragen
from jeugdregio.toegang.hulpvragen.rollen import houders, nodige_rollen
from jeugdregio.toegang.hulpvragen.tests.hulp import DAG, maak_kind, maak_vraag, verdeel_alles
from jeugdregio.toegang.hulpvragen.verdelen import bewaar_verdeling, verdelingsbeeld
from jeugdregio.toegang.hulpvragen.wisselen import wijs_rol_toe
from jeugdregio.toegang.permissions import zichtbare_kinderen


def houder_van(vraag: Hulpvraag, rol: str) -> str | None:
    houder = next(h.houder for h in houders(vraag) if h.rol == rol)
    return houder.organisatie.naam if houder else None


def test_een_nieuwe_vraag_krijgt_zijn_houders_uit_de_verdeling(regio: Regiomensen) -> None:
    uitvoerder = regio.uitvoerder
    verdeel_alles(regio.lelystad)
    Rolverdeling.objects.create(
        gemeente=regio.lelystad, weg=Weg.EIGEN, rol=Casusrol.INDICATIE, organisatie=uitvoerder, bron="Verordening",
        van=VAN,
    )  # fmt: skip
    kind = maak_kind(regio.lelystad, test_bsn(3))
    eigen, spoed = maak_vraag(regio, kind), maak_vraag(regio, kind, Weg.VEILIG_THUIS, van=regio.veilig_thuis)
    with klok.op(DAG):
        assert houder_van(eigen, Casusrol.INDICATIE) == "Uitvoering Jeugd"
        assert houder_van(eigen, Casusrol.CASUSREGIE) == "Lelystad"
        assert houder_van(spoed, Casusrol.INDICATIE) == "Lelystad"
    assert not Beurt.objects.filter(soort="rolverdeling").exists()


def test_een_gat_is_een_beurt_een_keer_en_vult_daarna_de_open_vragen(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, test_bsn(3))
    vraag = maak_vraag(regio, kind)
    maak_vraag(regio, kind)
    gaten = Beurt.objects.filter(soort="rolverdeling", staat="open")
    assert {(b.rol, b.organisatie) for b in gaten} == {(Rol.BELEID, regio.lelystad)}
    assert gaten.count() == 4
    with klok.op(DAG):
        assert verdelingsbeeld(regio.fatima).gaten == sum(
            len([r for r in nodige_rollen(weg) if r != Casusrol.CONTACT]) for weg in Weg
        )
        bewaar_verdeling(regio.beleid_lelystad, Casusrol.CASUSREGIE, "", regio.lelystad.pk, bron="Werkafspraak")
        assert gaten.all().count() == 3
        assert houder_van(vraag, Casusrol.CASUSREGIE) == "Lelystad"


def test_een_nieuwe_afspraak_beeindigt_de_vorige_de_dag_ervoor(regio: Regiomensen) -> None:
    with klok.op(DAG):
        oud = bewaar_verdeling(
            regio.beheer_lelystad, Casusrol.PROCESREGIE, "", regio.lelystad.pk, bron="A", van=date(2025, 1, 1)
        )
        bewaar_verdeling(regio.beheer_lelystad, Casusrol.PROCESREGIE, "", regio.gi.pk, bron="B", van=DAG)
        oud.refresh_from_db()
        assert oud.tot == date(2026, 3, 1)
        with pytest.raises(Geweigerd) as fout:
            bewaar_verdeling(regio.beheer_lelystad, Casusrol.CONTACT, "fax", regio.de_brug.pk, bron="", van=DAG)
        assert set(fout.value.velden) == {"rol", "weg", "bron", "organisatie"}
        with pytest.raises(Geweigerd) as fout:
            bewaar_verdeling(
                regio.beheer_lelystad, Casusrol.PROCESREGIE, "", regio.lelystad.pk, bron="C", van=date(2026, 3, 1)
            )
        assert set(fout.value.velden) == {"van"}
        with pytest.raises(GeenRecht):
            bewaar_verdeling(regio.fatima, Casusrol.PROCESREGIE, "", regio.lelystad.pk, bron="D")
        with pytest.raises(NietGevonden):
            verdelingsbeeld(regio.noor)


def test_een_wisseling_wordt_verteld_aan_wie_het_aangaat(regio: Regiomensen) -> None:
    uitvoerder = regio.uitvoerder
    verdeel_alles(regio.lelystad, indicatie=uitvoerder)
    vraag = maak_vraag(regio, maak_kind(regio.lelystad, test_bsn(3)))
    with klok.op(date(2026, 3, 10)):
        wijs_rol_toe(
            regio.fatima, vraag.pk, Casusrol.INDICATIE, regio.lelystad, versie=1, gebruiker=regio.fatima.gebruiker
        )
        assert houder_van(vraag, Casusrol.INDICATIE) == "Lelystad"
        assert vraag.rolhouders.get(rol=Casusrol.INDICATIE, organisatie=uitvoerder).tot == date(2026, 3, 9)
        (beurt,) = Beurt.objects.filter(soort="rol_gewijzigd")
        assert (beurt.organisatie, "niet meer" in beurt.titel) == (uitvoerder, True)
        with pytest.raises(Conflict):
            wijs_rol_toe(regio.fatima, vraag.pk, Casusrol.CASUSREGIE, regio.lelystad, versie=1)
        with pytest.raises(Geweigerd) as fout:
            wijs_rol_toe(regio.fatima, vraag.pk, Casusrol.CONTACT, regio.de_brug, versie=2, vanaf=date(2026, 3, 1))
        assert set(fout.value.velden) == {"organisatie", "gebruiker", "vanaf"}


def test_de_uitvoerder_ziet_alleen_vragen_waarin_hij_een_rol_heeft(regio: Regiomensen) -> None:
    uitvoerder, jel = regio.uitvoerder, regio.jel
    kind, ander = maak_kind(regio.lelystad, test_bsn(3)), maak_kind(regio.lelystad, test_bsn(4), 2)
    buiten = maak_vraag(regio, ander)
    verdeel_alles(regio.lelystad, indicatie=uitvoerder)
    vraag = maak_vraag(regio, kind)
    with klok.op(DAG):
        assert set(zichtbare_hulpvragen(jel)) == {vraag}
        assert set(zichtbare_kinderen(jel)) == {kind}
        assert queries.kind(jel, kind.pk).kind == kind
        with pytest.raises(NietGevonden):
            queries.kind(jel, ander.pk)
        assert te_behandelen(jel, vraag.pk, als=(Casusrol.INDICATIE,)) == vraag
        # Within that role and no more.
        with pytest.raises(GeenRecht):
            te_behandelen(jel, vraag.pk, als=(Casusrol.CASUSREGIE,))
        with pytest.raises(GeenRecht):
            sluit_hulpvraag(jel, vraag.pk, Afloop.INGETROKKEN, "Reden", versie=1)
        with pytest.raises(NietGevonden):
            te_behandelen(jel, buiten.pk, als=(Casusrol.INDICATIE,))
    with klok.op(date(2026, 3, 10)):
        wijs_rol_toe(regio.fatima, vraag.pk, Casusrol.INDICATIE, regio.lelystad, versie=1)
        assert not zichtbare_kinderen(jel).exists()


def test_na_een_verwijzing_verdeelt_de_gemeente_de_indicatie_niet() -> None:
    assert Casusrol.INDICATIE in nodige_rollen(Weg.EIGEN)
    for weg in (Weg.HUISARTS, Weg.JEUGDARTS, Weg.SPECIALIST, Weg.GI, Weg.RECHTER):
        assert Casusrol.INDICATIE not in nodige_rollen(weg)
