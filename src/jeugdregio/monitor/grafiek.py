"""The chart as inline SVG: drawn on the server, without style attributes, so it passes our CSP.

Two panels instead of two colours: with stay and without stay differ a factor ten, and a panel with its own title
needs no legend. A hidden figure is a gap in the line. Colours: the set of the UK Analysis Function.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from lxml import etree

MET_KLEUR, ZONDER_KLEUR = "#12436D", "#801650"
_SVG = "{http://www.w3.org/2000/svg}"
_LETTER = "Noto Sans, sans-serif"
_INKT, _LIJN = "#4a5661", "#dbe3e9"

Punt = tuple[date, int | None, int | None]


def laad_tekenaar() -> None:
    """Draw one picture for nobody: the first takes a second and a half, which no visitor should wait for."""
    verblijf_svg(((date(2000, 1, 1), 1, 1),), "")


@lru_cache(maxsize=256)
def verblijf_svg(punten: tuple[Punt, ...], titel: str) -> str:
    """Return the SVG of (month, with stay, without stay); `titel` is read aloud in the place of the picture."""
    import altair as alt  # here, because it takes two thirds of a second and most processes draw nothing
    import vl_convert as vlc

    spec = (
        alt.vconcat(
            _paneel([(maand, met) for maand, met, _ in punten], "Met verblijf", MET_KLEUR, []),
            _paneel([(maand, zonder) for maand, _, zonder in punten], "Zonder verblijf", ZONDER_KLEUR, [6, 3]),
            spacing=24,
        )
        .configure(font=_LETTER, background="white")
        .configure_view(stroke=None)
    )
    svg = vlc.vegalite_to_svg(spec.to_json(), format_locale="nl-NL", time_format_locale="nl-NL")
    return zonder_stijl(svg, titel)


def _paneel(waarden: Sequence[tuple[date, int | None]], titel: str, kleur: str, streep: list[int]) -> Any:
    import altair as alt

    rijen = [{"maand": maand.isoformat(), "aantal": aantal} for maand, aantal in waarden]
    x = alt.X(
        "maand:T", title=None,
        axis=alt.Axis(format="%b %Y", labelColor=_INKT, labelFontSize=13, grid=False, tickColor=_LIJN,
                      domainColor=_LIJN, labelOverlap=True, tickCount="month"),
    )  # fmt: skip
    y = alt.Y(
        "aantal:Q", title=None, scale=alt.Scale(zero=True, nice=True),
        axis=alt.Axis(format=",d", tickCount=4, labelColor=_INKT, labelFontSize=13, gridColor=_LIJN,
                      domain=False, offset=10, ticks=False),
    )  # fmt: skip
    basis = alt.Chart(alt.InlineData(values=rijen)).encode(x=x, y=y)
    lijn = basis.mark_line(
        color=kleur, strokeWidth=2.5, strokeDash=streep or [1, 0], invalid="break-paths-show-domains"
    )
    stippen = basis.mark_point(color=kleur, filled=True, opacity=1, size=45, shape="square" if streep else "circle")
    kop = alt.TitleParams(titel, anchor="start", fontSize=15, color=kleur, fontWeight=600, offset=10)
    return alt.layer(lijn, stippen).properties(width=760, height=150, title=kop)


def zonder_stijl(svg: str, titel: str) -> str:
    """Return the SVG without style attributes or elements, scaling with the page, and named for a screen reader."""
    boom = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for element in boom.iter():
        stijl = element.attrib.pop("style", "")
        for deel in str(stijl).split(";"):
            naam, _, waarde = deel.partition(":")
            if waarde.strip() and naam.strip() in {"fill", "stroke", "opacity", "font-weight", "font-size"}:
                element.set(naam.strip(), waarde.strip())
    for element in list(boom.iter(f"{_SVG}style", f"{_SVG}script")):
        ouder = element.getparent()
        if ouder is not None:
            ouder.remove(element)
    for naam in ("width", "height"):
        boom.attrib.pop(naam, None)
    for element in boom.iter():
        for naam in [naam for naam in element.attrib if str(naam).startswith(("aria-", "role"))]:
            del element.attrib[naam]
    boom.set("role", "img")
    boom.set("aria-label", titel)
    boom.set("class", "grafiek")
    return etree.tostring(boom, encoding="unicode")
