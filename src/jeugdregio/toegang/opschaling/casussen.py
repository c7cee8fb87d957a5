"""Acts on a case before an expert team, until the session: ask, screen, withdraw."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurten, rond_af
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.opschaling import beurten
from jeugdregio.toegang.opschaling.anoniem import eis_zonder_naam
from jeugdregio.toegang.opschaling.gasten import beeindig_gasten
from jeugdregio.toegang.opschaling.models import (
    Agendapunt,
    Casusvraag,
    Expertteam,
    Opschaling,
)
from jeugdregio.toegang.opschaling.models.niveaus import MET_EXPERTTEAM
from jeugdregio.toegang.opschaling.niveaus import regel_voor, secretaris_van
from jeugdregio.toegang.opschaling.permissions import eis_secretaris, zichtbare_casussen
from jeugdregio.toegang.opschaling.trajecten import (
    Verder,
    eis_geen_advies_onderweg,
    pak,
    verplaats,
)
from jeugdregio.toegang.permissions import eis_toegang
from jeugdregio.toegang.toestemming.deling import NieuweDeling, leg_deling_vast
from jeugdregio.toegang.toestemming.models import Ontvanger

Staat = Casusvraag.Staat
OMGEVING = (
    "team__organisatie", "stap__regel__team", "stap__organisatie", "stap__opschaling__hulpvraag__kind",
    "stap__opschaling__gemeente", "deling",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What a referrer asks. `stem` are the words of the family, `stem_van` who said them; `grond` a Deling.Grond."""

    niveau: str
    vraag: str
    geprobeerd: str
    stem: str
    stem_van: str
    grond: str
    delen_reden: str = ""
    leernotitie: str = ""


def dien_in(wie: Wie, opschaling_id: UUID, *, versie: int, vraag: Vraag) -> Casusvraag:
    """Ask an expert team; the case goes to its level, and its secretary is to screen.

    Raises Geweigerd when a part is empty or names the child, or no ground to share is given.
    """
    eis_toegang(wie)
    with transaction.atomic():
        opschaling = pak(wie, opschaling_id, versie)
        eis_geen_advies_onderweg(opschaling)
        if vraag.niveau not in MET_EXPERTTEAM:
            raise Geweigerd("Kies een expertteam.", velden={"niveau": "Kies een expertteam."})
        velden = {n: getattr(vraag, n) for n in ("vraag", "geprobeerd", "stem", "stem_van")}
        eis_tekst(velden)
        kind = opschaling.hulpvraag.kind
        eis_zonder_naam(kind, velden)
        regel = regel_voor(opschaling.gemeente, vraag.niveau)
        team = regel.team
        if team is None or secretaris_van(regel) is None:
            raise Geweigerd(
                f"{regel.get_niveau_display()} heeft nu geen secretaris. Bel {regel.contact or 'de regio'}."
            )
        deling = leg_deling_vast(wie, kind.pk, deling_met(team, vraag.grond, vraag.delen_reden, opschaling))
        verder = Verder(
            niveau=vraag.niveau, reden=vraag.vraag, geprobeerd=vraag.geprobeerd, leernotitie=vraag.leernotitie
        )
        stap = verplaats(wie, opschaling, regel, verder, met_beurt=False)
        casus = Casusvraag.objects.create(
            stap=stap, team=team, deling=deling, aanduiding=aanduiding(kind), ingediend_op=vandaag(),
            ingediend_door=wie.gebruikersnaam, **{naam: tekst.strip() for naam, tekst in velden.items()},
        )  # fmt: skip
        open_beurten([beurten.stapbeurt(stap, casus), beurten.screenen(casus)])
        log_casus(wie, casus, "ingediend")
    return casus


def deling_met(team: Expertteam, grond: str, reden: str, opschaling: Opschaling) -> NieuweDeling:
    """Return the share with a team: the case without a name, to think along."""
    return NieuweDeling(
        ontvanger=Ontvanger.EXPERT, aan=team.naam, wat="De casus zonder naam, en wat het gezin zelf zegt",
        doel="Meedenken over passende hulp", grond=grond, reden=reden, organisatie=team.organisatie,
        hulpvraag_id=opschaling.hulpvraag_id,
    )  # fmt: skip


def screen(wie: Wie, casus_id: UUID, *, versie: int, oordeel: str, reden: str) -> Casusvraag:
    """Say whether a request is complete, too early or better along another road; the last two send it back."""
    with transaction.atomic():
        casus = pak_casus(wie, casus_id, versie, (Staat.INGEDIEND,))
        eis_secretaris(wie, casus.team)
        if oordeel not in Casusvraag.Oordeel.values:
            raise Geweigerd("Kies een oordeel.", velden={"oordeel": "Kies een oordeel."})
        eis_tekst({"reden": reden})
        eis_zonder_naam(casus.stap.opschaling.hulpvraag.kind, {"reden": reden})
        casus.oordeel, casus.oordeel_reden = oordeel, reden.strip()
        casus.gescreend_op, casus.gescreend_door = vandaag(), wie.gebruikersnaam
        compleet = oordeel == Casusvraag.Oordeel.COMPLEET
        casus.staat = Staat.COMPLEET if compleet else Staat.TERUG
        casus.save(update_fields=["oordeel", "oordeel_reden", "gescreend_op", "gescreend_door", "staat"])
        rond_af(beurten.sleutel_casus(casus.pk, "screenen"))
        if not compleet:
            _terug(wie, casus, f"{casus.get_oordeel_display()}: {reden}")
        log_casus(wie, casus, "gescreend", {"oordeel": oordeel})
    return casus


def trek_in(wie: Wie, casus_id: UUID, *, versie: int, reden: str) -> Casusvraag:
    """Withdraw a request: at once nobody of the team sees it, and the case goes back to where it came from."""
    eis_toegang(wie)
    with transaction.atomic():
        casus = pak_casus(wie, casus_id, versie, Casusvraag.VOOR_ADVIES)
        eis_tekst({"reden": reden})
        eis_zonder_naam(casus.stap.opschaling.hulpvraag.kind, {"reden": reden})
        neem_terug(wie, casus, reden.strip())
    return casus


def neem_terug(wie: Wie, casus: Casusvraag, reden: str) -> None:
    """Take a request back before there is an advice, in the caller's transaction."""
    casus.staat, casus.ingetrokken_reden = Staat.INGETROKKEN, reden[:300]
    casus.save(update_fields=["staat", "ingetrokken_reden"])
    laat_vervallen(beurten.sleutel_casus(casus.pk, "screenen"))
    if punt := Agendapunt.objects.filter(casusvraag=casus).first():
        laat_vervallen(*beurten.sleutels_voorbereiden(punt))
        punt.delete()
    beeindig_gasten(wie, casus, "De vraag is ingetrokken.")
    _terug(wie, casus, f"Vraag aan het expertteam ingetrokken: {reden}")
    log_casus(wie, casus, "ingetrokken")


def _terug(wie: Wie, casus: Casusvraag, reden: str) -> None:
    """Take the case back to the level it came from."""
    opschaling = casus.stap.opschaling
    vorige = opschaling.stappen.filter(nummer__lt=casus.stap.nummer).exclude(niveau__in=MET_EXPERTTEAM).last()
    assert vorige is not None  # noqa: S101  a case begins at a level without expert team
    regel = regel_voor(opschaling.gemeente, vorige.niveau)
    verplaats(wie, opschaling, regel, Verder(niveau=vorige.niveau, reden=reden, geprobeerd=casus.geprobeerd))


def pak_casus(wie: Wie, casus_id: UUID, versie: int, staten: tuple[str, ...]) -> Casusvraag:
    """Take a case for a change, in the caller's transaction. Raises NietGevonden, GeenRecht, Conflict."""
    gevonden = zichtbare_casussen(wie).select_for_update(of=("self",)).filter(pk=casus_id)
    casus = gevonden.select_related(*OMGEVING).first()
    if casus is None:
        raise NietGevonden("Deze casus is er niet.")
    if casus.versie != versie:
        raise Conflict("Iemand heeft deze casus net gewijzigd. Bekijk hem opnieuw; je invoer staat er nog.")
    if casus.staat not in staten:
        raise Conflict(f"Dit kan nu niet: {casus.get_staat_display().lower()}.")
    casus.versie += 1
    casus.save(update_fields=["versie"])
    Opschaling.objects.filter(pk=casus.stap.opschaling_id).update(versie=F("versie") + 1)
    return casus


def eis_tekst(velden: Mapping[str, str]) -> None:
    """Raise Geweigerd for the texts that are empty."""
    fouten = {veld: "Vul dit in." for veld, tekst in velden.items() if not tekst.strip()}
    if fouten:
        raise Geweigerd("Er ontbreekt nog iets.", velden=fouten)


def log_casus(wie: Wie, casus: Casusvraag, wat: str, gegevens: dict[str, object] | None = None) -> None:
    """Log an act on a case."""
    leg_vast(
        wie, f"casus.{wat}", kind_id=casus.stap.opschaling.hulpvraag.kind_id, soort="casusvraag",
        onderwerp_id=casus.pk, gegevens=gegevens,
    )  # fmt: skip
