"""The question of Thijs with everything there to decide on it, and the steps up to a decision that was sent."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.mensen import Regiomensen, test_bsn

from jeugdregio.basis import klok
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.beschikkingen import actions
from jeugdregio.toegang.beschikkingen.actions import Hulpregel, Keuze
from jeugdregio.toegang.beschikkingen.models import Beschikking, Deskundigheid, Regel
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Hulpvraag
from jeugdregio.toegang.models import Gezagsdrager, Kind, Toestemming

AANVRAAG, DAG = date(2026, 3, 2), date(2026, 5, 7)
TOT = date(2027, 5, 6)
WOORDEN: dict[str, Any] = {
    "gevraagd": "Hulp bij de boosheid thuis.", "behoeften": "Rust en vaste gezichten.",
    "geloof_cultuur": "Geen wensen.",
    "keuze": "Het gezin koos uit twee aanbieders.",
    "motivering": "Thijs loopt thuis en op school vast. Met hulp in het gezin leert hij omgaan met boosheid.",
    "contact_naam": "Fatima", "contact_telefoon": "0320-111111",
}  # fmt: skip
GEWEIGERD = WOORDEN | {
    "motivering": "De school en oma helpen al genoeg, dus extra hulp is nu niet nodig.",
    "weigergrond": "eigen_kracht",
    "voorschrift": "Jeugdwet 2.3 lid 1",
}


@dataclass
class Zaak:
    """A child with a question, and who works on it."""

    regio: Regiomensen
    kind: Kind
    vraag: Hulpvraag

    @property
    def fatima(self) -> Wie:
        """The worker."""
        return self.regio.fatima

    def begin(self, soort: str = "natura", woorden: dict[str, Any] | None = None, **anders: Any) -> Beschikking:
        """Begin a draft with its words in it."""
        b = actions.begin(self.fatima, self.vraag.pk, soort, **anders)
        return actions.schrijf(self.fatima, b.pk, woorden or WOORDEN, versie=b.versie)

    def regel(self, b: Beschikking, **anders: Any) -> Regel:
        """Add a line: 8 hours a month of 45A04 for a year."""
        velden = {"product": "45A04", "ingangsdatum": date(2026, 5, 11), "einddatum": TOT, "volume": 8,
                  "frequentie": "4"} | anders  # fmt: skip
        return actions.zet_regel(self.fatima, b.pk, Hulpregel(**velden), versie=versie(b))

    def natura(self, *, kies: bool = True) -> Beschikking:
        """Return a draft in kind that may be finished."""
        b = self.begin()
        regel = self.regel(b)
        if kies:
            self.kies(b, regel)
        return ververst(b)

    def kies(self, b: Beschikking, regel: Regel, reden: str = "Dichtbij en er is plek.") -> None:
        """Choose De Brug."""
        keuze = Keuze(aanbieder_id=self.regio.de_brug.pk, reden=reden, voorkeur="Iemand die ook thuis komt.")
        actions.kies_aanbieder(self.fatima, b.pk, regel.pk, keuze, versie=versie(b))

    def getekend(self, b: Beschikking, door: Wie | None = None) -> Beschikking:
        """Finish and sign."""
        b = actions.bied_aan(self.fatima, b.pk, versie=versie(b))
        return actions.teken(door or self.fatima, b.pk, versie=b.versie)

    def verzonden(self, b: Beschikking, door: Wie | None = None) -> Beschikking:
        """Finish, sign and send to all who must have it."""
        b = self.getekend(b, door)
        return actions.verzend(self.fatima, b.pk, self.wijzen(), versie=b.versie)

    def wijzen(self) -> dict[str, str]:
        """Everybody by post."""
        dragers = {str(d.pk): "post" for d in self.kind.gezagsdragers.all()}
        return {"kind": "post", **dragers} if self.kind.geboortedatum < date(2014, 5, 7) else dragers


def maak_zaak(regio: Regiomensen, *, geboren: date = date(2016, 8, 1), weg: str = "eigen") -> Zaak:
    """Make a boy with two parents who agree, in Lelystad, and a registered worker."""
    for naam in ("fatima", "teamleider_lelystad"):
        Deskundigheid.objects.get_or_create(
            gebruiker=regio.gebruiker(naam), gemeente=regio.lelystad, register="skj", van=date(2024, 1, 1),
            defaults={"nummer": "100001"},
        )  # fmt: skip
    bsn = test_bsn(11)
    kind = Kind.objects.create(
        kenmerk="K-2026-00009", bsn=bsn, bsn_zoek=zoeksleutel(bsn), geboortedatum=geboren, geslacht="1",
        achternaam="Zomer", voornamen="Thijs", gemeente=regio.lelystad, woonplaats_sinds=geboren,
        woonplaats_bron="BRP", straatnaam="Geheimeweg", huisnummer=7, postcode="8232AB", plaatsnaam="Lelystad",
    )  # fmt: skip
    dragers = [
        Gezagsdrager.objects.create(kind=kind, naam=naam, relatie=relatie, nummer=nummer)
        for nummer, (naam, relatie) in enumerate((("Kim Zomer", "moeder"), ("Rob Zomer", "vader")), 1)
    ]
    for drager in (*dragers, None):
        Toestemming.objects.create(kind=kind, gezagsdrager=drager, antwoord="ja", op=AANVRAAG)
    with klok.op(AANVRAAG):
        vraag = open_hulpvraag(regio.fatima, kind.pk, weg, AANVRAAG, vraag="Hulp bij de boosheid thuis.")
    return Zaak(regio, kind, vraag)


def versie(b: Beschikking) -> int:
    """Return the version as it is stored now."""
    return Beschikking.objects.values_list("versie", flat=True).get(pk=b.pk)


def ververst(b: Beschikking) -> Beschikking:
    """Return the decision as it is stored now."""
    return Beschikking.objects.get(pk=b.pk)
