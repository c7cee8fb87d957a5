"""The charts of a provider: children with help and money granted, per quarter. Hidden figures are gaps."""

from functools import lru_cache
from typing import Any

from jeugdregio.monitor.aanbieder.queries import Aanbiederbeeld
from jeugdregio.monitor.grafiek import MET_KLEUR, ZONDER_KLEUR, zonder_stijl

_INKT, _LIJN = "#4a5661", "#dbe3e9"


def grafiek(beeld: Aanbiederbeeld) -> str:
    """Return the SVG of the page; empty when there is nothing to draw."""
    punten = tuple((f"{r.kwartaal.jaar} kw {r.kwartaal.nummer}", r.kinderen.waarde, r.toegekend) for r in beeld.regels)
    if not any(kinderen or centen for _, kinderen, centen in punten):
        return ""
    return _svg(punten, omschrijving(beeld))


def omschrijving(beeld: Aanbiederbeeld) -> str:
    """Return what the chart shows, in words; the table below it holds the figures."""
    return (
        f"Kinderen met hulp en toegekend bedrag per kwartaal bij {beeld.aanbieder} in {beeld.gebied_naam}. "
        "De tabel eronder geeft dezelfde cijfers."
    )


@lru_cache(maxsize=128)
def _svg(punten: tuple[tuple[str, int | None, int], ...], titel: str) -> str:
    import altair as alt  # here, because it takes two thirds of a second and most processes draw nothing
    import vl_convert as vlc

    kinderen = _paneel([(naam, aantal) for naam, aantal, _ in punten], "Kinderen met hulp", MET_KLEUR, ",d")
    geld = _paneel([(naam, centen / 100) for naam, _, centen in punten], "Toegekend in euro", ZONDER_KLEUR, "$,.0f")
    spec = (
        alt.hconcat(kinderen, geld, spacing=48)
        .configure(font="Noto Sans, sans-serif", background="white").configure_view(stroke=None)
    )  # fmt: skip
    return zonder_stijl(vlc.vegalite_to_svg(spec.to_json(), format_locale="nl-NL"), titel)


def _paneel(waarden: list[tuple[str, float | None]], titel: str, kleur: str, vorm: str) -> Any:
    import altair as alt

    rijen = [{"kwartaal": naam, "aantal": aantal} for naam, aantal in waarden]
    x = alt.X("kwartaal:N", title=None, sort=None, axis=alt.Axis(
        labelColor=_INKT, labelFontSize=12, labelAngle=0, ticks=False, domainColor=_LIJN))  # fmt: skip
    y = alt.Y("aantal:Q", title=None, scale=alt.Scale(zero=True, nice=True), axis=alt.Axis(
        format=vorm, tickCount=4, labelColor=_INKT, labelFontSize=12, gridColor=_LIJN, domain=False, ticks=False,
    ))  # fmt: skip
    kop = alt.TitleParams(titel, anchor="start", fontSize=15, color=kleur, fontWeight=600, offset=10)
    staaf = alt.Chart(alt.InlineData(values=rijen)).mark_bar(color=kleur, width=34).encode(x=x, y=y)
    return staaf.properties(width=360, height=170, title=kop)
