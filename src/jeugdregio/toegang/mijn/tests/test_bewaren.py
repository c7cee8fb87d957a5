"""Destroying a file closes the family's page of that child, and leaves the account that opens another one."""

from tests.mensen import Regiomensen

from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.mijn.bewaren import wis_gezinspagina
from jeugdregio.toegang.mijn.models import Gezinstoegang, Gezinsvraag
from jeugdregio.toegang.woonplaats.tests.hulp import maak_kind


def test_een_account_blijft_zolang_het_een_ander_kind_heeft(regio: Regiomensen) -> None:
    jelle, broer = (maak_kind(regio.lelystad, regio.de_brug, nummer=nummer).kind for nummer in (7, 8))
    moeder = Gebruiker.objects.create_user("kim@voorbeeld.nl", "Kim Brouwer", "een lang wachtwoord")
    for kind in (jelle, broer):
        drager = kind.gezagsdragers.get(relatie="moeder")
        toegang = Gezinstoegang.objects.create(gebruiker=moeder, kind=kind, gezagsdrager=drager)
        Gezinsvraag.objects.create(toegang=toegang, kind=kind, soort="vraag", tekst="Wanneer begint het?")
    wis_gezinspagina(jelle)
    moeder.refresh_from_db()
    assert (moeder.naam, moeder.is_active, Gezinsvraag.objects.get().kind_id) == ("Kim Brouwer", True, broer.pk)
    wis_gezinspagina(broer)
    moeder.refresh_from_db()
    assert (moeder.naam, moeder.is_active, moeder.has_usable_password()) == ("Vernietigd", False, False)
    assert "kim" not in moeder.email
    assert not Gezinstoegang.objects.exists()


def test_wie_ook_in_de_regio_werkt_houdt_het_account(regio: Regiomensen) -> None:
    kind = maak_kind(regio.lelystad, regio.de_brug).kind
    fatima = regio.gebruiker("fatima")
    Gezinstoegang.objects.create(gebruiker=fatima, kind=kind, gezagsdrager=kind.gezagsdragers.get(relatie="moeder"))
    wis_gezinspagina(kind)
    fatima.refresh_from_db()
    assert fatima.is_active
