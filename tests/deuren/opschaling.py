"""The doors of stuck cases and the expert team. Behind them: a case of Lelystad that its team planned, with a guest."""

from datetime import date, time, timedelta

from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Aanstelling, Rol
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.opschaling.models import (
    Aanwezige,
    Agendapunt,
    AndersInzet,
    Casusvraag,
    Expertteam,
    Gastplek,
    Niveauregel,
    Opschaling,
    Stap,
    Teamlid,
    Zitting,
)
from jeugdregio.toegang.toestemming.models import Deling
from tests.deuren.deur import UITVOERDER, Deur
from tests.wereld import Wereld

VAN = date(2025, 1, 1)
TOEGANG, ELDERS = {"fatima"}, {"bram", "teamleider_lelystad"}
CIJFERS = {"fatima", "bram", "analist_lelystad", "wethouder_lelystad", "directeur", "beleid_lelystad",
           "teamleider_lelystad"}  # fmt: skip
EXPERTS = {"expertsecretaris", "expertlid"}


def _zaak(rol: set[str], **sleutels: object) -> Deur:
    """A step on the case: its access may, others with the role do not find it."""
    return Deur(TOEGANG, onzichtbaar=rol - TOEGANG, post=True, opschaling_id="opschaling", **sleutels)


def _casus(mag: set[str], rol: set[str], **sleutels: object) -> Deur:
    return Deur(mag, onzichtbaar=rol - mag, post=True, casus_id="casus", **sleutels)


DEUREN: dict[str, Deur] = {
    "opschaling:lijst": Deur(TOEGANG | ELDERS | UITVOERDER),
    "opschaling:regio": Deur(CIJFERS),
    "opschaling:niveaus": Deur(CIJFERS),
    "opschaling:team-inrichten": Deur(set(), post=True),
    "opschaling:nieuw": Deur(TOEGANG, onzichtbaar={"bram"}, hulpvraag_id="vastgelopen"),
    "opschaling:zaak": Deur(TOEGANG, onzichtbaar=ELDERS, opschaling_id="opschaling"),
    "opschaling:verder": _zaak(TOEGANG | ELDERS),
    "opschaling:expertteam-vragen": _zaak({"fatima", "bram"}),
    "opschaling:sluiten": _zaak(TOEGANG | ELDERS),
    "opschaling:anders-start": _zaak(TOEGANG | ELDERS),
    "opschaling:anders-stop": _zaak(TOEGANG | ELDERS),
    "opschaling:anders-evaluatie": _zaak(TOEGANG | ELDERS, inzet_id="inzet"),
    "opschaling:expertteam": Deur(EXPERTS),
    "opschaling:mijn-casus": Deur({"gast"}),
    "opschaling:zitting-plannen": Deur(
        {"expertsecretaris"}, onzichtbaar={"expertlid"}, post=True, team_id="expertteam"
    ),
    "opschaling:lid-toevoegen": Deur({"expertsecretaris"}, onzichtbaar={"expertlid"}, post=True, team_id="expertteam"),
    "opschaling:lid-beeindigen": Deur(
        {"expertsecretaris"}, onzichtbaar={"expertlid"}, post=True, team_id="expertteam", lid_id="expertlidmaatschap"
    ),
    "opschaling:casus": Deur(TOEGANG | EXPERTS | {"gast"}, onzichtbaar=ELDERS, casus_id="casus"),
    # A member may open the form's door: the act is the secretary's, an empty form is refused first.
    "opschaling:screenen": _casus(EXPERTS, EXPERTS),
    "opschaling:op-agenda": _casus(EXPERTS, EXPERTS),
    "opschaling:advies": _casus(EXPERTS, EXPERTS),
    "opschaling:gast-uitnodigen": _casus(TOEGANG, {"fatima", "bram"}),
    "opschaling:gast-intrekken": _casus(TOEGANG | EXPERTS, EXPERTS | {"fatima", "bram"}, plek_id="gastplek"),
    "opschaling:intrekken": _casus(TOEGANG, {"fatima", "bram"}),
    "opschaling:reactie": _casus(TOEGANG, {"fatima", "bram"}),
    "opschaling:terugkijken": _casus(TOEGANG, {"fatima", "bram"}),
    "opschaling:inbreng": _casus({"gast"}, {"gast"}),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a case of Mirthe on the agenda of a team with Emma and Luuk, and Gaston as guest."""
    regio, vandaag_ = wereld.regio, vandaag()
    team = Expertteam.objects.create(naam="Deurteam", organisatie=regio.regiokantoor, bron="x")
    regel = Niveauregel.objects.create(
        niveau="ret", organisatie=regio.regiokantoor, rol=Rol.EXPERT, team=team, termijn_dagen=42, van=VAN, bron="x"
    )
    emma = Teamlid.objects.create(
        team=team, gebruiker=regio.gebruiker("expertsecretaris"), organisatie=regio.regiokantoor,
        deskundigheid="secretaris", is_secretaris=True, van=VAN,
    )  # fmt: skip
    luuk = Teamlid.objects.create(
        team=team, gebruiker=regio.gebruiker("expertlid"), organisatie=regio.de_brug, deskundigheid="x", van=VAN
    )
    vragen = [
        Hulpvraag.objects.create(
            kenmerk=f"H-2026-9990{n}", kind=wereld.kind, gemeente=regio.lelystad, weg="eigen", ontvangen_op=vandaag_
        ) for n in range(2)
    ]  # fmt: skip
    zaak = Opschaling.objects.create(hulpvraag=vragen[0], gemeente=regio.lelystad, vraag="x", geopend_op=vandaag_)
    stap = Stap.objects.create(
        opschaling=zaak, nummer=1, niveau="ret", regel=regel, organisatie=regio.regiokantoor, rol=Rol.EXPERT,
        begon_op=vandaag_, uiterlijk=vandaag_ + timedelta(days=42), reden="x", geprobeerd="x", door="Fatima",
        namens=regio.lelystad,
    )  # fmt: skip
    deling = Deling.objects.create(
        kind=wereld.kind, op=vandaag_, ontvanger="expert", aan="x", wat="x", doel="x", grond="toestemming"
    )
    casus = Casusvraag.objects.create(
        stap=stap, team=team, aanduiding="meisje, 14 jaar", vraag="x", geprobeerd="x", stem="x", stem_van="x",
        deling=deling, ingediend_op=vandaag_, ingediend_door="Fatima", staat="gepland", oordeel="compleet",
        oordeel_reden="x", gescreend_op=vandaag_,
    )  # fmt: skip
    zitting = Zitting.objects.create(team=team, op=vandaag_ + timedelta(days=7), begint=time(9))
    Aanwezige.objects.bulk_create(Aanwezige(zitting=zitting, lid=lid) for lid in (emma, luuk))
    Agendapunt.objects.create(zitting=zitting, casusvraag=casus, uur=1)
    gaston = regio.gebruiker("gast")
    plek = Gastplek.objects.create(
        casusvraag=casus, gebruiker=gaston, aanstelling=Aanstelling.objects.get(gebruiker=gaston), deskundigheid="x",
        waarom="x", deling=deling, delen=["vraag"], van=vandaag_, tot=vandaag_ + timedelta(days=30),
        uitgenodigd_door="Emma",
    )  # fmt: skip
    inzet = AndersInzet.objects.create(opschaling=zaak, doel="voorkomen", aanpak="x", gestart_op=vandaag_)
    return {
        "opschaling": zaak, "vastgelopen": vragen[1], "casus": casus, "expertteam": team, "expertlidmaatschap": luuk,
        "gastplek": plek, "inzet": inzet,
    }  # fmt: skip
