"""The road to the meeting table: a conflict or a comparison becomes a concept proposal, once."""

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from jeugdregio.afspraken.botsingen import Geval
from jeugdregio.afspraken.models import Inbreng, Norm
from jeugdregio.afspraken.vergelijk import Vergelijking, als_gegevens
from jeugdregio.audit.actions import leg_vast
from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.organisaties.wie import Wie

_TITEL_MAX = 200


def ingebracht(sleutel: str) -> UUID | None:
    """Return the proposal a conflict was brought in as; None when nobody did."""
    return Inbreng.objects.filter(sleutel=sleutel).values_list("voorstel_id", flat=True).first()


@transaction.atomic
def breng_botsing_in(wie: Wie, geval: Geval) -> UUID:
    """Make a concept proposal of a conflict; again returns the one that exists. Raises GeenRecht (consent.actions)."""
    normen = [n for n in (geval.botsing.hoger, geval.botsing.lager) if n]
    namen = ", ".join(g.naam for g in geval.gemeenten)
    raakt: list[dict[str, object]] = [
        {"vraag": geval.vraag, "tekst": geval.tekst, "norm": str(n.pk), "bron": n.vindplaats, "zegt": n.antwoord}
        for n in normen
    ]
    aanleiding = "\n".join(
        [f"{geval.botsing.soort}. {geval.botsing.tekst}", f"Dit speelt in {namen}.", *(_zegt(n) for n in normen)]
    )
    return _breng_in(
        wie, geval.sleutel, titel=f"Spreek af: {geval.tekst}", aanleiding=aanleiding,
        tekst=f"Het overleg besluit welk antwoord geldt op de vraag: {geval.tekst}", gemeenten=geval.gemeenten,
        raakt=raakt, normen=normen,
    )  # fmt: skip


@transaction.atomic
def breng_vergelijking_in(wie: Wie, vergelijking: Vergelijking) -> UUID:
    """Make a concept proposal of concept norms, with what they change and touch attached."""
    if not vergelijking.concepten:
        raise Geweigerd("Kies eerst een of meer concepten: die worden het voorstel.")
    if not vergelijking.wijzigingen:
        raise Geweigerd("Deze concepten veranderen niets. Er is geen voorstel nodig.")
    normen = vergelijking.concepten
    # The same concepts in another wording are another proposal.
    kern = "|".join(sorted(f"{n.pk}:{n.versie}" for n in normen))
    vragen = list(dict.fromkeys(w.tekst for w in vergelijking.wijzigingen))
    return _breng_in(
        wie, f"concepten:{sha256(kern.encode()).hexdigest()}", titel=f"Wijzig afspraak: {vragen[0]}",
        aanleiding="\n".join(_regel(w) for w in als_gegevens(vergelijking)),
        tekst="\n".join(f"{n.get_rang_display()}, vanaf {n.van:%d-%m-%Y}: {_zegt(n)}" for n in normen),
        gemeenten=vergelijking.gemeenten, raakt=als_gegevens(vergelijking), normen=normen,
    )  # fmt: skip


def _breng_in(
    wie: Wie, sleutel: str, *, titel: str, aanleiding: str, tekst: str, gemeenten: Sequence[Organisatie],
    raakt: Sequence[dict[str, object]], normen: Sequence[Norm],
) -> UUID:  # fmt: skip
    # Two people at once: the second waits for the first and then finds its proposal.
    list(Norm.objects.select_for_update(of=("self",)).filter(pk__in=[n.pk for n in normen]).order_by("pk"))
    bestaand = ingebracht(sleutel)
    if bestaand:
        return bestaand
    voorstel = maak_concept(
        wie, titel=titel[:_TITEL_MAX], aanleiding=aanleiding, tekst=tekst, gemeenten=gemeenten, raakt=raakt
    )
    inbreng = Inbreng.objects.create(sleutel=sleutel, voorstel_id=voorstel.pk, organisatie=wie.organisatie)
    leg_vast(wie, "afspraak.ingebracht", soort="inbreng", onderwerp_id=inbreng.pk)
    return voorstel.pk


def _zegt(norm: Norm) -> str:
    return f"{norm.vindplaats}: {norm.antwoord}."


def _regel(wijziging: dict[str, object]) -> str:
    betwist = " (betwist)" if wijziging["wordt_betwist"] else ""
    return f"{wijziging['gemeente']}: {wijziging['tekst']} Nu: {wijziging['nu']}. Wordt: {wijziging['wordt']}{betwist}."
