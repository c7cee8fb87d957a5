"""Long random flows between a municipality and a provider that both work here.

Whatever they do in whatever order: nothing is sent that our own check would refuse on any level, the provider could
keep the same books from the messages alone, and no message stays behind unseen. The check is that of the receiver, on
what it knows from the messages alone; it holds for all fourteen kinds, return messages too.
"""

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.test import TestCase

from ijw import Bericht as IjwBericht
from ijw import lees
from ijw.berichten import BERICHTEN, jw301, jw319, jw323, jw325
from ijw.berichten.basis import Omvang
from ijw.overstijgend import Dossier, EerderePrestatie, Verzoek, VerzoekStand, controleer
from ijw.overstijgend import Toewijzing as Bekend
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.financien.actions import Ingevuld, concept, crediteer, dien_in
from jeugdregio.financien.models import Prestatie
from jeugdregio.postbus.actions import ontvang_en_verwerk
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang import actions
from jeugdregio.toegang.models import Levering, Toewijzing, VerzoekRegel
from jeugdregio.toegang.models import Verzoek as Gevraagd
from jeugdregio.toegang.tests.hulp import maak_klaar, stem_allen_in
from jeugdregio.toegang.wijzigen.actions import (
    Erbij,
    Gewenst,
    Wens,
    corrigeer,
    ken_toe,
    lopende,
    verwijder,
    vraag_wijziging,
    wijzig,
)
from tests.berichten import MIRTHE_BSN, aangevraagd, jw315_xml
from tests.mensen import Regiomensen

EERSTE_DAG = date(2026, 9, 10)
AANBIEDER = "42420001"
CODES = ("45A04", "45A05", "54001")
STAPPEN, POGINGEN = 40, 8
ZADEN = (0, 1, 2)


class Stroom:
    """One flow: the day, the dice, and what the provider knows from the messages it received."""

    def __init__(self, regio: Regiomensen, zaad: int) -> None:
        self.regio, self.bron, self.dag, self.teller = regio, random.Random(zaad), EERSTE_DAG, 0
        self.boek: dict[int, Bekend] = {}
        self.verzoeken: dict[str, Verzoek] = {}
        self.gezien: set[object] = set()
        self.verstuurd: dict[tuple[str, str, str], IjwBericht] = {}
        self.regels: dict[str, EerderePrestatie] = {}
        self.gedaan: Counter[str] = Counter()
        self.gezien_soorten: Counter[str] = Counter()

    def stap(self) -> None:
        """Let a few days pass and do one thing; a refusal by a rule is an answer too, then something else is tried."""
        self.dag += timedelta(days=self.bron.choice((0, 0, 1, 3, 12)))
        with klok.op(self.dag):
            for _ in range(POGINGEN):
                daad = self.bron.choice(DADEN)
                try:
                    with TestCase.captureOnCommitCallbacks(execute=True), transaction.atomic():
                        daad(self)
                except Geweigerd:
                    continue
                self.gedaan[daad.__name__] += 1
                break
            self.lees_nieuwe_berichten()

    def lees_nieuwe_berichten(self) -> None:
        """Judge what was sent since the last step as its receiver would."""
        nieuw = list(Bericht.objects.exclude(pk__in=self.gezien).order_by("ontvangen_op", "identificatie"))
        for bericht in nieuw:
            self.gezien.add(bericht.pk)
            lezing = lees(bytes(bericht.inhoud))
            assert lezing.geldig, (bericht.soort, lezing.bevindingen)
            assert lezing.bericht is not None
            sleutel = (bericht.afzender_code, bericht.soort, bericht.identificatie)
            assert sleutel not in self.verstuurd, "TR056"
            self.verstuurd[sleutel] = lezing.bericht
            self.gezien_soorten[bericht.soort] += 1
            # What comes from the provider: the municipality here judged it on all levels.
            assert bericht.aantal_bevindingen == 0, (bericht.soort, bericht.richting)
            assert bericht.staat in {"verwerkt", "bezorgd", "beantwoord"}, (bericht.soort, bericht.staat)
            if bericht.soort in {"JW315", "JW317"}:
                for regel in VerzoekRegel.objects.filter(verzoek__bericht=bericht):
                    self.verzoeken[regel.referentie_aanbieder] = Verzoek(
                        referentie=regel.referentie_aanbieder, bsn=MIRTHE_BSN
                    )
        for bericht in nieuw:
            if bericht.richting == Bericht.Richting.UIT:
                self._ontvang(self.verstuurd[bericht.afzender_code, bericht.soort, bericht.identificatie])

    def _ontvang(self, bericht: IjwBericht) -> None:
        """The provider judges what the municipality sent, and books it."""
        eigen = [eigen for (afzender, _, _), eigen in self.verstuurd.items() if afzender == AANBIEDER]
        dossier = Dossier.van(
            aanbieder_agb=AANBIEDER, toewijzingen=self.boek.values(), verzoeken=self.verzoeken.values(),
            prestaties=self.regels.values(), heenberichten=eigen,
            declaraties=[heen for heen in eigen if isinstance(heen, jw323.Bericht)],
        )  # fmt: skip
        assert controleer(bericht, dossier, vandaag=self.dag) == [], bericht.SOORT
        if isinstance(bericht, jw301.Bericht):
            for product in bericht.client.toegewezen_producten:
                self._boek(product)
        elif isinstance(bericht, jw319.Bericht):
            stand = VerzoekStand.AFGEWEZEN if bericht.antwoord.verzoek_antwoord == "1" else VerzoekStand.IN_ONDERZOEK
            self._zet(bericht.antwoord.referentie_aanbieder, stand)
        elif isinstance(bericht, jw325.Bericht):
            assert bericht.declaratie_antwoord is not None
            assert bericht.declaratie_antwoord.clienten == ()
            self._boek_declaratie(dossier.declaraties[bericht.header.declaratie_identificatie.identificatie])

    def _boek_declaratie(self, declaratie: jw323.Bericht) -> None:
        """All granted: an answer that names no line grants every line (OP304)."""
        for client in declaratie.declaratie.clienten:
            for p in client.prestaties:
                self.regels[p.product_referentie.referentie_nummer] = EerderePrestatie(
                    referentie=p.product_referentie.referentie_nummer, bsn=client.bsn,
                    toewijzing_nummer=p.toewijzing_nummer, categorie=p.product_categorie, code=p.product_code,
                    begindatum=p.product_periode.begindatum, einddatum=p.product_periode.einddatum,
                    volume=p.geleverd_volume, eenheid=p.eenheid, bedrag=p.ingediend_bedrag.bedrag,
                    tarief=p.product_tarief, debet=p.ingediend_bedrag.debet_credit == "D",
                    vorige_referentie=p.product_referentie.vorig_referentie_nummer,
                )  # fmt: skip

    def _boek(self, product: jw301.ToegewezenProduct) -> None:
        omvang = product.omvang
        self.boek[product.toewijzing_nummer] = Bekend(
            nummer=product.toewijzing_nummer, bsn=MIRTHE_BSN, aanbieder_agb=AANBIEDER, gemeente="0995",
            categorie=product.product.categorie if product.product else None,
            code=product.product.code if product.product else None, ingangsdatum=product.ingangsdatum,
            einddatum=product.einddatum, volume=omvang.volume if omvang else None,
            eenheid=omvang.eenheid if omvang else None, frequentie=omvang.frequentie if omvang else None,
            reden_wijziging=product.reden_wijziging,
        )  # fmt: skip
        if product.referentie_aanbieder:
            self._zet(product.referentie_aanbieder, VerzoekStand.TOEGEWEZEN)

    def _zet(self, referentie: str, stand: VerzoekStand) -> None:
        self.verzoeken[referentie] = Verzoek(referentie=referentie, bsn=MIRTHE_BSN, stand=stand)

    def controleer_boeken(self) -> None:
        """The municipality's table says what the provider read, and no child has two starts at once."""
        hier = {
            int(t.nummer): (t.code, t.ingangsdatum, t.einddatum, t.volume, t.reden_wijziging == "13")
            for t in Toewijzing.objects.all()
        }
        daar = {n: (t.code or "", t.ingangsdatum, t.einddatum, t.volume, t.verwijderd) for n, t in self.boek.items()}
        assert hier == daar
        stand = {VerzoekRegel.Staat.TOEGEWEZEN: VerzoekStand.TOEGEWEZEN, VerzoekRegel.Staat.OPEN: VerzoekStand.OPEN,
                 VerzoekRegel.Staat.AFGEWEZEN: VerzoekStand.AFGEWEZEN,
                 VerzoekRegel.Staat.ONDERZOEK: VerzoekStand.IN_ONDERZOEK}  # fmt: skip
        regels = {r.referentie_aanbieder: stand[VerzoekRegel.Staat(r.staat)] for r in VerzoekRegel.objects.all()}
        assert regels == {referentie: verzoek.stand for referentie, verzoek in self.verzoeken.items()}
        lopend = Levering.objects.filter(einddatum__isnull=True, verwijderd_op__isnull=True)
        assert lopend.count() == lopend.values("toewijzing").distinct().count()
        assert not lopend.filter(toewijzing__reden_wijziging="13").exists()

    def kies_toewijzing(self) -> Toewijzing:
        rijen = Toewijzing.objects.order_by("ingangsdatum", "nummer")
        geldig = rijen.exclude(reden_wijziging="13")
        return self._kies(list(geldig if self.bron.random() < 0.9 else rijen))

    def open_verzoek(self, soort: str) -> Gevraagd:
        open_ = Gevraagd.objects.filter(soort=soort, regels__staat__in=["open", "onderzoek"]).distinct()
        return self._kies(list(open_.order_by("kenmerk")))

    def _kies(self, rijen: list) -> object:  # type: ignore[type-arg]
        if not rijen:
            raise Geweigerd("niets om mee te doen")
        return self.bron.choice(rijen)

    def over(self, *dagen: int) -> date:
        return self.dag + timedelta(days=self.bron.choice(dagen))


def vraag_aan(s: Stroom) -> None:
    if Gevraagd.objects.filter(regels__staat__in=["open", "onderzoek"]).exists():
        raise Geweigerd("een verzoek tegelijk (OP350)")
    s.teller += 1
    code = s.bron.choice(CODES)
    omvang = Omvang(volume=s.bron.randint(1, 40), eenheid="16" if code == "54001" else "04",
                    frequentie=s.bron.choice("246"))  # fmt: skip
    begin = s.over(-10, 0, 5, 40)
    product = aangevraagd(
        f"R-{s.teller}", code, omvang=omvang, toewijzing_ingangsdatum=begin,
        toewijzing_einddatum=begin + timedelta(days=s.bron.choice((20, 90, 300))),
    )  # fmt: skip
    bericht = ontvang_en_verwerk(
        jw315_xml(product, identificatie=f"V{s.teller}", dagtekening=s.dag), kanaal="api",
        aangeboden_door=s.regio.de_brug,
    )  # fmt: skip
    verzoek = Gevraagd.objects.get(bericht=bericht)
    if verzoek.kind.woonplaats_sinds is None:
        maak_klaar(s.regio, verzoek.kind, s.dag)
    else:
        stem_allen_in(s.regio, verzoek.kind, s.dag)


def wijs_toe(s: Stroom) -> None:
    verzoek = s.open_verzoek("toewijzing")
    actions.wijs_toe(s.regio.fatima, verzoek.pk, [r.pk for r in verzoek.regels.all()], versie=verzoek.versie)


def wijs_af(s: Stroom) -> None:
    verzoek = s.open_verzoek(s.bron.choice(("toewijzing", "wijziging")))
    reden, elders = s.bron.choice((("4", ""), ("6", ""), ("8", "0303")))
    actions.wijs_af(s.regio.fatima, verzoek.pk, [r.pk for r in verzoek.regels.all()], reden, "Daarom.",
                    versie=verzoek.versie, andere_gemeente=elders)  # fmt: skip


def onderzoek(s: Stroom) -> None:
    verzoek = s.open_verzoek(s.bron.choice(("toewijzing", "wijziging")))
    if verzoek.regels.filter(staat="onderzoek").exists():
        raise Geweigerd("al in onderzoek")
    actions.neem_in_onderzoek(s.regio.fatima, verzoek.pk, versie=verzoek.versie)


def vraag_om_wijziging(s: Stroom) -> None:
    toewijzing = s.kies_toewijzing()
    anders = {
        rij.pk: Gewenst(
            einddatum=max(rij.ingangsdatum, s.over(5, 60, 200)),
            volume=s.bron.choice((rij.volume, s.bron.randint(1, 50))), vanaf=s.over(1, 8, 30),
        )
        for rij in lopende(s.regio.noor, toewijzing.pk)
        if s.bron.random() < 0.6
    }  # fmt: skip
    erbij = []
    if s.bron.random() < 0.3:
        code, begin = s.bron.choice(CODES), s.over(1, 20)
        erbij = [Erbij(categorie=code[:2], code=code, vanaf=begin, tot=begin + timedelta(days=100), volume=4,
                       eenheid="16" if code == "54001" else "04", frequentie="4")]  # fmt: skip
    vraag_wijziging(s.regio.noor, toewijzing.pk, "1", anders, erbij)


def ken_wijziging_toe(s: Stroom) -> None:
    verzoek = s.open_verzoek("wijziging")
    stem_allen_in(s.regio, verzoek.kind, s.dag)
    ken_toe(s.regio.fatima, verzoek.pk, versie=verzoek.versie, afgestemd=s.bron.choice(("", "Noor")))


def wijzig_zelf(s: Stroom) -> None:
    toewijzing = s.kies_toewijzing()
    wens = Wens(
        einddatum=s.over(-20, -1, 0, 30, 300), volume=s.bron.choice((None, s.bron.randint(1, 50))),
        vanaf=s.over(-5, 0, 10), afgestemd=s.bron.choice(("", "Noor")),
    )  # fmt: skip
    wijzig(s.regio.fatima, toewijzing.pk, wens, s.bron.choice(("04", "05", "14")), "Daarom.", versie=toewijzing.versie)


def corrigeer_zelf(s: Stroom) -> None:
    toewijzing = s.kies_toewijzing()
    juist = s.bron.choice((
        {"einddatum": s.over(10, 100)}, {"ingangsdatum": s.over(-10, 3)}, {"code": "45A05", "categorie": "45"},
        {"volume": s.bron.randint(1, 50)},
    ))  # fmt: skip
    corrigeer(s.regio.fatima, toewijzing.pk, juist, "Typefout.", versie=toewijzing.versie)


def verwijder_zelf(s: Stroom) -> None:
    toewijzing = s.kies_toewijzing()
    verwijder(s.regio.fatima, toewijzing.pk, "Ten onrechte.", versie=toewijzing.versie)


def start(s: Stroom) -> None:
    actions.meld_start(s.regio.noor, s.kies_toewijzing().pk, s.over(-8, -2, 0))


def stop(s: Stroom) -> None:
    actions.meld_stop(s.regio.noor, s.kies_toewijzing().pk, s.over(-3, 0), s.bron.choice(("20", "20", "31", "37")))


def verbeter(s: Stroom) -> None:
    toewijzing_id, noor = s.kies_toewijzing().pk, s.regio.noor
    match s.bron.randrange(4):
        case 0:
            actions.corrigeer_start(noor, toewijzing_id, s.over(-12, -1))
        case 1:
            actions.corrigeer_stop(noor, toewijzing_id, s.over(-2, 0), s.bron.choice(("20", "32")))
        case 2:
            actions.verwijder_stop(noor, toewijzing_id)
        case _:
            actions.verwijder_start(noor, toewijzing_id)


def declareer(s: Stroom) -> None:
    maand = (s.dag.replace(day=1) - timedelta(days=1)).replace(day=1)
    voorstel = concept(s.regio.noor, s.regio.lelystad.pk, maand)
    regels = {
        regel.sleutel: Ingevuld(volume=s.bron.randint(1, 3), code=regel.codes[0][0])
        for regel in voorstel.alle
        if not regel.belemmering and s.bron.random() < 0.8
    }
    dien_in(s.regio.noor, s.regio.lelystad.pk, maand, regels)


def crediteer_een_regel(s: Stroom) -> None:
    regels = Prestatie.objects.filter(toegekend__gt=0).order_by("referentie")
    crediteer(s.regio.noor, s._kies(list(regels)).pk)


DADEN: tuple[Callable[[Stroom], None], ...] = (
    vraag_aan, vraag_aan, wijs_toe, wijs_toe, wijs_af, onderzoek, vraag_om_wijziging, vraag_om_wijziging,
    ken_wijziging_toe, ken_wijziging_toe, wijzig_zelf, corrigeer_zelf, verwijder_zelf, start, start, stop, stop,
    verbeter, declareer, declareer, crediteer_een_regel,
)  # fmt: skip


def loop(regio: Regiomensen, zaad: int, stappen: int = STAPPEN) -> Counter[str]:
    """Walk one flow and compare the books; return how many messages of each kind were sent. Leaves nothing behind."""
    with transaction.atomic():
        stroom = Stroom(regio, zaad)
        try:
            for _ in range(stappen):
                stroom.stap()
            stroom.controleer_boeken()
        except BaseException as fout:
            fout.add_note(f"zaad {zaad}, gedaan: {stroom.gedaan}, verstuurd: {stroom.gezien_soorten}")
            raise
        transaction.set_rollback(True)
    return stroom.gezien_soorten


@pytest.mark.django_db
def test_wat_er_ook_gebeurt_wat_wij_sturen_klopt_en_de_boeken_blijven_gelijk(regio: Regiomensen) -> None:
    """These seeds together send all fourteen kinds; `script/duurproef` walks others, for as long as you like."""
    verstuurd: Counter[str] = Counter()
    for zaad in ZADEN:
        verstuurd += loop(regio, zaad)
    assert set(verstuurd) == set(BERICHTEN), f"niet verstuurd: {sorted(set(BERICHTEN) - set(verstuurd))}"
