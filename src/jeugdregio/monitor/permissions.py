"""Who may see figures, and who may see them exactly.

Figures under the privacy rule tell about nobody, so everybody with an appointment may see them. Exactly is for who
needs it for the work: the data analyst, and only of the own municipality.
"""

from jeugdregio.organisaties.models import Rol, Soort
from jeugdregio.organisaties.wie import Wie


def mag_cijfers_zien(_wie: Wie) -> bool:
    """Tell whether somebody may see figures that went through the privacy rule."""
    return True


def precies_bekend(wie: Wie) -> frozenset[str]:
    """Return the codes of the municipalities this reader may see exactly."""
    if wie.organisatie.soort == Soort.GEMEENTE and wie.heeft(Rol.ANALIST) and wie.organisatie.code:
        return frozenset({wie.organisatie.code})
    return frozenset()
