"""Calling a meeting, filling its agenda, sending the papers, keeping what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.urls import reverse

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.inbrengen import verzend_met_vergadering
from jeugdregio.bestuur.consent.models import Tafel, Voorstel
from jeugdregio.bestuur.consent.permissions import dossiers
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.bestuur.vergaderen.models import VOLGORDE, Aanwezigheid, Agendapunt, Besluit, Stuk, Vergadering
from jeugdregio.bestuur.vergaderen.permissions import (
    eis_houden,
    mag_aandragen,
    mag_houden,
    zichtbare_punten,
    zichtbare_vergaderingen,
)
from jeugdregio.bestuur.vergaderen.tafel import deelnemers_op
from jeugdregio.bestuur.vergaderen.termijnen import stukken_uiterlijk, vroegste_vergadering
from jeugdregio.beurten.actions import laat_vervallen, open_beurt, rond_af
from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie
from recht.datum import datum_nl

Staat = Vergadering.Staat


@dataclass(frozen=True, kw_only=True)
class NieuwPunt:
    """What somebody brings to a table; `vorig` is the item at the table below, `spoed_reden` why there is none."""

    onderwerp: str
    doel: str
    vraag: str
    zichtbaarheid: str
    voorstel_id: UUID | None = None
    vorig_id: UUID | None = None
    spoed_reden: str = ""


def plan(wie: Wie, *, tafel: str, op: date, aanvang: time, plaats: str) -> Vergadering:
    """Plan a meeting, and give the secretary the turn to send the papers in time. Raises Geweigerd, Conflict."""
    eis_houden(wie)
    if op <= vandaag():
        raise Geweigerd("Kies een dag die nog komt.", velden={"op": "Deze dag is al geweest, of het is vandaag."})
    try:
        with transaction.atomic():
            vergadering = Vergadering.objects.create(tafel=tafel, op=op, aanvang=aanvang, plaats=plaats.strip())
            termijn = stukken_uiterlijk(op)
            open_beurt(
                sleutel=_sleutel_stukken(vergadering.pk), soort="stukken_versturen", titel="Stukken versturen",
                tekst=f"{vergadering.get_tafel_display()} van {datum_nl(op)}", organisatie=wie.organisatie,
                rol=Rol.SECRETARIS, begon_op=vandaag(), uiterlijk=termijn.dag, uitleg=[termijn.uitleg],
                grondslag="Afspraak over het versturen van stukken", handeling="Verstuur",
                pad=reverse("vergaderen:vergadering", args=[vergadering.pk]),
            )  # fmt: skip
            _log(wie, "vergadering.gepland", vergadering)
    except IntegrityError as fout:
        raise Conflict("Deze tafel vergadert dan al. Kies een ander tijdstip.") from fout
    return vergadering


def agendeer(wie: Wie, vergadering_id: UUID, nieuw: NieuwPunt) -> Agendapunt:
    """Put an item on the agenda.

    An item that skips a table is put on it and sent back at once, with the reason, and whoever brought it gets the
    turn to begin at the right table; the chair or secretary can let it through with a written reason. Raises
    GeenRecht, NietGevonden, Geweigerd.
    """
    if not mag_aandragen(wie) and not mag_houden(wie):
        raise GeenRecht("Je rol kan geen punten op de agenda zetten.")
    _toets_punt(nieuw)
    with transaction.atomic():
        vergadering = _te_wijzigen(wie, vergadering_id, (Staat.VOORBEREIDING,))
        voorstel, vorig = _voorstel(wie, nieuw), _vorig(wie, vergadering, nieuw)
        laatste = vergadering.punten.aggregate(hoogste=Max("volgorde"))["hoogste"] or 0
        punt = Agendapunt.objects.create(
            vergadering=vergadering, volgorde=laatste + 1, onderwerp=nieuw.onderwerp.strip(), doel=nieuw.doel,
            vraag=nieuw.vraag.strip(), inbrenger=wie.organisatie, voorstel=voorstel, vorig=vorig,
            spoed_reden=nieuw.spoed_reden.strip() if mag_houden(wie) else "", zichtbaarheid=nieuw.zichtbaarheid,
        )  # fmt: skip
        _log(wie, "agendapunt.geagendeerd", vergadering)
        overgeslagen = _overgeslagen(vergadering, punt)
        if overgeslagen:
            _stuur_terug(wie, punt, f"Dit punt slaat de {overgeslagen.label.lower()} over. Begin daar.")
    return punt


def stuur_terug(wie: Wie, punt_id: UUID, reden: str) -> Agendapunt:
    """Send an item back to who brought it in, always with the reason; they get the turn."""
    eis_houden(wie)
    _eis(reden, "reden", "Schrijf op waarom het punt teruggaat.")
    with transaction.atomic():
        punt = _punt(wie, punt_id)
        if punt.staat != Agendapunt.Staat.GEPLAND:
            raise Conflict("Dit punt staat niet meer op de agenda.")
        _stuur_terug(wie, punt, reden.strip())
    return punt


def voeg_stuk_toe(wie: Wie, punt_id: UUID, *, titel: str, tekst: str, zichtbaarheid: str) -> Stuk:
    """Add a paper; the same title again makes the next version. Papers of a held meeting stay as they are."""
    with transaction.atomic():
        punt = _punt(wie, punt_id)
        if not mag_houden(wie) and not (mag_aandragen(wie) and punt.inbrenger_id == wie.organisatie_id):
            raise GeenRecht("Alleen wie het punt inbracht en de secretaris voegen stukken toe.")
        if punt.vergadering.staat not in {Staat.VOORBEREIDING, Staat.UITGENODIGD}:
            raise Conflict("Deze vergadering is voorbij; de stukken blijven zoals ze waren.")
        if punt.staat != Agendapunt.Staat.GEPLAND:
            raise Conflict("Dit punt staat niet meer op de agenda. Voeg het stuk toe bij het punt waarmee je begint.")
        _eis(titel, "titel", "Geef het stuk een titel.")
        _eis(tekst, "tekst", "Het stuk is leeg.")
        hoogste = punt.stukken.filter(titel=titel.strip()).aggregate(v=Max("versie"))["v"] or 0
        stuk = Stuk.objects.create(
            punt=punt, titel=titel.strip(), versie=hoogste + 1, tekst=tekst.strip(), zichtbaarheid=zichtbaarheid
        )
        _log(wie, "stuk.toegevoegd", punt.vergadering)
    return stuk


def verstuur(wie: Wie, vergadering_id: UUID, *, versie: int, te_laat_reden: str = "") -> Vergadering:
    """Invite the table and send all papers that did not go yet, each version with its day.

    A proposal in intake on the agenda of the aldermen goes out with it. Raises Geweigerd for an empty agenda, a
    decision without a paper, papers that go too late without a reason, or a proposal that cannot be read in time.
    """
    eis_houden(wie)
    with transaction.atomic():
        vergadering = _te_wijzigen(wie, vergadering_id, (Staat.VOORBEREIDING, Staat.UITGENODIGD), versie)
        punten = list(vergadering.punten.filter(staat=Agendapunt.Staat.GEPLAND).prefetch_related("stukken"))
        _toets_versturen(vergadering, punten, te_laat_reden)
        if vergadering.tafel == Tafel.BESTUURLIJK:
            for punt in punten:
                if punt.voorstel_id:
                    verzend_met_vergadering(wie, punt.voorstel_id, vergadering.op)
        Stuk.objects.filter(punt__in=punten, verzonden_op=None).update(verzonden_op=vandaag())
        vergadering.staat, vergadering.uitgenodigd_op = Staat.UITGENODIGD, vergadering.uitgenodigd_op or vandaag()
        vergadering.te_laat_reden = te_laat_reden.strip() or vergadering.te_laat_reden
        vergadering.save(update_fields=["staat", "uitgenodigd_op", "te_laat_reden"])
        rond_af(_sleutel_stukken(vergadering.pk))
        _nodig_uit(vergadering)
        _log(wie, "vergadering.uitgenodigd", vergadering)
    return vergadering


def houd(wie: Wie, vergadering_id: UUID, *, versie: int, aanwezigen: Sequence[tuple[UUID, str, str]]) -> Vergadering:
    """Say that the meeting took place and who was there: (organisation, how, name). Every participant is named."""
    eis_houden(wie)
    with transaction.atomic():
        vergadering = _te_wijzigen(wie, vergadering_id, (Staat.UITGENODIGD,), versie)
        if vergadering.op > vandaag():
            raise Geweigerd(f"Deze vergadering is pas op {datum_nl(vergadering.op)}.")
        verwacht = {o.pk for o in deelnemers_op(vergadering.op)}
        if {pk for pk, _, _ in aanwezigen} != verwacht:
            raise Geweigerd("Zeg van elke deelnemer of die er was.")
        if any(soort != Aanwezigheid.Soort.AFWEZIG and not naam.strip() for _, soort, naam in aanwezigen):
            raise Geweigerd("Schrijf op wie er zat, ook bij vervanging.")
        Aanwezigheid.objects.bulk_create(
            Aanwezigheid(vergadering=vergadering, organisatie_id=pk, soort=soort, naam=naam.strip())
            for pk, soort, naam in aanwezigen
        )
        vergadering.staat = Staat.GEHOUDEN
        vergadering.save(update_fields=["staat"])
        rond_af(*(_sleutel_uitnodiging(vergadering.pk, o) for o in verwacht))
        _log(wie, "vergadering.gehouden", vergadering)
    return vergadering


def besluit(wie: Wie, punt_id: UUID, *, tekst: str, aard: str, zichtbaarheid: str) -> Besluit:
    """Write down what the table decided on an item, once. A proposal by consent is decided in its own round."""
    eis_houden(wie)
    _eis(tekst, "tekst", "Schrijf het besluit op.")
    with transaction.atomic():
        punt = _te_behandelen(wie, punt_id)
        if punt.voorstel_id:
            raise Geweigerd("Over dit voorstel besluit de consentronde. Leg het besluit daar vast.")
        genomen = Besluit.objects.create(
            punt=punt, tekst=tekst.strip(), aard=aard, zichtbaarheid=zichtbaarheid, genomen_op=punt.vergadering.op
        )
        _behandeld(wie, punt, Agendapunt.Staat.BEHANDELD)
    return genomen


def rond_punt_af(wie: Wie, punt_id: UUID, *, staat: str, reden: str = "") -> Agendapunt:
    """Say that an item was dealt with without a decision, or held over (with the reason)."""
    eis_houden(wie)
    if staat not in {Agendapunt.Staat.BEHANDELD, Agendapunt.Staat.AANGEHOUDEN}:
        raise Geweigerd("Kies behandeld of aangehouden.", velden={"staat": "Kies uit de lijst."})
    if staat == Agendapunt.Staat.AANGEHOUDEN:
        _eis(reden, "reden", "Schrijf op waarom en wat er eerst nodig is.")
    with transaction.atomic():
        punt = _te_behandelen(wie, punt_id)
        punt.reden = reden.strip()
        punt.save(update_fields=["reden"])
        _behandeld(wie, punt, staat)
    return punt


def last_af(wie: Wie, vergadering_id: UUID, *, versie: int) -> Vergadering:
    """Cancel a meeting; its turns lapse."""
    eis_houden(wie)
    with transaction.atomic():
        vergadering = _te_wijzigen(wie, vergadering_id, (Staat.VOORBEREIDING, Staat.UITGENODIGD), versie)
        vergadering.staat = Staat.AFGELAST
        vergadering.save(update_fields=["staat"])
        uitnodigingen = [_sleutel_uitnodiging(vergadering.pk, o.pk) for o in deelnemers_op(vergadering.op)]
        laat_vervallen(_sleutel_stukken(vergadering.pk), *uitnodigingen)
        _log(wie, "vergadering.afgelast", vergadering)
    return vergadering


def _toets_punt(nieuw: NieuwPunt) -> None:
    velden = {}
    if not nieuw.onderwerp.strip():
        velden["onderwerp"] = "Geef het punt een naam."
    if nieuw.doel != Agendapunt.Doel.INFORMATIE and not nieuw.vraag.strip():
        velden["vraag"] = "Schrijf op wat de tafel moet besluiten of bespreken."
    if velden:
        raise Geweigerd("Het punt is nog niet compleet.", velden=velden)
    weiger_persoonsgegevens({"onderwerp": nieuw.onderwerp, "vraag": nieuw.vraag, "spoed_reden": nieuw.spoed_reden})


def _toets_versturen(vergadering: Vergadering, punten: list[Agendapunt], reden: str) -> None:
    if not punten:
        raise Geweigerd("De agenda is leeg. Zet eerst een punt op de agenda.")
    # The text of a proposal is itself the paper.
    besluiten = [p for p in punten if p.doel == Agendapunt.Doel.BESLUIT and not p.voorstel_id]
    zonder = [p.onderwerp for p in besluiten if not list(p.stukken.all())]
    if zonder:
        raise Geweigerd(f"Bij een besluit hoort een stuk. Dat ontbreekt bij: {', '.join(zonder)}.")
    vroegst = vroegste_vergadering(vandaag())
    eerste_keer = vergadering.staat == Staat.VOORBEREIDING
    if eerste_keer and vergadering.op < vroegst.dag and not reden.strip():
        raise Geweigerd(
            f"De stukken gaan te laat. {vroegst.uitleg} Kies een andere dag, of schrijf op waarom het toch kan.",
            velden={"te_laat_reden": "Waarom kan deze tafel toch op deze dag vergaderen?"},
        )


def _overgeslagen(vergadering: Vergadering, punt: Agendapunt) -> Tafel | None:
    """Return the table that was skipped; None when the item came up the line, or may skip for a written reason."""
    plek = VOLGORDE.index(Tafel(vergadering.tafel))
    if plek == 0 or punt.vorig_id or punt.spoed_reden or punt.doel == Agendapunt.Doel.INFORMATIE:
        return None
    return VOLGORDE[plek - 1]


def _voorstel(wie: Wie, nieuw: NieuwPunt) -> Voorstel | None:
    if nieuw.voorstel_id is None:
        return None
    voorstel = dossiers(wie).filter(pk=nieuw.voorstel_id).first()
    if voorstel is None:
        raise NietGevonden("Dit voorstel is er niet.")
    return voorstel


def _vorig(wie: Wie, vergadering: Vergadering, nieuw: NieuwPunt) -> Agendapunt | None:
    if nieuw.vorig_id is None:
        return None
    vorig = zichtbare_punten(wie).select_related("vergadering").filter(pk=nieuw.vorig_id).first()
    if vorig is None:
        raise NietGevonden("Het eerdere punt is er niet.")
    plek = VOLGORDE.index(Tafel(vergadering.tafel))
    onder = VOLGORDE[plek - 1] if plek else None
    if vorig.vergadering.tafel != onder or vorig.staat != Agendapunt.Staat.BEHANDELD:
        raise Geweigerd(
            "Dit punt is nog niet behandeld aan de tafel hieronder.",
            velden={"vorig_id": "Kies een punt dat daar is behandeld."},
        )
    return vorig


def _stuur_terug(wie: Wie, punt: Agendapunt, reden: str) -> None:
    weiger_persoonsgegevens({"reden": reden})
    punt.staat, punt.reden = Agendapunt.Staat.TERUG, reden
    punt.save(update_fields=["staat", "reden"])
    open_beurt(
        sleutel=f"agendapunt:{punt.pk}:terug", soort="agendapunt_terug", titel="Punt teruggestuurd", tekst=reden,
        kenmerk=punt.onderwerp, organisatie=punt.inbrenger,
        rol=Rol.SECRETARIS if punt.inbrenger.soort == Soort.REGIOKANTOOR else Rol.BELEID,
        begon_op=vandaag(), uiterlijk=None, grondslag="Lijn ambtelijk, management, bestuurlijk",
        handeling="Bekijk", pad=reverse("vergaderen:vergadering", args=[punt.vergadering_id]),
    )  # fmt: skip
    _log(wie, "agendapunt.terug", punt.vergadering)


def _nodig_uit(vergadering: Vergadering) -> None:
    """Give each participant the turn to prepare: the alderman at the table of aldermen, else the policy officer."""
    rol = Rol.WETHOUDER if vergadering.tafel == Tafel.BESTUURLIJK else Rol.BELEID
    for gemeente in deelnemers_op(vergadering.op):
        open_beurt(
            sleutel=_sleutel_uitnodiging(vergadering.pk, gemeente.pk), soort="vergadering_voorbereiden",
            titel="Vergadering voorbereiden", tekst=f"{vergadering.get_tafel_display()}, {vergadering.plaats}",
            organisatie=gemeente, rol=rol, begon_op=vandaag(), uiterlijk=vergadering.op,
            grondslag="Uitnodiging van de secretaris", handeling="Lees de stukken",
            pad=reverse("vergaderen:vergadering", args=[vergadering.pk]),
        )  # fmt: skip


def _punt(wie: Wie, punt_id: UUID) -> Agendapunt:
    punt = zichtbare_punten(wie).select_related("vergadering", "inbrenger").filter(pk=punt_id).first()
    if punt is None:
        raise NietGevonden("Dit agendapunt is er niet.")
    return punt


def _te_behandelen(wie: Wie, punt_id: UUID) -> Agendapunt:
    punt = _punt(wie, punt_id)
    punt = Agendapunt.objects.select_for_update(of=("self",)).select_related("vergadering").get(pk=punt.pk)
    if punt.vergadering.staat != Staat.GEHOUDEN:
        raise Conflict("Leg eerst vast dat de vergadering is gehouden en wie er was.")
    if punt.staat != Agendapunt.Staat.GEPLAND:
        raise Conflict(f"Dit punt is al {punt.get_staat_display().lower()}.")
    return punt


def _behandeld(wie: Wie, punt: Agendapunt, staat: str) -> None:
    punt.staat = staat
    punt.save(update_fields=["staat"])
    _log(wie, "agendapunt.behandeld", punt.vergadering)


def _te_wijzigen(wie: Wie, vergadering_id: UUID, staten: Sequence[str], versie: int | None = None) -> Vergadering:
    """Take the meeting for a change; of two people who saw the same version the first wins."""
    vergadering = zichtbare_vergaderingen(wie).filter(pk=vergadering_id).first()
    if vergadering is None:
        raise NietGevonden("Deze vergadering is er niet.")
    kandidaat = Vergadering.objects.filter(pk=vergadering.pk, versie=vergadering.versie if versie is None else versie)
    if not kandidaat.update(versie=F("versie") + 1):
        raise Conflict("Een collega heeft deze vergadering net gewijzigd. Bekijk haar opnieuw.")
    vergadering.refresh_from_db()
    if vergadering.staat not in staten:
        raise Conflict(f"Dit kan nu niet: de vergadering is {vergadering.get_staat_display().lower()}.")
    return vergadering


def _eis(tekst: str, veld: str, melding: str) -> None:
    if not tekst.strip():
        raise Geweigerd(melding, velden={veld: melding})
    weiger_persoonsgegevens({veld: tekst})


def _log(wie: Wie, wat: str, vergadering: Vergadering) -> None:
    leg_vast(wie, wat, soort="vergadering", onderwerp_id=vergadering.pk)


def _sleutel_stukken(vergadering_id: UUID) -> str:
    return f"vergadering:{vergadering_id}:stukken"


def _sleutel_uitnodiging(vergadering_id: UUID, organisatie_id: UUID) -> str:
    return f"vergadering:{vergadering_id}:uitnodiging:{organisatie_id}"[:120]
