"""What can be done on the page of a circle, by whom, and when it is shown."""

from typing import Any

from jeugdregio.afspraken.permissions import beheert_normen
from jeugdregio.bestuur.consent.permissions import mag_inbrengen
from jeugdregio.leren.leerkring import actions, forms, gevolg, verhaal
from jeugdregio.leren.leerkring.models import Kring
from jeugdregio.leren.leerkring.permissions import deelnemer_van, doet_mee, organiseert
from jeugdregio.leren.leerkring.queries import mijn_bron
from jeugdregio.leren.schermhulp import Daad, VersieForm
from jeugdregio.organisaties.wie import Wie

S = Kring.Stap


def _in(*stappen: str) -> Any:
    return lambda _wie, kring: kring.stap in stappen


def _schrijft(wie: Wie, kring: Kring) -> bool:
    mijn = deelnemer_van(wie, kring)
    return mijn is not None and (kring.stap == S.REFLECTIE or (kring.stap == S.SUCCES and mijn.inbrenger))


def _aan_verhaal(wie: Wie, kring: Kring) -> bool:
    return organiseert(wie, kring) or doet_mee(wie, kring)


def _wil_naar_buiten(_wie: Wie, kring: Kring) -> bool:
    versies = list(kring.verhalen.all())
    return bool(versies) and kring.stap in {S.VERHAAL, S.KLAAR} and versies[0].gepubliceerd_op is None


def _online(_wie: Wie, kring: Kring) -> bool:
    return any(v.staat == "gepubliceerd" for v in kring.verhalen.all())


def _les_vrij(veld: str) -> Any:
    def kan(_wie: Wie, kring: Kring) -> bool:
        return kring.stap in {S.VERHAAL, S.KLAAR} and any(not getattr(les, veld) for les in kring.lessen.all())

    return kan


DADEN: dict[str, Daad] = {
    "schrijven": Daad(
        "Jouw bijdrage", "Bewaar", "Je bijdrage staat erin.", forms.BijdrageForm, actions.schrijf, doet_mee, _schrijft,
        "hoofd",
    ),
    "les": Daad(
        "Schrijf een les op", "Voeg les toe", "De les staat erin.", forms.LesForm, actions.schrijf_les, doet_mee,
        _in(S.LES), "hoofd",
    ),
    "antwoord": Daad(
        "Mag dit verhaal naar buiten?", "Geef antwoord", "Je antwoord staat erin.", forms.AntwoordForm,
        verhaal.antwoord, doet_mee, lambda wie, kring: mijn_bron(wie, kring) is not None, "hoofd",
        "Zonder jouw ja gaat er niets naar buiten. Je kunt je ja altijd intrekken: dan gaat het meteen offline.",
    ),
    "publiceren": Daad(
        "Naar buiten", "Publiceer de laatste versie", "Het verhaal staat online.", VersieForm, verhaal.publiceer,
        organiseert, _wil_naar_buiten, "hoofd", "Kan pas als elke bron ja heeft gezegd.",
    ),
    "deelnemer": Daad(
        "Nodig iemand uit", "Nodig uit", "Deze persoon doet mee.", forms.DeelnemerForm, actions.voeg_deelnemer_toe,
        organiseert, _in(S.SUCCES, S.REFLECTIE), uitleg="Van meer organisaties. Een ervaringsdeskundige heeft een "
        "vaste plek.",
    ),
    "stap": Daad(
        "Sluit deze stap", "Sluit de stap en ga verder", "De volgende stap is open.", forms.StapForm,
        actions.sluit_stap, organiseert, _in(S.SUCCES, S.REFLECTIE, S.LES), uitleg="Terug kan niet.",
    ),
    "verhaal": Daad(
        "Schrijf het verhaal", "Bewaar als nieuwe versie", "De nieuwe versie staat er. De bronnen zijn aan zet.",
        forms.VerhaalForm, verhaal.schrijf_verhaal, _aan_verhaal, _in(S.VERHAAL, S.KLAAR),
        uitleg="Een nieuwe versie vraagt opnieuw een ja van elke bron.",
    ),
    "offline": Daad(
        "Haal het verhaal offline", "Haal offline", "Het verhaal is offline.", forms.RedenForm, verhaal.haal_offline,
        organiseert, _online,
    ),
    "zonder-verhaal": Daad(
        "Rond af zonder verhaal", "Rond af", "De leerkring is klaar.", forms.ZonderVerhaalForm,
        verhaal.rond_af_zonder_verhaal, organiseert, _in(S.VERHAAL),
    ),
    "voorstel": Daad(
        "Maak van een les een voorstel", "Maak concept", "Het concept staat bij Voorstellen.", forms.VoorstelForm,
        gevolg.maak_voorstel, lambda wie, _kring: mag_inbrengen(wie), _les_vrij("voorstel_id"),
    ),
    "vraag": Daad(
        "Stel een vraag aan Afspraken", "Stel de vraag", "De vraag staat bij Afspraken.", forms.VraagForm,
        gevolg.maak_afspraakvraag, lambda wie, _kring: beheert_normen(wie), _les_vrij("vraag_code"),
    ),
}  # fmt: skip
