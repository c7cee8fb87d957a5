"""Samples of the rules about requests, answers, start and stop."""

from datetime import date, timedelta

from ijw.berichten.basis import (
    Verwijzer,
)
from ijw.tests import bouw
from ijw.tests.regelvoorbeelden.voorbeeld import Voorbeeld

GEVRAAGD = "client.aangevraagde_producten.0"
GEVRAAGD_PAD = "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[1]"
VERZOEK = "client.verzoek"
NIEUW = f"{VERZOEK}.nieuwe_producten.0"
NIEUW_PAD = "/Bericht/Client/Verzoek/NieuweProducten/NieuwProduct[1]"
MORGEN = bouw.DAGTEKENING + timedelta(days=1)


VERZOEKEN = [
    Voorbeeld(
        "CD043",
        "JW315",
        {f"{GEVRAAGD}.beschikking_nummer": 7},
        f"{GEVRAAGD_PAD}/BeschikkingIngangsdatum",
        {f"{GEVRAAGD}.beschikking_nummer": 7, f"{GEVRAAGD}.beschikking_ingangsdatum": date(2026, 10, 1)},
    ),
    Voorbeeld(
        "CD043",
        "JW315",
        {f"{GEVRAAGD}.beschikking_ingangsdatum": date(2026, 10, 1)},
        f"{GEVRAAGD_PAD}/BeschikkingIngangsdatum",
    ),
    Voorbeeld(
        "CD066",
        "JW315",
        {f"{GEVRAAGD}.verwijzer": Verwijzer(type="03", naam="Ja", zorgverlener_code="01012345")},
        f"{GEVRAAGD_PAD}/Verwijzer/Naam",
        {f"{GEVRAAGD}.verwijzer": Verwijzer(type="03", zorgverlener_code="01012345")},
    ),
    Voorbeeld(
        "CD067",
        "JW315",
        {f"{GEVRAAGD}.verwijzer": Verwijzer(type="05")},
        f"{GEVRAAGD_PAD}/Verwijzer/Naam",
        {f"{GEVRAAGD}.verwijzer": Verwijzer(type="05", naam="dr. De Boer")},
    ),
    Voorbeeld(
        "CD068",
        "JW315",
        {f"{GEVRAAGD}.verwijzer": Verwijzer(type="01", zorgverlener_code="01012345")},
        f"{GEVRAAGD_PAD}/Verwijzer/ZorgverlenerCode",
        {f"{GEVRAAGD}.verwijzer": Verwijzer(type="06")},
    ),
    Voorbeeld(
        "TR383",
        "JW315",
        {"client.aangevraagde_producten.+": bouw.aangevraagd("REF-1", "45A04")},
        "/Bericht/Client/AangevraagdeProducten/AangevraagdProduct[2]/ReferentieAanbieder",
    ),
    Voorbeeld(
        "TR352",
        "JW317",
        {f"{VERZOEK}.ongewijzigde_producten": (), f"{VERZOEK}.te_wijzigen_producten": ()},
        "/Bericht/Client/Verzoek",
        {f"{VERZOEK}.te_wijzigen_producten": ()},
    ),
    Voorbeeld(
        "TR353",
        "JW317",
        {f"{VERZOEK}.te_wijzigen_producten": (), f"{VERZOEK}.nieuwe_producten": ()},
        "/Bericht/Client/Verzoek",
        {f"{VERZOEK}.nieuwe_producten": ()},
    ),
    Voorbeeld(
        "TR380",
        "JW317",
        {f"{NIEUW}.gewenste_ingangsdatum": bouw.DAGTEKENING},
        f"{NIEUW_PAD}/GewensteIngangsdatum",
        {f"{NIEUW}.gewenste_ingangsdatum": MORGEN},
    ),
    Voorbeeld(
        "CD085",
        "JW319",
        {"antwoord.reden_afwijzing_verzoek": None, "antwoord.woonplaatsbeginsel": None},
        "/Bericht/Antwoord/RedenAfwijzingVerzoek",
        {"antwoord.reden_afwijzing_verzoek": "1", "antwoord.woonplaatsbeginsel": None},
    ),
    Voorbeeld(
        "CD086",
        "JW319",
        {"antwoord.verzoek_antwoord": "2"},
        "/Bericht/Antwoord/RedenAfwijzingVerzoek",
        {
            "antwoord.verzoek_antwoord": "2",
            "antwoord.reden_afwijzing_verzoek": None,
            "antwoord.woonplaatsbeginsel": None,
        },
    ),
    Voorbeeld("TR377", "JW319", {"antwoord.woonplaatsbeginsel": None}, "/Bericht/Antwoord/Woonplaatsbeginsel"),
    Voorbeeld(
        "TR409",
        "JW319",
        {"antwoord.reden_afwijzing_verzoek": "2"},
        "/Bericht/Antwoord/Woonplaatsbeginsel",
    ),
    Voorbeeld(
        "TR409",
        "JW319",
        {"antwoord.reden_afwijzing_verzoek": None, "antwoord.verzoek_antwoord": "2"},
        "/Bericht/Antwoord/Woonplaatsbeginsel",
    ),
]

LEVERING = [
    Voorbeeld(
        "CS058",
        "JW305",
        {"client.start_producten.0.status_aanlevering": "2"},
        "/Bericht/Client/StartProducten/StartProduct[1]/StatusAanlevering",
        {"client.start_producten.0.status_aanlevering": "3"},
    ),
    Voorbeeld(
        "CS058",
        "JW307",
        {"client.stop_producten.0.status_aanlevering": "9"},
        "/Bericht/Client/StopProducten/StopProduct[1]/StatusAanlevering",
        {"client.stop_producten.0.status_aanlevering": "3"},
    ),
    Voorbeeld(
        "TR018",
        "JW307",
        {"client.stop_producten.0.einddatum": date(2026, 9, 30)},
        "/Bericht/Client/StopProducten/StopProduct[1]/Einddatum",
        {"client.stop_producten.0.einddatum": date(2026, 10, 1)},
    ),
    Voorbeeld(
        "TR134",
        "JW305",
        {"client.start_producten.0.begindatum": MORGEN},
        "/Bericht/Client/StartProducten/StartProduct[1]/Begindatum",
        {"client.start_producten.0.begindatum": bouw.DAGTEKENING},
    ),
    Voorbeeld(
        "TR134",
        "JW307",
        {"client.stop_producten.0.einddatum": MORGEN},
        "/Bericht/Client/StopProducten/StopProduct[1]/Einddatum",
        {"client.stop_producten.0.einddatum": bouw.DAGTEKENING},
    ),
]
