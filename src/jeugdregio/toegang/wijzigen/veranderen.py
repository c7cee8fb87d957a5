"""The municipality changes an assignment: longer, shorter, another size, corrected, or removed as never sent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from ijw.wijzigen import Afspraak, Vorm, eist_overleg, oprekken_verplicht, vorm_van_wijziging
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.geld import euro
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.gedeclareerd import toegekend_op
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.poort import eis_toestemming, hulp_van
from jeugdregio.toegang.toewijzen import toets_periode
from jeugdregio.toegang.wijzigen.messages import afspraak
from jeugdregio.toegang.wijzigen.vastleggen import Verandering, leg_vast_en_stuur, leveringen_van, pak
from recht.datum import datum_kort

DAG = timedelta(days=1)
CORRECTIE = "14"
VERLENGING, VERKORTING = "04", "05"
REDENEN_WIJZIGING = ("02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", CORRECTIE)


@dataclass(frozen=True, kw_only=True)
class Wens:
    """What an assignment should say. `vanaf` is the first day of a new size; `open_einde` takes the end date away.

    None keeps what it is; `afgestemd` tells with whom of the provider it was agreed, and when.
    """

    einddatum: date | None = None
    open_einde: bool = False
    volume: int | None = None
    budget: int | None = None
    vanaf: date | None = None
    afgestemd: str = ""


def wijzig(wie: Wie, toewijzing_id: UUID, wens: Wens, reden: str, toelichting: str, *, versie: int) -> list[Toewijzing]:
    """Change an assignment with a reason of JZ002 and tell the provider (JW301). Returns what changed and what is new.

    A longer period stretches the same number where OP380 obliges to it; a new size ends the number the day before and
    gives a new one, except for a total or a budget (OP257). Raises Geweigerd without the consent of the provider where
    it is asked (OP186, OP298, OP299, OP033x1), and when nothing changes.
    """
    with transaction.atomic():
        toewijzing = pak(wie, toewijzing_id, versie)
        _niet_verwijderd(toewijzing)
        _toets_reden(reden, toelichting)
        nu_, gewenst = afspraak(toewijzing), _gewenst(toewijzing, wens)
        _toets_overleg(nu_, gewenst, wens)
        _toets_gedeclareerd(toewijzing, gewenst)
        verandering = verander(toewijzing, gewenst, reden)
        leg_vast_en_stuur(wie, verandering, toelichting=toelichting)
        _log(wie, toewijzing, "toewijzing.gewijzigd", {
            "reden": reden, "afgestemd": wens.afgestemd.strip(),
            "oprekken_verplicht": oprekken_verplicht(nu_, gewenst, vandaag()),
        })  # fmt: skip
    return verandering.alle


def verander(toewijzing: Toewijzing, gewenst: Afspraak, reden: str, *, referentie: str = "") -> Verandering:
    """Work out how a wished change is sent (IV066) and check the periods. Saves nothing.

    Raises Geweigerd when nothing changes or the first day of the new size does not fit.
    """
    uit = Verandering()
    velden = {
        "volume": gewenst.volume, "eenheid": gewenst.eenheid or "", "frequentie": gewenst.frequentie or "",
        "budget": gewenst.budget, "einddatum": gewenst.einddatum,
    }  # fmt: skip
    nu_ = afspraak(toewijzing)
    match vorm_van_wijziging(nu_, gewenst, vandaag()):
        case Vorm.BLIJFT:
            raise Geweigerd("Er verandert niets. Vul in wat er anders wordt.")
        case Vorm.ZELFDE_NUMMER:
            uit.zet(toewijzing, reden, referentie=referentie, **velden)
            toets_duur(toewijzing)
        case Vorm.AANSLUITEND:
            eerste = (nu_.einddatum or gewenst.ingangsdatum) + DAG
            toets_periode(uit.vervang(toewijzing, max(eerste, gewenst.ingangsdatum), referentie=referentie, **velden))
        case Vorm.NIEUW_NUMMER:
            _toets_vanaf(toewijzing, gewenst.ingangsdatum)
            opvolger = uit.vervang(toewijzing, gewenst.ingangsdatum, referentie=referentie, **velden)
            uit.zet(toewijzing, reden, referentie=referentie, einddatum=gewenst.ingangsdatum - DAG)
            _einde_na_begin(opvolger)
    return uit


def corrigeer(
    wie: Wie, toewijzing_id: UUID, juist: Mapping[str, object], toelichting: str, *, versie: int
) -> list[Toewijzing]:
    """Mend a mistake in an assignment (reason 14), with the right values of the fields that are wrong.

    End date, budget and the volume of a total are mended under the same number (OP033x1). Anything else (first day,
    product, size) cannot: then the assignment is removed (13) and a new number goes in the same message (process
    3.3.2), which is only possible as long as nothing was delivered or declared on it.
    """
    with transaction.atomic():
        toewijzing = pak(wie, toewijzing_id, versie)
        _niet_verwijderd(toewijzing)
        _toets_reden(CORRECTIE, toelichting)
        anders = {veld: waarde for veld, waarde in juist.items() if getattr(toewijzing, veld) != waarde}
        if not anders:
            raise Geweigerd("Er verandert niets. Vul in wat er fout staat.")
        if "code" in anders:  # a yes to one help is no yes to another
            eis_toestemming(toewijzing.kind, replace(hulp_van(toewijzing), code=str(anders["code"])))
        verandering = _zelfde_nummer(toewijzing, anders) or _opnieuw(toewijzing, anders)
        leg_vast_en_stuur(wie, verandering, toelichting=toelichting)
        _log(wie, toewijzing, "toewijzing.gecorrigeerd", {"velden": sorted(anders)})
    return verandering.alle


def verwijder(wie: Wie, toewijzing_id: UUID, toelichting: str, *, versie: int) -> Toewijzing:
    """Remove an assignment that should not have been sent (reason 13): it counts as never sent.

    Raises Geweigerd when help was delivered or granted on it: that would lose its lawfulness (OP362, TR385).
    Declarations on it are refused from now on (TR384).
    """
    with transaction.atomic():
        toewijzing = pak(wie, toewijzing_id, versie)
        _niet_verwijderd(toewijzing)
        _toets_reden(VERWIJDERD, toelichting)
        eis_ongebruikt(toewijzing)
        verandering = Verandering()
        verandering.zet(toewijzing, VERWIJDERD, einddatum=toewijzing.ingangsdatum)
        leg_vast_en_stuur(wie, verandering, toelichting=toelichting)
        _log(wie, toewijzing, "toewijzing.verwijderd", {})
    return toewijzing


def eis_ongebruikt(toewijzing: Toewijzing) -> None:
    """Raise Geweigerd when help was reported or money granted on this assignment (OP362)."""
    leveringen = leveringen_van(toewijzing)
    if leveringen:
        raise Geweigerd(
            f"{toewijzing.aanbieder} meldde dat de hulp op {datum_kort(leveringen[0].begindatum)} begon. Verwijderen "
            "zou die hulp onrechtmatig maken. Klopt de melding niet, vraag de aanbieder dan haar in te trekken. Anders "
            "geef je de toewijzing een einddatum.",
            grondslag="iJw OP362",
        )
    toegekend = toegekend_op(toewijzing)
    if toegekend.regels:
        raise Geweigerd(
            f"Op deze toewijzing is {euro(toegekend.centen)} toegekend. Vraag de aanbieder die regels eerst te "
            "crediteren, of geef de toewijzing een einddatum.",
            grondslag="iJw OP362 en TR385",
        )


def _zelfde_nummer(toewijzing: Toewijzing, anders: Mapping[str, object]) -> Verandering | None:
    """A correction under the same number, where OP033x1 lets the wrong fields change."""
    mag = {"einddatum"} | ({"budget"} if toewijzing.budget is not None else set())
    if toewijzing.frequentie == "6":
        mag.add("volume")
    if not anders.keys() <= mag:
        return None
    verandering = Verandering()
    verandering.zet(toewijzing, CORRECTIE, **dict[str, Any](anders))
    toets_duur(toewijzing)
    _toets_gedeclareerd(toewijzing, afspraak(toewijzing))
    return verandering


def _opnieuw(toewijzing: Toewijzing, anders: Mapping[str, object]) -> Verandering:
    eis_ongebruikt(toewijzing)
    verandering = Verandering()
    vanaf = anders.get("ingangsdatum", toewijzing.ingangsdatum)
    if not isinstance(vanaf, date):
        raise TypeError(type(vanaf).__name__)
    opvolger = verandering.vervang(toewijzing, vanaf, **dict[str, Any](anders))
    _einde_na_begin(opvolger)
    verandering.zet(toewijzing, VERWIJDERD, einddatum=toewijzing.ingangsdatum)
    return verandering


def toets_duur(toewijzing: Toewijzing) -> None:
    """Raise Geweigerd when a changed assignment ends before it begins or overlaps another of the same product."""
    _einde_na_begin(toewijzing)
    if toewijzing.einddatum is None or toewijzing.einddatum >= vandaag():
        toets_periode(toewijzing)


def _einde_na_begin(toewijzing: Toewijzing) -> None:
    if toewijzing.einddatum is not None and toewijzing.einddatum < toewijzing.ingangsdatum:
        raise Geweigerd(
            f"De hulp begint op {datum_kort(toewijzing.ingangsdatum)} en zou daarvoor al eindigen.",
            grondslag="iJw CS003", velden={"einddatum": "Kies een einddatum op of na de ingangsdatum."},
        )  # fmt: skip


def _gewenst(toewijzing: Toewijzing, wens: Wens) -> Afspraak:
    nu_ = afspraak(toewijzing)
    einddatum = None if wens.open_einde else wens.einddatum or nu_.einddatum
    nieuwe_omvang = wens.volume is not None and wens.volume != nu_.volume and nu_.frequentie != "6"
    return Afspraak(
        ingangsdatum=wens.vanaf or max(vandaag(), nu_.ingangsdatum + DAG) if nieuwe_omvang else nu_.ingangsdatum,
        einddatum=einddatum, volume=nu_.volume if wens.volume is None else wens.volume, eenheid=nu_.eenheid,
        frequentie=nu_.frequentie, budget=nu_.budget if wens.budget is None else wens.budget,
    )  # fmt: skip


def _toets_vanaf(toewijzing: Toewijzing, vanaf: date) -> None:
    eind = toewijzing.einddatum
    if vanaf <= toewijzing.ingangsdatum or (eind is not None and vanaf > eind):
        tot = f" en uiterlijk {datum_kort(eind)}" if eind else ""
        raise Geweigerd(
            f"Een andere omvang kan ingaan na {datum_kort(toewijzing.ingangsdatum)}{tot}. De toewijzing eindigt dan "
            "de dag ervoor en er komt een nieuwe.",
            grondslag="iJw OP257", velden={"vanaf": "Kies een dag binnen de looptijd van de toewijzing."},
        )  # fmt: skip


def _toets_overleg(nu_: Afspraak, gewenst: Afspraak, wens: Wens) -> None:
    regel = eist_overleg(nu_, gewenst, vandaag())
    if regel and not wens.afgestemd.strip():
        raise Geweigerd(
            "Minder hulp of een eerder einde kan alleen na overleg met de aanbieder. Schrijf op met wie je dit hebt "
            "afgesproken, en wanneer.",
            grondslag=f"iJw {regel}", velden={"afgestemd": "Vul in met wie bij de aanbieder je dit afsprak."},
        )  # fmt: skip


def _toets_gedeclareerd(toewijzing: Toewijzing, gewenst: Afspraak) -> None:
    if gewenst.budget is None:
        return
    toegekend = toegekend_op(toewijzing)
    if toegekend.centen > gewenst.budget:
        raise Geweigerd(
            f"Er is al {euro(toegekend.centen)} toegekend. Het budget kan niet lager worden dan dat.",
            grondslag="iJw OP345", velden={"budget": "Kies een hoger budget."},
        )  # fmt: skip


def _toets_reden(reden: str, toelichting: str) -> None:
    if reden not in {*REDENEN_WIJZIGING, VERWIJDERD}:
        raise Geweigerd("Deze reden bestaat niet.", velden={"reden": "Kies een reden uit de lijst."})
    if not toelichting.strip():
        raise Geweigerd(
            "Schrijf op waarom de toewijzing verandert.", grondslag="Awb 3:46",
            velden={"toelichting": "Schrijf op waarom de toewijzing verandert."},
        )  # fmt: skip


def _niet_verwijderd(toewijzing: Toewijzing) -> None:
    if toewijzing.reden_wijziging == VERWIJDERD:
        raise Geweigerd("Deze toewijzing is verwijderd en geldt als nooit verstuurd.", grondslag="iJw JZ002, reden 13")


def _log(wie: Wie, toewijzing: Toewijzing, handeling: str, gegevens: dict[str, object]) -> None:
    leg_vast(
        wie, handeling, kind_id=toewijzing.kind_id, soort="toewijzing", onderwerp_id=toewijzing.pk, gegevens=gegevens
    )
