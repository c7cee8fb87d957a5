"""Checking a file before it is sent. It reaches no table, no log and no folder: what is checked is forgotten.

The outcome is that of `ijw check`, because it is the same function: `ijw.lees` on levels 1 and 2.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from ijw import Bevinding, lees
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm
from jeugdregio.postbus.forms import MAX_NAKIJKEN_BYTES, NakijkForm
from jeugdregio.postbus.leesbaar import titel
from jeugdregio.postbus.lijstscherm import BERICHTROLLEN

GETOOND = 1000  # a table of more is no help; what comes after it is told per rule
_NAAM_LENGTE = 80


@dataclass(frozen=True)
class Uitkomst:
    """What was found in one file: the findings, and those beyond the table per rule, with the first and how many."""

    naam: str
    soort: str
    titel: str
    geldig: bool
    bevindingen: tuple[Bevinding, ...]
    meer: tuple[tuple[Bevinding, int], ...]

    @property
    def aantal(self) -> int:
        """How many findings there are."""
        return len(self.bevindingen) + sum(keer for _, keer in self.meer)


@sensitive_variables("inhoud")
def kijk_na(naam: str, inhoud: bytes) -> Uitkomst:
    """Check one file on levels 1 and 2. Never raises on what is in it."""
    lezing = lees(inhoud, niveau=2, max_bytes=MAX_NAKIJKEN_BYTES)
    return Uitkomst(
        naam=naam[:_NAAM_LENGTE],
        soort=lezing.soort or "",
        titel=titel(lezing.soort or ""),
        geldig=lezing.geldig,
        bevindingen=tuple(lezing.bevindingen[:GETOOND]),
        meer=_per_regel(lezing.bevindingen[GETOOND:]),
    )


def _per_regel(bevindingen: Sequence[Bevinding]) -> tuple[tuple[Bevinding, int], ...]:
    eerste: dict[str, Bevinding] = {}
    for bevinding in bevindingen:
        eerste.setdefault(bevinding.regel, bevinding)
    keer = Counter(bevinding.regel for bevinding in bevindingen)
    return tuple((eerste[regel], aantal) for regel, aantal in keer.most_common())


@require_http_methods(["GET", "POST"])
@sensitive_post_parameters()
@scherm(*BERICHTROLLEN)
def nakijken(request: Verzoek) -> HttpResponse:
    """Show what is wrong with files somebody is about to send."""
    if request.method != "POST":
        return render(request, "postbus/nakijken.html", {"form": NakijkForm()})
    formulier = NakijkForm(request.POST, request.FILES)
    if not formulier.is_valid():
        return render(request, "postbus/nakijken.html", {"form": formulier}, status=422)
    uitkomsten = [kijk_na(bestand.name or "bestand", bestand.read()) for bestand in formulier.cleaned_data["bestanden"]]
    context = {"form": NakijkForm(), "uitkomsten": uitkomsten, "fout": sum(not uit.geldig for uit in uitkomsten)}
    return render(request, "postbus/nakijken.html", context)
