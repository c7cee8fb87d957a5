"""What destroying a file empties in the rooms below. Rows, numbers, days and the log stay; words and names go.

`leeg.maak_leeg` empties every field that can hold words, so a list here names only what stays.
"""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from jeugdregio.basis.klok import nu
from jeugdregio.beurten.models import Beurt
from jeugdregio.toegang.beschikkingen import models as besluit
from jeugdregio.toegang.bewaren.leeg import LEEG, maak_leeg, van, wis_rijen
from jeugdregio.toegang.bewaren.models import Afscherming, Dossierverzoek
from jeugdregio.toegang.eindigen.models import Achttienbesluit, Eindbesluit
from jeugdregio.toegang.hulpvragen import models as hulpvragen
from jeugdregio.toegang.models import EerdereStand, Kind, Maatregel, Toestemming, Verzoek, VerzoekRegel
from jeugdregio.toegang.plannen.models import Onderzoek, Onderzoeksantwoord, Plan, Plankind
from jeugdregio.toegang.termijnen import models as termijnen
from jeugdregio.toegang.toestemming import models as toestemming
from jeugdregio.toegang.woonplaats import inhoud
from jeugdregio.toegang.woonplaats import models as woonplaats
from jeugdregio.zorglandschap.ruimte import models as ruimte


def wis_kind(kind: Kind) -> int:
    """Empty name, BSN, address and telephone; of the birth date the year stays, because help counts per age."""
    gezin, kind.gezin = kind.gezin, None
    kind.achternaam, kind.voorvoegsel, kind.voornamen, kind.voorletters = LEEG, "", "", ""
    kind.bsn = kind.bsn_zoek = None
    kind.geboortedatum, kind.geslacht = date(kind.geboortedatum.year, 1, 1), "0"
    kind.straatnaam = kind.huisletter = kind.toevoeging = kind.postcode = kind.plaatsnaam = kind.telefoon = ""
    kind.huisnummer = None
    kind.woonplaats_bron = kind.zonder_bsn_uitleg = kind.juridische_status = ""
    kind.save()
    if gezin is not None and not gezin.kinderen.exists():
        gezin.delete()
    return 1


def wis_gezin(kind: Kind) -> int:
    """Empty who the parents are and what the court said of them; that somebody agreed stays, not who."""
    return maak_leeg(kind.gezagsdragers.all(), telefoon="") + wis_rijen(van(Maatregel, kind=kind))


def wis_hulpvragen(kind: Kind) -> int:
    """Empty the words of the family, who held a role, what was consulted, and why help could not wait."""
    vragen = kind.hulpvragen.all()
    delen = (hulpvragen.Rolhouder, hulpvragen.Raadpleging, hulpvragen.Spoedhulp)
    return maak_leeg(vragen, "kenmerk") + sum(maak_leeg(van(deel, hulpvraag__kind=kind)) for deel in delen)


def wis_verzoeken(kind: Kind) -> int:
    """Empty what providers and referrers wrote with a request or a change."""
    regels = van(VerzoekRegel, verzoek__kind=kind)
    return (
        maak_leeg(van(Verzoek, kind=kind), "kenmerk")
        + maak_leeg(regels, "referentie_aanbieder", verwijzer_code="")
        + maak_leeg(van(EerdereStand, toewijzing__kind=kind))
    )


def wis_wachtlijst(kind: Kind) -> int:
    """Empty what was written while the child waited; this list knows a child by its file number only."""
    zelf = {"gemeente": kind.gemeente, "kenmerk": kind.kenmerk}
    wachtend = van(ruimte.Wachtende, **zelf)
    return (
        maak_leeg(wachtend, "kenmerk")
        + maak_leeg(van(ruimte.Reservering, **zelf), "kenmerk")
        + maak_leeg(van(ruimte.Overbrugging, wachtende__in=wachtend))
        + maak_leeg(van(ruimte.Wachtcontact, wachtende__in=wachtend))
    )


def wis_termijnen(kind: Kind) -> int:
    """Empty why a term was moved or stopped, and what it was calculated from; its days and its ground stay."""
    vast = ("regel", "onderwerp_soort", "kenmerk", "pad", "rol", "grond")
    delen = (termijnen.Opschorting, termijnen.Ingebrekestelling)
    return maak_leeg(kind.klokken.all(), *vast) + sum(maak_leeg(van(deel, klok__kind=kind)) for deel in delen)


def wis_toestemming(kind: Kind) -> int:
    """Empty for what and with whom; that somebody said yes or no on a day stays."""
    delen = (Toestemming, toestemming.Afwijking, toestemming.Wilsoordeel, toestemming.Deling, toestemming.Herziening)
    bindingen = van(toestemming.Doelbinding, toestemming__kind=kind)
    return maak_leeg(bindingen) + sum(maak_leeg(van(deel, kind=kind)) for deel in delen)


def wis_plannen(kind: Kind) -> int:
    """Remove the plan and empty the research. A plan that is also of a brother or sister stays theirs (7.3.9 lid 2)."""
    antwoorden = wis_rijen(van(Onderzoeksantwoord, onderzoek__hulpvraag__kind=kind))
    onderzoek = maak_leeg(van(Onderzoek, hulpvraag__kind=kind))
    eigen = Plan.objects.filter(kinderen__kind=kind).exclude(pk__in=van_anderen(kind))
    plannen = wis_rijen(Plan.objects.filter(pk__in=list(eigen.values_list("pk", flat=True))))
    return antwoorden + onderzoek + plannen + wis_rijen(van(Plankind, kind=kind))


def van_anderen(kind: Kind) -> list[UUID]:
    """Return the plans on which another child stands whose file is not destroyed."""
    weg = Dossierverzoek.objects.filter(kind=OuterRef("kind"), soort="vernietiging", staat="uitgevoerd")
    anderen = Plankind.objects.filter(~Exists(weg), plan__kinderen__kind=kind).exclude(kind=kind)
    return list(anderen.values_list("plan", flat=True))


def wis_besluiten(kind: Kind) -> int:
    """Empty decisions and remove their letters: the one lawful way through the triggers (migration 0004)."""
    brieven = (besluit.Besluitbrief, besluit.Verzending, besluit.Opmerking)
    return (
        sum(wis_rijen(van(deel, beschikking__kind=kind)) for deel in brieven)
        + maak_leeg(van(besluit.Aanbiederkeuze, regel__beschikking__kind=kind))
        + maak_leeg(van(besluit.Regel, beschikking__kind=kind))
        + maak_leeg(van(besluit.PgbToets, beschikking__kind=kind))
        + maak_leeg(van(besluit.Beschikking, kind=kind), "kenmerk", "voorschrift", "namens")
    )


def wis_woonplaats(kind: Kind) -> int:
    """Empty where the child was, and what went along to another municipality."""
    overdrachten = van(woonplaats.Overdracht, kind=kind)
    delen = (woonplaats.Standpunt, woonplaats.Voortzetting)
    return (
        maak_leeg(kind.woonfeiten.all())
        + maak_leeg(van(woonplaats.Vaststelling, kind=kind))
        + maak_leeg(overdrachten, "kenmerk", inhoud=inhoud.schrijf(kind, (), []))
        + sum(maak_leeg(van(deel, overdracht__kind=kind)) for deel in delen)
    )


def wis_einde(kind: Kind) -> int:
    """Empty the reasons of decisions about ends and turning eighteen."""
    return maak_leeg(van(Eindbesluit, toewijzing__kind=kind), "grondslag") + maak_leeg(van(Achttienbesluit, kind=kind))


def wis_beurten(kind: Kind) -> int:
    """Close what still waits, and empty which child it was about. The steps of a term may count from a birth date."""
    beurten = Beurt.objects.filter(kind_id=kind.pk)
    beurten.filter(staat=Beurt.Staat.OPEN).update(staat=Beurt.Staat.VERVALLEN, gesloten_op=nu())
    return maak_leeg(beurten, "sleutel", "soort", "kenmerk", "grondslag", "handeling", "pad", "escalatie")


def wis_dossierverzoeken(kind: Kind) -> int:
    """Empty earlier requests about the file. Why it was destroyed stays: that is the account of it."""
    verzoeken = Dossierverzoek.objects.filter(kind=kind)
    vast = ("kenmerk", "uitleg", "uitvoering")
    waarom = verzoeken.filter(soort=Dossierverzoek.Soort.VERNIETIGING)
    anders = verzoeken.exclude(soort=Dossierverzoek.Soort.VERNIETIGING)
    afgeschermd = maak_leeg(Afscherming.objects.filter(verzoek__kind=kind))
    return maak_leeg(anders, *vast) + maak_leeg(waarom, *vast, "redenen") + afgeschermd
