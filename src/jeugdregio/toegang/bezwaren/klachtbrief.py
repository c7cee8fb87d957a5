"""The letters to who complained: that it came in (Awb 9:6), and how it ended (Awb 9:12)."""

from collections.abc import Iterator
from datetime import date

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.toegang.beschikkingen.brief import VERTROUWENSPERSOON
from jeugdregio.toegang.bezwaren.klachten import REGEL
from jeugdregio.toegang.bezwaren.models import Klacht
from jeugdregio.toegang.termijnen.rekenen import Stand, als_tekst, reken
from recht.datum import datum_kort, datum_nl

_O = Klacht.Oordeel
# Where a municipality has no ombudsman of its own (Awb 9:17); a wrong one passes the complaint on (Awb 9:19).
OMBUDSMAN = "de Nationale ombudsman, telefoon 0800 33 55 555, www.nationaleombudsman.nl"
_OORDEEL: dict[str, str] = {
    _O.GEGROND: "Uw klacht is gegrond. U hebt gelijk.",
    _O.DEELS: "Uw klacht is voor een deel gegrond. Voor dat deel hebt u gelijk.",
    _O.ONGEGROND: "Uw klacht is ongegrond. Wij vinden dat het goed is gegaan.",
    _O.OPGELOST: "Wij hebben uw klacht samen opgelost. U liet ons weten dat u tevreden bent.",
    _O.NIET_BEHANDELD: "Wij behandelen uw klacht niet verder.",
}


def met_slotbrief(klacht: Klacht) -> bool:
    """Tell whether there is a letter about how it ended: not for a complaint that was withdrawn."""
    return klacht.afgehandeld_op is not None and klacht.oordeel in _OORDEEL


def ontvangstbrief(klacht: Klacht) -> Document:
    """Return the letter that the complaint came in. Raises NietGevonden while that is not acknowledged."""
    if klacht.bevestigd_op is None:
        raise NietGevonden("De ontvangst van deze klacht is nog niet bevestigd.")
    return _document(klacht, "Wij hebben uw klacht ontvangen", klacht.bevestigd_op, _ontvangen(klacht))


def slotbrief(klacht: Klacht) -> Document:
    """Return the letter with findings, judgement and conclusions. Raises NietGevonden while there is nothing to say."""
    if klacht.afgehandeld_op is None or not met_slotbrief(klacht):
        raise NietGevonden("Bij deze klacht hoort geen brief met een oordeel.")
    return _document(klacht, "Hoe uw klacht is afgelopen", klacht.afgehandeld_op, _afgelopen(klacht))


def _document(klacht: Klacht, titel: str, op: date, delen: Iterator[Onderdeel]) -> Document:
    groet = f"Met vriendelijke groet,\nNamens het college van {klacht.gemeente}"
    naam = f"\n{klacht.behandelaar.naam}" if klacht.behandelaar else ""
    hulp = Alinea(f"Een vertrouwenspersoon helpt u gratis (Jeugdwet 2.5): {VERTROUWENSPERSOON}.")
    return Document(
        titel=titel,
        afzender=f"Gemeente {klacht.gemeente}",
        datum=op,
        gegevens=(("Aan", klacht.klager), ("Datum", datum_kort(op)), ("Ons kenmerk", klacht.kenmerk)),
        onderdelen=(
            Alinea(f"Beste {klacht.klager},"), *delen, Kop("Hulp bij uw klacht"), hulp, Alinea(groet + naam)
        ),
        voettekst=f"Gemeente {klacht.gemeente}, kenmerk {klacht.kenmerk}",
    )  # fmt: skip


def _ontvangen(klacht: Klacht) -> Iterator[Onderdeel]:
    # As it was on the day of the letter: an adjournment later is told in a letter of its own (Awb 9:11 lid 2).
    termijn = reken(Stand(REGEL, klacht.ontvangen_op, {"commissie": als_tekst(klacht.commissie)}))
    yield Alinea(
        f"Op {datum_kort(klacht.ontvangen_op)} kregen wij uw klacht over wat er gebeurde op "
        f"{datum_kort(klacht.gebeurd_op)}. In deze brief leest u wat wij ermee doen."
    )
    yield Kop("Zo gaat het verder")
    regels = ["Wij bellen u om te horen wat er aan de hand is. Misschien lossen wij het samen op (Awb 9:5)."]
    if klacht.commissie:
        regels.append("Een klachtencommissie onderzoekt uw klacht en geeft ons advies.")
    regels += [
        "U mag uw verhaal vertellen. Ook degene over wie u klaagt, wordt gehoord (Awb 9:10).",
        "Wie erbij betrokken was, behandelt uw klacht niet (Awb 9:7).",
        "U krijgt een brief met wat wij vonden, ons oordeel en wat wij ermee doen (Awb 9:12).",
    ]
    yield Lijst(tuple(regels))
    yield Kop("Wanneer hoort u van ons?")
    yield Alinea(f"Uiterlijk op {datum_nl(termijn.einde)}.", nadruk=True)
    yield Alinea("Lukt dat niet, dan kan het één keer vier weken langer duren. Dan schrijven wij u dat (Awb 9:11).")


def _afgelopen(klacht: Klacht) -> Iterator[Onderdeel]:
    over = f" over {klacht.aanbieder}" if klacht.aanbieder else ""
    yield Alinea(
        f"Op {datum_kort(klacht.ontvangen_op)} kregen wij uw klacht{over}. In deze brief leest u wat daaruit kwam."
    )
    yield Alinea(_OORDEEL[klacht.oordeel], nadruk=True)
    yield Kop("Uw klacht")
    yield Alinea(klacht.tekst)
    yield Kop("Wat wij hebben gedaan")
    yield Lijst(tuple(_verloop(klacht)))
    yield Kop("Wat wij vonden en wat er verandert")
    yield from (Alinea(deel.strip()) for deel in klacht.conclusie.split("\n\n") if deel.strip())
    yield Kop("Bent u niet tevreden?")
    if klacht.over == Klacht.Over.GEMEENTE:
        yield Alinea(
            f"Dan kunt u binnen een jaar na deze brief naar de ombudsman (Awb 9:12 en 9:24). Dat is {OMBUDSMAN}. Hoort "
            "uw klacht bij een andere ombudsman, dan stuurt hij haar door. U kunt geen bezwaar maken tegen deze brief."
        )
    else:
        yield Alinea("Laat het ons weten, of praat met de vertrouwenspersoon over wat u nog kunt doen.")


def _verloop(klacht: Klacht) -> Iterator[str]:
    if klacht.bevestigd_op:
        yield f"Wij schreven u op {datum_kort(klacht.bevestigd_op)} dat wij uw klacht kregen."
    if klacht.commissie:
        yield "Een klachtencommissie gaf ons advies."
    if klacht.doorgestuurd_op:
        yield f"Wij stuurden uw klacht op {datum_kort(klacht.doorgestuurd_op)} naar de klachtencommissie."
    if klacht.commissieoordeel_op:
        yield f"De klachtencommissie gaf haar oordeel op {datum_kort(klacht.commissieoordeel_op)}."
    if klacht.reactie_op:
        yield f"{klacht.aanbieder} liet op {datum_kort(klacht.reactie_op)} weten wat er met het oordeel gebeurt."
    if klacht.gehoord_op:
        yield f"Wij hoorden u en degene over wie u klaagt op {datum_kort(klacht.gehoord_op)}."
    yield f"Wij rondden uw klacht af op {datum_kort(klacht.afgehandeld_op or klacht.ontvangen_op)}."
