"""The components of the screens as template tags, and Dutch dates, money and numbers as filters.

Every component builds on NL Design System (utrecht) classes. See them all at /stijl/ in development.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from jeugdregio.basis import geld, klok
from jeugdregio.web import weergave
from jeugdregio.web.onderdelen import Kruimel, Stap, toon_klasse
from jeugdregio.web.velden import widget_attrs

register = template.Library()

KNOPPEN = {
    "hoofd": "primary-action",
    "tweede": "secondary-action",
    "stil": "subtle",
    "gevaar": "primary-action",
}


@register.filter
def datum(waarde: date | None) -> str:
    """20 november 2026."""
    return weergave.datum(waarde)


@register.filter
def datum_lang(waarde: date | None) -> str:
    """Vrijdag 20 november 2026."""
    return weergave.datum_lang(waarde)


@register.filter
def datum_nl(waarde: date | None) -> str:
    """Vr 20 november; with the year when it is another year."""
    return weergave.datum_nl(waarde, klok.vandaag())


@register.filter
def maand(waarde: date | None) -> str:
    """November 2026."""
    return weergave.maand(waarde)


@register.filter
def tijdstip(waarde: datetime | None) -> str:
    """20 november 2026, 14:05."""
    return weergave.tijdstip(waarde)


@register.filter
def euro(centen: int | None) -> str:
    """Integer cents as € 1.234,50; nothing as a dash."""
    return weergave.GEEN if centen is None else geld.euro(centen)


@register.filter
def aantal(waarde: float | None) -> str:
    """12.345."""
    return weergave.aantal(waarde)


@register.filter
def dagen(waarde: int) -> str:
    """1 dag, 3 dagen."""
    return weergave.dagen(waarde)


@register.simple_tag
def knop(
    label: str,
    href: str = "",
    soort: str = "tweede",
    *,
    naam: str = "",
    waarde: str = "",
    formulier: str = "",
    beschrijft: str = "",
) -> SafeString:
    """Return a button that sends the form, or with `href` a link that looks like one.

    `soort`: hoofd (one a screen), tweede, stil, gevaar. `beschrijft` adds words for a screen reader only, so
    that ten buttons "Openen" differ.
    """
    return render_to_string(
        "web/onderdelen/knop.html",
        {"label": label, "href": href, "soort": KNOPPEN[soort], "gevaar": soort == "gevaar", "naam": naam,
         "waarde": waarde, "formulier": formulier, "beschrijft": beschrijft},
    )  # fmt: skip


@register.simple_tag
def merk(tekst: str, toon: str = "neutraal") -> SafeString:
    """Return a badge; the words carry the meaning, the colour only helps."""
    return format_html(
        '<span class="utrecht-status-badge utrecht-status-badge--{} merk">{}</span>', toon_klasse(toon), tekst
    )


@register.simple_tag
def termijn(uiterlijk: date | None, voor: str = "") -> SafeString:
    """Return the badge of a deadline: "2 dagen te laat", "vandaag", "over 4 dagen"."""
    if uiterlijk is None:
        return merk("geen termijn")
    tekst, toon = weergave.termijn(uiterlijk, klok.vandaag())
    return merk(f"{voor}: {tekst}" if voor else tekst, toon)


@register.inclusion_tag("web/onderdelen/tegel.html")
def tegel(getal: int, label: str, href: str = "", toon: str = "", huidig: bool = False) -> dict[str, Any]:
    """A count that opens the list behind it; nul stays calm whatever its tone."""
    return {"getal": getal, "label": label, "href": href, "toon": toon if getal else "", "huidig": huidig}


@register.inclusion_tag("web/onderdelen/statusband.html")
def statusband(stappen: Iterable[Stap], naam: str = "Voortgang") -> dict[str, Any]:
    """The steps of a road with where it stands now."""
    return {"stappen": list(stappen), "naam": naam}


@register.inclusion_tag("web/onderdelen/datalijst.html")
def datalijst(paren: Mapping[str, object] | Sequence[tuple[str, object]]) -> dict[str, Any]:
    """Names with values, one under the other; an empty value shows as a dash."""
    rij = list(paren.items()) if isinstance(paren, Mapping) else list(paren)
    return {"paren": [(sleutel, weergave.GEEN if waarde in (None, "") else waarde) for sleutel, waarde in rij]}


@register.inclusion_tag("web/kruimels.html")
def kruimels(*delen: str | Kruimel) -> dict[str, Any]:
    """The way up: label and url in turn, the last label alone: {% kruimels "Kinderen" url "Meisje" %}."""
    if delen and isinstance(delen[0], Kruimel):
        return {"kruimels": list(delen)}
    teksten = [str(deel) for deel in delen] + [""] * (len(delen) % 2)
    return {"kruimels": [Kruimel(*paar) for paar in zip(teksten[::2], teksten[1::2], strict=True)]}


@register.inclusion_tag("web/onderdelen/paginering.html", takes_context=True)
def paginering(context: Context, pagina: Page[Any], sleutel: str = "pagina") -> dict[str, Any]:
    """Links to the other pages of a list; filters in the address stay."""
    request: HttpRequest = context["request"]
    paginator = pagina.paginator

    def adres(nummer: int) -> str:
        vraag = request.GET.copy()
        vraag[sleutel] = str(nummer)
        return f"?{vraag.urlencode()}"

    return {
        "pagina": pagina,
        "nummers": [
            (nummer, adres(nummer) if isinstance(nummer, int) else "")
            for nummer in paginator.get_elided_page_range(pagina.number, on_each_side=1, on_ends=1)
        ],
        "vorige": adres(pagina.previous_page_number()) if pagina.has_previous() else "",
        "volgende": adres(pagina.next_page_number()) if pagina.has_next() else "",
        "beletsel": str(paginator.ELLIPSIS),
    }


@register.inclusion_tag("web/onderdelen/formulierveld.html")
def formulierveld(veld: BoundField, hint: str = "") -> dict[str, Any]:
    """A field with label, hint and its error beside it, tied together for a screen reader."""
    uitleg = hint or str(veld.help_text or "")
    fouten = list(veld.errors)
    widget = veld.field.widget
    groep = isinstance(widget, RadioSelect | CheckboxSelectMultiple)
    attrs = widget_attrs(veld, bool(uitleg), bool(fouten), groep)
    return {
        "veld": veld,
        "hint": uitleg,
        "fouten": fouten,
        "groep": groep,
        "vinkje": isinstance(widget, CheckboxInput),
        "invoer": veld.as_widget(attrs=attrs),
        "verborgen": veld.is_hidden,
    }


@register.inclusion_tag("web/onderdelen/foutsamenvatting.html")
def foutsamenvatting(formulier: BaseForm) -> dict[str, Any]:
    """Everything that is wrong, above the form, each with a link to its field. Nothing when all is well."""
    if not formulier.is_bound:
        return {"fouten": []}
    fouten = [("", str(fout)) for fout in formulier.non_field_errors()]
    for veld in formulier:
        fouten += [(veld.id_for_label or veld.auto_id, f"{veld.label}: {fout}") for fout in veld.errors]
    return {"fouten": fouten}


@register.simple_tag
def formulier(form: BaseForm) -> SafeString:
    """Return all fields of a form, after the summary of what is wrong."""
    delen = [render_to_string("web/onderdelen/foutsamenvatting.html", foutsamenvatting(form))]
    delen += [render_to_string("web/onderdelen/formulierveld.html", formulierveld(veld)) for veld in form]
    return mark_safe("".join(delen))  # noqa: S308  rendered templates


@register.simple_block_tag
def kaart(content: str, titel: str = "", klasse: str = "", anker: str = "") -> SafeString:
    """Return a white card, with an optional heading."""
    return render_to_string(
        "web/onderdelen/kaart.html", {"titel": titel, "inhoud": content, "klasse": klasse, "anker": anker}
    )


@register.simple_block_tag
def tabel(content: str, bijschrift: str, stapel: bool = True, klasse: str = "") -> SafeString:
    """Return a table around its thead and tbody; `bijschrift` names it for a screen reader.

    On a phone the rows become cards (give each td a data-label); with `stapel=False` the table scrolls
    sideways inside a region that can have focus.
    """
    return render_to_string(
        "web/onderdelen/tabel.html",
        {"inhoud": content, "bijschrift": bijschrift, "stapel": stapel, "klasse": klasse},
    )


@register.simple_block_tag
def uitleg(
    content: str, titel: str = "Zo is dit berekend", stappen: Sequence[str] = (), open: bool = False
) -> SafeString:
    """Return a fold-out explanation: free content, then the numbered steps of an outcome."""
    return render_to_string(
        "web/onderdelen/uitleg.html", {"titel": titel, "inhoud": content, "stappen": stappen, "open": open}
    )


@register.simple_block_tag
def leeg(content: str, titel: str) -> SafeString:
    """Return an empty state: that there is nothing, and in the content what to do."""
    return render_to_string("web/onderdelen/leeg.html", {"titel": titel, "inhoud": content})


@register.simple_block_tag
def melding(content: str, toon: str = "info", titel: str = "") -> SafeString:
    """Return a notice on the page."""
    return render_to_string(
        "web/onderdelen/melding.html",
        {"inhoud": content, "toon": toon, "klasse": toon_klasse(toon), "titel": titel},
    )
