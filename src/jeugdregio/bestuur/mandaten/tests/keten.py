"""The chain of the sources: colleges → Almere → regiodirecteur, Lelystad that did not adopt the handelingskader."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis import klok
from jeugdregio.bestuur.mandaten import actions
from jeugdregio.bestuur.mandaten.models import Mandaat
from jeugdregio.bestuur.mandaten.verlenen import Verlening, verleen
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

CENTRUMREGELING = "Centrumregeling Sociaal Domein Flevoland"
BESLOTEN, BEGIN = date(2021, 1, 11), date(2021, 2, 1)
KADER, NOTA = date(2025, 3, 4), date(2025, 1, 16)
DAG = date(2026, 3, 2)
REGIOTAKEN = ("handelingskader", "inkoopbesluit", "tarieven")


@contextmanager
def op(dag: date) -> Iterator[None]:
    """Set the clock to a day."""
    with klok.op(dag):
        yield


@dataclass
class Keten:
    """The region with its lawyers and the chain."""

    regio: Regiomensen
    juristen: dict[str, Wie]
    grants: dict[str, Mandaat]
    onder: Mandaat

    def jurist(self, organisatie: Organisatie) -> Wie:
        """Return the lawyer of a body."""
        return self.juristen[organisatie.naam]


def gegevens(gever: Organisatie, ontvanger: Organisatie, **anders: Any) -> Verlening:
    """Return a grant that holds, with what the test wants otherwise."""
    velden: dict[str, Any] = {
        "soort": "mandaat", "gever": gever, "ontvanger": ontvanger, "handelingen": ["handelingskader"],
        "gemeenten": [gever], "besluit": "Mandaatbesluit", "besluit_op": DAG, "van": DAG, "document": "Besluit 2026-1",
    }  # fmt: skip
    return Verlening(**(velden | anders))


def maak_keten(regio: Regiomensen) -> Keten:
    """Make the chain of the sources, by the real acts."""
    regio.regiokantoor.hoort_bij = regio.almere
    regio.regiokantoor.save()
    deelnemers = [regio.lelystad, regio.dronten, regio.urk, regio.noordoostpolder]
    juristen = {"Lelystad": regio.jurist_lelystad}
    for organisatie in (*deelnemers[1:], regio.almere):
        juristen[organisatie.naam] = maak_mens(f"Jurist {organisatie}", organisatie, Rol.JURIST)
    grants = {}
    with op(BESLOTEN):
        for gemeente in deelnemers:
            grants[gemeente.naam] = verleen(
                juristen[gemeente.naam],
                gegevens(
                    gemeente, regio.almere, handelingen=REGIOTAKEN, besluit=CENTRUMREGELING, besluit_op=BESLOTEN,
                    van=BEGIN, ondermandaat_vanaf=BEGIN,
                ),
            )  # fmt: skip
            actions.aanvaard(juristen["Almere"], grants[gemeente.naam].pk, op=BESLOTEN)
        onder = verleen(
            juristen["Almere"],
            gegevens(
                regio.almere, regio.regiokantoor, ontvanger_functie=Rol.DIRECTEUR, handelingen=["handelingskader"],
                gemeenten=[*deelnemers, regio.almere], besluit="Ondermandaat regiodirecteur", besluit_op=BESLOTEN,
                van=BEGIN, ondergeschikt=True,
            ),
        )  # fmt: skip
    return Keten(regio, juristen, grants, onder)


def betwist_door_lelystad(keten: Keten) -> Any:
    """Let Lelystad say that it did not adopt the handelingskader."""
    with op(NOTA):
        return actions.betwist(
            keten.regio.jurist_lelystad, keten.grants["Lelystad"].pk, van=NOTA, gemeente=keten.regio.lelystad,
            handelingen=("handelingskader",), grond="Lelystad stelde het handelingskader niet vast",
            bron="informatienota 25.054",
        )  # fmt: skip
