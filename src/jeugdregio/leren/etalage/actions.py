"""Showing a practice, keeping it up to date, asking to talk about it, and answering."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.urls import reverse

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurt, rond_af
from jeugdregio.leren.etalage.models import Gesprek, Praktijk
from jeugdregio.leren.etalage.permissions import TONERS, beheert, mag_tonen, mag_vragen, zichtbare_praktijken
from jeugdregio.leren.permissions import eis, rol_van
from jeugdregio.leren.tekst import toets
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie

DAGEN_ANTWOORD = 14  # a habit of this room, not a legal term
_VERPLICHT = {
    "titel": "Geef een titel.",
    "principe": "Schrijf welk principe erachter zit.",
    "context": "Schrijf waar en voor wie dit werkt.",
    "wat": "Schrijf wat je doet.",
    "bewijs": "Schrijf waaraan je ziet dat het werkt, of dat je dat nog niet weet.",
    "contact": "Noem een functie of team.",
}


@dataclass(frozen=True, kw_only=True)
class Praktijktekst:
    """What is told about a practice."""

    titel: str
    principe: str
    context: str
    wat: str
    bewijs: str
    contact: str
    bron: str = ""


@transaction.atomic
def leg_neer(wie: Wie, tekst: Praktijktekst, *, fictief: bool = False) -> Praktijk:
    """Write a practice of the own organisation as a concept. Raises Geweigerd, Conflict when the title is taken."""
    eis(mag_tonen(wie), "Een praktijk laat iemand van beleid, bestuur of een partner zien.")
    schoon = toets(asdict(tekst), _VERPLICHT)
    organisatie = Organisatie.objects.get(pk=wie.organisatie_id)
    try:
        with transaction.atomic():
            praktijk = Praktijk.objects.create(
                **schoon, organisatie=organisatie, rol=rol_van(wie, TONERS), fictief=fictief
            )
    except IntegrityError as fout:
        raise Conflict("Je organisatie heeft al een praktijk met deze titel.") from fout
    leg_vast(wie, "praktijk.geschreven", soort="praktijk", onderwerp_id=praktijk.pk)
    return praktijk


@transaction.atomic
def wijzig(wie: Wie, praktijk_id: UUID, *, versie: int, **velden: str) -> Praktijk:
    """Write a practice again."""
    praktijk = _pak(wie, praktijk_id, versie)
    schoon = toets(asdict(Praktijktekst(**velden)), _VERPLICHT)
    for veld, waarde in schoon.items():
        setattr(praktijk, veld, waarde)
    praktijk.bijgewerkt_op = nu()
    try:
        with transaction.atomic():
            praktijk.save()
    except IntegrityError as fout:
        raise Conflict("Je organisatie heeft al een praktijk met deze titel.") from fout
    leg_vast(wie, "praktijk.gewijzigd", soort="praktijk", onderwerp_id=praktijk.pk)
    return praktijk


@transaction.atomic
def toon(wie: Wie, praktijk_id: UUID, *, versie: int) -> Praktijk:
    """Put it in the showcase."""
    return _naar(wie, praktijk_id, versie, Praktijk.Staat.GETOOND)


@transaction.atomic
def haal_weg(wie: Wie, praktijk_id: UUID, *, versie: int) -> Praktijk:
    """Take it out of the showcase; open requests to talk lapse."""
    praktijk = _naar(wie, praktijk_id, versie, Praktijk.Staat.WEG)
    laat_vervallen(*(_sleutel(g.pk) for g in praktijk.gesprekken.filter(beantwoord_op=None)))
    return praktijk


@transaction.atomic
def vraag_gesprek(wie: Wie, praktijk_id: UUID, *, vraag: str) -> Gesprek:
    """Ask the people of a practice to talk about taking it over. One open request per organisation."""
    praktijk = _zichtbaar(wie, praktijk_id)
    eis(mag_vragen(wie, praktijk), "Dit is een praktijk van je eigen organisatie.")
    assert wie.gebruiker is not None  # noqa: S101  mag_vragen
    schoon = toets({"vraag": vraag}, {"vraag": "Schrijf wat je wilt weten of overnemen."})
    if praktijk.staat != Praktijk.Staat.GETOOND:
        raise Conflict("Deze praktijk staat niet meer in de etalage.")
    organisatie = Organisatie.objects.get(pk=wie.organisatie_id)
    try:
        with transaction.atomic():
            gesprek = Gesprek.objects.create(praktijk=praktijk, vrager=wie.gebruiker, organisatie=organisatie, **schoon)
    except IntegrityError as fout:
        raise Conflict("Je organisatie heeft al een gesprek gevraagd. Wacht op het antwoord.") from fout
    open_beurt(
        sleutel=_sleutel(gesprek.pk), soort="praktijk_gesprek", titel="Iemand wil je aanpak overnemen",
        tekst=praktijk.titel, organisatie=praktijk.organisatie, rol=praktijk.rol, begon_op=vandaag(),
        uiterlijk=vandaag() + timedelta(days=DAGEN_ANTWOORD), grondslag="Etalage: wie vraagt, krijgt antwoord",
        uitleg=[f"Binnen {DAGEN_ANTWOORD} dagen na de vraag."], handeling="Lees en antwoord", pad=_pad(praktijk),
        wachtende=organisatie,
    )  # fmt: skip
    leg_vast(wie, "praktijk.gesprek_gevraagd", soort="praktijk", onderwerp_id=praktijk.pk)
    return gesprek


@transaction.atomic
def antwoord(
    wie: Wie, praktijk_id: UUID, *, gesprek: Gesprek, antwoord: str, afspraak_op: date | None = None
) -> Gesprek:
    """Answer a request, with a day to talk when there is one."""
    praktijk = _zichtbaar(wie, praktijk_id)
    eis(beheert(wie, praktijk), f"Antwoorden doet {praktijk.organisatie}.")
    schoon = toets({"antwoord": antwoord}, {"antwoord": "Schrijf een antwoord."})
    if afspraak_op and afspraak_op < vandaag():
        raise Geweigerd("Deze dag is voorbij.", velden={"afspraak_op": "Kies vandaag of later, of laat leeg."})
    gezet = praktijk.gesprekken.filter(pk=gesprek.pk, beantwoord_op=None).update(
        **schoon, afspraak_op=afspraak_op, beantwoord_op=nu()
    )
    if not gezet:
        raise Conflict("Deze vraag is al beantwoord.")
    rond_af(_sleutel(gesprek.pk))
    leg_vast(wie, "praktijk.gesprek_beantwoord", soort="praktijk", onderwerp_id=praktijk.pk)
    return Gesprek.objects.get(pk=gesprek.pk)


def _naar(wie: Wie, praktijk_id: UUID, versie: int, staat: str) -> Praktijk:
    praktijk = _pak(wie, praktijk_id, versie)
    if praktijk.staat == staat:
        raise Conflict(f"Deze praktijk is al {praktijk.get_staat_display().lower()}.")
    praktijk.staat = staat
    praktijk.save(update_fields=["staat"])
    leg_vast(wie, f"praktijk.{staat}", soort="praktijk", onderwerp_id=praktijk.pk)
    return praktijk


def _zichtbaar(wie: Wie, praktijk_id: UUID) -> Praktijk:
    praktijk = zichtbare_praktijken(wie).select_related("organisatie").filter(pk=praktijk_id).first()
    if praktijk is None:
        raise NietGevonden("Deze praktijk is er niet.")
    return praktijk


def _pak(wie: Wie, praktijk_id: UUID, versie: int) -> Praktijk:
    """Take a practice for a change: the first of two people wins, the other is told."""
    praktijk = _zichtbaar(wie, praktijk_id)
    eis(beheert(wie, praktijk), f"Dit beheert {praktijk.organisatie}.")
    if not Praktijk.objects.filter(pk=praktijk.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Iemand heeft dit net gewijzigd. Bekijk het opnieuw.")
    praktijk.versie = versie + 1
    return praktijk


def _sleutel(gesprek_id: UUID) -> str:
    return f"gesprek:{gesprek_id}:antwoord"


def _pad(praktijk: Praktijk) -> str:
    return reverse("etalage:praktijk", args=[praktijk.pk])
