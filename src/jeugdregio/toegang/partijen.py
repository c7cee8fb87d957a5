"""What the handlers share: who the message is between, and which child it is about."""

from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Kind


def partijen(opgeslagen: Bericht) -> tuple[Organisatie, Organisatie]:
    """Return sender and receiver of a message; the postbus checked that both are known."""
    if opgeslagen.afzender is None or opgeslagen.ontvanger is None:
        raise ValueError("a handled message has a sender and a receiver")
    return opgeslagen.afzender, opgeslagen.ontvanger


def kind_van(gemeente: Organisatie, bsn: str) -> Kind | None:
    """Return the child with this BSN in this municipality."""
    return Kind.objects.filter(gemeente=gemeente, bsn_zoek=zoeksleutel(bsn)).first()
