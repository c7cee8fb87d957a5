"""The letter that an objection was received (Awb 6:14), as it went out on the day it was acknowledged."""

from collections.abc import Iterator
from datetime import date

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.toegang.beschikkingen.brief import VERTROUWENSPERSOON
from jeugdregio.toegang.bezwaren.brief import indiener_van, waar
from jeugdregio.toegang.bezwaren.models import Bezwaar, Kanaal
from jeugdregio.toegang.bezwaren.ontvangen import REGEL
from jeugdregio.toegang.bezwaren.queries import Bezwaarbeeld
from jeugdregio.toegang.termijnen.rekenen import Berekend, Stand, als_tekst, reken, van_opschortingen
from recht.datum import datum_kort, datum_nl

_HOE: dict[str, str] = {
    Kanaal.PAGINA: "via uw gezinspagina", Kanaal.POST: "met de post", Kanaal.BALIE: "aan de balie",
    Kanaal.MAIL: "per e-mail",
}  # fmt: skip


def ontvangstbrief(beeld: Bezwaarbeeld) -> Document:
    """Return the letter. Raises NietGevonden while the receipt is not acknowledged."""
    bezwaar = beeld.bezwaar
    op, bekend = bezwaar.bevestigd_op, bezwaar.beschikking.verzonden_op
    if op is None or bekend is None:
        raise NietGevonden("De ontvangst van dit bezwaar is nog niet bevestigd.")
    besluit = f"het besluit {bezwaar.beschikking.kenmerk} van {datum_kort(bekend)}"
    return Document(
        titel="Wij hebben uw bezwaar ontvangen",
        afzender=f"Gemeente {bezwaar.gemeente}",
        datum=op,
        gegevens=(
            ("Aan", indiener_van(bezwaar)), ("Datum", datum_kort(op)), ("Ons kenmerk", bezwaar.kenmerk),
            ("Gaat over", besluit),
        ),
        onderdelen=tuple(_delen(bezwaar, besluit, _beslissen(beeld, bekend, op))),
        voettekst=f"Gemeente {bezwaar.gemeente}, kenmerk {bezwaar.kenmerk}",
    )  # fmt: skip


def _beslissen(beeld: Bezwaarbeeld, bekend: date, op: date) -> Berekend:
    """Return the term as it was on the day of the letter: what made it longer later is in a letter of its own."""
    delen = beeld.beslisklok.opschortingen.all() if beeld.beslisklok else ()
    toen = [deel for deel in delen if (deel.gevraagd_op or deel.vanaf) <= op]
    commissie = als_tekst(bool(beeld.bezwaar.commissie_gemeld_op))
    return reken(
        Stand(REGEL, bekend, {"commissie": commissie, "commissie_gemeld": commissie}, *van_opschortingen(toen))
    )


def _delen(bezwaar: Bezwaar, besluit: str, termijn: Berekend) -> Iterator[Onderdeel]:
    yield Alinea(f"Beste {indiener_van(bezwaar)},")
    yield Alinea(
        f"Op {datum_kort(bezwaar.ontvangen_op)} kregen wij {_HOE[bezwaar.kanaal]} uw bezwaar tegen {besluit}, over "
        "jeugdhulp. In deze brief leest u wat er nu gebeurt."
    )
    yield Kop("Is uw bezwaar op tijd?")
    yield from _tijdig(bezwaar)
    if not bezwaar.gronden:
        yield Kop("Schrijf ons nog waarom")
        yield Alinea(
            "In uw bezwaar staat niet waarom u het niet eens bent met het besluit. Dat moet er wel in (Awb 6:5)."
        )
    yield Kop("Wanneer beslissen wij?")
    yield Alinea(f"Wij beslissen uiterlijk op {datum_nl(termijn.einde)}.", nadruk=True)
    if bezwaar.commissie_gemeld_op:
        yield Alinea("Een commissie geeft ons advies over uw bezwaar. Daarom hebben wij twaalf weken (Awb 7:10).")
    yield Alinea("Zo is die dag berekend:")
    yield Lijst(termijn.stappen)
    yield Alinea(
        "Wij mogen de termijn één keer zes weken langer maken. Dan schrijven wij u dat. Vragen wij u om gegevens, dan "
        "tellen de dagen dat wij daarop wachten niet mee. Zolang wij niet hebben beslist, blijft het besluit gelden. "
        "Kan het niet wachten? Dan kunt u de rechtbank om een voorlopige voorziening vragen."
    )
    yield Kop("U mag uw verhaal vertellen")
    yield Alinea(
        "Voordat wij beslissen, mag u vertellen wat u van het besluit vindt (Awb 7:2). Dat heet een hoorzitting. U "
        "krijgt daarvoor een uitnodiging. Een week ervoor kunt u alle stukken bekijken. Wilt u niet worden gehoord? "
        "Laat het ons weten. Is een zitting volgens de wet niet nodig, dan schrijven wij u waarom."
    )
    yield Kop("Hulp en vragen")
    yield Alinea(
        f"Een vertrouwenspersoon helpt u gratis (Jeugdwet 2.5): {VERTROUWENSPERSOON}. U kunt ook bij ons terecht met "
        f"vragen{waar(bezwaar.gemeente_id)}. Noem dan het kenmerk {bezwaar.kenmerk}."
    )
    yield Alinea(afsluiting(bezwaar))


def _tijdig(bezwaar: Bezwaar) -> Iterator[Onderdeel]:
    tot = bezwaar.beschikking.bezwaar_tot
    kon = f"Bezwaar maken kon tot en met {datum_nl(tot)}." if tot else ""
    post = f"De envelop is gestempeld op {datum_kort(bezwaar.gepost_op)}. " if bezwaar.gepost_op else ""
    if bezwaar.op_tijd:
        yield Alinea(f"Ja. {post}{kon}")
        return
    yield Alinea(f"Nee, het is te laat. {post}{kon}")
    # A person judges this, perhaps after this letter went out; so the letter says only what holds on every day.
    zei = (
        f"U schreef ons daarover: {bezwaar.laat_reden}" if bezwaar.laat_reden else "Schrijf ons waarom het later kwam."
    )
    yield Alinea(
        "Had u een goede reden om later te zijn, dan mogen wij uw bezwaar toch behandelen (Awb 6:11). Een medewerker "
        f"beoordeelt dat; het gaat nooit vanzelf. {zei}"
    )


def afsluiting(bezwaar: Bezwaar) -> str:
    """Return who signs a letter about the course of an objection."""
    regels = ("Met vriendelijke groet,", f"Namens het college van {bezwaar.gemeente}")
    return "\n".join((*regels, bezwaar.behandelaar.naam) if bezwaar.behandelaar else regels)
