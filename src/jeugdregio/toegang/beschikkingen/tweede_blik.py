"""Where a municipality wants a second pair of eyes, and who in its team may decide which help is needed."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Aanstelling, Gebruiker, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen.models import Beschikking, Deskundigheid, Soort, TweedeBlik
from jeugdregio.toegang.beschikkingen.permissions import eis_teamleider
from jeugdregio.toegang.beschikkingen.regels import kosten
from recht.beschikking import deskundigheid
from recht.uitkomst import Uitkomst

DAG = timedelta(days=1)


def waarom_tweede_blik(beschikking: Beschikking) -> TweedeBlik | None:
    """Return the agreement of today that asks a second pair of eyes for this decision; None when none does.

    An amount that is not known yet counts as above every limit.
    """
    geldend = TweedeBlik.objects.op(vandaag()).filter(gemeente=beschikking.gemeente_id)
    bedrag = totaal(beschikking)
    for afspraak in geldend.filter(soort__in=["", beschikking.soort]).order_by("-soort"):
        if afspraak.vanaf_centen is None or bedrag is None or bedrag >= afspraak.vanaf_centen:
            return afspraak
    return None


def totaal(beschikking: Beschikking) -> int | None:
    """Return what all granted lines cost at most; None while one of them is unknown."""
    bedragen = [kosten(regel) for regel in beschikking.regels.all() if regel.toegekend]
    return None if None in bedragen else sum(b for b in bedragen if b is not None)


def spreek_af(wie: Wie, *, soort: str, vanaf_centen: int | None, van: date, bron: str) -> TweedeBlik:
    """Agree that a second pair of eyes is wanted from a day; what held before for this kind ends the day before."""
    eis_teamleider(wie)
    fouten = {} if bron.strip() else {"bron": "Noem het besluit of de werkafspraak."}
    if soort and soort not in Soort.values:
        fouten["soort"] = "Kies een soort uit de lijst."
    if van < vandaag():
        fouten["van"] = "Kies een dag vanaf vandaag."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    with transaction.atomic():
        for oud in TweedeBlik.objects.filter(gemeente=wie.organisatie, soort=soort, tot__isnull=True):
            _eindig(oud, van - DAG)
        nieuw = TweedeBlik.objects.create(
            gemeente=wie.organisatie, soort=soort, vanaf_centen=vanaf_centen, van=van, bron=bron.strip()
        )
        leg_vast(wie, "tweede_blik.afgesproken", soort="tweede_blik", onderwerp_id=nieuw.pk, gegevens={"soort": soort})
    return nieuw


def stop_afspraak(wie: Wie, afspraak_id: UUID) -> None:
    """End an agreement: from tomorrow it does not hold; one that has not begun goes away."""
    eis_teamleider(wie)
    afspraak = TweedeBlik.objects.filter(pk=afspraak_id, gemeente=wie.organisatie, tot__isnull=True).first()
    if afspraak is None:
        raise NietGevonden("Deze afspraak is er niet, of is al gestopt.")
    with transaction.atomic():
        _eindig(afspraak, vandaag())
        leg_vast(wie, "tweede_blik.gestopt", soort="tweede_blik", onderwerp_id=afspraak_id)


def registreer(
    wie: Wie, gebruiker_id: UUID, *, register: str, nummer: str, van: date, tot: date | None
) -> Deskundigheid:  # fmt: skip
    """Record that somebody of the own team is registered as youth professional, from a day until a day."""
    eis_teamleider(wie)
    mens = next((m for m in team(wie.organisatie) if m.pk == gebruiker_id), None)
    if mens is None:
        raise NietGevonden("Deze medewerker hoort niet bij jouw toegang.")
    fouten = {} if nummer.strip() else {"nummer": "Vul het registratienummer in."}
    if register not in Deskundigheid.Register.values:
        fouten["register"] = "Kies een register uit de lijst."
    if tot is not None and tot < van:
        fouten["tot"] = "De registratie eindigt voor zij begint."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), velden=fouten)
    try:
        with transaction.atomic():
            nieuw = Deskundigheid.objects.create(
                gebruiker=mens, gemeente=wie.organisatie, register=register, nummer=nummer.strip(), van=van, tot=tot
            )
            leg_vast(wie, "deskundigheid.vastgelegd", soort="deskundigheid", onderwerp_id=nieuw.pk)
    except IntegrityError as fout:
        raise Conflict("Deze registratie staat er al. Bekijk de lijst opnieuw.") from fout
    return nieuw


def deskundig(gebruiker: Gebruiker, gemeente: Organisatie, op: date) -> Uitkomst:
    """Judge whether somebody may decide which help is needed on a day: the best registration counts."""
    eigen = list(Deskundigheid.objects.filter(gebruiker=gebruiker, gemeente=gemeente))
    geldig = next((d for d in eigen if d.geldt_op(op)), None) or (eigen[0] if eigen else None)
    return deskundigheid(op, geldig.van, geldig.tot) if geldig else deskundigheid(op)


def team(gemeente: Organisatie) -> Sequence[Gebruiker]:
    """Return who works at the access of a municipality today, by name. One query."""
    werkt = Aanstelling.objects.op(vandaag()).filter(organisatie=gemeente, rol__in=[Rol.TOEGANG, Rol.TEAMLEIDER])
    return list(Gebruiker.objects.filter(pk__in=werkt.values("gebruiker")).order_by("naam"))


def _eindig(afspraak: TweedeBlik, laatste: date) -> None:
    if laatste < afspraak.van:
        afspraak.delete()
        return
    afspraak.tot = laatste
    afspraak.save(update_fields=["tot"])
