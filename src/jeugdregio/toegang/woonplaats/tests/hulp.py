"""Steps that the tests of this sub-room share: Jelle of 11 has help in Urk and moves to Dronten on 1 May 2026."""

from datetime import date, datetime

from tests.mensen import Regiomensen, maak_mens, test_bsn

from jeugdregio.basis import klok
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Gezagsdrager, Kind, Levering, Toestemming, Toewijzing
from jeugdregio.toegang.rechtstreeks import Hulp
from jeugdregio.toegang.woonplaats import actions
from jeugdregio.toegang.woonplaats.models import Overdracht, Woonfeit

VERHUISD = date(2026, 5, 1)
NAGEKEKEN = date(2026, 5, 4)
BRP = "Basisregistratie personen"


def toegang_van(gemeente: Organisatie) -> Wie:
    """Return somebody of the access of a municipality."""
    return maak_mens(f"Toegang {gemeente.naam}", gemeente, Rol.TOEGANG)


def maak_kind(gemeente: Organisatie, aanbieder: Organisatie, *, nummer: int = 7, code: str = "45A04") -> Toewijzing:
    """Make a boy of 11 with two parents who agreed, and help that runs until the end of the year."""
    bsn = test_bsn(nummer)
    kind = Kind.objects.create(
        kenmerk=f"K-2026-0900{nummer}", bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=date(2015, 2, 3),
        geslacht="1", achternaam="Brouwer", voornamen="Jelle", gemeente=gemeente, woonplaats_sinds=date(2019, 6, 1),
        woonplaats_bron=BRP, straatnaam="Wijk 3", huisnummer=7, postcode="8321AA", plaatsnaam=gemeente.naam,
    )  # fmt: skip
    for naam, relatie in (("Kim Brouwer", "moeder"), ("Rob Brouwer", "vader")):
        drager = Gezagsdrager.objects.create(kind=kind, naam=naam, relatie=relatie, telefoon="0612345678")
        Toestemming.objects.create(kind=kind, gezagsdrager=drager, antwoord="ja", op=date(2025, 12, 20))
    toewijzing = Toewijzing.objects.create(
        nummer=f"50000{nummer}", kind=kind, gemeente=gemeente, aanbieder=aanbieder, categorie=code[:2], code=code,
        toegewezen_op=datetime(2026, 1, 5, 10, tzinfo=AMSTERDAM), ingangsdatum=date(2026, 1, 6),
        einddatum=date(2026, 12, 31), volume=4, eenheid="04", frequentie="4",
    )  # fmt: skip
    Levering.objects.create(toewijzing=toewijzing, begindatum=date(2026, 1, 12))
    return toewijzing


def feit(
    soort: str, van: date | None, gemeente: Organisatie | None, tot: date | None = None, **velden: object
) -> actions.NieuwFeit:
    """Return a fact as it was looked up on 4 May."""
    return actions.NieuwFeit(
        soort=soort, van=van, tot=tot, gemeente_code=(gemeente.code or "") if gemeente else "", bron=BRP,
        nagekeken_op=NAGEKEKEN, **velden,  # type: ignore[arg-type]
    )  # fmt: skip


def stel_verhuizing_vast(wie: Wie, kind: Kind, naar: Organisatie, op: date = NAGEKEKEN) -> None:
    """Record both addresses and keep the outcome."""
    with klok.op(op):
        einde = date(2026, 4, 30)
        actions.leg_feit_vast(wie, kind.pk, feit(Woonfeit.Soort.WOONADRES, date(2019, 6, 1), wie.organisatie, einde))
        actions.leg_feit_vast(wie, kind.pk, feit(Woonfeit.Soort.WOONADRES, VERHUISD, naar))
        actions.stel_vast(wie, kind.pk, op)


def draag_over(regio: Regiomensen, toewijzing: Toewijzing, naar: Organisatie, **anders: object) -> Overdracht:
    """Hand Jelle over on 4 May with the consent of his parents; the family asked for the same help."""
    wie = toegang_van(toewijzing.gemeente)
    stel_verhuizing_vast(wie, toewijzing.kind, naar)
    velden: dict[str, object] = {
        "grond": Overdracht.Grond.TOESTEMMING, "grond_toelichting": "Beide ouders, telefonisch op 4 mei.",
        "onderdelen": ("adres", "gezag", "toestemmingen"), "voortzetting_gevraagd_op": NAGEKEKEN,
    }  # fmt: skip
    with klok.op(NAGEKEKEN):
        return actions.bied_aan(wie, toewijzing.kind_id, **{**velden, **anders})  # type: ignore[arg-type]


def zelfde_hulp(oud: Toewijzing, begin: date, **anders: object) -> Hulp:
    """Return the same help from a day on, until the end of the old assignment."""
    velden = {
        "aanbieder_id": oud.aanbieder_id, "code": oud.code, "ingangsdatum": begin,
        "einddatum": oud.einddatum or date(2027, 5, 1), "volume": oud.volume or 4, "eenheid": oud.eenheid,
        "frequentie": oud.frequentie,
    }  # fmt: skip
    return Hulp(**{**velden, **anders})  # type: ignore[arg-type]
