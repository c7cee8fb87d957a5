"""What can be done on the page of an issue."""

from jeugdregio.leren.nieuwsbrief import actions, forms
from jeugdregio.leren.nieuwsbrief.models import Nieuwsbrief
from jeugdregio.leren.nieuwsbrief.permissions import mag_maken
from jeugdregio.leren.schermhulp import Daad
from jeugdregio.organisaties.wie import Wie


def _maakt(wie: Wie, _brief: Nieuwsbrief) -> bool:
    return mag_maken(wie)


def _in_de_maak(_wie: Wie, brief: Nieuwsbrief) -> bool:
    return brief.verzonden_op is None


DADEN: dict[str, Daad] = {
    "samenstellen": Daad(
        "Stel samen", "Bewaar als nieuwe versie", "De nieuwe versie staat er.", forms.SamenstelForm,
        actions.stel_samen, _maakt, _in_de_maak, "hoofd", "Je kiest uit wat nu naar buiten mag.",
    ),
    "verzenden": Daad(
        "Leg vast dat hij is verzonden", "Leg vast", "De nieuwsbrief is verzonden en verandert niet meer.",
        forms.VerzendForm, actions.verzend, _maakt, _in_de_maak,
        uitleg="Download de nieuwsbrief, verstuur hem met je eigen mailprogramma, en leg hier de dag vast.",
    ),
}  # fmt: skip
