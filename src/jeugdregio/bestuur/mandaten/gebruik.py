"""Using a power: other rooms ask before they decide, and the answer of that moment is kept with the decision."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.mandaten.handelingen import HANDELINGEN
from jeugdregio.bestuur.mandaten.keten import Bevoegdheid
from jeugdregio.bestuur.mandaten.models import Mandaat, Soort, Uitoefening
from jeugdregio.bestuur.mandaten.queries import eis_bevoegd, mag
from jeugdregio.organisaties.models import Organisatie, Rol

_BASIS = {Rol.TOEGANG: ("afwijzen", "toewijzen", "beschikken"), Rol.TEAMLEIDER: ("beschikken", "beschikken_pgb")}


def oefen_uit(
    orgaan: Organisatie, handeling: str, gemeente: Organisatie, *, functie: str, soort: str, onderwerp_id: UUID
) -> Bevoegdheid:
    """Ask whether this may be done today, and keep the answer with what is decided on, in the caller's transaction.

    Raises Geweigerd with what is missing when there is no chain. A disputed chain does not stop the decision: the
    dispute is kept with it and shown.
    """
    bevoegdheid = mag(orgaan, handeling, gemeente, vandaag(), functie=functie)
    eis_bevoegd(bevoegdheid)
    Uitoefening.objects.create(
        handeling=handeling, uitkomst=bevoegdheid.uitkomst.value, orgaan=orgaan, functie=functie, gemeente=gemeente,
        datum=vandaag(), soort=soort, onderwerp_id=onderwerp_id, uitleg=bevoegdheid.als_dict(),
    )  # fmt: skip
    return bevoegdheid


def uitoefeningen(soort: str, onderwerp_id: UUID) -> Sequence[Uitoefening]:
    """Return on what power something was decided, newest first. The caller checked who may see the decision."""
    return list(Uitoefening.objects.filter(soort=soort, onderwerp_id=onderwerp_id))


def geef_basismandaat(gemeente: Organisatie, *, besluit: str, besluit_op: date, document: str) -> Mandaat:
    """Put in the register that a college lets its own access decide; for setting up an instance.

    Workers decide on requests and on help, a team leader on personal budgets as well. Returns that of the workers. The
    college decided that itself: `besluit` and `document` name its decision. Again changes nothing.
    """
    for functie, handelingen in reversed(_BASIS.items()):
        mandaat, nieuw = Mandaat.objects.get_or_create(
            soort=Soort.MANDAAT, gever=gemeente, ontvanger=gemeente, ontvanger_functie=functie, besluit=besluit,
            defaults={
                "handelingen": [HANDELINGEN[code].code for code in handelingen], "besluit_op": besluit_op,
                "van": besluit_op, "document": document, "ondergeschikt": True,
                "verantwoording": "Jaarlijks aan het college",
            },
        )  # fmt: skip
        if nieuw:
            mandaat.gemeenten.set([gemeente])
    return mandaat
