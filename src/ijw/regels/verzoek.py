"""Rules about the provider's requests (JW315, JW317) and the municipality's answer (JW319)."""

from collections.abc import Iterator

from ijw.berichten import jw315, jw317, jw319
from ijw.berichten.jw315 import AangevraagdProduct
from ijw.regels.register import Omgeving, regel, regel_over

VERWIJZER_MET_CODE = frozenset({"02", "03", "04", "05"})
AFGEWEZEN, IN_ONDERZOEK = "1", "2"
WOONPLAATSBEGINSEL = "8"


@regel(
    "CD043",
    {AangevraagdProduct: "BeschikkingIngangsdatum"},
    "Beschikkingnummer en ingangsdatum van de beschikking horen bij elkaar. Vul ze allebei in of laat ze allebei leeg.",
)
def beschikking_half(product: AangevraagdProduct, _: Omgeving) -> bool:
    return (product.beschikking_nummer is None) != (product.beschikking_ingangsdatum is None)


@regel(
    "CD066",
    {AangevraagdProduct: "Verwijzer/Naam"},
    "De verwijzer heeft al een AGB-code. Laat de naam van de verwijzer weg.",
)
def verwijzer_dubbel(product: AangevraagdProduct, _: Omgeving) -> bool:
    verwijzer = product.verwijzer
    heeft_beide = verwijzer.zorgverlener_code is not None and verwijzer.naam is not None
    return verwijzer.type in VERWIJZER_MET_CODE and heeft_beide


@regel(
    "CD067",
    {AangevraagdProduct: "Verwijzer/Naam"},
    "Het is niet duidelijk wie verwees. Vul de AGB-code van de verwijzer in, of anders de naam.",
)
def verwijzer_onbekend(product: AangevraagdProduct, _: Omgeving) -> bool:
    verwijzer = product.verwijzer
    heeft_geen = verwijzer.zorgverlener_code is None and verwijzer.naam is None
    return verwijzer.type in VERWIJZER_MET_CODE and heeft_geen


@regel(
    "CD068",
    {AangevraagdProduct: "Verwijzer/ZorgverlenerCode"},
    "Deze soort verwijzer heeft geen AGB-code. Laat de code weg of kies soort 02, 03, 04 of 05.",
)
def code_bij_verkeerde_verwijzer(product: AangevraagdProduct, _: Omgeving) -> bool:
    verwijzer = product.verwijzer
    return verwijzer.type not in VERWIJZER_MET_CODE and verwijzer.zorgverlener_code is not None


@regel_over(
    "TR383",
    [jw315.Client],
    "Deze referentie staat al bij een ander product in dit verzoek. Geef elk product een eigen referentie.",
)
def referentie_dubbel(client: jw315.Client, _: Omgeving) -> Iterator[str]:
    gezien: set[str] = set()
    for nummer, product in enumerate(client.aangevraagde_producten, start=1):
        if product.referentie_aanbieder in gezien:
            yield f"AangevraagdeProducten/AangevraagdProduct[{nummer}]/ReferentieAanbieder"
        gezien.add(product.referentie_aanbieder)


@regel(
    "TR352",
    {jw317.Verzoek: ""},
    "Dit verzoek noemt geen lopende toewijzing. Noem minstens een product dat blijft of dat wijzigt.",
)
def geen_lopend_product(verzoek: jw317.Verzoek, _: Omgeving) -> bool:
    return not (verzoek.ongewijzigde_producten or verzoek.te_wijzigen_producten)


@regel(
    "TR353",
    {jw317.Verzoek: ""},
    "Dit verzoek wijzigt niets. Noem minstens een product dat wijzigt of dat nieuw is.",
)
def geen_wijziging(verzoek: jw317.Verzoek, _: Omgeving) -> bool:
    return not (verzoek.te_wijzigen_producten or verzoek.nieuwe_producten)


@regel(
    "TR380",
    {jw317.NieuwProduct: "GewensteIngangsdatum"},
    "Nieuwe hulp kan pas na de dagtekening van het verzoek ingaan. Kies een latere ingangsdatum.",
)
def nieuw_product_te_vroeg(product: jw317.NieuwProduct, omgeving: Omgeving) -> bool:
    return product.gewenste_ingangsdatum <= omgeving.dagtekening


@regel(
    "CD085",
    {jw319.Antwoord: "RedenAfwijzingVerzoek"},
    "Het verzoek is afgewezen zonder reden. Vul de reden van de afwijzing in.",
)
def afwijzing_zonder_reden(antwoord: jw319.Antwoord, _: Omgeving) -> bool:
    return antwoord.verzoek_antwoord == AFGEWEZEN and antwoord.reden_afwijzing_verzoek is None


@regel(
    "CD086",
    {jw319.Antwoord: "RedenAfwijzingVerzoek"},
    "De aanvraag is nog in onderzoek en kan dus geen reden van afwijzing hebben. Laat de reden weg.",
)
def reden_tijdens_onderzoek(antwoord: jw319.Antwoord, _: Omgeving) -> bool:
    return antwoord.verzoek_antwoord == IN_ONDERZOEK and antwoord.reden_afwijzing_verzoek is not None


@regel(
    "TR377",
    {jw319.Antwoord: "Woonplaatsbeginsel"},
    "Het verzoek is afgewezen om het woonplaatsbeginsel. Vul de gemeente in die wel verantwoordelijk is.",
)
def verantwoordelijke_gemeente_ontbreekt(antwoord: jw319.Antwoord, _: Omgeving) -> bool:
    return antwoord.reden_afwijzing_verzoek == WOONPLAATSBEGINSEL and antwoord.woonplaatsbeginsel is None


@regel(
    "TR409",
    {jw319.Antwoord: "Woonplaatsbeginsel"},
    "Een andere gemeente hoort alleen bij reden 8 (woonplaatsbeginsel). Laat het woonplaatsbeginsel weg of "
    "kies reden 8.",
)
def gemeente_zonder_woonplaatsbeginsel(antwoord: jw319.Antwoord, _: Omgeving) -> bool:
    return antwoord.reden_afwijzing_verzoek != WOONPLAATSBEGINSEL and antwoord.woonplaatsbeginsel is not None
