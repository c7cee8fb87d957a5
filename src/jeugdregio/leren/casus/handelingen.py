"""What can be done on the page of a case, by whom, and when it is shown."""

from jeugdregio.leren.casus import actions, forms
from jeugdregio.leren.casus.models import Belemmering, Casus
from jeugdregio.leren.casus.permissions import (
    bespreekt,
    is_eigenaar,
    mag_besluiten,
    mag_ervaring_geven,
    mag_inbrengen,
)
from jeugdregio.leren.schermhulp import Daad
from jeugdregio.organisaties.wie import Wie


def _loopt(_wie: Wie, casus: Casus) -> bool:
    return casus.staat == Casus.Staat.INGEBRACHT


def _heeft_open(wie: Wie, casus: Casus) -> bool:
    return _loopt(wie, casus) and any(b.staat == Belemmering.Staat.OPEN for b in casus.belemmeringen.all())


def _eigen_afspraak(wie: Wie, casus: Casus) -> bool:
    afgesproken = (b for b in casus.belemmeringen.all() if b.staat == Belemmering.Staat.AFGESPROKEN)
    return any(is_eigenaar(wie, b) for b in afgesproken)


def _is_eigenaar(wie: Wie, casus: Casus) -> bool:
    return any(is_eigenaar(wie, b) for b in casus.belemmeringen.all())


def _bracht_in(wie: Wie, casus: Casus) -> bool:
    return wie.organisatie_id == casus.organisatie_id and mag_inbrengen(wie)


DADEN: dict[str, Daad] = {
    "resultaat": Daad(
        "Meld wat het opleverde", "Meld resultaat", "Het resultaat staat erin.", forms.ResultaatForm,
        actions.meld_resultaat, _is_eigenaar, _eigen_afspraak, "hoofd",
    ),
    "ervaring": Daad(
        "Jouw reactie vanuit ervaring", "Bewaar reactie", "Je reactie staat erin.", forms.ErvaringForm,
        actions.geef_ervaring, lambda wie, _c: mag_ervaring_geven(wie), _loopt, "hoofd",
    ),
    "besluit": Daad(
        "Besluit wat er gebeurt", "Leg besluit vast", "Het besluit staat erin. De ander is aan zet.",
        forms.BesluitForm, actions.besluit, lambda wie, _c: mag_besluiten(wie), _heeft_open, "hoofd",
    ),
    "belemmering": Daad(
        "Noem wat in de weg staat", "Voeg toe", "De belemmering staat erin.", forms.BelemmeringForm,
        actions.noem_belemmering, lambda wie, _c: bespreekt(wie), _loopt,
    ),
    "afronden": Daad(
        "Rond de casus af", "Rond af", "De casus is afgerond. Wat is afgesproken, loopt door.", forms.AfrondForm,
        actions.rond_casus_af, _bracht_in, _loopt,
    ),
}  # fmt: skip
