"""Names of municipalities by their CBS code, also of those that do not work here."""

import re
from datetime import date

from ijw.codelijsten import CODELIJSTEN
from jeugdregio.organisaties.models import Aanstelling, Organisatie, Rol, Soort

_CODE = re.compile(r"\b(in )?gemeente (\d{4})\b")


def gemeentenaam(code: str) -> str:
    """Return "Dronten" for "0303"; the code itself when the list does not know it."""
    return CODELIJSTEN["CBS"].get(code, code)


def met_namen(tekst: str) -> str:
    """Return a step of the rule with names in the place of codes."""
    return _CODE.sub(lambda gevonden: f"{gevonden[1] or ''}{gemeentenaam(gevonden[2])}", tekst)


def bestaat(code: str) -> bool:
    """Tell whether this is the code of a municipality."""
    return code in CODELIJSTEN["CBS"]


def keuzes(eerst: list[str]) -> list[tuple[str, str]]:
    """Return all municipalities to choose from, those in `eerst` on top."""
    dichtbij = [(code, gemeentenaam(code)) for code in eerst]
    rest = sorted(CODELIJSTEN["CBS"].items(), key=lambda rij: rij[1])
    return [*dichtbij, *((code, naam) for code, naam in rest if code not in eerst)]


def regiocodes() -> list[str]:
    """Return the codes of the municipalities that work here, by name. One query."""
    gevonden = Organisatie.objects.filter(soort=Soort.GEMEENTE, code__isnull=False).order_by("naam")
    return [code for code in gevonden.values_list("code", flat=True) if code]


def werkt_hier(code: str, op: date) -> Organisatie | None:
    """Return the municipality with this code when somebody of its access works here on a day."""
    mensen = Aanstelling.objects.op(op).filter(rol=Rol.TOEGANG).values("organisatie")
    return Organisatie.objects.filter(soort=Soort.GEMEENTE, code=code, pk__in=mensen).first()
