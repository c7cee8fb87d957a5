"""The story of a circle: versions, the consent of everybody named, publishing, and taking it back."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu
from jeugdregio.beurten.actions import rond_af
from jeugdregio.leren.leerkring import beurten
from jeugdregio.leren.leerkring.actions import eis_stap, naar_volgende, pak
from jeugdregio.leren.leerkring.models import Bron, Deelnemer, Kring, Verhaal
from jeugdregio.leren.leerkring.permissions import deelnemer_van, doet_mee, organiseert
from jeugdregio.leren.permissions import eis
from jeugdregio.leren.tekst import toets
from jeugdregio.organisaties.wie import Wie

Stap = Kring.Stap
JA, NEE, OPEN = Bron.Antwoord.JA, Bron.Antwoord.NEE, Bron.Antwoord.OPEN


@transaction.atomic
def schrijf_verhaal(
    wie: Wie, kring_id: UUID, *, versie: int, titel: str, tekst: str, bronnen: Iterable[Deelnemer]
) -> Verhaal:
    """Write a next version and ask everybody named in it. Who brought the success is always a source.

    Raises Geweigerd when the text names a participant who is not among the sources.
    """
    kring = pak(wie, kring_id, versie)
    eis(organiseert(wie, kring) or doet_mee(wie, kring), "Alleen wie meedoet schrijft aan het verhaal.")
    eis_stap(kring, Stap.VERHAAL, Stap.KLAAR)
    schoon = toets({"titel": titel, "tekst": tekst}, {"titel": "Geef een titel.", "tekst": "Schrijf het verhaal."})
    deelnemers = list(kring.deelnemers.select_related("gebruiker", "organisatie"))
    gekozen = {d.pk for d in bronnen} | {d.pk for d in deelnemers if d.inbrenger}
    vergeten = [d.gebruiker.naam for d in deelnemers if d.pk not in gekozen and _noemt(schoon, d)]
    if vergeten:
        raise Geweigerd(
            f"De tekst noemt {', '.join(vergeten)}, maar die staat niet bij de bronnen.",
            velden={"bronnen": "Kruis iedereen aan die in de tekst staat, of haal de naam weg."},
        )
    for oud in kring.verhalen.prefetch_related("bronnen"):
        beurten.vraag_vervalt(oud)
    nummer = (kring.verhalen.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1
    assert wie.gebruiker is not None  # noqa: S101  a participant or organiser is a person
    verhaal = Verhaal.objects.create(kring=kring, nummer=nummer, gemaakt_door=wie.gebruiker, **schoon)
    rijen = Bron.objects.bulk_create(Bron(verhaal=verhaal, deelnemer=d) for d in deelnemers if d.pk in gekozen)
    beurten.vraag_instemming(verhaal, rijen)
    kring.versie += 1
    kring.save(update_fields=["versie"])
    leg_vast(wie, "verhaal.versie", soort="verhaal", onderwerp_id=verhaal.pk, gegevens={"nummer": nummer})
    return verhaal


def _noemt(velden: dict[str, str], deelnemer: Deelnemer) -> bool:
    naam = deelnemer.gebruiker.naam.casefold()
    return any(naam in tekst.casefold() for tekst in velden.values())


@transaction.atomic
def antwoord(wie: Wie, kring_id: UUID, *, verhaal_id: UUID, antwoord: str, toelichting: str = "") -> Bron:
    """Say as a source whether this version may be told. A no, also later, takes a published story offline at once."""
    kring = pak(wie, kring_id)
    verhaal = _verhaal(kring, verhaal_id)
    mijn = deelnemer_van(wie, kring)
    bron = verhaal.bronnen.filter(deelnemer=mijn).first() if mijn else None
    if bron is None:
        raise NietGevonden("Jij staat niet als bron in deze versie.")
    if antwoord not in {JA, NEE}:
        raise Geweigerd("Kies ja of nee.", velden={"antwoord": "Kies ja of nee."})
    if verhaal != kring.verhalen.first() and antwoord == JA:
        raise Conflict("Er is een nieuwere versie. Lees die eerst.")
    schoon = toets({"toelichting": toelichting}, {})
    bron.antwoord, bron.op, bron.toelichting = antwoord, nu(), schoon["toelichting"]
    bron.save()
    rond_af(beurten.sleutel_bron(bron.pk))
    if antwoord == NEE and verhaal.staat == "gepubliceerd":
        _haal_weg(verhaal, "Een bron heeft de toestemming ingetrokken.")
    leg_vast(wie, f"verhaal.bron_{antwoord}", soort="verhaal", onderwerp_id=verhaal.pk)
    return bron


@transaction.atomic
def publiceer(wie: Wie, kring_id: UUID, *, versie: int) -> Verhaal:
    """Tell the latest version: only when every source said yes. The version before it goes offline."""
    kring = pak(wie, kring_id, versie)
    eis(organiseert(wie, kring), "Publiceren doet wie de leerkring organiseert.")
    eis_stap(kring, Stap.VERHAAL, Stap.KLAAR)
    verhaal = kring.verhalen.prefetch_related("bronnen__deelnemer__gebruiker").first()
    if verhaal is None:
        raise Geweigerd("Er is nog geen verhaal.")
    wacht = [b.deelnemer.gebruiker.naam for b in verhaal.bronnen.all() if b.antwoord != JA]
    if wacht:
        raise Geweigerd(f"Nog geen ja van {', '.join(wacht)}. Zonder ja van elke bron gaat er niets naar buiten.")
    if verhaal.gepubliceerd_op:
        raise Conflict("Deze versie is al naar buiten gegaan.")
    for oud in kring.verhalen.filter(gepubliceerd_op__isnull=False, offline_op=None):
        _haal_weg(oud, f"Vervangen door versie {verhaal.nummer}.")
    verhaal.gepubliceerd_op = nu()
    verhaal.save(update_fields=["gepubliceerd_op"])
    if kring.stap == Stap.VERHAAL:
        naar_volgende(wie, kring)
    leg_vast(wie, "verhaal.gepubliceerd", soort="verhaal", onderwerp_id=verhaal.pk)
    return verhaal


@transaction.atomic
def haal_offline(wie: Wie, kring_id: UUID, *, reden: str) -> Verhaal:
    """Take the published version offline, with the reason."""
    kring = pak(wie, kring_id)
    eis(organiseert(wie, kring), "Offline halen doet wie de leerkring organiseert, of een bron zelf.")
    schoon = toets({"reden": reden}, {"reden": "Schrijf waarom."})
    verhaal = kring.verhalen.filter(gepubliceerd_op__isnull=False, offline_op=None).first()
    if verhaal is None:
        raise Conflict("Er staat geen verhaal online.")
    _haal_weg(verhaal, schoon["reden"])
    leg_vast(wie, "verhaal.offline", soort="verhaal", onderwerp_id=verhaal.pk)
    return verhaal


@transaction.atomic
def rond_af_zonder_verhaal(wie: Wie, kring_id: UUID, *, versie: int, reden: str) -> Kring:
    """Finish a circle without telling its story, and say why."""
    kring = pak(wie, kring_id, versie)
    eis(organiseert(wie, kring), "Afronden doet wie de leerkring organiseert.")
    eis_stap(kring, Stap.VERHAAL)
    kring.geen_verhaal = toets({"reden": reden}, {"reden": "Schrijf waarom er geen verhaal komt."})["reden"]
    for verhaal in kring.verhalen.prefetch_related("bronnen"):
        beurten.vraag_vervalt(verhaal)
    naar_volgende(wie, kring)
    return kring


def _haal_weg(verhaal: Verhaal, reden: str) -> None:
    verhaal.offline_op, verhaal.offline_reden = nu(), reden
    verhaal.save(update_fields=["offline_op", "offline_reden"])


def _verhaal(kring: Kring, verhaal_id: UUID) -> Verhaal:
    verhaal = kring.verhalen.filter(pk=verhaal_id).first()
    if verhaal is None:
        raise NietGevonden("Dit verhaal hoort niet bij deze leerkring.")
    return verhaal
