"""Destroying reaches every room: nothing that tells about the child is left, except what is said to stay."""

import pytest
from django.apps import apps
from django.db import connection, models
from tests.mensen import Regiomensen

from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.bewaren import actions, beletsel
from jeugdregio.toegang.bewaren.leeg import houdt_woorden
from jeugdregio.toegang.bewaren.models import Dossierverzoek
from jeugdregio.toegang.bewaren.tests.alles import MERK, Vuller, modellen, nog_te_lezen
from jeugdregio.toegang.models import Kind
from jeugdregio.toegang.plannen.models import Plan, Plankind
from jeugdregio.toegang.woonplaats.tests.hulp import maak_kind

# Short texts that are codes of a list or numbers: what help it was, how much, and which municipality or provider.
CODES = frozenset({
    "afzender_code", "andere_gemeente", "antwoord", "categorie", "code", "eenheid", "frequentie", "gemeente_code",
    "naar_code", "nummer", "onderdeel", "ontvanger_code", "reden", "reden_afwijzing", "reden_beeindiging",
    "reden_wijziging", "soort", "tijd", "toewijzing_nummer", "verwijzer_type",
})  # fmt: skip
# Short texts about a person, that a wiper empties by name.
KORT_EN_LEEG = frozenset({
    "toegang.Kind.geslacht", "toegang.Kind.voorletters", "toegang.Kind.huisletter", "toegang.Kind.toevoeging",
    "toegang.Kind.postcode", "toegang.Kind.juridische_status", "toegang.VerzoekRegel.verwijzer_code",
})  # fmt: skip


def _toegewezen(regio: Regiomensen, kind: Kind, kenmerk: str = "D-2026-1") -> Dossierverzoek:
    return Dossierverzoek.objects.create(
        kenmerk=kenmerk, kind=kind, gemeente=regio.lelystad, soort=Dossierverzoek.Soort.VERNIETIGING,
        verzoeker=Dossierverzoek.Verzoeker.OUDER, wat=MERK, identiteit=MERK, ontvangen_op=vandaag(),
        uiterlijk=vandaag(), staat=Dossierverzoek.Staat.TOEGEWEZEN, besloten_op=nu(), redenen="De ouders vragen het.",
        besloten_door=regio.privacy_lelystad.gebruiker,
    )  # fmt: skip


@pytest.mark.skipif(connection.vendor != "sqlite", reason="alleen op SQLite: rijen zonder de regels van een tabel")
def test_na_vernietigen_is_nergens_meer_iets_over_het_kind_te_lezen(
    regio: Regiomensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table that is added and forgotten fails here: clear it in a wiper, or say what stays and why."""
    with connection.cursor() as cursor:
        # Rows here hold words in every field, also where a table asks that some stay empty together.
        cursor.execute("PRAGMA ignore_check_constraints = ON")
    try:
        kind = Vuller(regio.lelystad, regio.gebruiker("fatima")).alles()
        erin = {naam.rsplit(".", 1)[0] for naam in nog_te_lezen()}
        assert {"toegang.Kind", "bezwaren.Beslissing", "opschaling.Casusvraag", "plannen.Planactie"} <= erin
        monkeypatch.setattr(beletsel, "_beletselen", {})
        actions.voer_uit(regio.privacy_lelystad, _toegewezen(regio, kind).pk, versie=1)
        blijft = frozenset[str]().union(*(b.velden for b in beletsel.wat_blijft()))
        over = {naam for naam in nog_te_lezen() if naam not in blijft and naam.rsplit(".", 1)[0] not in blijft}
        assert sorted(over) == []
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
    assert not Gebruiker.objects.filter(naam=MERK).exists()


def test_een_kort_veld_is_een_code_of_een_wisser_noemt_het() -> None:
    """What is as short as a code is not emptied by itself, so a new short field must be looked at."""
    kort = {
        f"{model._meta.label}.{veld.name}"
        for model in modellen()
        for veld in model._meta.concrete_fields
        if isinstance(veld, models.CharField) and not veld.choices and not houdt_woorden(veld)
    }
    assert {naam for naam in kort if naam.rsplit(".", 1)[1] not in CODES} == KORT_EN_LEEG


def test_een_plan_van_broer_en_zus_blijft_tot_ook_het_andere_dossier_weg_is(
    regio: Regiomensen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beletsel, "_beletselen", {})
    kinderen = [maak_kind(regio.lelystad, regio.de_brug, nummer=nummer).kind for nummer in (7, 8)]
    plan = Plan.objects.create(kenmerk="P-1", gemeente=regio.lelystad, aangeboden_op=vandaag(), aanbod_uitleg="Ja.")
    for kind in kinderen:
        Plankind.objects.create(plan=plan, kind=kind, van=vandaag())
    verzoeken = [_toegewezen(regio, kind, f"D-{nummer}") for nummer, kind in enumerate(kinderen)]
    actions.voer_uit(regio.privacy_lelystad, verzoeken[0].pk, versie=1)
    assert [k.kind_id for k in plan.kinderen.all()] == [kinderen[1].pk]
    actions.voer_uit(regio.privacy_lelystad, verzoeken[1].pk, versie=1)
    assert not Plan.objects.exists()


def test_wat_blijft_bestaat_en_gaat_over_een_kind() -> None:
    """A name that no longer exists would let something else stay unseen."""
    over_kind = {model._meta.label for model in modellen()}
    for blijft in beletsel.wat_blijft():
        assert blijft.grond
        for naam in blijft.velden:
            delen = naam.split(".")
            model = apps.get_model(".".join(delen[:2]))
            assert model._meta.label in over_kind
            assert len(delen) == 2 or model._meta.get_field(delen[2])
