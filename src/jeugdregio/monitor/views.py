"""Screens of figures."""

import csv
from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET

from jeugdregio.monitor import queries
from jeugdregio.monitor.grafiek import verblijf_svg
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm


@scherm()
@require_GET
def verblijf(request: Verzoek) -> HttpResponse:
    """Children with and without stay: one sentence, chart, table."""
    beeld = _beeld(request)
    punten = tuple((maand, cijfers.met.waarde, cijfers.zonder.waarde) for maand, cijfers in beeld.reeks)
    heeft_punten = any(met is not None or zonder is not None for _, met, zonder in punten)
    titel = f"Kinderen met jeugdhulp per maand in {beeld.gebied_naam}. De tabel eronder geeft dezelfde cijfers."
    svg = verblijf_svg(punten, titel) if heeft_punten else ""
    return render(
        request,
        "monitor/verblijf.html",
        {
            "beeld": beeld,
            "perioden": queries.PERIODEN,
            "aantal": len(beeld.maanden),
            "svg": mark_safe(svg),  # noqa: S308  made by us from numbers, without style and script
        },
    )


@scherm()
@require_GET
def verblijf_csv(request: Verzoek) -> HttpResponse:
    """The same figures as a file for a spreadsheet: every municipality and the region, per month."""
    beeld = _beeld(request)
    antwoord = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="kinderen-met-jeugdhulp.csv"'
    schrijver = csv.writer(antwoord, delimiter=";")
    schrijver.writerow(["maand", "gebied", "met_verblijf", "zonder_verblijf", "samen", "precies"])
    schrijver.writerows(_csv_regels(beeld))
    return antwoord


def _csv_regels(beeld: queries.VerblijfBeeld) -> Iterator[list[str]]:
    namen = [(gemeente.code or "", gemeente.naam) for gemeente in beeld.gemeenten]
    for maand in beeld.maanden:
        for code, naam in [*namen, (queries.HELE_REGIO, "hele regio")]:
            cijfers = maand.van(code)
            precies = "ja" if cijfers.samen.precies else "nee"
            yield [
                f"{maand.maand:%Y-%m}", naam, cijfers.met.tekst, cijfers.zonder.tekst, cijfers.samen.tekst, precies,
            ]  # fmt: skip


def _beeld(request: Verzoek) -> queries.VerblijfBeeld:
    aantal = request.GET.get("maanden", "")
    return queries.verblijf(
        request.wie, request.GET.get("gebied", ""), int(aantal) if aantal in {"12", "24"} else queries.PERIODEN[0]
    )
