"""JW325 as the provider checks it: does the answer belong to the declaration that was sent?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ijw.berichten import jw323, jw325
from ijw.bevinding import Bevinding
from ijw.overstijgend.dossier import Dossier
from ijw.overstijgend.kop import KOP, controleer_kop
from ijw.overstijgend.regel import REGELS

ANTWOORD = "/Bericht/DeclaratieAntwoord"

_GELIJK = (
    "product_referentie",
    "toewijzing_nummer",
    "product_categorie",
    "product_code",
    "product_periode",
    "geleverd_volume",
    "eenheid",
    "product_tarief",
    "ingediend_bedrag",
)


def controleer_declaratieantwoord(bericht: jw325.Bericht, dossier: Dossier, vandaag: date) -> list[Bevinding]:
    """All findings of levels 3 and 4 on an answer; `dossier.declaraties` holds the declarations sent."""
    uit = controleer_kop(bericht.header, dossier, gemeente=bericht.header.afzender, vandaag=vandaag)
    declaratie = dossier.declaraties.get(bericht.header.declaratie_identificatie.identificatie)
    if declaratie is None:
        identificatie = bericht.header.declaratie_identificatie.identificatie
        uit.append(
            REGELS["TR337"].bevinding(KOP, f"Er is geen declaratie verstuurd met identificatie {identificatie}.")
        )
        return uit
    if bericht.header.xsd_versie_declaratie != declaratie.header.xsd_versie:
        uit.append(REGELS["TR371"].bevinding(KOP, "De XSD-versie van de declaratie is een andere dan is verstuurd."))
    if bericht.declaratie_antwoord is not None:
        uit += _antwoord(bericht.declaratie_antwoord, declaratie.declaratie)
    return uit


def _antwoord(antwoord: jw325.DeclaratieAntwoord, declaratie: jw323.Declaratie) -> Iterator[Bevinding]:
    if antwoord.declaratie_nummer != declaratie.declaratie_nummer:
        yield REGELS["TR376"].bevinding(
            ANTWOORD,
            f"Declaratienummer {antwoord.declaratie_nummer} in het antwoord, {declaratie.declaratie_nummer} verstuurd.",
        )
    if antwoord.totaal_ingediend_bedrag != declaratie.totaal_ingediend_bedrag:
        yield REGELS["TR367"].bevinding(ANTWOORD, "Het ingediende totaal is een ander dan is verstuurd.")
    verstuurd: dict[str, list[tuple[str, jw323.Prestatie]]] = {}
    for client in declaratie.clienten:
        for prestatie in client.prestaties:
            referentie = prestatie.product_referentie.referentie_nummer
            verstuurd.setdefault(referentie, []).append((client.bsn, prestatie))
    bekend = {client.bsn for client in declaratie.clienten}
    for nummer, terug in enumerate(antwoord.clienten, start=1):
        pad = f"{ANTWOORD}/Clienten/Client[{nummer}]"
        if terug.bsn not in bekend:
            yield REGELS["TR304"].bevinding(pad, "Deze cliënt staat niet in de declaratie.")
        for index, regel in enumerate(terug.prestaties, start=1):
            kandidaten = verstuurd.get(regel.product_referentie.referentie_nummer, [])
            yield from _prestatie(regel, terug.bsn, kandidaten, f"{pad}/Prestaties/Prestatie[{index}]")


def _prestatie(
    regel: jw325.Prestatie, bsn: str, kandidaten: list[tuple[str, jw323.Prestatie]], pad: str
) -> Iterator[Bevinding]:
    referentie = regel.product_referentie.referentie_nummer
    if not kandidaten:
        yield REGELS["TR366"].bevinding(pad, f"Referentienummer {referentie} staat niet in de declaratie.")
        return
    for eigen_bsn, prestatie in kandidaten:
        if eigen_bsn == bsn and all(getattr(regel, naam) == getattr(prestatie, naam) for naam in _GELIJK):
            return
    yield REGELS["TR367"].bevinding(pad, f"Regel {referentie} is niet gelijk aan de regel die is verstuurd.")
