"""Children who move or prove to belong elsewhere, in every state of a transfer; and a foster child (story 6)."""

from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.trajecten import werkdagen_terug
from jeugdregio.demo.verteller import BRP, Hoofdpersoon, Verteller, Vraag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.rechtstreeks import Hulp
from jeugdregio.toegang.woonplaats import actions
from jeugdregio.toegang.woonplaats.models import Overdracht, Woonfeit

ALMERE, DRONTEN, LELYSTAD, NOORDOOSTPOLDER, URK = "0034", "0303", "0995", "0171", "0184"
ZWOLLE = "0193"
DE_BRUG, HET_ANKER = "42420001", "65656055"
OUDERS = (("Kim", "moeder"), ("Rob", "vader"))
AFGESTEMD = "De aanbieder, telefonisch."


def vertel_verhuizingen(v: Verteller) -> None:
    """Tell of moves: joined on, almost over, asked, accepted, disputed, to outside; and of a foster child."""
    _aangesloten(v, _hulp(v, ("Jelle", "Brouwer", "1"), URK, HET_ANKER), DRONTEN, verhuisd=40)
    _aangesloten(v, _hulp(v, ("Senna", "Otter", "2"), LELYSTAD, DE_BRUG, begin=400, duur=900), ALMERE, verhuisd=340)
    _aangeboden(v, _hulp(v, ("Finn", "Wolters", "1"), ALMERE, DE_BRUG), LELYSTAD, verhuisd=12, dagen=3)
    _aangeboden(v, _hulp(v, ("Hidde", "Snoek", "1"), LELYSTAD, DE_BRUG), ZWOLLE, verhuisd=15, dagen=5)
    _aanvaard(v, _hulp(v, ("Mila", "Stam", "2"), NOORDOOSTPOLDER, DE_BRUG), URK, verhuisd=25, dagen=12)
    _betwist(v, _hulp(v, ("Tess", "Koning", "2"), DRONTEN, DE_BRUG), NOORDOOSTPOLDER, verhuisd=20, dagen=9)
    _pleegkind(v)


def _hulp(
    v: Verteller, kind: tuple[str, str, str], gemeente: str, aanbieder: str, *, begin: int = 200, duur: int = 364
) -> Toewijzing:
    """Ambulatory help that began some time ago and goes on."""
    voornaam, achternaam, geslacht = kind
    persoon = Hoofdpersoon(voornaam, achternaam, geslacht, 10, OUDERS)
    start = v.terug(begin)
    verzoek = v.verzoek(persoon, Vraag(
        aanbieder=aanbieder, gemeente=gemeente, product="45A04", verwijzer="03", op=werkdagen_terug(start, 7),
        ingang=start, einde=start + timedelta(days=duur), volume=8,
    ))  # fmt: skip
    v.maak_toewijsbaar(verzoek, persoon, werkdagen_terug(start, 6))
    toewijzing = v.wijs_toe(verzoek, werkdagen_terug(start, 5))
    v.start(toewijzing, start, start + timedelta(days=2))
    return Toewijzing.objects.select_related("gemeente", "kind").get(pk=toewijzing.pk)


def _toegang(v: Verteller, gemeente: Organisatie | None) -> Wie:
    if gemeente is None:
        raise LookupError("Deze gemeente werkt hier niet.")
    return v.wie(gemeente, "toegangsmedewerker")


def _aangeboden(v: Verteller, hulp: Toewijzing, naar: str, *, verhuisd: int, dagen: int) -> Overdracht:
    """The old municipality looked the move up and handed the child over so many days ago."""
    wie, dag = _toegang(v, hulp.gemeente), v.terug(dagen)
    with klok.op(moment(dag, 10)):
        for van, tot, code in (
            (hulp.kind.geboortedatum, v.terug(verhuisd + 1), hulp.gemeente.code or ""), (v.terug(verhuisd), None, naar),
        ):  # fmt: skip
            actions.leg_feit_vast(wie, hulp.kind_id, actions.NieuwFeit(
                soort=Woonfeit.Soort.WOONADRES, van=van, tot=tot, gemeente_code=code, bron=BRP, nagekeken_op=dag,
            ))  # fmt: skip
        actions.stel_vast(wie, hulp.kind_id, dag)
        return actions.bied_aan(
            wie, hulp.kind_id, grond=Overdracht.Grond.TOESTEMMING,
            grond_toelichting="Beide ouders stemden telefonisch in.", onderdelen=("gezag", "toestemmingen"),
            voortzetting_gevraagd_op=dag,
        )  # fmt: skip


def _aanvaard(v: Verteller, hulp: Toewijzing, naar: str, *, verhuisd: int, dagen: int) -> Overdracht:
    overdracht = _aangeboden(v, hulp, naar, verhuisd=verhuisd, dagen=dagen)
    with klok.op(moment(v.terug(dagen - 6), 11)):
        return actions.aanvaard(_toegang(v, overdracht.naar), overdracht.pk, BRP, versie=1)


def _aangesloten(v: Verteller, hulp: Toewijzing, naar: str, *, verhuisd: int) -> None:
    """The same help goes on at the new municipality, two weeks after the hand-over."""
    overdracht = _aanvaard(v, hulp, naar, verhuisd=verhuisd, dagen=verhuisd - 4)
    op = v.terug(verhuisd - 18)
    with klok.op(moment(op, 14)):
        actions.sluit_aan(
            _toegang(v, overdracht.naar), overdracht.pk, overdracht.voortzettingen.get().pk,
            _zelfde(hulp, op + timedelta(days=1)), afgestemd=AFGESTEMD, versie=2,
        )  # fmt: skip
    v.stop(hulp, op, "35", op + timedelta(days=3))


def _zelfde(hulp: Toewijzing, begin: date) -> Hulp:
    return Hulp(
        aanbieder_id=hulp.aanbieder_id, code=hulp.code, ingangsdatum=begin, einddatum=hulp.einddatum or begin,
        volume=hulp.volume or 1, eenheid=hulp.eenheid, frequentie=hulp.frequentie,
    )  # fmt: skip


def _betwist(v: Verteller, hulp: Toewijzing, naar: str, *, verhuisd: int, dagen: int) -> None:
    overdracht = _aangeboden(v, hulp, naar, verhuisd=verhuisd, dagen=dagen)
    with klok.op(moment(v.terug(2), 9)):
        actions.betwist(
            _toegang(v, overdracht.naar), overdracht.pk,
            "Het kind staat bij ons alleen op een briefadres. De moeder woont in Lelystad.", LELYSTAD, versie=1,
        )  # fmt: skip


def _pleegkind(v: Verteller) -> None:
    """A foster child went from Lelystad to a family in Almere, is registered there, and stays Lelystad's."""
    hulp = _hulp(v, ("Lola", "Vink", "2"), LELYSTAD, DE_BRUG)
    wie, dag, weg = _toegang(v, hulp.gemeente), v.terug(30), v.terug(240)
    soort = Woonfeit.Soort
    feiten = (
        (soort.WOONADRES, hulp.kind.geboortedatum, weg + timedelta(days=14), LELYSTAD),
        (soort.PLEEGGEZIN, weg, None, ALMERE), (soort.WOONADRES, weg + timedelta(days=15), None, ALMERE),
    )  # fmt: skip
    with klok.op(moment(dag, 10)):
        for wat, van, tot, code in feiten:
            actions.leg_feit_vast(wie, hulp.kind_id, actions.NieuwFeit(
                soort=wat, van=van, tot=tot, gemeente_code=code, bron=BRP, nagekeken_op=dag,
            ))  # fmt: skip
        actions.stel_vast(wie, hulp.kind_id, dag)
