"""The status band of a request: where it is on the road from referral to the end of help."""

from dataclasses import dataclass
from datetime import date

from jeugdregio.toegang.models import Levering, Verzoek, VerzoekRegel


@dataclass(frozen=True)
class Stap:
    """One step: `staat` is gedaan, nu or straks; `datum` the day it was done, or for "nu" the last day."""

    naam: str
    staat: str
    datum: date | None = None
    toelichting: str = ""


def stappen(verzoek: Verzoek) -> tuple[Stap, ...]:
    """Return the six steps of a request with their dates. Reads the lines, assignments and deliveries."""
    regels = list(verzoek.regels.all())
    open_ = [r for r in regels if r.staat in {VerzoekRegel.Staat.OPEN, VerzoekRegel.Staat.ONDERZOEK}]
    toegewezen = [r for r in regels if r.staat == VerzoekRegel.Staat.TOEGEWEZEN]
    leveringen = _leveringen(verzoek)
    ontvangen: tuple[Stap, ...] = (Stap("Verzoek ontvangen", "gedaan", verzoek.ontvangen_op),)
    if verzoek.soort == Verzoek.Soort.TOEWIJZING:
        ontvangen = (Stap("Verwezen", "gedaan"), *ontvangen)
    if open_:
        onderzoek = any(r.staat == VerzoekRegel.Staat.ONDERZOEK for r in open_)
        nu = Stap("Beantwoorden", "nu", verzoek.antwoord_uiterlijk, "In onderzoek" if onderzoek else "")
        straks = (Stap(naam, "straks") for naam in ("Toegewezen", "Hulp gestart", "Afgesloten"))
        return (*ontvangen, nu, *straks)
    besloten = max((r.besloten_op.date() for r in regels if r.besloten_op), default=None)
    beantwoord = (*ontvangen, Stap("Beantwoorden", "gedaan", besloten))
    if not toegewezen:
        return (*beantwoord, Stap("Afgewezen", "gedaan", besloten))
    toegekend = max((r.besloten_op.date() for r in toegewezen if r.besloten_op), default=None)
    return (*beantwoord, Stap("Toegewezen", "gedaan", toegekend), *_hulp(leveringen))


def _hulp(leveringen: list[Levering]) -> tuple[Stap, Stap]:
    if not leveringen:
        return Stap("Hulp gestart", "nu"), Stap("Afgesloten", "straks")
    gestart = Stap("Hulp gestart", "gedaan", min(lev.begindatum for lev in leveringen))
    einden = [lev.einddatum for lev in leveringen]
    if all(einden):
        return gestart, Stap("Afgesloten", "gedaan", max(e for e in einden if e))
    return gestart, Stap("Afgesloten", "nu")


def _leveringen(verzoek: Verzoek) -> list[Levering]:
    return list(Levering.objects.filter(toewijzing__verzoek_regel__verzoek=verzoek, verwijderd_op__isnull=True))
