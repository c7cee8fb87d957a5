"""Complaints about conduct: of the municipality it handles them itself, those about a provider go to its committee."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurt, rond_af
from jeugdregio.organisaties.models import Gebruiker, Organisatie, Rol, Soort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.bezwaren.models import Kanaal, Klacht
from jeugdregio.toegang.bezwaren.permissions import eis_betrokken, eis_jurist, zichtbare_klachten
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.nummering import kenmerk
from jeugdregio.toegang.termijnen.actions import loopt_er, pas_invoer_aan, start_klok, stop_klokken

ONDERWERP = "klacht"
REGEL = "klacht-gemeente"
_O = Klacht.Oordeel


@dataclass(frozen=True, kw_only=True)
class NieuweKlacht:
    """What came in."""

    klager: str
    kanaal: str
    gebeurd_op: date | None
    ontvangen_op: date | None
    tekst: str
    aanbieder: Organisatie | None = None
    over_wie: Gebruiker | None = None


def ontvang_klacht(wie: Wie, kind_id: UUID, klacht: NieuweKlacht) -> Klacht:
    """Register a complaint that came in at the municipality about a child of its own.

    Raises GeenRecht, Geweigerd for what is missing or impossible, NietGevonden for another municipality's child.
    """
    eis_betrokken(wie)
    kind = Kind.objects.select_related("gemeente").filter(pk=kind_id, gemeente=wie.organisatie).first()
    if kind is None:
        raise NietGevonden("Dit kind is er niet.")
    return registreer_klacht(wie, kind, klacht)


@transaction.atomic
def registreer_klacht(wie: Wie, kind: Kind, nieuw: NieuweKlacht) -> Klacht:
    """Register a complaint and start its term. The caller checked the right. Raises Geweigerd."""
    fouten = _fouten(kind, nieuw)
    if fouten or nieuw.gebeurd_op is None or nieuw.ontvangen_op is None:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 9:4; Jeugdwet 4.2.1", velden=fouten)
    klacht = Klacht.objects.create(
        kenmerk=kenmerk("KL"), kind=kind, gemeente=kind.gemeente, aanbieder=nieuw.aanbieder, over_wie=nieuw.over_wie,
        over=Klacht.Over.AANBIEDER if nieuw.aanbieder else Klacht.Over.GEMEENTE, klager=nieuw.klager.strip()[:200],
        kanaal=nieuw.kanaal, gebeurd_op=nieuw.gebeurd_op, ontvangen_op=nieuw.ontvangen_op, tekst=nieuw.tekst.strip(),
    )  # fmt: skip
    if klacht.over == Klacht.Over.GEMEENTE:
        _klok(wie, klacht, REGEL, klacht.ontvangen_op)
        _beurt(klacht, "bevestigen", "Ontvangst van de klacht bevestigen", "Awb 9:6")
    else:
        _beurt(klacht, "doorsturen", "Klacht doorsturen naar de klachtencommissie", "Jeugdwet 4.2.1 lid 4")
    _log(wie, klacht, "ontvangen", over=klacht.over)
    return klacht


@transaction.atomic
def bevestig(wie: Wie, klacht_id: UUID, *, commissie: bool, versie: int) -> Klacht:
    """Record that the acknowledgement went out today, and whether a committee advises: then ten weeks hold (9:11)."""
    klacht = _te_behandelen(wie, klacht_id, versie, Klacht.Over.GEMEENTE)
    if klacht.bevestigd_op:
        raise Geweigerd("De ontvangst is al bevestigd.", grondslag="Awb 9:6")
    klacht.bevestigd_op, klacht.commissie = vandaag(), commissie
    klacht.save(update_fields=["bevestigd_op", "commissie", "behandelaar"])
    if commissie:
        _pas_aan(wie, klacht, commissie=True)
    rond_af(sleutel(klacht, "bevestigen"))
    _log(wie, klacht, "bevestigd")
    return klacht


@transaction.atomic
def verdaag(wie: Wie, klacht_id: UUID, *, versie: int) -> Klacht:
    """Record that the complainant was told today that it takes four weeks more (Awb 9:11 lid 2)."""
    klacht = _te_behandelen(wie, klacht_id, versie, Klacht.Over.GEMEENTE)
    klok = loopt_er(REGEL, (ONDERWERP, klacht.pk))
    if klacht.verdaagd_op or klok is None:
        raise Geweigerd("Er is al een keer verdaagd.", grondslag="Awb 9:11 lid 2")
    if klok.einde < vandaag():
        raise Geweigerd("De termijn is al om. Verdagen kan dan niet meer.", grondslag="Awb 9:11 lid 2")
    klacht.verdaagd_op = vandaag()
    klacht.save(update_fields=["verdaagd_op", "behandelaar"])
    _pas_aan(wie, klacht, verdaagd=True)
    _log(wie, klacht, "verdaagd")
    return klacht


@transaction.atomic
def stuur_door(wie: Wie, klacht_id: UUID, *, versie: int) -> Klacht:
    """Record that a complaint about a provider went to its committee today; the family was told."""
    klacht = _te_behandelen(wie, klacht_id, versie, Klacht.Over.AANBIEDER)
    if klacht.doorgestuurd_op:
        raise Geweigerd("Deze klacht is al doorgestuurd.", grondslag="Jeugdwet 4.2.1")
    klacht.doorgestuurd_op = vandaag()
    klacht.save(update_fields=["doorgestuurd_op", "behandelaar"])
    rond_af(sleutel(klacht, "doorsturen"))
    _beurt(klacht, "oordeel", "Navragen wat de klachtencommissie vindt", "Jeugdwet 4.2.1 lid 2 onder c")
    _log(wie, klacht, "doorgestuurd")
    return klacht


@transaction.atomic
def leg_commissieoordeel_vast(wie: Wie, klacht_id: UUID, op: date | None, *, versie: int) -> Klacht:
    """Record the day the provider got the judgment of its committee: it must react within a month (4.2.1 lid 5)."""
    klacht = _te_behandelen(wie, klacht_id, versie, Klacht.Over.AANBIEDER)
    if klacht.commissieoordeel_op:
        raise Geweigerd("Het oordeel is al vastgelegd.", grondslag="Jeugdwet 4.2.1 lid 5")
    klacht.commissieoordeel_op = _dag(op, klacht.ontvangen_op, "Kies de dag van het oordeel, na de klacht.")
    klacht.save(update_fields=["commissieoordeel_op", "behandelaar"])
    rond_af(sleutel(klacht, "oordeel"), sleutel(klacht, "doorsturen"))
    _klok(wie, klacht, "klacht-reactie", klacht.commissieoordeel_op)
    _log(wie, klacht, "oordeel_commissie")
    return klacht


@transaction.atomic
def leg_reactie_vast(wie: Wie, klacht_id: UUID, op: date | None, *, versie: int) -> Klacht:
    """Record the day the provider told what it does with the judgment."""
    klacht = _te_behandelen(wie, klacht_id, versie, Klacht.Over.AANBIEDER)
    if klacht.commissieoordeel_op is None or klacht.reactie_op:
        raise Geweigerd("Er is nog geen oordeel, of de reactie is er al.", grondslag="Jeugdwet 4.2.1 lid 5")
    klacht.reactie_op = _dag(op, klacht.commissieoordeel_op, "Kies de dag van de reactie, na het oordeel.")
    klacht.save(update_fields=["reactie_op", "behandelaar"])
    stop_klokken(wie, (ONDERWERP, klacht.pk), klacht.reactie_op, "reactie van de aanbieder")
    _log(wie, klacht, "reactie_aanbieder")
    return klacht


@transaction.atomic
def handel_af(
    wie: Wie, klacht_id: UUID, *, oordeel: str, conclusie: str, gehoord_op: date | None, versie: int
) -> Klacht:
    """Close a complaint with its judgment and conclusions (Awb 9:12). Raises Geweigerd, also when nobody was heard."""
    klacht = _te_behandelen(wie, klacht_id, versie)
    fouten = {}
    if oordeel not in _O.values:
        fouten["oordeel"] = "Kies hoe de klacht is afgelopen."
    if not conclusie.strip():
        fouten["conclusie"] = "Schrijf op wat je vond en wat er nu verandert. Dat staat in de brief (Awb 9:12)."
    if klacht.over == Klacht.Over.GEMEENTE and oordeel in {_O.GEGROND, _O.DEELS, _O.ONGEGROND} and gehoord_op is None:
        fouten["gehoord_op"] = "Hoor eerst de klager en degene over wie wordt geklaagd (Awb 9:10)."
    if gehoord_op is not None and not klacht.ontvangen_op <= gehoord_op <= vandaag():
        fouten["gehoord_op"] = "Kies de dag van het gesprek, na de klacht."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Awb 9:10 en 9:12", velden=fouten)
    klacht.oordeel, klacht.conclusie, klacht.gehoord_op = oordeel, conclusie.strip(), gehoord_op
    klacht.afgehandeld_op = vandaag()
    klacht.save(update_fields=["oordeel", "conclusie", "gehoord_op", "afgehandeld_op", "behandelaar"])
    stop_klokken(wie, (ONDERWERP, klacht.pk), vandaag(), "klacht afgehandeld")
    laat_vervallen(*(sleutel(klacht, daad) for daad in ("bevestigen", "doorsturen", "oordeel")))
    _log(wie, klacht, "afgehandeld", oordeel=oordeel)
    return klacht


def sleutel(klacht: Klacht, daad: str) -> str:
    """Key of the turn to do something about a complaint."""
    return f"klacht:{klacht.pk}:{daad}"


def _te_behandelen(wie: Wie, klacht_id: UUID, versie: int, over: str = "") -> Klacht:
    """Take a complaint for a change; whoever it is about never sees it, so cannot deal with it (Awb 9:7)."""
    eis_jurist(wie)
    gevonden = zichtbare_klachten(wie).select_related("kind__gemeente", "gemeente", "aanbieder").filter(pk=klacht_id)
    klacht = gevonden.first()
    if klacht is None:
        raise NietGevonden("Deze klacht is er niet.")
    if not klacht.open or (over and klacht.over != over):
        raise Geweigerd("Dit past niet bij deze klacht, of zij is al afgehandeld.")
    if not Klacht.objects.filter(pk=klacht.pk, versie=versie).update(versie=F("versie") + 1):
        raise Conflict("Een collega heeft deze klacht net gewijzigd. Bekijk haar opnieuw; je invoer staat er nog.")
    klacht.behandelaar = klacht.behandelaar or wie.gebruiker
    return klacht


def _fouten(kind: Kind, nieuw: NieuweKlacht) -> dict[str, str]:
    fouten = {}
    if not nieuw.klager.strip():
        fouten["klager"] = "Vul in wie klaagt."
    if nieuw.kanaal not in Kanaal.values:
        fouten["kanaal"] = "Kies hoe de klacht binnenkwam."
    if not nieuw.tekst.strip():
        fouten["tekst"] = "Schrijf op waar de klacht over gaat, in de woorden van de klager."
    if nieuw.ontvangen_op is None or not kind.geboortedatum <= nieuw.ontvangen_op <= vandaag():
        fouten["ontvangen_op"] = "Kies de dag waarop de klacht binnenkwam: vandaag of eerder."
    if nieuw.gebeurd_op is None or (nieuw.ontvangen_op is not None and nieuw.gebeurd_op > nieuw.ontvangen_op):
        fouten["gebeurd_op"] = "Kies de dag waarop het gebeurde, niet na de ontvangst van de klacht."
    if nieuw.aanbieder is not None and nieuw.aanbieder.soort not in {Soort.AANBIEDER, Soort.GI}:
        fouten["aanbieder"] = "Kies een aanbieder of een gecertificeerde instelling."
    return fouten


def _dag(op: date | None, vanaf: date, fout: str) -> date:
    if op is None or not vanaf <= op <= vandaag():
        raise Geweigerd(fout, velden={"op": fout})
    return op


def _klok(wie: Wie, klacht: Klacht, regel: str, begin: date) -> None:
    start_klok(
        wie, regel, klacht.kind, begin, onderwerp=(ONDERWERP, klacht.pk), kenmerk=klacht.kenmerk,
        pad=f"/klachten/{klacht.pk}/",
    )  # fmt: skip


def _pas_aan(wie: Wie, klacht: Klacht, **invoer: bool) -> None:
    klok = loopt_er(REGEL, (ONDERWERP, klacht.pk))
    if klok is not None:
        pas_invoer_aan(wie, klok, invoer)


def _beurt(klacht: Klacht, daad: str, titel: str, grond: str) -> None:
    open_beurt(
        sleutel=sleutel(klacht, daad), soort=f"klacht_{daad}", titel=titel, organisatie=klacht.gemeente,
        rol=Rol.JURIST, begon_op=vandaag(), uiterlijk=None, grondslag=grond, handeling="Bekijk de klacht",
        pad=f"/klachten/{klacht.pk}/", aanduiding=aanduiding(klacht.kind), kenmerk=klacht.kenmerk,
        kind_id=klacht.kind_id, escalatie="Teamleider toegang",
    )  # fmt: skip


def _log(wie: Wie, klacht: Klacht, daad: str, **gegevens: object) -> None:
    leg_vast(
        wie, f"klacht.{daad}", kind_id=klacht.kind_id, soort=ONDERWERP, onderwerp_id=klacht.pk, gegevens=gegevens
    )  # fmt: skip
