"""Sharing what is in a file: one act, judged by `recht`, kept in a register that the family may see."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.toestemming.models import Deling, Doel, Ontvanger
from jeugdregio.toegang.toestemming.oordeel import (
    binding_van,
    gelezen,
    maatregel_op,
    namen_van,
    stemmen_van,
    wilsoordeel_op,
)
from jeugdregio.toegang.toestemming.permissions import te_behandelen_kind
from recht import Uitkomst
from recht.delen import Deelgrond, delen


@dataclass(frozen=True, kw_only=True)
class NieuweDeling:
    """One share: `wat` goes to `aan` (a Ontvanger of that name) for `doel`, on `grond` (a Deling.Grond).

    Every ground but consent says why in `reden`. `schaadt_ander`: does it harm the privacy of somebody else?
    """

    ontvanger: str
    aan: str
    wat: str
    doel: str
    grond: str
    reden: str = ""
    organisatie: Organisatie | None = None
    hulpvraag_id: UUID | None = None
    schaadt_ander: bool = False


def leg_deling_vast(wie: Wie, kind_id: UUID, nieuw: NieuweDeling) -> Deling:
    """Record a share of the file of a child of one's own municipality, in the transaction of the act that shares.

    Raises Geweigerd (with the article and what is missing) when there is no ground: then nothing may go out.
    """
    kind = te_behandelen_kind(wie, kind_id)
    _toets_ingevuld(nieuw)
    uitkomst = toets_deling(kind, nieuw)
    if not uitkomst.waarde.mag:
        mist = f" Nog nodig: {'; '.join(uitkomst.ontbreekt)}." if uitkomst.ontbreekt else ""
        raise Geweigerd(
            f"Dit mag niet naar {nieuw.aan.strip()}. {' '.join(stap.tekst for stap in uitkomst.stappen)}{mist}",
            grondslag=uitkomst.grondslag,
            velden={"grond": f"Deze grond is er niet.{mist}"},
        )
    hulpvraag = kind.hulpvragen.filter(pk=nieuw.hulpvraag_id).first() if nieuw.hulpvraag_id else None
    with transaction.atomic():
        deling = Deling.objects.create(
            kind=kind, hulpvraag=hulpvraag, op=vandaag(), ontvanger=nieuw.ontvanger, aan=nieuw.aan.strip()[:200],
            organisatie=nieuw.organisatie, wat=nieuw.wat.strip()[:300], doel=nieuw.doel.strip()[:300],
            grond=nieuw.grond, reden=nieuw.reden.strip(), stappen=[stap.tekst for stap in uitkomst.stappen],
            gedeeld_door=wie.gebruiker,
        )  # fmt: skip
        leg_vast(
            wie, "gegevens.gedeeld", kind_id=kind.pk, soort="deling", onderwerp_id=deling.pk,
            gegevens={"grond": nieuw.grond, "ontvanger": nieuw.ontvanger},
        )  # fmt: skip
    return deling


def toets_deling(kind: Kind, nieuw: NieuweDeling) -> Uitkomst:
    """Judge a share today: its ground, and for consent what was answered about this very receiver."""
    kind = gelezen(kind)
    dag, namen = vandaag(), namen_van(kind.gezagsdragers.all(), vandaag())
    antwoorden = [t for t in kind.toestemmingen.all() if _over(t, nieuw.aan)]
    geboren = min(kind.geboortedatum, dag)
    return delen(
        Deelgrond(nieuw.grond), geboren, dag, tuple(namen.values()), stemmen_van(antwoorden, namen),
        wilsbekwaam=wilsoordeel_op(kind, dag) is None, nodig=nieuw.reden,
        maatregel=maatregel_op(kind, dag), schaadt_ander=nieuw.schaadt_ander,
    )  # fmt: skip


def _over(antwoord: object, aan: str) -> bool:
    binding = binding_van(antwoord)  # type: ignore[arg-type]
    return (
        binding is not None
        and binding.doel == Doel.DELEN
        and binding.met_wie.strip().casefold() == aan.strip().casefold()
    )


def _toets_ingevuld(nieuw: NieuweDeling) -> None:
    fouten = {}
    if nieuw.ontvanger not in Ontvanger.values:
        fouten["ontvanger"] = "Kies wie de gegevens krijgt."
    if nieuw.grond not in Deling.Grond.values:
        fouten["grond"] = "Kies waarop het delen rust."
    for veld, tekst in (("aan", "de naam in van wie het krijgt"), ("wat", "in wat je deelt"),
                        ("doel", "in waarvoor het nodig is")):  # fmt: skip
        if not getattr(nieuw, veld).strip():
            fouten[veld] = f"Vul {tekst}."
    if nieuw.grond == Deling.Grond.TOEZICHT and nieuw.ontvanger != Ontvanger.GI:
        fouten["ontvanger"] = "Deze grond geldt alleen voor de instelling die de ondertoezichtstelling uitvoert."
    if fouten:
        raise Geweigerd(" ".join(fouten.values()), grondslag="Jeugdwet 7.3.11", velden=fouten)
