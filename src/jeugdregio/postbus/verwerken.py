"""Handling a message that came in: one transaction, so that killing the process leaves all or nothing."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import F, Q

from ijw import Bericht as IjwBericht
from ijw import Bevinding, lees
from ijw.retour import retoursoort
from jeugdregio.basis.klok import AMSTERDAM, nu
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.adres import adressering
from jeugdregio.postbus.afkeuringen import leg_afkeuringen_vast
from jeugdregio.postbus.betrokkenen import leg_betrokkenen_vast
from jeugdregio.postbus.bevindingen import bewaar
from jeugdregio.postbus.doorsturen import stuur_door
from jeugdregio.postbus.kop import Kop, kop_van
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.ontvangen import ontvang
from jeugdregio.postbus.register import Behandeling, behandeling
from jeugdregio.postbus.retouren import retour_op
from jeugdregio.postbus.termijnen import VERZOEKEN, uiterlijk
from jeugdregio.postbus.uitbak import zet_klaar
from jeugdregio.postbus.vastgelopen import meld_onbruikbaar, meld_vastgelopen, sleutel_vastgelopen
from jeugdregio.postbus.voortgang import van_bericht

GELIJKTIJDIG = 3  # attempts when another worker handles the same child or identification at the same moment
HEADER = "/Bericht/Header"
Staat = Bericht.Staat
# What handling fills in; the content itself is never written again.
_VELDEN = [
    "soort", "afzender_code", "ontvanger_code", "afzender", "ontvanger", "identificatie", "dagtekening", "staat",
    "bevindingen", "aantal_bevindingen", "herhaling_van", "verwerkt_op", "laatste_fout", "volgende_poging_op",
    "antwoord_uiterlijk", "beantwoord_op",
]  # fmt: skip


def ontvang_en_verwerk(inhoud: bytes, *, kanaal: str, aangeboden_door: Organisatie | None = None) -> Bericht:
    """Store a message and handle it at once. When handling fails it stays stored and is tried again later."""
    return verwerk(ontvang(inhoud, kanaal=kanaal, aangeboden_door=aangeboden_door).pk)


def verwerk(bericht_id: UUID) -> Bericht:
    """Handle a stored message and return it with its final state; a message that was handled is left as it is.

    Everything happens in one transaction: checks, effects of the handler, the answer in the outbox, the new state.
    A fault in a handler is kept with the message (its kind, no content) and raised; the message stays "ontvangen".
    """
    for poging in range(1, GELIJKTIJDIG + 1):
        try:
            with transaction.atomic():
                return _verwerk(bericht_id)
        except (IntegrityError, OperationalError) as fout:
            if poging == GELIJKTIJDIG:
                _noteer(bericht_id, fout)
                raise
        except Exception as fout:
            _noteer(bericht_id, fout)
            raise
    raise AssertionError("unreachable")


def verwerk_openstaand(limiet: int = 100) -> tuple[int, int]:
    """Handle what waits, oldest first; return how many were handled and how many failed. One fault stops nothing."""
    nu_ = nu()
    wachtend = (
        Bericht.objects.filter(richting=Bericht.Richting.IN, staat=Staat.ONTVANGEN)
        .filter(Q(volgende_poging_op__isnull=True) | Q(volgende_poging_op__lte=nu_))
        .order_by("ontvangen_op", "pk")
        .values_list("pk", flat=True)[:limiet]
    )
    gedaan = mislukt = 0
    for bericht_id in list(wachtend):
        if not _vrij(bericht_id):
            continue
        try:
            verwerk(bericht_id)
            gedaan += 1
        except Exception:  # noqa: BLE001 - noted with the message; the next message must not wait for it
            mislukt += 1
    return gedaan, mislukt


def _vrij(bericht_id: UUID) -> bool:
    """Whether nobody has taken this message: without this, two workers with the same list wait for each other."""
    with transaction.atomic():
        vrij = Bericht.objects.select_for_update(skip_locked=True, no_key=True).filter(staat=Staat.ONTVANGEN)
        return vrij.filter(pk=bericht_id).values_list("pk", flat=True).first() is not None


def _verwerk(bericht_id: UUID) -> Bericht:
    # The claim: of two workers one changes the row, the other waits for it and then finds nothing to change.
    gepakt = Bericht.objects.filter(pk=bericht_id, richting=Bericht.Richting.IN, staat=Staat.ONTVANGEN).update(
        pogingen=F("pogingen") + 1
    )
    bericht = Bericht.objects.select_related("aangeboden_door").get(pk=bericht_id)
    if not gepakt:
        return bericht
    with van_bericht(bericht.pk, bericht.omvang):
        return _verwerk_inhoud(bericht)


def _verwerk_inhoud(bericht: Bericht) -> Bericht:
    lezing = lees(bytes(bericht.inhoud), max_bytes=settings.BERICHT_MAX_BYTES)
    bericht.soort = lezing.soort or ""
    if lezing.bericht is None:
        return _sluit(bericht, Staat.AFGEKEURD, lezing.bevindingen)
    kop = kop_van(lezing.bericht)
    bericht.afzender_code, bericht.ontvanger_code = kop.afzender, kop.ontvanger
    bericht.identificatie, bericht.dagtekening = kop.identificatie, kop.dagtekening
    adres = adressering(bericht, kop)
    bericht.afzender, bericht.ontvanger = adres.afzender, adres.ontvanger
    if adres.bevindingen:
        return _sluit(bericht, Staat.AFGEKEURD, adres.bevindingen)
    doen = behandeling(lezing.bericht.SOORT)
    if doen is None:
        return _sluit(bericht, Staat.AFGEKEURD, (_niet_voor_ons(lezing.bericht.SOORT),))
    niveau2 = tuple(b for b in lezing.bevindingen if b.niveau == 2)
    if adres.doorsturen:
        behandeld = _stuur_door(bericht, lezing.bericht, niveau2, doen)
    else:
        behandeld = _behandel(bericht, lezing.bericht, kop, niveau2, doen)
    leg_betrokkenen_vast(lezing.bericht, behandeld)
    return behandeld


def _stuur_door(bericht: Bericht, inhoud: IjwBericht, niveau2: tuple[Bevinding, ...], doen: Behandeling) -> Bericht:
    """Of an organisation that works here, for one elsewhere: nobody answers it here, findings keep it here."""
    _een_tegelijk(bericht)
    eerder = _eerder(bericht, Bericht.Richting.UIT)
    if eerder is not None:
        bericht.herhaling_van = eerder
        if _zelfde(eerder, bericht, inhoud):
            return _sluit(bericht, Staat.HERHAALD, ())
        return _sluit(bericht, Staat.AFGEKEURD, (_identificatie_gebruikt(bericht),))
    bevindingen = niveau2 or stuur_door(bericht, inhoud, doen)
    return _sluit(bericht, Staat.AFGEKEURD, bevindingen) if bevindingen else bericht


def _behandel(
    bericht: Bericht, inhoud: IjwBericht, kop: Kop, niveau2: tuple[Bevinding, ...], doen: Behandeling
) -> Bericht:
    _een_tegelijk(bericht)
    eerder = _eerder(bericht, Bericht.Richting.IN)
    if eerder is not None:
        bericht.herhaling_van = eerder
        if _zelfde(eerder, bericht, inhoud):
            return _sluit(bericht, Staat.HERHAALD, ())
        return _keur_af(bericht, inhoud, kop, (_identificatie_gebruikt(bericht),), doen)
    if niveau2:
        return _keur_af(bericht, inhoud, kop, niveau2, doen)
    # The handler may point at the message, so it must be complete in the database before that.
    bericht.save(update_fields=_VELDEN)
    if kop.retour_op is not None:
        _sluit_heenbericht(bericht, inhoud, kop)
    afhandeling = doen.handler(inhoud, bericht)
    antwoord = afhandeling.antwoord
    if antwoord is None and kop.retour_op is None:
        antwoord = _retour(bericht, inhoud, afhandeling.bevindingen)
    _zet_antwoord_klaar(bericht, antwoord)
    # A finding refuses the whole message (IV032); only a handler with an answer of its own takes in a part (JW323).
    geweigerd = afhandeling.bevindingen and afhandeling.antwoord is None and kop.retour_op is None
    return _sluit(bericht, Staat.AFGEKEURD if geweigerd else Staat.VERWERKT, afhandeling.bevindingen)


def _keur_af(
    bericht: Bericht, inhoud: IjwBericht, kop: Kop, bevindingen: Sequence[Bevinding], doen: Behandeling
) -> Bericht:
    """Refuse a message as a whole; nobody answers a return message."""
    bericht.save(update_fields=_VELDEN)
    if kop.retour_op is None:
        antwoord = doen.afkeur(inhoud, bericht, bevindingen) if doen.afkeur else _retour(bericht, inhoud, bevindingen)
        _zet_antwoord_klaar(bericht, antwoord)
    else:
        meld_onbruikbaar(bericht)
    return _sluit(bericht, Staat.AFGEKEURD, bevindingen)


def _retour(bericht: Bericht, inhoud: IjwBericht, bevindingen: Sequence[Bevinding]) -> IjwBericht:
    assert bericht.ontvanger is not None  # noqa: S101 - checked by adressering
    return retour_op(inhoud, bevindingen, bericht.ontvanger)


def _zet_antwoord_klaar(bericht: Bericht, antwoord: IjwBericht | None) -> None:
    if antwoord is not None and bericht.ontvanger is not None and bericht.afzender is not None:
        zet_klaar(antwoord, afzender=bericht.ontvanger, ontvanger=bericht.afzender, antwoord_op=bericht)


def _sluit(bericht: Bericht, staat: str, bevindingen: Sequence[Bevinding]) -> Bericht:
    bericht.staat, bericht.verwerkt_op, bericht.laatste_fout = staat, nu(), ""
    bericht.volgende_poging_op = None
    bericht.antwoord_uiterlijk = uiterlijk(bericht.soort, bericht.ontvangen_op.astimezone(AMSTERDAM).date())
    # A good request waits on for what the municipality decides; anything else has its answer now.
    if bevindingen or staat != Staat.VERWERKT or bericht.soort not in VERZOEKEN:
        bericht.beantwoord_op = bericht.verwerkt_op
    bewaar(bericht, bevindingen)
    bericht.save(update_fields=_VELDEN)
    leg_afkeuringen_vast(bericht, bevindingen)
    rond_af(sleutel_vastgelopen(bericht.pk))
    return bericht


def _een_tegelijk(bericht: Bericht) -> None:
    """Judge the messages of one sender one after another: two at once would both grant what may be granted once."""
    if bericht.afzender is not None:
        Organisatie.objects.select_for_update(no_key=True).get(pk=bericht.afzender.pk)


def _eerder(bericht: Bericht, richting: str) -> Bericht | None:
    """The message that used this identification before (TR056)."""
    return (
        Bericht.objects.filter(
            richting=richting, soort=bericht.soort, afzender_code=bericht.afzender_code,
            identificatie=bericht.identificatie, afzender__isnull=False, herhaling_van__isnull=True,
        )
        .exclude(pk=bericht.pk)
        .first()
    )  # fmt: skip


def _zelfde(eerder: Bericht, bericht: Bericht, inhoud: IjwBericht) -> bool:
    if eerder.vingerafdruk == bericht.vingerafdruk:
        return True
    return lees(bytes(eerder.inhoud), niveau=1, max_bytes=settings.BERICHT_MAX_BYTES).bericht == inhoud


def _sluit_heenbericht(retour: Bericht, inhoud: IjwBericht, kop: Kop) -> None:
    """Tie a return message to the message it answers and mark that one as answered."""
    heen = Bericht.objects.filter(
        richting=Bericht.Richting.UIT, afzender=retour.ontvanger, ontvanger=retour.afzender,
        identificatie=kop.retour_op,
    )  # fmt: skip
    gevonden = next((b for b in heen if _heeft_retour(b.soort, inhoud.SOORT)), None)
    if gevonden is None:
        return
    retour.antwoord_op = gevonden
    retour.save(update_fields=["antwoord_op"])
    Bericht.objects.filter(pk=gevonden.pk).update(staat=Staat.BEANTWOORD, verwerkt_op=nu(), beantwoord_op=nu())


def _heeft_retour(soort: str, retour: str) -> bool:
    try:
        return retoursoort(soort) == retour
    except ValueError:
        return False


def _identificatie_gebruikt(bericht: Bericht) -> Bevinding:
    return Bevinding(
        3, "TR056", HEADER,
        f"Identificatie {bericht.identificatie} is al gebruikt voor een ander bericht. Geef dit bericht een nieuwe "
        "identificatie.", "9056",
    )  # fmt: skip


def _niet_voor_ons(soort: str) -> Bevinding:
    return Bevinding(
        4, "SOORT", "/Bericht", f"Een {soort} kan dit systeem niet innemen. Neem contact op met de gemeente.", None
    )


def _noteer(bericht_id: UUID, fout: Exception) -> None:
    """Keep the fault with the message: the kind only, because the text may hold personal data."""
    with transaction.atomic():
        bericht = Bericht.objects.get(pk=bericht_id)
        if bericht.staat != Staat.ONTVANGEN:
            return
        bericht.pogingen += 1
        bericht.laatste_fout = type(fout).__name__[:500]
        bericht.volgende_poging_op = nu() + wachttijd(bericht.pogingen)
        bericht.save(update_fields=["pogingen", "laatste_fout", "volgende_poging_op"])
        meld_vastgelopen(bericht)


def wachttijd(pogingen: int) -> timedelta:
    """How long to wait after so many attempts: a minute, two, four ... at most a day."""
    return timedelta(minutes=min(2 ** min(pogingen - 1, 11), 1440))
