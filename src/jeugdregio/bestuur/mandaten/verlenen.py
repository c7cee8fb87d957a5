"""Giving a mandate: the first one by the body of the law, or passing on what was received."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten import beurten
from jeugdregio.bestuur.mandaten.handelingen import HANDELINGEN, Orgaan
from jeugdregio.bestuur.mandaten.keten import beeindigd_op
from jeugdregio.bestuur.mandaten.models import Gebeurtenis, Mandaat, Soort
from jeugdregio.bestuur.mandaten.namen import partij, zin
from jeugdregio.bestuur.mandaten.permissions import eis_voor
from jeugdregio.organisaties.models import Deelname, Organisatie
from jeugdregio.organisaties.models import Soort as Organisatiesoort
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort
from recht.mandaat import PAST


@dataclass(frozen=True, kw_only=True)
class Verlening:
    """What the giver decides; see the fields of Mandaat. `gemeenten` are those for which it holds."""

    soort: str
    gever: Organisatie
    ontvanger: Organisatie
    handelingen: Collection[str]
    gemeenten: Collection[Organisatie]
    besluit: str
    besluit_op: date
    van: date
    document: str = ""
    tot: date | None = None
    gever_functie: str = ""
    ontvanger_functie: str = ""
    geval: str = ""
    schriftelijk: bool = True
    voorwaarden: str = ""
    verantwoording: str = ""
    ondergeschikt: bool = False
    ondermandaat_vanaf: date | None = None


def verleen(wie: Wie, v: Verlening, *, vervangt: UUID | None = None) -> Mandaat:
    """Record a mandate, power of attorney or authorisation that the giver decided on.

    `vervangt` is the mandate this one takes the place of, from its first day. Raises GeenRecht for somebody of another
    body; Geweigerd for an intention, an act that does not fit the kind or cannot be passed on, an oral general mandate,
    a day before the decision, a municipality outside the region, passing on without or beyond permission, or a circle;
    Conflict when the old one was withdrawn or replaced meanwhile.
    """
    eis_voor(wie, v.gever)
    _toets(v)
    with transaction.atomic():
        # Two sub-mandates that close a circle share a municipality: who comes second sees the first.
        list(Organisatie.objects.select_for_update().filter(pk__in=[g.pk for g in v.gemeenten]).order_by("pk"))
        oud = _neem_plaats_in(wie, v, vervangt)
        gevonden = (
            Mandaat.objects.filter(gemeenten__in=[g.pk for g in v.gemeenten], soort=v.soort)
            .distinct()
            .prefetch_related("gebeurtenissen", "gemeenten")
        )
        bestaand = [m for m in gevonden if oud is None or m.pk != oud.pk]
        _toets_doorgeven(v, bestaand)
        _toets_kring(v, bestaand)
        nieuw = _bewaar(v, oud)
        leg_vast(
            wie, "mandaat.verleend", soort="mandaat", onderwerp_id=nieuw.pk,
            gegevens={"soort": v.soort, "handelingen": sorted(v.handelingen), "vervangt": str(vervangt or "")},
        )  # fmt: skip
        beurten.vraag_instemming(nieuw)
    return nieuw


def _bewaar(v: Verlening, oud: Mandaat | None) -> Mandaat:
    velden = {naam: waarde for naam, waarde in vars(v).items() if naam not in {"gemeenten", "handelingen"}}
    nieuw = Mandaat.objects.create(
        **velden, handelingen=sorted(v.handelingen), algemeen=not v.geval, vervangt=oud
    )  # fmt: skip
    nieuw.gemeenten.set(v.gemeenten)
    return nieuw


def _neem_plaats_in(wie: Wie, v: Verlening, vervangt: UUID | None) -> Mandaat | None:
    if vervangt is None:
        return None
    oud = Mandaat.objects.select_for_update().filter(pk=vervangt, gever=v.gever).first()
    if oud is None:
        raise Geweigerd("Het mandaat dat je vervangt is niet van jouw organisatie.")
    if beeindigd_op(oud) is not None:
        raise Conflict("Dit mandaat is net al ingetrokken of vervangen. Bekijk het opnieuw.")
    if v.van < oud.van:
        raise _fout("van", f"Het nieuwe mandaat kan niet eerder beginnen dan het oude ({datum_kort(oud.van)}).")
    Gebeurtenis.objects.create(
        mandaat=oud, soort=Gebeurtenis.Soort.VERVANGEN, op=v.van, door=wie.organisatie, tekst=v.besluit[:500]
    )
    beurten.sluit(oud)
    return oud


def _toets(v: Verlening) -> None:
    if v.soort == "intentie":
        raise _fout(
            "soort",
            "Een intentieovereenkomst is een voornemen: zij geeft geen bevoegdheid en kan geen schakel zijn. "
            "Laat het college een mandaat, volmacht of machtiging verlenen.",
            "Awb 10:1",
        )
    if v.soort not in Soort.values:
        raise _fout("soort", "Kies mandaat, volmacht of machtiging.")
    if (v.gever.pk, v.gever_functie) == (v.ontvanger.pk, v.ontvanger_functie):
        raise _fout("ontvanger", "Gever en ontvanger zijn dezelfde. Kies een ander.")
    _toets_handelingen(v)
    _toets_vorm(v)
    _toets_datums(v)
    _toets_gemeenten(v)
    if v.ondergeschikt and v.gever.pk not in {v.ontvanger.pk, v.ontvanger.hoort_bij_id}:
        raise _fout(
            "ondergeschikt",
            f"{v.ontvanger} werkt niet onder {v.gever}. Dan is instemming nodig: haal het vinkje weg.",
            "Awb 10:4 lid 1",
        )


def _toets_handelingen(v: Verlening) -> None:
    if not v.handelingen or not set(v.handelingen) <= HANDELINGEN.keys():
        raise _fout("handelingen", "Kies ten minste één handeling uit de lijst.")
    for code in v.handelingen:
        handeling = HANDELINGEN[code]
        if handeling.niet_door:
            raise _fout("handelingen", f"{handeling.tekst}: {handeling.niet_door}", "Awb 10:3")
        nodig = PAST[handeling.aard].value
        if nodig != v.soort:
            raise _fout("handelingen", f"{handeling.tekst}: daarvoor is een {nodig} nodig.", "Awb 10:1 en 10:12")


def _toets_vorm(v: Verlening) -> None:
    if not v.geval and not v.schriftelijk:
        raise _fout(
            "schriftelijk",
            "Een algemeen mandaat moet op schrift staan. Zet het op papier, of noem de ene zaak waarvoor het geldt.",
            "Awb 10:5 lid 2",
        )
    if not v.geval and not v.document.strip():
        raise _fout("document", "Noem het stuk waarin dit staat en waar het te vinden is.", "Awb 10:5 lid 2")


def _toets_datums(v: Verlening) -> None:
    if v.besluit_op > vandaag():
        raise _fout("besluit_op", "Het besluit is nog niet genomen. Leg het vast als het er is.")
    if v.van < v.besluit_op:
        raise _fout("van", f"Een mandaat werkt niet terug. Kies {datum_kort(v.besluit_op)} of later.", "Awb 10:1")
    if v.tot and v.tot < v.van:
        raise _fout("tot", "Dit eindigt voor het begint.")
    if v.ondermandaat_vanaf and v.tot and v.ondermandaat_vanaf > v.tot:
        raise _fout("ondermandaat_vanaf", "Dan is dit mandaat al afgelopen.")


def _toets_gemeenten(v: Verlening) -> None:
    if not v.gemeenten:
        raise _fout("gemeenten", "Kies ten minste één gemeente.")
    mee = set(
        Deelname.objects.op(v.van)
        .filter(organisatie__soort=Organisatiesoort.GEMEENTE)
        .values_list("organisatie_id", flat=True)
    )
    buiten = [g.naam for g in v.gemeenten if g.pk not in mee]
    if buiten:
        raise _fout("gemeenten", f"{', '.join(buiten)} doet op {datum_kort(v.van)} niet mee in de regio.")


def _toets_doorgeven(v: Verlening, bestaand: list[Mandaat]) -> None:
    """Refuse passing on what was not received, or not for this act, municipality or time (Awb 10:9)."""
    for gemeente in v.gemeenten:
        if not v.gever_functie and v.gever.pk == gemeente.pk:
            continue
        for code in sorted(v.handelingen):
            eigen = HANDELINGEN[code].orgaan is Orgaan.RAAD and v.gever.hoort_bij_id == gemeente.pk
            if not eigen and not any(_draagt(hoger, v, code, gemeente) for hoger in bestaand):
                wie = partij(v.gever, v.gever_functie)
                raise _fout(
                    "handelingen",
                    f"{zin(wie)} mag dit voor {gemeente} niet doorgeven: {HANDELINGEN[code].tekst.lower()}. Er is geen "
                    f"{v.soort} dat ondermandaat toestaat en van {datum_kort(v.van)} tot het einde loopt.",
                    "Awb 10:9 lid 1",
                )


def _draagt(hoger: Mandaat, v: Verlening, code: str, gemeente: Organisatie) -> bool:
    uit = beeindigd_op(hoger)
    toegestaan = hoger.ondermandaat_vanaf
    return (
        (hoger.ontvanger_id, hoger.ontvanger_functie) == (v.gever.pk, v.gever_functie)
        and code in hoger.handelingen
        and gemeente.pk in {g.pk for g in hoger.gemeenten.all()}
        and (hoger.algemeen or hoger.geval == v.geval)
        and toegestaan is not None
        and toegestaan <= v.van
        and hoger.van <= v.van
        and (hoger.tot is None or (v.tot is not None and v.tot <= hoger.tot))
        and (uit is None or (v.tot is not None and v.tot < uit))
    )


def _toets_kring(v: Verlening, bestaand: list[Mandaat]) -> None:
    """Refuse a circle: the recipient may not stand above the giver for one of these acts (Awb 10:9)."""
    doel, te_zien, gezien = (v.ontvanger.pk, v.ontvanger_functie), [(v.gever.pk, v.gever_functie)], set()
    samen = [m for m in bestaand if set(m.handelingen) & set(v.handelingen) and beeindigd_op(m) is None]
    while te_zien:
        plek = te_zien.pop()
        if plek in gezien:
            continue
        gezien.add(plek)
        te_zien += [(m.gever_id, m.gever_functie) for m in samen if (m.ontvanger_id, m.ontvanger_functie) == plek]
    if doel in gezien:
        wie = partij(v.ontvanger, v.ontvanger_functie)
        raise _fout(
            "ontvanger",
            f"Dit maakt een kring: {wie} gaf deze bevoegdheid zelf al door aan de gever, direct of via een ander.",
            "Awb 10:9",
        )


def _fout(veld: str, tekst: str, grondslag: str = "") -> Geweigerd:
    return Geweigerd(tekst, grondslag=grondslag, velden={veld: tekst})
