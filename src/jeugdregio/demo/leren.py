"""Learning in the demonstration: circles in every step, cases, practice, an issue of the newsletter, and the pulse.

What the sources say about practice (Urk, Lelystad) is told as they say it; everything else is invented and says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.verteller import Verteller
from jeugdregio.leren.casus import actions as casus
from jeugdregio.leren.etalage import actions as etalage
from jeugdregio.leren.etalage.actions import Praktijktekst
from jeugdregio.leren.etalage.models import Praktijk
from jeugdregio.leren.leerkring import actions as kringen
from jeugdregio.leren.leerkring import gevolg, verhaal
from jeugdregio.leren.leerkring.models import Kring, Verhaal
from jeugdregio.leren.nieuwsbrief import actions as nieuwsbrief
from jeugdregio.leren.peiling import actions as peiling
from jeugdregio.leren.peiling.models import Peilregel
from jeugdregio.leren.proeftuin import actions as proeftuin
from jeugdregio.leren.proeftuin.models import Proeftuin
from jeugdregio.organisaties.models import Aanstelling, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

_ADVIES = "Advies van de deskundigencommissie: wees trots op lokaal beleid"


@dataclass(frozen=True)
class Mensen:
    """Who learn in the stories."""

    begeleider: Wie
    secretaris: Wie
    toegang: Wie
    aanbieder: Wie
    ervaring: Wie
    beleid: Wie
    wethouder: Wie


def laad_leren(register: Register, vandaag: date) -> None:
    """Tell by the real acts what was learned, each on its own day."""
    verteller, sleutel = Verteller(register, vandaag), register.op_sleutel
    regio, lelystad = sleutel["regio"], sleutel["lelystad"]
    mensen = Mensen(
        begeleider=verteller.wie(regio, Rol.BEGELEIDER), secretaris=verteller.wie(regio, Rol.SECRETARIS),
        toegang=verteller.wie(lelystad, Rol.TOEGANG), aanbieder=verteller.wie(sleutel["debrug"], Rol.AANBIEDER),
        ervaring=verteller.wie(regio, Rol.ERVARING), beleid=verteller.wie(sleutel["dronten"], Rol.BELEID),
        wethouder=verteller.wie(lelystad, Rol.WETHOUDER),
    )  # fmt: skip
    klaar = _kring(mensen, vandaag - timedelta(days=40), "Bellen na een week", "verhaal")
    verteld = _vertel(mensen, klaar, vandaag - timedelta(days=34))
    with klok.op(vandaag - timedelta(days=33)):
        les = klaar.lessen.get()
        gevolg.maak_voorstel(
            mensen.secretaris, klaar.pk, les=les, titel="Wie een gezin aanmeldt, belt na een week",
            tekst="Wie een gezin aanmeldt bij een aanbieder, belt dat gezin na een week.",
        )  # fmt: skip
    _kring(mensen, vandaag + timedelta(days=9), "Een jongere die zelf zijn plan schreef", "succes")
    _kring(mensen, vandaag - timedelta(days=3), "Samen aan tafel met school", "reflectie")
    wacht = _kring(mensen, vandaag - timedelta(days=12), "De huisarts die eerst overlegt", "verhaal")
    _schrijf(mensen, wacht, vandaag - timedelta(days=6))
    praktijken = _praktijken(verteller, register, vandaag)
    _casussen(mensen, register, vandaag)
    _nieuwsbrieven(mensen, verteld, praktijken, vandaag)
    _peilingen(mensen, verteller, register, vandaag)
    _proeftuinen(mensen, register, vandaag)


def _kring(mensen: Mensen, op: date, titel: str, tot_stap: str) -> Kring:
    """Hold a circle up to a step."""
    begin = min(op, klok.vandaag()) - timedelta(days=10)
    with klok.op(begin):
        kring = kringen.begin(mensen.begeleider, titel=titel, niveau="gemengd", op=op, plaats="Stadhuis Lelystad")
        for wie in (mensen.toegang, mensen.aanbieder, mensen.beleid, mensen.ervaring):
            plek = Aanstelling.objects.op(begin).filter(gebruiker=wie.gebruiker)[0]
            kringen.voeg_deelnemer_toe(mensen.begeleider, kring.pk, aanstelling=plek, inbrenger=wie is mensen.toegang)
        if tot_stap != "succes":
            kringen.schrijf(mensen.toegang, kring.pk, tekst=_SUCCES)
    if tot_stap == "succes":
        return kring
    with klok.op(op):
        _verder(mensen, kring)
        kringen.schrijf(mensen.aanbieder, kring.pk, tekst="Wij merkten dat ouders daarna zelf belden als iets schoof.")
    if tot_stap == "reflectie":
        return kring
    with klok.op(op):
        kringen.schrijf(mensen.ervaring, kring.pk, tekst="Iemand die zelf belt, dat vergeet je niet. Het gaf ons rust.")
        _verder(mensen, kring)
        kringen.schrijf_les(mensen.beleid, kring.pk, tekst="Spreek per gezin af wie na een week belt. Schrijf dat op.")
        _verder(mensen, kring)
    return kring


_SUCCES = (
    "We belden elk gezin een week na de aanmelding. Niet om te controleren, maar om te vragen of er al iemand was "
    "geweest. In de helft van de gevallen konden we meteen iets rechtzetten."
)
_VERHAAL = (
    "Een week na de aanmelding gaat de telefoon. Geen formulier, geen afspraak: alleen de vraag of er al iemand is "
    "geweest. Soms is het antwoord nee, en dan is dat dezelfde dag opgelost.\n\nOuders zeiden dat ze daarna zelf "
    "eerder belden. De les is klein en kost weinig: spreek af wie belt, en schrijf het op."
)


def _verder(mensen: Mensen, kring: Kring) -> None:
    kringen.sluit_stap(mensen.begeleider, kring.pk, versie=Kring.objects.get(pk=kring.pk).versie)


def _schrijf(mensen: Mensen, kring: Kring, op: date) -> Verhaal:
    with klok.op(op):
        bronnen = kring.deelnemers.filter(gebruiker=mensen.ervaring.gebruiker)
        return verhaal.schrijf_verhaal(
            mensen.begeleider, kring.pk, versie=Kring.objects.get(pk=kring.pk).versie, titel="De telefoon na een week",
            tekst=_VERHAAL, bronnen=bronnen,
        )  # fmt: skip


def _vertel(mensen: Mensen, kring: Kring, op: date) -> Verhaal:
    geschreven = _schrijf(mensen, kring, op - timedelta(days=4))
    with klok.op(op):
        for wie in (mensen.toegang, mensen.ervaring):
            verhaal.antwoord(wie, kring.pk, verhaal_id=geschreven.pk, antwoord="ja")
        return verhaal.publiceer(mensen.begeleider, kring.pk, versie=Kring.objects.get(pk=kring.pk).versie)


def _praktijken(verteller: Verteller, register: Register, vandaag: date) -> list[Praktijk]:
    """Two the sources name, two invented ones, and one still in concept."""
    sleutel = register.op_sleutel
    rijen = [
        ("urk", False, "Urk Durft", "Werk lang vooruit, met jongeren en de mensen om hen heen.",
         "De gemeente Urk; gebouwd op het IJslandse preventiemodel, waar meer gemeenten mee werken.",
         "Een aanpak in rondes: kijken wat er speelt, samen kiezen, doen, opnieuw kijken.",
         "De commissie noemt het als voorbeeld. Cijfers over het gevolg staan niet in het advies."),
        ("lelystad", False, "Democratisch professionalisme", "Deel macht, taken en kennis met inwoners.",
         "De gemeente Lelystad.", "Professionals beslissen met inwoners, niet over hen.",
         "De commissie vindt het de moeite waard om te onderzoeken wat er precies werkt; dat is nog niet gedaan."),
        ("dronten", True, "De vaste stoel", "Wie het aangaat, zit aan tafel.", "Overleg over een gezin in de wijk.",
         "Er staat altijd een stoel voor een ouder of jongere, en zonder hen begint het overleg niet.",
         "Nog niet gemeten; deelnemers zeggen dat besluiten sneller vallen."),
        ("debrug", True, "De open agenda", "Laat zien waar plek is, ook als er geen plek is.",
         "Ambulante hulp van één aanbieder.", "Elke week staat de eerste vrije plek op de eigen site.",
         "Minder telefoontjes; of kinderen korter wachten weten we nog niet."),
        ("almere", True, "Eén gezin, één avond", "Kom als het gezin tijd heeft.", "Twee wijken.",
         "Het wijkteam werkt op dinsdagavond.", "Net begonnen."),
    ]  # fmt: skip
    gemaakt = []
    for nummer, (plek, fictief, titel, principe, context, wat, bewijs) in enumerate(rijen):
        rol = Rol.AANBIEDER if plek == "debrug" else Rol.BELEID
        wie = verteller.wie(sleutel[plek], rol)
        tekst = Praktijktekst(
            titel=titel, principe=principe, context=context, wat=wat, bewijs=bewijs, contact="Team beleid jeugd",
            bron="" if fictief else _ADVIES,
        )  # fmt: skip
        with klok.op(vandaag - timedelta(days=60 - nummer)):
            praktijk = etalage.leg_neer(wie, tekst, fictief=fictief)
            if plek != "almere":
                gemaakt.append(etalage.toon(wie, praktijk.pk, versie=1))
    with klok.op(vandaag - timedelta(days=5)):
        almere = verteller.wie(sleutel["almere"], Rol.BELEID)
        etalage.vraag_gesprek(almere, gemaakt[0].pk, vraag="Hoe krijg je jongeren zelf aan tafel?")
        beantwoord = etalage.vraag_gesprek(almere, gemaakt[2].pk, vraag="Mogen we een keer meekijken?")
    with klok.op(vandaag - timedelta(days=2)):
        dronten = verteller.wie(sleutel["dronten"], Rol.BELEID)
        etalage.antwoord(
            dronten, gemaakt[2].pk, gesprek=beantwoord, antwoord="Graag. We bellen over een dag.",
            afspraak_op=vandaag + timedelta(days=12),
        )  # fmt: skip
    return gemaakt


def _casussen(mensen: Mensen, register: Register, vandaag: date) -> None:
    """One that was finished, one with an agreement that runs, one that was just brought in. All invented."""
    rijen = (
        ("Wachten op een plek na een crisis (verzonnen)", 50, "wachttijd"),
        ("Twee organisaties, twee plannen (verzonnen)", 8, "samenwerking"),
        ("Achttien en dan stopt het (verzonnen)", 2, "regel"),
    )
    for nummer, (titel, geleden, soort) in enumerate(rijen):
        with klok.op(vandaag - timedelta(days=geleden)):
            geval = casus.breng_in(
                mensen.beleid, titel=titel, leeftijd="18-22" if nummer == 2 else "12-17", gemeente_noemen=False,
                situatie="Een jongere had hulp nodig die er op papier was. In de praktijk begon niemand, omdat elk op "
                "de ander wachtte.", gewenst="Eén iemand die begint, ook als nog niet alles is geregeld.",
                bespreken_op=vandaag - timedelta(days=geleden) + timedelta(days=21),
            )  # fmt: skip
            if nummer == 2:
                continue
            hindernis = casus.noem_belemmering(
                mensen.begeleider, geval.pk, soort=soort, tekst="Niemand mocht beginnen voordat de ander klaar was.",
                wie_kan=register.op_sleutel["debrug"],
            )  # fmt: skip
            casus.besluit(
                mensen.wethouder, geval.pk, belemmering=hindernis, besluit="De aanbieder begint en regelt daarna.",
                rol=Rol.AANBIEDER, uiterlijk=vandaag - timedelta(days=geleden) + timedelta(days=30),
            )  # fmt: skip
            if nummer:
                continue
            casus.geef_ervaring(mensen.ervaring, geval.pk, tekst="Zeg ons wie er begint, dan kunnen wij wachten.")
        with klok.op(vandaag - timedelta(days=25)):
            casus.rond_casus_af(mensen.beleid, geval.pk, versie=1, geleerd="Begin met wat kan en regel daarna de rest.")
            casus.meld_resultaat(
                mensen.aanbieder, geval.pk, belemmering=hindernis, weg=True,
                resultaat="De eerste afspraak komt nu binnen een week. Dat houden we zo.",
            )  # fmt: skip


def _nieuwsbrieven(mensen: Mensen, verteld: Verhaal, praktijken: list[Praktijk], vandaag: date) -> None:
    """One that was sent, in two versions, and one in the making."""
    wie = mensen.secretaris
    with klok.op(vandaag - timedelta(days=21)):
        brief = nieuwsbrief.begin(wie, titel="Leren van elkaar", inleiding="Het eerste nummer van dit seizoen.")
        nieuwsbrief.stel_samen(
            wie, brief.pk, versie=1, titel="Leren van elkaar", praktijken=praktijken[:2], verhalen=[verteld],
            inleiding="Het eerste nummer van dit seizoen: een verhaal om door te vertellen en twee aanpakken.",
        )  # fmt: skip
        nieuwsbrief.verzend(wie, brief.pk, versie=2, op=vandaag - timedelta(days=21))
    volgende = nieuwsbrief.begin(wie, titel="Wat ouders ons leren", inleiding="Nog in de maak.")
    nieuwsbrief.stel_samen(
        wie, volgende.pk, versie=1, titel="Wat ouders ons leren", inleiding="Nog in de maak.",
        kringen=Kring.objects.filter(op__gte=vandaag),
    )  # fmt: skip


def _peilingen(mensen: Mensen, verteller: Verteller, register: Register, vandaag: date) -> None:
    """From a four to nearly a six at the table of government, too few at the official one, and one that runs."""
    Peilregel.objects.create(
        van=date(2025, 9, 19), minimum=5, doel=6, einddoel=10, bron="Werkwijze van de regio (fictief)"
    )
    tafel = [verteller.wie(g, Rol.WETHOUDER) for g in register.gemeenten] + [mensen.secretaris]
    beleid = [verteller.wie(g, Rol.BELEID) for g in register.gemeenten[:3]]
    for geleden, soort, wie, scores in (
        (270, "bestuurlijk", tafel, (4, 3, 5, 4, 4, 4)),
        (180, "bestuurlijk", tafel, (5, 4, 5, 4, 5, 5)),
        (120, "ambtelijk", beleid, (6, 6, 7)),
        (90, "bestuurlijk", tafel, (6, 5, 6, 5, 5, 6)),
        (4, "bestuurlijk", tafel[:2], (6, 6)),
    ):
        begin = vandaag - timedelta(days=geleden)
        with klok.op(begin):
            ronde = peiling.begin(
                mensen.secretaris, tafel=soort, vraag="Welk cijfer geef je de samenwerking aan deze tafel?",
                tot=begin + timedelta(days=14),
            )  # fmt: skip
            for ander, score in zip(wie, scores, strict=True):
                peiling.antwoord(ander, ronde.pk, score=score)
        if geleden > 14:
            with klok.op(begin + timedelta(days=15)):
                peiling.sluit(mensen.secretaris, ronde.pk)


def _proeftuinen(mensen: Mensen, register: Register, vandaag: date) -> None:
    """One that is done, one that runs and must be decided on soon, and a concept. All invented."""
    brug = [register.op_sleutel["debrug"]]
    klaar = _proeftuin(
        mensen.beleid, vandaag - timedelta(days=400), vandaag - timedelta(days=40), "Een gesprek voor de verwijzing",
        "De huisarts belt eerst\nEen vast nummer voor de huisarts", brug,
    )  # fmt: skip
    with klok.op(vandaag - timedelta(days=200)):
        proeftuin.noteer(mensen.aanbieder, klaar.pk, tekst="Gezinnen komen beter voorbereid binnen.")
    with klok.op(vandaag - timedelta(days=38)):
        uitkomsten = (
            ("blijft", "Gezinnen en huisartsen willen het houden.", "team toegang"),
            ("stopt", "Bijna niemand belde.", ""),
        )
        for onderdeel, (uitkomst, waarom, borgt) in zip(klaar.onderdelen.all(), uitkomsten, strict=True):
            klaar.refresh_from_db()
            proeftuin.beslis(
                mensen.beleid, klaar.pk, onderdeel=onderdeel, uitkomst=uitkomst, waarom=waarom, borgt=borgt,
                versie=klaar.versie,
            )  # fmt: skip
        klaar.refresh_from_db()
        proeftuin.rond_proeftuin_af(
            mensen.beleid, klaar.pk, geleerd="Eerst praten kost tijd, en scheelt later een verkeerde start.",
            versie=klaar.versie,
        )  # fmt: skip
    loopt = _proeftuin(
        mensen.wethouder, vandaag - timedelta(days=170), vandaag + timedelta(days=12), "In week één samen aan tafel",
        "Gezin, school en toegang zitten in week één aan tafel\nEén plan op één bladzijde", brug,
    )  # fmt: skip
    with klok.op(vandaag - timedelta(days=20)):
        proeftuin.noteer(mensen.toegang, loopt.pk, tekst="Met school erbij is het plan sneller klaar.")
    _proeftuin(
        mensen.wethouder, vandaag + timedelta(days=30), vandaag + timedelta(days=300), "Een maatje in de wachttijd",
        "Elk gezin dat wacht krijgt een maatje", [], start=False,
    )  # fmt: skip


def _proeftuin(  # noqa: PLR0917  a line of a story
    wie: Wie, van: date, tot: date, titel: str, wat: str, deelnemers: list[Organisatie], *, start: bool = True
) -> Proeftuin:
    with klok.op(min(van, klok.vandaag())):
        gemaakt = proeftuin.begin(
            wie, titel=titel, vraag="Komt een gezin zo eerder bij de hulp die past?", wat=wat, van=van, tot=tot,
            ruimte="We blijven binnen de regels en de mandaten.", deelnemers=deelnemers, fictief=True,
            maat="De tijd tot de eerste afspraak, en wat gezinnen ervan vinden.",
        )  # fmt: skip
        return proeftuin.start(wie, gemaakt.pk, versie=1) if start else gemaakt
