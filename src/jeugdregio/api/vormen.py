"""Rows of the API: which fields of a message, an assignment and a declaration leave the house. No BSN, no names."""

from typing import Any

from ijw import Bevinding
from jeugdregio.financien.models import Declaratie
from jeugdregio.postbus.models import Bericht
from jeugdregio.toegang.models import Toewijzing


def bevinding(rij: Bevinding) -> dict[str, Any]:
    """Return a finding: level, rule, line and path, what is wrong and how to mend it."""
    return {
        "niveau": rij.niveau, "regel": rij.regel, "pad": rij.pad, "regelnummer": rij.regelnummer,
        "melding": rij.melding, "retourcode": rij.retourcode,
    }  # fmt: skip


def bericht(rij: Bericht) -> dict[str, Any]:
    """Return a message without its content."""
    return {
        "id": rij.pk, "soort": rij.soort, "identificatie": rij.identificatie, "dagtekening": rij.dagtekening,
        "afzender": rij.afzender_code, "ontvanger": rij.ontvanger_code, "staat": rij.staat,
        "verzonden_op": rij.ontvangen_op, "_links": {"self": {"href": f"/api/v1/berichten/{rij.pk}"}},
    }  # fmt: skip


def toewijzing(rij: Toewijzing) -> dict[str, Any]:
    """Return an assignment with its deliveries; the child by its file number."""
    omvang = (
        {"volume": rij.volume, "eenheid": rij.eenheid, "frequentie": rij.frequentie} if rij.volume is not None else None
    )
    return {
        "nummer": int(rij.nummer), "gemeente": rij.gemeente.code, "aanbieder": rij.aanbieder.code,
        "kind": rij.kind.kenmerk, "referentie_aanbieder": rij.referentie_aanbieder or None,
        "product_categorie": rij.categorie or None, "product_code": rij.code or None,
        "ingangsdatum": rij.ingangsdatum, "einddatum": rij.einddatum, "omvang": omvang, "budget": rij.budget,
        "reden_wijziging": rij.reden_wijziging or None,
        "leveringen": [
            {
                "begindatum": levering.begindatum, "einddatum": levering.einddatum,
                "reden_beeindiging": levering.reden_beeindiging or None,
            }
            for levering in rij.leveringen.all()
        ],
    }  # fmt: skip


def declaratie(rij: Declaratie) -> dict[str, Any]:
    """Return a declaration; amounts in euro cents."""
    return {
        "nummer": rij.nummer, "gemeente": rij.gemeente.code, "aanbieder": rij.aanbieder.code,
        "begindatum": rij.begindatum, "einddatum": rij.einddatum, "ontvangen_op": rij.ontvangen_op,
        "antwoord_uiterlijk": rij.antwoord_uiterlijk, "ingediend": rij.ingediend, "toegekend": rij.toegekend,
        "staat": rij.staat,
    }  # fmt: skip
