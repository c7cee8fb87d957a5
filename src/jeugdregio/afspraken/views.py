"""What holds where: every question, every municipality, on a day; on the screen, on paper, as a file."""

import csv

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jeugdregio.afspraken import permissions, queries
from jeugdregio.afspraken.schermen.hulp import gekozen_dag
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@require_GET
@scherm()
def kaart(request: Verzoek) -> HttpResponse:
    """Show what holds in each municipality on a day, and why."""
    datum, goed = gekozen_dag(request)
    context = {
        "datum": datum,
        "datum_fout": not goed,
        "vragen": queries.kaart(request.wie, datum),
        "botsingen": queries.botsingen(request.wie, datum),
        "beheerder": permissions.beheert_normen(request.wie),
    }
    return render(request, "afspraken/kaart.html", context)


@require_GET
@scherm()
def kaart_csv(request: Verzoek) -> HttpResponse:
    """The same as a file for a spreadsheet: a line per question and municipality."""
    datum, _ = gekozen_dag(request)
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="afspraken-{datum:%Y-%m-%d}.csv"'
    schrijver = csv.writer(antwoord, delimiter=";")
    schrijver.writerow(["vraag", "gemeente", "antwoord", "betwist", "bron", "soort", "sinds", "besluit", "redenering"])
    for vraag in queries.kaart(request.wie, datum):
        for gemeente, a in vraag.antwoorden:
            norm = a.norm
            cellen = [
                vraag.tekst, gemeente.naam, a.antwoord, "ja" if a.betwist else "nee", norm.vindplaats if norm else "",
                norm.get_rang_display() if norm else "", f"{norm.van:%Y-%m-%d}" if norm else "",
                str(norm.besluit) if norm and norm.besluit else "", " ".join(a.stappen),
            ]  # fmt: skip
            schrijver.writerow([_zonder_formule(cel) for cel in cellen])
    return antwoord


def _zonder_formule(cel: str) -> str:
    """A spreadsheet runs what begins like a formula."""
    return f"'{cel}" if cel.startswith(("=", "+", "-", "@", "\t", "\r")) else cel
