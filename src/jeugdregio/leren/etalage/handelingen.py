"""What can be done on the page of a practice, by whom, and when it is shown."""

from jeugdregio.leren.etalage import actions, forms
from jeugdregio.leren.etalage.models import Praktijk
from jeugdregio.leren.etalage.permissions import beheert, mag_vragen
from jeugdregio.leren.schermhulp import Daad, VersieForm
from jeugdregio.organisaties.wie import Wie

S = Praktijk.Staat


def _getoond(_wie: Wie, praktijk: Praktijk) -> bool:
    return praktijk.staat == S.GETOOND


def _heeft_vraag(_wie: Wie, praktijk: Praktijk) -> bool:
    return praktijk.gesprekken.filter(beantwoord_op=None).exists()


def _kan_vragen(wie: Wie, praktijk: Praktijk) -> bool:
    loopt = praktijk.gesprekken.filter(beantwoord_op=None, organisatie=wie.organisatie_id)
    return _getoond(wie, praktijk) and not loopt.exists()


DADEN: dict[str, Daad] = {
    "gesprek": Daad(
        "Wil je dit overnemen?", "Vraag een gesprek", "De vraag is gesteld. De ander is aan zet.", forms.GesprekForm,
        actions.vraag_gesprek, mag_vragen, _kan_vragen, "hoofd",
        "Je praat met de mensen die het doen. Niemand anders ziet je vraag.",
    ),
    "antwoord": Daad(
        "Beantwoord een vraag", "Stuur antwoord", "Het antwoord staat erin.", forms.AntwoordForm, actions.antwoord,
        beheert, _heeft_vraag, "hoofd",
    ),
    "tonen": Daad(
        "Zet in de etalage", "Zet in de etalage", "De praktijk staat in de etalage.", VersieForm, actions.toon,
        beheert, lambda wie, praktijk: not _getoond(wie, praktijk), "hoofd",
    ),
    "wijzigen": Daad(
        "Schrijf het anders op", "Bewaar", "De nieuwe tekst staat erin.", forms.WijzigForm, actions.wijzig, beheert,
        lambda _wie, _praktijk: True,
    ),
    "weghalen": Daad(
        "Haal uit de etalage", "Haal weg", "De praktijk staat niet meer in de etalage.", VersieForm, actions.haal_weg,
        beheert, _getoond,
    ),
}  # fmt: skip
