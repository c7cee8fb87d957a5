"""Requests about a file: register, shield others, decide with reasons, carry out. Destruction only after a decision."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.bewaren.beletsel import wissers
from jeugdregio.toegang.bewaren.beurt import grond, open_beurt_voor, sleutel
from jeugdregio.toegang.bewaren.models import Afscherming, Dossierverzoek
from jeugdregio.toegang.bewaren.permissions import dossierverzoek_voor, eis_privacy
from jeugdregio.toegang.bewaren.termijn import houdt_tegen
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.permissions import eis_toegang
from jeugdregio.toegang.woonplaats.feiten import eigen_kind
from recht import bewaren

Soort, Staat, Verzoeker = Dossierverzoek.Soort, Dossierverzoek.Staat, Dossierverzoek.Verzoeker
_OUDERS = "de ouders met gezag of de voogd"


def registreer(
    wie: Wie, kind_id: UUID, *, soort: str, verzoeker: str, wat: str, identiteit: str, ontvangen_op: date,
    niet_in_staat: str = "",
) -> Dossierverzoek:  # fmt: skip
    """Register a request about the file of a child; the privacy officer gets the turn, within a month (AVG 12 lid 3).

    Raises Geweigerd when this person cannot ask at this age (Jeugdwet 7.3.15), nobody looked who it is, or the day is
    impossible.
    """
    kind = eigen_kind(wie, kind_id)
    fouten = _fouten(kind, soort, wat, identiteit, ontvangen_op)
    if "ontvangen_op" not in fouten and (wie_niet := _mag_niet(kind, verzoeker, ontvangen_op, niet_in_staat)):
        fouten["verzoeker"] = wie_niet
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 7.3.15", velden=fouten)
    termijn = bewaren.verzoek(ontvangen_op)
    with transaction.atomic():
        verzoek = Dossierverzoek.objects.create(
            kenmerk=kenmerk("D"), kind=kind, gemeente=kind.gemeente, soort=soort, verzoeker=verzoeker, wat=wat.strip(),
            identiteit=identiteit.strip()[:200], niet_in_staat=niet_in_staat.strip()[:300], ontvangen_op=ontvangen_op,
            uiterlijk=termijn.datum or ontvangen_op, uitleg=[s.tekst for s in termijn.stappen],
        )  # fmt: skip
        leg_vast(wie, "dossierverzoek.ontvangen", kind_id=kind.pk, soort="dossierverzoek", onderwerp_id=verzoek.pk,
                 gegevens={"soort": soort})  # fmt: skip
        open_beurt_voor(verzoek, Rol.PRIVACY, "beslissen", "Beslissen op verzoek over dossier")
    return verzoek


def scherm_af(wie: Wie, verzoek_id: UUID, onderdeel: str, reden: str) -> Afscherming:
    """Add a task: data about somebody else that must stay out of what is given (Jeugdwet 7.3.10)."""
    eis_toegang(wie)
    verzoek = dossierverzoek_voor(wie, verzoek_id)
    if verzoek.soort not in {Soort.INZAGE, Soort.AFSCHRIFT} or verzoek.staat in {Staat.UITGEVOERD, Staat.GEWEIGERD}:
        raise Geweigerd("Afschermen hoort bij een verzoek om inzage of kopie dat nog loopt.")
    if not onderdeel.strip() or not reden.strip():
        tekst = "Schrijf op wat je afschermt en waarom. Gebruik geen namen."
        raise Geweigerd(tekst, grondslag="Jeugdwet 7.3.10", velden={"onderdeel": tekst})
    with transaction.atomic():
        taak = Afscherming.objects.create(verzoek=verzoek, onderdeel=onderdeel.strip()[:200], reden=reden.strip()[:300])
        leg_vast(wie, "dossierverzoek.afscherming", kind_id=verzoek.kind_id, soort="dossierverzoek",
                 onderwerp_id=verzoek.pk)  # fmt: skip
    return taak


def afgeschermd(wie: Wie, verzoek_id: UUID, taak_id: UUID) -> Afscherming:
    """Mark a task of shielding as done. Again: changes nothing."""
    eis_toegang(wie)
    verzoek = dossierverzoek_voor(wie, verzoek_id)
    taak = Afscherming.objects.filter(pk=taak_id, verzoek=verzoek).first()
    if taak is None:
        raise NietGevonden("Deze taak is er niet.")
    if taak.gedaan_op is None:
        taak.gedaan_op, taak.gedaan_door = nu(), wie.gebruiker
        with transaction.atomic():
            taak.save(update_fields=["gedaan_op", "gedaan_door"])
            leg_vast(wie, "dossierverzoek.afgeschermd", kind_id=verzoek.kind_id, soort="dossierverzoek",
                     onderwerp_id=verzoek.pk)  # fmt: skip
    return taak


def beslis(
    wie: Wie, verzoek_id: UUID, uitkomst: str, redenen: str, *, versie: int, belang_ander: str = "",
    langer_tot: date | None = None,
) -> Dossierverzoek:  # fmt: skip
    """Decide with reasons. For the privacy officer; then access carries it out, or the officer destroys.

    Destruction cannot be granted while help runs or the law keeps the file otherwise, and is only refused for a weighty
    interest of another or for the law (7.3.9 lid 2); a file whose term ended may be kept longer, until a day (7.3.8
    lid 3). Raises GeenRecht, NietGevonden, Geweigerd, Conflict.
    """
    verzoek = dossierverzoek_voor(wie, verzoek_id)
    eis_privacy(wie)
    with transaction.atomic():
        _pak(verzoek, versie, Staat.OPEN)
        _toets_besluit(verzoek, uitkomst, redenen, belang_ander, langer_tot)
        verzoek.staat, verzoek.redenen, verzoek.belang_ander = uitkomst, redenen.strip(), belang_ander.strip()
        verzoek.langer_tot = langer_tot if uitkomst == Staat.GEWEIGERD else None
        verzoek.besloten_op, verzoek.besloten_door = nu(), wie.gebruiker
        verzoek.save()
        leg_vast(wie, "dossierverzoek.besloten", kind_id=verzoek.kind_id, soort="dossierverzoek",
                 onderwerp_id=verzoek.pk, gegevens={"uitkomst": uitkomst})  # fmt: skip
        rond_af(sleutel(verzoek, "beslissen"))
        if uitkomst != Staat.GEWEIGERD:
            zelf = verzoek.soort == Soort.VERNIETIGING
            open_beurt_voor(
                verzoek, Rol.PRIVACY if zelf else Rol.TOEGANG, "uitvoeren", "Verzoek over dossier uitvoeren"
            )
    return verzoek


def voer_uit(wie: Wie, verzoek_id: UUID, *, versie: int) -> Dossierverzoek:
    """Carry a granted request out. Access gives, corrects or adds; the privacy officer destroys, in this one act.

    Raises Geweigerd while data about others is not shielded, or when the law keeps the file by now; Conflict.
    """
    verzoek = dossierverzoek_voor(wie, verzoek_id)
    vernietigt = verzoek.soort == Soort.VERNIETIGING
    eis_privacy(wie) if vernietigt else eis_toegang(wie)
    with transaction.atomic():
        _pak(verzoek, versie, Staat.TOEGEWEZEN, Staat.DEELS)
        if verzoek.afschermingen.filter(gedaan_op__isnull=True).exists():
            raise Geweigerd("Scherm eerst de gegevens van anderen af.", grondslag="Jeugdwet 7.3.10")
        rond_af(sleutel(verzoek, "uitvoeren"))
        verzoek.uitvoering = _vernietig(verzoek) if vernietigt else {}
        verzoek.staat, verzoek.uitgevoerd_op, verzoek.uitgevoerd_door = Staat.UITGEVOERD, nu(), wie.gebruiker
        verzoek.save()
        leg_vast(wie, "dossierverzoek.uitgevoerd", kind_id=verzoek.kind_id, soort="dossierverzoek",
                 onderwerp_id=verzoek.pk, gegevens={"soort": verzoek.soort, **verzoek.uitvoering})  # fmt: skip
    return verzoek


def _vernietig(verzoek: Dossierverzoek) -> dict[str, int]:
    """Empty the file in every room. Until this request says it is carried out, the triggers let it through."""
    kind = Kind.objects.select_for_update().get(pk=verzoek.kind_id)
    if redenen := houdt_tegen(verzoek):
        raise Geweigerd(f"Vernietigen kan nu niet. {' '.join(redenen)}", grondslag=grond(verzoek))
    gewist = {naam: wis(kind) for naam, wis in wissers().items()}
    verzoek.refresh_from_db()
    return gewist


def _fouten(kind: Kind, soort: str, wat: str, identiteit: str, ontvangen_op: date) -> dict[str, str]:
    fouten = {}
    if soort not in Soort.values:
        fouten["soort"] = "Kies wat er wordt gevraagd."
    if not wat.strip():
        fouten["wat"] = "Schrijf op waarom het gaat."
    if not identiteit.strip():
        fouten["identiteit"] = "Vul in hoe je hebt nagekeken wie het vraagt."
    if not kind.geboortedatum <= ontvangen_op <= vandaag():
        fouten["ontvangen_op"] = "Kies een dag tussen de geboorte van het kind en vandaag."
    return fouten


def _mag_niet(kind: Kind, verzoeker: str, op: date, niet_in_staat: str) -> str:
    """Why this person cannot ask; empty when he can. Somebody with an authorisation always can."""
    if verzoeker not in Verzoeker.values or verzoeker == Verzoeker.TERMIJN:
        return "Kies wie het vraagt."
    wie = bewaren.verzoeker(kind.geboortedatum, op, niet_in_staat=bool(niet_in_staat.strip())).waarde
    if verzoeker == Verzoeker.JEUGDIGE and wie != "de jeugdige zelf":
        return f"Hier vragen {wie}." if wie == _OUDERS else f"Hier vraagt {wie}."
    if verzoeker == Verzoeker.OUDER and wie != _OUDERS:
        return "Vanaf 12 jaar vraagt de jeugdige zelf. Kan dat niet, schrijf dan op waarom (7.3.15 lid 2)."
    return ""


def _toets_besluit(
    verzoek: Dossierverzoek, uitkomst: str, redenen: str, belang_ander: str, langer_tot: date | None
) -> None:
    fouten = {}
    if uitkomst not in {Staat.TOEGEWEZEN, Staat.DEELS, Staat.GEWEIGERD}:
        fouten["uitkomst"] = "Kies wat je besluit."
    if not redenen.strip():
        fouten["redenen"] = "Schrijf op waarom, zodat het gezin het begrijpt."
    if verzoek.soort == Soort.VERNIETIGING:
        fouten |= _fouten_vernietiging(verzoek, uitkomst, belang_ander, langer_tot)
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag=grond(verzoek), velden=fouten)


def _fouten_vernietiging(
    verzoek: Dossierverzoek, uitkomst: str, belang_ander: str, langer_tot: date | None
) -> dict[str, str]:
    houdt = houdt_tegen(verzoek)
    if uitkomst == Staat.DEELS:
        return {
            "uitkomst": "Een dossier wordt heel vernietigd of blijft. Laat een deel verbeteren met een ander verzoek."
        }
    if uitkomst == Staat.TOEGEWEZEN and houdt:
        return {"uitkomst": f"Vernietigen kan nu niet. {' '.join(houdt)}"}
    if uitkomst != Staat.GEWEIGERD:
        return {}
    if verzoek.verzoeker == Verzoeker.TERMIJN:
        later = langer_tot is not None and langer_tot > vandaag()
        return {} if later else {"langer_tot": "Kies tot welke dag je het dossier langer bewaart."}
    if houdt or belang_ander.strip():
        return {}
    return {"belang_ander": "Weigeren kan alleen als een ander er groot belang bij heeft. Schrijf op welk belang."}


def _pak(verzoek: Dossierverzoek, versie: int, *staten: str) -> None:
    if not Dossierverzoek.objects.filter(pk=verzoek.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Een collega heeft dit verzoek net gewijzigd. Bekijk het opnieuw; je invoer staat er nog.")
    verzoek.versie = versie + 1
    if verzoek.staat not in staten:
        raise Geweigerd(f"Dit kan niet meer: het verzoek is {verzoek.get_staat_display().lower()}.")
