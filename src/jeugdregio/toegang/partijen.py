"""What the handlers share: who the message is between, which child it is about, which parts of it are right."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from ijw import Bevinding
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Kind

T = TypeVar("T")


def partijen(opgeslagen: Bericht) -> tuple[Organisatie, Organisatie]:
    """Return sender and receiver of a message; the postbus checked that both are known."""
    if opgeslagen.afzender is None or opgeslagen.ontvanger is None:
        raise ValueError("a handled message has a sender and a receiver")
    return opgeslagen.afzender, opgeslagen.ontvanger


def kind_van(gemeente: Organisatie, bsn: str) -> Kind | None:
    """Return the child with this BSN in this municipality."""
    return Kind.objects.filter(gemeente=gemeente, bsn_zoek=zoeksleutel(bsn)).first()


def goede_delen(delen: Sequence[T], pad: str, bevindingen: Iterable[Bevinding]) -> list[T]:
    """Return the parts without a finding. A finding above them (header, client) leaves none."""
    fout: set[int] = set()
    for bevinding in bevindingen:
        gevonden = [n for n in range(1, len(delen) + 1) if _ligt_in(bevinding.pad, f"{pad}[{n}]")]
        if not gevonden:
            return []
        fout.update(gevonden)
    return [deel for nummer, deel in enumerate(delen, start=1) if nummer not in fout]


def _ligt_in(pad: str, klasse: str) -> bool:
    return pad == klasse or pad.startswith(f"{klasse}/")
