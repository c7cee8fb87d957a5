"""What can be done on the page of a pilot, by whom, and when it is shown."""

from jeugdregio.bestuur.consent.permissions import mag_inbrengen
from jeugdregio.leren.proeftuin import actions, forms
from jeugdregio.leren.proeftuin.models import Proefdeel, Proeftuin
from jeugdregio.leren.proeftuin.permissions import beheert, doet_mee
from jeugdregio.leren.schermhulp import Daad, VersieForm
from jeugdregio.organisaties.wie import Wie

S = Proeftuin.Staat


def _loopt(_wie: Wie, proeftuin: Proeftuin) -> bool:
    return proeftuin.staat == S.LOOPT


def _alles_besloten(wie: Wie, proeftuin: Proeftuin) -> bool:
    return _loopt(wie, proeftuin) and not any(o.uitkomst == "open" for o in proeftuin.onderdelen.all())


def _iets_over(_wie: Wie, proeftuin: Proeftuin) -> bool:
    blijft = (Proefdeel.Uitkomst.BLIJFT, Proefdeel.Uitkomst.ANDERS)
    return proeftuin.staat == S.AFGEROND and any(
        o.uitkomst in blijft and o.voorstel_id is None for o in proeftuin.onderdelen.all()
    )


DADEN: dict[str, Daad] = {
    "starten": Daad(
        "Start de proeftuin", "Start", "De proeftuin loopt. Iedereen kan hem nu zien.", VersieForm, actions.start,
        beheert, lambda _wie, proeftuin: proeftuin.staat == S.CONCEPT, "hoofd",
        "Daarna ziet iedereen in de regio wat jullie proberen en tot wanneer.",
    ),
    "afronden": Daad(
        "Rond af", "Rond af", "De proeftuin is afgerond.", forms.AfrondForm, actions.rond_proeftuin_af, beheert,
        _alles_besloten, "hoofd",
    ),
    "noteren": Daad(
        "Noteer wat je ziet", "Noteer", "Het staat erin.", forms.NoteerForm, actions.noteer, doet_mee, _loopt,
    ),
    "beslissen": Daad(
        "Besluit wat blijft", "Leg vast", "Het besluit staat erin.", forms.BeslisForm, actions.beslis, beheert, _loopt,
        uitleg="Het blijft, het blijft anders, of het stopt. Wat blijft heeft iemand die het in stand houdt.",
    ),
    "verlengen": Daad(
        "Meer tijd nodig", "Verleng", "De laatste dag is verzet.", forms.VerlengForm, actions.verleng, beheert, _loopt,
    ),
    "voorstel": Daad(
        "Maak er een afspraak van allen van", "Maak een voorstel", "Het voorstel staat in concept bij Voorstellen.",
        forms.VoorstelForm, actions.maak_voorstel, lambda wie, _proeftuin: mag_inbrengen(wie), _iets_over, "hoofd",
    ),
}  # fmt: skip
