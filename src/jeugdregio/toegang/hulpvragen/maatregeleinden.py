"""Measures that end soon: the turn to ask the court for more, or to let it end well; in good time."""

from datetime import date, timedelta

from jeugdregio.beurten.actions import NieuweBeurt, open_beurten
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.maatregelen import geldt_op, laatste_dag
from jeugdregio.toegang.models import Maatregel
from recht.bescherming import laatste_dag_met_verlenging
from recht.datum import datum_nl

# Our own choice, not law: the court needs time to hear everybody before the measure ends.
WEKEN_VOORAF = 8


def open_maatregelbeurten(op: date) -> int:
    """Open the turn for every measure in force that ends within eight weeks; return how many. May be done twice."""
    grens = op + timedelta(weeks=WEKEN_VOORAF)
    lopend = Maatregel.objects.filter(tot__gte=op, tot__lte=grens, beeindigd_op__isnull=True).select_related(
        "kind__gemeente", "gi"
    )
    nieuwe = [_beurt(m) for m in lopend if geldt_op(m, op) and m.kind.gemeente.werkt_hier]
    open_beurten(nieuwe)
    return len(nieuwe)


def _aan_zet(maatregel: Maatregel) -> tuple[Organisatie, str]:
    """The institution that carries it out, when it works here; else the access of the municipality."""
    gi = maatregel.gi
    return (gi, Rol.GI) if gi is not None and gi.werkt_hier else (maatregel.kind.gemeente, Rol.TOEGANG)


def _beurt(maatregel: Maatregel) -> NieuweBeurt:
    organisatie, rol = _aan_zet(maatregel)
    kind, einde = maatregel.kind, laatste_dag(maatregel)
    naam = maatregel.get_soort_display()
    return NieuweBeurt(
        sleutel=f"maatregel:{maatregel.pk}:einde", soort="maatregel_einde", titel=f"{naam} loopt af",
        tekst="Vraag op tijd verlenging, of bereid voor dat de maatregel eindigt. Daarna is weer toestemming nodig.",
        organisatie=organisatie, rol=rol, wachtende=kind.gemeente if organisatie != kind.gemeente else None,
        begon_op=laatste_dag_met_verlenging(einde, WEKEN_VOORAF) if einde else maatregel.uitspraak_op, uiterlijk=einde,
        grondslag="BW 1:260; Jeugdwet 6.1.12 en 7.3.4 lid 1",
        uitleg=(
            f"De maatregel van {datum_nl(maatregel.uitspraak_op)} geldt tot en met {datum_nl(einde)}." if einde else "",
            "De duur van een maatregel schuift niet op naar een werkdag (Algemene termijnenwet 4).",
        ),
        handeling="Open het kind", pad=f"/kinderen/{kind.pk}/" if rol == Rol.TOEGANG else "/toewijzingen/",
        aanduiding=aanduiding(kind), kenmerk=kind.kenmerk, kind_id=kind.pk, escalatie="Teamleider toegang",
    )  # fmt: skip
