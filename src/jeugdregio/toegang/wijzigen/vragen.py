"""A provider asks for a change on the screen: the whole wished situation in one JW317 (OP306, OP308, IV092)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ijw import OngeldigeWaarde
from ijw.codelijsten import CODELIJSTEN
from ijw.eenheden import TOTAAL
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Soort as OrganisatieSoort
from jeugdregio.organisaties.wie import Wie
from jeugdregio.postbus.uitgangstoets import BerichtNietInOrde
from jeugdregio.toegang.melden import nieuw_nummer, verstuur_als_aanbieder
from jeugdregio.toegang.models import GevraagdeWijziging, Toewijzing, Verzoek
from jeugdregio.toegang.permissions import eis_aanbieder, zichtbare_toewijzingen
from jeugdregio.toegang.sturen import actuele
from jeugdregio.toegang.wijzigen.messages import wijzigingsbericht

Soort = GevraagdeWijziging.Soort
MAATREGELEN = frozenset({"47", "48"})  # youth probation and youth protection


@dataclass(frozen=True, kw_only=True)
class Gewenst:
    """What a running assignment should become; `vanaf` is the first day of a new size, None for the whole period."""

    einddatum: date | None
    volume: int | None = None
    budget: int | None = None
    vanaf: date | None = None


@dataclass(frozen=True, kw_only=True)
class Erbij:
    """A new product: codes of the standard, at most one of size and budget (cents)."""

    categorie: str
    code: str
    vanaf: date
    tot: date | None
    volume: int | None = None
    eenheid: str = ""
    frequentie: str = ""


def lopende(wie: Wie, toewijzing_id: UUID) -> list[Toewijzing]:
    """Return all assignments that hold for the child of this one, at its municipality and provider, by number.

    Raises GeenRecht and NietGevonden.
    """
    eis_aanbieder(wie)
    deze = zichtbare_toewijzingen(wie).filter(pk=toewijzing_id).select_related("kind", "gemeente", "aanbieder").first()
    if deze is None:
        raise NietGevonden("Deze toewijzing is er niet.")
    return actuele(deze.kind, deze.gemeente, deze.aanbieder)


def vraag_wijziging(
    wie: Wie, toewijzing_id: UUID, reden: str, anders: Mapping[UUID, Gewenst], erbij: Sequence[Erbij] = ()
) -> Verzoek:
    """Send a request for change (JW317) to the municipality and return what became of it.

    `anders` holds the assignments that change, by id; all others that hold go along unchanged. Raises Geweigerd when
    nothing changes, for a measure of the court (SAP-GI), and with what the municipality would find.
    """
    alle = lopende(wie, toewijzing_id)
    if not alle:
        raise Geweigerd("Er is geen toewijzing die nu geldt. Vraag een nieuwe toewijzing.", grondslag="iJw OP306")
    if not anders and not erbij:
        raise Geweigerd("Dit verzoek verandert niets. Kies wat er anders wordt.", grondslag="iJw TR353")
    if reden not in CODELIJSTEN["WJ758"]:
        raise Geweigerd("Kies een reden.", velden={"reden": "Kies een reden uit de lijst."})
    _geen_maatregel(alle, anders)
    eerste = alle[0]
    nummer = nieuw_nummer(eerste.aanbieder)
    bericht = wijzigingsbericht(
        eerste.kind, eerste, reden=reden, referentie=f"{nummer}-1", identificatie=nummer, dagtekening=vandaag(),
        wijzigingen=[*(_regel(t, anders.get(t.pk)) for t in alle), *(_nieuw(e) for e in erbij)],
    )  # fmt: skip
    try:
        verstuurd = verstuur_als_aanbieder(
            wie, bericht, eerste.aanbieder, eerste.gemeente, "wijziging.gevraagd", kind_id=eerste.kind_id, soort="kind",
            onderwerp_id=eerste.kind_id,
        )  # fmt: skip
    except OngeldigeWaarde as fout:
        raise Geweigerd(fout.melding) from fout
    except BerichtNietInOrde as fout:
        meldingen = " ".join(dict.fromkeys(b.melding for b in fout.bevindingen))
        raise Geweigerd(f"De gemeente neemt dit verzoek niet in behandeling. {meldingen}",
                        grondslag=fout.grondslag) from fout  # fmt: skip
    return Verzoek.objects.get(bericht=verstuurd)


def _regel(toewijzing: Toewijzing, wens: Gewenst | None) -> GevraagdeWijziging:
    if wens is None:
        return GevraagdeWijziging(soort=Soort.BLIJFT, toewijzing=toewijzing)
    volume = toewijzing.volume if wens.volume is None else wens.volume
    hele_looptijd = volume == toewijzing.volume or toewijzing.frequentie == TOTAAL or wens.vanaf is None
    return GevraagdeWijziging(
        soort=Soort.ANDERS, toewijzing=toewijzing, einddatum=wens.einddatum, volume=volume,
        ingangsdatum=toewijzing.ingangsdatum if hele_looptijd else wens.vanaf, eenheid=toewijzing.eenheid,
        frequentie=toewijzing.frequentie, budget=toewijzing.budget if wens.budget is None else wens.budget,
    )  # fmt: skip


def _nieuw(erbij: Erbij) -> GevraagdeWijziging:
    return GevraagdeWijziging(
        soort=Soort.NIEUW, categorie=erbij.categorie, code=erbij.code, ingangsdatum=erbij.vanaf, einddatum=erbij.tot,
        volume=erbij.volume, eenheid=erbij.eenheid, frequentie=erbij.frequentie,
    )  # fmt: skip


def _geen_maatregel(alle: Sequence[Toewijzing], anders: Mapping[UUID, Gewenst]) -> None:
    """A certified institution does not ask to change a measure: the court does, and a new request follows."""
    van_gi = alle[0].aanbieder.soort == OrganisatieSoort.GI
    if van_gi and any(t.pk in anders and t.categorie in MAATREGELEN for t in alle):
        raise Geweigerd(
            "Voor een maatregel van de rechter vraag je geen wijziging. Verandert de maatregel, doe dan een nieuw "
            "verzoek om toewijzing.",
            grondslag="SAP-GI 1.3",
        )
