"""What stands out in the figures of a provider, each as a question: a talk begins with asking, not with judging."""

from collections.abc import Iterator, Sequence

from jeugdregio.basis.geld import euro
from jeugdregio.monitor.aanbieder.queries import REGIO, Aanbiederbeeld, maak
from jeugdregio.organisaties.models import Soort
from jeugdregio.organisaties.queries import deelnemers
from jeugdregio.zorglandschap.gesprekken.bronnen import Voorzet
from jeugdregio.zorglandschap.gesprekken.models import Gesprek

# From which difference something is worth asking; chosen here, and the same for every provider.
VERSCHIL_KINDEREN, OP_TIJD_MINSTENS, UITVAL_HOOGSTENS, VERLENGD_HOOGSTENS, PLAFOND_VANAF = 10, 80, 25, 60, 90
AFKEUR_VANAF = 5


def voor_gesprek(gesprek: Gesprek) -> Sequence[Voorzet]:
    """Return the points of the figures for a talk: of the region, or of the municipality that leads it."""
    gebied = gesprek.beheerder.code if gesprek.beheerder.soort == Soort.GEMEENTE else REGIO
    return bevindingen(maak(gesprek.aanbieder, gesprek.periode, list(deelnemers()), gebied or REGIO))


def bevindingen(beeld: Aanbiederbeeld) -> list[Voorzet]:
    """Return what stands out, most urgent first; only figures that went through the privacy rule."""
    return [*_plafond(beeld), *_volume(beeld), *_start(beeld), *_wachten(beeld), *_einde(beeld), *_afkeuringen(beeld)]


def _plafond(beeld: Aanbiederbeeld) -> Iterator[Voorzet]:
    stand = beeld.plafond
    if stand is None or (stand.procent < PLAFOND_VANAF and stand.toon == "goed"):
        return
    yield Voorzet(
        "Plafond",
        f"Van het plafond van {euro(stand.plafond)} voor {stand.jaar} is {stand.procent}% toegekend"
        + (f"; zo doorgaand wordt het {euro(stand.verwacht)}." if stand.verwacht else "."),
        "Klopt dit met jullie eigen verwachting, en wat betekent het voor kinderen die nog komen?",
    )


def _volume(beeld: Aanbiederbeeld) -> Iterator[Voorzet]:
    nu, toen = beeld.nu.kinderen.waarde, beeld.regels[0].kinderen.waarde
    if len(beeld.regels) < 2 or not nu or not toen:
        return
    verschil = round(100 * (nu - toen) / toen)
    if abs(verschil) >= VERSCHIL_KINDEREN:
        kant = "meer" if verschil > 0 else "minder"
        yield Voorzet(
            "Aantal kinderen",
            f"Ongeveer {nu} kinderen met hulp, {abs(verschil)}% {kant} dan in {beeld.regels[0].kwartaal}.",
            f"Waardoor zijn het er {kant}, en zet dat door?",
        )


def _start(beeld: Aanbiederbeeld) -> Iterator[Voorzet]:
    procent = beeld.nu.op_tijd.procent
    if procent is not None and procent < OP_TIJD_MINSTENS:
        yield Voorzet(
            "Start van de hulp",
            f"{procent}% van de hulp begon binnen {beeld.startnorm} dagen na toewijzing (contracteis).",
            "Wat houdt de start tegen, en wat krijgt een gezin in de tussentijd?",
        )


def _wachten(beeld: Aanbiederbeeld) -> Iterator[Voorzet]:
    if beeld.wachtend.waarde:
        yield Voorzet(
            "Wachten",
            f"Ongeveer {beeld.wachtend.waarde} kinderen hebben een toewijzing en nog geen gemelde start.",
            "Voor wie is er overbrugging, en is de start wel gemeld waar hulp al loopt?",
        )
    for opgave in beeld.opgaven:
        if opgave.wachtdagen is not None and opgave.wachtdagen > (beeld.startnorm or 28):
            yield Voorzet(
                "Wachttijd volgens de aanbieder",
                f"{opgave.product}, {opgave.locatie}: {opgave.wachtdagen} dagen.",
                "Wat is nodig om dit korter te maken, en waar kunnen kinderen intussen terecht?",
            )


def _einde(beeld: Aanbiederbeeld) -> Iterator[Voorzet]:
    nu = beeld.nu
    if nu.uitval.procent is not None and nu.uitval.procent > UITVAL_HOOGSTENS:
        yield Voorzet(
            "Voortijdig einde", f"{nu.uitval.procent}% van de hulp stopte eenzijdig in het afgelopen jaar.",
            "Wat vertellen jongeren en ouders die stopten zelf?",
        )  # fmt: skip
    if nu.verlengd.procent is not None and nu.verlengd.procent > VERLENGD_HOOGSTENS:
        yield Voorzet(
            "Verlengen", f"{nu.verlengd.procent}% van de toewijzingen die eindigden kreeg een vervolg.",
            "Wanneer is hulp lang genoeg, en wie bespreekt dat met het gezin?",
        )  # fmt: skip


def _afkeuringen(beeld: Aanbiederbeeld) -> Iterator[Voorzet]:
    vaakst = next((regel for regel in beeld.afkeuringen if regel.kwartaal >= AFKEUR_VANAF), None)
    if vaakst:
        yield Voorzet(
            "Afgekeurde regels in berichten", f"{vaakst.kwartaal} keer {vaakst.code}: {vaakst.naam}.",
            "Kunnen we dit in één keer bij de bron herstellen?",
        )  # fmt: skip
