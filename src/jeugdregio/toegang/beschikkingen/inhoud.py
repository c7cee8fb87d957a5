"""What a decision says: all facts of the letter as plain data, fixed when it is signed. No address is among them."""

import hashlib
import json
from typing import Any

from ijw.eenheden import eenheid_naam
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Contactpunt
from jeugdregio.organisaties.queries import contactpunten_van
from jeugdregio.toegang import weergave
from jeugdregio.toegang.beschikkingen.models import Beschikking, PgbToets, Regel, Vorm
from jeugdregio.toegang.beschikkingen.regels import kosten
from recht.datum import leeftijd
from recht.pgb import pgb_meerkosten
from recht.toestemming import MEEBESLISSEN, ZELF

Inhoud = dict[str, Any]


def leg_inhoud_vast(beschikking: Beschikking) -> None:
    """Put the content and its hash on a decision that is being signed; the caller saves it."""
    beschikking.inhoud = maak_inhoud(beschikking)
    beschikking.vingerafdruk = hash_van(beschikking.inhoud)


def hash_van(inhoud: Inhoud) -> str:
    """Return the SHA-256 of the content, whatever the order of its keys."""
    return hashlib.sha256(json.dumps(inhoud, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def maak_inhoud(beschikking: Beschikking) -> Inhoud:
    """Return the content as it is now: for the preview of a draft, or to be fixed."""
    kind, vervangt = beschikking.kind, beschikking.vervangt
    jaren = leeftijd(kind.geboortedatum, vandaag())
    return {
        "kenmerk": beschikking.kenmerk,
        "soort": beschikking.soort,
        "gemeente": beschikking.gemeente.naam,
        "kind": {
            "naam": weergave.naam(kind), "roepnaam": kind.voornamen.split(" ")[0] or "uw kind",
            "geboren": kind.geboortedatum.isoformat(), "beslist_mee": jaren >= MEEBESLISSEN.op(vandaag()),
            "beslist_zelf": jaren >= ZELF.op(vandaag()),
        },
        "gevraagd_op": beschikking.hulpvraag.ontvangen_op.isoformat(),
        "weg": beschikking.hulpvraag.weg,
        "vervangt": _vervangt(vervangt),
        "regels": [_regel(regel) for regel in beschikking.regels.all()],
        **{naam: getattr(beschikking, naam) for naam in (
            "gevraagd", "behoeften", "geloof_cultuur", "keuze", "motivering", "voorschrift", "zienswijze",
            "pleeggezin_reden",
        )},
        "weigergrond": beschikking.get_weigergrond_display() if beschikking.weigergrond else "",
        "zienswijze_op": beschikking.zienswijze_op.isoformat() if beschikking.zienswijze_op else "",
        "pgb": _pgb(getattr(beschikking, "pgb_toets", None)),
        "contact": {"naam": beschikking.contact_naam, "telefoon": beschikking.contact_telefoon},
        "bezwaar": _bezwaarpunt(beschikking),
        "namens": beschikking.namens,
        "ondertekenaar": beschikking.ondertekend_door.naam if beschikking.ondertekend_door else "",
        "besloten_op": beschikking.besloten_op.isoformat() if beschikking.besloten_op else "",
    }  # fmt: skip


def _vervangt(vervangt: Beschikking | None) -> Inhoud | None:
    if vervangt is None or vervangt.verzonden_op is None:
        return None
    return {"kenmerk": vervangt.kenmerk, "verzonden_op": vervangt.verzonden_op.isoformat()}


def _regel(regel: Regel) -> Inhoud:
    keuze = getattr(regel, "aanbiederkeuze", None)
    over = regel.over
    return {
        "hulp": regel.product.naam,
        "toegekend": regel.toegekend,
        "vorm": regel.vorm,
        "omvang": weergave.omvang(regel.volume, regel.eenheid, regel.frequentie),
        "van": regel.ingangsdatum.isoformat(),
        "tot": regel.einddatum.isoformat() if regel.einddatum else "",
        "aanbieder": keuze.aanbieder.naam if keuze else (over.aanbieder.naam if over else ""),
        "aanbieder_reden": keuze.reden if keuze else "",
        "aanbieder_gegevens": keuze.gegevens if keuze else {},
        "voorkeur": keuze.voorkeur if keuze else "",
        "tarief": regel.tarief_centen if regel.vorm == Vorm.NATURA else None,
        "eenheid": eenheid_naam(regel.eenheid)[0] if regel.eenheid else "",
        "kosten": kosten(regel),
        "pgb": regel.pgb_centen,
        "reden": regel.reden,
        "over": over.nummer if over else "",
        "was_omvang": weergave.omvang(over.volume, over.eenheid, over.frequentie) if over else "",
        "was_tot": over.einddatum.isoformat() if over and over.einddatum else "",
    }


def _pgb(toets: PgbToets | None) -> Inhoud | None:
    if toets is None:
        return None
    meer = pgb_meerkosten(toets.gevraagd_centen or 0, toets.natura_centen or 0).waarde
    return {
        "toetsen": [
            ["Kunt u het budget beheren, eventueel met hulp?", toets.kan_het_aan, toets.kan_uitleg],
            ["Legde u uit waarom hulp van een aanbieder niet past?", toets.past_niet, toets.past_uitleg],
            ["Is de hulp die u wilt kopen van goede kwaliteit?", toets.kwaliteit, toets.kwaliteit_uitleg],
        ],
        "gevraagd": toets.gevraagd_centen, "natura": toets.natura_centen, "meer": meer,
    }  # fmt: skip


def _bezwaarpunt(beschikking: Beschikking) -> Inhoud:
    punt = contactpunten_van([beschikking.gemeente_id], Contactpunt.Onderwerp.BEZWAAR).get(beschikking.gemeente_id)
    return {"naam": punt.naam, "telefoon": punt.telefoon, "email": punt.email} if punt else {}
