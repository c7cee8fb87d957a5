"""Planning, preparing and holding a quarterly talk. Each step is kept; two people at once: the second is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.zorglandschap.gesprekken import beurten, bronnen
from jeugdregio.zorglandschap.gesprekken.kwartaal import Kwartaal, kwartaal_van
from jeugdregio.zorglandschap.gesprekken.models import Agendapunt, Gesprek, Stap
from jeugdregio.zorglandschap.gesprekken.permissions import brengt_in, eis, leidt, mag_plannen, zichtbare_gesprekken
from jeugdregio.zorglandschap.permissions import zichtbare_contracten
from recht.datum import datum_kort

Staat = Gesprek.Staat
_LEIDER = "Alleen de contractmanager die het gesprek leidt kan dit doen."


@dataclass(frozen=True, kw_only=True)
class NieuwGesprek:
    """A talk to plan: with whom, about which quarter, on which day."""

    aanbieder_id: UUID
    kwartaal: Kwartaal
    op: date
    waar: str = ""


def plan(wie: Wie, nieuw: NieuwGesprek) -> Gesprek:
    """Plan a talk about a quarter.

    Raises GeenRecht, NietGevonden (no contract with this provider), Geweigerd (wrong day), Conflict (there is one).
    """
    eis(mag_plannen(wie), "Alleen een contractmanager van de regio of een gemeente plant een gesprek.")
    aanbieder = Organisatie.objects.filter(
        pk=nieuw.aanbieder_id, pk__in=zichtbare_contracten(wie).values("aanbieder")
    ).first()
    if aanbieder is None:
        raise NietGevonden("Met deze aanbieder is er geen contract dat je kunt zien.")
    _toets_dag(nieuw.kwartaal, nieuw.op)
    try:
        with transaction.atomic():
            gesprek = Gesprek.objects.create(
                aanbieder=aanbieder, beheerder=wie.organisatie, jaar=nieuw.kwartaal.jaar,
                kwartaal=nieuw.kwartaal.nummer, op=nieuw.op, waar=nieuw.waar,
            )  # fmt: skip
            _stap(wie, gesprek, "Gepland", f"Op {datum_kort(nieuw.op)}.")
            beurten.bij_plannen(gesprek, vandaag())
    except IntegrityError as fout:
        raise Conflict(
            f"Over {nieuw.kwartaal} is met {aanbieder} al een gesprek gepland. Verzet dat gesprek."
        ) from fout
    return gesprek


def verzet(wie: Wie, gesprek_id: UUID, *, versie: int, op: date, waar: str, reden: str) -> Gesprek:
    """Move a talk to another day, and say why."""
    with transaction.atomic():
        gesprek = _pak(wie, gesprek_id, versie)
        _toets_dag(gesprek.periode, op)
        _eis_tekst(reden, "reden", "Schrijf op waarom het gesprek een andere dag krijgt.")
        gesprek.op, gesprek.waar = op, waar
        gesprek.save(update_fields=["op", "waar"])
        _stap(wie, gesprek, f"Verzet naar {datum_kort(op)}", reden.strip())
        beurten.bij_verzetten(gesprek, vandaag())
    return gesprek


def bereid_voor(wie: Wie, gesprek_id: UUID, *, versie: int) -> Gesprek:
    """Make the agenda from the figures; points that people added stay, those of the figures are made anew."""
    with transaction.atomic():
        gesprek = _pak(wie, gesprek_id, versie)
        gesprek.punten.exclude(bron="").delete()
        punten = bronnen.voorzetten(gesprek)
        volgende = _volgende(gesprek)
        Agendapunt.objects.bulk_create(
            Agendapunt(
                gesprek=gesprek, volgorde=volgende + nummer, onderwerp=punt.onderwerp[:120], cijfer=punt.cijfer[:400],
                vraag=punt.vraag[:400], bron=bron,
            )
            for nummer, (bron, punt) in enumerate(punten)
        )  # fmt: skip
        gesprek.staat, gesprek.voorbereid_op = Staat.VOORBEREID, vandaag()
        gesprek.save(update_fields=["staat", "voorbereid_op"])
        _stap(wie, gesprek, "Agenda gemaakt uit de cijfers", f"{len(punten)} punten.")
        beurten.bij_voorbereiden(gesprek, vandaag())
    return gesprek


def breng_in(wie: Wie, gesprek_id: UUID, *, versie: int, onderwerp: str, vraag: str) -> Agendapunt:
    """Put a point on the agenda: who leads the talk, or the provider."""
    with transaction.atomic():
        gesprek = _pak(wie, gesprek_id, versie, leider=False)
        eis(brengt_in(wie, gesprek), "Alleen wie het gesprek voert zet iets op de agenda.")
        _eis_tekst(onderwerp, "onderwerp", "Waar gaat het over?")
        _eis_tekst(vraag, "vraag", "Schrijf het op als vraag.")
        weiger_persoonsgegevens({"onderwerp": onderwerp, "vraag": vraag})
        punt = Agendapunt.objects.create(
            gesprek=gesprek, volgorde=_volgende(gesprek), onderwerp=onderwerp.strip(), vraag=vraag.strip(),
            ingebracht_door=wie.organisatie,
        )  # fmt: skip
        _stap(wie, gesprek, "Agendapunt toegevoegd", punt.onderwerp)
    return punt


def houd(
    wie: Wie, gesprek_id: UUID, *, versie: int, gehouden_op: date, aanwezig: str, verslag: str,
    afspraken: Mapping[UUID, str],
) -> Gesprek:  # fmt: skip
    """Write down that the talk was held, what was discussed, and per point of the agenda what was agreed."""
    with transaction.atomic():
        gesprek = _pak(wie, gesprek_id, versie)
        if gehouden_op > vandaag():
            raise Geweigerd("Het gesprek is nog niet geweest.", velden={"gehouden_op": "Kies vandaag of eerder."})
        _eis_tekst(verslag, "verslag", "Schrijf in een paar zinnen op wat is besproken.")
        weiger_persoonsgegevens({"verslag": verslag, "aanwezig": "", **{f"punt-{k}": v for k, v in afspraken.items()}})
        for punt in gesprek.punten.all():
            if punt.pk in afspraken:
                punt.afspraak = afspraken[punt.pk].strip()
                punt.save(update_fields=["afspraak"])
        gesprek.staat, gesprek.gehouden_op = Staat.GEHOUDEN, gehouden_op
        gesprek.aanwezig, gesprek.verslag = aanwezig.strip(), verslag.strip()
        gesprek.save(update_fields=["staat", "gehouden_op", "aanwezig", "verslag"])
        _stap(wie, gesprek, f"Gehouden op {datum_kort(gehouden_op)}")
        beurten.bij_gehouden(gesprek)
    return gesprek


def laat_vervallen(wie: Wie, gesprek_id: UUID, *, versie: int, reden: str) -> Gesprek:
    """Drop a talk, and say why; another about the same quarter can be planned then."""
    with transaction.atomic():
        gesprek = _pak(wie, gesprek_id, versie)
        _eis_tekst(reden, "reden", "Schrijf op waarom het gesprek niet doorgaat.")
        gesprek.staat = Staat.VERVALLEN
        gesprek.save(update_fields=["staat"])
        _stap(wie, gesprek, "Vervallen", reden.strip())
        beurten.bij_vervallen(gesprek)
    return gesprek


def _pak(wie: Wie, gesprek_id: UUID, versie: int, *, leider: bool = True) -> Gesprek:
    """Take an open talk under a lock, as the reader saw it, and count its version up."""
    gesprek = zichtbare_gesprekken(wie).select_for_update(of=("self",)).filter(pk=gesprek_id).first()
    if gesprek is None:
        raise NietGevonden("Dit gesprek is er niet.")
    if leider:
        eis(leidt(wie, gesprek), _LEIDER)
    if not gesprek.is_open:
        raise Conflict(f"Dit gesprek is al {gesprek.get_staat_display().lower()}; het verandert niet meer.")
    if gesprek.versie != versie:
        raise Conflict("Iemand anders heeft dit gesprek net gewijzigd. Bekijk wat er nu staat en doe het opnieuw.")
    gesprek.versie += 1
    gesprek.save(update_fields=["versie"])
    return gesprek


def _volgende(gesprek: Gesprek) -> int:
    return (gesprek.punten.aggregate(laatste=Max("volgorde"))["laatste"] or 0) + 1


def _toets_dag(kwartaal: Kwartaal, op: date) -> None:
    if kwartaal >= kwartaal_van(vandaag()).volgende:
        raise Geweigerd(
            "Dat kwartaal is nog niet begonnen; er zijn nog geen cijfers.",
            velden={"kwartaal": f"Kies hoogstens {kwartaal_van(vandaag())}."},
        )
    if op < kwartaal.van:
        raise Geweigerd(
            "Het gesprek kan niet voor het kwartaal zijn waar het over gaat.",
            velden={"op": f"Kies een dag vanaf {datum_kort(kwartaal.van)}."},
        )
    if op < vandaag():
        raise Geweigerd("Die dag is voorbij.", velden={"op": "Kies vandaag of een latere dag."})


def _eis_tekst(tekst: str, veld: str, melding: str) -> None:
    if not tekst.strip():
        raise Geweigerd(melding, velden={veld: melding})


def _stap(wie: Wie, gesprek: Gesprek, wat: str, tekst: str = "") -> None:
    door = f"{wie.gebruikersnaam}, {wie.organisatienaam}" if wie.gebruiker else wie.organisatienaam
    Stap.objects.create(gesprek=gesprek, wat=wat, tekst=tekst, door=door[:200])
    leg_vast(wie, "gesprek.gewijzigd", soort="gesprek", onderwerp_id=gesprek.pk, gegevens={"wat": wat})
