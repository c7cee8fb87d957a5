"""Testing objections: whether the reasoning hangs together, not whether it is true; nobody is outvoted on truth."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.bestuur.consent.beurten import werk_beurten_bij
from jeugdregio.bestuur.consent.models import Bezwaar, Staat, Voorstel, Zorg
from jeugdregio.bestuur.consent.overgangen import BEZWAAR_OPEN, ga_naar, laatste_versie, pak
from jeugdregio.bestuur.consent.permissions import is_delegate
from jeugdregio.bestuur.consent.rondes import nieuwe_ronde
from jeugdregio.bestuur.consent.toetsen_invoer import eis_cijfer, eis_ingevuld, eis_keuze
from jeugdregio.bestuur.persoonsgegevens import weiger_persoonsgegevens
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

_B = Bezwaar.Staat
ALS_ZORG, INTREKKEN, HANDHAVEN = "zorg", "intrekken", "handhaven"
ANTWOORDEN = {
    ALS_ZORG: "Ik maak er een zorg van",
    INTREKKEN: "Ik trek mijn bezwaar in",
    HANDHAVEN: "Ik houd mijn bezwaar vast",
}


def pak_bezwaar(wie: Wie, bezwaar_id: UUID, *staten: str) -> tuple[Voorstel, Bezwaar]:
    """Take an objection with its proposal locked; NietGevonden for who may not read it."""
    gevonden = Bezwaar.objects.filter(pk=bezwaar_id).values_list("voorstel_id", flat=True).first()
    if gevonden is None:
        raise NietGevonden("Dit bezwaar is er niet.")
    voorstel = pak(wie, gevonden, *staten)
    return voorstel, Bezwaar.objects.select_related("gemeente", "ronde").get(pk=bezwaar_id)


def eis_bezwaar_in(bezwaar: Bezwaar, *staten: str) -> None:
    """Raise Conflict when the objection is no longer in one of these states."""
    if bezwaar.staat not in staten:
        raise Conflict(f"Dit bezwaar staat nu op '{bezwaar.get_staat_display().lower()}'. Kijk wat er nu kan.")


@transaction.atomic
def toets(wie: Wie, bezwaar_id: UUID, *, redenering_klopt: bool, bevinding: str) -> Bezwaar:
    """Write down whether the reasoning hangs together. If so it is valid; if not, the objector answers first."""
    voorstel, bezwaar = pak_bezwaar(wie, bezwaar_id, Staat.TOETSING)
    wie.eis(Rol.BEGELEIDER)
    eis_bezwaar_in(bezwaar, _B.INGEDIEND)
    eis_ingevuld({"bevinding": bevinding}, {"bevinding": "Schrijf wat je bevond en waarom."})
    weiger_persoonsgegevens({"bevinding": bevinding})
    if redenering_klopt and not bezwaar.zwaarwegend:
        raise Geweigerd(
            "De antwoorden van de indiener halen de toets niet: nodig zijn vraag 1 tot en met 4 samen, of vraag 5. "
            "Leg vast dat de redenering niet rond is; de indiener kan het bezwaar dan nog vasthouden.",
            velden={"redenering_klopt": "Kies nee, of laat de indiener het bezwaar intrekken."},
        )
    bezwaar.redenering_klopt, bezwaar.bevinding = redenering_klopt, bevinding.strip()
    if redenering_klopt:
        bezwaar.staat = _B.GELDIG
    bezwaar.save()
    _log(wie, bezwaar, "bezwaar.getoetst")
    werk_beurten_bij(voorstel)
    return bezwaar


@transaction.atomic
def antwoord_op_toets(wie: Wie, bezwaar_id: UUID, *, antwoord: str, criterium: str = "", cijfer: str = "") -> Bezwaar:
    """Let the objector choose: a concern, withdraw, or hold on. Only the objector can; holding on keeps it valid."""
    voorstel, bezwaar = pak_bezwaar(wie, bezwaar_id, Staat.TOETSING, Staat.INTEGRATIE)
    if not is_delegate(wie, bezwaar.gemeente, vandaag()):
        raise GeenRecht(f"Alleen {bezwaar.gemeente.naam} beslist over dit bezwaar.")
    eis_bezwaar_in(bezwaar, *BEZWAAR_OPEN)
    eis_keuze({"antwoord": antwoord}, ANTWOORDEN)
    if antwoord == HANDHAVEN:
        _houd_vast(bezwaar)
    else:
        _laat_los(bezwaar, antwoord, criterium, cijfer)
    bezwaar.save()
    _log(wie, bezwaar, f"bezwaar.{antwoord}")
    if voorstel.staat == Staat.INTEGRATIE and antwoord != HANDHAVEN:
        from jeugdregio.bestuur.consent.herstellen import volgende

        volgende(wie, voorstel)
    werk_beurten_bij(voorstel)
    return bezwaar


def _houd_vast(bezwaar: Bezwaar) -> None:
    eis_bezwaar_in(bezwaar, _B.INGEDIEND)
    if bezwaar.redenering_klopt is None:
        raise Geweigerd("De begeleider kijkt eerst naar je bezwaar. Daarna kies je.")
    bezwaar.staat = _B.GELDIG


def _laat_los(bezwaar: Bezwaar, antwoord: str, criterium: str, cijfer: str) -> None:
    bezwaar.afgedaan_op = nu()
    if antwoord == INTREKKEN:
        bezwaar.staat = _B.INGETROKKEN
        return
    eis_ingevuld(
        {"criterium": criterium}, {"criterium": "Schrijf waaraan we bij de evaluatie zien of je zorg uitkwam."}
    )
    weiger_persoonsgegevens({"criterium": criterium})
    eis_cijfer({"cijfer": cijfer})
    bezwaar.staat = _B.ZORG
    Zorg.objects.create(
        voorstel=bezwaar.voorstel, ronde=bezwaar.ronde, gemeente=bezwaar.gemeente, tekst=bezwaar.schade,
        criterium=criterium.strip(), cijfer=cijfer,
    )  # fmt: skip


@transaction.atomic
def rond_toetsing_af(
    wie: Wie, voorstel_id: UUID, *, volgorde: Sequence[UUID] = (), groepen: Mapping[UUID, str] | None = None
) -> Voorstel:
    """Go on: to repair with the valid objections grouped and ordered, or to a new round when none is left."""
    voorstel = pak(wie, voorstel_id, Staat.TOETSING)
    wie.eis(Rol.BEGELEIDER)
    bezwaren = list(voorstel.bezwaren.filter(staat__in=BEZWAAR_OPEN).select_related("gemeente"))
    wacht = [b.gemeente.naam for b in bezwaren if b.staat == _B.INGEDIEND]
    if wacht:
        raise Geweigerd(f"Nog niet klaar: het bezwaar van {', '.join(wacht)} is nog niet getoetst of beantwoord.")
    versie = laatste_versie(voorstel)
    if not bezwaren:
        nieuwe_ronde(voorstel, versie)
        ga_naar(wie, voorstel, Staat.CONSENTRONDE, "Geen geldig bezwaar meer; iedereen spreekt opnieuw")
        return voorstel
    _zet_op_volgorde(bezwaren, volgorde, groepen or {})
    voorstel.werktekst = versie.tekst
    ga_naar(wie, voorstel, Staat.INTEGRATIE)
    return voorstel


def _zet_op_volgorde(bezwaren: list[Bezwaar], volgorde: Sequence[UUID], groepen: Mapping[UUID, str]) -> None:
    plaats = {pk: nummer for nummer, pk in enumerate(volgorde)}
    weiger_persoonsgegevens({f"groep_{pk}": groep for pk, groep in groepen.items()})
    bezwaren.sort(key=lambda b: (plaats.get(b.pk, len(plaats)), b.gemeente.naam))
    for nummer, bezwaar in enumerate(bezwaren, start=1):
        bezwaar.volgorde, bezwaar.groep = nummer, groepen.get(bezwaar.pk, "")[:100]
        bezwaar.staat = _B.IN_INTEGRATIE if nummer == 1 else _B.GELDIG
        bezwaar.save(update_fields=["volgorde", "groep", "staat"])


def _log(wie: Wie, bezwaar: Bezwaar, handeling: str) -> None:
    leg_vast(wie, handeling, soort="bezwaar", onderwerp_id=bezwaar.pk)
