"""A pilot from idea to what is kept: begin, start, note what is seen, lengthen, decide per part, finish."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.urls import reverse

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.bestuur.consent.permissions import mag_inbrengen
from jeugdregio.beurten.actions import open_beurt, rond_af, verzet
from jeugdregio.leren.permissions import eis, rol_van
from jeugdregio.leren.proeftuin.models import Proefdeel, Proeftuin, Waarneming
from jeugdregio.leren.proeftuin.permissions import BEGINNERS, beheert, doet_mee, mag_beginnen, zichtbare_proeftuinen
from jeugdregio.leren.tekst import toets
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_kort, maanden_erbij

LANGST = 24  # months: what is tried longer is no pilot any more; a choice of this room
_GROND = "Proeftuin: op de laatste dag is besloten wat blijft"
_VERPLICHT = {
    "titel": "Geef een titel.",
    "vraag": "Schrijf wat je wilt weten.",
    "ruimte": "Schrijf waarvan je afwijkt en wie dat toestond, of dat je binnen de regels blijft.",
    "maat": "Schrijf waaraan je ziet of het werkt.",
    "wat": "Schrijf wat je probeert: elke regel een ding.",
}
_S, _U = Proeftuin.Staat, Proefdeel.Uitkomst


@transaction.atomic
def begin(
    wie: Wie, *, titel: str, vraag: str, wat: str, ruimte: str, maat: str, van: date, tot: date,
    deelnemers: Sequence[Organisatie] = (), fictief: bool = False,
) -> Proeftuin:  # fmt: skip
    """Write a pilot as a concept; `wat` holds what is tried, a line each. Raises Geweigerd, GeenRecht."""
    eis(mag_beginnen(wie), "Een proeftuin begint iemand van beleid, bestuur of de teamleider.")
    schoon = toets({"titel": titel, "vraag": vraag, "ruimte": ruimte, "maat": maat, "wat": wat}, _VERPLICHT)
    _eis_periode(van, tot)
    delen = [regel.strip() for regel in schoon.pop("wat").splitlines() if regel.strip()]
    lang = [deel for deel in delen if len(deel) > 300]
    if lang:
        raise Geweigerd("Een regel is te lang.", velden={"wat": "Houd elke regel onder 300 tekens."})
    proeftuin = Proeftuin.objects.create(
        **schoon, van=van, tot=tot, organisatie=Organisatie.objects.get(pk=wie.organisatie_id),
        rol=rol_van(wie, BEGINNERS), fictief=fictief,
    )  # fmt: skip
    proeftuin.deelnemers.set(deelnemers)
    Proefdeel.objects.bulk_create(
        Proefdeel(proeftuin=proeftuin, volgorde=nummer, wat=deel) for nummer, deel in enumerate(delen, 1)
    )
    leg_vast(wie, "proeftuin.geschreven", soort="proeftuin", onderwerp_id=proeftuin.pk)
    return proeftuin


@transaction.atomic
def start(wie: Wie, proeftuin_id: UUID, *, versie: int) -> Proeftuin:
    """Let a concept run; its owner gets the turn to decide on the last day what stays."""
    proeftuin = _pak(wie, proeftuin_id, versie, _S.CONCEPT)
    proeftuin.staat = _S.LOOPT
    proeftuin.save(update_fields=["staat"])
    open_beurt(
        sleutel=_sleutel(proeftuin), soort="proeftuin_afronden", titel="Proeftuin: besluit wat blijft",
        tekst=proeftuin.titel, organisatie=proeftuin.organisatie, rol=proeftuin.rol, begon_op=proeftuin.van,
        uiterlijk=proeftuin.tot, grondslag=_GROND, uitleg=_uitleg(proeftuin), handeling="Besluit wat blijft",
        pad=_pad(proeftuin),
    )  # fmt: skip
    leg_vast(wie, "proeftuin.gestart", soort="proeftuin", onderwerp_id=proeftuin.pk)
    return proeftuin


@transaction.atomic
def noteer(wie: Wie, proeftuin_id: UUID, *, tekst: str) -> Waarneming:
    """Note what is seen while it runs. For who takes part; without anything that leads to a family."""
    proeftuin = _zichtbaar(wie, proeftuin_id)
    eis(doet_mee(wie, proeftuin), "Noteren doet wie meedoet aan de proeftuin.")
    assert wie.gebruiker is not None  # noqa: S101  doet_mee
    _eis_staat(proeftuin, _S.LOOPT)
    schoon = toets({"tekst": tekst}, {"tekst": "Schrijf wat je zag."})
    namens = Organisatie.objects.get(pk=wie.organisatie_id)
    gezien = Waarneming.objects.create(proeftuin=proeftuin, door=wie.gebruiker, namens=namens, **schoon)
    leg_vast(wie, "proeftuin.waarneming", soort="proeftuin", onderwerp_id=proeftuin.pk)
    return gezien


@transaction.atomic
def verleng(wie: Wie, proeftuin_id: UUID, *, tot: date, reden: str, versie: int) -> Proeftuin:
    """Move the last day, with the reason; at most 24 months from the first day."""
    proeftuin = _pak(wie, proeftuin_id, versie, _S.LOOPT)
    schoon = toets({"reden": reden}, {"reden": "Schrijf waarom er meer tijd nodig is."})
    if tot <= proeftuin.tot:
        raise Geweigerd(
            "De nieuwe dag ligt niet later.", velden={"tot": f"Kies een dag na {datum_kort(proeftuin.tot)}."}
        )
    _eis_periode(proeftuin.van, tot)
    proeftuin.tot, proeftuin.reden_verlenging = tot, schoon["reden"]
    proeftuin.save(update_fields=["tot", "reden_verlenging"])
    verzet(_sleutel(proeftuin), tot, _uitleg(proeftuin))
    leg_vast(wie, "proeftuin.verlengd", soort="proeftuin", onderwerp_id=proeftuin.pk)
    return proeftuin


@transaction.atomic
def beslis(
    wie: Wie, proeftuin_id: UUID, *, onderdeel: Proefdeel, uitkomst: str, waarom: str, borgt: str, versie: int
) -> Proefdeel:
    """Decide what becomes of a part: it stays, stays otherwise, or stops. What stays has somebody who keeps it."""
    proeftuin = _pak(wie, proeftuin_id, versie, _S.LOOPT)
    gevonden = proeftuin.onderdelen.filter(pk=onderdeel.pk).first()
    if gevonden is None:
        raise NietGevonden("Dit onderdeel hoort niet bij deze proeftuin.")
    nodig = {"waarom": "Schrijf waarom."}
    if uitkomst in (_U.BLIJFT, _U.ANDERS):
        nodig["borgt"] = "Noem wie het in stand houdt: een functie of team."
    elif uitkomst != _U.STOPT:
        raise Geweigerd("Kies wat ermee gebeurt.", velden={"uitkomst": "Kies uit de lijst."})
    schoon = toets({"waarom": waarom, "borgt": borgt}, nodig)
    gevonden.uitkomst, gevonden.waarom, gevonden.borgt = uitkomst, schoon["waarom"], schoon["borgt"]
    gevonden.save()
    leg_vast(wie, "proeftuin.besloten", soort="proeftuin", onderwerp_id=proeftuin.pk, gegevens={"uitkomst": uitkomst})
    return gevonden


@transaction.atomic
def rond_proeftuin_af(wie: Wie, proeftuin_id: UUID, *, geleerd: str, reden_eerder: str = "", versie: int) -> Proeftuin:
    """Finish a pilot when every part has its outcome; before the last day only with a reason."""
    proeftuin = _pak(wie, proeftuin_id, versie, _S.LOOPT)
    if open_ := proeftuin.onderdelen.filter(uitkomst=_U.OPEN).first():
        raise Geweigerd(f"Besluit eerst wat er gebeurt met elk onderdeel. Nog open: {open_.wat}")
    nodig = {"geleerd": "Schrijf wat je leerde."}
    if vandaag() < proeftuin.tot:
        nodig["reden_eerder"] = f"De laatste dag is {datum_kort(proeftuin.tot)}. Schrijf waarom je eerder stopt."
    schoon = toets({"geleerd": geleerd, "reden_eerder": reden_eerder}, nodig)
    proeftuin.geleerd, proeftuin.afgerond_op, proeftuin.staat = schoon["geleerd"], vandaag(), _S.AFGEROND
    proeftuin.reden_eerder = schoon["reden_eerder"] if "reden_eerder" in nodig else ""
    proeftuin.save()
    rond_af(_sleutel(proeftuin))
    leg_vast(wie, "proeftuin.afgerond", soort="proeftuin", onderwerp_id=proeftuin.pk)
    return proeftuin


@transaction.atomic
def maak_voorstel(wie: Wie, proeftuin_id: UUID, *, onderdeel: Proefdeel, titel: str, tekst: str) -> Proefdeel:
    """Make a concept proposal of a part that stays, once: what a few tried becomes an agreement of all."""
    eis(mag_inbrengen(wie), "Een voorstel brengt een wethouder, beleidsmedewerker, jurist of het regiokantoor in.")
    proeftuin = _zichtbaar(wie, proeftuin_id)
    _eis_staat(proeftuin, _S.AFGEROND)
    gevonden = proeftuin.onderdelen.select_for_update().filter(pk=onderdeel.pk).first()
    if gevonden is None:
        raise NietGevonden("Dit onderdeel hoort niet bij deze proeftuin.")
    if gevonden.voorstel_id or gevonden.uitkomst == _U.STOPT:
        raise Conflict("Van dit onderdeel is al een voorstel gemaakt, of het stopt.")
    aanleiding = f"Proeftuin “{proeftuin.titel}”: {gevonden.wat}. {gevonden.waarom}"
    gevonden.voorstel_id = maak_concept(wie, titel=titel, tekst=tekst, aanleiding=aanleiding).pk
    gevonden.save(update_fields=["voorstel_id"])
    leg_vast(wie, "proeftuin.voorstel", soort="proeftuin", onderwerp_id=proeftuin.pk)
    return gevonden


def _eis_periode(van: date, tot: date) -> None:
    uiterlijk = maanden_erbij(van, LANGST)
    if not van < tot <= uiterlijk:
        melding = f"Kies een laatste dag na {datum_kort(van)} en uiterlijk {datum_kort(uiterlijk)}."
        raise Geweigerd(f"Een proeftuin heeft een einde, binnen {LANGST} maanden.", velden={"tot": melding})


def _zichtbaar(wie: Wie, proeftuin_id: UUID) -> Proeftuin:
    gevonden = zichtbare_proeftuinen(wie).select_related("organisatie").filter(pk=proeftuin_id).first()
    if gevonden is None:
        raise NietGevonden("Deze proeftuin is er niet.")
    return gevonden


def _pak(wie: Wie, proeftuin_id: UUID, versie: int, staat: str) -> Proeftuin:
    """Take a pilot for a change: the first of two people wins, the other is told."""
    proeftuin = _zichtbaar(wie, proeftuin_id)
    eis(beheert(wie, proeftuin), f"Dit beheert {proeftuin.organisatie}.")
    _eis_staat(proeftuin, staat)
    if not Proeftuin.objects.filter(pk=proeftuin.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Iemand heeft dit net gewijzigd. Bekijk het opnieuw.")
    proeftuin.versie = versie + 1
    return proeftuin


def _eis_staat(proeftuin: Proeftuin, staat: str) -> None:
    if proeftuin.staat != staat:
        raise Conflict(
            f"Deze proeftuin is nu: {proeftuin.get_staat_display().lower()}. Dit kan alleen bij een andere stand."
        )


def _uitleg(proeftuin: Proeftuin) -> list[str]:
    stappen = [f"Begon op {datum_kort(proeftuin.van)}.", f"De laatste dag is {datum_kort(proeftuin.tot)}."]
    return [*stappen, f"Verlengd: {proeftuin.reden_verlenging}"] if proeftuin.reden_verlenging else stappen


def _sleutel(proeftuin: Proeftuin) -> str:
    return f"proeftuin:{proeftuin.pk}:afronden"


def _pad(proeftuin: Proeftuin) -> str:
    return reverse("proeftuin:proeftuin", args=[proeftuin.pk])
