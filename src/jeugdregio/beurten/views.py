"""The home screen of every role, and where the region stalls."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from jeugdregio.basis.klok import vandaag
from jeugdregio.beurten import actions, queries
from jeugdregio.beurten.queries import Zeef
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.queries import belangrijkste_contacten
from jeugdregio.organisaties.toegangsdeur import Verzoek, scherm

# What somebody searched for: people type names, and a name must not end up in an address.
_ZOEK = "beurten_zoek"
_TERMIJNEN = [("te_laat", "Te laat"), ("deze_week", "Deze week"), ("later", "Later")]


def _zeef(request: HttpRequest) -> Zeef:
    vraag = request.GET
    if not vraag:
        request.session.pop(_ZOEK, None)
    pagina = vraag.get("pagina", "1")
    return Zeef(
        lijst="anderen" if vraag.get("lijst") == "anderen" else "mijn",
        termijn=vraag.get("termijn", "") if vraag.get("termijn") in dict(_TERMIJNEN) else "",
        soort=vraag.get("soort", "")[:60],
        zoek=request.session.get(_ZOEK, ""),
        pagina=int(pagina) if pagina.isdigit() else 1,
    )


@require_GET
@scherm(*Rol.values)
def start(request: Verzoek) -> HttpResponse:
    """Show whose turn it is: mine first, overdue on top; the counts open the list behind them."""
    zeef = _zeef(request)
    context = {
        "vandaag": vandaag(),
        "tellingen": queries.tellingen(request.wie),
        "zeef": zeef,
        "termijnen": _TERMIJNEN,
        "soorten": queries.soorten(request.wie),
        "pagina": queries.lijst(request.wie, zeef),
        "anderen": queries.eerste_van_anderen(request.wie),
        "contacten": [] if request.wie.besloten else belangrijkste_contacten(request.wie),
    }
    return render(request, "beurten/start.html", context)


@require_POST
@scherm(*Rol.values)
def zoek(request: Verzoek) -> HttpResponse:
    """Keep what is searched for in the session and go to the list with the other choices in the address."""
    request.session[_ZOEK] = request.POST.get("zoek", "")[:100].strip()
    keuzes = {naam: request.POST.get(naam, "") for naam in ("lijst", "soort", "termijn")}
    return redirect(f"{reverse('beurten:start')}?{urlencode(keuzes)}#lijst")


@require_POST
@scherm()
def herinner(request: Verzoek, beurt_id: UUID) -> HttpResponse:
    """Remind whose turn it is."""
    beurt = actions.herinner(request.wie, beurt_id)
    messages.success(request, f"Je herinnering staat bij {beurt.organisatie}: {beurt.titel.lower()}.")
    return redirect(f"{reverse('beurten:start')}?lijst=anderen")


@require_GET
@scherm()
def regio(request: Verzoek) -> HttpResponse:
    """Show where the region stalls: per organisation and kind of turn, with how long."""
    rijen = queries.stilstand(request.wie)
    context = {
        "vandaag": vandaag(),
        "rijen": rijen,
        "open": sum(r.open for r in rijen),
        "te_laat": sum(r.te_laat for r in rijen),
        "langst": max((r.langst_te_laat for r in rijen), default=0),
        "organisaties_te_laat": len({r.organisatie for r in rijen if r.te_laat}),
    }
    return render(request, "beurten/regio.html", context)
