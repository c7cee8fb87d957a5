"""Asking the register: may this body do this here on this day, and what stands in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.bestuur.mandaten import permissions
from jeugdregio.bestuur.mandaten.handelingen import HANDELINGEN
from jeugdregio.bestuur.mandaten.keten import Bevoegdheid, Register, beeindigd_op, ingestemd_op, zoek
from jeugdregio.bestuur.mandaten.models import Betwisting, Intentie, Mandaat
from jeugdregio.organisaties.models import Gebruiker, Organisatie
from jeugdregio.organisaties.wie import Wie
from recht.bezwaar import ondertekenaar_bezwaar
from recht.uitkomst import Uitkomst


def mag(
    orgaan: Organisatie, handeling: str, gemeente: Organisatie, datum: date, *, functie: str = "", geval: str = ""
) -> Bevoegdheid:
    """Tell whether a body may do an act of the catalogue for a municipality on a date, with the chain of decisions.

    Without `functie` the body itself is meant (of a municipality: the college). `geval` is the reference of the one
    case a mandate may be limited to. Never guesses: without a whole chain the answer is no, and names the missing link.
    Source: Awb 10:1 to 10:12. Raises KeyError for an unknown act.
    """
    return zoek(Register(HANDELINGEN[handeling], gemeente, datum, geval), orgaan, functie)


def mag_wie(wie: Wie, handeling: str, gemeente: Organisatie, datum: date, *, rollen: Iterable[str] = ()) -> Bevoegdheid:
    """Tell whether this person may do an act in one of the own roles (or only in `rollen`); the best answer counts."""
    register = Register(HANDELINGEN[handeling], gemeente, datum)
    eigen = sorted(set(rollen or wie.rollen) & wie.rollen) or [""]
    antwoorden = [zoek(register, wie.organisatie, rol) for rol in eigen]
    return next((a for a in antwoorden if a.mag), antwoorden[0])


def eis_bevoegd(bevoegdheid: Bevoegdheid) -> None:
    """Raise Geweigerd with the chain when nobody gave this power. A dispute does not stop a decision: it is shown."""
    if bevoegdheid.ontbreekt:
        mist = "; ".join(bevoegdheid.ontbreekt)
        raise Geweigerd(
            f"{bevoegdheid.zin} Wat ontbreekt: {mist}. Laat de jurist dit in het mandaatregister regelen.",
            grondslag="Awb 10:1 tot en met 10:12",
        )


def mag_beslissen_op_bezwaar(beslisser: Gebruiker, besluit_door: Gebruiker) -> Uitkomst:
    """Tell whether somebody may decide on an objection: never against an own decision (Awb 10:3 lid 3)."""
    return ondertekenaar_bezwaar(str(besluit_door.pk), str(beslisser.pk))


@dataclass(frozen=True)
class Rij:
    """A mandate as the list shows it: `stand` in words and its tone."""

    mandaat: Mandaat
    stand: str
    toon: str


def lijst(wie: Wie, datum: date, *, gemeente: str = "", handeling: str = "", alles: bool = False) -> list[Rij]:
    """Return the mandates on a date, for a municipality and an act; with `alles` also what is over or not yet there."""
    gevonden = permissions.zichtbaar(wie).select_related("gever", "ontvanger__hoort_bij", "vervangt")
    if gemeente:
        gevonden = gevonden.filter(gemeenten__pk=gemeente)
    gevonden = gevonden.prefetch_related("gebeurtenissen", "betwistingen", "gemeenten")
    rijen = (Rij(m, *stand(m, datum)) for m in gevonden if not handeling or handeling in m.handelingen)
    return [rij for rij in rijen if alles or rij.toon != "neutraal"]


def stand(mandaat: Mandaat, datum: date) -> tuple[str, str]:
    """Return how a mandate stands on a date: words and tone. Neutral means it does not count on that day."""
    einde = beeindigd_op(mandaat)
    if einde and datum >= einde:
        return "ingetrokken of vervangen", "neutraal"
    if mandaat.tot and datum > mandaat.tot:
        return "verlopen", "neutraal"
    if datum < mandaat.van:
        return "nog niet begonnen", "neutraal"
    if not mandaat.ondergeschikt and not ((op := ingestemd_op(mandaat)) and op <= datum):
        return "instemming ontbreekt", "gevaar"
    if any(b.geldt_op(datum) for b in mandaat.betwistingen.all()):
        return "betwist", "let-op"
    return "geldt", "goed"


def mandaat(wie: Wie, mandaat_id: UUID) -> Mandaat:
    """Return one mandate with what happened to it. Raises NietGevonden."""
    gevonden = (
        permissions.zichtbaar(wie)
        .filter(pk=mandaat_id)
        .select_related("gever", "ontvanger__hoort_bij", "vervangt", "vervangen_door")
        .prefetch_related("gebeurtenissen__door", "betwistingen__door", "betwistingen__gemeente", "gemeenten")
        .first()
    )
    if gevonden is None:
        raise NietGevonden("Dit mandaat is er niet.")
    return gevonden


def ketens(wie: Wie, mandaat: Mandaat, datum: date) -> list[Bevoegdheid]:
    """Return for each municipality what the recipient may do on a date, from the chain of the first act."""
    codes = [code for code in mandaat.handelingen if code in HANDELINGEN]
    if not codes:
        return []
    return [
        mag(mandaat.ontvanger, codes[0], gemeente, datum, functie=mandaat.ontvanger_functie, geval=mandaat.geval)
        for gemeente in mandaat.gemeenten.all()
    ]


def onder(wie: Wie, mandaat: Mandaat) -> Sequence[Mandaat]:
    """Return what the recipient passed on of these powers."""
    gemeenten = {g.pk for g in mandaat.gemeenten.all()}
    door = permissions.zichtbaar(wie).filter(
        gever=mandaat.ontvanger, gever_functie=mandaat.ontvanger_functie, soort=mandaat.soort
    )
    door = door.select_related("gever", "ontvanger").prefetch_related("gemeenten")
    return [
        m
        for m in door
        if set(m.handelingen) & set(mandaat.handelingen) and gemeenten & {g.pk for g in m.gemeenten.all()}
    ]


def intenties(_wie: Wie) -> list[Intentie]:
    """Return the agreements of intent with who signed; they give no power."""
    return list(Intentie.objects.prefetch_related("ondertekeningen__organisatie").order_by("titel"))


def betwisting(wie: Wie, betwisting_id: UUID) -> Betwisting:
    """Return one dispute of a mandate that this person may see. Raises NietGevonden."""
    gevonden = Betwisting.objects.filter(pk=betwisting_id).select_related("door").first()
    if gevonden is None:
        raise NietGevonden("Deze betwisting is er niet.")
    gevonden.mandaat = mandaat(wie, gevonden.mandaat_id)
    return gevonden
