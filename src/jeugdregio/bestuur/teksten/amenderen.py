"""A council amends: the others accept exactly that change or not; what does not fit together is reconciled together."""

from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Conflict, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.bestuur.consent.overgangen import gelijk_regeleinde
from jeugdregio.bestuur.teksten import beurten
from jeugdregio.bestuur.teksten.besluiten import eigen_besluit, heropen_besluit, maak_motie, zet_stand
from jeugdregio.bestuur.teksten.concept import leg_voor
from jeugdregio.bestuur.teksten.models import Amendement, Oordeel, Raadsbesluit, Staat, Tekst, Tekstversie
from jeugdregio.bestuur.teksten.permissions import eis, eis_regie, gemeente_van, mag_raad
from jeugdregio.bestuur.teksten.weg import (
    BIJ_DE_RADEN,
    deelnemers,
    eis_geweest,
    eis_tekst,
    ga_naar,
    laatste_versie,
    nieuwe_tekstversie,
    pak,
    schrijf_stap,
)
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.wie import Wie

_S, _A = Staat, Amendement.Staat
LOPEND = (_A.RONDGANG, _A.AANVAARD, _A.VERZOENING)


@transaction.atomic
def amendeer(
    wie: Wie, tekst_id: UUID, *, versie: int, titel: str, oud: str, nieuw: str, op: date, kenmerk: str
) -> Amendement:
    """Record that the own council adopted the text with a change; it goes around the other councils.

    `oud` must stand in the text exactly once. A change to the same words as one that goes around already cannot go
    together with it: both go to reconciliation. Raises Geweigerd, Conflict.
    """
    tekst = pak(wie, tekst_id, versie, BIJ_DE_RADEN)
    besluit = eigen_besluit(wie, tekst)
    eis_tekst(titel=titel, oud=oud, kenmerk=kenmerk)
    if nieuw.strip():
        eis_tekst(nieuw=nieuw)
    if op > vandaag():
        raise eis_geweest("op", aan="het besluit")
    laatste = besluit.tekstversie
    oud, nieuw = gelijk_regeleinde(oud), gelijk_regeleinde(nieuw)
    _toets_woorden(laatste, oud, nieuw)
    besluit.uitkomst, besluit.op, besluit.kenmerk = Raadsbesluit.Uitkomst.GEAMENDEERD, op, kenmerk.strip()
    besluit.save(update_fields=["uitkomst", "op", "kenmerk"])
    amendement = Amendement.objects.create(
        tekstversie=laatste, gemeente=besluit.gemeente, titel=titel.strip(), oud=oud, nieuw=nieuw, op=op
    )
    rond_af(beurten.sleutel_raad(laatste, besluit.gemeente_id))
    schrijf_stap(wie, tekst, f"Amendement van de raad van {besluit.gemeente}", titel)
    andere = [a for a in laatste.amendementen.filter(staat__in=LOPEND) if a.pk != amendement.pk]
    botst = [a for a in andere if overlapt(laatste.tekst, a, amendement)]
    beurten.open_rondgang(tekst, amendement, [g for g in deelnemers(tekst) if g.pk != besluit.gemeente_id])
    if botst:
        _naar_verzoening(wie, tekst, [amendement, *botst])
    zet_stand(wie, tekst)
    amendement.refresh_from_db()
    return amendement


def _toets_woorden(versie: Tekstversie, oud: str, nieuw: str) -> None:
    keer = versie.tekst.count(oud)
    if keer != 1:
        wat = "niet" if keer == 0 else f"{keer} keer"
        raise Geweigerd(
            f"Deze woorden staan {wat} in {versie}.",
            velden={"oud": "Neem precies over wat verandert, met zo veel woorden dat het één keer voorkomt."},
        )
    if oud == nieuw:
        raise Geweigerd("Er verandert niets.", velden={"nieuw": "Schrijf de nieuwe woorden."})


def overlapt(tekst: str, een: Amendement, ander: Amendement) -> bool:
    """Tell whether two changes touch the same words of a text: then they cannot both be applied."""
    begin_een, begin_ander = tekst.index(een.oud), tekst.index(ander.oud)
    return begin_een < begin_ander + len(ander.oud) and begin_ander < begin_een + len(een.oud)


def _naar_verzoening(wie: Wie, tekst: Tekst, amendementen: list[Amendement]) -> None:
    for amendement in amendementen:
        beurten.sluit_rondgang(tekst, amendement)
        amendement.staat = _A.VERZOENING
        amendement.save(update_fields=["staat"])
    schrijf_stap(wie, tekst, "Samen naar verzoening", ", ".join(a.titel for a in amendementen))


@transaction.atomic
def oordeel(
    wie: Wie, tekst_id: UUID, amendement_id: UUID, *, versie: int, akkoord: bool, op: date, reden: str = ""
) -> Oordeel:
    """Record whether the own council accepts exactly this change; a no has a reason and leads to reconciliation.

    Having adopted the text is not accepting the change. When all others accept, the change becomes the new version.
    """
    tekst = pak(wie, tekst_id, versie, BIJ_DE_RADEN)
    amendement = _amendement(tekst, amendement_id, _A.RONDGANG)
    eis(mag_raad(wie), "Alleen de griffie legt vast wat haar raad van een amendement vindt.")
    gemeente = gemeente_van(wie)
    if gemeente is None or gemeente not in deelnemers(tekst):
        raise Geweigerd("Deze raad hoort vandaag niet bij de regio. Zijn oordeel telt hier niet.")
    if gemeente.pk == amendement.gemeente_id:
        raise Geweigerd("Dit is het amendement van deze raad zelf. De andere raden zijn aan zet.")
    if amendement.oordelen.filter(gemeente=gemeente).exists():
        raise Conflict(f"Het oordeel van de raad van {gemeente} staat er al.")
    if op > vandaag():
        raise eis_geweest("op", aan="het besluit")
    if not akkoord or reden.strip():
        eis_tekst(reden=reden)
    uit = Oordeel.objects.create(amendement=amendement, gemeente=gemeente, akkoord=akkoord, op=op, reden=reden.strip())
    rond_af(beurten.sleutel_oordeel(tekst, amendement, gemeente.pk))
    schrijf_stap(
        wie, tekst, f"Raad van {gemeente} over '{amendement}': {'akkoord' if akkoord else 'niet akkoord'}", reden
    )
    if not akkoord:
        _naar_verzoening(wie, tekst, [amendement])
    elif not nog_te_horen(tekst, amendement):
        amendement.staat = _A.AANVAARD
        amendement.save(update_fields=["staat"])
        _verwerk(wie, tekst, amendement.tekstversie)
    zet_stand(wie, tekst)
    return uit


def nog_te_horen(tekst: Tekst, amendement: Amendement) -> list[str]:
    """Return the municipalities whose council must still accept: all others of today, N minus one."""
    gehoord = {o.gemeente_id for o in amendement.oordelen.all() if o.akkoord} | {amendement.gemeente_id}
    return [g.naam for g in deelnemers(tekst) if g.pk not in gehoord]


def _verwerk(wie: Wie, tekst: Tekst, versie: Tekstversie) -> None:
    """Make the new version once nothing goes around any more; who adopted the old one is asked to confirm."""
    lopend = list(versie.amendementen.filter(staat__in=LOPEND))
    if any(a.staat != _A.AANVAARD for a in lopend):
        return
    inhoud = versie.tekst
    for amendement in lopend:
        inhoud = inhoud.replace(amendement.oud, amendement.nieuw, 1)
    versie.amendementen.filter(staat=_A.AANVAARD).update(staat=_A.VERWERKT)
    beurten.sluit_alles(tekst, "raad")
    namen = ", ".join(a.titel for a in lopend)
    nieuw = nieuwe_tekstversie(wie, tekst, inhoud, f"Verwerkt: {namen}"[:300])
    besluiten = list(versie.raadsbesluiten.all())
    eerder = {b.gemeente_id for b in besluiten if b.is_aangenomen or b.uitkomst == Raadsbesluit.Uitkomst.GEAMENDEERD}
    alleen = next((b for b in besluiten if len(lopend) == 1 and b.gemeente_id == lopend[0].gemeente_id), None)
    leg_voor(tekst, nieuw, eerder, al_aangenomen=alleen)


@transaction.atomic
def trek_amendement_in(wie: Wie, tekst_id: UUID, amendement_id: UUID, *, versie: int, reden: str) -> Amendement:
    """Withdraw the own amendment: the council decides again on the text as it was."""
    tekst, amendement = _eigen(wie, tekst_id, amendement_id, versie)
    eis_tekst(reden=reden)
    _beeindig(wie, tekst, amendement, _A.INGETROKKEN, reden)
    heropen_besluit(tekst, _besluit_bij(amendement))
    _na_verzoening(wie, tekst, amendement.tekstversie)
    return amendement


@transaction.atomic
def vervang_door_motie(
    wie: Wie, tekst_id: UUID, amendement_id: UUID, *, versie: int, op: date, motie: str, motie_nummer: str
) -> Amendement:
    """Let a motion take the place of the own amendment: the text stays, the motion is taken into the elaboration."""
    tekst, amendement = _eigen(wie, tekst_id, amendement_id, versie)
    if op > vandaag():
        raise eis_geweest("op", aan="het besluit")
    besluit = _besluit_bij(amendement)
    besluit.motie = maak_motie(wie, tekst, op, motie, motie_nummer)
    besluit.uitkomst, besluit.op = Raadsbesluit.Uitkomst.MET_MOTIE, op
    besluit.save(update_fields=["motie", "uitkomst", "op"])
    _beeindig(wie, tekst, amendement, _A.MOTIE, motie)
    _na_verzoening(wie, tekst, amendement.tekstversie)
    return amendement


def _eigen(wie: Wie, tekst_id: UUID, amendement_id: UUID, versie: int) -> tuple[Tekst, Amendement]:
    tekst = pak(wie, tekst_id, versie, (_S.RONDGANG, _S.VERZOENING))
    amendement = _amendement(tekst, amendement_id, *LOPEND)
    gemeente = gemeente_van(wie)
    eigen = mag_raad(wie) and gemeente is not None and gemeente.pk == amendement.gemeente_id
    eis(eigen, f"Alleen de griffie van {amendement.gemeente} kan dit: het is het amendement van die raad.")
    return tekst, amendement


def _beeindig(wie: Wie, tekst: Tekst, amendement: Amendement, staat: str, reden: str) -> None:
    beurten.sluit_rondgang(tekst, amendement)
    amendement.staat = staat
    amendement.save(update_fields=["staat"])
    schrijf_stap(wie, tekst, f"Amendement '{amendement}': {amendement.get_staat_display().lower()}", reden)


def _na_verzoening(wie: Wie, tekst: Tekst, versie: Tekstversie) -> None:
    """Send around again what was stopped only because it did not fit with what is now gone."""
    wachtend = list(versie.amendementen.filter(staat=_A.VERZOENING))
    for amendement in wachtend:
        anderen = versie.amendementen.filter(staat__in=LOPEND).exclude(pk=amendement.pk)
        geweigerd = amendement.oordelen.filter(akkoord=False).exists()
        if geweigerd or any(overlapt(versie.tekst, amendement, a) for a in anderen):
            continue
        amendement.staat = _A.RONDGANG
        amendement.save(update_fields=["staat"])
        open_ = set(nog_te_horen(tekst, amendement))
        beurten.heropen_rondgang(tekst, amendement, [g for g in deelnemers(tekst) if g.naam in open_])
    if versie.amendementen.filter(staat=_A.AANVAARD).exists():
        _verwerk(wie, tekst, versie)
    zet_stand(wie, tekst)


@transaction.atomic
def begin_nieuw_concept(wie: Wie, tekst_id: UUID, *, versie: int, reden: str) -> Tekst:
    """Go back to the concept because the councils do not come to the same text; what was decided stays to read."""
    tekst = pak(wie, tekst_id, versie, (_S.VERZOENING,))
    eis_regie(wie)
    eis_tekst(reden=reden)
    for deel in ("raad", "amendement"):
        beurten.sluit_alles(tekst, deel)
    rond_af(beurten.sleutel_verzoening(tekst))
    laatste_versie(tekst).amendementen.filter(staat__in=LOPEND).update(staat=_A.VERVALLEN)
    ga_naar(wie, tekst, _S.CONCEPT, reden)
    return tekst


@transaction.atomic
def begin_consentgesprek(wie: Wie, tekst_id: UUID, *, versie: int, aanleiding: str) -> Voorstel:
    """Bring the difference to the table as a proposal, to decide by consent; the text waits for what comes of it."""
    tekst = pak(wie, tekst_id, versie, (_S.VERZOENING,))
    eis_regie(wie)
    voorstel = maak_concept(
        wie, titel=f"Verschil over {tekst.titel}"[:200], aanleiding=aanleiding, tekst=laatste_versie(tekst).tekst
    )
    schrijf_stap(wie, tekst, "Consentgesprek", f"Voorstel '{voorstel.titel}': {aanleiding}")
    return voorstel


def _amendement(tekst: Tekst, amendement_id: UUID, *staten: str) -> Amendement:
    gevonden = Amendement.objects.select_related("gemeente", "tekstversie").filter(
        pk=amendement_id, tekstversie__dossier=tekst
    )
    amendement = gevonden.first()
    if amendement is None:
        raise NietGevonden("Dit amendement hoort niet bij deze tekst.")
    if amendement.staat not in staten:
        raise Conflict(f"Dit kan nu niet: het amendement is {amendement.get_staat_display().lower()}.")
    return amendement


def _besluit_bij(amendement: Amendement) -> Raadsbesluit:
    besluiten = amendement.tekstversie.raadsbesluiten.select_related("gemeente", "tekstversie")
    return besluiten.get(gemeente=amendement.gemeente)
