"""The turns this room opens, each with its term and its ground."""

from datetime import date

from ijw.codelijsten import omschrijving
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt, open_beurten
from jeugdregio.organisaties.models import Gebruiker, Rol
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.besluit import beurt_beantwoorden
from jeugdregio.toegang.models import Kind, Levering, Toewijzing, Verzoek
from jeugdregio.toegang.permissions import rol_van_aanbieder
from jeugdregio.zorglandschap.models import Product
from recht import Uitkomst, keten, leeftijd

_GESLACHT = {"1": ("jongen", "man"), "2": ("meisje", "vrouw")}
VOLWASSEN = 18


def aanduiding(kind: Kind) -> str:
    """Tell which child it is without naming it: "meisje, 14 jaar"."""
    if kind.geboortedatum > vandaag():
        return "ongeboren kind"
    jaren = leeftijd(kind.geboortedatum, vandaag())
    jong, oud = _GESLACHT.get(kind.geslacht, ("kind", "jeugdige"))
    return f"{jong if jaren < VOLWASSEN else oud}, {jaren} jaar"


def open_beurt_verzoek(verzoek: Verzoek, termijn: Uitkomst) -> None:
    """Open the turn of the municipality to answer a request."""
    open_beurten([
        NieuweBeurt(
            sleutel=beurt_beantwoorden(verzoek.pk), soort="verzoek_beantwoorden",
            titel=f"{verzoek.get_soort_display()} beantwoorden", tekst=_gevraagd(verzoek),
            organisatie=verzoek.gemeente, rol=Rol.TOEGANG, wachtende=verzoek.aanbieder,
            begon_op=verzoek.ontvangen_op, uiterlijk=termijn.datum, grondslag=termijn.grondslag,
            uitleg=_uitleg(termijn), handeling="Beantwoorden", pad=f"/verzoeken/{verzoek.pk}/",
            aanduiding=aanduiding(verzoek.kind), kenmerk=verzoek.kenmerk, kind_id=verzoek.kind_id,
            escalatie="Teamleider toegang",
        )
    ])  # fmt: skip


def _gevraagd(verzoek: Verzoek) -> str:
    """What is asked, who referred, which provider: "Diagnostiek, verwezen door huisarts, aanbieder De Brug"."""
    if verzoek.soort == Verzoek.Soort.WIJZIGING:
        return f"Andere hulp dan nu is toegewezen, aanbieder {verzoek.aanbieder.naam}"[:500]
    regels = list(verzoek.regels.all())
    namen = dict(Product.objects.filter(code__in=[r.code for r in regels]).values_list("code", "naam"))
    hulp = ", ".join(dict.fromkeys(namen.get(r.code) or r.code or r.categorie or "hulp op budget" for r in regels))
    verwijzer = omschrijving("COD327", regels[0].verwijzer_type).lower() if regels and regels[0].verwijzer_type else ""
    delen = [hulp, f"verwezen door {verwijzer}" if verwijzer else "", f"aanbieder {verzoek.aanbieder.naam}"]
    return ", ".join(filter(None, delen))[:500]


def sleutel_bevestigen(bericht_id: object) -> str:
    """Key of the turn to confirm an assignment message."""
    return f"bericht:{bericht_id}:bevestigen"


def sleutel_start(toewijzing_id: object) -> str:
    """Key of the turn to report the start."""
    return f"toewijzing:{toewijzing_id}:start"


def open_beurten_toewijzing(toewijzingen: list[Toewijzing], bericht: Bericht) -> None:
    """Open the turns of the provider: confirm the message (JW302), and report the start of each assignment."""
    open_beurten([beurt_bevestigen(toewijzingen[0], bericht), *(beurt_start(t) for t in toewijzingen)])


def beurt_bevestigen(toewijzing: Toewijzing, bericht: Bericht) -> NieuweBeurt:
    """Return the turn of the provider to confirm an assignment message (JW302)."""
    retour = keten.retour(vandaag())
    return NieuweBeurt(
        sleutel=sleutel_bevestigen(bericht.pk), soort="toewijzing_bevestigen", titel="Toewijzing bevestigen",
        organisatie=toewijzing.aanbieder, rol=rol_van_aanbieder(toewijzing.aanbieder), wachtende=toewijzing.gemeente,
        begon_op=vandaag(), uiterlijk=retour.datum, grondslag=retour.grondslag, uitleg=_uitleg(retour),
        handeling="Bekijk de toewijzing", pad=f"/toewijzingen/{toewijzing.pk}/",
        aanduiding=aanduiding(toewijzing.kind), kenmerk=toewijzing.nummer, kind_id=toewijzing.kind_id,
        escalatie="Berichtenbeheerder gemeente",
    )  # fmt: skip


def beurt_start(toewijzing: Toewijzing) -> NieuweBeurt:
    """Return the turn of the provider to report the start."""
    termijn = keten.startmelding(toewijzing.ingangsdatum, vandaag())
    return NieuweBeurt(
        sleutel=sleutel_start(toewijzing.pk), soort="start_melden", titel="Start melden",
        tekst=f"Meld wanneer de hulp ({toewijzing.code or toewijzing.categorie or 'budget'}) echt begint.",
        organisatie=toewijzing.aanbieder, rol=rol_van_aanbieder(toewijzing.aanbieder), wachtende=toewijzing.gemeente,
        begon_op=toewijzing.ingangsdatum, uiterlijk=termijn.datum, grondslag=termijn.grondslag,
        uitleg=_uitleg(termijn), handeling="Meld de start", pad=f"/toewijzingen/{toewijzing.pk}/",
        aanduiding=aanduiding(toewijzing.kind), kenmerk=toewijzing.nummer, kind_id=toewijzing.kind_id,
        escalatie="Contractmanager gemeente",
    )  # fmt: skip


def sleutel_stop(levering_id: object) -> str:
    """Key of the turn to report the stop."""
    return f"levering:{levering_id}:stop"


def beurt_stop(levering: Levering) -> NieuweBeurt:
    """Return the turn to report the end of help whose assignment ended."""
    toewijzing = levering.toewijzing
    einde = toewijzing.einddatum or levering.begindatum
    termijn = keten.stopmelding(einde)
    return NieuweBeurt(
        sleutel=sleutel_stop(levering.pk), soort="stop_melden", titel="Stop melden",
        tekst="De toewijzing is afgelopen. Meld wanneer de hulp echt eindigde.",
        organisatie=toewijzing.aanbieder, rol=rol_van_aanbieder(toewijzing.aanbieder), wachtende=toewijzing.gemeente,
        begon_op=einde, uiterlijk=termijn.datum, grondslag=termijn.grondslag, uitleg=_uitleg(termijn),
        handeling="Meld de stop", pad=f"/toewijzingen/{toewijzing.pk}/", aanduiding=aanduiding(toewijzing.kind),
        kenmerk=toewijzing.nummer, kind_id=toewijzing.kind_id, escalatie="Contractmanager gemeente",
    )  # fmt: skip


def sleutel_verlenging(toewijzing_id: object, einddatum: date | None) -> str:
    """Key of the turn to look at an assignment that ends soon; with another end it is another turn."""
    return f"toewijzing:{toewijzing_id}:verlenging:{einddatum}"


def beurt_verlenging(
    toewijzing: Toewijzing, *, voor_aanbieder: bool, uitleg: tuple[str, ...], grondslag: str, op: date,
    contact: Gebruiker | None = None,
) -> NieuweBeurt:  # fmt: skip
    """Return the turn to look at an assignment that ends soon: of the municipality, or of the provider."""
    organisatie = toewijzing.aanbieder if voor_aanbieder else toewijzing.gemeente
    return NieuweBeurt(
        sleutel=sleutel_verlenging(toewijzing.pk, toewijzing.einddatum), soort="verlenging",
        titel="Verlenging doorgeven" if voor_aanbieder else "Verlenging beoordelen",
        tekst="De hulp eindigt binnenkort. Loopt zij door, dan moet dat op tijd geregeld zijn.",
        organisatie=organisatie, rol=rol_van_aanbieder(organisatie) if voor_aanbieder else Rol.TOEGANG,
        wachtende=toewijzing.gemeente if voor_aanbieder else toewijzing.aanbieder,
        begon_op=op, uiterlijk=toewijzing.einddatum, grondslag=grondslag, uitleg=uitleg,
        contact=contact, handeling="Bekijk en beslis", pad=f"/hulp-die-eindigt/{toewijzing.pk}/",
        aanduiding=aanduiding(toewijzing.kind), kenmerk=toewijzing.nummer, kind_id=toewijzing.kind_id,
        escalatie="Teamleider toegang",
    )  # fmt: skip


def _uitleg(uitkomst: Uitkomst) -> tuple[str, ...]:
    return tuple(stap.tekst for stap in uitkomst.stappen)
