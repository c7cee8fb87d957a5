"""What destroying a file does: every field that tells who it is about is emptied. Rows, numbers and the log stay."""

from datetime import date

from jeugdregio.toegang.eindigen.models import Eindbesluit
from jeugdregio.toegang.models import Kind, Verzoek, VerzoekRegel
from jeugdregio.toegang.woonplaats import inhoud
from jeugdregio.toegang.woonplaats.models import Overdracht

LEEG = "Vernietigd"


def wis_kind(kind: Kind) -> int:
    """Empty name, BSN, address and telephone; of the birth date the year stays, because help counts per age."""
    kind.achternaam, kind.voorvoegsel, kind.voornamen, kind.voorletters = LEEG, "", "", ""
    kind.bsn = kind.bsn_zoek = None
    kind.geboortedatum, kind.geslacht = date(kind.geboortedatum.year, 1, 1), "0"
    kind.straatnaam = kind.huisletter = kind.toevoeging = kind.postcode = kind.plaatsnaam = kind.telefoon = ""
    kind.huisnummer = None
    kind.woonplaats_bron = ""
    kind.save()
    return 1


def wis_gezin(kind: Kind) -> int:
    """Empty who the parents are; that somebody agreed stays, not who."""
    return kind.gezagsdragers.update(naam=LEEG, telefoon="")


def wis_vragen(kind: Kind) -> int:
    """Empty the words of the family and of referrers."""
    hulpvragen = kind.hulpvragen.update(vraag="", verwijzer="", afloop_reden="")
    verzoeken = Verzoek.objects.filter(kind=kind).update(commentaar="", intrekking_reden="")
    regels = VerzoekRegel.objects.filter(verzoek__kind=kind)
    return hulpvragen + verzoeken + regels.update(verwijzer_naam="", commentaar="", motivering="")


def wis_woonplaats(kind: Kind) -> int:
    """Empty where the child was, and what went along to another municipality."""
    feiten = kind.woonfeiten.update(locatie="")
    leeg = inhoud.schrijf(kind, (), [])
    overdrachten = Overdracht.objects.filter(kind=kind)
    return feiten + overdrachten.update(inhoud=leeg, grond_toelichting=LEEG)


def wis_einde(kind: Kind) -> int:
    """Empty the reasons of decisions about ends and turning eighteen."""
    besluiten = Eindbesluit.objects.filter(toewijzing__kind=kind).update(reden=LEEG, verteld_door="")
    return besluiten + kind.achttienbesluiten.update(reden=LEEG)
