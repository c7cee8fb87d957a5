"""Acts on the seat of a guest: an expert from outside who sees one case, what was shared of it, until a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurten, rond_af
from jeugdregio.organisaties.models import Aanstelling, Gebruiker, Rol
from jeugdregio.organisaties.wie import Wie, systeem
from jeugdregio.toegang.opschaling import beurten
from jeugdregio.toegang.opschaling.anoniem import eis_zonder_naam
from jeugdregio.toegang.opschaling.models import Casusvraag, Gastplek, Opschaling
from jeugdregio.toegang.opschaling.permissions import eis_secretaris, geldige_gastplekken, zichtbare_casussen
from jeugdregio.toegang.permissions import eis_toegang, is_toegang
from jeugdregio.toegang.toestemming.deling import NieuweDeling, leg_deling_vast
from jeugdregio.toegang.toestemming.models import Ontvanger

LANGST = timedelta(days=183)


@dataclass(frozen=True, kw_only=True)
class NieuweGast:
    """Somebody from outside: who, why, which parts of the case, on what ground (a Deling.Grond), until when."""

    naam: str
    email: str
    wachtwoord: str
    deskundigheid: str
    waarom: str
    delen: Sequence[str]
    tot: date
    grond: str
    delen_reden: str = ""


def nodig_uit(wie: Wie, casus_id: UUID, nieuw: NieuweGast) -> Gastplek:
    """Give somebody from outside a seat at one case until a day, for the parts that are named.

    For the referrer, who holds the direction and may judge the consent: it is a share of its own. The account holds
    no other role: who already works here is not a guest. Raises Geweigerd (field by field), NietGevonden.
    """
    eis_toegang(wie)
    casus = _casus(wie, casus_id)
    _toets(casus, nieuw)
    opschaling = casus.stap.opschaling
    with transaction.atomic():
        deling = leg_deling_vast(wie, opschaling.hulpvraag.kind_id, _deling(nieuw, opschaling))
        gebruiker = _gebruiker(nieuw.email, nieuw.naam, nieuw.wachtwoord)
        aanstelling = Aanstelling.objects.create(
            gebruiker=gebruiker, organisatie=casus.team.organisatie, rol=Rol.GAST, van=vandaag(), tot=nieuw.tot
        )
        plek = Gastplek.objects.create(
            casusvraag=casus, gebruiker=gebruiker, aanstelling=aanstelling, deling=deling, van=vandaag(), tot=nieuw.tot,
            deskundigheid=nieuw.deskundigheid.strip(), waarom=nieuw.waarom.strip(),
            delen=[d for d in Gastplek.Deel.values if d in nieuw.delen], uitgenodigd_door=wie.gebruikersnaam,
        )  # fmt: skip
        open_beurten([beurten.gast(plek)])
        _log(wie, plek, "uitgenodigd", {"delen": plek.delen, "tot": nieuw.tot.isoformat()})
    return plek


def _deling(nieuw: NieuweGast, opschaling: Opschaling) -> NieuweDeling:
    labels = [Gastplek.Deel(deel).label.lower() for deel in nieuw.delen]
    return NieuweDeling(
        ontvanger=Ontvanger.EXPERT, aan=nieuw.naam, wat=f"De casus zonder naam: {', '.join(labels)}",
        doel=nieuw.waarom, grond=nieuw.grond, reden=nieuw.delen_reden, hulpvraag_id=opschaling.hulpvraag_id,
    )  # fmt: skip


def breng_in(wie: Wie, casus_id: UUID, *, tekst: str) -> Gastplek:
    """Write down as guest what one thinks of the case; again replaces it."""
    plek = geldige_gastplekken(wie).select_related(
        "casusvraag__stap__opschaling__hulpvraag__kind"
    ).filter(casusvraag=casus_id).first()  # fmt: skip
    if plek is None:
        raise NietGevonden("Deze casus is er niet.")
    if not tekst.strip():
        raise Geweigerd("Schrijf op wat je meegeeft.", velden={"tekst": "Schrijf op wat je meegeeft."})
    eis_zonder_naam(plek.casusvraag.stap.opschaling.hulpvraag.kind, {"tekst": tekst})
    with transaction.atomic():
        plek.inbreng, plek.inbreng_op = tekst.strip(), nu()
        plek.save(update_fields=["inbreng", "inbreng_op"])
        rond_af(beurten.sleutel_gast(plek.pk))
        _log(wie, plek, "ingebracht")
    return plek


def trek_plek_in(wie: Wie, casus_id: UUID, plek_id: UUID, *, reden: str) -> Gastplek:
    """Withdraw a seat, as referrer or as secretary of the team: from now on the guest sees nothing."""
    casus = _casus(wie, casus_id)
    if not is_toegang(wie):
        eis_secretaris(wie, casus.team)
    plek = casus.gasten.select_related("aanstelling").filter(pk=plek_id, geeindigd_op__isnull=True).first()
    if plek is None:
        raise NietGevonden("Deze gast is er niet.")
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom.", velden={"reden": "Schrijf op waarom de plek eindigt."})
    with transaction.atomic():
        beeindig_plek(wie, plek, reden)
    return plek


def beeindig_gasten(wie: Wie, casus: Casusvraag, reden: str) -> None:
    """End all seats at a case, in the caller's transaction."""
    for plek in casus.gasten.select_related("aanstelling").filter(geeindigd_op__isnull=True):
        beeindig_plek(wie, plek, reden)


def laat_verlopen(op: date) -> int:
    """Close the seats whose last day is over: the work of a day. They gave no access any more; now it shows."""
    over = Gastplek.objects.filter(geeindigd_op__isnull=True, tot__lt=op).select_related(
        "aanstelling__organisatie", "casusvraag__stap__opschaling__hulpvraag"
    )  # fmt: skip
    gevonden = list(over)
    for plek in gevonden:
        with transaction.atomic():
            beeindig_plek(
                systeem(plek.aanstelling.organisatie, "systeem: gastplek"), plek, "De laatste dag is voorbij."
            )
    return len(gevonden)


def beeindig_plek(wie: Wie, plek: Gastplek, reden: str) -> None:
    """End a seat and the appointment behind it, in the caller's transaction."""
    plek.geeindigd_op, plek.einde_reden = nu(), reden.strip()[:300]
    plek.save(update_fields=["geeindigd_op", "einde_reden"])
    aanstelling = plek.aanstelling
    gisteren = vandaag() - timedelta(days=1)
    # An appointment of today ends today: the seat itself is closed, so it opens nothing.
    aanstelling.tot = min(aanstelling.tot or gisteren, max(gisteren, aanstelling.van))
    aanstelling.save(update_fields=["tot"])
    laat_vervallen(beurten.sleutel_gast(plek.pk))
    _log(wie, plek, "geeindigd")


def _casus(wie: Wie, casus_id: UUID) -> Casusvraag:
    casus = (
        zichtbare_casussen(wie).filter(pk=casus_id, staat__in=Casusvraag.LOPEND, deling_gestopt_op__isnull=True)
        .select_related("team__organisatie", "stap__opschaling__hulpvraag__kind").first()
    )  # fmt: skip
    if casus is None:
        raise NietGevonden("Deze casus is er niet.")
    return casus


def _toets(casus: Casusvraag, nieuw: NieuweGast) -> None:
    velden = ("naam", "deskundigheid", "waarom")
    fouten = {veld: "Vul dit in." for veld in velden if not getattr(nieuw, veld).strip()}
    if not nieuw.delen or not set(nieuw.delen) <= set(Gastplek.Deel.values):
        fouten["delen"] = "Kies wat je deelt."
    if not vandaag() <= nieuw.tot <= vandaag() + LANGST:
        fouten["tot"] = f"Kies een dag van vandaag tot en met {vandaag() + LANGST:%d-%m-%Y}."
    if fouten:
        raise Geweigerd("Er ontbreekt nog iets.", velden=fouten)
    eis_zonder_naam(casus.stap.opschaling.hulpvraag.kind, {"waarom": nieuw.waarom, "delen_reden": nieuw.delen_reden})


def _gebruiker(email: str, naam: str, wachtwoord: str) -> Gebruiker:
    """Return the account of the guest: new, or of somebody who was a guest before and has no appointment now."""
    bestaand = Gebruiker.objects.filter(email=email.lower()).first()
    if bestaand is not None:
        _eis_alleen_gast(bestaand)
        return bestaand
    try:
        validate_password(wachtwoord, Gebruiker(email=email, naam=naam))
    except ValidationError as fout:
        melding = " ".join(fout.messages)
        raise Geweigerd("Dit wachtwoord is niet sterk genoeg.", velden={"wachtwoord": melding}) from fout
    return Gebruiker.objects.create_user(email, naam, wachtwoord, eerste=True)


def _eis_alleen_gast(gebruiker: Gebruiker) -> None:
    andere = gebruiker.aanstellingen.exclude(rol=Rol.GAST).exists()
    if andere or gebruiker.gastplekken.filter(geeindigd_op__isnull=True).exists():
        melding = "Dit e-mailadres heeft al een account met een andere taak. Een gast heeft alleen deze ene plek."
        raise Geweigerd(melding, velden={"email": melding})


def _log(wie: Wie, plek: Gastplek, wat: str, gegevens: dict[str, object] | None = None) -> None:
    leg_vast(
        wie, f"gast.{wat}", kind_id=plek.casusvraag.stap.opschaling.hulpvraag.kind_id, soort="gastplek",
        onderwerp_id=plek.pk, gegevens=gegevens,
    )  # fmt: skip
