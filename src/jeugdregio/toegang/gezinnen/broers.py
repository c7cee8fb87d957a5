"""Brothers and sisters: linking two files of one municipality, and taking over who has authority, never silently."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.gezagsdragers import voeg_gezagsdrager_toe
from jeugdregio.toegang.models import Gezagsdrager, Gezin, Kind
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.permissions import eis_toegang, zichtbare_kinderen


def _kind(wie: Wie, kind_id: UUID) -> Kind:
    eis_toegang(wie)
    kind = zichtbare_kinderen(wie).select_related("gemeente", "gezin").filter(pk=kind_id).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    return kind


def broers_en_zussen(wie: Wie, kind: Kind) -> list[Kind]:
    """Return the other children of the family this actor may see. The caller logged the look at this child."""
    if kind.gezin_id is None:
        return []
    return list(zichtbare_kinderen(wie).filter(gezin=kind.gezin_id).exclude(pk=kind.pk).order_by("geboortedatum"))


@transaction.atomic
def koppel(wie: Wie, kind_id: UUID, dossier: str) -> Gezin:
    """Put the child with this file number in the family of a child; two families become one.

    Raises Geweigerd (`velden["dossier"]`) for the child itself, a number that has no file here, or one already linked.
    """
    kind = _kind(wie, kind_id)
    ander = zichtbare_kinderen(wie).filter(kenmerk__iexact=dossier.strip()).first()
    fout = ""
    if ander is None:
        fout = "Er is bij jouw gemeente geen dossier met dit nummer."
    elif ander.pk == kind.pk:
        fout = "Dit is het dossier van het kind zelf."
    elif ander.gezin_id is not None and ander.gezin_id == kind.gezin_id:
        fout = "Deze kinderen horen al bij elkaar."
    if fout or ander is None:
        raise Geweigerd(fout, velden={"dossier": fout})
    gezin = kind.gezin or ander.gezin or Gezin.objects.create(kenmerk=kenmerk("G"), gemeente=kind.gemeente)
    oud = {g for g in (kind.gezin_id, ander.gezin_id) if g not in {None, gezin.pk}}
    Kind.objects.filter(gezin__in=oud).update(gezin=gezin)
    Kind.objects.filter(pk__in=(kind.pk, ander.pk)).update(gezin=gezin)
    Gezin.objects.filter(pk__in=oud).delete()
    for wie_het_is in (kind, ander):
        leg_vast(wie, "gezin.gekoppeld", kind_id=wie_het_is.pk, soort="gezin", onderwerp_id=gezin.pk)
    return gezin


@transaction.atomic
def ontkoppel(wie: Wie, kind_id: UUID) -> None:
    """Take a child out of its family; a family of one is no family. Again: changes nothing."""
    kind = _kind(wie, kind_id)
    gezin = kind.gezin
    if gezin is None:
        return
    Kind.objects.filter(pk=kind.pk).update(gezin=None)
    leg_vast(wie, "gezin.ontkoppeld", kind_id=kind.pk, soort="gezin", onderwerp_id=gezin.pk)
    if gezin.kinderen.count() <= 1:
        gezin.delete()


def aan_te_bieden(wie: Wie, kind: Kind) -> list[Gezagsdrager]:
    """Return people around brothers and sisters that this child does not have yet, to be offered one by one."""
    eigen = {d.naam.casefold() for d in kind.gezagsdragers.all()}
    andere = Gezagsdrager.objects.filter(kind__in=broers_en_zussen(wie, kind)).select_related("kind").order_by("naam")
    uniek: dict[str, Gezagsdrager] = {}
    for drager in andere:
        if drager.naam.casefold() not in eigen:
            uniek.setdefault(drager.naam.casefold(), drager)
    return list(uniek.values())


def neem_over(
    wie: Wie, kind_id: UUID, gezagsdrager_id: UUID, *, gezag: bool, bron: str, nagekeken_op: date | None = None
) -> Gezagsdrager:
    """Add somebody of a brother or sister to this child. Authority is looked up for this child, never assumed.

    Raises NietGevonden for somebody who is not offered, and what `voeg_gezagsdrager_toe` raises.
    """
    kind = _kind(wie, kind_id)
    drager = next((d for d in aan_te_bieden(wie, kind) if d.pk == gezagsdrager_id), None)
    if drager is None:
        raise NietGevonden("Deze persoon hoort niet bij een broer of zus van dit kind.")
    return voeg_gezagsdrager_toe(
        wie, kind_id, drager.naam, drager.relatie, gezag=gezag, telefoon=drager.telefoon, bron=bron,
        nagekeken_op=nagekeken_op or (vandaag() if bron else None),
    )  # fmt: skip
