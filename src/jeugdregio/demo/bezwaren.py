"""Refusals that families object to, in every state from just in to the court; and complaints."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from jeugdregio.basis import klok
from jeugdregio.bestuur.mandaten.verlenen import Verlening, verleen
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.mandaten import BESLOTEN
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.termijnen import Persoon, maak_gezin, vraag_aan
from jeugdregio.demo.verteller import Verteller
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen import actions as besluiten
from jeugdregio.toegang.beschikkingen.models import Beschikking, Deskundigheid, Weigergrond
from jeugdregio.toegang.beschikkingen.verzenden import ontvangers
from jeugdregio.toegang.bezwaren import beslissen, horen, klachten, ontvangen, rechter
from jeugdregio.toegang.bezwaren.models import Bezwaar
from recht.kalender import is_werkdag, vorige_werkdag

RECHTBANK = "de rechtbank Midden-Nederland in Lelystad"
_WEIGERING = {
    "behoeften": "Rust thuis en hulp bij het plannen van schoolwerk.",
    "geloof_cultuur": "Geen wensen.",
    "keuze": "Het gezin had geen voorkeur voor een aanbieder.",
    "motivering": "De school en de buurtcoach helpen al met plannen. Daarmee komt het gezin nu verder; extra "
    "jeugdhulp is niet nodig.",
    "voorschrift": "Jeugdwet 2.3 lid 1", "weigergrond": Weigergrond.EIGEN_KRACHT,
    "contact_naam": "Team toegang", "contact_telefoon": "0320-555100",
}  # fmt: skip
_BESLISSING = beslissen.Besluittekst(
    uitkomst="ongegrond", voorschrift="Jeugdwet 2.3 lid 1", rechtbank=RECHTBANK,
    motivering="U vertelde op de zitting hoe zwaar het is. De hulp van school en buurtcoach is net begonnen en past "
    "bij wat nodig is. Daarom blijft het besluit. Gaat het over drie maanden niet beter, vraag het dan opnieuw aan.",
)  # fmt: skip


def _werkdag(v: Verteller, dagen_terug: int) -> date:
    """Return the day so many days back, or the working day before it: nobody sits at a hearing on a Sunday."""
    dag = v.terug(dagen_terug)
    return dag if is_werkdag(dag) else vorige_werkdag(dag)


class Zaak:
    """One objection of the demonstration and the people who work on it; acts happen so many days back."""

    def __init__(self, v: Verteller, plaats: str) -> None:
        self.v, self.gemeente = v, v.register.op_sleutel[plaats]
        self.plaats = plaats
        self.bezwaar: Bezwaar | None = None

    def wie(self, rol: str) -> Wie:
        """Return the person in this role."""
        return self.v.wie(self.gemeente, rol)

    def weiger(self, persoon: Persoon, leeftijd: int, dagen_terug: int) -> Beschikking:
        """Let the access refuse a request so many days back, signed by the team leader and sent to both parents."""
        vraag = vraag_aan(self.v, self.plaats, persoon, leeftijd, dagen_terug + 40)
        toegang, teamleider = self.wie(Rol.TOEGANG), self.wie(Rol.TEAMLEIDER)
        with klok.op(moment(_werkdag(self.v, dagen_terug), 10)):
            b = besluiten.begin(toegang, vraag.pk, "weigering")
            b = besluiten.schrijf(toegang, b.pk, _WEIGERING, versie=b.versie)
            b = besluiten.bied_aan(toegang, b.pk, versie=b.versie)
            if b.staat == "tweede_blik":
                b = besluiten.keur_goed(teamleider, b.pk, versie=b.versie)
            b = besluiten.teken(teamleider, b.pk, versie=b.versie)
            wijzen = {o.sleutel: "post" for o in ontvangers(b)}
            return besluiten.verzend(toegang, b.pk, wijzen, versie=b.versie)

    def komt_binnen(self, besluit: Beschikking, dagen_terug: int, **anders: object) -> None:
        """Let the mother object so many days back."""
        op = _werkdag(self.v, dagen_terug)
        moeder = besluit.kind.gezagsdragers.get(relatie="moeder")
        binnen = ontvangen.Binnengekomen(
            kanaal="post", ontvangen_op=op, gezagsdrager_id=moeder.pk,
            gronden="Wij redden het niet met alleen school en de buurt. Niemand heeft bij ons thuis gekeken.",
        )  # fmt: skip
        with klok.op(moment(op, 11)):
            self.bezwaar = ontvangen.ontvang_bezwaar(
                self.wie(Rol.TOEGANG), besluit.pk, replace(binnen, **anders)  # type: ignore[arg-type]
            )  # fmt: skip

    def doe(self, dagen_terug: int, daad: Callable[[Wie, Bezwaar], object], rol: str = Rol.JURIST) -> None:
        """Do something with the objection so many days back."""
        assert self.bezwaar is not None  # noqa: S101  made by this demonstration
        with klok.op(moment(_werkdag(self.v, dagen_terug), 14)):
            self.bezwaar.refresh_from_db()
            daad(self.wie(rol), self.bezwaar)

    def hoor(self, plan: int, zitting: int) -> None:
        """Plan a hearing, hand over the file and hear, so many days back."""
        jurist = self.wie(Rol.JURIST)
        self.doe(plan, lambda w, b: horen.plan_zitting(
            w, b.pk, op=_werkdag(self.v, zitting), tijd="10:30", waar="Stadhuis, kamer 2",
            hoorders=[jurist.gebruiker] if jurist.gebruiker else [], versie=b.versie,
        ))  # fmt: skip
        self.doe(plan, lambda w, b: ontvangen.lever_dossier(w, b.pk, versie=b.versie), Rol.TOEGANG)
        if zitting > 0:
            self.doe(zitting, lambda w, b: horen.leg_verslag_vast(
                w, b.pk, "Moeder vertelde hoe de avonden gaan. De toegang legde uit wat de buurtcoach doet.",
                [g.pk for g in b.zittingen.get().genodigden.all()][:1], versie=b.versie,
            ))  # fmt: skip

    def bevestig(self, dagen_terug: int, *, commissie: bool = False) -> None:
        """Acknowledge so many days back."""
        self.doe(dagen_terug, lambda w, b: ontvangen.bevestig(w, b.pk, commissie=commissie, versie=b.versie))

    def beslis_en_verzend(self, dagen_terug: int) -> None:
        """Decide and send so many days back."""
        self.doe(dagen_terug, lambda w, b: beslissen.beslis(w, b.pk, _BESLISSING, versie=b.versie))
        self.doe(dagen_terug, lambda w, b: beslissen.verzend(w, b.pk, versie=b.versie))


def laad_bezwaren(register: Register, vandaag: date) -> None:
    """Tell the objections and complaints, each act on its own day."""
    v = Verteller(register, vandaag)
    for plaats in ("lelystad", "almere", "dronten"):
        _mandaat_en_deskundigheid(v, plaats)
    for vertel in (_net_binnen, _te_laat, _commissie, _gehoord, _beslist, _bij_de_rechter, _hoger_beroep, _klachten):
        vertel(v)


def _mandaat_en_deskundigheid(v: Verteller, plaats: str) -> None:
    gemeente = v.register.op_sleutel[plaats]
    with klok.op(BESLOTEN):
        for functie in (Rol.JURIST, Rol.TEAMLEIDER):
            verleen(v.wie(gemeente, Rol.JURIST), Verlening(
                soort="mandaat", gever=gemeente, ontvanger=gemeente, ontvanger_functie=functie,
                handelingen=("bezwaar",), gemeenten=[gemeente], besluit=f"Mandaatbesluit bezwaar {gemeente}",
                besluit_op=BESLOTEN, van=BESLOTEN, document="Mandaatregister van de gemeente (fictief)",
                ondergeschikt=True, verantwoording="Jaarlijks aan het college",
            ))  # fmt: skip
    mens = v.wie(gemeente, Rol.TOEGANG).gebruiker
    if mens and not Deskundigheid.objects.filter(gebruiker=mens).exists():
        besluiten.registreer(
            v.wie(gemeente, Rol.TEAMLEIDER), mens.pk, register="skj", nummer="100200300", van=date(2020, 1, 1), tot=None
        )  # fmt: skip


def _net_binnen(v: Verteller) -> None:
    zaak = Zaak(v, "lelystad")
    zaak.komt_binnen(zaak.weiger(("Mila", "Bontekoe", "2"), 9, 40), 1)


def _te_laat(v: Verteller) -> None:
    zaak = Zaak(v, "almere")
    besluit = zaak.weiger(("Luuk", "Veldhuis", "1"), 10, 54)
    zaak.komt_binnen(
        besluit, 3, gepost_op=_werkdag(v, 5), laat_reden="Ik lag in het ziekenhuis en mijn man was bij de kinderen."
    )  # fmt: skip
    zaak.bevestig(2)


def _commissie(v: Verteller) -> None:
    zaak = Zaak(v, "lelystad")
    zaak.komt_binnen(zaak.weiger(("Evi", "Molenaar", "2"), 13, 60), 25)
    zaak.bevestig(22, commissie=True)
    zaak.hoor(10, -4)


def _gehoord(v: Verteller) -> None:
    zaak = Zaak(v, "dronten")
    besluit = zaak.weiger(("Thijmen", "Kuiper", "1"), 8, 75)
    zaak.komt_binnen(besluit, 50)
    zaak.bevestig(48)
    zaak.hoor(30, 12)
    # Father objected as well, and thought better of it.
    vader = Zaak(v, "dronten")
    vader.komt_binnen(besluit, 45, gezagsdrager_id=besluit.kind.gezagsdragers.get(relatie="vader").pk)
    vader.bevestig(44)
    vader.doe(40, lambda w, b: ontvangen.trek_in(w, b.pk, _werkdag(v, 41), versie=b.versie))


def _beslist(v: Verteller) -> None:
    """Signed, and still to be sent."""
    zaak = Zaak(v, "lelystad")
    zaak.komt_binnen(zaak.weiger(("Nora", "Wiersma", "2"), 11, 80), 58)
    zaak.bevestig(56)
    zaak.hoor(40, 20)
    zaak.doe(1, lambda w, b: beslissen.beslis(w, b.pk, replace(
        _BESLISSING, uitkomst="deels",
        motivering="U liet zien dat de buurtcoach alleen overdag kan. Voor de avonden is nu geen hulp; daar kijken wij "
        "opnieuw naar. Voor school blijft het besluit, want daar gaat het goed.",
    ), versie=b.versie))  # fmt: skip


def _hoger_beroep(v: Verteller) -> None:
    """Lost at the court, and now at the Centrale Raad van Beroep."""
    zaak = Zaak(v, "lelystad")
    zaak.komt_binnen(zaak.weiger(("Sven", "Brouwer", "1"), 14, 300), 270)
    zaak.bevestig(268)
    zaak.hoor(250, 240)
    zaak.beslis_en_verzend(230)
    zaak.doe(200, lambda w, b: rechter.registreer_beroep(
        w, b.pk, soort="beroep", rechtbank=RECHTBANK, zaaknummer="UTR 26/0407", ingesteld_op=_werkdag(v, 202)
    ))  # fmt: skip
    zaak.doe(180, lambda w, b: rechter.ontvang_gronden(w, b.beroepen.get().pk, _werkdag(v, 182), versie=1))
    zaak.doe(165, lambda w, b: rechter.stuur_verweer(w, b.beroepen.get().pk, versie=2))
    zaak.doe(60, lambda w, b: rechter.leg_uitspraak_vast(
        w, b.beroepen.get().pk, uitspraak="ongegrond", op=_werkdag(v, 62), weken=None, versie=3,
        tekst="De gemeente keek goed naar wat Sven en zijn ouders zelf kunnen. Het besluit blijft.",
    ))  # fmt: skip
    zaak.doe(25, lambda w, b: rechter.registreer_beroep(
        w, b.pk, soort="hoger", rechtbank="de Centrale Raad van Beroep", zaaknummer="26/2210 JW",
        ingesteld_op=_werkdag(v, 28),
    ))  # fmt: skip


def _bij_de_rechter(v: Verteller) -> None:
    zaak = Zaak(v, "lelystad")
    zaak.komt_binnen(zaak.weiger(("Jesse", "Terpstra", "1"), 12, 130), 100)
    zaak.bevestig(98)
    zaak.hoor(85, 72)
    zaak.beslis_en_verzend(60)
    zaak.doe(40, lambda w, b: rechter.registreer_beroep(
        w, b.pk, soort="beroep", rechtbank=RECHTBANK, zaaknummer="UTR 26/1432", ingesteld_op=_werkdag(v, 42)
    ))  # fmt: skip
    zaak.doe(12, lambda w, b: rechter.ontvang_gronden(w, b.beroepen.get().pk, _werkdag(v, 14), versie=1))
    zaak.doe(20, lambda w, b: rechter.registreer_beroep(
        w, b.pk, soort="voorziening", rechtbank=RECHTBANK, zaaknummer="UTR 26/1433", ingesteld_op=_werkdag(v, 21)
    ))  # fmt: skip
    zaak.doe(8, lambda w, b: rechter.leg_uitspraak_vast(
        w, b.beroepen.get(soort="voorziening").pk, uitspraak="afgewezen", op=_werkdag(v, 9), weken=None, versie=1,
        tekst="Er is geen haast: de school en de buurtcoach helpen al.",
    ))  # fmt: skip


def _klachten(v: Verteller) -> None:
    for plaats, persoon, aanbieder, tekst in (
        ("lelystad", ("Roos", "Hiemstra", "2"), "", "Ik heb vier keer gebeld en niemand belde terug."),
        ("almere", ("Bram", "Postma", "1"), "42420001", "De begeleider kwam drie keer zonder bericht niet."),
    ):
        _klacht(v, plaats, persoon, aanbieder, tekst)

    _afgehandelde_klacht(v)


def _afgehandelde_klacht(v: Verteller) -> None:
    gemeente = v.register.op_sleutel["lelystad"]
    toegang, jurist = v.wie(gemeente, Rol.TOEGANG), v.wie(gemeente, Rol.JURIST)
    with klok.op(moment(_werkdag(v, 70), 12)):
        kind = maak_gezin(v, gemeente, ("Koen", "Verbeek", "1"), 7)
        klacht = klachten.ontvang_klacht(toegang, kind.pk, klachten.NieuweKlacht(
            klager="Anouk Verbeek", kanaal="balie", gebeurd_op=_werkdag(v, 75), ontvangen_op=_werkdag(v, 70),
            tekst="In het gesprek ging het over mij, maar niemand vroeg mij iets.", aanbieder=None,
        ))  # fmt: skip
    with klok.op(moment(_werkdag(v, 68), 9)):
        klachten.bevestig(jurist, klacht.pk, commissie=False, versie=1)
    with klok.op(moment(_werkdag(v, 45), 15)):
        klachten.handel_af(
            jurist, klacht.pk, oordeel="gegrond", gehoord_op=_werkdag(v, 50), versie=2,
            conclusie="U had zelf aan het woord moeten komen. Wij bieden onze excuses aan, en beginnen elk gesprek "
            "voortaan met de vraag wat het gezin wil zeggen.",
        )  # fmt: skip


def _klacht(v: Verteller, plaats: str, persoon: Persoon, aanbieder: str, tekst: str) -> None:
    gemeente = v.register.op_sleutel[plaats]
    toegang, jurist = v.wie(gemeente, Rol.TOEGANG), v.wie(gemeente, Rol.JURIST)
    over = next((o for o in v.register.op_code.values() if aanbieder and o.soort == "aanbieder"), None)
    with klok.op(moment(_werkdag(v, 33), 12)):
        kind = maak_gezin(v, gemeente, persoon, 12)
        klacht = klachten.ontvang_klacht(toegang, kind.pk, klachten.NieuweKlacht(
            klager=f"Anouk {persoon[1]}", kanaal="mail", gebeurd_op=_werkdag(v, 40), ontvangen_op=_werkdag(v, 33),
            tekst=tekst, aanbieder=over,
        ))  # fmt: skip
    with klok.op(moment(_werkdag(v, 30), 9)):
        if over is None:
            klachten.bevestig(jurist, klacht.pk, commissie=False, versie=1)
            return
        klachten.stuur_door(jurist, klacht.pk, versie=1)
    with klok.op(moment(_werkdag(v, 6), 9)):
        klachten.leg_commissieoordeel_vast(jurist, klacht.pk, _werkdag(v, 8), versie=2)
