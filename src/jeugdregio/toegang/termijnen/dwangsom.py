"""The last day on which a late decision costs a penalty."""

from datetime import date, timedelta

from jeugdregio.toegang.termijnen.models import Ingebrekestelling
from recht import awb
from recht.termijn import EEN_DAG


def laatste_dag(brief: Ingebrekestelling, tot: date) -> date | None:
    """Return the last day with a penalty when the decision came on `tot`, or has not come; None without such a day."""
    if not brief.beslis_uiterlijk:
        return None
    vol = brief.beslis_uiterlijk + timedelta(days=awb.DWANGSOM_DAGEN.op(brief.einde))
    dag = min(vol, tot - EEN_DAG)
    return dag if dag > brief.beslis_uiterlijk else None
