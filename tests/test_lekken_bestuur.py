"""Every page of joint governance as the registry and the alderman of another municipality: nothing confidential.

Each room holds one thing that is not for them, with the same word in it. All addresses of the rooms are asked, also
those of a room that comes later, as are the search boxes, the turns, the exports, and the public page.
"""

from collections.abc import Iterator
from datetime import time
from itertools import product

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from jeugdregio.basis import klok
from jeugdregio.bestuur import cijfers
from jeugdregio.bestuur.consent import standpunten
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.bestuur.consent.beurten import open_ronde
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.bestuur.consent.tests import tafel as consenttafel
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.bestuur.vergaderen import acties
from jeugdregio.bestuur.vergaderen.models import Actie, Agendapunt, Besluit, Stuk, Vergadering
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie
from tests.bestandstekst import bestandstekst
from tests.mensen import Regiomensen, maak_mens
from tests.wereld import DAG

# Who searches for the first word must not find the second; a search box shows what was typed.
ZOEK, MERK = "zoekwoord", "merkteken"
GEHEIM = f"{ZOEK} {MERK}"
Sleutels = dict[str, list[object]]


@pytest.fixture(autouse=True)
def _cijfer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure that the proposal of the tests measures itself by."""
    reeks = dict(cijfers._reeksen)
    monkeypatch.setattr(cijfers, "_reeksen", reeks)
    cijfers.registreer("test:kinderen", "Kinderen", lambda dag, _gemeente: cijfers.Cijfer("1", dag, "test"))


def _kamers(boom: URLResolver, kamer: str = "") -> Iterator[tuple[str, list[str]]]:
    """Return the routes that live in rooms of joint governance, with the names of their keys."""
    for deel in boom.url_patterns:
        if isinstance(deel, URLResolver):
            yield from _kamers(deel, deel.namespace or kamer)
        elif isinstance(deel, URLPattern) and deel.callback.__module__.startswith("jeugdregio.bestuur."):
            yield f"{kamer}:{deel.name}", list(deel.pattern.converters or deel.pattern.regex.groupindex)


ROUTES = list(_kamers(get_resolver()))


def _voorstellen(regio: Regiomensen, tafel: consenttafel.Tafel) -> list[Voorstel]:
    """A concept of Lelystad, a round in which Lelystad spoke under seal, and (last) a confidential proposal."""
    concept = maak_concept(regio.wethouder_lelystad, titel=GEHEIM, aanleiding=GEHEIM, tekst=GEHEIM)
    verzegeld = consenttafel.tot_ronde(tafel)
    ronde = open_ronde(verzegeld)
    assert ronde is not None
    standpunten.neem_standpunt_in(
        regio.wethouder_lelystad, verzegeld.pk, tekst_hash=ronde.hash, keuze="bezwaar", mandaat="college",
        bezwaar=standpunten.NieuwBezwaar(GEHEIM, GEHEIM, consenttafel.STRIJD, GEHEIM, GEHEIM),
    )  # fmt: skip
    vertrouwelijk = consenttafel.tot_intake(tafel)
    Voorstel.objects.filter(pk=vertrouwelijk.pk).update(zichtbaarheid="vertrouwelijk", titel=GEHEIM, aanleiding=GEHEIM)
    return [concept, verzegeld, vertrouwelijk]


def _vergadering(regio: Regiomensen, niveau: str, onderwerp: str) -> tuple[Vergadering, Stuk, Actie]:
    """A held meeting with an item of this level: a paper that was never sent, a decision, and an action."""
    vergadering = Vergadering.objects.create(
        tafel="bestuurlijk", op=DAG, aanvang=time(9 if niveau == "raden" else 11), plaats="Lelystad", staat="gehouden"
    )
    punt = Agendapunt.objects.create(
        vergadering=vergadering, volgorde=1, onderwerp=onderwerp, doel="besluit", vraag=onderwerp,
        inbrenger=regio.regiokantoor, zichtbaarheid=niveau, reden=onderwerp,
    )  # fmt: skip
    stuk = Stuk.objects.create(punt=punt, titel=GEHEIM, versie=1, tekst=GEHEIM, zichtbaarheid=niveau)
    if niveau == "vertrouwelijk":
        Besluit.objects.create(punt=punt, tekst=GEHEIM, aard="overleg", zichtbaarheid="openbaar", genomen_op=DAG)
        actie = acties.spreek_af(regio.secretaris, punt.pk, tekst=GEHEIM, organisatie=regio.dronten, uiterlijk=DAG)
    else:
        actie = acties.spreek_af(regio.secretaris, punt.pk, tekst="Bellen", organisatie=regio.dronten, uiterlijk=DAG)
    return vergadering, stuk, actie


def _toezegging(regio: Regiomensen) -> Raadsstuk:
    return Raadsstuk.objects.create(
        nummer="LEL-1", soort="toezegging", gemeente=regio.lelystad, vergadering="raad", vergadering_op=DAG,
        kern=GEHEIM, indiener=GEHEIM, portefeuillehouder=GEHEIM, datumsoort="zonder", uiterlijk=DAG,
        zittingsperiode="2022-2026", openbaar=False,
    )  # fmt: skip


def _inhoud(antwoord) -> str:
    return bestandstekst(b"".join(antwoord) if antwoord.streaming else antwoord.content)


def _lekken(client: Client, sleutels: Sleutels) -> list[str]:
    paden = [reverse("beurten:start"), reverse("beurten:regio") if _is_er("beurten:regio") else "/"]
    paden += [
        reverse(route, kwargs=dict(zip(namen, waarden, strict=True)))
        for route, namen in ROUTES
        for waarden in product(*(sleutels.get(naam, []) for naam in namen))
    ]
    # Search boxes are on the pages of a whole room.
    paden += [f"{reverse(route)}?zoek={ZOEK}&stand=&q={ZOEK}" for route, namen in ROUTES if not namen]
    return [pad for pad in paden if MERK in _inhoud(client.get(pad))]


def _is_er(route: str) -> bool:
    kamer, _, naam = route.partition(":")
    return any(k == kamer and naam in r.reverse_dict for k, (_, r) in get_resolver().namespace_dict.items())


@pytest.mark.parametrize("rol", [Rol.GRIFFIER, Rol.WETHOUDER])
def test_geen_pagina_van_het_bestuur_lekt_naar_een_andere_gemeente(
    regio: Regiomensen, client: Client, rol: str
) -> None:
    with klok.op(DAG):
        tafel = consenttafel.maak_tafel(regio)
        # An alderman reads what is confidential at the table; the registry of a council does not.
        vertrouwd = rol == Rol.WETHOUDER
        voorstellen = _voorstellen(regio, tafel)
        if vertrouwd:
            Voorstel.objects.filter(pk=voorstellen[2].pk).update(titel="Open", aanleiding="Open")
        vergaderingen = [_vergadering(regio, "raden", "Zichtbaar")]
        if not vertrouwd:
            vergaderingen.append(_vergadering(regio, "vertrouwelijk", GEHEIM))
        stuk = _toezegging(regio)
        vreemd: Wie = tafel.wethouders["dronten"] if vertrouwd else maak_mens("Gijs Dronten", regio.dronten, rol)
        assert vreemd.gebruiker is not None
        client.force_login(vreemd.gebruiker)
        sleutels: Sleutels = {
            "voorstel_id": [v.pk for v in voorstellen], "code": ["standpunt", "wijzigen", "0303", "0995"],
            "onderdeel_id": [], "vergadering_id": [v.pk for v, _, _ in vergaderingen], "vorm": ["json", "docx", "pdf"],
            "punt_id": [s.punt_id for _, s, _ in vergaderingen], "actie_id": [a.pk for _, _, a in vergaderingen],
            "stuk_id": [stuk.pk, *(s.pk for _, s, _ in vergaderingen)],
        }  # fmt: skip
        assert _lekken(client, sleutels) == []
        # The same walk does find it as somebody of Lelystad: the walk is not blind.
        client.force_login(regio.gebruiker("wethouder_lelystad"))
        assert any(MERK in _inhoud(client.get(reverse(r))) for r in ("consent:lijst", "toezeggingen:lijst"))
        for pad in (
            reverse("toezeggingen:openbaar", args=["0995"]),
            reverse("toezeggingen:openbaar-csv", args=["0995"]),
        ):
            assert MERK not in _inhoud(Client().get(pad))
