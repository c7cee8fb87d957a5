"""Using a code: a new account, or one more child for an account that is there."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.mijn.gezinslid import Gezinslid, mag_meekijken
from jeugdregio.toegang.mijn.models import Gezinstoegang, Uitnodiging
from jeugdregio.toegang.mijn.uitnodigen import code_hash

ONGELDIG = "Deze code werkt niet. Kijk of je hem goed hebt overgenomen, of vraag je contactpersoon om een nieuwe."
AL_EEN_ACCOUNT = "Met dit e-mailadres is al een account. Log eerst in en vul de code dan opnieuw in."


def meld_aan(code: str, email: str, wachtwoord: str) -> Gezinslid:
    """Make the account of a parent or youth with the code of the municipality, and open the page.

    Raises Geweigerd for a code that is unknown, used or over, an address that has an account, or a weak password.
    """
    with transaction.atomic():
        uitnodiging = _pak(code)
        naam = _naam(uitnodiging)
        if Gebruiker.objects.filter(email=email.lower()).exists():
            raise Geweigerd(AL_EEN_ACCOUNT, velden={"email": AL_EEN_ACCOUNT})
        try:
            validate_password(wachtwoord, Gebruiker(email=email, naam=naam))
        except ValidationError as fout:
            raise Geweigerd(
                "Dit wachtwoord is niet sterk genoeg.", velden={"wachtwoord": " ".join(fout.messages)}
            ) from fout
        return _open(Gebruiker.objects.create_user(email, naam, wachtwoord), uitnodiging)


def koppel(gebruiker: Gebruiker, code: str) -> Gezinslid:
    """Open one more page for somebody who is signed in. Raises Geweigerd as `meld_aan` does."""
    with transaction.atomic():
        uitnodiging = _pak(code)
        if Gezinstoegang.objects.filter(gebruiker=gebruiker, kind=uitnodiging.kind, gesloten_op__isnull=True).exists():
            raise Geweigerd("Je hebt deze pagina al.", velden={"code": "Je hebt deze pagina al."})
        return _open(gebruiker, uitnodiging)


def _pak(code: str) -> Uitnodiging:
    """Take the invitation, so that a code works once also when two use it at the same moment."""
    uitnodiging = (
        Uitnodiging.objects.filter(
            code_hash=code_hash(code), gebruikt_op__isnull=True, ingetrokken_op__isnull=True, geldig_tot__gte=vandaag()
        ).select_related("kind__gemeente", "gezagsdrager").first()
    )  # fmt: skip
    gepakt = uitnodiging is not None and Uitnodiging.objects.filter(pk=uitnodiging.pk, gebruikt_op__isnull=True).update(
        gebruikt_op=nu()
    )
    if uitnodiging is None or not gepakt:
        raise Geweigerd(ONGELDIG, velden={"code": ONGELDIG})
    return uitnodiging


def _naam(uitnodiging: Uitnodiging) -> str:
    if uitnodiging.gezagsdrager is not None:
        return uitnodiging.gezagsdrager.naam
    kind = uitnodiging.kind
    return " ".join(filter(None, (kind.voornamen, kind.voorvoegsel, kind.achternaam)))


def _open(gebruiker: Gebruiker, uitnodiging: Uitnodiging) -> Gezinslid:
    toegang = Gezinstoegang(gebruiker=gebruiker, kind=uitnodiging.kind, gezagsdrager=uitnodiging.gezagsdrager)
    uitkomst = mag_meekijken(toegang.kind, toegang.gezagsdrager)
    if not uitkomst.waarde.mag:
        raise Geweigerd(uitkomst.stappen[0].tekst, grondslag=uitkomst.stappen[0].grondslag)
    toegang.save()
    lid = Gezinslid(gebruiker, toegang)
    leg_vast(lid, "gezin.aangemeld", kind_id=toegang.kind_id, soort="gezinstoegang", onderwerp_id=toegang.pk)
    return lid
