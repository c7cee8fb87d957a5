"""Booking a judged declaration: the declaration, its lines, what was granted, and whose turn it is then.

Called by the message handler, inside the transaction in which the message is handled.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from ijw.berichten import jw323
from ijw.bevinding import Bevinding
from ijw.declaratie import met_teken, toegekend, totaal_met_teken
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.geld import euro
from jeugdregio.basis.klok import AMSTERDAM
from jeugdregio.beurten.actions import NieuweBeurt, open_beurten
from jeugdregio.financien.herstel import sleutel_herstel, sluit_herstelde
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import systeem
from jeugdregio.postbus import voortgang
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.permissions import rol_van_aanbieder
from recht.keten import declaratieantwoord
from recht.uitkomst import Uitkomst

BETAALTERMIJN = timedelta(days=30)  # art. 6:119b lid 2 BW: interest runs from the day after 30 days
GRONDSLAG_BETALEN = "Betalen binnen 30 dagen na ontvangst (art. 6:119b BW)"
GRONDSLAG_HERSTEL = "iJw 3.2: een afgewezen regel kun je verbeterd opnieuw indienen (IV085)"
_IN_EEN_CLIENT = re.compile(r"/Bericht/Declaratie/Clienten/Client\[\d+\]")


def geheel_afgekeurd(bevindingen: Iterable[Bevinding]) -> bool:
    """Tell whether the declaration as a whole counts as not sent: a fault above the lines (IV087)."""
    return any(b.niveau < 3 or not _IN_EEN_CLIENT.match(b.pad) for b in bevindingen)


def boek(
    bericht: jw323.Bericht,
    opgeslagen: Bericht,
    aanbieder: Organisatie,
    gemeente: Organisatie,
    bevindingen: Sequence[Bevinding],
) -> Declaratie:
    """Store a declaration with its lines and open the turns that follow. A fixed number of queries."""
    toekenningen = {toekenning.pad: toekenning.bedrag for toekenning in toegekend(bericht, bevindingen)}
    declaratie = maak_declaratie(bericht, opgeslagen, aanbieder, gemeente)
    declaratie.toegekend = sum(toekenningen.values())
    declaratie.save()
    regels = maak_regels(bericht, declaratie, bevindingen, toekenningen)
    Prestatie.objects.bulk_create(regels)
    afgewezen = sum(regel.afgewezen for regel in regels)
    beurten = []
    if afgewezen < len(regels):
        beurten.append(beurt_betaalbaar(declaratie))
    if afgewezen:
        beurten.append(beurt_herstel(declaratie, afgewezen, len(regels)))
    open_beurten(beurten)
    sluit_herstelde(declaratie)
    leg_vast(
        systeem(gemeente), "declaratie.beantwoord", soort="declaratie", onderwerp_id=declaratie.pk,
        gegevens={"regels": len(regels), "ingediend": declaratie.ingediend, "toegekend": declaratie.toegekend},
    )  # fmt: skip
    return declaratie


def maak_declaratie(
    bericht: jw323.Bericht, opgeslagen: Bericht, aanbieder: Organisatie, gemeente: Organisatie
) -> Declaratie:
    """Return the declaration of a message, not saved and with nothing granted yet."""
    inhoud = bericht.declaratie
    ontvangen_op = opgeslagen.ontvangen_op.astimezone(AMSTERDAM).date()
    return Declaratie(
        bericht=opgeslagen,
        aanbieder=aanbieder,
        gemeente=gemeente,
        nummer=inhoud.declaratie_nummer,
        begindatum=inhoud.declaratie_periode.begindatum,
        einddatum=inhoud.declaratie_periode.einddatum,
        ontvangen_op=ontvangen_op,
        antwoord_uiterlijk=_datum(declaratieantwoord(ontvangen_op)),
        ingediend=totaal_met_teken(inhoud.totaal_ingediend_bedrag),
    )


def _datum(uitkomst: Uitkomst) -> date:
    if uitkomst.datum is None:
        raise ValueError(f"{uitkomst.regel} geeft geen datum.")
    return uitkomst.datum


def maak_regels(
    bericht: jw323.Bericht,
    declaratie: Declaratie,
    bevindingen: Iterable[Bevinding] = (),
    toekenningen: Mapping[str, int] | None = None,
) -> list[Prestatie]:
    """Return the lines of a message, not saved, in its order. Granted amounts go by the path of the line."""
    per_pad: dict[str, list[Bevinding]] = defaultdict(list)
    for bevinding in bevindingen:
        per_pad[bevinding.pad].append(bevinding)
    toewijzingen = _toewijzing_ids(bericht, declaratie)
    regels: list[Prestatie] = []
    aantal = sum(len(client.prestaties) for client in bericht.declaratie.clienten)
    for nummer, client in enumerate(bericht.declaratie.clienten, 1):
        pad_client = f"/Bericht/Declaratie/Clienten/Client[{nummer}]"
        for index, prestatie in enumerate(client.prestaties, 1):
            pad = f"{pad_client}/Prestaties/Prestatie[{index}]"
            regel = _regel(prestatie, declaratie, [*per_pad[pad_client], *per_pad[pad]])
            regel.toewijzing_id = toewijzingen.get(regel.toewijzing_nummer)
            regel.toegekend = (toekenningen or {}).get(pad, 0)
            regels.append(regel)
            if len(regels) % voortgang.STAP == 0:
                voortgang.meld(voortgang.BOEKEN, len(regels), aantal)
    return regels


def _regel(prestatie: jw323.Prestatie, declaratie: Declaratie, bevindingen: list[Bevinding]) -> Prestatie:
    return Prestatie(
        declaratie=declaratie,
        toewijzing_nummer=str(prestatie.toewijzing_nummer),
        referentie=prestatie.product_referentie.referentie_nummer,
        vorige_referentie=prestatie.product_referentie.vorig_referentie_nummer or "",
        categorie=prestatie.product_categorie,
        code=prestatie.product_code,
        begindatum=prestatie.product_periode.begindatum,
        einddatum=prestatie.product_periode.einddatum,
        volume=prestatie.geleverd_volume,
        eenheid=prestatie.eenheid,
        tarief=prestatie.product_tarief,
        bedrag=met_teken(prestatie.ingediend_bedrag),
        retourcodes=list(dict.fromkeys(b.retourcode for b in bevindingen)),
        meldingen=[{"regel": b.regel, "retourcode": b.retourcode, "melding": b.melding} for b in bevindingen],
    )


def _toewijzing_ids(bericht: jw323.Bericht, declaratie: Declaratie) -> dict[str, UUID]:
    """Assignments of this provider only: a line on somebody else's assignment stays without a link."""
    nummers = {str(regel.toewijzing_nummer) for client in bericht.declaratie.clienten for regel in client.prestaties}
    eigen = Toewijzing.objects.filter(
        gemeente=declaratie.gemeente, aanbieder=declaratie.aanbieder, nummer__in=nummers
    ).order_by()
    return dict(eigen.values_list("nummer", "pk"))


def sleutel_betaalbaar(declaratie: Declaratie) -> str:
    """Name of the turn of the controller."""
    return f"declaratie:{declaratie.pk}:betaalbaar"


def beurt_betaalbaar(declaratie: Declaratie) -> NieuweBeurt:
    """Return the turn of the controller to release what was granted."""
    return NieuweBeurt(
        sleutel=sleutel_betaalbaar(declaratie),
        soort="Declaratie",
        titel="Declaratie betaalbaar stellen",
        aanduiding=f"{declaratie.aanbieder.naam}, {declaratie.begindatum:%m-%Y}",
        kenmerk=declaratie.nummer,
        tekst=f"{euro(declaratie.toegekend)} toegekend van {euro(declaratie.ingediend)}.",
        organisatie=declaratie.gemeente,
        rol=Rol.CONTROLLER,
        wachtende=declaratie.aanbieder,
        begon_op=declaratie.ontvangen_op,
        uiterlijk=declaratie.ontvangen_op + BETAALTERMIJN,
        grondslag=GRONDSLAG_BETALEN,
        handeling="Betaalbaar stellen",
        pad=reverse("financien:declaratie", args=[declaratie.pk]),
    )


def beurt_herstel(declaratie: Declaratie, afgewezen: int, regels: int) -> NieuweBeurt:
    """Return the turn of the provider to repair the refused lines."""
    return NieuweBeurt(
        sleutel=sleutel_herstel(declaratie),
        soort="Declaratie",
        titel="Afgewezen declaratieregels herstellen",
        aanduiding=f"{declaratie.gemeente.naam}, {declaratie.begindatum:%m-%Y}",
        kenmerk=declaratie.nummer,
        tekst=f"{afgewezen} van {regels} regels afgewezen. Bij elke regel staat waarom.",
        organisatie=declaratie.aanbieder,
        rol=rol_van_aanbieder(declaratie.aanbieder),
        begon_op=declaratie.ontvangen_op,
        uiterlijk=None,
        grondslag=GRONDSLAG_HERSTEL,
        handeling="Herstellen",
        pad=reverse("financien:declaratie", args=[declaratie.pk]),
    )
