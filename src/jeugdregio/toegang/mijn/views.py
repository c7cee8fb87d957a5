"""The screens of the family: simple words, one thing at a time, made for a phone."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from jeugdregio.audit.actions import leg_inzage_vast
from jeugdregio.audit.queries import Kijker, kijkers
from jeugdregio.basis.formulier import status, zet_fouten
from jeugdregio.basis.fouten import Geweigerd, NietGevonden
from jeugdregio.organisaties.models import Gebruiker
from jeugdregio.toegang.mijn.aanmelden import koppel, meld_aan
from jeugdregio.toegang.mijn.contact import contact_van
from jeugdregio.toegang.mijn.deur import Verzoek, gezinsscherm
from jeugdregio.toegang.mijn.forms import AanmeldForm, CodeForm, VraagForm
from jeugdregio.toegang.mijn.gevraagd import wat_we_vragen
from jeugdregio.toegang.mijn.gezinslid import toegangen
from jeugdregio.toegang.mijn.meekijken import beslist_zelf, zet_meekijken
from jeugdregio.toegang.mijn.models import Gezinsvraag, Meekijken
from jeugdregio.toegang.mijn.verloop import wat_nu
from jeugdregio.toegang.mijn.vragen import stel_vraag
from jeugdregio.toegang.weergave import naam

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def aanmelden(request: HttpRequest) -> HttpResponse:
    """Make an account with the code of the municipality; who is signed in only gives the code."""
    ingelogd = isinstance(request.user, Gebruiker)
    formulier = (CodeForm if ingelogd else AanmeldForm)(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        velden = formulier.cleaned_data
        try:
            if isinstance(request.user, Gebruiker):
                lid = koppel(request.user, velden["code"])
            else:
                lid = meld_aan(velden["code"], velden["email"], velden["wachtwoord"])
                login(request, lid.gebruiker, backend=_BACKEND)
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Het is gelukt. Dit is jullie eigen pagina.")
            return redirect("mijn:kind", lid.toegang.pk)
    context = {"form": formulier, "ingelogd": ingelogd}
    return render(request, "mijn/aanmelden.html", context, status=status(formulier))


@login_required
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Go to the page of the child; with more children, choose one."""
    eigen = toegangen(request.user) if isinstance(request.user, Gebruiker) else []
    if len(eigen) == 1:
        return redirect("mijn:kind", eigen[0].pk)
    return render(request, "mijn/start.html", {"toegangen": [(t, naam(t.kind)) for t in eigen]})


@require_GET
@gezinsscherm
def kind(request: Verzoek) -> HttpResponse:
    """Show what happens now, who to call, and the way to everything else."""
    lid = request.lid
    leg_inzage_vast(lid, [lid.kind.pk], scherm="mijn", soort="kind", onderwerp_id=lid.kind.pk)
    context = {
        "lid": lid,
        "naam": naam(lid.kind),
        "contact": contact_van(lid.kind),
        "nu": wat_nu(lid),
        "gevraagd": wat_we_vragen(lid),
        "beslist_zelf": beslist_zelf(lid),
    }
    return render(request, "mijn/kind.html", context)


@require_http_methods(["GET", "POST"])
@gezinsscherm
def vragen(request: Verzoek) -> HttpResponse:
    """Ask something, and read the answers."""
    lid = request.lid
    formulier = VraagForm(request.POST or None, initial={"soort": request.GET.get("soort") or Gezinsvraag.Soort.VRAAG})
    if request.method == "POST" and formulier.is_valid():
        try:
            stel_vraag(lid, formulier.cleaned_data["soort"], formulier.cleaned_data["tekst"])
        except Geweigerd as fout:
            zet_fouten(formulier, fout)
        else:
            messages.success(request, "Je vraag is verstuurd. Het antwoord komt op deze pagina.")
            return redirect("mijn:vragen", lid.toegang.pk)
    eerder = Gezinsvraag.objects.filter(toegang=lid.toegang).select_related("beantwoord_door")
    context = {"lid": lid, "naam": naam(lid.kind), "form": formulier, "eerder": list(eerder)}
    return render(request, "mijn/vragen.html", context, status=status(formulier))


@require_GET
@gezinsscherm
def bekeken(request: Verzoek) -> HttpResponse:
    """Show who looked at the file: the organisation and its role, and when last. No names of workers."""
    lid = request.lid
    leg_inzage_vast(lid, [lid.kind.pk], scherm="mijn_bekeken", soort="kind", onderwerp_id=lid.kind.pk)
    gezien: dict[tuple[str, str], list[Kijker]] = {}
    for kijker in kijkers(lid.kind.pk):
        gezien.setdefault((kijker.organisatie, kijker.rol), []).append(kijker)
    regels = [(*wie, sum(k.keer for k in wat), wat[0].laatst) for wie, wat in gezien.items()]
    context = {"lid": lid, "naam": naam(lid.kind), "kijkers": regels}
    return render(request, "mijn/bekeken.html", context)


@require_http_methods(["GET", "POST"])
@gezinsscherm
def meekijken(request: Verzoek) -> HttpResponse:
    """Let a youth of 16 or older say who looks along."""
    lid = request.lid
    if not beslist_zelf(lid):
        raise NietGevonden("Deze pagina is er niet.")
    if request.method == "POST":
        try:
            zet_meekijken(lid, UUID(request.POST.get("wie", "")), request.POST.get("ja") == "ja")
        except ValueError:
            raise NietGevonden("Deze persoon hoort niet bij jou.") from None
        messages.success(request, "Dat is aangepast. Het geldt meteen.")
        return redirect("mijn:meekijken", lid.toegang.pk)
    ja = set(Meekijken.objects.filter(kind=lid.kind, gestopt_op__isnull=True).values_list("gezagsdrager_id", flat=True))
    mensen = [(drager, drager.pk in ja) for drager in lid.kind.gezagsdragers.all()]
    return render(request, "mijn/meekijken.html", {"lid": lid, "mensen": mensen})
