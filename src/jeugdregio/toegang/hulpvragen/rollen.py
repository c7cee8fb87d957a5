"""Who holds which role: what the municipality agreed per road, and the holders of one question."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, open_beurten
from jeugdregio.organisaties.models import Aanstelling, Gebruiker, Organisatie, Rol, Soort
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolhouder, Rolverdeling, Weg
from recht import wegen

# The roles a municipality divides; the referrer is who referred, the contact of a family is named per question.
TE_VERDELEN = (Casusrol.INDICATIE, Casusrol.CASUSREGIE, Casusrol.PROCESREGIE, Casusrol.PARTNERS)


@dataclass(frozen=True)
class Houder:
    """A role of a question with its holder of today; None is a gap."""

    rol: Casusrol
    houder: Rolhouder | None
    te_verdelen: bool

    @property
    def gat(self) -> bool:
        """True when nobody holds a role that must be held."""
        return self.houder is None


def nodige_rollen(weg: str) -> tuple[Casusrol, ...]:
    """Return the roles that must be held on a road; after a referral the municipality does not indicate."""
    oordeelt = wegen.toetst_noodzaak(wegen.Weg(weg))
    return tuple(rol for rol in (*TE_VERDELEN, Casusrol.CONTACT) if oordeelt or rol != Casusrol.INDICATIE)


@dataclass(frozen=True)
class Verdelingen:
    """The divisions of some municipalities, read once: who holds a role on a road on a day."""

    rijen: tuple[Rolverdeling, ...]

    def houder(self, vraag: Hulpvraag, rol: str) -> Organisatie | None:
        """Return who holds a role for a question on the day it came in; a row for its road goes before one for all."""
        passend = [
            rij for rij in self.rijen
            if rij.gemeente_id == vraag.gemeente_id and rij.rol == rol and rij.weg in {vraag.weg, ""}
            and rij.geldt_op(vraag.ontvangen_op)
        ]  # fmt: skip
        gekozen = max(passend, key=lambda rij: (rij.weg != "", rij.van), default=None)
        return gekozen.organisatie if gekozen else None


def verdelingen(gemeenten: Iterable[Organisatie]) -> Verdelingen:
    """Read what these municipalities agreed, ever. One query."""
    return Verdelingen(tuple(Rolverdeling.objects.filter(gemeente__in=list(gemeenten)).select_related("organisatie")))


def houders_bij(vraag: Hulpvraag, afgesproken: Verdelingen) -> list[Rolhouder]:
    """Return the holders a question begins with, not saved: by the division, and the institution that asks."""
    gevonden = [(rol, afgesproken.houder(vraag, rol)) for rol in nodige_rollen(vraag.weg) if rol in TE_VERDELEN]
    if vraag.weg == Weg.GI and vraag.van is not None:
        gevonden.append((Casusrol.INDICATIE, vraag.van))
    return [
        Rolhouder(hulpvraag=vraag, rol=rol, organisatie=organisatie, van=vraag.ontvangen_op)
        for rol, organisatie in gevonden if organisatie is not None
    ]  # fmt: skip


def verdeel(vraag: Hulpvraag) -> None:
    """Give a new question its holders, in the caller's transaction. A role that nobody was given stays a gap."""
    afgesproken = verdelingen([vraag.gemeente])
    Rolhouder.objects.bulk_create(houders_bij(vraag, afgesproken))
    _open_gaten([vraag], afgesproken)


def open_gaten(vragen: Iterable[Hulpvraag]) -> None:
    """Open the turns for what these questions miss in the division."""
    alle = list(vragen)
    _open_gaten(alle, verdelingen({v.gemeente_id: v.gemeente for v in alle}.values()))


def _open_gaten(vragen: Iterable[Hulpvraag], afgesproken: Verdelingen) -> None:
    gaten: dict[tuple[UUID, str, str], NieuweBeurt] = {}
    for vraag in vragen:
        for rol in nodige_rollen(vraag.weg):
            sleutel = (vraag.gemeente_id, vraag.weg, rol)
            if rol in TE_VERDELEN and sleutel not in gaten and afgesproken.houder(vraag, rol) is None:
                gaten[sleutel] = _gatbeurt(vraag, rol)
    open_beurten(gaten.values())


def sleutel_gat(gemeente_id: UUID, weg: str, rol: str) -> str:
    """Key of the turn to fill a gap in the division of roles."""
    return f"rolverdeling:{gemeente_id}:{weg}:{rol}"


def _gatbeurt(vraag: Hulpvraag, rol: str) -> NieuweBeurt:
    """The turn to fill a gap; one per road and role, however many questions meet it."""
    return NieuweBeurt(
        sleutel=sleutel_gat(vraag.gemeente_id, vraag.weg, rol), soort="rolverdeling",
        titel=f"Rolverdeling aanvullen: {Casusrol(rol).label.lower()}",
        tekst=f"Op de weg '{Weg(vraag.weg).label}' is niet afgesproken wie deze rol heeft.",
        organisatie=vraag.gemeente, rol=Rol.BELEID, begon_op=vraag.ontvangen_op, uiterlijk=None,
        grondslag="Jeugdwet 2.9 onder a; verordening of werkafspraak", handeling="Vul de rolverdeling aan",
        pad="/hulpvragen/rolverdeling/", escalatie="Teamleider toegang",
    )  # fmt: skip


def houders(hulpvraag: Hulpvraag, rijen: Iterable[Rolhouder] | None = None) -> tuple[Houder, ...]:
    """Return every role of the question with its holder of today, gaps included."""
    alle = hulpvraag.rolhouders.select_related("organisatie", "gebruiker") if rijen is None else rijen
    nu = {rij.rol: rij for rij in alle if rij.geldt_op(vandaag())}
    nodig = nodige_rollen(hulpvraag.weg)
    erbij = [Casusrol(rol) for rol in nu if rol not in nodig]
    return tuple(Houder(rol, nu.get(rol), rol in TE_VERDELEN) for rol in (*nodig, *erbij))


def kan_houden(hulpvraag: Hulpvraag) -> list[Organisatie]:
    """Return the organisations that can hold a role here: municipality, what works for it, and who asked."""
    gekend = Q(pk=hulpvraag.gemeente_id) | Q(hoort_bij=hulpvraag.gemeente_id, soort=Soort.UITVOERDER)
    gekend |= Q(soort__in=(Soort.GI, Soort.VEILIG_THUIS))
    return list(Organisatie.objects.filter(gekend).order_by("naam"))


def partners() -> list[Organisatie]:
    """Return the organisations that can hand over or ask a question: institutions and Veilig Thuis."""
    return list(Organisatie.objects.filter(soort__in=(Soort.GI, Soort.VEILIG_THUIS)).order_by("naam"))


def medewerkers(hulpvraag: Hulpvraag) -> list[Gebruiker]:
    """Return the people of access that can be named: of the municipality and of what carries out its access."""
    bij = Q(organisatie=hulpvraag.gemeente_id) | Q(
        organisatie__hoort_bij=hulpvraag.gemeente_id, organisatie__soort=Soort.UITVOERDER
    )
    aangesteld = Aanstelling.objects.op(vandaag()).filter(bij, rol=Rol.TOEGANG)
    return list(Gebruiker.objects.filter(pk__in=aangesteld.values("gebruiker")).order_by("naam"))
