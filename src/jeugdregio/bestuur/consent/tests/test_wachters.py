"""The guards of the table: what each step asks, and what the refusal says."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent import (
    bekrachtigen,
    escaleren,
    evalueren,
    gesprek,
    herstellen,
    inbrengen,
    rondes,
    standpunten,
    tijd,
    toetsen,
    vervangen,
)  # fmt: skip
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.bestuur.consent.beurten import open_ronde
from jeugdregio.bestuur.consent.models import Bekrachtiging, Bezwaar, Voorstel, Zorg
from jeugdregio.bestuur.consent.overgangen import laatste_versie, vingerafdruk
from jeugdregio.bestuur.consent.rondes import Maatstaf
from jeugdregio.bestuur.consent.standpunten import NieuweZorg
from jeugdregio.bestuur.consent.tests import tafel as t
from jeugdregio.bestuur.consent.tests.tafel import Tafel
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.wie import Wie


def _spreek(wie: Wie, voorstel: Voorstel, **velden: object) -> None:
    ronde = open_ronde(voorstel)
    assert ronde is not None
    standpunten.neem_standpunt_in(
        wie,
        voorstel.pk,
        **{"tekst_hash": ronde.hash, "keuze": "consent", "mandaat": "college", **velden},  # type: ignore[arg-type]
    )


def _in_herstel(tafel: Tafel, bezwaren: tuple[str, ...] = ("lelystad",)) -> Voorstel:
    voorstel = t.tot_toetsing(tafel, bezwaren)
    for bezwaar in voorstel.bezwaren.all():
        toetsen.toets(tafel.regio.begeleider, bezwaar.pk, redenering_klopt=True, bevinding="Rond")
    toetsen.rond_toetsing_af(tafel.regio.begeleider, voorstel.pk)
    voorstel.refresh_from_db()
    return voorstel


def test_inbrengen_vraagt_een_volledig_intakeblad(tafel: Tafel) -> None:
    directeur = tafel.regio.directeur
    with pytest.raises(Geweigerd, match="waarom dit voorstel nodig is"):
        maak_concept(directeur, titel="Titel", aanleiding=" ", tekst="Tekst")
    with pytest.raises(GeenRecht):
        maak_concept(tafel.regio.fatima, titel="Titel", aanleiding="a", tekst="Tekst")
    kaal = maak_concept(directeur, titel="Titel", aanleiding="a", tekst="Tekst")
    with pytest.raises(Geweigerd) as fout:
        inbrengen.dien_in(directeur, kaal.pk)
    assert set(fout.value.velden) == {"voorbeeld", "bijdrage", "grondslag", "kosten"}


def test_terug_uit_intake_met_reden_of_andere_tafel(tafel: Tafel) -> None:
    voorstel = t.tot_intake(tafel)
    with pytest.raises(GeenRecht):
        inbrengen.stuur_terug(tafel.regio.voorzitter, voorstel.pk, reden="Er mist iets")
    with pytest.raises(Geweigerd):
        inbrengen.stuur_terug(tafel.regio.secretaris, voorstel.pk, reden="")
    inbrengen.stuur_terug(tafel.regio.secretaris, voorstel.pk, reden="Nog niet besproken", tafel="ambtelijk")
    voorstel.refresh_from_db()
    assert (voorstel.staat, voorstel.tafel) == ("concept", "ambtelijk")
    inbrengen.dien_in(tafel.regio.directeur, voorstel.pk)
    with pytest.raises(Geweigerd, match="ambtelijke tafel"):
        inbrengen.verzend_stukken(tafel.regio.secretaris, voorstel.pk)


def test_een_concept_leest_alleen_de_eigen_organisatie(tafel: Tafel) -> None:
    voorstel = t.concept(tafel)
    with pytest.raises(NietGevonden):
        inbrengen.trek_in(tafel.wethouders["urk"], voorstel.pk, reden="x")


def test_beeldvorming_sluit_pas_in_de_bijeenkomst_zonder_open_vraag(tafel: Tafel) -> None:
    regio = tafel.regio
    with klok.op(date(2026, 10, 19)):
        voorstel = t.tot_intake(tafel)
        inbrengen.verzend_stukken(regio.secretaris, voorstel.pk)
        inbrengen.agendeer(regio.voorzitter, voorstel.pk, bijeenkomst_op=date(2026, 11, 2))
        vraag = gesprek.stel_vraag(regio.ervaringsdeskundige, voorstel.pk, tekst="Wat merkt een gezin hiervan?")
        with pytest.raises(Geweigerd, match="2 november 2026"):
            gesprek.rond_beeldvorming_af(regio.voorzitter, voorstel.pk)
    with klok.op(date(2026, 11, 2)):
        with pytest.raises(Geweigerd, match="vragen open"):
            gesprek.rond_beeldvorming_af(regio.voorzitter, voorstel.pk)
        gesprek.doe_vraag_af(regio.directeur, vraag.pk, geparkeerd="Voor de uitwerking")
        with pytest.raises(Conflict, match="al beantwoord of geparkeerd"):
            gesprek.doe_vraag_af(regio.secretaris, vraag.pk, antwoord="Niets")
        gesprek.rond_beeldvorming_af(regio.voorzitter, voorstel.pk)
    voorstel.refresh_from_db()
    assert voorstel.staat == "meningsvorming"


def test_een_reactie_per_gemeente_en_de_inbrenger_zwijgt(tafel: Tafel) -> None:
    almere = tafel.wethouders["almere"]
    voorstel = t.tot_mening(tafel, almere)
    with pytest.raises(Geweigerd, match="luister je"):
        gesprek.reageer(almere, voorstel.pk, tekst="Ik ook")
    with pytest.raises(GeenRecht):
        gesprek.reageer(tafel.regio.beleid_lelystad, voorstel.pk, tekst="Namens mijn wethouder")
    gesprek.reageer(tafel.wethouders["urk"], voorstel.pk, tekst="Goed")
    with pytest.raises(Conflict, match="al gereageerd"):
        gesprek.reageer(tafel.wethouders["urk"], voorstel.pk, tekst="Nog iets")
    gesprek.geef_stem(tafel.regio.ervaringsdeskundige, voorstel.pk, tekst="Denk aan één vast gezicht")
    for naam in ("dronten", "noordoostpolder", "lelystad"):
        voorstel.refresh_from_db()
        assert voorstel.staat == "meningsvorming"
        gesprek.reageer(tafel.wethouders[naam], voorstel.pk, gepast=True)
    voorstel.refresh_from_db()
    assert voorstel.staat == "bijstelling"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"evaluatie_op": timedelta(days=20)}, "evaluatie_op"),
        ({"evaluatie_op": timedelta(days=800)}, "evaluatie_op"),
        ({"criteria": [Maatstaf(" ")]}, "criterium_1"),
        ({"criteria": [Maatstaf("x", "bestaat:niet")]}, "cijfer_1"),
        ({"schadebronnen": ""}, "schadebronnen"),
        ({"tekst": t.TEKST + " "}, "tekst"),  # kept, yet a space differs
        ({"keuze": "wijzigen"}, "tekst"),  # changed, yet the same
    ],
)
def test_voorleggen_vraagt_tekst_datum_criterium_en_schade(tafel: Tafel, anders: dict[str, object], veld: str) -> None:
    voorstel = t.tot_bijstelling(tafel)
    velden: dict[str, object] = {
        "keuze": "houden", "tekst": t.TEKST, "toelichting": "", "evaluatie_op": timedelta(days=182),
        "criteria": [Maatstaf("Het werkt")], "schadebronnen": "Geld", **anders,
    }  # fmt: skip
    velden["evaluatie_op"] = vandaag() + velden["evaluatie_op"]  # type: ignore[operator]
    with pytest.raises(Geweigerd) as fout:
        rondes.leg_voor(tafel.regio.directeur, voorstel.pk, **velden)  # type: ignore[arg-type]
    assert veld in fout.value.velden


def test_een_spatie_maakt_een_andere_tekst_maar_een_regeleinde_van_de_browser_niet() -> None:
    assert vingerafdruk("a b") != vingerafdruk("a  b")
    assert vingerafdruk("a\r\nb") == vingerafdruk("a\nb")


def test_slechte_invoer_bij_een_standpunt(tafel: Tafel) -> None:
    voorstel = t.tot_ronde(tafel)
    urk, diemen = tafel.wethouders["urk"], tafel.regio.diemen
    with pytest.raises(Geweigerd, match="doet vandaag niet mee"):
        _spreek(urk, voorstel, gemeente=diemen)
    with pytest.raises(GeenRecht, match="op schrift"):
        _spreek(urk, voorstel, gemeente=tafel.regio.dronten)
    with pytest.raises(GeenRecht, match="op schrift"):
        _spreek(tafel.regio.secretaris, voorstel, gemeente=tafel.regio.dronten)
    with pytest.raises(Conflict, match="intussen veranderd"):
        _spreek(urk, voorstel, tekst_hash=vingerafdruk(t.TEKST + " "))
    with pytest.raises(Geweigerd, match="lijst"):
        _spreek(urk, voorstel, keuze="onthouding")
    with pytest.raises(Geweigerd, match="voorbehoud"):
        _spreek(urk, voorstel, mandaat="voorbehoud_raad")
    with pytest.raises(Geweigerd, match="zorg uitkwam"):
        _spreek(urk, voorstel, keuze="zorg", zorg=NieuweZorg("De wachttijd", ""))
    _spreek(urk, voorstel)
    with pytest.raises(Conflict, match="al gesproken"):
        _spreek(urk, voorstel)
    t.allen_consent(tafel, voorstel, ("urk",))
    with pytest.raises(Conflict, match="fase"):
        standpunten.neem_standpunt_in(urk, voorstel.pk, tekst_hash="x", keuze="consent", mandaat="college")


def test_namens_een_ander_alleen_op_papier_en_zichtbaar(tafel: Tafel) -> None:
    regio, dronten = tafel.regio, tafel.regio.dronten
    voorstel = t.tot_ronde(tafel)
    assert regio.secretaris.gebruiker is not None
    vervangen.leg_vervanging_vast(
        tafel.wethouders["dronten"], gemeente=dronten, vervanger=regio.secretaris.gebruiker.pk, stuk="BRIEF-12",
        stuk_op=vandaag(), van=vandaag(), tot=vandaag(),
    )  # fmt: skip
    _spreek(regio.secretaris, voorstel, gemeente=dronten)
    standpunt = open_ronde(voorstel).standpunten.get()  # type: ignore[union-attr]
    assert standpunt.namens
    assert standpunt.plaatsvervanging is not None
    assert standpunt.plaatsvervanging.stuk == "BRIEF-12"
    assert Beurt.objects.filter(organisatie=dronten, titel__startswith="Nakijken").exists()


def test_de_vervanger_is_iemand_van_de_gemeente_of_de_secretaris(tafel: Tafel) -> None:
    with pytest.raises(Geweigerd, match="kan niet vervangen"):
        vervangen.leg_vervanging_vast(
            tafel.wethouders["dronten"], gemeente=tafel.regio.dronten, vervanger=tafel.regio.gebruiker("noor").pk,
            stuk="B", stuk_op=vandaag(), van=vandaag(), tot=None,
        )  # fmt: skip


def test_toets_die_niet_klopt_en_wie_vasthoudt_blijft_geldig(tafel: Tafel) -> None:
    voorstel = t.tot_toetsing(tafel)
    bezwaar = voorstel.bezwaren.get()
    lelystad, begeleider = tafel.wethouders["lelystad"], tafel.regio.begeleider
    with pytest.raises(Geweigerd, match="begeleider kijkt eerst"):
        toetsen.antwoord_op_toets(lelystad, bezwaar.pk, antwoord="handhaven")
    toetsen.toets(begeleider, bezwaar.pk, redenering_klopt=False, bevinding="De schade komt niet door dit voorstel")
    with pytest.raises(Geweigerd, match="nog niet getoetst of beantwoord"):
        toetsen.rond_toetsing_af(begeleider, voorstel.pk)
    with pytest.raises(GeenRecht, match="Lelystad"):
        toetsen.antwoord_op_toets(tafel.wethouders["urk"], bezwaar.pk, antwoord="intrekken")
    toetsen.antwoord_op_toets(lelystad, bezwaar.pk, antwoord="handhaven")
    bezwaar.refresh_from_db()
    assert bezwaar.staat == "geldig"


def test_een_bezwaar_dat_de_vragen_niet_haalt_noemt_de_begeleider_niet_rond(tafel: Tafel) -> None:
    voorstel = t.tot_ronde(tafel)
    t.allen_consent(tafel, voorstel, ("urk",))
    t.bezwaar(tafel.wethouders["urk"], voorstel, {**t.JA, "o2": False})
    with pytest.raises(Geweigerd, match="vraag 1 tot en met 4"):
        toetsen.toets(
            tafel.regio.begeleider, Bezwaar.objects.get().pk, redenering_klopt=True, bevinding="Anderen hebben last"
        )


def test_een_bezwaar_dat_een_zorg_wordt_vraagt_een_nieuwe_ronde(tafel: Tafel) -> None:
    voorstel = t.tot_toetsing(tafel)
    bezwaar = voorstel.bezwaren.get()
    toetsen.antwoord_op_toets(
        tafel.wethouders["lelystad"], bezwaar.pk, antwoord="zorg", criterium="Mandaat is niet gewijzigd"
    )
    assert Zorg.objects.get().gemeente == tafel.regio.lelystad
    toetsen.rond_toetsing_af(tafel.regio.begeleider, voorstel.pk)
    voorstel.refresh_from_db()
    assert (voorstel.staat, laatste_versie(voorstel).nummer, voorstel.rondes.count()) == ("consentronde", 1, 2)


def test_herstel_een_voor_een_en_allebei_bevestigd(tafel: Tafel) -> None:
    voorstel = _in_herstel(tafel, ("lelystad", "urk"))
    eerste, tweede = voorstel.bezwaren.order_by("volgorde")
    assert (eerste.staat, tweede.staat) == ("in_integratie", "geldig")
    directeur = tafel.regio.directeur
    with pytest.raises(Conflict):
        herstellen.stel_herstel_voor(directeur, tweede.pk, wijziging="x", tekst=t.HERSTEL)
    with pytest.raises(Geweigerd, match="nog hetzelfde"):
        herstellen.stel_herstel_voor(directeur, eerste.pk, wijziging="x", tekst=t.TEKST)
    herstellen.stel_herstel_voor(directeur, eerste.pk, wijziging="x", tekst=t.HERSTEL)
    herstellen.bevestig_herstel(directeur, eerste.pk, tekst_hash=vingerafdruk(t.HERSTEL))
    # Another repair takes the confirmation away, and what was read before cannot be confirmed any more.
    herstellen.stel_herstel_voor(tafel.wethouders["lelystad"], eerste.pk, wijziging="y", tekst=t.HERSTEL + " Nu.")
    with pytest.raises(Conflict, match="intussen veranderd"):
        herstellen.bevestig_herstel(directeur, eerste.pk, tekst_hash=vingerafdruk(t.HERSTEL))
    with pytest.raises(GeenRecht):
        herstellen.bevestig_herstel(tafel.wethouders["urk"], eerste.pk, tekst_hash=vingerafdruk(t.HERSTEL + " Nu."))
    for wie in (directeur, tafel.wethouders["lelystad"]):
        herstellen.bevestig_herstel(wie, eerste.pk, tekst_hash=vingerafdruk(t.HERSTEL + " Nu."))
    tweede.refresh_from_db()
    voorstel.refresh_from_db()
    assert (tweede.staat, voorstel.staat) == ("in_integratie", "integratie")


def test_aangehouden_komt_op_de_dag_vanzelf_terug(tafel: Tafel) -> None:
    with klok.op(date(2026, 11, 2)):
        voorstel = _in_herstel(tafel)
        with pytest.raises(Geweigerd, match="na vandaag"):
            herstellen.houd_aan(
                tafel.regio.voorzitter, voorstel.pk, wat="Dekking", wie_doet=tafel.regio.urk, terug_op=vandaag()
            )
        herstellen.houd_aan(
            tafel.regio.voorzitter, voorstel.pk, wat="Dekking", wie_doet=tafel.regio.urk, terug_op=date(2026, 11, 30)
        )
        beurt = Beurt.objects.get(soort="aangehouden", staat="open")
        assert (beurt.organisatie, beurt.uiterlijk) == (tafel.regio.urk, date(2026, 11, 30))
    with klok.op(date(2026, 11, 30)):
        assert tijd.werk() == (0, 1)
    voorstel.refresh_from_db()
    assert voorstel.staat == "integratie"


def test_opschalen_na_dagen_met_een_eerlijke_samenvatting(tafel: Tafel) -> None:
    with klok.op(date(2026, 11, 2)):
        voorstel = _in_herstel(tafel)
        with pytest.raises(Geweigerd, match="2 december 2026"):
            escaleren.stel_samenvatting_voor(tafel.wethouders["lelystad"], voorstel.pk, samenvatting="Vast")
    with klok.op(date(2026, 12, 2)):
        with pytest.raises(GeenRecht):
            escaleren.stel_samenvatting_voor(tafel.wethouders["urk"], voorstel.pk, samenvatting="Vast")
        escaleren.stel_samenvatting_voor(tafel.wethouders["lelystad"], voorstel.pk, samenvatting="Vast")
        escaleren.vind_eerlijk(tafel.wethouders["lelystad"], voorstel.pk)
        escaleren.vind_eerlijk(tafel.regio.directeur, voorstel.pk)
        voorstel.refresh_from_db()
        assert voorstel.staat == "integratie"
        escaleren.leg_goede_trouw_vast(tafel.regio.begeleider, voorstel.pk, bevinding="Beiden zochten")
        voorstel.refresh_from_db()
        assert voorstel.staat == "escalatie"
        assert voorstel.bezwaren.get().staat == "geescaleerd"
        with pytest.raises(Geweigerd, match="Kies eerst"):
            escaleren.rond_escalatie_af(tafel.regio.voorzitter, voorstel.pk, naar="bijstelling", verslag="x")
        escaleren.kies_vervolg(tafel.regio.voorzitter, voorstel.pk, vervolg="meerkring")
        escaleren.rond_escalatie_af(tafel.regio.voorzitter, voorstel.pk, naar="bijstelling", verslag="Verder")
    voorstel.refresh_from_db()
    assert voorstel.staat == "bijstelling"


def test_loslaten_na_een_waarschuwing_en_een_keer_opkomen(tafel: Tafel) -> None:
    voorstel = _in_herstel(tafel)
    bezwaar, begeleider = voorstel.bezwaren.get(), tafel.regio.begeleider
    with pytest.raises(Geweigerd, match="nog geen waarschuwing"):
        escaleren.laat_vallen(begeleider, bezwaar.pk, kant="indiener", reden="Geen herstel")
    escaleren.waarschuw(begeleider, bezwaar.pk, kant="indiener", reden="Wijst alles af zonder reden")
    escaleren.laat_vallen(begeleider, bezwaar.pk, kant="indiener", reden="Geen herstel")
    voorstel.refresh_from_db()
    assert voorstel.staat == "consentronde"
    with pytest.raises(GeenRecht):
        escaleren.kom_op_tegen_loslaten(tafel.wethouders["urk"], bezwaar.pk, reden="x")
    escaleren.kom_op_tegen_loslaten(tafel.wethouders["lelystad"], bezwaar.pk, reden="Ik bood wel herstel")
    voorstel.refresh_from_db()
    assert voorstel.staat == "escalatie"
    with pytest.raises(Conflict):
        escaleren.kom_op_tegen_loslaten(tafel.wethouders["lelystad"], bezwaar.pk, reden="Nog eens")


def test_bekrachtigen_alleen_op_precies_dezelfde_tekst(tafel: Tafel) -> None:
    voorstel = t.tot_bekrachtiging(tafel)
    rij = Bekrachtiging.objects.get(gemeente=tafel.regio.urk)
    urk = tafel.wethouders["urk"]

    def bekrachtig(wie: Wie = urk, **anders: object) -> None:
        velden = {"tekst_hash": rij.versie.hash, "kenmerk": "B-1", "besloten_op": vandaag(), **anders}
        bekrachtigen.bekrachtig(wie, rij.pk, **velden)  # type: ignore[arg-type]

    with pytest.raises(Geweigerd, match="andere tekst"):
        bekrachtig(besluittekst=t.TEKST.replace(" ", "  ", 1))
    with pytest.raises(Geweigerd, match="andere tekst"):
        bekrachtig(tekst_hash="0" * 64)
    with pytest.raises(Geweigerd, match="toekomst"):
        bekrachtig(besloten_op=vandaag() + timedelta(days=1))
    with pytest.raises(GeenRecht, match="Urk zelf"):
        bekrachtig(tafel.wethouders["dronten"])
    bekrachtig(besluittekst=t.TEKST)
    with pytest.raises(Conflict, match="al vastgelegd"):
        bekrachtig()
    voorstel.refresh_from_db()
    assert voorstel.staat == "bekrachtiging"


def test_op_de_lijst_staat_ieder_college(tafel: Tafel) -> None:
    voorstel = t.tot_ronde(tafel)
    t.allen_consent(tafel, voorstel)
    lijst = [bekrachtigen.TeBesluiten(g, "college", vandaag()) for g in tafel.gemeenten if g.naam != "Urk"]
    with pytest.raises(Geweigerd, match="college van Urk"):
        bekrachtigen.zet_uit(tafel.regio.secretaris, voorstel.pk, lijst)


def test_een_laat_bezwaar_dat_een_zorg_wordt_laat_eerdere_besluiten_staan(tafel: Tafel) -> None:
    voorstel = t.tot_bekrachtiging(tafel)
    t.bekrachtig_alle(tafel, voorstel, ("dronten",))
    rij = Bekrachtiging.objects.get(gemeente=tafel.regio.dronten)
    bezwaar = bekrachtigen.weiger(
        tafel.wethouders["dronten"], rij.pk, besloten_op=vandaag(),
        bezwaar=standpunten.NieuwBezwaar("Geld", "Dronten", t.JA),
    )  # fmt: skip
    toetsen.antwoord_op_toets(tafel.wethouders["dronten"], bezwaar.pk, antwoord="zorg", criterium="Kosten gelijk")
    toetsen.rond_toetsing_af(tafel.regio.begeleider, voorstel.pk)
    voorstel.refresh_from_db()
    t.allen_consent(tafel, voorstel)
    t.zet_uit(tafel, voorstel)
    assert [r.gemeente.naam for r in Bekrachtiging.objects.filter(staat="open")] == ["Dronten"]
    t.bekrachtig_alle(tafel, voorstel, ("almere", "lelystad", "noordoostpolder", "urk"))
    voorstel.refresh_from_db()
    assert voorstel.staat == "van_kracht"


def _geldend(tafel: Tafel) -> Voorstel:
    voorstel = t.tot_bekrachtiging(tafel)
    t.bekrachtig_alle(tafel, voorstel)
    voorstel.refresh_from_db()
    return voorstel


def _leg_evaluatie_voor(tafel: Tafel, voorstel: Voorstel, uitkomst: str, **velden: object) -> None:
    evalueren.leg_evaluatie_voor(
        tafel.regio.secretaris, voorstel.pk, werkte="Rust", werkte_niet="Wachttijd", geleerd="Eerder bellen",
        verandert="Een belafspraak", uitkomst=uitkomst, **velden,  # type: ignore[arg-type]
    )  # fmt: skip


def test_nieuwe_feiten_vervroegen_de_evaluatie(tafel: Tafel) -> None:
    voorstel = _geldend(tafel)
    with pytest.raises(Geweigerd, match="wat er nieuw is"):
        evalueren.roep_op(tafel.wethouders["urk"], voorstel.pk, nieuwe_feiten=" ")
    with pytest.raises(GeenRecht):
        evalueren.roep_op(tafel.regio.secretaris, voorstel.pk, nieuwe_feiten="De wet verandert")
    evalueren.roep_op(tafel.wethouders["urk"], voorstel.pk, nieuwe_feiten="De wet verandert")
    voorstel.refresh_from_db()
    assert voorstel.staat == "evaluatie"


@pytest.mark.parametrize(
    ("uitkomst", "dagen", "staat"),
    [("van_kracht", 200, "van_kracht"), ("bijstelling", None, "bijstelling"), ("beeindigd", None, "beeindigd")],
)
def test_de_evaluatie_eindigt_met_consent(tafel: Tafel, uitkomst: str, dagen: int | None, staat: str) -> None:
    voorstel = _geldend(tafel)
    evalueren.roep_op(tafel.wethouders["urk"], voorstel.pk, nieuwe_feiten="Nieuwe cijfers")
    dag = vandaag() + timedelta(days=dagen) if dagen else None
    _leg_evaluatie_voor(tafel, voorstel, uitkomst, nieuwe_datum=dag)
    voorstel.refresh_from_db()
    t.allen_consent(tafel, voorstel)
    voorstel.refresh_from_db()
    assert voorstel.staat == staat
    if dag:
        assert voorstel.evaluatie_op == dag


def test_een_bezwaar_bij_de_evaluatie_houdt_haar_open(tafel: Tafel) -> None:
    voorstel = _geldend(tafel)
    evalueren.roep_op(tafel.wethouders["urk"], voorstel.pk, nieuwe_feiten="Nieuwe cijfers")
    with pytest.raises(Geweigerd):
        _leg_evaluatie_voor(tafel, voorstel, "van_kracht")  # no next date
    _leg_evaluatie_voor(tafel, voorstel, "beeindigd")
    voorstel.refresh_from_db()
    t.allen_consent(tafel, voorstel, ("urk",))
    t.bezwaar(tafel.wethouders["urk"], voorstel)
    voorstel.refresh_from_db()
    assert (voorstel.staat, open_ronde(voorstel)) == ("evaluatie", None)
    _leg_evaluatie_voor(tafel, voorstel, "bijstelling")
    voorstel.refresh_from_db()
    t.allen_consent(tafel, voorstel)
    voorstel.refresh_from_db()
    assert voorstel.staat == "bijstelling"
    assert {b.staat for b in voorstel.bezwaren.all()} == {"opgelost"}


@pytest.mark.parametrize("tot", [t.concept, t.tot_intake, t.tot_mening, t.tot_bijstelling, t.tot_ronde, t.tot_toetsing])
def test_intrekken_kan_tot_er_consent_is(tafel: Tafel, tot: Callable[[Tafel], Voorstel]) -> None:
    voorstel = tot(tafel)
    with pytest.raises(Geweigerd, match="waarom"):
        inbrengen.trek_in(tafel.regio.directeur, voorstel.pk, reden="")
    inbrengen.trek_in(tafel.regio.directeur, voorstel.pk, reden="Achterhaald")
    voorstel.refresh_from_db()
    assert voorstel.staat == "ingetrokken"
    assert not Beurt.objects.filter(sleutel__startswith=f"consent:{voorstel.pk.hex}", staat="open").exists()


def test_na_consent_trekt_niemand_meer_in(tafel: Tafel) -> None:
    voorstel = t.tot_bekrachtiging(tafel)
    with pytest.raises(Conflict):
        inbrengen.trek_in(tafel.regio.directeur, voorstel.pk, reden="Spijt")


def test_wie_later_toetreedt_moet_ook_spreken(tafel: Tafel) -> None:
    from jeugdregio.organisaties.models import Deelname

    voorstel = t.tot_ronde(tafel)
    t.allen_consent(tafel, voorstel, ("urk",))
    Deelname.objects.create(regio=tafel.regio.regio, organisatie=tafel.regio.diemen, van=vandaag())
    t.consent(tafel.wethouders["urk"], voorstel)
    voorstel.refresh_from_db()
    assert voorstel.staat == "consentronde"
