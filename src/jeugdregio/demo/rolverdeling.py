"""Who holds which role in each municipality of the demonstration: agreed, with a source, and with gaps to find."""

from datetime import date

from jeugdregio.demo.laden_basis import Register
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.hulpvragen.models import Casusrol, Rolverdeling, Weg

_R = Casusrol
SINDS, HERZIEN = date(2021, 1, 1), date(2025, 3, 4)
VERORDENING, WERKAFSPRAAK = "Verordening jeugdhulp", "Werkafspraak toegang van 4 maart 2025"
UITVOERING = "Uitvoeringsovereenkomst toegang jeugd"
# Municipality and roles nobody was given there: what a newcomer of policy finds on the screen.
GATEN = {"0171": (_R.PROCESREGIE,), "0184": (_R.PARTNERS, _R.PROCESREGIE)}


def laad_rolverdeling(register: Register) -> None:
    """Agree on the roles, before the first question comes in."""
    uitvoerder = register.op_sleutel["jeugdlelystad"]
    for gemeente in register.gemeenten:
        gaten = GATEN.get(gemeente.code or "", ())
        for rol in (_R.INDICATIE, _R.CASUSREGIE, _R.PROCESREGIE, _R.PARTNERS):
            if rol not in gaten and not (rol == _R.INDICATIE and gemeente == uitvoerder.hoort_bij):
                _rij(gemeente, rol, gemeente, VERORDENING)
    _lelystad(register, uitvoerder)


def _lelystad(register: Register, uitvoerder: Organisatie) -> None:
    """In Lelystad an organisation of its own indicates; who directs a case in a measure changed in March 2025."""
    lelystad = register.op_code["0995"]
    for weg in (Weg.EIGEN, Weg.VEILIG_THUIS):
        _rij(lelystad, _R.INDICATIE, uitvoerder, UITVOERING, weg=weg)
    _rij(lelystad, _R.INDICATIE, lelystad, VERORDENING, weg=Weg.SPOED)
    Rolverdeling.objects.create(
        gemeente=lelystad, weg=Weg.GI, rol=_R.CASUSREGIE, organisatie=lelystad, bron=VERORDENING, van=SINDS,
        tot=date(2025, 3, 3),
    )  # fmt: skip
    gi = next(o for o in register.op_sleutel.values() if o.soort == "gi")
    _rij(lelystad, _R.CASUSREGIE, gi, WERKAFSPRAAK, weg=Weg.GI, van=HERZIEN)


def _rij(
    gemeente: Organisatie, rol: str, organisatie: Organisatie, bron: str, *, weg: str = "", van: date = SINDS
) -> None:
    Rolverdeling.objects.create(gemeente=gemeente, weg=weg, rol=rol, organisatie=organisatie, bron=bron, van=van)
