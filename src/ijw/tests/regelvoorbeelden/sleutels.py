"""Samples of TR101: the same key twice."""

from datetime import date
from typing import Any

from ijw.berichten import jw323, jw325
from ijw.tests import bouw
from ijw.tests.regelvoorbeelden.declaratie import met_regels
from ijw.tests.regelvoorbeelden.voorbeeld import Voorbeeld, Wijziging

VERZOEK = "client.verzoek"


def _dubbel(soort: str, lijst: str, element: Any, pad: str, goed: Wijziging | None = None) -> Voorbeeld:
    return Voorbeeld("TR101", soort, {f"{lijst}.+": element}, f"/Bericht/{pad}[2]", goed or {})


SLEUTELS = [
    _dubbel(
        "JW301",
        "client.relaties",
        bouw.relatie(),
        "Client/Relaties/Relatie",
        {"client.relaties.+": bouw.relatie("2")},
    ),
    _dubbel(
        "JW301",
        "client.contactgegevens",
        bouw.contact(),
        "Client/Contactgegevens/Contact",
        {"client.contactgegevens.+": bouw.contact("03")},
    ),
    _dubbel(
        "JW301",
        "client.toegewezen_producten",
        bouw.toegewezen(),
        "Client/ToegewezenProducten/ToegewezenProduct",
    ),
    _dubbel(
        "JW305",
        "client.start_producten",
        bouw.start(),
        "Client/StartProducten/StartProduct",
        {"client.start_producten.+": bouw.start(date(2026, 10, 2))},
    ),
    _dubbel(
        "JW307",
        "client.stop_producten",
        bouw.stop(),
        "Client/StopProducten/StopProduct",
        {"client.stop_producten.+": bouw.stop(date(2026, 10, 3))},
    ),
    _dubbel(
        "JW315",
        "client.aangevraagde_producten",
        bouw.aangevraagd("REF-1", "45A04"),
        "Client/AangevraagdeProducten/AangevraagdProduct",
    ),
    _dubbel(
        "JW317",
        f"{VERZOEK}.ongewijzigde_producten",
        bouw.jw317.OngewijzigdProduct(toewijzing_nummer=1001),
        "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct",
        {f"{VERZOEK}.ongewijzigde_producten.+": bouw.jw317.OngewijzigdProduct(toewijzing_nummer=1003)},
    ),
    _dubbel(
        "JW317",
        f"{VERZOEK}.te_wijzigen_producten",
        bouw.te_wijzigen(),
        "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct",
        {f"{VERZOEK}.te_wijzigen_producten.+": bouw.te_wijzigen(1003)},
    ),
    _dubbel(
        "JW317",
        f"{VERZOEK}.nieuwe_producten",
        bouw.nieuw(),
        "Client/Verzoek/NieuweProducten/NieuwProduct",
    ),
    _dubbel(
        "JW323",
        "declaratie.clienten",
        jw323.Client(bsn=bouw.BSN, prestaties=(bouw.prestatie("P2"),)),
        "Declaratie/Clienten/Client",
    ),
    _dubbel(
        "JW323",
        "declaratie.clienten.0.prestaties",
        bouw.prestatie("P1", 1002),
        "Declaratie/Clienten/Client[1]/Prestaties/Prestatie",
        met_regels(bouw.prestatie("P1"), bouw.prestatie("P2", 1002), totaal=100_000),
    ),
    _dubbel(
        "JW325",
        "declaratie_antwoord.clienten",
        jw325.Client(bsn=bouw.BSN, prestaties=(bouw.afgewezen(bouw.prestatie("P2")),), retour_codes=("0200",)),
        "DeclaratieAntwoord/Clienten/Client",
    ),
    _dubbel(
        "JW325",
        "declaratie_antwoord.clienten.0.prestaties",
        bouw.afgewezen(bouw.prestatie("P1")),
        "DeclaratieAntwoord/Clienten/Client[1]/Prestaties/Prestatie",
    ),
]
