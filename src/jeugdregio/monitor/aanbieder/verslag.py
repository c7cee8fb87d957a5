"""The quarterly talk prepared as a report: what stands out as questions, the figures, open actions. PDF or Word."""

from jeugdregio.basis.document import Alinea, Beeld, Document, Kop, Lijst, Onderdeel, Tabel
from jeugdregio.basis.geld import euro
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.privacy import Cel
from jeugdregio.monitor.aanbieder.bevindingen import bevindingen
from jeugdregio.monitor.aanbieder.grafiek import grafiek, omschrijving
from jeugdregio.monitor.aanbieder.queries import Aanbiederbeeld
from jeugdregio.zorglandschap.gesprekken.models import Actie
from jeugdregio.zorglandschap.gesprekken.queries import Gespreksbeeld
from recht.datum import datum_kort, datum_nl


def verslag(gesprek: Gespreksbeeld, beeld: Aanbiederbeeld) -> Document:
    """Return the report for a talk, from figures that this reader may see."""
    onderwerp = gesprek.gesprek
    return Document(
        titel=f"Kwartaalgesprek met {onderwerp.aanbieder} over {onderwerp.periode}",
        afzender=onderwerp.beheerder.naam,
        datum=vandaag(),
        gegevens=(
            ("Gesprek op", datum_nl(onderwerp.op)), ("Waar", onderwerp.waar or "nog niet bekend"),
            ("Cijfers van", f"{beeld.gebied_naam}, tot en met {datum_kort(beeld.kwartaal.tot)}"),
            ("Gemaakt op", datum_kort(vandaag())),
        ),
        onderdelen=(
            *_agenda(gesprek, beeld), *_acties(gesprek), *_volume(beeld), *_plafond(beeld), *_verloop(beeld),
            *_redenen(beeld), *_wachten(beeld), *_afkeuringen(beeld), *_toelichting(),
        ),
        voettekst=f"{onderwerp.aanbieder}, {onderwerp.periode}",
    )  # fmt: skip


def cel(waarde: Cel) -> str:
    """Return a figure as words: hidden is said, not left blank."""
    return "verborgen" if waarde.waarde is None else f"{waarde.waarde:,}".replace(",", ".")


def _agenda(gesprek: Gespreksbeeld, beeld: Aanbiederbeeld) -> list[Onderdeel]:
    """The agenda as it was made; before that, what the figures raise now."""
    punten = [(p.onderwerp, p.cijfer, p.vraag, p.afspraak) for p in gesprek.punten]
    if not punten:
        punten = [(p.onderwerp, p.cijfer, p.vraag, "") for p in bevindingen(beeld)]
    delen: list[Onderdeel] = [Kop("Waar we het over hebben")]
    if not punten:
        return [*delen, Alinea("Uit de cijfers komt niets naar voren. Bespreek wat beide partijen inbrengen.")]
    for nummer, (onderwerp, cijfer, vraag, afspraak) in enumerate(punten, 1):
        delen += [Kop(f"{nummer}. {onderwerp}", 3)]
        delen += [Alinea(cijfer)] if cijfer else []
        delen += [Alinea(vraag, nadruk=True)]
        delen += [Alinea(f"Afgesproken: {afspraak}")] if afspraak else []
    return delen


def _acties(gesprek: Gespreksbeeld) -> list[Onderdeel]:
    acties = [regel.actie for regel in (*gesprek.acties, *gesprek.eerdere_acties)]
    if not acties:
        return [Kop("Acties"), Alinea("Er staan geen acties open.")]
    rijen = tuple(
        (actie.wat, actie.eigenaar.naam, datum_kort(actie.uiterlijk), _stand(actie))
        for actie in sorted(acties, key=lambda actie: actie.uiterlijk)
    )
    return [Kop("Acties"), Tabel("Acties uit dit en eerdere gesprekken", ("Wat", "Wie", "Klaar op", "Stand"), rijen)]


def _stand(actie: Actie) -> str:
    return "te laat" if actie.te_laat else str(actie.get_staat_display()).lower()


def _volume(beeld: Aanbiederbeeld) -> list[Onderdeel]:
    svg = grafiek(beeld)
    rijen = tuple(
        (str(r.kwartaal), cel(r.kinderen), cel(r.toegewezen), euro(r.toegekend)) for r in reversed(beeld.regels)
    )
    koppen = ("Kwartaal", "Kinderen met hulp", "Nieuwe toewijzingen", "Toegekend")
    return [
        Kop("Volume"),
        *([Beeld(svg, omschrijving(beeld))] if svg else []),
        Tabel("Volume per kwartaal", koppen, rijen, frozenset({1, 2, 3})),
    ]


def _plafond(beeld: Aanbiederbeeld) -> list[Onderdeel]:
    stand = beeld.plafond
    if stand is None:
        return [Kop("Plafond"), Alinea("In de contracten staat voor dit jaar geen plafond.")]
    rijen = (
        ("Plafond", euro(stand.plafond)), ("Toegekend", f"{euro(stand.toegekend)} ({stand.procent}%)"),
        ("Verwacht over het jaar", euro(stand.verwacht) if stand.verwacht is not None else "onbekend"),
    )  # fmt: skip
    return [
        Kop("Plafond"),
        Tabel(f"Plafond van {stand.jaar}", ("Wat", "Bedrag"), rijen, frozenset({1})),
        *(Alinea(regel) for regel in stand.uitleg),
    ]


def _verloop(beeld: Aanbiederbeeld) -> list[Onderdeel]:
    start = f"Start binnen {beeld.startnorm} dagen" if beeld.startnorm is not None else "Start op tijd"
    rijen = tuple(
        (str(r.kwartaal), r.op_tijd.tekst if beeld.startnorm is not None else "geen norm in het contract",
         r.verlengd.tekst, r.volgens_plan.tekst, r.uitval.tekst)
        for r in reversed(beeld.regels)
    )  # fmt: skip
    koppen = ("Jaar tot en met", start, "Verlengd", "Volgens plan", "Eenzijdig gestopt")
    return [Kop("Start, verlengen en einde"), Tabel("Aandelen over een jaar", koppen, rijen, frozenset({1, 2, 3, 4}))]


def _redenen(beeld: Aanbiederbeeld) -> list[Onderdeel]:
    if not beeld.redenen:
        return [Kop("Waarom hulp stopte"), Alinea("In het jaar is geen einde van hulp gemeld.")]
    rijen = tuple((reden.naam, cel(reden.aantal)) for reden in beeld.redenen)
    return [Kop("Waarom hulp stopte"), Tabel("Redenen over een jaar", ("Reden", "Aantal"), rijen, frozenset({1}))]


def _wachten(beeld: Aanbiederbeeld) -> list[Onderdeel]:
    delen: list[Onderdeel] = [
        Kop("Wachten"), Alinea(f"Vandaag met een toewijzing en nog geen gemelde start: {cel(beeld.wachtend)} kinderen.")
    ]  # fmt: skip
    if beeld.opgaven:
        rijen = tuple(
            (o.product, o.locatie, "onbekend" if o.wachtdagen is None else f"{o.wachtdagen} dagen",
             "onbekend" if o.vrij is None else str(o.vrij), datum_kort(o.nagekeken_op))
            for o in beeld.opgaven
        )  # fmt: skip
        koppen = ("Product", "Locatie", "Wachttijd", "Vrij", "Nagekeken op")
        delen.append(Tabel("Wat de aanbieder zelf opgeeft", koppen, rijen))
    return delen


def _afkeuringen(beeld: Aanbiederbeeld) -> list[Onderdeel]:
    if not beeld.afkeuringen:
        return [Kop("Afgekeurd in berichten"), Alinea("In het jaar is niets afgekeurd.")]
    rijen = tuple((r.code, r.naam, str(r.kwartaal), str(r.jaar)) for r in beeld.afkeuringen[:15])
    koppen = ("Code", "Betekenis", "Kwartaal", "Jaar")
    return [Kop("Afgekeurd in berichten"), Tabel("Afkeuringen per retourcode", koppen, rijen, frozenset({2, 3}))]


def _toelichting() -> list[Onderdeel]:
    return [Kop("Hoe is dit geteld?"), Lijst(TOELICHTING)]


TOELICHTING = (
    "Aantallen kinderen zijn afgerond op vijf. Onder 8 zijn ze verborgen, en zo nodig een tweede aantal.",
    "Aandelen gaan over een heel jaar en over minstens 50. Is een kant kleiner dan 8, dan zijn ze verborgen.",
    "Start op tijd: van de nieuwe toewijzingen het deel waarvan de hulp begon binnen de dagen van het contract, geteld "
    "vanaf de dag van toewijzing of de ingangsdatum als die later is. Wie te lang wacht telt als te laat.",
    "Verlengd: van de toewijzingen die eindigden het deel met een verlenging of een vervolg binnen een maand.",
    "Volgens plan en eenzijdig gestopt komen uit de reden van beëindiging in het stopbericht. Eenzijdig is: door de "
    "cliënt, door de aanbieder, of door een oorzaak van buiten.",
    "Tevredenheid en doelen bereikt (de andere landelijke uitkomsten) meldt nog niemand in dit systeem. Ze staan er "
    "daarom niet in; vraag ze in het gesprek.",
)  # fmt: skip
