"""Every screen of every role on the demonstration region: it opens, fits on a phone, and is usable for everybody.

One test loads the region once; each role then walks its own navigation, wide and narrow. With JEUGDREGIO_BEELDEN=ja
the screens that the guide shows are photographed.
"""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.brieven.models import Brief, Schil, Verzending
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.bestuur.geschillen.models import Geschil
from jeugdregio.bestuur.mandaten.models import Intentie, Mandaat
from jeugdregio.bestuur.signalen.models import Signaal
from jeugdregio.bestuur.teksten.models import Tekst
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk, RegionaleActie
from jeugdregio.bestuur.vergaderen.models import Agendapunt, Stuk, Vergadering
from jeugdregio.beurten.models import Beurt
from jeugdregio.demo.organisaties import WACHTWOORD
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.leren.casus.models import Casus
from jeugdregio.leren.etalage.models import Praktijk
from jeugdregio.leren.leerkring.models import Kring, Verhaal
from jeugdregio.leren.nieuwsbrief.models import Nieuwsbrief
from jeugdregio.leren.proeftuin.models import Proeftuin
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.mijn.models import Gezinstoegang
from jeugdregio.toegang.models import Kind, Toewijzing, Verzoek
from jeugdregio.toegang.plannen.models import Onderzoek, Plan
from jeugdregio.zorglandschap.gesprekken.models import Actie, Gesprek
from jeugdregio.zorglandschap.inkoop.models import Fase, Inkooptraject
from jeugdregio.zorglandschap.models import Contract, Kwaliteitseis, Werkwijze
from jeugdregio.zorglandschap.ruimte.models import Bezetting, Reservering, Wachtende
from tests.browser.conftest import BREED, SMAL, Mens

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
ROLLEN = [
    "toegangsmedewerker@lelystad.demo", "berichtenbeheerder@lelystad.demo", "contractmanager@lelystad.demo",
    "contractmanager@regio.demo",
    "controller@lelystad.demo", "data-analist@lelystad.demo", "wethouder@lelystad.demo", "griffier@lelystad.demo",
    "privacy-officer@lelystad.demo", "functioneel-beheerder@lelystad.demo", "regiodirecteur@regio.demo",
    "bosd-secretaris@regio.demo", "technisch-voorzitter@regio.demo", "beleidsmedewerker@lelystad.demo",
    "aanbieder@debrug.demo",
    "beleidsmedewerker@regio.demo", "jurist@lelystad.demo", "ouder@lelystad.demo", "ouder@almere.demo",
    "gi-medewerker@dehaven.demo", "teamleider@lelystad.demo",
    "gespreksbegeleider@regio.demo", "ervaringsdeskundige@regio.demo", "vt-medewerker@veiligthuis.demo",
]  # fmt: skip
NORM = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']"
BREEDTEREGELS = "{type: 'rule', values: ['target-size', 'scrollable-region-focusable']}"
FOTOS = {
    ("toegangsmedewerker@lelystad.demo", "/"): "wie-is-aan-zet",
    ("berichtenbeheerder@lelystad.demo", "/berichten/"): "berichten",
    ("data-analist@lelystad.demo", "/cijfers/"): "cijfers",
    ("regiodirecteur@regio.demo", "/regio/"): "regio",
}


def _bezwaren(mens: Mens, *, alles: bool) -> list[str]:
    """Return what axe finds against WCAG 2.2 AA on this screen; else only by the rules that depend on its width."""
    mens.page.evaluate(AXE.read_text(encoding="utf-8"))
    uitkomst = mens.page.evaluate(f"axe.run(document, {{runOnly: {NORM if alles else BREEDTEREGELS}}})")
    return [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in uitkomst["violations"]]


def _contractbeheer() -> list[str]:
    """Talks, figures of a provider, purchases."""
    gesprek = Gesprek.objects.get(aanbieder__naam="De Brug", beheerder__soort="regiokantoor", staat="voorbereid")
    actie = Actie.objects.filter(staat="open").order_by("uiterlijk")[0]
    traject = Inkooptraject.objects.get(naam="Jeugdhulp vanaf 2027")
    fase = Fase.objects.filter(kavel__traject=traject, klaar_op=None)[0]
    return [
        f"/gesprekken/{gesprek.pk}/", f"/gesprekken/acties/{actie.pk}/", "/gesprekken/nieuw/",
        f"/cijfers/aanbieders/{gesprek.aanbieder_id}/", f"/inkoop/{traject.pk}/", f"/inkoop/fasen/{fase.pk}/",
        "/inkoop/nieuw/",
    ]  # fmt: skip


def _paden_van_teksten() -> list[str]:
    """A text that goes around, who signed, and a dispute that is followed up."""
    tekst, geschil = Tekst.objects.get(staat="rondgang"), Geschil.objects.get(staat="opvolging")
    blad, intentie = f"/bestuur/teksten/{tekst.pk}/", Intentie.objects.first()
    assert intentie is not None
    return [
        blad, f"{blad}vergelijken/", f"{blad}herijken/", f"/bestuur/teksten/intenties/{intentie.pk}/",
        f"/bestuur/geschillen/{geschil.pk}/", "/bestuur/geschillen/nieuw/", "/bestuur/teksten/nieuw/",
    ]  # fmt: skip


def _reservering(gemeente: str) -> str:
    """Return the path of a reservation of this municipality at De Brug."""
    gevonden = Reservering.objects.get(gemeente__naam=gemeente, plek__locatie__aanbieder__naam="De Brug")
    return f"/plek/reserveringen/{gevonden.pk}/"


def _concepten(rol: str) -> list[str]:
    """What the secretary writes: a letter that is not released, and a signal that waits for an answer."""
    if not rol.startswith("bosd"):
        return []
    concept = Brief.objects.filter(staat="concept").earliest("verzenden_op")
    signaal = Signaal.objects.filter(afzender=concept.eigenaar, staat="open").earliest("gemeld_op")
    weg = f"/bestuur/brieven/{concept.pk}/"
    return [weg, f"{weg}schrijven/", f"/bestuur/signalen/{signaal.pk}/", "/bestuur/signalen/archief/"]


def _brieven(gemeente: str) -> list[str]:
    """A letter that was sent, one that waits for this municipality, and what its council got."""
    verzonden = Verzending.objects.filter(schil__gemeente__naam=gemeente).order_by("op").first()
    wacht = Schil.objects.filter(gemeente__naam=gemeente, brief__staat="vrij").order_by("brief__verzenden_op").last()
    assert verzonden is not None
    assert wacht is not None
    paden = (f"verzonden/{verzonden.pk}", str(verzonden.schil.brief_id), f"raad/{wacht.pk}", "nieuw")
    return [f"/bestuur/brieven/{pad}/" for pad in paden]


def _meer_paden(rol: str) -> list[str]:  # noqa: PLR0911  a return per role reads best
    """The screens behind a list: one child, one request, one declaration, one log."""
    if rol == "wethouder@lelystad.demo":
        staten = ("consentronde", "integratie", "evaluatie", "bekrachtiging")
        pagina = {v.staat: f"/voorstellen/{v.pk}/" for v in Voorstel.objects.filter(staat__in=staten)}
        return [
            *pagina.values(),
            f"{pagina['consentronde']}standpunt/",
            "/voorstellen/vervangers/",
            "/voorstellen/nieuw/",
            "/leren/casus/",
            f"/leren/casus/{Casus.objects.earliest('bespreken_op').pk}/",
            "/leren/casus/nieuw/",
            "/leren/etalage/",
            f"/leren/etalage/{Praktijk.objects.get(titel='Urk Durft').pk}/",
            "/leren/nieuwsbrieven/",
            "/leren/peiling/",
            "/leren/startpakket/",
            *_brieven("Lelystad"),
            "/bestuur/signalen/nieuw/",
        ]
    if rol in {"griffier@lelystad.demo", "beleidsmedewerker@lelystad.demo"}:
        return _paden_van_toezeggingen(rol)
    if rol in {"bosd-secretaris@regio.demo", "technisch-voorzitter@regio.demo"}:
        return [*_paden_van_vergaderingen(rol), *_paden_van_teksten(), *_concepten(rol)]
    if rol == "toegangsmedewerker@lelystad.demo":
        beurten = Beurt.objects.filter(organisatie__naam="Lelystad", rol="toegangsmedewerker", staat="open")
        verzoeken = beurten.filter(pad__startswith="/verzoeken/").order_by("uiterlijk")
        verzoek = verzoeken.filter(titel__contains="toewijzing").first()
        wijziging = verzoeken.filter(titel__contains="wijziging").first()
        toewijzing = Toewijzing.objects.filter(gemeente__naam="Lelystad", einddatum__gte=vandaag()).first()
        assert verzoek is not None
        assert wijziging is not None
        assert toewijzing is not None
        blad = f"/toewijzingen/{toewijzing.pk}/"
        return [
            verzoek.pad, f"/kinderen/{verzoek.kind_id}/", f"{verzoek.pad}toewijzen/", f"{verzoek.pad}afwijzen/",
            wijziging.pad, f"{wijziging.pad}toekennen/", blad, f"{blad}wijzigen/", f"{blad}corrigeren/",
            f"{blad}verwijderen/", "/plek/zoeken/", "/plek/reserveringen/", "/plek/wachtlijst/", "/plek/regio/",
            _reservering("Lelystad"), *_paden_van_plannen(),
        ]  # fmt: skip
    if rol == "privacy-officer@lelystad.demo":
        kind = Kind.objects.filter(gemeente__naam="Lelystad", verzoeken__isnull=False).first()
        assert kind is not None
        return [f"/logboek/kind/{kind.pk}/"]
    if rol == "controller@lelystad.demo":
        declaratie = Declaratie.objects.filter(gemeente__naam="Lelystad").order_by("-ontvangen_op").first()
        assert declaratie is not None
        return [f"/declaraties/{declaratie.pk}/", "/declaraties/bedragen/"]
    if rol == "berichtenbeheerder@lelystad.demo":
        fout = Bericht.objects.filter(ontvanger__naam="Lelystad", staat="afgekeurd", soort="JW315").first()
        regel = Prestatie.objects.filter(declaratie__gemeente__naam="Lelystad", toewijzing__isnull=False).first()
        assert fout is not None
        assert regel is not None
        bureau = ["/berichten/nakijken/", "/berichten/afkeuringen/", "/berichten/?staat=te_laat&code=0001"]
        return [f"/berichten/{fout.pk}/", *bureau, f"/declaraties/omvang/{regel.toewijzing_id}/"]
    if rol == "contractmanager@regio.demo":
        contract = Contract.objects.get(nummer="R2025-zuiderlicht")
        weg = f"/aanbieders/contracten/{contract.pk}/"
        return [
            weg, f"{weg}tarief/", f"{weg}ondertekenen/", "/aanbieders/producten/45A05/", "/aanbieders/producten/nieuw/",
            "/aanbieders/contracten/nieuw/", "/aanbieders/contracten/indexeren/", "/aanbieders/contracten/bestanden/",
            f"/aanbieders/{contract.aanbieder_id}/", f"/aanbieders/{contract.aanbieder_id}/locatie/",
            *_contractbeheer(),
        ]  # fmt: skip
    if rol == "aanbieder@debrug.demo":
        beurten = Beurt.objects.filter(organisatie__naam="De Brug", staat="open")
        toewijzing = beurten.filter(pad__startswith="/toewijzingen/").first()
        assert toewijzing is not None
        wijziging = Verzoek.objects.filter(aanbieder__naam="De Brug", soort="wijziging", regels__staat="open").first()
        assert wijziging is not None
        return [
            toewijzing.pad, f"{toewijzing.pad}wijziging-vragen/", f"{toewijzing.pad}start-corrigeren/",
            f"{toewijzing.pad}stop-corrigeren/", f"/verzoeken/{wijziging.pk}/intrekken/", "/verzoeken/nieuw/",
            "/declaraties/indienen/", "/plek/eigen/", _reservering("Lelystad"),
        ]  # fmt: skip
    return []


def _paden_van_plannen() -> list[str]:
    """Consent, research and the plan of a family that is being written."""
    plan = Plan.objects.get(gemeente__naam="Lelystad", versies__vastgesteld_op=None)
    kind = plan.kinderen.get().kind
    onderzoek = Onderzoek.objects.get(hulpvraag__kind=kind)
    blad = f"/kinderen/{kind.pk}/"
    return [
        "/plannen/", f"/plannen/{plan.pk}/", f"/plannen/{plan.pk}/schrijven/", f"/onderzoeken/{onderzoek.pk}/",
        f"{blad}toestemmingen/", f"{blad}toestemmingen/vastleggen/hulp/", f"{blad}delen/",
    ]  # fmt: skip


def _paden_van_gezin(rol: str) -> list[str]:
    """The own page of a family: what happens now, the plan, the letters, saying yes or no, asking."""
    if not rol.startswith("ouder@"):
        return []
    weg = f"/mijn/{Gezinstoegang.objects.get(gebruiker__email=rol).pk}/"
    return [weg, *(f"{weg}{blad}/" for blad in ("plan", "brieven", "toestemming", "vragen", "bekeken"))]


def _paden_van_toezeggingen(rol: str) -> list[str]:
    """The register of a council: an item in each state, and what can be done; also the page for everybody."""
    register = "/bestuur/toezeggingen/"
    stukken = Raadsstuk.objects.filter(gemeente__naam="Lelystad").order_by("nummer")
    per_staat = {s.staat: f"{register}{s.pk}/" for s in stukken}
    assert per_staat
    actie = RegionaleActie.objects.first()
    assert actie is not None
    punt = Agendapunt.objects.filter(inbrenger__naam="Lelystad").first()
    assert punt is not None
    paden = [*per_staat.values(), f"{register}nieuw/", f"{register}acties/{actie.pk}/", "/openbaar/toezeggingen/0995/"]
    if rol.startswith("griffier"):
        return [*paden, f"{register}inlezen/", "/voorstellen/spelregels/"]
    kamer = "/bestuur/vergaderingen/"
    return [*paden, f"{kamer}{punt.vergadering_id}/agenderen/", f"{kamer}punten/{punt.pk}/stuk/"]


def _paden_van_vergaderingen(rol: str) -> list[str]:
    """A meeting in each state, its papers and forms; for the secretary also what the region agreed on deciding."""
    kamer = "/bestuur/vergaderingen/"
    bladen = [f"{kamer}{v.pk}/" for v in {v.staat: v for v in Vergadering.objects.all()}.values()]
    stuk = Stuk.objects.filter(verzonden_op__isnull=False).first()
    punt = Agendapunt.objects.filter(staat="gepland").first()
    assert stuk is not None
    assert punt is not None
    if rol.startswith("technisch"):
        intake = Voorstel.objects.filter(staat="intake", stukken_verzonden_op__isnull=False).first()
        assert intake is not None
        return [*bladen, f"/voorstellen/{intake.pk}/agenderen/"]
    vormen = ("stuk", "terug", "besluit", "afronden", "actie")
    formulieren = [f"{kamer}punten/{punt.pk}/{vorm}/" for vorm in vormen]
    return [
        *bladen, *formulieren, f"{kamer}nieuw/", f"{kamer}besluiten/", f"{kamer}stukken/{stuk.pk}/",
        "/voorstellen/spelregels/", "/bestuur/toezeggingen/acties/nieuw/",
    ]  # fmt: skip


def _paden_afspraken(rol: str) -> list[str]:
    """The screens of norms, mandates and whom to call, of who keeps or asks them."""
    norm = "/afspraken/normen"
    if rol == "beleidsmedewerker@lelystad.demo":
        concept = Norm.objects.get(staat="concept", eigenaar__naam="Lelystad")
        eigen = Norm.objects.filter(staat="vastgesteld", rang=Rang.LOKAAL, gemeenten__naam="Lelystad").first()
        kader = Norm.objects.filter(staat="vastgesteld", rang=Rang.HANDELINGSKADER, gemeenten=None).first()
        botsing = Beurt.objects.filter(soort="botsing", staat="open").first()
        assert eigen is not None
        assert kader is not None
        assert botsing is not None
        return [
            f"{norm}/nieuw/", f"{norm}/{concept.pk}/", f"{norm}/{concept.pk}/vaststellen/", f"{norm}/{eigen.pk}/",
            f"{norm}/{eigen.pk}/wijzigen/", f"{norm}/{eigen.pk}/intrekken/", f"{norm}/{kader.pk}/standpunt/",
            "/afspraken/normen/", "/afspraken/botsingen/", botsing.pad, "/afspraken/vergelijken/",
            "/afspraken/vragen/nieuw/",
        ]  # fmt: skip
    if rol == "jurist@lelystad.demo":
        mandaat = Mandaat.objects.filter(gever__naam="Lelystad", soort="mandaat", ontvanger__naam="Almere").first()
        assert mandaat is not None
        weg = f"/mandaten/{mandaat.pk}/"
        return [
            "/mandaten/", "/mandaten/mag-dit/", "/mandaten/nieuw/", weg, f"{weg}vervangen/", f"{weg}intrekken/",
            f"{weg}betwisten/",
        ]  # fmt: skip
    if rol == "gi-medewerker@dehaven.demo":
        return [
            "/afspraken/vragen/verlenging_zonder_gemeente/", "/organisaties/contacten/", "/organisaties/contacten/bel/",
        ]  # fmt: skip
    if rol == "beleidsmedewerker@regio.demo":
        eis = Kwaliteitseis.objects.first()
        assert eis is not None
        return ["/aanbieders/kwaliteitseisen/", f"/aanbieders/kwaliteitseisen/{eis.pk}/"]
    return []


def _paden_van_leren(rol: str) -> list[str]:
    """What is learned and kept: pilots in each state, circles, the tone list, the charter of roles."""
    if rol == "wethouder@lelystad.demo":
        tuinen = {tuin.staat: f"/leren/proeftuinen/{tuin.pk}/" for tuin in Proeftuin.objects.all()}
        verhaal = Verhaal.objects.exclude(gepubliceerd_op=None).first()
        assert verhaal is not None
        return [
            *tuinen.values(), "/leren/proeftuinen/nieuw/", "/leren/etalage/nieuw/", "/leren/startpakket/prioriteit/",
            f"/leren/leerkringen/verhalen/{verhaal.pk}/",
        ]  # fmt: skip
    if rol == "gespreksbegeleider@regio.demo":
        return [f"/leren/leerkringen/{kring.pk}/" for kring in {k.stap: k for k in Kring.objects.all()}.values()]
    if rol == "bosd-secretaris@regio.demo":
        brief = Nieuwsbrief.objects.earliest("nummer")
        return [
            "/bestuur/brieven/toon/", "/bestuur/brieven/toon/nieuw/", "/bestuur/brieven/toon/weigeren/",
            "/leren/startpakket/handvest/", "/leren/startpakket/handvest/raad/",
            "/leren/startpakket/handvest/nieuw/", "/leren/peiling/nieuw/",
            f"/leren/nieuwsbrieven/{brief.pk}/", "/leren/nieuwsbrieven/nieuw/", "/leren/leerkringen/nieuw/",
            "/bestuur/teksten/intenties/nieuw/", "/bestuur/toezeggingen/acties/",
        ]  # fmt: skip
    return []


def _paden_van_zorg(rol: str) -> list[str]:
    """Places with their beds, the waiting list, and what is kept of products."""
    bezet = Bezetting.objects.select_related("plek__locatie").first()
    assert bezet is not None
    plek, van_aanbieder = f"/plek/{bezet.plek_id}/", f"/plek/aanbieder/{bezet.plek.locatie.aanbieder_id}/"
    if rol == "toegangsmedewerker@lelystad.demo":
        wacht = Wachtende.objects.filter(gemeente__naam="Lelystad").first()
        assert wacht is not None
        return [plek, f"/plek/wachtlijst/{wacht.pk}/", "/plek/wachtlijst/nieuw/"]
    if rol == "contractmanager@regio.demo":
        contract, werkwijze = Contract.objects.get(nummer="R2025-hetanker"), Werkwijze.objects.earliest("naam")
        product = "/aanbieders/producten/45A05/"
        return [
            f"/aanbieders/contracten/{contract.pk}/", f"/aanbieders/contracten/{contract.pk}/taak/", van_aanbieder,
            f"{van_aanbieder}nieuw/", plek, "/plek/instellingen/", "/plek/regio/", reverse_van("kwaliteitseis-nieuw"),
            reverse_van("product-versie", "45A05"), reverse_van("product-taakveld", "45A05"), product,
            reverse_van("werkwijze", werkwijze.pk), reverse_van("werkwijze-nieuw"),
            reverse_van("werkwijze-wijzigen", werkwijze.pk),
        ]  # fmt: skip
    return []


def reverse_van(naam: str, *sleutels: object) -> str:
    """Return a path of the catalogue."""
    return reverse(f"zorglandschap:{naam}", args=sleutels)


NAMEN = {"/kinderen/": "kind", "/verzoeken/": "verzoek", "/toewijzingen/": "toewijzing-aanbieder",
         "/declaraties/": "declaratie", "/logboek/": "logboek"}  # fmt: skip


def _naam_van_foto(rol: str, pad: str) -> str | None:
    if (rol, pad) in FOTOS:
        return FOTOS[rol, pad]
    begin = f"/{pad.split('/')[1]}/"
    # Screens of one thing end in its key; "toewijzen" and the like do not.
    return NAMEN.get(begin) if len(pad.rstrip("/").rsplit("/", 1)[-1]) == 36 else None


def _menu(mens: Mens) -> list[str]:
    """Return every path of the navigation: the main menu, and the parts of the room that each of its links opens."""

    def paden(naam: str) -> list[str]:
        gevonden: list[str] = mens.page.locator(f"nav[aria-label={naam}] a").evaluate_all(
            "els => els.map(a => a.pathname)"
        )
        return gevonden

    alle = paden("Hoofdmenu")
    for pad in tuple(alle):
        mens.ga(pad)
        alle += paden("Onderdelen")
    return list(dict.fromkeys(alle))


def _bekijk(mens: Mens, rol: str, pad: str, breedte: int) -> list[str]:
    mens.ga(pad)
    # Most rules ask about the page itself, which is the same at each width: they are asked once.
    fouten = [f"{rol} {pad} {breedte}: {b}" for b in _bezwaren(mens, alles=breedte == SMAL["width"] or pad == "/")]
    te_breed = mens.page.evaluate("document.documentElement.scrollWidth") - breedte
    if te_breed > 0:
        fouten.append(f"{rol} {pad}: {te_breed} pixels te breed bij {breedte}")
    return fouten


@pytest.mark.skipif(connection.vendor != "sqlite", reason="alleen op SQLite: de schermen zijn op beide dezelfde")
def test_elk_scherm_van_elke_rol(inloggen) -> None:
    call_command("demo", schaal="klein", verbosity=0)
    fouten: list[str] = []
    gezien: set[tuple[str, int]] = set()
    for rol in ROLLEN:
        paden: list[str] = []
        for maat in (BREED, SMAL):
            mens = inloggen(Gebruiker.objects.get(email=rol), maat, WACHTWOORD)
            paden = paden or [
                *_menu(mens), *_meer_paden(rol), *_paden_afspraken(rol), *_paden_van_gezin(rol),
                *_paden_van_leren(rol), *_paden_van_zorg(rol),
            ]  # fmt: skip
            for pad in dict.fromkeys(paden):
                # A screen that is the same for all roles is looked at once; the home screen differs per role.
                if pad != "/" and (pad, maat["width"]) in gezien and (rol, pad) not in FOTOS:
                    continue
                gezien.add((pad, maat["width"]))
                fouten += _bekijk(mens, rol, pad, maat["width"])
                naam = _naam_van_foto(rol, pad)
                if naam and maat is BREED:
                    mens.foto(naam)
            mens.page.context.close()
    assert fouten == []
