"""Declarations that other software would let through: wrong price, number, child, a line or a declaration twice."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from random import Random
from unittest.mock import patch

from jeugdregio.basis.klok import vandaag
from jeugdregio.financien.messages import Declaratieregel, maak_jw323
from jeugdregio.financien.models import Declaratie
from jeugdregio.financien.nummers import declaratienummer, referenties
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.postbus import actions as postbus
from jeugdregio.toegang.melden import nieuw_nummer
from jeugdregio.toegang.models import Toewijzing
from tests.mensen import test_bsn
from tests.tweesystemen.inrichting import TARIEF
from tests.tweesystemen.mensen import wie


@contextmanager
def slordige_software() -> Iterator[None]:
    """Declare as with software that sends what its own check would refuse; ours keeps it here (OP192)."""
    with (
        patch("jeugdregio.financien.aanbiederkant.controleer", return_value=[]),
        patch("jeugdregio.financien.indienen.kan_toch", return_value=True),
    ):
        yield


def foute_declaratie(lot: Random, gemeente: Organisatie) -> str:
    """Offer a JW323 with one line that is wrong, as a file. What becomes of it the municipality tells."""
    toewijzingen = list(Toewijzing.objects.select_related("kind", "aanbieder").order_by("nummer"))
    if not toewijzingen or Declaratie.objects.filter(staat=Declaratie.Staat.INGEDIEND).exists():
        return "niets fout te declareren"
    toewijzing, wat = lot.choice(toewijzingen), lot.choice(["tarief", "nummer", "kind", "regel", "declaratie"])
    eigen = toewijzing.aanbieder
    maand = (vandaag().replace(day=1) - timedelta(days=1)).replace(day=1)
    eerder = Declaratie.objects.order_by("nummer").first()
    tarief = TARIEF + 100 if wat == "tarief" else TARIEF
    (referentie,) = referenties(eigen, 1)
    if wat == "regel" and eerder is not None:
        referentie = eerder.prestaties.order_by("id")[0].referentie
    regel = Declaratieregel(
        bsn=test_bsn(900) if wat == "kind" else toewijzing.kind.bsn or "",
        toewijzing_nummer=987654 if wat == "nummer" else int(toewijzing.nummer), categorie=toewijzing.categorie,
        code=toewijzing.code, begindatum=maand, einddatum=vandaag().replace(day=1) - timedelta(days=1), volume=1,
        eenheid=toewijzing.eenheid, tarief=tarief, bedrag=tarief, referentie=referentie,
    )  # fmt: skip
    nummer = eerder.nummer if wat == "declaratie" and eerder is not None else declaratienummer(eigen)
    bericht = maak_jw323(
        [regel], aanbieder=eigen.code or "", gemeente=gemeente.code or "", maand=maand, nummer=nummer,
        dagtekening=vandaag(),
    )  # fmt: skip
    bericht.header.bericht_identificatie.identificatie = nieuw_nummer(eigen)
    # No software can book one number twice: that one stays here, and says so.
    with nullcontext() if wat == "declaratie" else slordige_software():
        aangeboden = postbus.upload(wie(Rol.AANBIEDER), postbus.schrijf(bericht))
    return f"foute declaratie: {wat}, {aangeboden.staat}"
