"""Families with a page of their own: a parent and, from 12, the youth sign in as `ouder@` and `jeugdige@`."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from jeugdregio.basis import klok
from jeugdregio.demo.bevolkingscijfers import GEMEENTEN
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.organisaties import WACHTWOORD, Account
from jeugdregio.demo.verteller import Verteller
from jeugdregio.organisaties.models import Organisatie, Rol
from jeugdregio.toegang.beschikkingen.models import Beschikking, Staat
from jeugdregio.toegang.mijn.aanmelden import meld_aan
from jeugdregio.toegang.mijn.gezinslid import Gezinslid, mag_meekijken
from jeugdregio.toegang.mijn.models import Gezinstoegang
from jeugdregio.toegang.mijn.uitnodigen import nodig_uit
from jeugdregio.toegang.mijn.vragen import Soort, beantwoord, stel_vraag
from jeugdregio.toegang.models import Gezagsdrager, Kind
from jeugdregio.toegang.plannen.models import Onderzoek, Plankind

# Mirthe of the first story; elsewhere the child whose road is furthest, in some by its plan.
EERSTE = {"Lelystad": "Mirthe"}
PLAN_VOOR_BRIEF = {"Noordoostpolder", "Urk"}


def gezinsaccounts() -> list[Account]:
    """Return the accounts of families, to print."""
    emails = Gezinstoegang.objects.filter(gebruiker__email__endswith=".demo").values_list("gebruiker__email", flat=True)
    delen = (email.removesuffix(".demo").split("@") for email in sorted(set(emails)))
    return [Account(naam, plaats, "") for naam, plaats in delen]


def laad_gezinnen(register: Register, vandaag: date) -> None:
    """Invite a family per municipality and let it make its accounts; one has asked something already."""
    verteller = Verteller(register, vandaag)
    for gemeente in (register.op_code[g.code] for g in GEMEENTEN):
        kind = _kinderen(gemeente).filter(voornamen=EERSTE[gemeente.naam]).last() if gemeente.naam in EERSTE else None
        kind = kind or _kinderen(gemeente).first()
        if kind is None:
            continue
        ouder = kind.gezagsdragers.filter(gezag=True).order_by("relatie").first()
        leden = [_meld_aan(verteller, kind, drager) for drager in (ouder, None)]
        if gemeente.naam in EERSTE and leden[0] is not None:
            _vraag_en_antwoord(leden[0], verteller)


def _kinderen(gemeente: Organisatie) -> QuerySet[Kind]:
    """Children with parents, those with a letter, a plan and a report first."""
    brief = Beschikking.objects.filter(kind=OuterRef("pk"), staat=Staat.VERZONDEN)
    plan = Plankind.objects.filter(kind=OuterRef("pk"), plan__versies__vastgesteld_op__isnull=False)
    verslag = Onderzoek.objects.filter(hulpvraag__kind=OuterRef("pk"), voorgelegd_op__isnull=False)
    volgorde = ("-plan", "-brief") if gemeente.naam in PLAN_VOOR_BRIEF else ("-brief", "-plan")
    return (
        Kind.objects.filter(Exists(Gezagsdrager.objects.filter(kind=OuterRef("pk"), gezag=True)), gemeente=gemeente)
        .annotate(brief=Exists(brief), plan=Exists(plan), verslag=Exists(verslag))
        .order_by(*volgorde, "-verslag", "kenmerk")
    )  # fmt: skip


def _meld_aan(v: Verteller, kind: Kind, drager: Gezagsdrager | None) -> Gezinslid | None:
    """Invite one of the family, when the law lets them look along, and make the account."""
    with klok.op(moment(v.terug(3), 15)):
        if not mag_meekijken(kind, drager).waarde.mag:
            return None
        _, code = nodig_uit(v.wie(kind.gemeente, Rol.TOEGANG), kind.pk, drager.pk if drager else None)
        naam = "ouder" if drager else "jeugdige"
        return meld_aan(code, Account(naam, kind.gemeente.naam.lower(), "").email, WACHTWOORD)


def _vraag_en_antwoord(ouder: Gezinslid, v: Verteller) -> None:
    with klok.op(moment(v.terug(2), 20)):
        vraag = stel_vraag(ouder, Soort.VRAAG, "Kan het gesprek ook na schooltijd? Dan mist Mirthe geen les.")
    with klok.op(moment(v.terug(1), 9)):
        wie = v.wie(ouder.gemeente, Rol.TOEGANG)
        beantwoord(wie, vraag.pk, "Ja, dat kan. De Brug belt je om samen een middag te kiezen.")
    with klok.op(moment(v.terug(1), 21)):
        stel_vraag(ouder, Soort.VERTROUWENSPERSOON, "")
