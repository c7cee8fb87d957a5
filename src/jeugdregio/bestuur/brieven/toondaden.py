"""Acts on the tone list: a line of the region's own, another text for a fixed line, putting one aside or back."""

import re
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.brieven import toonlijst
from jeugdregio.bestuur.brieven.models import Toonregel
from jeugdregio.bestuur.brieven.permissions import eis
from jeugdregio.bestuur.consent.permissions import mag_afspreken
from jeugdregio.bestuur.consent.toetsen_invoer import eis_ingevuld
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.wie import Wie

_VERPLICHT = {
    "woorden": "Schrijf op welke woorden aangewezen worden.",
    "waarom": "Schrijf op waarom.",
    "liever": "Schrijf op hoe het ook kan.",
}
KORTST = 3  # letters of a word: a shorter one is found in half of all sentences


@transaction.atomic
def bewaar(
    wie: Wie, code: str, *, woorden: str, waarom: str, liever: str, verwijt: bool, gezien: str | None = None
) -> Toonregel:
    """Let a line hold from today; an empty code makes a new one. Raises Geweigerd, Conflict.

    `gezien` are the words the person saw: somebody else may have written others since.
    """
    _eis_recht(wie)
    velden = {"woorden": woorden.strip(), "waarom": waarom.strip(), "liever": liever.strip()}
    eis_ingevuld(velden, _VERPLICHT)
    weiger_persoonsgegevens(velden)
    _toets_woorden(woorden)
    nu = toonlijst.geldende(vandaag())
    if not code:
        code = slugify(woorden.split(",", maxsplit=1)[0])[:40]
        if code in nu or code in toonlijst.STANDAARD or Toonregel.objects.filter(code=code).exists():
            melding = "Deze woorden staan al in de lijst. Pas die regel aan, of zet hem weer aan."
            raise Geweigerd(melding, velden={"woorden": melding})
    elif gezien is not None and code in nu and nu[code].woorden != gezien:
        raise Conflict("Iemand heeft deze regel net veranderd. Kijk wat er nu staat.")
    return _vanaf_vandaag(wie, code, verwijt=verwijt, uit=False, **velden)


@transaction.atomic
def zet_uit(wie: Wie, code: str) -> Toonregel:
    """Put a line aside from today. Raises NietGevonden when it does not hold."""
    _eis_recht(wie)
    if code not in toonlijst.geldende(vandaag()):
        raise NietGevonden("Deze regel staat niet aan.")
    return _vanaf_vandaag(wie, code, uit=True)


@transaction.atomic
def zet_terug(wie: Wie, code: str) -> None:
    """Let the fixed line hold again from today. Raises NietGevonden for a code that is not fixed."""
    _eis_recht(wie)
    if code not in toonlijst.STANDAARD:
        raise NietGevonden("Dit is geen vaste regel.")
    _sluit(code)
    leg_vast(wie, "toonregel.teruggezet", soort="toonregel", gegevens={"code": code})


def _vanaf_vandaag(wie: Wie, code: str, **velden: str | bool) -> Toonregel:
    _sluit(code)
    try:
        with transaction.atomic():
            regel = Toonregel.objects.create(code=code, van=vandaag(), gemaakt_door=wie.gebruikersnaam, **velden)
    except IntegrityError as fout:
        raise Conflict("Iemand heeft deze regel net veranderd. Kijk wat er nu staat.") from fout
    leg_vast(wie, "toonregel.vastgelegd", soort="toonregel", onderwerp_id=regel.pk, gegevens={"code": code})
    return regel


def _sluit(code: str) -> None:
    """End what holds now; what was written today did not hold a day and goes."""
    lopend = Toonregel.objects.filter(code=code, tot=None)
    lopend.filter(van=vandaag()).delete()
    lopend.update(tot=vandaag() - timedelta(days=1))


def _toets_woorden(woorden: str) -> None:
    delen = [deel.strip().removesuffix("*") for deel in woorden.split(",") if deel.strip()]
    kort = [deel for deel in delen if len(re.sub(r"\W", "", deel)) < KORTST]
    if kort:
        melding = f"“{kort[0]}” is te kort: dat staat in heel veel zinnen. Gebruik minstens {KORTST} letters."
        raise Geweigerd(melding, velden={"woorden": melding})


def _eis_recht(wie: Wie) -> None:
    eis(mag_afspreken(wie), "Alleen de secretaris en het beleid van het regiokantoor houden deze lijst bij.")
