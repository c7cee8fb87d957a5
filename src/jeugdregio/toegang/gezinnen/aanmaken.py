"""Making the file of a child without a message: after looking whether it is there, with a BSN or why it is missing."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.gezinnen.bsn import GROND, fout_in_bsn
from jeugdregio.toegang.gezinnen.zoeken import Signalement, lijkt_buiten_zicht, mogelijke_kinderen
from jeugdregio.toegang.haken import kind_gewijzigd
from jeugdregio.toegang.models import ZWANGERSCHAP, Kind, ZonderBsn
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.permissions import eis_toegang
from recht.datum import verjaardag

GESLACHTEN = ("0", "1", "2", "9")
# Youth help can run until the twenty-third birthday (Jeugdwet 1.1, jeugdige); nobody starts a file after it.
TOT = 23


@dataclass(frozen=True, kw_only=True)
class NieuwKind:
    """A child as the worker knows it. Without `bsn` the reason `zonder_bsn` is asked (a ZonderBsn)."""

    signalement: Signalement
    geslacht: str = "0"
    voorvoegsel: str = ""
    zonder_bsn: str = ""
    zonder_bsn_uitleg: str = ""
    geheim_adres: bool = False


def maak_kind(wie: Wie, nieuw: NieuwKind, *, ander_kind: bool = False) -> Kind:
    """Make the file of a child of one's own municipality. No request is needed: the municipality helps who asks.

    `ander_kind` says that the worker saw the files that look alike and that this is another child. Raises Geweigerd
    for an impossible birth date, a BSN that fails the 11-test or has a file here, no BSN without a reason and what
    the law asks instead of it (7.2.4), or files that look alike and were not looked at (`velden["ander_kind"]`).
    """
    eis_toegang(wie)
    return schrijf_in(wie, wie.organisatie, nieuw, ander_kind=ander_kind)


def schrijf_in(wie: Wie, gemeente: Organisatie, nieuw: NieuwKind, *, ander_kind: bool = False) -> Kind:
    """Make the file at this municipality; the part of `maak_kind` after the permission, which the caller asked."""
    fouten = _fouten(gemeente, nieuw)
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag=GROND if "bsn" in fouten else "", velden=fouten)
    lijkt = bool(mogelijke_kinderen(wie, nieuw.signalement)) or lijkt_buiten_zicht(wie, nieuw.signalement)
    if lijkt and not ander_kind:
        tekst = "Er zijn dossiers die hierop lijken. Bekijk die eerst, of geef aan dat dit een ander kind is."
        raise Geweigerd(tekst, velden={"ander_kind": tekst})
    gezien = nieuw.signalement
    with transaction.atomic():
        kind = Kind.objects.create(
            kenmerk=kenmerk("K"), gemeente=gemeente, bsn=gezien.bsn or None,
            bsn_zoek=zoeksleutel(gezien.bsn) if gezien.bsn else None, geboortedatum=gezien.geboortedatum,
            geslacht=nieuw.geslacht, achternaam=gezien.achternaam.strip()[:200], voorvoegsel=nieuw.voorvoegsel[:10],
            voornamen=gezien.voornamen.strip()[:200], voorletters=gezien.voornamen.strip()[:1].upper(),
            postcode=gezien.postcode_plat, huisnummer=gezien.huisnummer, geheim_adres=nieuw.geheim_adres,
            zonder_bsn="" if gezien.bsn else nieuw.zonder_bsn, zonder_bsn_uitleg=nieuw.zonder_bsn_uitleg.strip()[:300],
        )  # fmt: skip
        leg_vast(wie, "kind.aangemaakt", kind_id=kind.pk, soort="kind", onderwerp_id=kind.pk,
                 gegevens={"ander_kind": lijkt})  # fmt: skip
        kind_gewijzigd(kind)
    return kind


def _fouten(gemeente: Organisatie, nieuw: NieuwKind) -> dict[str, str]:
    gezien = nieuw.signalement
    fouten = _fout_geboren(gezien.geboortedatum, ongeboren=nieuw.zonder_bsn == ZonderBsn.ONGEBOREN)
    if not gezien.achternaam.strip():
        fouten["achternaam"] = "Vul de achternaam in. Is die niet bekend, vul dan 'onbekend' in."
    if nieuw.geslacht not in GESLACHTEN:
        fouten["geslacht"] = "Kies wat bekend is."
    if gezien.bsn:
        if melding := fout_in_bsn(gezien.bsn, gemeente):
            fouten["bsn"] = melding
        return fouten
    if nieuw.zonder_bsn not in ZonderBsn.values:
        fouten["zonder_bsn"] = "Vul het bsn in, of kies waarom het er niet is."
    elif nieuw.zonder_bsn == ZonderBsn.NIET_TOEGEKEND:
        fouten |= _fout_zonder_nummer(gezien)
    elif nieuw.zonder_bsn == ZonderBsn.SPOED and not nieuw.zonder_bsn_uitleg.strip():
        fouten["zonder_bsn_uitleg"] = "Schrijf op waarom het bsn nog niet kon worden vastgesteld."
    return fouten


def _fout_geboren(dag: date, *, ongeboren: bool) -> dict[str, str]:
    if ongeboren:
        if vandaag() < dag <= vandaag() + ZWANGERSCHAP:
            return {}
        return {"geboortedatum": "Vul de verwachte dag van de bevalling in, binnen tien maanden."}
    if dag > vandaag():
        return {"geboortedatum": "De geboortedatum ligt in de toekomst. Is het kind nog niet geboren, kies dat dan."}
    if verjaardag(dag, TOT) <= vandaag():
        return {"geboortedatum": f"Jeugdhulp stopt uiterlijk op de {TOT}e verjaardag (Jeugdwet 1.1). Kijk de dag na."}
    return {}


def _fout_zonder_nummer(gezien: Signalement) -> dict[str, str]:
    """What the law asks of a youth to whom no number was given (Jeugdwet 7.2.4)."""
    fouten = {}
    if not gezien.voornamen.strip():
        fouten["voornamen"] = "Zonder bsn vraagt de wet ook de voornamen (Jeugdwet 7.2.4)."
    if not gezien.postcode or gezien.huisnummer is None:
        fouten["postcode"] = "Zonder bsn vraagt de wet ook postcode en huisnummer (Jeugdwet 7.2.4)."
    return fouten
