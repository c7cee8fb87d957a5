"""How many cases lie at which level, and what came of it. Counts leave here only under the privacy rule."""

from collections import Counter
from dataclasses import dataclass

from jeugdregio.basis.fouten import GeenRecht
from jeugdregio.basis.klok import vandaag
from jeugdregio.basis.privacy import Cel, bescherm_tabel, beschermd
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.organisaties.wie import Wie
from jeugdregio.toegang.opschaling.models import Advies, AndersInzet, Casusvraag, Niveau, Opvolging, Stap
from jeugdregio.toegang.opschaling.niveaus import Niveaustand, niveaus_van
from jeugdregio.toegang.opschaling.permissions import leest_cijfers


@dataclass(frozen=True, slots=True)
class Regel:
    """A municipality: running cases per level, and how many are beyond their term."""

    gemeente: Organisatie
    cellen: tuple[tuple[str, Cel], ...]
    te_laat: Cel


@dataclass(frozen=True, slots=True)
class Regiobeeld:
    """The counts of the region, and where a level is missing (about no child)."""

    regels: tuple[Regel, ...]
    uitkomsten: tuple[tuple[str, Cel], ...]
    gaten: tuple[Niveaustand, ...]


def regiobeeld(wie: Wie) -> Regiobeeld:
    """Return where stuck cases lie in the region. Raises GeenRecht."""
    if not leest_cijfers(wie):
        raise GeenRecht("Deze cijfers zijn voor gemeenten en het regiokantoor.")
    gemeenten = list(deelnemers().order_by("naam"))
    open_ = Stap.objects.filter(klaar_op__isnull=True).values_list("opschaling__gemeente", "niveau", "uiterlijk")
    rijen = list(open_)
    telling = Counter((str(gemeente), niveau) for gemeente, niveau, _ in rijen)
    laat = Counter(str(gemeente) for gemeente, _, uiterlijk in rijen if uiterlijk < vandaag())
    cellen = {(str(g.pk), n): telling[str(g.pk), n] for g in gemeenten for n in Niveau.values}
    getoond = bescherm_tabel(cellen)
    regels = tuple(
        Regel(g, tuple((n.kort, getoond[str(g.pk), n.value]) for n in Niveau), beschermd(laat[str(g.pk)]))
        for g in gemeenten
    )
    gaten = tuple(s for standen in niveaus_van(gemeenten).values() for s in standen if s.regel is None)
    return Regiobeeld(regels, _uitkomsten(), gaten)


def _uitkomsten() -> tuple[tuple[str, Cel], ...]:
    reacties = Counter(Advies.objects.exclude(reactie="").values_list("reactie", flat=True))
    voorkomen = Counter(Opvolging.objects.values_list("voorkomen", flat=True))
    voorkomen += Counter(AndersInzet.objects.exclude(voorkomen="").values_list("voorkomen", flat=True))
    terug = Casusvraag.objects.filter(staat=Casusvraag.Staat.TERUG).count()
    return (
        ("Advies gevolgd", beschermd(reacties["volgt"])), ("Van advies afgeweken", beschermd(reacties["wijkt_af"])),
        ("Uithuisplaatsing voorkomen", beschermd(voorkomen["ja"])),
        ("Toch uit huis geplaatst", beschermd(voorkomen["nee"])), ("Bij screening teruggestuurd", beschermd(terug)),
    )  # fmt: skip
