"""The doors of proposals: what is for the table is not there for anybody else."""

from datetime import timedelta
from typing import Any

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Bezwaar, Principe, Ronde, Staat, Versie, Voorstel
from tests.deuren.deur import IEDEREEN, Deur
from tests.wereld import Wereld

INBRENGERS = {"wethouder_lelystad", "beleid_lelystad", "jurist_lelystad", "directeur", "secretaris"}
TAFEL = INBRENGERS | {"voorzitter", "begeleider", "ervaringsdeskundige"}
BUITEN = IEDEREEN - TAFEL

DEUREN = {
    "consent:lijst": Deur(IEDEREEN),
    "consent:nieuw": Deur(INBRENGERS),
    "consent:spelregels": Deur(TAFEL | {"griffier_lelystad"}),
    # The act itself asks that a policy officer works at the regional office.
    "consent:principe_einde": Deur({"secretaris"}, post=True, principe_id="principe"),
    "consent:vervangers": Deur({"wethouder_lelystad", "secretaris"}),
    "consent:voorstel": Deur(TAFEL, onzichtbaar=BUITEN, voorstel_id="voorstel"),
    "consent:handeling": Deur({"wethouder_lelystad"}, onzichtbaar=BUITEN, voorstel_id="voorstel", code="standpunt"),
    "consent:onderdeel": Deur(
        {"begeleider"}, onzichtbaar=BUITEN, voorstel_id="in_toetsing", code="toetsen", onderdeel_id="bezwaar"
    ),
}


def _voorstel(wereld: Wereld, staat: str) -> Voorstel:
    regio = wereld.regio
    return Voorstel.objects.create(
        regio=regio.regio, titel="Minimumvariant", aanleiding="Verschil van inzicht", staat=staat,
        inbrenger=regio.gebruiker("directeur"), inbrenger_organisatie=regio.regiokantoor,
        evaluatie_op=vandaag() + timedelta(days=182),
    )  # fmt: skip


def _ronde(voorstel: Voorstel, uitkomst: str) -> Ronde:
    versie = Versie.objects.create(voorstel=voorstel, nummer=1, tekst="Tekst", hash="0" * 64, door="Dirk")
    return Ronde.objects.create(voorstel=voorstel, versie=versie, nummer=1, hash=versie.hash, uitkomst=uitkomst)


def maak(wereld: Wereld) -> dict[str, Any]:
    """Make a proposal in a round, and one whose objection is tested."""
    voorstel, in_toetsing = _voorstel(wereld, Staat.CONSENTRONDE), _voorstel(wereld, Staat.TOETSING)
    _ronde(voorstel, "")
    bezwaar = Bezwaar.objects.create(
        voorstel=in_toetsing, ronde=_ronde(in_toetsing, "bezwaar"), gemeente=wereld.regio.lelystad,
        schade="Verlies van mandaat", wie_raakt="Onze raad", o5=True,
    )  # fmt: skip
    principe = Principe.objects.create(tekst="Dichtbij", bron="Regio", van=vandaag() - timedelta(days=30))
    return {"principe": principe, "voorstel": voorstel, "in_toetsing": in_toetsing, "bezwaar": bezwaar}
