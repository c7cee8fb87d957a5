"""The loaded region: complete, deterministic, valid by the standard, and something to do for everybody."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F, Sum
from django.test import Client

import ijw
from jeugdregio.afspraken.geldt import wat_geldt
from jeugdregio.basis import klok
from jeugdregio.beurten.models import Beurt
from jeugdregio.beurten.queries import tellingen
from jeugdregio.demo.laden import laad
from jeugdregio.demo.mensen import bsns_testreeks
from jeugdregio.demo.opschaling import GAST
from jeugdregio.demo.organisaties import WACHTWOORD, accounts
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.organisaties.models import ApiToken, Deelname, Gebruiker, Organisatie, Rol
from jeugdregio.organisaties.wie import wie_is
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.beschikkingen.models import Beschikking, Soort
from jeugdregio.toegang.bewaren.models import Dossierverzoek
from jeugdregio.toegang.eindigen.models import Eindbesluit
from jeugdregio.toegang.models import Kind, Toewijzing, Verzoek
from jeugdregio.toegang.woonplaats.models import Overdracht

VANDAAG = date(2026, 11, 22)


@pytest.fixture(scope="module")
def klein(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Load the small region once for this file, in a transaction that is rolled back after it."""
    with django_db_blocker.unblock(), klok.op(VANDAAG), transaction.atomic():  # type: ignore[attr-defined]
        laad("klein", 1)
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klein")]


def _berichten(*, antwoorden: bool = True) -> list[Bericht]:
    # What was refused, or was not read yet, need not be a message.
    goed = Bericht.objects.exclude(staat__in=["afgekeurd", "ontvangen"]).order_by("pk")
    return list(goed if antwoorden else goed.filter(richting="in"))


def test_elk_bericht_is_geldig_op_niveau_1() -> None:
    fout = Counter()
    for bericht in _berichten():
        lezing = ijw.lees(bytes(bericht.inhoud), niveau=1)
        if not lezing.geldig or lezing.soort != bericht.soort:
            fout[bericht.soort, str(lezing.bevindingen[:1])] += 1
    assert not fout


def test_tweehonderd_berichten_zijn_geldig_op_niveau_2() -> None:
    keuze = Random(1).sample(_berichten(), 200)
    fout = [(b.soort, lezing.bevindingen[0]) for b in keuze if not (lezing := ijw.lees(bytes(b.inhoud))).geldig]
    assert fout == []


def test_de_boeken_kloppen_van_regel_tot_bericht() -> None:
    for declaratie in Declaratie.objects.annotate(som=Sum("prestaties__bedrag"), goed=Sum("prestaties__toegekend")):
        assert (declaratie.som, declaratie.goed) == (declaratie.ingediend, declaratie.toegekend), declaratie.nummer
    for declaratie in Declaratie.objects.select_related("bericht").order_by("pk")[:60]:
        heen, terug = (
            ijw.lees(bytes(b.inhoud)).bericht for b in (declaratie.bericht, declaratie.bericht.antwoorden.get())
        )
        totaal = heen.declaratie.totaal_ingediend_bedrag
        assert totaal.totaal_bedrag * (-1 if totaal.debet_credit == "C" else 1) == declaratie.ingediend
        totaal = terug.declaratie_antwoord.totaal_toegekend_bedrag
        assert totaal.totaal_bedrag * (-1 if totaal.debet_credit == "C" else 1) == declaratie.toegekend


def test_elke_afgewezen_regel_zegt_waarom_en_is_niet_toegekend() -> None:
    assert not Prestatie.objects.filter(retourcodes=[]).exclude(toegekend=F("bedrag")).exists()
    afgewezen = Prestatie.objects.exclude(retourcodes=[])
    assert afgewezen.count() > 20
    assert all(regel.toegekend == 0 and regel.meldingen for regel in afgewezen)


def test_elke_rol_heeft_een_account_met_iets_op_het_beginscherm() -> None:
    alle = (*accounts(), GAST)
    assert {account.rol for account in alle} == set(Rol.values)
    leeg = []
    for account in alle:
        wie = wie_is(Gebruiker.objects.get(email=account.email))
        assert wie is not None
        tel = tellingen(wie)
        if not tel.te_laat + tel.deze_week + tel.later:
            leeg.append(account.email)
    assert leeg == []
    assert Gebruiker.objects.get(email="toegangsmedewerker@lelystad.demo").check_password(WACHTWOORD)


def test_beurten_liggen_er_te_laat_deze_week_en_later_bij_gemeente_en_aanbieder() -> None:
    open_ = Beurt.objects.filter(staat="open", uiterlijk__isnull=False)
    for soort in ("gemeente", "aanbieder"):
        bij = open_.filter(organisatie__soort=soort)
        assert bij.filter(uiterlijk__lt=VANDAAG).exists()
        assert bij.filter(uiterlijk__range=(VANDAAG, date(2026, 11, 29))).exists()
        assert bij.filter(uiterlijk__gt=date(2026, 11, 29)).exists()


def test_elke_beurt_opent_een_scherm_voor_wie_aan_zet_is(client: Client) -> None:
    gezien: Counter[tuple[str, str]] = Counter()
    gesloten = []
    for beurt in Beurt.objects.filter(staat="open").order_by("sleutel"):
        gezien[beurt.soort, beurt.rol] += 1
        if gezien[beurt.soort, beurt.rol] > 2:
            continue
        wie = Gebruiker.objects.get(aanstellingen__organisatie=beurt.organisatie, aanstellingen__rol=beurt.rol)
        client.force_login(wie, backend="django.contrib.auth.backends.ModelBackend")
        antwoord = client.get(beurt.pad)
        if antwoord.status_code != 200:
            gesloten.append((beurt.soort, beurt.rol, antwoord.status_code))
    assert len(gezien) > 15
    assert gesloten == []


def test_alle_bsns_komen_uit_de_testreeks() -> None:
    reeks = set(bsns_testreeks())
    gevonden = [kind.bsn for kind in Kind.objects.all() if kind.bsn]
    assert len(gevonden) > 290
    assert set(gevonden) <= reeks


def test_verhaal_1_het_meisje_van_veertien_wacht_op_toestemming_van_haar_vader() -> None:
    kind = Kind.objects.get(voornamen="Mirthe", achternaam="Velden")
    assert kind.gemeente.naam == "Lelystad"
    verzoek = Verzoek.objects.get(kind=kind)
    assert (verzoek.ontvangen_op, verzoek.antwoord_uiterlijk) == (date(2026, 11, 13), date(2026, 11, 20))
    assert {t.gezagsdrager.relatie if t.gezagsdrager else "kind" for t in kind.toestemmingen.all()} == {
        "kind",
        "moeder",
    }
    beurt = Beurt.objects.get(kind_id=kind.pk, staat="open", soort="verzoek_beantwoorden")
    assert (beurt.uiterlijk, beurt.rol) == (date(2026, 11, 20), Rol.TOEGANG)


def test_verhaal_7_dezelfde_verlenging_is_in_lelystad_voor_de_gemeente_en_in_dronten_niet() -> None:
    aan_zet = {}
    for gemeente in ("Lelystad", "Dronten"):
        toewijzing = Toewijzing.objects.get(
            gemeente__naam=gemeente, aanbieder__naam="Gezinshuis De Wending", einddatum=date(2026, 12, 15)
        )
        beurt = Beurt.objects.get(sleutel=f"toewijzing:{toewijzing.pk}:verlenging:2026-12-15")
        aan_zet[gemeente] = beurt.organisatie.soort
    assert aan_zet == {"Lelystad": "gemeente", "Dronten": "aanbieder"}


def test_verhaal_9_elke_regel_krijgt_zijn_eigen_antwoord() -> None:
    declaratie = Declaratie.objects.get(aanbieder__naam="Praktijk De Oever", begindatum=date(2026, 9, 1))
    assert (declaratie.ontvangen_op, declaratie.antwoord_uiterlijk) == (date(2026, 10, 5), date(2026, 10, 19))
    codes = {regel.referentie: regel.retourcodes for regel in declaratie.prestaties.all()}
    assert codes == {
        "OE21": [], "OE22": ["9321"], "OE23": ["9384"], "OE24": ["9389"], "OE25": ["8017"], "OE26": ["0611"],
        "OE27": ["8187"],
    }  # fmt: skip


def test_verhaal_6_dronten_sloot_aan_en_urk_eindigde_de_dag_ervoor() -> None:
    urk, dronten = (Kind.objects.get(voornamen="Jelle", gemeente__naam=naam) for naam in ("Urk", "Dronten"))
    assert urk.bsn == dronten.bsn
    oud, nieuw = Toewijzing.objects.get(kind=urk), Toewijzing.objects.get(kind=dronten)
    assert (oud.einddatum, oud.reden_wijziging) == (nieuw.ingangsdatum - timedelta(days=1), "07")
    staten = Counter(Overdracht.objects.values_list("staat", flat=True))
    assert staten == {"aangesloten": 2, "aangeboden": 2, "aanvaard": 1, "betwist": 1}


def test_over_hulp_die_eindigt_is_op_elke_manier_besloten() -> None:
    assert set(Eindbesluit.objects.values_list("soort", flat=True)) == {"verlengd", "loopt_door", "eindigt"}
    assert set(Eindbesluit.objects.values_list("namens__naam", flat=True)) == {"Lelystad", "Dronten"}
    assert Dossierverzoek.objects.count() == 4
    assert Dossierverzoek.objects.filter(verzoeker="termijn", staat="open").count() == 1
    assert Beurt.objects.filter(soort="einde_zonder_besluit", aanduiding="meisje, 16 jaar").count() >= 2
    assert Beurt.objects.filter(soort="voortzetting_eindigt").count() == 1


def test_de_normen_van_de_bronnen_spreken_elkaar_tegen_in_lelystad_en_niet_in_dronten() -> None:
    lelystad, dronten = (Organisatie.objects.get(naam=naam) for naam in ("Lelystad", "Dronten"))
    antwoord = wat_geldt("verlenging_zonder_gemeente", lelystad, VANDAAG)
    assert (antwoord.waarde, antwoord.betwist) == ("nee", True)
    antwoord = wat_geldt("verlenging_zonder_gemeente", dronten, VANDAAG)
    assert (antwoord.waarde, antwoord.betwist) == ("ja", False)


def test_zes_gemeenten_in_2021_vijf_nu_en_almere_is_centrumgemeente() -> None:
    assert Deelname.objects.op(date(2021, 6, 1)).count() == 6
    nu = Deelname.objects.op(VANDAAG)
    assert nu.count() == 5
    assert nu.get(rol="centrumgemeente").organisatie.naam == "Almere"


def test_foute_berichten_zijn_bewaard_en_zeggen_wat_er_mis_is() -> None:
    afgekeurd = Bericht.objects.filter(staat="afgekeurd")
    assert afgekeurd.count() == 20
    assert all(bericht.aantal_bevindingen and bericht.inhoud for bericht in afgekeurd)


def test_tokens_worden_alleen_als_som_bewaard_en_getoond_bij_de_accounts() -> None:
    uit = StringIO()
    call_command("demo_accounts", stdout=uit)
    tekst = uit.getvalue()
    assert "toegangsmedewerker@lelystad.demo" in tekst
    assert WACHTWOORD in tekst
    assert all(token.hash not in tekst for token in ApiToken.objects.all())


def test_een_tweede_keer_laden_verandert_niets() -> None:
    kinderen = Kind.objects.count()
    uit = StringIO()
    call_command("demo", stdout=uit)
    assert "staat er al" in uit.getvalue()
    assert Kind.objects.count() == kinderen


def test_in_productie_komen_geen_verzonnen_mensen(settings: object) -> None:
    settings.OMGEVING = "productie"  # type: ignore[attr-defined]
    with pytest.raises(CommandError, match="productieomgeving"):
        call_command("demo")


def test_er_zijn_besluiten_van_elke_soort_en_in_elke_staat() -> None:
    besluiten = Beschikking.objects.all()
    assert {b.soort for b in besluiten} == set(Soort.values)
    assert {b.staat for b in besluiten} >= {"concept", "tweede_blik", "te_tekenen", "getekend", "verzonden"}
    assert len({b.gemeente_id for b in besluiten}) == 5
