"""The turns of stuck cases: who must act at this level, until when, on what ground. They name no child."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import NieuweBeurt
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.opschaling.models import Agendapunt, AndersInzet, Casusvraag, Gastplek, Niveau, Stap, Teamlid
from jeugdregio.toegang.opschaling.niveaus import secretaris_van
from recht.datum import datum_kort, maanden_erbij

_HANDELING = {
    Niveau.LOKAAL: ("Vastgelopen hulp: zoek met het gezin een oplossing", "Bekijk de zaak"),
    Niveau.DOORBRAAK: ("Doorbraak forceren", "Bekijk de zaak"),
    Niveau.ANDERS: ("Team AnderS inzetten", "Bekijk de zaak"),
    Niveau.RET: ("Advies van het expertteam geven", "Bekijk de casus"),
    Niveau.BOVENREGIONAAL: ("Advies van het bovenregionaal expertteam geven", "Bekijk de casus"),
}


def sleutel_stap(stap_id: UUID) -> str:
    """Key of the turn of who owns the level."""
    return f"opschaling:stap:{stap_id}"


def sleutel_casus(casus_id: UUID, wat: str) -> str:
    """Key of a turn about a case before the team: screenen, reageren, terugkijken, aanvullen."""
    return f"casus:{casus_id}:{wat}"


def sleutel_evaluatie(inzet_id: UUID) -> str:
    """Key of the turn to evaluate Team AnderS."""
    return f"anders:{inzet_id}:evalueren"


def sleutel_gast(gastplek_id: UUID) -> str:
    """Key of the turn of a guest."""
    return f"gast:{gastplek_id}"


def stapbeurt(stap: Stap, casus: Casusvraag | None = None) -> NieuweBeurt:
    """Return the turn of who owns this level, with its term; at an expert team that of its secretary, by name."""
    opschaling = stap.opschaling
    titel, handeling = _HANDELING[Niveau(stap.niveau)]
    secretaris = secretaris_van(stap.regel)
    return NieuweBeurt(
        sleutel=sleutel_stap(stap.pk), soort=f"opschaling_{stap.niveau}", titel=titel, handeling=handeling,
        pad=reverse("opschaling:casus", args=[casus.pk]) if casus else zaakpad(stap),
        organisatie=secretaris.organisatie if secretaris else stap.organisatie, rol=stap.rol,
        contact=secretaris.gebruiker if secretaris else None, wachtende=_wachtende(stap), begon_op=stap.begon_op,
        uiterlijk=stap.uiterlijk, uitleg=stap.uitleg, grondslag=stap.regel.bron,
        aanduiding=aanduiding(opschaling.hulpvraag.kind), kind_id=opschaling.hulpvraag.kind_id,
        kenmerk="" if casus else opschaling.hulpvraag.kenmerk, escalatie=_volgende(stap),
    )  # fmt: skip


def zaakpad(stap: Stap) -> str:
    """Return the page of the stuck case."""
    return reverse("opschaling:zaak", args=[stap.opschaling_id])


def _wachtende(stap: Stap) -> Organisatie | None:
    gemeente = stap.opschaling.gemeente
    return gemeente if stap.organisatie_id != gemeente.pk else None


def _volgende(stap: Stap) -> str:
    volgorde = list(Niveau)
    plaats = volgorde.index(Niveau(stap.niveau)) + 1
    return volgorde[plaats].label if plaats < len(volgorde) else "wethouder jeugd"


def screenen(casus: Casusvraag) -> NieuweBeurt:
    """Return the turn of the secretary to screen a request."""
    dagen = casus.team.screenen_dagen
    return _voor_team(
        casus, "screenen", titel="Casus screenen", handeling="Screen", dagen=dagen,
        uitleg=(f"Ingediend op {datum_kort(casus.ingediend_op)}.",
                f"Screenen binnen {dagen} dagen ({casus.team.bron})."),
    )  # fmt: skip


def _voor_team(
    casus: Casusvraag, wat: str, *, titel: str, handeling: str, dagen: int, uitleg: Sequence[str]
) -> NieuweBeurt:
    stap = casus.stap
    secretaris = secretaris_van(stap.regel)
    return NieuweBeurt(
        sleutel=sleutel_casus(casus.pk, wat), soort=f"casus_{wat}", titel=titel, handeling=handeling,
        pad=reverse("opschaling:casus", args=[casus.pk]), rol=Rol.EXPERT,
        organisatie=secretaris.organisatie if secretaris else stap.organisatie,
        contact=secretaris.gebruiker if secretaris else None, wachtende=stap.opschaling.gemeente, begon_op=vandaag(),
        uiterlijk=vandaag() + timedelta(days=dagen), grondslag=casus.team.bron, uitleg=uitleg,
        aanduiding=casus.aanduiding, kind_id=stap.opschaling.hulpvraag.kind_id, escalatie="regiodirecteur",
    )  # fmt: skip


def voorbereiden(punt: Agendapunt) -> list[NieuweBeurt]:
    """Return a turn for each member at the session, in their own name: read the case before that day."""
    casus, dag = punt.casusvraag, punt.zitting.op
    return [
        NieuweBeurt(
            sleutel=sleutel_voorbereiden(casus, lid), soort="casus_voorbereiden", titel="Casus lezen voor de zitting",
            handeling="Lees de casus", pad=reverse("opschaling:casus", args=[casus.pk]), organisatie=lid.organisatie,
            rol=Rol.EXPERT, contact=lid.gebruiker, begon_op=vandaag(), uiterlijk=dag, grondslag=casus.team.bron,
            uitleg=(f"Op de agenda van {datum_kort(dag)}, uur {punt.uur}.",), aanduiding=casus.aanduiding,
            kind_id=casus.stap.opschaling.hulpvraag.kind_id, escalatie="secretaris van het expertteam",
        )
        for lid in _leden(punt)
    ]  # fmt: skip


def _leden(punt: Agendapunt) -> list[Teamlid]:
    aanwezigen = punt.zitting.aanwezigen.select_related("lid__gebruiker", "lid__organisatie")
    return [aanwezige.lid for aanwezige in aanwezigen if not aanwezige.lid.is_secretaris]


def sleutel_voorbereiden(casus: Casusvraag, lid: Teamlid) -> str:
    """Key of the turn of a member to read a case."""
    return f"{sleutel_casus(casus.pk, 'voorbereiden')}:{lid.pk}"


def sleutels_voorbereiden(punt: Agendapunt) -> list[str]:
    """Return the keys of the turns of all members for a case."""
    return [sleutel_voorbereiden(punt.casusvraag, lid) for lid in _leden(punt)]


def _voor_verwijzer(
    casus: Casusvraag, wat: str, *, titel: str, tekst: str, handeling: str, uiterlijk: date, uitleg: Sequence[str]
) -> NieuweBeurt:
    opschaling = casus.stap.opschaling
    return NieuweBeurt(
        sleutel=sleutel_casus(casus.pk, wat), soort=f"casus_{wat}", titel=titel, tekst=tekst, handeling=handeling,
        pad=reverse("opschaling:casus", args=[casus.pk]), organisatie=opschaling.gemeente, rol=Rol.TOEGANG,
        begon_op=vandaag(), uiterlijk=uiterlijk, grondslag=casus.team.bron, uitleg=uitleg,
        aanduiding=aanduiding(opschaling.hulpvraag.kind), kenmerk=opschaling.hulpvraag.kenmerk,
        kind_id=opschaling.hulpvraag.kind_id, escalatie="Teamleider toegang",
    )  # fmt: skip


def reageren(casus: Casusvraag) -> NieuweBeurt:
    """Return the turn of the referrer to say what it does with the advice."""
    dagen = casus.team.reactie_dagen
    uiterlijk = vandaag() + timedelta(days=dagen)
    return _voor_verwijzer(
        casus, "reageren", titel="Reageren op het advies van het expertteam", handeling="Reageer", uiterlijk=uiterlijk,
        tekst="Het advies is dringend en niet bindend. De regie blijft bij jou.",
        uitleg=(f"Advies van {datum_kort(vandaag())}.", f"Reageren binnen {dagen} dagen ({casus.team.bron})."),
    )  # fmt: skip


def terugkijkdag(casus: Casusvraag, advies_op: date) -> date:
    """Return the day on which all look back."""
    return maanden_erbij(advies_op, casus.team.opvolgen_maanden)


def terugkijken(casus: Casusvraag, advies_op: date) -> NieuweBeurt:
    """Return the turn of the referrer to look back after the months the region agreed."""
    maanden = casus.team.opvolgen_maanden
    dag = terugkijkdag(casus, advies_op)
    return _voor_verwijzer(
        casus, "terugkijken", titel="Terugkijken op het advies van het expertteam", handeling="Kijk terug",
        tekst="Hoe gaat het nu met de hulp aan dit kind?", uiterlijk=dag,
        uitleg=(f"Advies van {datum_kort(advies_op)}.", f"Terugkijken na {maanden} maanden ({casus.team.bron}).",
                f"Dus op {datum_kort(dag)}."),
    )  # fmt: skip


def evalueren(inzet: AndersInzet, stap: Stap, dagen: int, bron: str) -> NieuweBeurt:
    """Return the turn of the municipality to evaluate Team AnderS after its end."""
    opschaling = inzet.opschaling
    return NieuweBeurt(
        sleutel=sleutel_evaluatie(inzet.pk), soort="anders_evalueren", titel="Team AnderS evalueren",
        handeling="Evalueer", pad=zaakpad(stap), organisatie=opschaling.gemeente, rol=Rol.TOEGANG, begon_op=vandaag(),
        uiterlijk=vandaag() + timedelta(days=dagen), grondslag=bron,
        uitleg=(f"Gestopt op {datum_kort(vandaag())}.", f"Evalueren binnen {dagen} dagen ({bron})."),
        aanduiding=aanduiding(opschaling.hulpvraag.kind), kenmerk=opschaling.hulpvraag.kenmerk,
        kind_id=opschaling.hulpvraag.kind_id, escalatie="Teamleider toegang",
    )  # fmt: skip


def gast(plek: Gastplek) -> NieuweBeurt:
    """Return the turn of a guest: read the one case and give a view on it, before the seat ends."""
    return NieuweBeurt(
        sleutel=sleutel_gast(plek.pk), soort="gast_meedenken", titel="Meedenken over een casus",
        handeling="Lees de casus",
        pad=reverse("opschaling:casus", args=[plek.casusvraag_id]), organisatie=plek.aanstelling.organisatie,
        rol=Rol.GAST, contact=plek.gebruiker, begon_op=plek.van, uiterlijk=plek.tot,
        grondslag=plek.deling.get_grond_display(),
        aanduiding=plek.casusvraag.aanduiding, kind_id=plek.casusvraag.stap.opschaling.hulpvraag.kind_id,
        uitleg=(f"Je bent uitgenodigd tot en met {datum_kort(plek.tot)}.",), escalatie="secretaris van het expertteam",
    )  # fmt: skip
