"""Acts on the seat of a guest: an expert from outside who sees one case, what was shared of it, until a day."""

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
from jeugdregio.toegang.opschaling.models import Casusvraag, Gastplek
from jeugdregio.toegang.opschaling.permissions import eis_secretaris, geldige_gastplekken, zichtbare_casussen

LANGST = timedelta(days=183)


def nodig_uit(
    wie: Wie, casus_id: UUID, *, naam: str, email: str, wachtwoord: str, deskundigheid: str, waarom: str, grond: str,
    delen: list[str], tot: date,
) -> Gastplek:  # fmt: skip
    """Give somebody from outside a seat at one case until a day, on a ground, for the parts that are named.

    For the secretary of the team. The account holds no other role: who already works here is not a guest. Raises
    Geweigerd (field by field), NietGevonden.
    """
    casus = _casus(wie, casus_id)
    eis_secretaris(wie, casus.team)
    _toets(casus, {"deskundigheid": deskundigheid, "waarom": waarom, "grond": grond, "naam": naam}, delen, tot)
    with transaction.atomic():
        gebruiker = _gebruiker(email, naam, wachtwoord)
        aanstelling = Aanstelling.objects.create(
            gebruiker=gebruiker, organisatie=casus.team.organisatie, rol=Rol.GAST, van=vandaag(), tot=tot
        )
        plek = Gastplek.objects.create(
            casusvraag=casus, gebruiker=gebruiker, aanstelling=aanstelling, deskundigheid=deskundigheid.strip(),
            waarom=waarom.strip(), grond=grond.strip(), delen=[d for d in Gastplek.Deel.values if d in delen],
            van=vandaag(), tot=tot, uitgenodigd_door=wie.gebruikersnaam,
        )  # fmt: skip
        open_beurten([beurten.gast(plek)])
        _log(wie, plek, "uitgenodigd", {"delen": plek.delen, "tot": tot.isoformat()})
    return plek


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
    """Withdraw a seat: from now on the guest sees nothing."""
    casus = _casus(wie, casus_id)
    eis_secretaris(wie, casus.team)
    plek = casus.gasten.select_related("aanstelling").filter(pk=plek_id, geeindigd_op__isnull=True).first()
    if plek is None:
        raise NietGevonden("Deze gast is er niet.")
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom.", velden={"reden": "Schrijf op waarom de plek eindigt."})
    with transaction.atomic():
        _beeindig(wie, plek, reden)
    return plek


def beeindig_gasten(wie: Wie, casus: Casusvraag, reden: str) -> None:
    """End all seats at a case, in the caller's transaction."""
    for plek in casus.gasten.select_related("aanstelling").filter(geeindigd_op__isnull=True):
        _beeindig(wie, plek, reden)


def laat_verlopen(op: date) -> int:
    """Close the seats whose last day is over: the work of a day. They gave no access any more; now it shows."""
    over = Gastplek.objects.filter(geeindigd_op__isnull=True, tot__lt=op).select_related(
        "aanstelling__organisatie", "casusvraag__stap__opschaling__hulpvraag"
    )  # fmt: skip
    gevonden = list(over)
    for plek in gevonden:
        with transaction.atomic():
            _beeindig(systeem(plek.aanstelling.organisatie, "systeem: gastplek"), plek, "De laatste dag is voorbij.")
    return len(gevonden)


def _beeindig(wie: Wie, plek: Gastplek, reden: str) -> None:
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
        zichtbare_casussen(wie).filter(pk=casus_id, staat__in=Casusvraag.LOPEND)
        .select_related("team__organisatie", "stap__opschaling__hulpvraag__kind").first()
    )  # fmt: skip
    if casus is None:
        raise NietGevonden("Deze casus is er niet.")
    return casus


def _toets(casus: Casusvraag, teksten: dict[str, str], delen: list[str], tot: date) -> None:
    fouten = {veld: "Vul dit in." for veld, tekst in teksten.items() if not tekst.strip()}
    if not set(delen) or not set(delen) <= set(Gastplek.Deel.values):
        fouten["delen"] = "Kies wat je deelt."
    if not vandaag() <= tot <= vandaag() + LANGST:
        fouten["tot"] = f"Kies een dag van vandaag tot en met {vandaag() + LANGST:%d-%m-%Y}."
    if fouten:
        raise Geweigerd("Er ontbreekt nog iets.", velden=fouten)
    vrij = {veld: tekst for veld, tekst in teksten.items() if veld in {"waarom", "grond"}}
    eis_zonder_naam(casus.stap.opschaling.hulpvraag.kind, vrij)


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
    return Gebruiker.objects.create_user(email, naam, wachtwoord)


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
