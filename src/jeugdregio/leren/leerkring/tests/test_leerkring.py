"""A circle from success to story: steps in order, voices, consent of every source, and what comes of a lesson."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.mensen import Regiomensen

from jeugdregio.afspraken.models import Vraag
from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.bestuur.consent.models import Voorstel
from jeugdregio.beurten.models import Beurt
from jeugdregio.leren.leerkring import actions, gevolg, queries, verhaal
from jeugdregio.leren.leerkring.models import Deelnemer, Kring, Verhaal
from jeugdregio.organisaties.models import Aanstelling
from jeugdregio.organisaties.wie import Wie

DAG = date(2026, 9, 1)


@pytest.fixture(autouse=True)
def _klok():
    with klok.op(DAG):
        yield


def doe_mee(regio: Regiomensen, kring: Kring, wie: Wie, *, inbrenger: bool = False) -> Deelnemer:
    plek = Aanstelling.objects.get(gebruiker=wie.gebruiker)
    return actions.voeg_deelnemer_toe(regio.begeleider, kring.pk, aanstelling=plek, inbrenger=inbrenger)


def verder(regio: Regiomensen, kring: Kring, **anders: str) -> Kring:
    versie = Kring.objects.get(pk=kring.pk).versie
    return actions.sluit_stap(regio.begeleider, kring.pk, versie=versie, **anders)


@pytest.fixture
def kring(regio: Regiomensen) -> Kring:
    """A circle of Fatima (who brings), Noor of another organisation, and Eva, expert by experience."""
    kring = actions.begin(
        regio.begeleider, titel="Bellen na een week", niveau="gemengd", op=date(2026, 9, 20), plaats="Lelystad"
    )
    doe_mee(regio, kring, regio.fatima, inbrenger=True)
    doe_mee(regio, kring, regio.noor)
    doe_mee(regio, kring, regio.ervaringsdeskundige)
    return kring


@pytest.fixture
def bij_verhaal(regio: Regiomensen, kring: Kring) -> Kring:
    actions.schrijf(regio.fatima, kring.pk, tekst="We belden elk gezin na een week.")
    verder(regio, kring)
    actions.schrijf(regio.noor, kring.pk, tekst="Wij merkten dat ouders eerder belden.")
    actions.schrijf(regio.ervaringsdeskundige, kring.pk, tekst="Iemand die zelf belt, dat vergeet je niet.")
    verder(regio, kring)
    actions.schrijf_les(regio.noor, kring.pk, tekst="Spreek af wie na een week belt.")
    return verder(regio, kring)


def maak_verhaal(regio: Regiomensen, kring: Kring, tekst: str = "Wie belt, hoort meer.", *namen: str) -> Verhaal:
    bronnen = [d for d in kring.deelnemers.select_related("gebruiker") if d.gebruiker.naam in namen]
    versie = Kring.objects.get(pk=kring.pk).versie
    return verhaal.schrijf_verhaal(
        regio.begeleider, kring.pk, versie=versie, titel="Bel na een week", tekst=tekst, bronnen=bronnen
    )


def publiceer(regio: Regiomensen, kring: Kring) -> Verhaal:
    return verhaal.publiceer(regio.begeleider, kring.pk, versie=Kring.objects.get(pk=kring.pk).versie)


def test_elke_stap_sluit_voor_de_volgende_begint(regio: Regiomensen, kring: Kring) -> None:
    with pytest.raises(Geweigerd, match="nog geen succes"):
        verder(regio, kring)
    with pytest.raises(GeenRecht, match="inbrenger"):
        actions.schrijf(regio.noor, kring.pk, tekst="Ik alvast.")
    with pytest.raises(Conflict, match="stap succes"):
        actions.schrijf_les(regio.noor, kring.pk, tekst="Te vroeg.")
    actions.schrijf(regio.fatima, kring.pk, tekst="We belden.")
    verder(regio, kring)
    with pytest.raises(Geweigerd, match="andere organisatie"):
        verder(regio, kring)
    actions.schrijf(regio.noor, kring.pk, tekst="Mooi.")
    with pytest.raises(Geweigerd) as fout:
        verder(regio, kring)
    assert "ervaringsdeskundige" in fout.value.velden["geen_ervaring"]
    verder(regio, kring, geen_ervaring="Eva was ziek; we spreken haar later.")
    with pytest.raises(Geweigerd, match="nog geen les"):
        verder(regio, kring)
    stappen = Beurt.objects.filter(soort="leerkring_stap").values_list("titel", "staat").order_by("aangemaakt_op")
    assert list(stappen) == [
        ("Haal het succes op", "gedaan"), ("Kijk samen terug", "gedaan"), ("Haal de les eruit", "open")
    ]  # fmt: skip
    assert Beurt.objects.get(soort="leerkring_ervaring").staat == "vervallen"


def test_leren_doe_je_van_een_ander(regio: Regiomensen) -> None:
    kring = actions.begin(regio.begeleider, titel="Alleen", niveau="ambtelijk", op=DAG, plaats="Hier")
    doe_mee(regio, kring, regio.fatima, inbrenger=True)
    actions.schrijf(regio.fatima, kring.pk, tekst="Het lukte.")
    with pytest.raises(Geweigerd, match="andere organisatie"):
        verder(regio, kring)
    with pytest.raises(Conflict):
        doe_mee(regio, kring, regio.noor, inbrenger=True)


def test_zonder_ja_van_elke_bron_gaat_niets_naar_buiten(regio: Regiomensen, bij_verhaal: Kring) -> None:
    v = maak_verhaal(regio, bij_verhaal, "Fatima belde, en Noor merkte het.", "Noor")
    assert {b.deelnemer.gebruiker.naam for b in v.bronnen.all()} == {"Fatima", "Noor"}
    verhaal.antwoord(regio.fatima, bij_verhaal.pk, verhaal_id=v.pk, antwoord="ja")
    with pytest.raises(Geweigerd, match="Nog geen ja van Noor"):
        publiceer(regio, bij_verhaal)
    assert Beurt.objects.get(soort="verhaal_instemming", staat="open").contact == regio.gebruiker("noor")
    verhaal.antwoord(regio.noor, bij_verhaal.pk, verhaal_id=v.pk, antwoord="ja")
    publiceer(regio, bij_verhaal)
    assert queries.verhaal(v.pk) == v
    assert Kring.objects.get().stap == "klaar"


def test_een_ingetrokken_ja_haalt_het_verhaal_meteen_weg(
    regio: Regiomensen, bij_verhaal: Kring, client: Client
) -> None:
    v = maak_verhaal(regio, bij_verhaal)
    verhaal.antwoord(regio.fatima, bij_verhaal.pk, verhaal_id=v.pk, antwoord="ja")
    publiceer(regio, bij_verhaal)
    client.force_login(regio.gebruiker("bram"))
    pad = reverse("leerkring:verhaal-lezen", args=[v.pk])
    assert client.get(pad).status_code == 200
    client.force_login(regio.gebruiker("fatima"))
    data = {"antwoord-verhaal_id": str(v.pk), "antwoord-antwoord": "nee", "antwoord-toelichting": ""}
    assert client.post(reverse("leerkring:antwoord", args=[bij_verhaal.pk]), data).status_code == 302
    client.force_login(regio.gebruiker("bram"))
    assert client.get(pad).status_code == 404
    assert "Bel na een week" not in client.get(reverse("leerkring:lijst")).content.decode()
    v.refresh_from_db()
    assert v.offline_reden == "Een bron heeft de toestemming ingetrokken."


def test_een_nieuwe_versie_vraagt_opnieuw_en_de_oude_blijft_tot_dan(regio: Regiomensen, bij_verhaal: Kring) -> None:
    eerste = maak_verhaal(regio, bij_verhaal)
    verhaal.antwoord(regio.fatima, bij_verhaal.pk, verhaal_id=eerste.pk, antwoord="ja")
    publiceer(regio, bij_verhaal)
    tweede = maak_verhaal(regio, bij_verhaal, "Beter verteld.")
    assert list(queries.verhalen()) == [eerste]
    verhaal.antwoord(regio.fatima, bij_verhaal.pk, verhaal_id=tweede.pk, antwoord="ja")
    publiceer(regio, bij_verhaal)
    assert list(queries.verhalen()) == [tweede]


def test_wie_genoemd_wordt_staat_bij_de_bronnen(regio: Regiomensen, bij_verhaal: Kring) -> None:
    with pytest.raises(Geweigerd, match="noemt Noor"):
        maak_verhaal(regio, bij_verhaal, "Noor merkte het.")


@pytest.mark.parametrize("tekst", ["De moeder van gezin Visser belde.", "Zie /kinderen/3.", "Dossier K-2026-00001."])
def test_een_gezin_of_dossier_in_de_tekst_wordt_niet_bewaard(regio: Regiomensen, kring: Kring, tekst: str) -> None:
    with pytest.raises(Geweigerd) as fout:
        actions.schrijf(regio.fatima, kring.pk, tekst=tekst)
    assert "tekst" in fout.value.velden
    assert not kring.bijdragen.exists()


def test_wat_in_de_kring_is_gezegd_blijft_in_de_kring(regio: Regiomensen, bij_verhaal: Kring) -> None:
    with pytest.raises(NietGevonden):
        queries.kring(regio.bram, bij_verhaal.pk)
    assert "We belden elk gezin" in next(b.tekst for s in queries.stappen(bij_verhaal) for b in s.bijdragen)


def test_twee_organisatoren_sluiten_dezelfde_stap(regio: Regiomensen, kring: Kring) -> None:
    actions.schrijf(regio.fatima, kring.pk, tekst="We belden.")
    actions.sluit_stap(regio.begeleider, kring.pk, versie=1)
    with pytest.raises(Conflict, match="net verder"):
        actions.sluit_stap(regio.secretaris, kring.pk, versie=1)


def test_een_les_wordt_een_voorstel_en_een_vraag_en_maar_een_keer(regio: Regiomensen, bij_verhaal: Kring) -> None:
    les = bij_verhaal.lessen.get()
    gevolg.maak_voorstel(regio.secretaris, bij_verhaal.pk, les=les, titel="Bel na een week", tekst="Wij bellen.")
    voorstel = Voorstel.objects.get()
    assert (voorstel.staat, "Spreek af wie" in voorstel.aanleiding) == ("concept", True)
    with pytest.raises(Conflict):
        gevolg.maak_voorstel(regio.secretaris, bij_verhaal.pk, les=les, titel="Weer", tekst="Weer.")
    gevolg.maak_afspraakvraag(regio.secretaris, bij_verhaal.pk, les=les, code="bellen", tekst="Wie belt na een week?")
    assert Vraag.objects.get().code == "bellen"
    with pytest.raises(GeenRecht):
        gevolg.maak_afspraakvraag(regio.fatima, bij_verhaal.pk, les=les, code="x", tekst="Mag ik?")


def test_de_pagina_vraagt_niet_meer_bij_meer_deelnemers(
    regio: Regiomensen, bij_verhaal: Kring, client: Client, django_assert_max_num_queries
) -> None:
    client.force_login(regio.gebruiker("begeleider"))
    pad = reverse("leerkring:kring", args=[bij_verhaal.pk])
    for wie in (regio.iris, regio.bram, regio.wethouder_lelystad):
        plek = Aanstelling.objects.get(gebruiker=wie.gebruiker)
        Deelnemer.objects.create(
            kring=bij_verhaal, gebruiker=plek.gebruiker, organisatie=plek.organisatie, rol=plek.rol
        )
        with django_assert_max_num_queries(26):
            assert client.get(pad).status_code == 200


def test_een_fout_in_het_formulier_bewaart_wat_je_schreef(regio: Regiomensen, kring: Kring, client: Client) -> None:
    client.force_login(regio.gebruiker("fatima"))
    pad = reverse("leerkring:schrijven", args=[kring.pk])
    antwoord = client.post(pad, {"schrijven-tekst": "Wij hielpen gezin Visser."})
    assert antwoord.status_code == 422
    assert "Wij hielpen gezin Visser." in antwoord.content.decode()
