"""The turns of residence, transfer and continuity, each with its term and its ground."""

from datetime import date, timedelta
from uuid import UUID

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, laat_vervallen, open_beurt, open_beurten, rond_af
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.overlap import lopend_vanaf
from jeugdregio.toegang.woonplaats.gemeenten import gemeentenaam
from jeugdregio.toegang.woonplaats.models import Overdracht, Vaststelling, Voortzetting
from recht.datum import datum_kort
from recht.woonplaats import informatie

OVERLEG = "Jeugdwet 8.2.1 lid 3"
AANSLUITEN_BINNEN = timedelta(weeks=2)
TEAMLEIDER = "Teamleider toegang"


def sleutel_overdragen(kind_id: object) -> str:
    """Key of the turn to hand a child over."""
    return f"kind:{kind_id}:overdragen"


def open_beurt_overdragen(vaststelling: Vaststelling) -> None:
    """Open the turn to hand over a child of another municipality for whom help runs here; else there is nothing to do.

    A request that waits has its own turn: it is refused with the name of the other municipality.
    """
    kind = vaststelling.kind
    if not lopende_hulp(kind.pk, vaststelling.sinds):
        return
    termijn = informatie(vandaag())
    open_beurt(
        sleutel=f"{sleutel_overdragen(kind.pk)}:{vaststelling.pk}", soort="overdragen", titel="Kind overdragen",
        tekst=f"{gemeentenaam(vaststelling.gemeente_code)} is verantwoordelijk. De hulp loopt hier nog.",
        organisatie=kind.gemeente, rol=Rol.TOEGANG, begon_op=vandaag(), uiterlijk=termijn.datum,
        grondslag=OVERLEG, uitleg=tuple(s.tekst for s in termijn.stappen), handeling="Bekijk de woonplaats",
        pad=f"/kinderen/{kind.pk}/woonplaats/stappen/", aanduiding=aanduiding(kind),
        kenmerk=kind.kenmerk, kind_id=kind.pk, escalatie=TEAMLEIDER,
    )  # fmt: skip


def lopende_hulp(kind_id: UUID, vanaf: date) -> list[Toewijzing]:
    """Return the assignments of a child that hold on a day or later and today or later. One query."""
    gevonden = lopend_vanaf(max(vanaf, vandaag())).filter(kind_id=kind_id)
    return list(gevonden.select_related("aanbieder", "gemeente", "kind").order_by("nummer"))


def sluit_overdragen(kind_id: object, vaststelling_id: object) -> None:
    """Close the turn to hand over."""
    rond_af(f"{sleutel_overdragen(kind_id)}:{vaststelling_id}")


def sleutel_antwoord(overdracht: Overdracht) -> str:
    """Key of the turn to answer a transfer; offered again it is another turn."""
    return f"overdracht:{overdracht.pk}:antwoord:{overdracht.standpunten.count()}"


def open_beurt_antwoord(overdracht: Overdracht) -> None:
    """Open the turn of the receiving municipality; of the giver itself when the other does not work here."""
    termijn = informatie(vandaag())
    zelf = overdracht.naar is None
    naam = gemeentenaam(overdracht.naar_code)
    _open(
        overdracht, sleutel_antwoord(overdracht), overdracht.naar or overdracht.van,
        None if zelf else overdracht.van, termijn.datum,
        soort="overdracht_beantwoorden",
        titel=f"Antwoord van {naam} vastleggen" if zelf else "Overdracht beantwoorden",
        tekst=f"{naam} werkt niet in dit systeem. Bel, en leg het antwoord vast." if zelf else
        f"{overdracht.van} draagt een kind over. Neem je het aan, of hoort het bij een andere gemeente?",
        grondslag="Regeling Jeugdwet 1a.1; Jeugdwet 8.2.1", uitleg=tuple(s.tekst for s in termijn.stappen),
    )  # fmt: skip


def open_beurt_betwist(overdracht: Overdracht, door: str) -> None:
    """Open the turn of the giver: the other municipality says the child is not its own."""
    termijn = informatie(vandaag())
    _open(
        overdracht, f"overdracht:{overdracht.pk}:betwist:{overdracht.standpunten.count()}", overdracht.van,
        overdracht.naar, termijn.datum, soort="overdracht_betwist", titel="Overleggen over woonplaats",
        tekst=f"{door} betwist dat het kind daar hoort. Jouw gemeente blijft verantwoordelijk.",
        grondslag=OVERLEG, uitleg=tuple(s.tekst for s in termijn.stappen),
    )  # fmt: skip


def sluit_overleg(overdracht: Overdracht) -> None:
    """Close the turns about answering and disputing."""
    aantal = overdracht.standpunten.count()
    rond_af(*(f"overdracht:{overdracht.pk}:{wat}:{n}" for wat in ("antwoord", "betwist") for n in range(aantal + 1)))


def open_beurten_aansluiten(overdracht: Overdracht) -> None:
    """Open for each help that goes on the turn to join on: of the new municipality, or of the giver for outside."""
    for rij in overdracht.voortzettingen.select_related("oud"):
        einde = rij.oud.einddatum
        uiterlijk = min(filter(None, (vandaag() + AANSLUITEN_BINNEN, einde)))
        tekst = (
            f"Geef de hulp door die {overdracht.van} toewees. Tot je aansluit betaalt {overdracht.van}."
            if overdracht.naar
            else f"Leg vast wanneer {gemeentenaam(overdracht.naar_code)} aansluit. Tot dan loopt jouw toewijzing."
        )
        kind = overdracht.nieuw_kind or overdracht.kind
        _open(
            overdracht, sleutel_aansluiten(rij), overdracht.naar or overdracht.van,
            overdracht.van if overdracht.naar else None, uiterlijk, soort="aansluiten", titel="Hulp aansluiten",
            tekst=tekst, grondslag="Jeugdwet 2.7a en 8.2.1", kind_id=kind.pk,
            uitleg=("Twee weken na de overdracht, of de laatste dag van de oude toewijzing als die eerder is.",),
        )  # fmt: skip


def sleutel_aansluiten(voortzetting: Voortzetting) -> str:
    """Key of the turn to join on."""
    return f"voortzetting:{voortzetting.pk}:aansluiten"


def open_beurt_niet_voortgezet(voortzetting: Voortzetting) -> None:
    """Open the turn of the old municipality: the new one does not carry this help on."""
    overdracht = voortzetting.overdracht
    _open(
        overdracht, f"voortzetting:{voortzetting.pk}:niet", overdracht.van, overdracht.naar,
        min(filter(None, (vandaag() + AANSLUITEN_BINNEN, voortzetting.oud.einddatum))),
        soort="niet_voortgezet", titel="Hulp wordt niet voortgezet",
        tekst=f"Overleg met de aanbieder en geef toewijzing {voortzetting.oud.nummer} een einddatum.",
        grondslag="Jeugdwet 2.7a", uitleg=(voortzetting.niet_nodig_reden,),
        pad=f"/toewijzingen/{voortzetting.oud_id}/",
    )  # fmt: skip


def beurt_voortzetting_eindigt(voortzetting: Voortzetting, op: date) -> NieuweBeurt:
    """Return the turn of the new municipality: the right to the same help ends."""
    toewijzing, tot = voortzetting.nieuw, voortzetting.tot
    if toewijzing is None or tot is None:
        raise ValueError("only help that was joined on and has a last day")
    return NieuweBeurt(
        sleutel=f"voortzetting:{voortzetting.pk}:eindigt", soort="voortzetting_eindigt",
        titel="Voortzetting na verhuizing loopt af",
        tekst="Het recht op dezelfde hulp bij dezelfde aanbieder eindigt. Beslis wat er daarna is.",
        organisatie=toewijzing.gemeente, rol=Rol.TOEGANG, wachtende=toewijzing.aanbieder, begon_op=op, uiterlijk=tot,
        grondslag="Jeugdwet 2.7a", uitleg=(f"Een jaar na de verhuizing is {datum_kort(tot)}.",),
        handeling="Bekijk de toewijzing", pad=f"/hulp-die-eindigt/{toewijzing.pk}/",
        aanduiding=aanduiding(toewijzing.kind), kenmerk=toewijzing.nummer, kind_id=toewijzing.kind_id,
        escalatie=TEAMLEIDER,
    )  # fmt: skip


def laat_beurten_vervallen(overdracht: Overdracht) -> None:
    """Let every turn of a transfer that was taken back lapse."""
    sluit_overleg(overdracht)
    laat_vervallen(*(sleutel_aansluiten(rij) for rij in overdracht.voortzettingen.all()))


def _open(
    overdracht: Overdracht, sleutel: str, wie: Organisatie, wachtende: Organisatie | None, uiterlijk: date | None,
    **velden: object,
) -> None:  # fmt: skip
    kind = overdracht.kind
    vast: dict[str, object] = {
        "sleutel": sleutel, "organisatie": wie, "rol": Rol.TOEGANG, "wachtende": wachtende, "begon_op": vandaag(),
        "uiterlijk": uiterlijk, "handeling": "Bekijk de overdracht", "pad": f"/overdrachten/{overdracht.pk}/",
        "aanduiding": aanduiding(kind), "kenmerk": overdracht.kenmerk, "kind_id": kind.pk, "escalatie": TEAMLEIDER,
    }  # fmt: skip
    open_beurten([NieuweBeurt(**{**vast, **velden})])  # type: ignore[arg-type]
