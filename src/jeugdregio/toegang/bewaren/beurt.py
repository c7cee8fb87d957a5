"""The turn that comes with a request about a file."""

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import open_beurt
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.bewaren.models import Dossierverzoek

Soort = Dossierverzoek.Soort
GROND = {
    Soort.INZAGE: "Jeugdwet 7.3.10", Soort.AFSCHRIFT: "Jeugdwet 7.3.10", Soort.CORRECTIE: "AVG art. 16",
    Soort.VERKLARING: "Jeugdwet 7.3.8 lid 2", Soort.VERNIETIGING: "Jeugdwet 7.3.9",
}  # fmt: skip


def grond(verzoek: Dossierverzoek) -> str:
    """Return the article this rests on."""
    termijn = verzoek.verzoeker == Dossierverzoek.Verzoeker.TERMIJN
    return "Jeugdwet 7.3.8 lid 3" if termijn else GROND[Soort(verzoek.soort)]


def sleutel(verzoek: Dossierverzoek, wat: str) -> str:
    """Return the name of the turn to decide ("beslissen") or to carry out ("uitvoeren")."""
    return f"dossierverzoek:{verzoek.pk}:{wat}"


def open_beurt_voor(verzoek: Dossierverzoek, rol: str, wat: str, titel: str) -> None:
    """Open the turn to decide or to carry out."""
    kind = verzoek.kind
    antwoord = "AVG art. 5 lid 1" if verzoek.verzoeker == Dossierverzoek.Verzoeker.TERMIJN else "AVG art. 12 lid 3"
    open_beurt(
        sleutel=sleutel(verzoek, wat), soort="dossierverzoek", titel=titel, tekst=verzoek.get_soort_display(),
        organisatie=verzoek.gemeente, rol=rol, begon_op=vandaag(), uiterlijk=verzoek.uiterlijk,
        grondslag=f"{antwoord}; {grond(verzoek)}", uitleg=tuple(verzoek.uitleg),
        handeling="Bekijk het verzoek", pad=f"/dossierverzoeken/{verzoek.pk}/", aanduiding=aanduiding(kind),
        kenmerk=verzoek.kenmerk, kind_id=kind.pk, escalatie="Functionaris gegevensbescherming",
    )  # fmt: skip
