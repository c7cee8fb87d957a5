"""What goes along with a transfer: no more than the ground allows, written down as it was (Jeugdwet 7.3.11)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jeugdregio.toegang.models import Kind, Toewijzing
from jeugdregio.toegang.weergave import omvang, product, productnamen
from jeugdregio.toegang.woonplaats.models import Overdracht
from recht.datum import datum_kort

PERSOON, HULP, ADRES, GEZAG, TOESTEMMINGEN = "persoon", "hulp", "adres", "gezag", "toestemmingen"
ALTIJD = (PERSOON, HULP)  # without these the other municipality can neither find the child nor carry the help on
ONDERDELEN: dict[str, tuple[str, str]] = {
    PERSOON: ("Naam, geboortedatum, geslacht en bsn", "Om te weten om welk kind het gaat."),
    HULP: ("De lopende hulp: aanbieder, soort, omvang en duur", "Om dezelfde hulp voort te zetten."),
    ADRES: ("Het nieuwe adres", "Om het gezin te bereiken. Gaat nooit mee bij een geheim adres."),
    GEZAG: ("Wie het gezag heeft, met telefoonnummer", "Om het gezin te bellen."),
    TOESTEMMINGEN: ("Wie met deze hulp instemde", "Zodat de hulp door kan zonder opnieuw te vragen."),
}
_KIND = ("bsn", "geslacht", "achternaam", "voorvoegsel", "voornamen", "voorletters")
_ADRES = ("straatnaam", "huisnummer", "huisletter", "toevoeging", "postcode", "plaatsnaam")


def toegestaan(grond: str) -> tuple[str, ...]:
    """Return which parts may go along on a ground: without consent only what the law asks for."""
    return ALTIJD if grond == Overdracht.Grond.WET else tuple(ONDERDELEN)


def schrijf(kind: Kind, onderdelen: Iterable[str], hulp: Sequence[Toewijzing]) -> str:
    """Return the chosen parts as JSON."""
    gekozen = set(onderdelen)
    uit: dict[str, Any] = {
        PERSOON: {veld: getattr(kind, veld) for veld in _KIND} | {"geboortedatum": kind.geboortedatum.isoformat()},
        HULP: _hulp(hulp),
    }
    if ADRES in gekozen and not kind.geheim_adres:
        uit[ADRES] = {veld: getattr(kind, veld) for veld in _ADRES}
    if GEZAG in gekozen:
        uit[GEZAG] = [
            {"naam": d.naam, "relatie": d.relatie, "gezag": d.gezag, "telefoon": d.telefoon}
            for d in kind.gezagsdragers.all()
        ]
    if TOESTEMMINGEN in gekozen:
        uit[TOESTEMMINGEN] = [
            {"wie": t.gezagsdrager.naam if t.gezagsdrager else "", "antwoord": t.antwoord, "op": t.op.isoformat()}
            for t in kind.toestemmingen.filter(ingetrokken_op__isnull=True).select_related("gezagsdrager")
        ]
    return json.dumps(uit, ensure_ascii=False)


def lees(overdracht: Overdracht) -> dict[str, Any]:
    """Return what went along."""
    gelezen = json.loads(overdracht.inhoud)
    return dict(gelezen)


def kind_velden(inhoud: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a new file that what went along fills."""
    persoon = dict(inhoud[PERSOON])
    persoon["geboortedatum"] = date.fromisoformat(persoon["geboortedatum"])
    return {**persoon, **inhoud.get(ADRES, {})}


def _hulp(toewijzingen: Sequence[Toewijzing]) -> list[dict[str, Any]]:
    namen = productnamen(t.code for t in toewijzingen)
    return [
        {
            "nummer": t.nummer, "aanbieder": t.aanbieder.naam, "product": product(t.code, t.categorie, namen),
            "omvang": omvang(t.volume, t.eenheid, t.frequentie), "van": t.ingangsdatum.isoformat(),
            "tot": t.einddatum.isoformat() if t.einddatum else "",
        }
        for t in toewijzingen
    ]  # fmt: skip


@dataclass(frozen=True)
class Regel:
    """One line of what went along, readable."""

    kop: str
    regels: tuple[str, ...]


def in_woorden(inhoud: dict[str, Any], naam: str) -> tuple[Regel, ...]:
    """Return what went along as it is read on the screen; `naam` is the name of the child."""
    persoon = inhoud[PERSOON]
    geboren = date.fromisoformat(persoon["geboortedatum"])
    bsn = "met bsn" if persoon["bsn"] else "bsn niet bekend"
    uit = [
        Regel("Kind", (f"{naam}, geboren {datum_kort(geboren)}, {bsn}",)),
        Regel("Hulp", tuple(_hulpregel(rij) for rij in inhoud[HULP]) or ("Er loopt geen hulp.",)),
    ]
    if ADRES in inhoud:
        a = inhoud[ADRES]
        straat = f"{a['straatnaam']} {a['huisnummer'] or ''}{a['huisletter']} {a['toevoeging']}".strip()
        uit.append(Regel("Adres", (f"{straat}, {a['postcode']} {a['plaatsnaam']}",)))
    if GEZAG in inhoud:
        uit.append(Regel("Gezag", tuple(_gezagsregel(d) for d in inhoud[GEZAG])))
    if TOESTEMMINGEN in inhoud:
        uit.append(Regel("Toestemming", tuple(
            f"{t['wie'] or 'het kind zelf'}: {t['antwoord']}, op {datum_kort(date.fromisoformat(t['op']))}"
            for t in inhoud[TOESTEMMINGEN]
        )))  # fmt: skip
    return tuple(uit)


def _hulpregel(rij: dict[str, str]) -> str:
    tot = f"tot en met {datum_kort(date.fromisoformat(rij['tot']))}" if rij["tot"] else "zonder einddatum"
    hoeveel = f", {rij['omvang']}" if rij["omvang"] else ""
    return f"{rij['product']} van {rij['aanbieder']}{hoeveel}, {tot}"


def _gezagsregel(drager: dict[str, Any]) -> str:
    gezag = "" if drager["gezag"] else ", geen gezag"
    telefoon = f", telefoon {drager['telefoon']}" if drager["telefoon"] else ""
    return f"{drager['naam']} ({drager['relatie']}{gezag}){telefoon}"
