"""The letter with the decision on an objection, in plain Dutch."""

from datetime import date
from uuid import UUID

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel
from jeugdregio.organisaties.models import Contactpunt
from jeugdregio.organisaties.queries import contactpunten_van
from jeugdregio.toegang.beschikkingen.brief import VERTROUWENSPERSOON
from jeugdregio.toegang.bezwaren.models import Beslissing, Bezwaar, Hoorzitting
from recht.datum import datum_kort, datum_nl

_U = Beslissing.Uitkomst
_VERANDERT = (_U.GEGROND, _U.DEELS)
_BESLIST: dict[str, str] = {
    _U.GEGROND: "Uw bezwaar is gegrond. Wij veranderen het besluit.",
    _U.DEELS: "Uw bezwaar is voor een deel gegrond. Wij veranderen het besluit voor dat deel.",
    _U.ONGEGROND: "Uw bezwaar is ongegrond. Het besluit blijft zoals het is.",
    _U.NIET_ONTVANKELIJK: "Wij kunnen uw bezwaar niet inhoudelijk bekijken (niet-ontvankelijk). Het besluit blijft.",
}


def indiener_van(bezwaar: Bezwaar) -> str:
    """Return the name of who objects."""
    if bezwaar.indiener:
        return bezwaar.indiener
    if bezwaar.gezagsdrager:
        return bezwaar.gezagsdrager.naam
    kind = bezwaar.kind
    return " ".join(deel for deel in (kind.voornamen or kind.voorletters, kind.voorvoegsel, kind.achternaam) if deel)


def naam_van_indiener(bezwaar_id: UUID) -> str:
    """Return the name of who objects, for a room that knows only which objection."""
    return indiener_van(Bezwaar.objects.select_related("gezagsdrager", "kind").get(pk=bezwaar_id))


def brief(bezwaar: Bezwaar, beslissing: Beslissing, verzonden_op: date, beroep_tot: date) -> Document:
    """Return the letter as it goes out on a day."""
    besluit = bezwaar.beschikking
    besloten = datum_kort(besluit.besloten_op or verzonden_op)
    return Document(
        titel="Beslissing op uw bezwaar",
        afzender=f"Gemeente {bezwaar.gemeente}",
        datum=verzonden_op,
        gegevens=(
            ("Aan", indiener_van(bezwaar)), ("Datum", datum_kort(verzonden_op)), ("Ons kenmerk", bezwaar.kenmerk),
            ("Gaat over", f"het besluit {besluit.kenmerk} van {besloten}"),
        ),
        onderdelen=(
            Alinea(f"Beste {indiener_van(bezwaar)},"),
            Alinea(
                f"U maakte bezwaar tegen ons besluit van {besloten} over jeugdhulp. In deze brief leest u wat wij "
                "beslissen, en waarom."
            ),
            Alinea(_BESLIST[beslissing.uitkomst], nadruk=True), *_vervolg(beslissing),
            Kop("Zo hebben wij uw bezwaar behandeld"), Lijst(tuple(_verloop(bezwaar, beslissing))),
            Kop("Waarom wij dit beslissen"), Alinea(beslissing.motivering),
            Alinea(f"Dit staat in: {beslissing.voorschrift}."), *_anders(beslissing),
            Kop("Bent u het er niet mee eens?"), Alinea(_beroep(beslissing, beroep_tot), nadruk=True),
            Alinea(
                "In uw brief aan de rechtbank staan uw naam en adres, de datum, met welke beslissing u het niet eens "
                "bent en waarom. Stuur een kopie van deze brief mee. Is er haast bij? Dan kunt u de rechter ook om een "
                "voorlopige voorziening vragen. Aan beide zijn kosten verbonden."
            ),
            Kop("Hulp bij deze brief"),
            Alinea(
                f"Een vertrouwenspersoon helpt u gratis (Jeugdwet 2.5): {VERTROUWENSPERSOON}. U kunt ook bij ons "
                f"terecht met vragen{waar(bezwaar.gemeente_id)}. Noem dan het kenmerk {bezwaar.kenmerk}."
            ),
            Alinea(f"{beslissing.namens}\n{datum_kort(beslissing.beslist_op)}"), *_verslag(bezwaar),
        ),
        voettekst=f"Gemeente {bezwaar.gemeente}, kenmerk {bezwaar.kenmerk}",
    )  # fmt: skip


def _vervolg(beslissing: Beslissing) -> list[Onderdeel]:
    if beslissing.uitkomst not in _VERANDERT:
        return []
    return [Alinea("U krijgt van ons een nieuw besluit over de hulp. Daarin staat wat er verandert, en vanaf wanneer.")]


def waar(gemeente_id: UUID) -> str:
    """Return where a municipality answers questions about objections, after a colon; nothing when it is not known."""
    punt = contactpunten_van([gemeente_id], Contactpunt.Onderwerp.BEZWAAR).get(gemeente_id)
    bereik = ", ".join(filter(None, (punt.naam, punt.email, punt.telefoon))) if punt else ""
    return f": {bereik}" if bereik else ""


def _gehoord(bezwaar: Bezwaar) -> Hoorzitting | None:
    return next((z for z in bezwaar.zittingen.all() if z.gehouden), None)


def _verslag(bezwaar: Bezwaar) -> list[Onderdeel]:
    zitting = _gehoord(bezwaar)
    if zitting is None:
        return []
    erbij = "Wie er was en wat er is gezegd (Awb 7:7):"
    return [Kop(f"Bijlage: verslag van het horen op {datum_kort(zitting.op)}"), Alinea(erbij), Alinea(zitting.verslag)]


def _verloop(bezwaar: Bezwaar, beslissing: Beslissing) -> list[str]:
    regels = [f"Uw bezwaar kwam binnen op {datum_kort(bezwaar.ontvangen_op)}. {_tijdig(bezwaar)}"]
    zitting = _gehoord(bezwaar)
    if zitting:
        regels.append(f"Wij hebben u gehoord op {datum_kort(zitting.op)}. Het verslag staat achter in deze brief.")
    elif bezwaar.afzien:
        regels.append(f"Er was geen hoorzitting: {bezwaar.afzien_reden} (Awb 7:3).")
    if bezwaar.advies_op:
        regels.append(f"De commissie voor bezwaren gaf advies op {datum_kort(bezwaar.advies_op)}: {bezwaar.advies}")
    if not beslissing.op_tijd:
        regels.append("Wij beslissen later dan de wet toestaat. Dat spijt ons.")
    return regels


def _tijdig(bezwaar: Bezwaar) -> str:
    if bezwaar.op_tijd:
        return "Dat is op tijd."
    if bezwaar.verschoonbaar:
        return f"Dat is te laat, maar wij rekenen u dat niet aan: {bezwaar.verschoonbaar_reden}"
    return f"Dat is te laat: {bezwaar.verschoonbaar_reden}"


def _anders(beslissing: Beslissing) -> list[Onderdeel]:
    if not beslissing.afwijkt_van_advies:
        return []
    return [Alinea(f"Wij beslissen anders dan de commissie adviseerde: {beslissing.afwijkt_van_advies}")]


def _beroep(beslissing: Beslissing, tot: date) -> str:
    return (
        f"U kunt in beroep gaan bij {beslissing.rechtbank}. Dat kan tot en met {datum_nl(tot)}: zes weken, te tellen "
        "vanaf de dag na verzending van deze brief."
    )
