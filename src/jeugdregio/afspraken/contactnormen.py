"""What norms say about whom to call: the directory shows it beside the number."""

from datetime import date

from django.urls import reverse

from jeugdregio.afspraken.geldt import wat_geldt
from jeugdregio.afspraken.vragen import tekst_van
from jeugdregio.organisaties.models import Contactpunt, Organisatie
from jeugdregio.organisaties.signalen import Geldt

_O = Contactpunt.Onderwerp
_VRAGEN: dict[str, str] = {
    _O.TOEWIJZING: "verlenging_zonder_gemeente",
    _O.VEILIG_THUIS: "contact_veilig_thuis",
    _O.CONTRACT: "zonder_contract",
    _O.GI: "casusregie",
}
# Which contact point an answer points to.
_WIJST_NAAR: dict[str, str] = {"aanspreekpunt": _O.ZORGEN, "toegang": _O.ZORGEN, "accounthouder": _O.VEILIG_THUIS}


def geldt(gemeente: Organisatie, onderwerp: str, datum: date) -> Geldt | None:
    """Return what holds about a contact subject in a municipality; None when no norm answers it."""
    vraag = _VRAGEN.get(onderwerp)
    if vraag is None:
        return None
    antwoord = wat_geldt(vraag, gemeente, datum)
    norm = antwoord.norm
    if norm is None:
        return None
    bron = f"{norm.bron}, {norm.plaats}" if norm.plaats else norm.bron
    wijst_naar = _WIJST_NAAR.get(antwoord.waarde, "") if vraag == "contact_veilig_thuis" else ""
    tekst = tekst_van(vraag)
    adres = reverse("afspraken:vraag", args=[vraag])
    return Geldt(tekst, antwoord.antwoord, antwoord.betwist, bron, adres, wijst_naar)
