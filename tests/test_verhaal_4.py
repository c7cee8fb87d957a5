"""Story 4: Veilig Thuis transfers three children in Noordoostpolder; one parent says no, and nothing starts."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from jeugdregio.basis import klok
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.beurten.models import Beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang.gezinnen import broers
from jeugdregio.toegang.gezinnen.aanmaken import NieuwKind, maak_kind
from jeugdregio.toegang.gezinnen.zoeken import Signalement
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag, sluit_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Afloop, Casusrol, Hulpvraag, Weg
from jeugdregio.toegang.hulpvragen.wisselen import wijs_rol_toe
from jeugdregio.toegang.poort import TeStarten, oordelen
from jeugdregio.toegang.rechtstreeks import Hulp, wijs_rechtstreeks_toe
from jeugdregio.toegang.toestemming.actions import Uitleg, Voor, leg_toestemming_vast
from recht import veiligthuis
from tests.mensen import Regiomensen, maak_mens, test_bsn

MELDING, OVERDRACHT = date(2026, 7, 9), date(2026, 9, 3)


def test_de_termijnen_van_veilig_thuis() -> None:
    assert veiligthuis.beoordeling(MELDING).datum == date(2026, 7, 16)
    assert veiligthuis.onderzoek(MELDING).datum == date(2026, 9, 17)


def test_drie_kinderen_overgedragen_en_een_ouder_stemt_niet_in(regio: Regiomensen, client: Client) -> None:
    saar = maak_mens("Saar", regio.noordoostpolder, Rol.TOEGANG)
    geboren = (date(2014, 2, 1), date(2017, 5, 4), date(2020, 9, 9))
    # Thursday 3 September: the transfer; a contact person is named that day for each of the three.
    with klok.op(OVERDRACHT):
        kinderen = []
        for nummer, (naam, dag) in enumerate(zip(("Bas", "Fenna", "Otis"), geboren, strict=True)):
            signalement = Signalement(achternaam="Haan", voornamen=naam, geboortedatum=dag, bsn=test_bsn(nummer + 5))
            kinderen.append(maak_kind(saar, NieuwKind(signalement=signalement, geslacht="1")))
        for kind in kinderen[1:]:
            broers.koppel(saar, kinderen[0].pk, kind.kenmerk)
        vragen = [
            open_hulpvraag(saar, kind.pk, Weg.VEILIG_THUIS, OVERDRACHT, van=regio.veilig_thuis) for kind in kinderen
        ]
        noem = Beurt.objects.filter(soort="hulpvraag_contact")
        assert {b.uiterlijk for b in noem} == {OVERDRACHT}
        for vraag in vragen:
            wijs_rol_toe(saar, vraag.pk, Casusrol.CONTACT, regio.noordoostpolder, versie=1, gebruiker=saar.gebruiker)
        assert not noem.filter(staat="open").exists()

    # The transfer is voluntary help: consent is needed, and the father of the youngest says no.
    jongste, vraag = kinderen[2], vragen[2]
    with klok.op(date(2026, 9, 8)):
        toegang.bevestig_woonplaats(saar, jongste.pk, date(2020, 9, 9), "Basisregistratie personen")
        ouders = [
            toegang.voeg_gezagsdrager_toe(saar, jongste.pk, f"{naam} Haan", relatie)
            for naam, relatie in (("Iris", "moeder"), ("Wout", "vader"))
        ]
        for ouder, antwoord in zip(ouders, ("ja", "nee"), strict=True):
            leg_toestemming_vast(
                saar, jongste.pk, ouder.pk, antwoord, date(2026, 9, 8), voor=Voor(hulpvraag_id=vraag.pk),
                uitleg=Uitleg(tekst="Wat de hulp inhoudt.", op=date(2026, 9, 8)),
            )  # fmt: skip
        (oordeel,) = oordelen(jongste, [TeStarten(hulpvraag_id=vraag.pk)])
        assert not oordeel.waarde.mag_starten
        assert any("Raad voor de" in stap.tekst for stap in oordeel.stappen)
        hulp = Hulp(
            aanbieder_id=regio.de_brug.pk, code="45A04", ingangsdatum=date(2026, 9, 14), einddatum=date(2027, 3, 1),
            volume=4, eenheid="04", frequentie="4",
        )  # fmt: skip
        with pytest.raises(Geweigerd, match="vader"):
            wijs_rechtstreeks_toe(saar, jongste.pk, hulp)

    # Nothing starts; the reason is recorded, and the road to the Raad stays open.
    with klok.op(date(2026, 9, 15)):
        sluit_hulpvraag(
            saar, vraag.pk, Afloop.GEEN_HULP, "Vader stemt niet in.", versie=Hulpvraag.objects.get(pk=vraag.pk).versie
        )
        client.force_login(saar.gebruiker)  # type: ignore[arg-type]
        blad = client.get(reverse("toegang:kind", args=[jongste.pk])).content.decode()
    assert "er is geen hulp gestart" in blad
    assert "Vader stemt niet in." in blad
    assert "blijft de weg naar de Raad voor de Kinderbescherming open" in blad
    assert "Bas Haan" in blad  # brother and sister on the same screen
    assert Hulpvraag.objects.filter(afgesloten_op__isnull=True).count() == 2
