"""Beginning a purchase, adding lots, finishing phases, moving the first day. Each step is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.inkoop import beurten
from jeugdregio.zorglandschap.inkoop.models import Fase, Inkooptraject, Kavel, Verandering
from jeugdregio.zorglandschap.inkoop.normen import Fasenorm, Inkoopnorm, norm_op
from jeugdregio.zorglandschap.inkoop.permissions import beheert, eis, mag_beginnen, rondt_af, zichtbare_trajecten
from jeugdregio.zorglandschap.inkoop.rekenen import reken_terug
from jeugdregio.zorglandschap.models import Perceel
from recht.datum import datum_kort

Staat = Inkooptraject.Staat
_BEHEERDER = "Alleen de contractmanager van wie inkoopt kan dit doen."


@dataclass(frozen=True, kw_only=True)
class NieuwTraject:
    """A purchase to begin; `kavels` are the names of its lots with their level."""

    naam: str
    start: date
    grondslag: str
    kavels: Sequence[tuple[str, str]]
    reden_kort: str = ""


def voorbereiding(start: date, op: date) -> tuple[bool, list[str]]:
    """Tell whether there is enough time before a first day, with the reckoning in words."""
    norm = norm_op(op)
    dagen, eerste = (start - op).days, op + timedelta(days=norm.minimum_dagen)
    stappen = [
        f"Van {datum_kort(op)} tot {datum_kort(start)} is {dagen} dagen.",
        f"Nodig is minstens {norm.minimum_dagen} dagen: {norm.minimum_grond}.",
    ]
    if dagen < norm.minimum_dagen:
        stappen.append(f"De eerste dag die daarbij past is {datum_kort(eerste)}.")
    return dagen >= norm.minimum_dagen, stappen


def begin(wie: Wie, nieuw: NieuwTraject) -> Inkooptraject:
    """Begin a purchase and reckon the phases of its lots back from the first day.

    Raises GeenRecht, Geweigerd (no lots, day in the past, too little preparation without a reason), Conflict (name).
    """
    eis(mag_beginnen(wie), "Alleen een contractmanager van de regio of een gemeente begint een inkoop.")
    op = vandaag()
    if nieuw.start <= op:
        raise Geweigerd("Die dag is voorbij.", velden={"start": "Kies een dag na vandaag."})
    if not nieuw.kavels:
        raise Geweigerd("Noem minstens een perceel.", velden={"kavels": "Noem minstens een perceel."})
    _toets_voorbereiding(nieuw.start, op, nieuw.reden_kort)
    try:
        with transaction.atomic():
            traject = Inkooptraject.objects.create(
                naam=nieuw.naam.strip(), start=nieuw.start, opdrachtgever=wie.organisatie, begonnen_op=op,
                grondslag=nieuw.grondslag.strip(), reden_kort=nieuw.reden_kort.strip(),
            )  # fmt: skip
            _leg(wie, traject, f"Begonnen, contracten vanaf {datum_kort(nieuw.start)}", nieuw.reden_kort)
            for naam, niveau in nieuw.kavels:
                _kavel(wie, traject, naam, niveau, op)
    except IntegrityError as fout:
        raise Conflict(f"Er is al een inkoop die {nieuw.naam} heet. Kies een andere naam.") from fout
    return traject


def voeg_kavel_toe(wie: Wie, traject_id: UUID, *, versie: int, naam: str, niveau: str) -> Kavel:
    """Add a lot with its own phases."""
    with transaction.atomic():
        traject = _pak(wie, traject_id, versie)
        return _kavel(wie, traject, naam, niveau, vandaag())


def verzet_start(wie: Wie, traject_id: UUID, *, versie: int, start: date, reden: str) -> Inkooptraject:
    """Let the contracts begin on another day; what is not done yet gets new last days."""
    with transaction.atomic():
        traject = _pak(wie, traject_id, versie)
        if start <= vandaag():
            raise Geweigerd("Die dag is voorbij.", velden={"start": "Kies een dag na vandaag."})
        if not reden.strip():
            raise Geweigerd("Schrijf op waarom.", velden={"reden": "Schrijf op waarom."})
        oud, traject.start = traject.start, start
        traject.save(update_fields=["start"])
        for kavel in traject.kavels.all():
            _reken_opnieuw(list(kavel.fasen.all()), start)
        _leg(wie, traject, f"Start van {datum_kort(oud)} naar {datum_kort(start)}", reden.strip())
    return traject


def rond_fase_af(wie: Wie, fase_id: UUID, *, klaar_op: date, resultaat: str) -> Fase:
    """Say that a phase of a lot is done; who is next gets the turn.

    Raises NietGevonden, GeenRecht, Conflict (already done), Geweigerd (what it needs is open, the term of the law).
    """
    with transaction.atomic():
        fase = (
            Fase.objects.filter(pk=fase_id, kavel__traject__in=zichtbare_trajecten(wie).values("pk"))
            .select_related("kavel__traject__opdrachtgever").select_for_update(of=("self",)).first()
        )  # fmt: skip
        if fase is None:
            raise NietGevonden("Deze fase is er niet.")
        eis(rondt_af(wie, fase), "Alleen wie aan zet is, of de contractmanager van wie inkoopt, rondt een fase af.")
        traject = fase.kavel.traject
        if fase.klaar_op or traject.staat != Staat.LOOPT:
            raise Conflict("Deze fase is al afgerond, of de inkoop loopt niet meer.")
        fasen = list(fase.kavel.fasen.all())
        _toets_afronden(fase, fasen, klaar_op, resultaat)
        fase.klaar_op, fase.resultaat = klaar_op, resultaat.strip()
        fase.save(update_fields=["klaar_op", "resultaat"])
        _leg(wie, traject, f"{fase.naam} klaar, perceel {fase.kavel}", fase.resultaat)
        beurten.sluit(fase)
        beurten.open_wat_kan(traject, list(fase.kavel.fasen.select_related("kavel")), vandaag())
        if not Fase.objects.filter(kavel__traject=traject, klaar_op=None).exists():
            traject.staat = Staat.AFGEROND
            traject.save(update_fields=["staat"])
    return fase


def stop(wie: Wie, traject_id: UUID, *, versie: int, reden: str) -> Inkooptraject:
    """Stop a purchase, and say why."""
    with transaction.atomic():
        traject = _pak(wie, traject_id, versie)
        if not reden.strip():
            raise Geweigerd("Schrijf op waarom.", velden={"reden": "Schrijf op waarom."})
        traject.staat = Staat.GESTOPT
        traject.save(update_fields=["staat"])
        _leg(wie, traject, "Gestopt", reden.strip())
        beurten.stop(Fase.objects.filter(kavel__traject=traject))
    return traject


def _toets_voorbereiding(start: date, op: date, reden: str) -> None:
    genoeg, stappen = voorbereiding(start, op)
    if not genoeg and not reden.strip():
        raise Geweigerd(
            " ".join([*stappen, "Kies een latere dag, of schrijf op waarom het met minder kan."]),
            velden={"reden_kort": "Schrijf op waarom het met minder voorbereiding kan."},
        )


def _toets_afronden(fase: Fase, fasen: Sequence[Fase], klaar_op: date, resultaat: str) -> None:
    if klaar_op > vandaag():
        raise Geweigerd("Die dag moet nog komen.", velden={"klaar_op": "Kies vandaag of eerder."})
    if not resultaat.strip():
        raise Geweigerd("Schrijf op wat het resultaat is.", velden={"resultaat": "Schrijf op wat het resultaat is."})
    nodig = [ander for ander in fasen if ander.code in fase.na]
    if wacht := [ander.naam for ander in nodig if ander.klaar_op is None]:
        raise Geweigerd(f"Eerst moet klaar zijn: {', '.join(wacht)}.")
    laatste = max((ander.klaar_op for ander in nodig if ander.klaar_op), default=None)
    if laatste and klaar_op < laatste:
        melding = f"Wat hiervoor nodig is was pas klaar op {datum_kort(laatste)}."
        raise Geweigerd(melding, velden={"klaar_op": melding})
    if fase.wettelijk and laatste and (klaar_op - laatste).days < fase.dagen:
        eerste = laatste + timedelta(days=fase.dagen)
        raise Geweigerd(
            f"Deze termijn duurt minstens {fase.dagen} dagen en kan op {datum_kort(eerste)} klaar zijn.",
            grondslag=fase.grondslag, velden={"klaar_op": f"Op zijn vroegst {datum_kort(eerste)}."},
        )  # fmt: skip


def _kavel(wie: Wie, traject: Inkooptraject, naam: str, niveau: str, op: date) -> Kavel:
    if not naam.strip():
        raise Geweigerd("Geef het perceel een naam.", velden={"naam": "Geef het perceel een naam."})
    norm: Inkoopnorm = norm_op(op)
    nummer = (traject.kavels.aggregate(laatste=Max("nummer"))["laatste"] or 0) + 1
    kavel = Kavel.objects.create(
        traject=traject, nummer=nummer, naam=naam.strip(), niveau=niveau,
        perceel=Perceel.objects.filter(naam__iexact=naam.strip()).first(),
    )  # fmt: skip
    gepland = reken_terug(traject.start, norm.fasen)
    fasen = [
        Fase(
            kavel=kavel, code=fase.code, naam=fase.naam, volgorde=volgorde, dagen=fase.dagen, na=list(fase.na),
            rol=fase.rol, wettelijk=fase.wettelijk, grondslag=fase.grond, begin=gepland[fase.code].begin,
            eind=gepland[fase.code].eind, uitleg=list(gepland[fase.code].uitleg),
        )
        for volgorde, fase in enumerate(norm.fasen, 1)
    ]  # fmt: skip
    Fase.objects.bulk_create(fasen)
    _leg(wie, traject, f"Perceel {kavel} toegevoegd")
    beurten.open_wat_kan(traject, fasen, op)
    return kavel


def als_norm(fase: Fase) -> Fasenorm:
    """Return a stored phase as the reckoning wants it."""
    return Fasenorm(fase.code, fase.naam, fase.dagen, tuple(fase.na), fase.rol, fase.grondslag, fase.wettelijk)


def _reken_opnieuw(fasen: Sequence[Fase], start: date) -> None:
    gepland = reken_terug(start, [als_norm(fase) for fase in fasen])
    open_fasen = [fase for fase in fasen if fase.klaar_op is None]
    for fase in open_fasen:
        stap = gepland[fase.code]
        fase.begin, fase.eind, fase.uitleg = stap.begin, stap.eind, list(stap.uitleg)
    Fase.objects.bulk_update(open_fasen, ["begin", "eind", "uitleg"])
    beurten.verzet_alle(open_fasen)


def _pak(wie: Wie, traject_id: UUID, versie: int) -> Inkooptraject:
    """Take a running purchase under a lock, as the reader saw it, and count its version up."""
    traject = zichtbare_trajecten(wie).select_for_update(of=("self",)).filter(pk=traject_id).first()
    if traject is None:
        raise NietGevonden("Deze inkoop is er niet.")
    eis(beheert(wie, traject), _BEHEERDER)
    if traject.staat != Staat.LOOPT:
        raise Conflict(f"Deze inkoop is {traject.get_staat_display().lower()}.")
    if traject.versie != versie:
        raise Conflict("Iemand anders heeft deze inkoop net gewijzigd. Bekijk wat er nu staat en doe het opnieuw.")
    traject.versie += 1
    traject.save(update_fields=["versie"])
    return traject


def _leg(wie: Wie, traject: Inkooptraject, wat: str, tekst: str = "") -> None:
    door = f"{wie.gebruikersnaam}, {wie.organisatienaam}" if wie.gebruiker else wie.organisatienaam
    Verandering.objects.create(traject=traject, wat=wat[:300], tekst=tekst, door=door[:200])
    leg_vast(wie, "inkoop.gewijzigd", soort="inkooptraject", onderwerp_id=traject.pk, gegevens={"wat": wat})
