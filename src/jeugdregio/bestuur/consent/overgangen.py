"""The road of a proposal: which state may follow which, and the one function that takes a step."""

import hashlib
from uuid import UUID

from django.db import transaction

from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Conflict, NietGevonden
from jeugdregio.basis.klok import nu
from jeugdregio.bestuur.consent.models import Bezwaar, Overgang, Staat, Versie, Voorstel
from jeugdregio.bestuur.consent.permissions import dossiers
from jeugdregio.organisaties.wie import Wie

_S = Staat
VOOR_CONSENT = (
    _S.CONCEPT, _S.INTAKE, _S.BEELDVORMING, _S.MENINGSVORMING, _S.BIJSTELLING, _S.CONSENTRONDE, _S.TOETSING,
    _S.INTEGRATIE, _S.AANGEHOUDEN, _S.ESCALATIE,
)  # fmt: skip
WEGEN: dict[str, set[str]] = {
    "": {_S.CONCEPT},
    _S.CONCEPT: {_S.INTAKE},
    _S.INTAKE: {_S.CONCEPT, _S.BEELDVORMING},
    _S.BEELDVORMING: {_S.MENINGSVORMING},
    _S.MENINGSVORMING: {_S.BIJSTELLING},
    _S.BIJSTELLING: {_S.CONSENTRONDE},
    # A round broken off goes back to where a text may change (case C4).
    _S.CONSENTRONDE: {_S.CONSENT, _S.TOETSING, _S.BIJSTELLING, _S.ESCALATIE},
    _S.TOETSING: {_S.CONSENTRONDE, _S.INTEGRATIE, _S.ESCALATIE},
    _S.INTEGRATIE: {_S.CONSENTRONDE, _S.AANGEHOUDEN, _S.ESCALATIE},
    _S.AANGEHOUDEN: {_S.INTEGRATIE},
    _S.ESCALATIE: {_S.BIJSTELLING},
    _S.CONSENT: {_S.BEKRACHTIGING},
    _S.BEKRACHTIGING: {_S.VAN_KRACHT, _S.TOETSING},
    _S.VAN_KRACHT: {_S.EVALUATIE},
    _S.EVALUATIE: {_S.VAN_KRACHT, _S.BIJSTELLING, _S.BEEINDIGD},
}
# Escalation from elsewhere than repair: only against the facilitator who let an objection or a proposal go.
WEGEN[_S.INGETROKKEN] = {_S.ESCALATIE}
for _staat in VOOR_CONSENT:
    WEGEN[_staat].add(_S.INGETROKKEN)
# An objection in one of these states keeps a proposal from going on, whichever municipality holds it.
BEZWAAR_OPEN = (Bezwaar.Staat.INGEDIEND, Bezwaar.Staat.GELDIG, Bezwaar.Staat.IN_INTEGRATIE)


def vingerafdruk(tekst: str) -> str:
    """Return the SHA-256 of a text in hex. Every character counts; only the line ends of a browser are made one."""
    return hashlib.sha256(gelijk_regeleinde(tekst).encode()).hexdigest()


def gelijk_regeleinde(tekst: str) -> str:
    """Return the text with one kind of line end: a browser sends two characters where people see one."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n")


def laatste_versie(voorstel: Voorstel) -> Versie:
    """Return the newest text."""
    return voorstel.versies.order_by("-nummer")[0]


def nieuwe_versie(wie: Wie, voorstel: Voorstel, tekst: str, toelichting: str = "") -> Versie:
    """Freeze a text as the next version."""
    schoon = gelijk_regeleinde(tekst)
    return Versie.objects.create(
        voorstel=voorstel, nummer=voorstel.versies.count() + 1, tekst=schoon, hash=vingerafdruk(schoon),
        toelichting=toelichting, door=wie.gebruikersnaam,
    )  # fmt: skip


def pak(wie: Wie, voorstel_id: UUID, *staten: str) -> Voorstel:
    """Take a proposal for an act, locked until the transaction ends.

    Raises NietGevonden for who may not read it, Conflict when it is not (or no longer) in one of these states. Must
    run inside a transaction: the second of two people waits here and then sees what the first one did.
    """
    voorstel = dossiers(wie).select_for_update().filter(pk=voorstel_id).first()
    if voorstel is None:
        raise NietGevonden("Dit voorstel is er niet.")
    eis_staat(voorstel, *staten)
    return voorstel


def eis_staat(voorstel: Voorstel, *staten: str) -> None:
    """Raise Conflict when the proposal is not in one of these states."""
    if voorstel.staat not in staten:
        nodig = " of ".join(Staat(staat).label.lower() for staat in staten)
        raise Conflict(
            f"Dit kan alleen in de fase {nodig}. Het voorstel staat nu in de fase "
            f"{Staat(voorstel.staat).label.lower()}. Kijk op de pagina van het voorstel wat er nu kan."
        )


@transaction.atomic
def ga_naar(wie: Wie, voorstel: Voorstel, naar: str, toelichting: str = "") -> None:
    """Take one step of the road: state, history, log and turns. Raises ValueError for a step that does not exist."""
    from jeugdregio.bestuur.consent.beurten import werk_beurten_bij

    if naar not in WEGEN.get(voorstel.staat, set()):
        raise ValueError(f"Van {voorstel.staat} naar {naar} is geen weg.")
    if naar == Staat.CONSENT and voorstel.bezwaren.filter(staat__in=BEZWAAR_OPEN).exists():
        raise ValueError("Er is geen consent zolang er een bezwaar openstaat.")
    van, voorstel.staat = voorstel.staat, naar
    voorstel.stap += 1
    voorstel.save()
    _noteer(wie, voorstel, van, toelichting)
    werk_beurten_bij(voorstel)


def begin(wie: Wie, voorstel: Voorstel) -> None:
    """Write the first line of the history, and open the first turn."""
    from jeugdregio.bestuur.consent.beurten import werk_beurten_bij

    _noteer(wie, voorstel, "", "")
    werk_beurten_bij(voorstel)


def _noteer(wie: Wie, voorstel: Voorstel, van: str, toelichting: str) -> None:
    Overgang.objects.create(
        voorstel=voorstel, van=van, naar=voorstel.staat, stap=voorstel.stap, door=wie.gebruikersnaam,
        organisatie=wie.organisatienaam, rol=wie.rolnaam, op=nu(), toelichting=toelichting,
    )  # fmt: skip
    leg_vast(
        wie, "voorstel.stap", soort="voorstel", onderwerp_id=voorstel.pk,
        gegevens={"van": van, "naar": voorstel.staat, "stap": voorstel.stap},
    )  # fmt: skip
