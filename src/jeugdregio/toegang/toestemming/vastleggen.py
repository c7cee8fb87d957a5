"""Recording what somebody answered, to what, and after which explanation; and that somebody takes it back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import Handelende, leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toestemming
from jeugdregio.toegang.permissions import zichtbare_kinderen
from jeugdregio.toegang.toestemming.herzien import herzie
from jeugdregio.toegang.toestemming.models import Doel, Doelbinding, Herziening, Wijze
from jeugdregio.toegang.toestemming.permissions import eis_behandelaar, te_behandelen_kind
from jeugdregio.zorglandschap.models import Product


@dataclass(frozen=True, kw_only=True)
class Voor:
    """What the answer is to. Help: the request or the question for help, and the product (empty: all of it)."""

    doel: str = Doel.HULP
    verzoek_id: UUID | None = None
    hulpvraag_id: UUID | None = None
    code: str = ""
    met_wie: str = ""
    wat: str = ""


@dataclass(frozen=True, kw_only=True)
class Uitleg:
    """What was explained before the answer, in which language and way, and on which day (Jeugdwet 7.3.2)."""

    tekst: str
    op: date
    taal: str = "Nederlands"
    wijze: str = Wijze.GESPREK


def leg_toestemming_vast(
    wie: Wie, kind_id: UUID, gezagsdrager_id: UUID | None, antwoord: str, op: date, *, voor: Voor, uitleg: Uitleg
) -> Toestemming:
    """Record the answer ("ja" or "nee") of the child itself (gezagsdrager_id None) or of somebody with authority.

    Raises Geweigerd for somebody without authority, a day before the birth or in the future, an answer without an
    explanation before it, or a yes to nothing in particular; NietGevonden for what is not of this child.
    """
    kind = te_behandelen_kind(wie, kind_id)
    drager = _drager(kind, gezagsdrager_id)
    return bewaar_toestemming(wie, kind, drager, antwoord, op, voor=voor, uitleg=uitleg, door=wie.gebruiker)


def bewaar_toestemming(
    wie: Handelende, kind: Kind, drager: Gezagsdrager | None, antwoord: str, op: date, *, voor: Voor, uitleg: Uitleg,
    door: Gebruiker | None,
) -> Toestemming:  # fmt: skip
    """Keep an answer; the caller checked the right. The page of the family calls this for who answers there."""
    binding = _binding(kind, voor, uitleg)
    _toets(kind, drager, antwoord, op, binding)
    with transaction.atomic():
        toestemming = Toestemming.objects.create(
            kind=kind, gezagsdrager=drager, antwoord=antwoord, op=op, doel=binding.get_doel_display(),
            vastgelegd_door=door,
        )  # fmt: skip
        binding.toestemming = toestemming
        binding.save()
        leg_vast(
            wie, "toestemming.vastgelegd", kind_id=kind.pk, soort="toestemming", onderwerp_id=toestemming.pk,
            gegevens={"doel": binding.doel},
        )  # fmt: skip
        kind_gewijzigd(kind)
        herzie(kind, Herziening.Aanleiding.GEWEIGERD if antwoord == Toestemming.Antwoord.NEE else "")
    return toestemming


def trek_toestemming_in(wie: Wie, toestemming_id: UUID, op: date) -> Toestemming:
    """Record that somebody withdrew a yes; from that day it is a no, and running help becomes a turn at once.

    Again: changes nothing. Raises Geweigerd for a day before the yes or in the future.
    """
    eis_behandelaar(wie)
    toestemming = (
        Toestemming.objects.select_related("kind__gemeente")
        .filter(pk=toestemming_id, kind__in=zichtbare_kinderen(wie)).first()
    )  # fmt: skip
    if toestemming is None:
        raise NietGevonden("Deze toestemming is er niet.")
    return bewaar_intrekking(wie, toestemming, op)


def bewaar_intrekking(wie: Handelende, toestemming: Toestemming, op: date) -> Toestemming:
    """Keep that a yes was withdrawn; the caller checked the right (the page of the family, for one's own yes)."""
    if toestemming.ingetrokken_op is not None:
        return toestemming
    if toestemming.antwoord != Toestemming.Antwoord.JA:
        raise Geweigerd("Dit antwoord was al een nee. Intrekken hoeft niet.")
    if not toestemming.op <= op <= vandaag():
        raise Geweigerd("De dag klopt niet.", velden={"op": "Kies een dag tussen de toestemming en vandaag."})
    toestemming.ingetrokken_op = op
    with transaction.atomic():
        toestemming.save(update_fields=["ingetrokken_op"])
        leg_vast(
            wie, "toestemming.ingetrokken", kind_id=toestemming.kind_id, soort="toestemming",
            onderwerp_id=toestemming.pk,
        )  # fmt: skip
        kind_gewijzigd(toestemming.kind)
        herzie(toestemming.kind, Herziening.Aanleiding.INGETROKKEN)
    return toestemming


def _drager(kind: Kind, gezagsdrager_id: UUID | None) -> Gezagsdrager | None:
    if gezagsdrager_id is None:
        return None
    drager = Gezagsdrager.objects.filter(pk=gezagsdrager_id, kind=kind).first()
    if drager is None:
        raise NietGevonden("Deze persoon hoort niet bij dit kind.")
    return drager


def _binding(kind: Kind, voor: Voor, uitleg: Uitleg) -> Doelbinding:
    verzoek = kind.verzoeken.filter(pk=voor.verzoek_id).first() if voor.verzoek_id else None
    hulpvraag = kind.hulpvragen.filter(pk=voor.hulpvraag_id).first() if voor.hulpvraag_id else None
    if (voor.verzoek_id and verzoek is None) or (voor.hulpvraag_id and hulpvraag is None):
        raise NietGevonden("Deze vraag hoort niet bij dit kind.")
    return Doelbinding(
        doel=voor.doel, verzoek=verzoek, hulpvraag=hulpvraag, code=voor.code.strip(),
        met_wie=voor.met_wie.strip()[:200], wat=voor.wat.strip()[:300], uitleg=uitleg.tekst.strip(),
        taal=uitleg.taal.strip()[:40] or "Nederlands", wijze=uitleg.wijze, uitgelegd_op=uitleg.op,
    )  # fmt: skip


def _toets(kind: Kind, drager: Gezagsdrager | None, antwoord: str, op: date, binding: Doelbinding) -> None:
    fouten = {}
    if drager is not None and not drager.heeft_gezag_op(op):
        fouten["wie"] = f"{drager.naam} had op die dag geen gezag over dit kind en hoeft niet in te stemmen."
    if antwoord not in Toestemming.Antwoord.values:
        fouten["antwoord"] = "Kies ja of nee."
    if not kind.eerste_dag <= op <= vandaag():
        fouten["op"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    fouten |= _fouten_doel(binding) | _fouten_uitleg(kind, op, binding)
    if fouten:
        grondslag = "Jeugdwet 7.3.2 en 7.3.4"
        raise Geweigerd(" ".join(fouten.values()), grondslag=grondslag, velden=fouten)


def _fouten_doel(binding: Doelbinding) -> dict[str, str]:
    if binding.doel not in Doel.values:
        return {"doel": "Kies waarvoor de toestemming is."}
    if binding.doel == Doel.HULP and binding.verzoek is None and binding.hulpvraag is None:
        return {"waarvoor": "Kies om welke hulpvraag het gaat. Een ja geldt niet voor alle hulp."}
    if binding.doel == Doel.DELEN and not (binding.met_wie and binding.wat):
        return {"met_wie": "Vul in met wie je deelt, en wat."}
    if binding.doel == Doel.BEWAREN and not binding.wat:
        return {"wat": "Vul in welke gegevens langer worden bewaard."}
    if binding.code and not Product.objects.filter(code=binding.code).exists():
        return {"code": "Dit product staat niet in de lijst."}
    return {}


def _fouten_uitleg(kind: Kind, op: date, binding: Doelbinding) -> dict[str, str]:
    fouten = {}
    if not binding.uitleg:
        fouten["uitleg"] = "Schrijf op wat je hebt uitgelegd. Een ja zonder uitleg telt niet."
    if binding.wijze not in Wijze.values:
        fouten["wijze"] = "Kies hoe je het hebt uitgelegd."
    if not kind.eerste_dag <= binding.uitgelegd_op <= op:
        fouten["uitgelegd_op"] = "De uitleg komt voor het antwoord: kies een dag op of voor het antwoord."
    return fouten
