"""The doors of letters to councils: a released public letter of the region with Lelystad's part, and one sending."""

from django.utils import timezone

from jeugdregio.bestuur.brieven.inhoud import hash_van, schilinhoud, vingerafdruk
from jeugdregio.bestuur.brieven.models import Brief, Kern, Schil, Verzending
from tests.deuren.deur import IEDEREEN, Deur
from tests.wereld import DAG, Wereld

LEZERS = {
    "griffier_lelystad", "wethouder_lelystad", "beleid_lelystad", "jurist_lelystad", "directeur", "secretaris",
    "voorzitter", "begeleider", "ervaringsdeskundige",
}  # fmt: skip
SCHRIJVERS = {"wethouder_lelystad", "beleid_lelystad", "jurist_lelystad", "directeur", "secretaris"}
REGIO = {"directeur", "secretaris"}
EIGEN = {"wethouder_lelystad", "beleid_lelystad"}


def _brief(mag: set[str], *, post: bool = True) -> Deur:
    return Deur(mag, post=post, brief_id="brief")


def _schil(*, post: bool = False, **sleutels: object) -> Deur:
    return Deur(EIGEN, post=post, schil_id="schil", **sleutels)


DEUREN: dict[str, Deur] = {
    "brieven:lijst": Deur(LEZERS),
    "brieven:nieuw": Deur(SCHRIJVERS),
    "brieven:toonlijst": Deur(LEZERS),
    "brieven:toon_nieuw": Deur({"secretaris"}),
    "brieven:toon_regel": Deur({"secretaris"}, code="weigeren"),
    "brieven:toon_uit": Deur({"secretaris"}, post=True, code="weigeren"),
    "brieven:toon_terug": Deur({"secretaris"}, post=True, code="weigeren"),
    "brieven:brief": Deur(LEZERS, onzichtbaar=IEDEREEN - LEZERS, brief_id="brief"),
    "brieven:schrijven": _brief(REGIO, post=False),
    "brieven:vrijgeven": _brief(REGIO),
    "brieven:nieuwe_versie": _brief(REGIO),
    "brieven:intrekken": _brief(REGIO),
    "brieven:schil": _schil(),
    "brieven:versturen": _schil(post=True),
    "brieven:bestand": _schil(blad="voorblad", vorm="docx"),
    "brieven:verzonden": Deur(LEZERS, onzichtbaar=IEDEREEN - LEZERS, verzending_id="verzending"),
    "brieven:verzonden_bestand": Deur(
        LEZERS, onzichtbaar=IEDEREEN - LEZERS, verzending_id="verzending", blad="voorblad", vorm="docx"
    ),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a letter that the council of Lelystad was sent."""
    regio = wereld.regio
    brief = Brief.objects.create(
        soort="raadsbrief", onderwerp="Advies", zichtbaarheid="openbaar", eigenaar=regio.regiokantoor,
        opgesteld_door=regio.gebruiker("secretaris"), verzenden_op=DAG, staat="vrij",
    )  # fmt: skip
    delen = {"aanleiding": "Er is advies.", "kern": "Vier aanbevelingen.", "vervolg": "Overleg."}
    kern = Kern.objects.create(
        brief=brief, delen=delen, vingerafdruk=vingerafdruk(brief, delen, {}), bevroren_op=timezone.now()
    )
    schil = Schil.objects.create(brief=brief, gemeente=regio.lelystad, nummer="25.054", vergadersoort="raad")
    eigen = schilinhoud(schil, [], DAG)
    verzending = Verzending.objects.create(
        schil=schil, kern=kern, op=DAG, inhoud=eigen, vingerafdruk=hash_van(eigen), door=regio.gebruiker("secretaris")
    )
    return {"brief": brief, "schil": schil, "verzending": verzending}
