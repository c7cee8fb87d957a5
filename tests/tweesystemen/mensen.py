"""Who works at an instance: the manager of the set-up, with every role of the house."""

from collections.abc import Callable
from functools import cache

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.organisaties.models import Aanstelling, Gebruiker, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie


def geef_rollen(*rollen: str) -> None:
    """Give the manager more roles, so that one person does all the work."""
    gebruiker, organisatie = Gebruiker.objects.get(), _eigen()
    for rol in rollen:
        Aanstelling.objects.create(gebruiker=gebruiker, organisatie=organisatie, rol=rol, van="2024-01-01")


@cache
def wie(rol: str) -> Wie:
    """Return the one who works here, in one role."""
    return Wie(organisatie=_eigen(), rollen=frozenset([Rol(rol)]), gebruiker=Gebruiker.objects.get())


def _eigen() -> Organisatie:
    return Organisatie.objects.get(bezorging="portaal")


def probeer(wat: str, daad: Callable[[], object]) -> str:
    """Do something and tell what happened: a rule that refuses it is part of the work."""
    try:
        daad()
    except Geweigerd as fout:
        return f"niet {wat} ({fout.grondslag or fout})"
    return wat
