"""The acts of this sub-room, gathered."""

from jeugdregio.toegang.plannen.aanbieden import (
    bied_plan_aan,
    geef_op_schrift,
    gezin_maakt_plan,
    voeg_kind_toe,
    vraag_op_schrift,
    zie_af,
)
from jeugdregio.toegang.plannen.onderzoeken import (
    begin_onderzoek,
    bewaar_antwoorden,
    bewaar_reactie,
    kies_domeinen,
    leg_reactie_vast,
    leg_voor,
    neem_terug,
    rond_onderzoek_af,
)
from jeugdregio.toegang.plannen.opstellen import (
    begin_versie,
    haal_weg,
    noem_betrokkene,
    plan_evaluatie,
    schrijf_verhaal,
    stel_vast,
    voeg_actie_toe,
    voeg_doel_toe,
)
from jeugdregio.toegang.plannen.uitvoeren import (
    actie_gedaan,
    contact_verteld,
    evaluatie_gehouden,
    sluit_plan,
    wijs_contact_aan,
)

__all__ = [
    "actie_gedaan", "begin_onderzoek", "begin_versie", "bewaar_antwoorden", "bewaar_reactie", "bied_plan_aan",
    "contact_verteld", "evaluatie_gehouden", "geef_op_schrift", "gezin_maakt_plan", "haal_weg", "kies_domeinen",
    "leg_reactie_vast", "leg_voor", "neem_terug", "noem_betrokkene", "plan_evaluatie", "rond_onderzoek_af",
    "schrijf_verhaal", "sluit_plan", "stel_vast", "voeg_actie_toe", "voeg_doel_toe", "voeg_kind_toe",
    "vraag_op_schrift", "wijs_contact_aan", "zie_af",
]  # fmt: skip
