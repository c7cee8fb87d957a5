"""One of everything in Lelystad, for tests that need an object behind every door. Made through the tables, not acts."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from jeugdregio.basis.klok import AMSTERDAM, nu
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.beurten.models import Beurt
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.organisaties.models import ApiToken, Contactpunt, Organisatie, Rol
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Gezagsdrager, Kind, Levering, Toestemming, Toewijzing, Verzoek, VerzoekRegel
from tests.mensen import Regiomensen, test_bsn

DAG = date(2026, 9, 10)


@dataclass
class Wereld:
    """The objects, by the names the table of doors uses."""

    regio: Regiomensen
    kind: Kind
    gezagsdrager: Gezagsdrager
    toestemming: Toestemming
    verzoek: Verzoek
    regel: VerzoekRegel
    toewijzing: Toewijzing
    levering: Levering
    bericht: Bericht
    declaratiebericht: Bericht
    afgekeurd: Bericht
    declaratie: Declaratie
    prestatie: Prestatie
    beurt: Beurt
    token: ApiToken
    punt: Contactpunt
    dingen: dict[str, Any] = field(default_factory=dict)  # of the rooms, see tests.deuren
    gemaakt: set[str] = field(default_factory=set)

    def sleutel(self, naam: object) -> Any:
        """Return the key a route wants: the pk of an object, an organisation's, a person's, or the text itself."""
        if not isinstance(naam, str):
            return naam
        if naam in self.dingen:
            return getattr(self.dingen[naam], "pk", self.dingen[naam])
        if naam.endswith("_id"):
            return self.regio.gebruiker(naam.removesuffix("_id")).pk
        ding = getattr(self, naam, None) or getattr(self.regio, naam, None)
        return ding.pk if ding is not None else naam


def _bericht(soort: str, afzender: Organisatie, ontvanger: Organisatie, staat: str = "verwerkt") -> Bericht:
    return Bericht.objects.create(
        richting="in", staat=staat, kanaal="scherm", soort=soort, afzender=afzender, ontvanger=ontvanger,
        aangeboden_door=afzender, afzender_code=afzender.code or "", ontvanger_code=ontvanger.code or "",
        identificatie=f"{Bericht.objects.count() + 1}", dagtekening=DAG, inhoud=b"<leeg/>", omvang=7,
        vingerafdruk="0" * 64, aantal_bevindingen=int(staat == "afgekeurd"),
    )  # fmt: skip


def maak_wereld(regio: Regiomensen) -> Wereld:
    """Make a girl of 14 with a request, an assignment, help and a declaration."""
    gemeente, aanbieder = regio.lelystad, regio.de_brug
    bsn = test_bsn(3)
    kind = Kind.objects.create(
        kenmerk="K-2026-00001", bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=date(2012, 5, 3), geslacht="2",
        achternaam="Visser", voornamen="Mirthe", gemeente=gemeente, woonplaats_sinds=date(2021, 5, 3),
        woonplaats_bron="BRP-adres",
    )  # fmt: skip
    sanne = Gezagsdrager.objects.create(kind=kind, naam="Sanne Visser", relatie="moeder")
    ja = Toestemming.objects.create(kind=kind, gezagsdrager=sanne, antwoord="ja", op=DAG)
    bericht = _bericht("JW315", aanbieder, gemeente)
    verzoek = Verzoek.objects.create(
        kenmerk="V-2026-00001", kind=kind, gemeente=gemeente, aanbieder=aanbieder, bericht=bericht, ontvangen_op=DAG,
        antwoord_uiterlijk=DAG + timedelta(days=7),
    )  # fmt: skip
    regel = VerzoekRegel.objects.create(
        verzoek=verzoek, referentie_aanbieder="REF1", categorie="45", code="45A04", ingangsdatum=DAG,
        einddatum=date(2027, 3, 1), volume=4, eenheid="04", frequentie="4", verwijzer_type="02",
        verwijzer_naam="huisarts", raamcontract=True,
    )  # fmt: skip
    toewijzing = Toewijzing.objects.create(
        nummer="100001", kind=kind, gemeente=gemeente, aanbieder=aanbieder, categorie="45", code="45A05",
        toegewezen_op=datetime(2026, 9, 1, 10, tzinfo=AMSTERDAM), ingangsdatum=date(2026, 9, 1),
        einddatum=date(2027, 3, 1), volume=4, eenheid="04", frequentie="4",
    )  # fmt: skip
    levering = Levering.objects.create(toewijzing=toewijzing, begindatum=date(2026, 9, 7))
    declaratiebericht = _bericht("JW323", aanbieder, gemeente)
    declaratie = Declaratie.objects.create(
        bericht=declaratiebericht, aanbieder=aanbieder, gemeente=gemeente, nummer="D1", begindatum=date(2026, 9, 1),
        einddatum=date(2026, 9, 30), ontvangen_op=date(2026, 10, 5), antwoord_uiterlijk=date(2026, 10, 19),
        ingediend=51360, toegekend=51360,
    )  # fmt: skip
    prestatie = Prestatie.objects.create(
        declaratie=declaratie, toewijzing=toewijzing, toewijzing_nummer="100001", referentie="P1", categorie="45",
        code="45A05", begindatum=date(2026, 9, 1), einddatum=date(2026, 9, 30), volume=4, eenheid="04", tarief=12840,
        bedrag=51360, toegekend=51360,
    )  # fmt: skip
    beurt = Beurt.objects.create(
        sleutel="proef", soort="verzoek", titel="Verzoek om toewijzing beantwoorden", organisatie=gemeente,
        rol=Rol.TOEGANG, begon_op=DAG, uiterlijk=DAG, grondslag="5 werkdagen", handeling="Beantwoorden", pad="/",
        wachtende=aanbieder, kind_id=kind.pk,
    )  # fmt: skip
    token = ApiToken.objects.create(
        organisatie=gemeente, naam="suite", hash="0" * 64, scopes=[], verloopt_op=nu() + timedelta(days=1)
    )
    return Wereld(
        regio=regio, kind=kind, gezagsdrager=sanne, toestemming=ja, verzoek=verzoek, regel=regel,
        toewijzing=toewijzing, levering=levering, bericht=bericht, declaratiebericht=declaratiebericht,
        afgekeurd=_bericht("JW323", aanbieder, gemeente, "afgekeurd"), declaratie=declaratie, prestatie=prestatie,
        beurt=beurt, token=token, punt=Contactpunt.objects.get(organisatie=gemeente),
    )  # fmt: skip
