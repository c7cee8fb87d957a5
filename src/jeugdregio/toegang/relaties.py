"""People with authority as a message names them: only when the provider does not know them yet (OP001, OP002)."""

from collections.abc import Sequence

from django.db.models import Max

from ijw.berichten import jw301
from ijw.berichten.basis import Achternaam, Telefoon, Telefoonnummers, VolledigeNaam
from jeugdregio.toegang.models import Gezagsdrager, Kind

NEDERLAND = "0031"
CORRESPONDENTIEADRES = "02"
EIGEN_NAAM = "1"
OUDER, VOOGD, PLEEGOUDER, FAMILIELID, ANDERS = "10", "11", "13", "17", "09"
_SOORTEN = (("pleeg", PLEEGOUDER), ("voogd", VOOGD), ("moeder", OUDER), ("vader", OUDER), ("ouder", OUDER),
            ("oma", FAMILIELID), ("opa", FAMILIELID), ("tante", FAMILIELID), ("oom", FAMILIELID))  # fmt: skip


def te_noemen(kind: Kind, *, bekend: bool | None) -> list[Gezagsdrager]:
    """Return who to name in an assignment: nobody when the provider said it knows them (OP002x1).

    Somebody without a telephone number cannot be named (OP130): then it stays with the provider to ask. Gives each
    person its number, that never changes (OP071). Call it inside a transaction.
    """
    if bekend:
        return []
    dragers = [d for d in kind.gezagsdragers.order_by("nummer", "naam") if d.gezag and d.telefoon]
    _nummer(kind, [d for d in dragers if d.nummer is None])
    return dragers


def relatie(drager: Gezagsdrager) -> jw301.Relatie:
    """Return a person with authority as a relation of the child (OP076, OP130)."""
    voornaam, _, achternaam = drager.naam.partition(" ") if " " in drager.naam else ("", "", drager.naam)
    return jw301.Relatie(
        nummer=f"{drager.nummer or 1}",
        soort=next((code for woord, code in _SOORTEN if woord in drager.relatie.lower()), ANDERS),
        naam=VolledigeNaam(
            geslachtsnaam=Achternaam(achternaam=achternaam), voornamen=voornaam or None, naam_gebruik=EIGEN_NAAM
        ),
        contact=jw301.Contact(soort=CORRESPONDENTIEADRES, telefoon=telefoon(drager.telefoon)),
    )


def telefoon(nummer: str) -> Telefoonnummers | None:
    """Return a telephone number as the messages want it; None for an empty one."""
    if not nummer:
        return None
    return Telefoonnummers(telefoon01=Telefoon(telefoonnummer=nummer, landnummer=NEDERLAND))


def _nummer(kind: Kind, zonder: Sequence[Gezagsdrager]) -> None:
    hoogste = kind.gezagsdragers.aggregate(hoogste=Max("nummer"))["hoogste"] or 0
    for volgende, drager in enumerate(zonder, start=hoogste + 1):
        drager.nummer = volgende
        drager.save(update_fields=["nummer"])
