"""Is this message for us, and from whom it says? Findings name the code and the repair."""

from dataclasses import dataclass

from ijw import Bevinding
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.postbus.kop import Kop
from jeugdregio.postbus.models import Bericht

HEADER = "/Bericht/Header"
_AANBIEDERS = frozenset({Soort.AANBIEDER, Soort.GI})
_ZELF_AANGEBODEN = frozenset({"scherm", "upload", "api"})
_AGB_LENGTE = 8


@dataclass(frozen=True)
class Adressering:
    """The organisations of a message; None when unknown. Without findings both are there.

    `doorsturen`: a provider that works here offers it for a municipality whose system is elsewhere.
    """

    afzender: Organisatie | None
    ontvanger: Organisatie | None
    bevindingen: tuple[Bevinding, ...]
    doorsturen: bool = False


def adressering(bericht: Bericht, kop: Kop) -> Adressering:
    """Look up who sent the message to whom, and whether the one who offered it may do so. One query.

    A message is for us when its receiver works here and its sender does not need us to carry it: from any provider to
    a municipality that works here, or from a municipality elsewhere to a provider that works here.
    """
    bekend = {org.code: org for org in Organisatie.objects.filter(code__in=[kop.afzender, kop.ontvanger])}
    afzender, ontvanger = bekend.get(kop.afzender), bekend.get(kop.ontvanger)
    if afzender is not None and ontvanger is not None and _gaat_uit(bericht, afzender, ontvanger):
        return Adressering(afzender, ontvanger, (), doorsturen=True)
    if ontvanger is None or not _ontvangt(ontvanger, afzender):
        return Adressering(None, None, (_onbekende_ontvanger(kop),))
    aanbod = bericht.aangeboden_door
    if aanbod is not None and aanbod.soort == ontvanger.soort == Soort.GEMEENTE and aanbod != ontvanger:
        return Adressering(None, None, (_andere_gemeente(bericht, kop, ontvanger),))
    if afzender is None or not _tegenover(afzender, ontvanger):
        return Adressering(None, ontvanger, (_onbekende_afzender(kop),))
    if aanbod is not None and aanbod not in {afzender, ontvanger}:
        return Adressering(None, None, (_andere_afzender(bericht, kop),))
    return Adressering(afzender, ontvanger, ())


def _gaat_uit(bericht: Bericht, afzender: Organisatie, ontvanger: Organisatie) -> bool:
    """Only what the sender itself offers here; a file in a folder may name anybody as its sender."""
    zelf = bericht.aangeboden_door == afzender and bericht.kanaal in _ZELF_AANGEBODEN
    van_hier = afzender.soort in _AANBIEDERS and afzender.werkt_hier
    return zelf and van_hier and ontvanger.soort == Soort.GEMEENTE and not ontvanger.werkt_hier


def _ontvangt(ontvanger: Organisatie, afzender: Organisatie | None) -> bool:
    """A message between two that both work here is never offered: the municipality sends it itself."""
    if ontvanger.soort == Soort.GEMEENTE:
        return ontvanger.werkt_hier
    elders = afzender is None or not afzender.werkt_hier
    return ontvanger.soort in _AANBIEDERS and ontvanger.werkt_hier and elders


def _tegenover(afzender: Organisatie, ontvanger: Organisatie) -> bool:
    """A municipality and a provider exchange messages, in either direction."""
    if ontvanger.soort == Soort.GEMEENTE:
        return afzender.soort in _AANBIEDERS
    return afzender.soort == Soort.GEMEENTE


def _onbekende_ontvanger(kop: Kop) -> Bevinding:
    if len(kop.ontvanger) == _AGB_LENGTE:
        return Bevinding(
            4, "OP254", f"{HEADER}/Ontvanger",
            f"Aanbieder {kop.ontvanger} werkt niet op dit systeem. Verbeter de ontvanger, of stuur het bericht naar "
            "het adres van die aanbieder.",
        )  # fmt: skip
    return Bevinding(
        4, "TR378", f"{HEADER}/Ontvanger",
        f"Gemeente {kop.ontvanger} doet niet mee aan deze regio. Verbeter de ontvanger, of stuur het bericht naar het "
        "adres van die gemeente.", "S300",
    )  # fmt: skip


def _onbekende_afzender(kop: Kop) -> Bevinding:
    if len(kop.afzender) != _AGB_LENGTE:
        return Bevinding(
            4, "OP254", f"{HEADER}/Afzender",
            f"Gemeente {kop.afzender} is hier niet bekend. Verbeter de gemeentecode, of vraag de functioneel beheerder "
            "van de aanbieder om de gemeente toe te voegen.",
        )  # fmt: skip
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
