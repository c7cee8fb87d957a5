"""The turns around an objection: who must act, until when, on what ground."""

from collections.abc import Sequence
from datetime import date

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten.actions import laat_vervallen, open_beurt, rond_af, verzet
from jeugdregio.organisaties.models import Rol
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.bezwaren.models import Bezwaar

DADEN = ("bevestigen", "te_laat", "dossier", "horen", "verzenden", "uitvoeren")


def sleutel(bezwaar: Bezwaar, daad: str) -> str:
    """Key of the turn to do something about an objection."""
    return f"bezwaar:{bezwaar.pk}:{daad}"


def _open(
    bezwaar: Bezwaar, daad: str, titel: str, *, rol: str, grond: str, handeling: str, uiterlijk: date | None = None,
    tekst: str = "", uitleg: Sequence[str] = (), ronde: str = "",
) -> None:  # fmt: skip
    open_beurt(
        sleutel=sleutel(bezwaar, daad) + ronde, soort=f"bezwaar_{daad}", titel=titel, organisatie=bezwaar.gemeente,
        rol=rol, begon_op=vandaag(), uiterlijk=uiterlijk, grondslag=grond, uitleg=uitleg, handeling=handeling,
        tekst=tekst, pad=f"/bezwaren/{bezwaar.pk}/", aanduiding=aanduiding(bezwaar.kind), kenmerk=bezwaar.kenmerk,
        kind_id=bezwaar.kind_id, escalatie="Teamleider toegang",
    )  # fmt: skip


def open_bij_ontvangst(bezwaar: Bezwaar) -> None:
    """Open what an objection asks for at once: a judgment when it is late, an acknowledgement, the file."""
    _open(
        bezwaar, "bevestigen", "Ontvangst van het bezwaar bevestigen", rol=Rol.JURIST, grond="Awb 6:14 lid 1",
        handeling="Bevestig ontvangst",
    )  # fmt: skip
    if bezwaar.staat == Bezwaar.Staat.TE_LAAT:
        _open(
            bezwaar, "te_laat", "Bezwaar te laat: mag het toch?", rol=Rol.JURIST, grond="Awb 6:11",
            handeling="Beoordeel", uitleg=bezwaar.op_tijd_uitleg,
        )  # fmt: skip
        return
    open_dossier(bezwaar)


def open_dossier(bezwaar: Bezwaar, uiterlijk: date | None = None, uitleg: Sequence[str] = ()) -> None:
    """Give the access the turn to hand over the file: with a hearing, before its papers are open to see."""
    if bezwaar.dossier_op:
        return
    _open(
        bezwaar, "dossier", "Dossier leveren voor een bezwaar", rol=Rol.TOEGANG, grond="Awb 7:4 lid 2",
        handeling="Lever het dossier", uiterlijk=uiterlijk, uitleg=uitleg,
    )  # fmt: skip
    verzet(sleutel(bezwaar, "dossier"), uiterlijk, uitleg)


def open_horen(bezwaar: Bezwaar, zitting_op: date, ronde: str) -> None:
    """Give the lawyer the turn to hear and write the report."""
    _open(
        bezwaar, "horen", "Horen en verslag maken", rol=Rol.JURIST, grond="Awb 7:2 en 7:7",
        handeling="Leg het verslag vast", uiterlijk=zitting_op, ronde=ronde,
    )  # fmt: skip


def open_verzenden(bezwaar: Bezwaar, uiterlijk: date) -> None:
    """Give the lawyer the turn to send what was signed."""
    _open(
        bezwaar, "verzenden", "Beslissing op bezwaar verzenden", rol=Rol.JURIST, grond="Awb 7:12 lid 2",
        handeling="Verzend", uiterlijk=uiterlijk,
    )  # fmt: skip


def open_uitvoeren(bezwaar: Bezwaar, tekst: str) -> None:
    """Give the access the turn to do what the decision on objection says."""
    _open(
        bezwaar, "uitvoeren", "Nieuw besluit na een gegrond bezwaar", rol=Rol.TOEGANG, grond="Awb 7:11 lid 2",
        handeling="Bekijk de beslissing", tekst=tekst,
    )  # fmt: skip


def doe(bezwaar: Bezwaar, daad: str, ronde: str = "") -> None:
    """Close a turn as done."""
    rond_af(sleutel(bezwaar, daad) + ronde)


def laat_alles_vervallen(bezwaar: Bezwaar, rondes: Sequence[str] = ()) -> None:
    """Close every turn: the objection is withdrawn or decided."""
    sleutels = [sleutel(bezwaar, daad) + ronde for daad in DADEN for ronde in ("", *rondes)]
    laat_vervallen(*sleutels)
