"""The new municipality joins on: its assignment begins the day after the old one ends. No gap, nothing paid twice."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.wie import Wie, systeem
from jeugdregio.toegang.models import Toewijzing
from jeugdregio.toegang.overlap import VERWIJDERD
from jeugdregio.toegang.rechtstreeks import Hulp, wijs_rechtstreeks_toe
from jeugdregio.toegang.wijzigen.vastleggen import Verandering, leg_vast_en_stuur
from jeugdregio.toegang.wijzigen.veranderen import eis_ongebruikt
from jeugdregio.toegang.woonplaats.beurten import open_beurt_niet_voortgezet, sleutel_aansluiten
from jeugdregio.toegang.woonplaats.gemeenten import gemeentenaam
from jeugdregio.toegang.woonplaats.models import Overdracht, Voortzetting
from jeugdregio.toegang.woonplaats.overdragen import pak
from jeugdregio.toegang.woonplaats.permissions import overdracht_voor
from jeugdregio.toegang.woonplaats.voortzetten import afwijkingen, tarief_van
from jeugdregio.zorglandschap.queries import contract_voor
from recht.datum import datum_kort

DAG = timedelta(days=1)
VERHUISD = "07"  # JZ002: moved to another municipality
ZONDER_CONTRACT = "Voortzetting na verhuizing: dezelfde hulp bij dezelfde aanbieder (Jeugdwet 2.7a)."


def sluit_aan(
    wie: Wie, overdracht_id: UUID, voortzetting_id: UUID, hulp: Hulp, *, afgestemd: str, versie: int,
    afwijking_reden: str = "", zonder_contract_reden: str = "",
) -> Toewijzing:  # fmt: skip
    """Assign the help that goes on (JW301), and end the old municipality's assignment the day before with reason 07.

    In one transaction. When the family asked for the same help (2.7a lid 1) and this differs, it needs a reason. Raises
    Geweigerd for that, for a gap after the old assignment, for a first day before today or the move, and for all that a
    direct assignment asks (consent, contract, period); Conflict.
    """
    overdracht = overdracht_voor(wie, overdracht_id, "naar")
    with transaction.atomic():
        pak(overdracht, versie, Overdracht.Staat.AANVAARD)
        rij = _open_rij(overdracht, voortzetting_id)
        _toets_begin(rij, overdracht, hulp.ingangsdatum, afgestemd)
        kind = overdracht.nieuw_kind
        if kind is None:
            raise NietGevonden("Er is nog geen dossier.")
        rij.afwijking = afwijkingen(rij, hulp, tarief_van(rij, wie.organisatie, hulp.ingangsdatum))
        rij.afwijking_reden = _reden(rij, afwijking_reden)
        reden = zonder_contract_reden.strip() or _zonder_contract(rij, wie, hulp)
        nieuw = wijs_rechtstreeks_toe(wie, kind.pk, hulp, zonder_contract_reden=reden)
        rij.nieuw, rij.aangesloten_op = nieuw, hulp.ingangsdatum
        _sluit_rij(overdracht, rij)
        _eindig_oud(overdracht, rij.oud, hulp.ingangsdatum, wie.organisatie.naam, afgestemd)
        leg_vast(wie, "voortzetting.aangesloten", kind_id=kind.pk, soort="voortzetting", onderwerp_id=rij.pk,
                 gegevens={"toewijzing": nieuw.nummer, "afwijkingen": len(rij.afwijking)})  # fmt: skip
    return nieuw


def zet_niet_voort(wie: Wie, overdracht_id: UUID, voortzetting_id: UUID, reden: str, *, versie: int) -> Voortzetting:
    """Say with a reason that this help is not carried on; the old municipality keeps its assignment and its turn.

    Raises Geweigerd without a reason, Conflict.
    """
    overdracht = overdracht_voor(wie, overdracht_id, "naar")
    if not reden.strip():
        tekst = "Schrijf op waarom deze hulp niet doorgaat, en wat het gezin daarvan vindt."
        raise Geweigerd(tekst, grondslag="Jeugdwet 2.7a", velden={"reden": tekst})
    with transaction.atomic():
        pak(overdracht, versie, Overdracht.Staat.AANVAARD)
        rij = _open_rij(overdracht, voortzetting_id)
        rij.niet_nodig_reden = reden.strip()
        _sluit_rij(overdracht, rij)
        open_beurt_niet_voortgezet(rij)
        leg_vast(wie, "voortzetting.niet", kind_id=overdracht.nieuw_kind_id, soort="voortzetting", onderwerp_id=rij.pk)
    return rij


def sluit_buiten_af(
    wie: Wie, overdracht_id: UUID, voortzetting_id: UUID, aangesloten_op: date, *, afgestemd: str, versie: int
) -> Voortzetting:
    """Record that a municipality that does not work here joined on from a day, and end one's own the day before.

    Raises Geweigerd for a day before today or the move, or without naming who at the provider was told; Conflict.
    """
    overdracht = overdracht_voor(wie, overdracht_id, "van")
    if overdracht.naar is not None:
        raise Geweigerd("Deze gemeente sluit zelf aan in dit systeem.")
    with transaction.atomic():
        pak(overdracht, versie, Overdracht.Staat.AANVAARD)
        rij = _open_rij(overdracht, voortzetting_id)
        _toets_begin(rij, overdracht, aangesloten_op, afgestemd)
        rij.aangesloten_op = aangesloten_op
        _sluit_rij(overdracht, rij)
        _eindig_oud(overdracht, rij.oud, aangesloten_op, gemeentenaam(overdracht.naar_code), afgestemd)
        leg_vast(wie, "voortzetting.aangesloten_buiten", kind_id=overdracht.kind_id, soort="voortzetting",
                 onderwerp_id=rij.pk)  # fmt: skip
    return rij


def _open_rij(overdracht: Overdracht, voortzetting_id: UUID) -> Voortzetting:
    rijen = overdracht.voortzettingen.select_related("oud__kind__gemeente", "oud__gemeente", "oud__aanbieder")
    rij = rijen.filter(pk=voortzetting_id).first()
    if rij is None:
        raise NietGevonden("Deze hulp hoort niet bij de overdracht.")
    if rij.aangesloten_op is not None or rij.niet_nodig_reden:
        raise Geweigerd("Over deze hulp is al besloten.")
    rij.overdracht = overdracht
    return rij


def _toets_begin(rij: Voortzetting, overdracht: Overdracht, begin: date, afgestemd: str) -> None:
    fouten = {}
    vroegst = max(vandaag(), overdracht.verhuisd_op)
    einde = rij.oud.einddatum
    if begin < vroegst:
        fouten["ingangsdatum"] = (
            f"Kies {datum_kort(vroegst)} of later. Wat daarvoor ligt, betaalde {overdracht.van}; dat verreken je."
        )
    elif einde is not None and begin > max(einde + DAG, vroegst):
        fouten["ingangsdatum"] = (
            f"Dan valt er een gat: de oude toewijzing eindigt op {datum_kort(einde)}. Kies {datum_kort(einde + DAG)}, "
            f"of vraag {overdracht.van} te verlengen."
        )
    if not afgestemd.strip():
        fouten["afgestemd"] = "Vul in met wie bij de aanbieder je dit afsprak, en wanneer."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 8.2.1; iJw OP033x1", velden=fouten)


def _reden(rij: Voortzetting, reden: str) -> str:
    if rij.afwijking and rij.gevraagd and rij.tot is not None and not reden.strip():
        raise Geweigerd(
            f"Het gezin vroeg om dezelfde hulp. Dit wijkt af: {' '.join(rij.afwijking)} Schrijf op waarom dat mag.",
            grondslag="Jeugdwet 2.7a lid 1", velden={"afwijking_reden": "Schrijf op waarom je afwijkt."},
        )  # fmt: skip
    return reden.strip()


def _zonder_contract(rij: Voortzetting, wie: Wie, hulp: Hulp) -> str:
    """The law itself is the reason when the new municipality has no contract with the provider of the same help."""
    if (
        rij.afwijking
        or rij.tot is None
        or contract_voor(rij.oud.aanbieder, wie.organisatie, hulp.code, hulp.ingangsdatum).goed
    ):
        return ""
    return ZONDER_CONTRACT


def _sluit_rij(overdracht: Overdracht, rij: Voortzetting) -> None:
    rij.save()
    rond_af(sleutel_aansluiten(rij))
    if not overdracht.voortzettingen.filter(aangesloten_op__isnull=True, niet_nodig_reden="").exists():
        overdracht.staat = Overdracht.Staat.AANGESLOTEN
        overdracht.save(update_fields=["staat"])


def _eindig_oud(overdracht: Overdracht, oud: Toewijzing, begin: date, wie: str, afgestemd: str) -> None:
    """End the old assignment the day before, as its municipality promised when it handed the child over.

    Help that would only have begun later counts as never assigned (2.7a lid 2).
    """
    laatste = begin - DAG
    if oud.einddatum is not None and oud.einddatum <= laatste:
        return
    verandering = Verandering()
    if laatste < oud.ingangsdatum:
        eis_ongebruikt(oud)
        verandering.zet(oud, VERWIJDERD, einddatum=oud.ingangsdatum)
    else:
        verandering.zet(oud, VERHUISD, einddatum=laatste)
    Toewijzing.objects.filter(pk=oud.pk).update(versie=F("versie") + 1)
    oud.refresh_from_db(fields=["versie"])
    namens = systeem(oud.gemeente, "systeem: overdracht na verhuizing")
    leg_vast_en_stuur(
        namens, verandering,
        toelichting=f"{wie} sluit aan op {datum_kort(begin)} (overdracht {overdracht.kenmerk}). {afgestemd.strip()}",
    )  # fmt: skip
    leg_vast(namens, "toewijzing.gewijzigd", kind_id=oud.kind_id, soort="toewijzing", onderwerp_id=oud.pk,
             gegevens={"reden": oud.reden_wijziging, "overdracht": overdracht.kenmerk})  # fmt: skip
