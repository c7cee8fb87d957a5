"""What holds about a line that is not plain: no price agreed, an assignment that ends, help that was not assigned.

There the municipalities differ. Nothing is granted or refused on it: the standard rules do that. It tells provider
and municipality what was agreed here, before they call each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ijw.eenheden import laatste_dag
from jeugdregio.afspraken.geldt import Antwoord, Normenset
from jeugdregio.basis.klok import vandaag
from jeugdregio.financien.concept import Concept, ConceptRegel
from jeugdregio.financien.models import Declaratie, Prestatie
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.models import Toewijzing
from recht.datum import datum_kort

ZONDER_CONTRACT = "zonder_contract"
VERLENGING = "verlenging_zonder_gemeente"
ZONDER_TOEWIJZING = "declaratie_zonder_toewijzing"
_GEEN_TARIEF = "Er is geen tarief afgesproken"
_GEEN_TOEWIJZING = "De regel hoort niet bij een toewijzing van deze gemeente"


@dataclass(frozen=True, slots=True)
class Geldt:
    """Why the question comes up, and what holds."""

    aanleiding: str
    antwoord: Antwoord


_Vraag = tuple[str, str, str]  # why, question, product


def bij_concept(concept: Concept) -> dict[str, tuple[Geldt, ...]]:
    """Return what holds per line of a proposal (by its key); lines that are plain are left out."""
    vragen = {regel.sleutel: _van_concept(regel) for regel in concept.alle}
    antwoorden = _antwoorden(concept.gemeente, {v for rij in vragen.values() for v in rij})
    return {sleutel: tuple(antwoorden[v] for v in rij if v in antwoorden) for sleutel, rij in vragen.items()}


def bij_declaratie(declaratie: Declaratie, regels: Iterable[Prestatie]) -> dict[int, tuple[Geldt, ...]]:
    """Return what holds per refused line (by its key), for who reads why it was refused."""
    vragen = {regel.pk: _van_regel(regel) for regel in regels if regel.afgewezen}
    antwoorden = _antwoorden(declaratie.gemeente, {v for rij in vragen.values() for v in rij})
    return {pk: tuple(antwoorden[v] for v in rij if v in antwoorden) for pk, rij in vragen.items()}


def _van_concept(regel: ConceptRegel) -> list[_Vraag]:
    toewijzing = regel.toewijzing
    vragen = [] if regel.codes else [(_GEEN_TARIEF, ZONDER_CONTRACT, toewijzing.code)]
    if toewijzing.einddatum and toewijzing.einddatum <= laatste_dag(regel.begindatum):
        vragen += _na_het_einde(toewijzing)
    return vragen


def _van_regel(regel: Prestatie) -> list[_Vraag]:
    if regel.toewijzing is None:
        return [(_GEEN_TOEWIJZING, ZONDER_TOEWIJZING, regel.code)]
    if regel.toewijzing.einddatum and regel.toewijzing.einddatum < regel.einddatum:
        return _na_het_einde(regel.toewijzing)
    return []


def _na_het_einde(toewijzing: Toewijzing) -> list[_Vraag]:
    """Help goes on while somebody still judges the extension: may that be declared?"""
    assert toewijzing.einddatum is not None  # noqa: S101  the caller looked
    reden = f"De toewijzing eindigt op {datum_kort(toewijzing.einddatum)}"
    return [(reden, VERLENGING, toewijzing.code), (reden, ZONDER_TOEWIJZING, toewijzing.code)]


def _antwoorden(gemeente: Organisatie, vragen: set[_Vraag]) -> dict[_Vraag, Geldt]:
    """Weigh each question once; without questions nothing is read."""
    if not vragen:
        return {}
    normen = Normenset(sorted({vraag for _, vraag, _ in vragen}), [gemeente], vandaag())
    return {(reden, vraag, code): Geldt(reden, normen.antwoord(vraag, gemeente, code)) for reden, vraag, code in vragen}
