"""Announcing a decision: the letter is made and kept, each who must have it gets it, and the terms begin and end."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.document import naar_pdf
from jeugdregio.basis.fouten import Conflict, Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang import weergave
from jeugdregio.toegang.beschikkingen import beurten
from jeugdregio.toegang.beschikkingen.besluiten import eis_ongewijzigd
from jeugdregio.toegang.beschikkingen.brief import brief
from jeugdregio.toegang.beschikkingen.models import Beschikking, Besluitbrief, Soort, Staat, Verzending
from jeugdregio.toegang.beschikkingen.pakken import log, pak
from jeugdregio.toegang.beschikkingen.permissions import haal
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import Gezagsdrager
from jeugdregio.toegang.permissions import eis_toegang
from jeugdregio.toegang.termijnen.actions import start_klok, stop_klokken
from jeugdregio.toegang.termijnen.beurten import ONDERZOEK
from recht.beschikking import ontvangers as wie_krijgt
from recht.bezwaar import bezwaartermijn

KIND = "kind"


@dataclass(frozen=True)
class Ontvanger:
    """Somebody the decision can go to. `moet`: without this one it is not announced to all who must have it."""

    sleutel: str
    naam: str
    relatie: str
    moet: bool
    gezagsdrager: Gezagsdrager | None = None


def ontvangers(beschikking: Beschikking) -> list[Ontvanger]:
    """Return to whom a decision goes today, the child first; from 16 years parents only if the youth agrees."""
    kind = beschikking.kind
    dragers = [d for d in kind.gezagsdragers.all() if d.heeft_gezag_op(vandaag())]
    uitkomst = wie_krijgt(kind.geboortedatum, vandaag(), tuple(str(d.pk) for d in dragers))
    moet = set(str(uitkomst.waarde).split(", "))
    zelf = [Ontvanger(KIND, weergave.naam(kind), "de jeugdige zelf", KIND in moet)] if KIND in moet else []
    return [*zelf, *(Ontvanger(str(d.pk), d.naam, d.relatie, str(d.pk) in moet, d) for d in dragers)]


def verzend(wie: Wie, beschikking_id: UUID, wijzen: Mapping[str, str], *, versie: int) -> Beschikking:
    """Send a signed decision today; `wijzen` says per recipient (`Ontvanger.sleutel`) how, empty is not.

    Makes and keeps the letter, stops the term to decide, starts the term to object from tomorrow (Awb 3:41, 6:8), and
    opens the turn to arrange the help. Raises Geweigerd when somebody who must have it is left out, Conflict when it
    was sent already.
    """
    eis_toegang(wie)
    assert wie.gebruiker is not None  # noqa: S101  access is people
    pdf = _brief(haal(wie, beschikking_id))
    with transaction.atomic():
        beschikking = pak(wie, beschikking_id, versie, Staat.GETEKEND)
        eis_ongewijzigd(beschikking)
        gekozen = _gekozen(ontvangers(beschikking), wijzen)
        Besluitbrief.objects.create(beschikking=beschikking, pdf=pdf, sha256=hashlib.sha256(pdf).hexdigest())
        Verzending.objects.bulk_create(
            Verzending(beschikking=beschikking, gezagsdrager=o.gezagsdrager, naam=o.naam, wijze=wijze, op=vandaag(),
                       door=wie.gebruiker)
            for o, wijze in gekozen
        )  # fmt: skip
        beschikking.staat, beschikking.verzonden_op = Staat.VERZONDEN, vandaag()
        beschikking.bezwaar_tot = bezwaartermijn(vandaag()).datum
        beschikking.save()
        _termijnen(wie, beschikking)
        kind_gewijzigd(beschikking.kind)
        beurten.gedaan(beschikking, "verzenden")
        if te_regelen(beschikking):
            beurten.open_uitvoeren(beschikking)
        log(wie, beschikking, "verzonden", {"wijzen": sorted({wijze for _, wijze in gekozen})})
    return beschikking


def te_regelen(beschikking: Beschikking) -> list[object]:
    """Return the lines from which something must still follow: what was granted, or stops, and is not carried out."""
    stopt = beschikking.soort == Soort.INTREKKING
    return [r for r in beschikking.regels.all() if (r.toegekend or stopt) and not hasattr(r, "uitvoering")]


def _brief(beschikking: Beschikking) -> bytes:
    """The letter of today; outside the transaction, because it takes a second."""
    if beschikking.staat != Staat.GETEKEND:
        raise Conflict("Dit besluit is niet getekend, of al verzonden. Bekijk het opnieuw.")
    return naar_pdf(brief(beschikking.inhoud, vandaag()))


def _gekozen(mogelijk: Sequence[Ontvanger], wijzen: Mapping[str, str]) -> list[tuple[Ontvanger, str]]:
    fouten = {}
    gekozen = []
    for ontvanger in mogelijk:
        wijze = wijzen.get(ontvanger.sleutel, "")
        if wijze in Verzending.Wijze.values:
            gekozen.append((ontvanger, wijze))
        elif wijze or ontvanger.moet:
            fouten[f"wijze_{ontvanger.sleutel}"] = f"Kies hoe {ontvanger.naam} het besluit krijgt."
    if fouten:
        raise Geweigerd(
            "Een besluit geldt pas als ieder voor wie het is het krijgt.", grondslag="Awb 3:41 lid 1", velden=fouten
        )
    if not gekozen:
        raise Geweigerd("Er is niemand aan wie dit besluit kan. Leg eerst vast wie het gezag heeft.",
                        grondslag="Awb 3:41 lid 1")  # fmt: skip
    return gekozen


def _termijnen(wie: Wie, beschikking: Beschikking) -> None:
    if beschikking.vervangt_id is None:
        stop_klokken(
            wie, ("hulpvraag", beschikking.hulpvraag_id), vandaag(), f"besluit {beschikking.kenmerk}",
            regels=(beurten.BESLISTERMIJN, ONDERZOEK),
        )  # fmt: skip
    start_klok(
        wie, "awb-bezwaartermijn", beschikking.kind, vandaag(), hulpvraag=beschikking.hulpvraag,
        onderwerp=("beschikking", beschikking.pk), kenmerk=beschikking.kenmerk,
    )  # fmt: skip
