"""Whatever people do in whatever order: no consent with an objection open or a municipality that did not speak."""

from contextlib import suppress

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jeugdregio.basis.fouten import JeugdregioFout
from jeugdregio.bestuur.consent import escaleren, herstellen, inbrengen, rondes, toetsen
from jeugdregio.bestuur.consent.models import Bezwaar, Ronde, Voorstel
from jeugdregio.bestuur.consent.overgangen import BEZWAAR_OPEN, WEGEN, vingerafdruk
from jeugdregio.bestuur.consent.tests import tafel as t
from jeugdregio.bestuur.consent.tests.tafel import Tafel
from jeugdregio.organisaties.wie import Wie

NAMEN = ("almere", "dronten", "lelystad", "noordoostpolder", "urk")
DADEN = st.tuples(
    st.sampled_from(
        ["consent", "consent", "bezwaar", "toets", "toets_niet", "intrekken", "handhaven", "rond_af", "herstel",
         "bevestig", "afbreken", "voorleggen", "waarschuw", "laat_vallen", "opkomen"]
    ),
    st.sampled_from(NAMEN),
)  # fmt: skip


def _doe(tafel: Tafel, voorstel: Voorstel, daad: str, naam: str) -> None:
    regio, wie = tafel.regio, tafel.wethouders[naam]
    bezwaar = voorstel.bezwaren.filter(gemeente=wie.organisatie).order_by("-ingediend_op").first()
    if daad == "consent":
        t.consent(wie, voorstel)
    elif daad == "bezwaar":
        t.bezwaar(wie, voorstel)
    elif daad == "rond_af":
        toetsen.rond_toetsing_af(regio.begeleider, voorstel.pk)
    elif daad == "afbreken":
        rondes.breek_ronde_af(regio.voorzitter, voorstel.pk, reden="Anders")
    elif daad == "voorleggen":
        t.leg_voor(tafel, voorstel, voorstel.versies.last().tekst)  # type: ignore[union-attr]
    elif bezwaar is not None:
        _met_bezwaar(tafel, bezwaar, daad, wie)


def _met_bezwaar(tafel: Tafel, bezwaar: Bezwaar, daad: str, wie: Wie) -> None:
    regio, tekst = tafel.regio, f"{t.TEKST} Herstel {bezwaar.pk}."
    if daad in {"toets", "toets_niet"}:
        toetsen.toets(regio.begeleider, bezwaar.pk, redenering_klopt=daad == "toets", bevinding="Gezien")
    elif daad in {"intrekken", "handhaven"}:
        toetsen.antwoord_op_toets(wie, bezwaar.pk, antwoord=daad)
    elif daad == "herstel":
        herstellen.stel_herstel_voor(regio.directeur, bezwaar.pk, wijziging="Zin", tekst=tekst)
    elif daad == "bevestig":
        for mens in (wie, regio.directeur):
            herstellen.bevestig_herstel(mens, bezwaar.pk, tekst_hash=vingerafdruk(tekst))
    elif daad == "waarschuw":
        escaleren.waarschuw(regio.begeleider, bezwaar.pk, kant="indiener", reden="Zoekt geen herstel")
    elif daad == "laat_vallen":
        escaleren.laat_vallen(regio.begeleider, bezwaar.pk, kant="indiener", reden="Zoekt geen herstel")
    elif daad == "opkomen":
        escaleren.kom_op_tegen_loslaten(wie, bezwaar.pk, reden="Toch wel")


@settings(
    max_examples=25, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(daden=st.lists(DADEN, min_size=5, max_size=30))
def test_geen_weg_naar_consent_met_een_open_bezwaar_of_een_stille_gemeente(
    tafel: Tafel, daden: list[tuple[str, str]]
) -> None:
    with transaction.atomic():
        voorstel = t.tot_ronde(tafel)
        for daad, naam in daden:
            voorstel.refresh_from_db()
            # An act that is not possible now refuses and changes nothing.
            with suppress(JeugdregioFout, AssertionError), transaction.atomic():
                _doe(tafel, voorstel, daad, naam)
        voorstel.refresh_from_db()
        _controleer(voorstel)
        transaction.set_rollback(True)


def _controleer(voorstel: Voorstel) -> None:
    for stap in voorstel.overgangen.all():
        assert stap.naar in WEGEN[stap.van]
    for ronde in voorstel.rondes.all():
        keuzes = set(ronde.standpunten.values_list("keuze", flat=True))
        if ronde.uitkomst in {"", Ronde.Uitkomst.AFGEBROKEN}:
            assert keuzes <= {""}
            assert not Bezwaar.objects.filter(ronde=ronde).exists()
        if ronde.uitkomst == Ronde.Uitkomst.CONSENT:
            assert ronde.standpunten.count() == len(NAMEN)
            assert "bezwaar" not in keuzes
    if voorstel.staat == "consent":
        assert not voorstel.bezwaren.filter(staat__in=BEZWAAR_OPEN).exists()


def test_ingetrokken_is_het_einde_behalve_na_loslaten(tafel: Tafel) -> None:
    voorstel = t.tot_ronde(tafel)
    inbrengen.trek_in(tafel.regio.directeur, voorstel.pk, reden="Achterhaald")
    assert WEGEN["ingetrokken"] == {"escalatie"}
