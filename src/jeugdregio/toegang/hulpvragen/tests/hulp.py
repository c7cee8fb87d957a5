"""Steps that several tests of this room take."""

from datetime import date

from tests.mensen import VAN, Regiomensen

from jeugdregio.basis import klok
from jeugdregio.basis.versleuteling import zoeksleutel
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.hulpvragen.actions import open_hulpvraag
from jeugdregio.toegang.hulpvragen.models import Casusrol, Hulpvraag, Rolverdeling, Weg
from jeugdregio.toegang.models import Kind

DAG = date(2026, 3, 2)


def maak_kind(gemeente: Organisatie, bsn: str | None = None, nummer: int = 1, **velden: object) -> Kind:
    """Return a boy of 9; without BSN unless one is given."""
    zoek = zoeksleutel(bsn) if bsn else None
    gegevens: dict[str, object] = {
        "kenmerk": f"K-2026-9{nummer:04d}", "geboortedatum": date(2017, 1, 15), "geslacht": "1", "achternaam": "Zomer",
        "voornamen": "Thijs", "gemeente": gemeente, "bsn": bsn, "bsn_zoek": zoek,
    }  # fmt: skip
    return Kind.objects.create(**{**gegevens, **velden})


def maak_vraag(regio: Regiomensen, kind: Kind, weg: str = Weg.EIGEN, op: date = DAG, **velden: object) -> Hulpvraag:
    """Open a question on a day."""
    with klok.op(op):
        return open_hulpvraag(regio.fatima, kind.pk, weg, op, **velden)  # type: ignore[arg-type]


def verdeel_alles(gemeente: Organisatie, indicatie: Organisatie | None = None) -> None:
    """Let the municipality hold every role itself, or let somebody else indicate."""
    for rol in (Casusrol.INDICATIE, Casusrol.CASUSREGIE, Casusrol.PROCESREGIE, Casusrol.PARTNERS):
        organisatie = indicatie if rol == Casusrol.INDICATIE and indicatie else gemeente
        Rolverdeling.objects.create(
            gemeente=gemeente, weg="", rol=rol, organisatie=organisatie, bron="Werkafspraak", van=VAN
        )
