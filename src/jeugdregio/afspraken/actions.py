"""Keeping norms: concept, adopted, changed by a new version, withdrawn. Nothing in the past is ever edited."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from jeugdregio.afspraken import bevoegd, botsingen, navraag, overnemen, permissions
from jeugdregio.afspraken.models import Besluit, Norm, Rang, Vraag
from jeugdregio.afspraken.vragen import WAARDEN, catalogus
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie, Soort
from jeugdregio.organisaties.wie import Wie

VERVANGEN = "Vervangen door een nieuwe versie"
VERLEDEN = "Het verleden verandert niet. Kies vandaag of een latere dag."


@dataclass(frozen=True, kw_only=True)
class NormVelden:
    """What a norm says; the fields of Norm. `gemeenten` empty is the whole region (the region office only)."""

    vraag: str
    antwoord: str
    waarde: str
    rang: int
    bron: str
    plaats: str
    van: date
    tot: date | None = None
    gemeenten: Sequence[Organisatie] = ()
    producten: Sequence[str] = ()
    contracten: Sequence[str] = ()
    lager_mag_afwijken: bool = False
    grens_waarden: Sequence[str] = ()
    grens_minstens: int | None = None
    grens_hoogstens: int | None = None


@dataclass(frozen=True)
class BesluitVelden:
    """The decision a norm rests on: body, date, number."""

    orgaan: str
    datum: date | None
    nummer: str = ""


@dataclass(frozen=True)
class Uitkomst:
    """An adopted norm with the keys of the conflicts it is part of."""

    norm: Norm
    botsingen: tuple[str, ...] = field(default=())


@transaction.atomic
def maak_concept(wie: Wie, velden: NormVelden, *, vorige_id: UUID | None = None) -> Norm:
    """Write a concept norm of the own territory; with `vorige_id` a new version of an adopted one.

    Raises GeenRecht for another's territory, Geweigerd without a source or with values that do not fit.
    """
    velden = _eigen_gebied(wie, velden)
    _toets(velden)
    vorige = _te_wijzigen(wie, vorige_id, velden) if vorige_id else None
    norm = Norm(staat=Norm.Staat.CONCEPT, eigenaar=wie.organisatie, vorige=vorige)
    _schrijf(norm, velden)
    leg_vast(wie, "norm.concept", soort="norm", onderwerp_id=norm.pk, gegevens={"vraag": norm.vraag})
    return norm


@transaction.atomic
def wijzig_concept(wie: Wie, norm_id: UUID, velden: NormVelden, *, versie: int) -> Norm:
    """Rewrite a concept. An adopted norm is refused: that takes a new version."""
    norm = _van_mij(wie, norm_id, versie)
    _eis_concept(norm)
    velden = _eigen_gebied(wie, velden)
    _toets(velden)
    _schrijf(norm, velden)
    leg_vast(wie, "norm.concept_gewijzigd", soort="norm", onderwerp_id=norm.pk, gegevens={"vraag": norm.vraag})
    return norm


@transaction.atomic
def stel_vast(wie: Wie, norm_id: UUID, besluit: BesluitVelden, *, versie: int) -> Uitkomst:
    """Adopt a concept on a decision; it ends the version it replaces the day before. Returns its conflicts.

    Below law a decision is asked, and for the handelingskader a mandate of each municipality (`afspraken.bevoegd`).
    Positions on the version before go along (`afspraken.overnemen`). Raises Geweigerd when an own norm on the same
    question already holds then: it is named, to be changed or withdrawn first.
    """
    norm = _van_mij(wie, norm_id, versie)
    _eis_concept(norm)
    if not besluit.orgaan.strip() and norm.rang > Rang.AMVB:
        raise Geweigerd(
            "Een norm rust op een besluit. Vul in wie besloot.", velden={"orgaan": "Vul in wie besloot, bijvoorbeeld: "
            "college van Lelystad."},
        )  # fmt: skip
    if besluit.datum and besluit.datum > vandaag():
        raise Geweigerd("Dit besluit is nog niet genomen.", velden={"datum": "Deze dag is nog niet geweest."})
    bevoegd.eis_vaststellen(wie, norm)
    _beeindig_vorige(norm)
    _eis_geen_overlap(norm)
    if besluit.orgaan.strip():
        norm.besluit, _ = Besluit.objects.get_or_create(
            orgaan=besluit.orgaan.strip(), datum=besluit.datum, nummer=besluit.nummer.strip()
        )
    norm.staat = Norm.Staat.VASTGESTELD
    norm.versie += 1
    norm.save()
    overnemen.neem_standpunten_over(norm)
    leg_vast(wie, "norm.vastgesteld", soort="norm", onderwerp_id=norm.pk, gegevens={"vraag": norm.vraag})
    navraag.beantwoord(norm)
    return Uitkomst(norm, botsingen.werk_bij(vandaag()).van_norm(norm.pk))


@transaction.atomic
def trek_in(wie: Wie, norm_id: UUID, per: date, reden: str, *, versie: int) -> Norm:
    """Withdraw a norm from a day on: it holds until the day before. One that never held is withdrawn whole."""
    norm = _van_mij(wie, norm_id, versie)
    if not reden.strip():
        raise Geweigerd("Schrijf waarom de norm wordt ingetrokken.", velden={"reden": "Schrijf waarom."})
    if norm.staat == Norm.Staat.INGETROKKEN or (norm.tot and norm.tot < vandaag()):
        raise Conflict("Deze norm is al beëindigd.")
    if norm.staat == Norm.Staat.VASTGESTELD and per < vandaag():
        raise Geweigerd(VERLEDEN, velden={"per": VERLEDEN})
    if norm.tot and per > norm.tot:
        raise Geweigerd("De norm eindigt al eerder.", velden={"per": f"De norm eindigt al op {norm.tot:%d-%m-%Y}."})
    if norm.staat == Norm.Staat.CONCEPT or per <= norm.van:
        _herstel_vorige(norm)
        norm.staat = Norm.Staat.INGETROKKEN
    else:
        norm.tot = per - timedelta(days=1)
    norm.reden_einde = reden.strip()
    norm.versie += 1
    norm.save()
    leg_vast(wie, "norm.ingetrokken", soort="norm", onderwerp_id=norm.pk, gegevens={"per": f"{per:%Y-%m-%d}"})
    botsingen.werk_bij(vandaag())
    return norm


@transaction.atomic
def meld_bron_ingetrokken(wie: Wie, norm_id: UUID, op: date, *, versie: int) -> Norm:
    """Record that the source of an adopted norm was withdrawn: from that day what it says is disputed."""
    norm = _van_mij(wie, norm_id, versie)
    if norm.staat != Norm.Staat.VASTGESTELD:
        raise Geweigerd("Alleen bij een vastgestelde norm kan de bron zijn ingetrokken.")
    if op < norm.van:
        raise Geweigerd("De norm gold toen nog niet.", velden={"op": f"Kies een dag vanaf {norm.van:%d-%m-%Y}."})
    norm.bron_ingetrokken_op = op
    norm.versie += 1
    norm.save()
    leg_vast(wie, "norm.bron_ingetrokken", soort="norm", onderwerp_id=norm.pk, gegevens={"op": f"{op:%Y-%m-%d}"})
    botsingen.werk_bij(vandaag())
    return norm


@transaction.atomic
def maak_vraag(wie: Wie, code: str, tekst: str) -> Vraag:
    """Add a question to the catalogue. Raises Geweigerd when the code exists."""
    if not permissions.beheert_normen(wie):
        raise GeenRecht("Alleen een beleidsmedewerker, jurist of secretaris voegt vragen toe.")
    if code in catalogus():
        raise Geweigerd("Deze code bestaat al.", velden={"code": "Deze code bestaat al. Kies een andere."})
    if tekst.strip().casefold() in {bestaand.casefold() for bestaand in catalogus().values()}:
        raise Geweigerd("Deze vraag bestaat al.", velden={"tekst": "Deze vraag staat al in de lijst."})
    vraag = Vraag.objects.create(code=code, tekst=tekst.strip(), organisatie=wie.organisatie)
    leg_vast(wie, "vraag.toegevoegd", soort="vraag", onderwerp_id=vraag.pk, gegevens={"code": code})
    return vraag


def _eigen_gebied(wie: Wie, velden: NormVelden) -> NormVelden:
    if velden.rang not in permissions.rangen_van(wie):
        raise GeenRecht("Deze norm is niet van jouw gebied: lokaal beleid is van de gemeente, de rest van de regio.")
    if wie.organisatie.soort == Soort.GEMEENTE:
        return replace(velden, gemeenten=(wie.organisatie,))
    return velden


def _toets(velden: NormVelden) -> None:
    fouten = {}
    if velden.vraag not in catalogus():
        fouten["vraag"] = "Kies een vraag uit de lijst."
    if not velden.bron.strip():
        fouten["bron"] = "Vul het document in waar dit in staat."
    if not velden.plaats.strip():
        fouten["plaats"] = "Vul in waar in het document: artikel, hoofdstuk of bladzijde."
    if not velden.antwoord.strip():
        fouten["antwoord"] = "Vul het antwoord in."
    if velden.tot and velden.tot < velden.van:
        fouten["tot"] = "De norm kan niet eindigen voor hij begint."
    waarden = WAARDEN.get(velden.vraag)
    if waarden and velden.waarde not in waarden:
        fouten["waarde"] = f"Kies {' of '.join(waarden)}: daar rekent het systeem op."
    elif not velden.waarde.strip():
        fouten["waarde"] = "Vul het antwoord als kort woord in, bijvoorbeeld: ja."
    laag, hoog = velden.grens_minstens, velden.grens_hoogstens
    if laag is not None and hoog is not None and laag > hoog:
        fouten["grens_hoogstens"] = "De bovengrens ligt onder de ondergrens."
    if fouten:
        melding = "Een norm zonder bron wordt niet bewaard." if "bron" in fouten else "De norm is nog niet goed."
        raise Geweigerd(melding, velden=fouten)


def _te_wijzigen(wie: Wie, norm_id: UUID, velden: NormVelden) -> Norm:
    vorige = _van_mij(wie, norm_id)
    if vorige.staat != Norm.Staat.VASTGESTELD:
        raise Geweigerd("Alleen een vastgestelde norm krijgt een nieuwe versie.")
    if velden.vraag != vorige.vraag or velden.rang != vorige.rang:
        raise Geweigerd("Een nieuwe versie houdt dezelfde vraag en rang. Maak anders een nieuwe norm.")
    _eis_na(velden.van, vorige)
    return vorige


def _eis_na(van: date, vorige: Norm) -> None:
    if van < vandaag():
        raise Geweigerd(VERLEDEN, velden={"van": VERLEDEN})
    if van <= vorige.van:
        raise Geweigerd(
            "De nieuwe versie begint na de oude.", velden={"van": f"Kies een dag na {vorige.van:%d-%m-%Y}."}
        )


def _beeindig_vorige(norm: Norm) -> None:
    if norm.vorige_id is None:
        return
    vorige = Norm.objects.select_for_update().get(pk=norm.vorige_id)
    if vorige.tot and vorige.tot < norm.van:
        return
    if vorige.opvolgers.filter(staat=Norm.Staat.VASTGESTELD).exists():
        raise Conflict("Deze norm is intussen al door een andere versie vervangen. Bekijk die eerst.")
    _eis_na(norm.van, vorige)
    vorige.tot = norm.van - timedelta(days=1)
    vorige.reden_einde = VERVANGEN
    vorige.versie += 1
    vorige.save()


def _herstel_vorige(norm: Norm) -> None:
    """A version that never held leaves no hole: the norm it would replace goes on."""
    if norm.staat != Norm.Staat.VASTGESTELD or norm.vorige_id is None:
        return
    Norm.objects.filter(
        pk=norm.vorige_id, reden_einde=VERVANGEN, tot=norm.van - timedelta(days=1), tot__gte=vandaag()
    ).update(tot=None, reden_einde="")


def _eis_geen_overlap(norm: Norm) -> None:
    """Refuse a second own norm of the same rank and scope on the same days; name it."""
    zelfde = (
        Norm.objects.filter(Q(tot__isnull=True) | Q(tot__gte=norm.van), vraag=norm.vraag, rang=norm.rang)
        .filter(staat=Norm.Staat.VASTGESTELD)
        .exclude(pk=norm.pk)
        .prefetch_related("gemeenten")
    )
    if norm.tot:
        zelfde = zelfde.filter(van__lte=norm.tot)
    gebied = set(norm.gemeenten.all())
    for ander in zelfde:
        ander_gebied = set(ander.gemeenten.all())
        raakt_gebied = not gebied or not ander_gebied or gebied & ander_gebied
        raakt_hulp = _overlapt(norm.producten, ander.producten) and _overlapt(norm.contracten, ander.contracten)
        if raakt_gebied and raakt_hulp:
            tot = f"tot en met {ander.tot:%d-%m-%Y}" if ander.tot else "zonder einddatum"
            raise Geweigerd(
                f"Deze norm overlapt met een eigen norm: {ander.vindplaats} ({ander.antwoord}), vanaf "
                f"{ander.van:%d-%m-%Y}, {tot}. Wijzig die of trek haar eerst in."
            )


def _overlapt(een: Sequence[str], ander: Sequence[str]) -> bool:
    """Two scopes of the same kind: both general, or sharing a code. A special norm beside a general one is fine."""
    return (not een and not ander) or bool(set(een) & set(ander))


def _schrijf(norm: Norm, velden: NormVelden) -> None:
    waarden = vars(velden).copy()
    gemeenten = waarden.pop("gemeenten")
    for naam, waarde in waarden.items():
        setattr(norm, naam, list(waarde) if isinstance(waarde, tuple | list) else waarde)
    norm.versie += 0 if norm._state.adding else 1
    norm.save()
    norm.gemeenten.set(gemeenten)


def _van_mij(wie: Wie, norm_id: UUID, versie: int | None = None) -> Norm:
    norm = Norm.objects.select_for_update(of=("self",)).filter(pk=norm_id).first()
    if norm is None or not permissions.mag_zien(wie, norm):
        raise NietGevonden("Deze norm is er niet.")
    if not permissions.mag_beheren(wie, norm):
        raise GeenRecht("Deze norm is niet van jouw gebied.")
    if versie is not None and versie != norm.versie:
        raise Conflict("Iemand anders heeft deze norm net gewijzigd. Bekijk eerst wat er nu staat.")
    return norm


def _eis_concept(norm: Norm) -> None:
    if norm.staat != Norm.Staat.CONCEPT:
        raise Conflict("Deze norm is geen concept meer. Maak een nieuwe versie.")
