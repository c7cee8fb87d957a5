"""What the tests of this room need beside the region: a boy of 16 in Almere whose help is stuck, and who owns what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

import pytest
from tests.mensen import Regiomensen, maak_mens, test_bsn

from jeugdregio.basis import klok
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Hulpvraag, Rolhouder
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toestemming
from jeugdregio.toegang.opschaling import casussen, trajecten, zittingen
from jeugdregio.toegang.opschaling.models import (
    Casusvraag,
    Expertteam,
    Niveauregel,
    Opschaling,
    Teamlid,
    Zitting,
)
from jeugdregio.toegang.toestemming.models import Doelbinding

DAG = date(2026, 9, 1)
VAN = date(2025, 1, 1)
VRAAG = casussen.Vraag(
    niveau="ret", vraag="Hoe blijft de jongere thuis wonen?", geprobeerd="Twee keer behandeling, beide gestopt.",
    stem="Ik wil niet weer weg. Ik wil iemand die blijft.", stem_van="de jongere",
    grond="toestemming", leernotitie="De wachttijd was het probleem, niet de wil.",
)  # fmt: skip


@dataclass
class Zaakwereld:
    """Everybody around the boy of 16."""

    regio: Regiomensen
    sanne: Wie  # access of Almere, case direction
    teamleider: Wie
    hulpvraag: Hulpvraag
    kind: Kind
    team: Expertteam
    lid: Teamlid

    def open(self) -> Opschaling:
        """Call the question stuck at the local team."""
        return trajecten.open_opschaling(
            self.sanne,
            self.hulpvraag.pk,
            vraag="Geen aanbieder neemt de jongere aan.",
            geprobeerd="Vijf aanbieders gebeld.",
        )

    def naar(self, opschaling: Opschaling, niveau: str, wie: Wie | None = None, **velden: str) -> None:
        """Take the case to a level."""
        verder = trajecten.Verder(niveau=niveau, reden="Het lukt hier niet.", geprobeerd="Alles.", **velden)
        opschaling.refresh_from_db()
        trajecten.ga_naar(wie or self.sanne, opschaling.pk, versie=opschaling.versie, verder=verder)

    def vraag_team(self, opschaling: Opschaling) -> Casusvraag:
        """Ask the expert team."""
        opschaling.refresh_from_db()
        return casussen.dien_in(self.sanne, opschaling.pk, versie=opschaling.versie, vraag=VRAAG)

    def zitting(self, op: date, leden: list[Teamlid] | None = None) -> Zitting:
        """Plan a session of three hours."""
        return zittingen.plan_zitting(
            self.regio.expertsecretaris, self.team.pk, op=op, begint=time(9), uren=3, plaats="Lelystad",
            leden=[lid.pk for lid in leden or [self.lid]],
        )  # fmt: skip

    def op_agenda(self, casus: Casusvraag, zitting: Zitting, uur: int = 1) -> None:
        """Screen it as complete and give it an hour."""
        wie = self.regio.expertsecretaris
        casus.refresh_from_db()
        casussen.screen(wie, casus.pk, versie=casus.versie, oordeel="compleet", reden="Alles staat erin.")
        casus.refresh_from_db()
        zittingen.zet_op_agenda(wie, casus.pk, versie=casus.versie, zitting_id=zitting.pk, uur=uur)


def stem_in_met_delen(kind: Kind, met_wie: str) -> Toestemming:
    """Let the boy of 16 say yes to sharing his case with somebody."""
    ja = Toestemming.objects.create(kind=kind, antwoord="ja", op=VAN)
    Doelbinding.objects.create(
        toestemming=ja, doel="delen", met_wie=met_wie, wat="de casus", uitleg="Wie meedenkt.", uitgelegd_op=VAN
    )
    return ja


def maak_niveaus(regio: Regiomensen, team: Expertteam) -> None:
    """Record who owns the levels: everywhere, but Urk has no breakthrough team."""
    kantoor = regio.regiokantoor
    rijen = [
        ("lokaal", None, Rol.TOEGANG, None, 14), ("anders", None, Rol.TOEGANG, None, 91),
        ("ret", kantoor, Rol.EXPERT, team, 42),
    ]  # fmt: skip
    for niveau, organisatie, rol, van_team, dagen in rijen:
        Niveauregel.objects.create(
            niveau=niveau,
            organisatie=organisatie,
            rol=rol,
            team=van_team,
            termijn_dagen=dagen,
            van=VAN,
            bron="Afspraak",
        )
    for gemeente in (regio.almere, regio.lelystad, regio.dronten):
        Niveauregel.objects.create(
            gemeente=gemeente, niveau="doorbraak", rol=Rol.TEAMLEIDER, termijn_dagen=21, van=VAN, bron="Lokaal beleid"
        )


@pytest.fixture
def wereld(regio: Regiomensen) -> Zaakwereld:
    """Return the boy of 16 in Almere with his question, the levels and the expert team."""
    team = Expertteam.objects.create(
        naam="Regionaal Expert Team", organisatie=regio.regiokantoor, bron="Handelingskader"
    )
    maak_niveaus(regio, team)
    emma, luuk = regio.gebruiker("expertsecretaris"), regio.gebruiker("expertlid")
    Teamlid.objects.create(
        team=team, gebruiker=emma, organisatie=regio.regiokantoor, deskundigheid="secretaris", van=VAN,
        is_secretaris=True,
    )  # fmt: skip
    lid = Teamlid.objects.create(
        team=team, gebruiker=luuk, organisatie=regio.de_brug, deskundigheid="gezinstherapeut", van=VAN
    )
    sanne = maak_mens("Sanne", regio.almere, Rol.TOEGANG)
    bsn = test_bsn(21)
    kind = Kind.objects.create(
        kenmerk="K-2026-00016", bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=date(2010, 3, 4), geslacht="1",
        achternaam="Aziz", voornamen="Yassin", gemeente=regio.almere, woonplaats_sinds=VAN, woonplaats_bron="BRP",
    )  # fmt: skip
    Gezagsdrager.objects.create(kind=kind, naam="Nora Aziz", relatie="moeder")
    Toestemming.objects.create(kind=kind, antwoord="ja", op=VAN)
    stem_in_met_delen(kind, team.naam)
    with klok.op(DAG):
        hulpvraag = open_hulpvraag(sanne, kind.pk, "eigen", DAG)
    for rol in ("verwijzer", "casusregie"):
        Rolhouder.objects.create(
            hulpvraag=hulpvraag, rol=rol, organisatie=regio.almere, gebruiker=sanne.gebruiker, van=DAG
        )
    leider = maak_mens("Tom", regio.almere, Rol.TEAMLEIDER)
    return Zaakwereld(regio, sanne, leider, hulpvraag, kind, team, lid)


@pytest.fixture
def gepland(wereld: Zaakwereld) -> Callable[[date], Casusvraag]:
    """Return a function that brings a case onto the agenda of a session on a day, from today on."""

    def maak(op: date) -> Casusvraag:
        casus = wereld.vraag_team(wereld.open())
        wereld.op_agenda(casus, wereld.zitting(op))
        casus.refresh_from_db()
        return casus

    return maak
