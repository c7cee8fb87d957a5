"""Is this message for us, and from whom it says? Findings name the code and the repair."""

from dataclasses import dataclass

from ijw import Bevinding
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.postbus.kop import Kop
from jeugdregio.postbus.models import Bericht

HEADER = "/Bericht/Header"
_AANBIEDERS = frozenset({Soort.AANBIEDER, Soort.GI})


@dataclass(frozen=True)
class Adressering:
    """The organisations of a message; None when unknown. Without findings both are there."""

    afzender: Organisatie | None
    ontvanger: Organisatie | None
    bevindingen: tuple[Bevinding, ...]


def adressering(bericht: Bericht, kop: Kop) -> Adressering:
    """Look up who sent the message to whom, and whether the one who offered it may do so. One query."""
    bekend = {org.code: org for org in Organisatie.objects.filter(code__in=[kop.afzender, kop.ontvanger])}
    afzender, ontvanger = bekend.get(kop.afzender), bekend.get(kop.ontvanger)
    if ontvanger is None or ontvanger.soort != Soort.GEMEENTE:
        return Adressering(None, None, (_onbekende_ontvanger(kop),))
    aanbod = bericht.aangeboden_door
    if aanbod is not None and aanbod.soort == Soort.GEMEENTE and aanbod != ontvanger:
        return Adressering(None, None, (_andere_gemeente(bericht, kop, ontvanger),))
    if afzender is None or afzender.soort not in _AANBIEDERS:
        return Adressering(None, ontvanger, (_onbekende_afzender(kop),))
    if aanbod is not None and aanbod not in {afzender, ontvanger}:
        return Adressering(None, None, (_andere_afzender(bericht, kop),))
    return Adressering(afzender, ontvanger, ())


def _onbekende_ontvanger(kop: Kop) -> Bevinding:
    return Bevinding(
        4, "TR378", f"{HEADER}/Ontvanger",
        f"Gemeente {kop.ontvanger} doet niet mee aan deze regio. Verbeter de ontvanger, of stuur het bericht naar het "
        "adres van die gemeente.", "S300",
    )  # fmt: skip


def _onbekende_afzender(kop: Kop) -> Bevinding:
    return Bevinding(
        4, "OP254", f"{HEADER}/Afzender",
        f"Aanbieder {kop.afzender} is hier niet bekend. Verbeter de AGB-code, of vraag de functioneel beheerder van de "
        "gemeente om de aanbieder toe te voegen.",
    )  # fmt: skip


def _andere_gemeente(bericht: Bericht, kop: Kop, ontvanger: Organisatie) -> Bevinding:
    aangeboden = bericht.aangeboden_door
    return Bevinding(
        4, "OP254", f"{HEADER}/Ontvanger",
        f"Dit bericht is voor gemeente {kop.ontvanger} ({ontvanger.naam}), niet voor {aangeboden}. "
        "Stuur het aan die gemeente, of verbeter de ontvanger.",
    )  # fmt: skip


def _andere_afzender(bericht: Bericht, kop: Kop) -> Bevinding:
    return Bevinding(
        4, "OP254", f"{HEADER}/Afzender",
        f"Het bericht noemt afzender {kop.afzender}, maar is aangeboden door {bericht.aangeboden_door}. "
        "Een organisatie kan alleen berichten uit eigen naam sturen.",
    )  # fmt: skip
