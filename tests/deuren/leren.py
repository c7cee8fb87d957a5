"""The doors of learning: circles, cases, the showcase, the newsletter and the pulse."""

from datetime import date, timedelta

from jeugdregio.basis.klok import nu, vandaag
from jeugdregio.leren.casus.models import Belemmering, Casus
from jeugdregio.leren.etalage.models import Gesprek, Praktijk
from jeugdregio.leren.leerkring.models import Bron, Deelnemer, Kring, Les, Verhaal
from jeugdregio.leren.nieuwsbrief.models import Nieuwsbrief, Uitgave
from jeugdregio.leren.peiling.models import Ronde, Telling
from jeugdregio.leren.proeftuin.models import Proeftuin
from jeugdregio.organisaties.models import Rol
from tests.deuren.deur import GEMEENTE, IEDEREEN, Deur
from tests.wereld import Wereld

# The circle is of the regional office; Fatima and Eva (expert by experience) are in it.
LEIDING = {"directeur", "secretaris", "begeleider"}
IN_KRING = LEIDING | {"fatima", "ervaringsdeskundige"}
CASUS = {
    "beleid_lelystad", "wethouder_lelystad", "teamleider_lelystad", "directeur", "secretaris", "begeleider",
    "voorzitter", "ervaringsdeskundige",
}  # fmt: skip
INBRENGERS = CASUS - {"voorzitter", "ervaringsdeskundige"}
# The barrier is agreed with De Brug.
ZIET_CASUS = CASUS | {"noor"}
TONERS = {
    "beleid_lelystad", "wethouder_lelystad", "teamleider_lelystad", "directeur", "noor", "iris", "gi_medewerker",
    "vt_medewerker",
}  # fmt: skip
LELYSTAD_BEGINT = {"beleid_lelystad", "wethouder_lelystad", "teamleider_lelystad"}
BEGINNERS = LELYSTAD_BEGINT | {"directeur"}
LELYSTAD_TOONT = {"beleid_lelystad", "wethouder_lelystad", "teamleider_lelystad"}
MAAKT = {"directeur", "secretaris"}
PEILT = {
    "beleid_lelystad", "jurist_lelystad", "contract_lelystad", "teamleider_lelystad", "controller_lelystad",
    "wethouder_lelystad", "directeur", "secretaris", "voorzitter",
}  # fmt: skip


def _kring(mag: set[str]) -> Deur:
    return Deur(mag, onzichtbaar=IEDEREEN - IN_KRING, post=True, kring_id="kring")


def _casus(mag: set[str]) -> Deur:
    return Deur(mag, onzichtbaar=IEDEREEN - ZIET_CASUS, post=True, casus_id="casus")


def _etalage(mag: set[str]) -> Deur:
    return Deur(mag, post=True, praktijk_id="praktijk")


def _proeftuin(mag: set[str]) -> Deur:
    return Deur(mag, post=True, proeftuin_id="proeftuin")


def _brief(mag: set[str], *, post: bool = False) -> Deur:
    return Deur(mag, onzichtbaar=IEDEREEN - MAAKT, post=post, brief_id="brief")


_LEIDT, _DOET_MEE = LEIDING, {"fatima", "ervaringsdeskundige"}
DEUREN: dict[str, Deur] = {
    "leerkring:lijst": Deur(IEDEREEN),
    "leerkring:nieuw": Deur(LEIDING | {"beleid_lelystad"}),
    "leerkring:kring": Deur(IN_KRING, onzichtbaar=IEDEREEN - IN_KRING, kring_id="kring"),
    "leerkring:verhaal-lezen": Deur(IEDEREEN, verhaal_id="verhaal"),
    "leerkring:deelnemer": _kring(_LEIDT),
    "leerkring:schrijven": _kring(_DOET_MEE),
    "leerkring:les": _kring(_DOET_MEE),
    "leerkring:stap": _kring(_LEIDT),
    "leerkring:verhaal": _kring(IN_KRING),
    "leerkring:antwoord": _kring(_DOET_MEE),
    "leerkring:publiceren": _kring(_LEIDT),
    "leerkring:offline": _kring(_LEIDT),
    "leerkring:zonder-verhaal": _kring(_LEIDT),
    "leerkring:voorstel": _kring({"directeur", "secretaris"}),
    "leerkring:vraag": _kring({"secretaris"}),
    "casus:lijst": Deur(CASUS),
    "casus:nieuw": Deur(INBRENGERS),
    "casus:casus": Deur(ZIET_CASUS, onzichtbaar=IEDEREEN - ZIET_CASUS, casus_id="casus"),
    "casus:belemmering": _casus(CASUS),
    "casus:besluit": _casus({"wethouder_lelystad", "directeur"}),
    "casus:resultaat": _casus({"noor"}),
    "casus:ervaring": _casus({"ervaringsdeskundige"}),
    "casus:afronden": _casus({"beleid_lelystad", "wethouder_lelystad", "teamleider_lelystad"}),
    "proeftuin:lijst": Deur(IEDEREEN),
    "proeftuin:nieuw": Deur(BEGINNERS),
    "proeftuin:proeftuin": Deur(IEDEREEN, proeftuin_id="proeftuin"),
    "proeftuin:starten": _proeftuin(LELYSTAD_BEGINT),
    "proeftuin:noteren": _proeftuin((GEMEENTE - {"bram"}) | {"noor"}),
    "proeftuin:beslissen": _proeftuin(LELYSTAD_BEGINT),
    "proeftuin:verlengen": _proeftuin(LELYSTAD_BEGINT),
    "proeftuin:afronden": _proeftuin(LELYSTAD_BEGINT),
    "proeftuin:voorstel": _proeftuin(
        {"beleid_lelystad", "wethouder_lelystad", "jurist_lelystad", "directeur", "secretaris"}
    ),
    "etalage:lijst": Deur(IEDEREEN),
    "etalage:nieuw": Deur(TONERS),
    "etalage:praktijk": Deur(IEDEREEN, praktijk_id="praktijk"),
    "etalage:gesprek": _etalage(IEDEREEN - (GEMEENTE - {"bram"})),
    "etalage:antwoord": _etalage(LELYSTAD_TOONT),
    "etalage:tonen": _etalage(LELYSTAD_TOONT),
    "etalage:wijzigen": _etalage(LELYSTAD_TOONT),
    "etalage:weghalen": _etalage(LELYSTAD_TOONT),
    "nieuwsbrief:lijst": Deur(IEDEREEN),
    "nieuwsbrief:nieuw": Deur(MAAKT),
    "nieuwsbrief:brief": _brief(MAAKT),
    "nieuwsbrief:word": _brief(MAAKT),
    "nieuwsbrief:html": _brief(MAAKT),
    "nieuwsbrief:samenstellen": _brief(MAAKT, post=True),
    "nieuwsbrief:verzenden": _brief(MAAKT, post=True),
    "peiling:lijst": Deur(PEILT),
    "peiling:nieuw": Deur({"secretaris"}),
    "peiling:antwoord": Deur(PEILT, post=True, ronde_id="ronde"),
    "peiling:sluiten": Deur({"secretaris"}, post=True, ronde_id="ronde"),
}


def maak(wereld: Wereld) -> dict[str, object]:
    """Make a circle with a published story, a case with a barrier, a practice, an issue and a round."""
    regio = wereld.regio
    gijs, fatima, eva = (regio.gebruiker(n) for n in ("begeleider", "fatima", "ervaringsdeskundige"))
    kring = Kring.objects.create(
        titel="Bellen na een week", niveau="gemengd", op=date(2026, 9, 1), plaats="Lelystad", begeleider=gijs,
        organisator=regio.regiokantoor, rol=Rol.BEGELEIDER, stap="klaar",
    )  # fmt: skip
    inbrenger = Deelnemer.objects.create(
        kring=kring, gebruiker=fatima, organisatie=regio.lelystad, rol=Rol.TOEGANG, inbrenger=True
    )
    Deelnemer.objects.create(kring=kring, gebruiker=eva, organisatie=regio.regiokantoor, rol=Rol.ERVARING)
    Les.objects.create(kring=kring, tekst="Bel na een week.", door=inbrenger)
    verhaal = Verhaal.objects.create(
        kring=kring, nummer=1, titel="Bel na een week", tekst="Wie belt, hoort meer.", gemaakt_door=gijs,
        gepubliceerd_op=nu(),
    )  # fmt: skip
    Bron.objects.create(verhaal=verhaal, deelnemer=inbrenger, antwoord="ja", op=nu())
    casus = Casus.objects.create(
        titel="Wachten op een plek", leeftijd="12-17", situatie="Er was geen plek.", gewenst="Een plek dichtbij.",
        bespreken_op=date(2026, 9, 1), inbrenger=regio.gebruiker("beleid_lelystad"), organisatie=regio.lelystad,
        rol=Rol.BELEID,
    )  # fmt: skip
    Belemmering.objects.create(
        casus=casus, soort="wachttijd", tekst="Geen plek.", wie_kan=regio.de_brug, besluit="Zoek een plek.",
        eigenaar_rol=Rol.AANBIEDER, uiterlijk=date(2026, 10, 1), staat="afgesproken",
    )  # fmt: skip
    praktijk = Praktijk.objects.create(
        titel="Samen beslissen", organisatie=regio.lelystad, rol=Rol.BELEID, principe="Macht delen.", context="Wijk.",
        wat="Samen.", bewijs="Nog niet bekend.", contact="Team beleid", staat="getoond",
    )  # fmt: skip
    gesprek = Gesprek.objects.create(
        praktijk=praktijk, vrager=regio.gebruiker("noor"), organisatie=regio.de_brug, vraag="Hoe begin je?"
    )
    brief = Nieuwsbrief.objects.create(nummer=1, uitgever=regio.regiokantoor)
    Uitgave.objects.create(nieuwsbrief=brief, nummer=1, titel="Herfst", inleiding="Dag.", gemaakt_door=gijs)
    proeftuin = Proeftuin.objects.create(
        titel="Samen kijken", vraag="Helpt het?", ruimte="Geen.", maat="Oordeel.", organisatie=regio.lelystad,
        rol=Rol.BELEID, van=date(2026, 9, 1), tot=date(2027, 3, 1), staat="loopt",
    )  # fmt: skip
    proeftuin.deelnemers.add(regio.de_brug)
    ronde = Ronde.objects.create(
        tafel="bestuurlijk", vraag="Welk cijfer?", van=vandaag(), tot=vandaag() + timedelta(7), minimum=5, zout="z"
    )
    Telling.objects.bulk_create(Telling(ronde=ronde, score=score) for score in range(1, 11))
    return {
        "kring": kring, "verhaal": verhaal, "casus": casus, "praktijk": praktijk, "gesprek": gesprek, "brief": brief,
        "ronde": ronde, "proeftuin": proeftuin,
    }  # fmt: skip
