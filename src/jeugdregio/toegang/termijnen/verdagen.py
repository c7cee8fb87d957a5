"""Adjourning a decision: tell the applicant before the term ends, and name a new date (Awb 4:14; on objection 7:10)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.termijnen.actions import herreken
from jeugdregio.toegang.termijnen.models import Klok
from jeugdregio.toegang.termijnen.opschorten import te_wijzigen
from jeugdregio.toegang.termijnen.rekenen import Gevolg, Stand, gevolg, stand_van
from jeugdregio.toegang.termijnen.soorten import kent
from recht.datum import datum_kort

AWB_4_14 = "Awb 4:14 lid 1 en 3"
AWB_7_10_3 = "Awb 7:10 lid 3"


def met_vaste_verdaging(klok: Klok) -> bool:
    """Tell whether the law itself says how long the adjournment is (six weeks, on objection)."""
    return kent(klok.regel, "verdaagd")


def voorspel_verdaging(klok: Klok, tot: date | None) -> Gevolg:
    """Return what telling the applicant today does to the end; `tot` is the new date. Raises Geweigerd."""
    return gevolg(klok, _verdaagd(klok, tot))


@transaction.atomic
def verdaag(wie: Wie, klok_id: UUID, tot: date | None, reden: str, *, versie: int) -> Klok:
    """Record that the applicant was told today that the decision comes later, why, and until when.

    Raises Geweigerd after the term, the second time, without reason, or for a date not later than the end; Conflict.
    """
    klok = te_wijzigen(wie, klok_id, versie)
    stand = _verdaagd(klok, tot)
    if not reden.strip():
        fout = "Schrijf op waarom beslissen niet eerder lukt. Dat staat ook in de brief aan de aanvrager."
        raise Geweigerd(fout, velden={"reden": fout})
    klok.verdaagd_tot, klok.verdaging_bekend_op = gevolg(klok, stand).wordt, vandaag()
    klok.invoer, klok.verdaging_reden = dict(stand.invoer), reden.strip()
    return herreken(wie, klok, "verdaagd", {"tot": str(klok.verdaagd_tot)})


def _verdaagd(klok: Klok, tot: date | None) -> Stand:
    vast = met_vaste_verdaging(klok)
    artikel = AWB_7_10_3 if vast else AWB_4_14
    if not klok.loopt or not (vast or kent(klok.regel, "verdaagd_tot")):
        raise Geweigerd("Deze termijn kun je niet verdagen.", grondslag=artikel)
    if klok.verdaagd_tot:
        raise Geweigerd(f"Er is al een keer verdaagd, tot en met {datum_kort(klok.verdaagd_tot)}.", grondslag=artikel)
    if klok.einde < vandaag():
        fout = f"De termijn was om op {datum_kort(klok.einde)}. Een nieuwe datum noemen helpt dan niet meer."
        raise Geweigerd(fout, grondslag=artikel)
    stand = stand_van(klok)
    if vast:
        return replace(stand, invoer={**stand.invoer, "verdaagd": "ja"})
    if tot is None or tot <= klok.einde:
        fout = f"Noem een nieuwe dag na {datum_kort(klok.einde)}."
        raise Geweigerd(fout, grondslag=artikel, velden={"tot": fout})
    return replace(stand, verdaagd_tot=tot, verdaging_bekend_op=vandaag())
