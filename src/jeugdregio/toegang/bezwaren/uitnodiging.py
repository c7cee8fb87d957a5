"""The invitation to a hearing (Awb 7:2), one for each person invited: no letter names who else is."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel
from jeugdregio.basis.fouten import NietGevonden
from jeugdregio.toegang.beschikkingen.brief import VERTROUWENSPERSOON
from jeugdregio.toegang.bezwaren.brief import waar
from jeugdregio.toegang.bezwaren.models import Bezwaar, Genodigde, Hoorzitting
from jeugdregio.toegang.bezwaren.ontvangstbrief import afsluiting
from recht.datum import datum_kort, datum_nl

NADERE_STUKKEN = timedelta(days=10)
"""Until ten days before the hearing those concerned may send papers (Awb 7:4 lid 1)."""


def uitnodiging(bezwaar: Bezwaar, genodigde_id: UUID) -> Document:
    """Return the invitation of one person. Raises NietGevonden when not invited here, or when it was called off."""
    zittingen = [z for z in bezwaar.zittingen.all() if not z.afgezegd]
    gevonden = ((z, g) for z in zittingen for g in z.genodigden.all() if g.pk == genodigde_id)
    zitting, genodigde = next(gevonden, (None, None))
    if zitting is None or genodigde is None:
        raise NietGevonden("Deze uitnodiging is er niet.")
    return Document(
        titel="Uitnodiging voor een hoorzitting",
        afzender=f"Gemeente {bezwaar.gemeente}",
        datum=zitting.uitgenodigd_op,
        gegevens=(
            ("Aan", genodigde.naam), ("Datum", datum_kort(zitting.uitgenodigd_op)), ("Ons kenmerk", bezwaar.kenmerk),
            ("Gaat over", f"het bezwaar tegen besluit {bezwaar.beschikking.kenmerk}"),
        ),
        onderdelen=tuple(_delen(bezwaar, zitting, genodigde)),
        voettekst=f"Gemeente {bezwaar.gemeente}, kenmerk {bezwaar.kenmerk}",
    )  # fmt: skip


def _delen(bezwaar: Bezwaar, zitting: Hoorzitting, genodigde: Genodigde) -> Iterator[Onderdeel]:
    besluit, bereik = bezwaar.beschikking, waar(bezwaar.gemeente_id)
    van = f" van {datum_kort(besluit.verzonden_op)}" if besluit.verzonden_op else ""
    yield Alinea(f"Beste {genodigde.naam},")
    yield Alinea(
        f"Er is bezwaar gemaakt tegen ons besluit {besluit.kenmerk}{van} over jeugdhulp. Voordat wij op dat bezwaar "
        "beslissen, willen wij horen wat u ervan vindt (Awb 7:2). U bent welkom; u hoeft niet te komen."
    )
    yield Kop("Wanneer en waar")
    tijd = f", om {zitting.tijd} uur" if zitting.tijd else ""
    yield Alinea(f"{datum_nl(zitting.op).capitalize()}{tijd}. Plaats: {zitting.waar}.", nadruk=True)
    hoorders = ", ".join(sorted(mens.naam for mens in zitting.hoorders.all()))
    if hoorders:
        yield Alinea(f"U praat met: {hoorders}.")
    yield Kop("De stukken bekijken")
    yield Alinea(
        f"Vanaf {datum_nl(zitting.stukken_vanaf)} tot aan de zitting kunt u het bezwaar en alle stukken die erbij "
        f"horen bij ons bekijken (Awb 7:4). Maak daarvoor een afspraak{bereik}. U kunt ook om een kopie vragen. Soms "
        "houden wij een gegeven geheim om iemand te beschermen, zoals een adres."
    )
    yield Kop("Zelf stukken sturen")
    laatste = zitting.op - NADERE_STUKKEN
    tot = "Wilt u zelf nog stukken sturen? "
    if laatste > zitting.uitgenodigd_op:
        yield Alinea(f"{tot}Dat kan tot en met {datum_nl(laatste)}: tien dagen voor de zitting.")
    else:
        yield Alinea(f"{tot}Doe dat meteen; er zijn minder dan tien dagen tot de zitting.")
    yield Kop("Op de zitting")
    yield Lijst((
        "U mag iemand meenemen die u helpt of voor u spreekt, zoals familie, een vertrouwenspersoon of een advocaat.",
        "Wilt u dat een getuige of deskundige wordt gehoord? Die mag u meenemen (Awb 7:8).",
        "Wilt u liever niet samen met een ander worden gehoord? Zeg het vooraf. Wij kunnen u apart horen (Awb 7:6).",
        "Hebt u een tolk nodig, of iets anders om mee te kunnen doen? Bel ons.",
        "Wij maken een verslag (Awb 7:7).",
    ))  # fmt: skip
    yield Kop("Kunt u niet, of wilt u niet komen?")
    yield Alinea(f"Laat het ons zo snel mogelijk weten{bereik}. Noem dan het kenmerk {bezwaar.kenmerk}.")
    yield Kop("Hulp")
    yield Alinea(f"Een vertrouwenspersoon helpt u gratis (Jeugdwet 2.5): {VERTROUWENSPERSOON}.")
    yield Alinea(afsluiting(bezwaar))
