"""What is going on around the norms: a concept of the region, one of Lelystad, a question of a GI. All fictional.

The norms of the sources stand in `demo.normen`; what is invented here calls itself fictional in its source.
"""

from datetime import date, timedelta

from jeugdregio.afspraken import actions, botsingen, navraag
from jeugdregio.afspraken.actions import NormVelden
from jeugdregio.afspraken.models import Norm, Rang
from jeugdregio.demo.laden_basis import Register
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.organisaties.wie import Wie, wie_is

_FICTIEF = "fictief, voor de demonstratie"
_CONTACTMOMENT = {
    Rang.CONTRACT: "nee, de aanbieder overlegt acht weken voor het einde met de gemeente; de hulp loopt intussen door",
    Rang.HANDELINGSKADER: "nee, zoals in de contracten: een contactmoment met de gemeente",
}


def laad_afspraken(register: Register, vandaag: date) -> None:
    """Let people do with the norms what they do in real life, by the real acts."""
    begin = vandaag + timedelta(days=60)
    beleid_regio, beleid_lelystad = _wie("beleidsmedewerker@regio.demo"), _wie("beleidsmedewerker@lelystad.demo")
    for rang, antwoord in _CONTACTMOMENT.items():
        _nieuwe_versie(
            beleid_regio, rang, vraag="verlenging_zonder_gemeente", waarde="nee", antwoord=antwoord, van=begin,
            bron="Voorstel contactmoment bij verlenging",
        )  # fmt: skip
    _nieuwe_versie(
        beleid_lelystad, Rang.LOKAAL, vraag="contact_veilig_thuis", waarde="aanspreekpunt", van=begin,
        antwoord="een vast aanspreekpunt bij de gemeente voor zorgen en crisis",
        bron="Voorstel aanspreekpunt Lelystad",
    )  # fmt: skip
    gi = _wie("gi-medewerker@dehaven.demo")
    navraag.vraag_na(gi, "verlenging_zonder_gemeente", register.op_sleutel["lelystad"].pk)
    navraag.vraag_na(gi, "zonder_contract", register.op_sleutel["urk"].pk)
    botsingen.werk_bij(vandaag)


def _nieuwe_versie(wie: Wie, rang: Rang, *, vraag: str, waarde: str, antwoord: str, van: date, bron: str) -> None:
    velden = NormVelden(vraag=vraag, waarde=waarde, antwoord=antwoord, rang=rang, van=van, bron=bron, plaats=_FICTIEF)
    actions.maak_concept(wie, velden, vorige_id=Norm.objects.get(vraag=vraag, rang=rang).pk)


def _wie(email: str) -> Wie:
    wie = wie_is(Gebruiker.objects.get(email=email))
    if wie is None:
        raise LookupError(f"{email} heeft geen aanstelling.")
    return wie
