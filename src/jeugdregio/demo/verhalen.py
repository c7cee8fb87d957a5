"""The stories of the design, each at a point of its road as far as the rooms of today can hold it.

Dates count from today, so the demonstration is fresh every day; on 22 November 2026 they are those of the sketches.
"""

from datetime import date, timedelta

from jeugdregio.basis import klok
from jeugdregio.demo.laden_basis import Register
from jeugdregio.demo.opslag import moment
from jeugdregio.demo.rolverdeling import laad_rolverdeling
from jeugdregio.demo.toeval import kies, toeval
from jeugdregio.demo.trajecten import werkdagen_terug
from jeugdregio.demo.verhaal_declaratie import vertel_declaratie
from jeugdregio.demo.verhaal_eigen import verhaal_2, verhaal_4, verhaal_5, verhaal_gi
from jeugdregio.demo.verhaal_fouten import stuur_foute_berichten
from jeugdregio.demo.verhaal_verhuizen import vertel_verhuizingen
from jeugdregio.demo.verhaal_wijzigen import vertel_wijzigingen
from jeugdregio.demo.verteller import Hoofdpersoon, Verteller, Vraag
from jeugdregio.demo.zorgaanbod import marktaandeel
from jeugdregio.toegang import actions as toegang
from jeugdregio.toegang.hulpvragen.vanuit_verzoek import vul_hulpvragen_aan

ALMERE, DRONTEN, LELYSTAD, NOORDOOSTPOLDER, URK = "0034", "0303", "0995", "0171", "0184"
DE_BRUG, DE_KREEK, DE_WENDING, DE_HAVEN, HET_ANKER = "42420001", "42420013", "42420037", "73730001", "65656055"
EINDE_VERLENGING_DAGEN = 23  # 15 December, seen from 22 November
BEIDE_OUDERS = (("Sanne", "moeder"), ("Erik", "vader"))
VERZOEKEN_PER_GEMEENTE = {"klein": 5, "regio": 18}


def laad_verhalen(register: Register, vandaag: date, schaal: str, zaad: int) -> None:
    """Divide the roles, give older requests their question, and tell all stories. Raises when a step is refused."""
    laad_rolverdeling(register)
    vul_hulpvragen_aan()
    verteller = Verteller(register, vandaag)
    for vertel in VERHALEN:
        vertel(verteller)
    _open_verzoeken(verteller, VERZOEKEN_PER_GEMEENTE[schaal], zaad)


def verhaal_1(v: Verteller) -> None:
    """GP refers a girl of 14 in Lelystad: the answer is two days late and one parent has not consented yet."""
    ontvangen = werkdagen_terug(v.terug(1), 5)
    mirthe = Hoofdpersoon("Mirthe", "Velden", "2", 14, BEIDE_OUDERS, "van der")
    verzoek = v.verzoek(mirthe, Vraag(
        aanbieder=DE_BRUG, gemeente=LELYSTAD, product="45A04", verwijzer="02", op=ontvangen,
        ingang=v.vandaag + timedelta(days=8), einde=v.vandaag + timedelta(days=372), volume=8,
    ))  # fmt: skip
    v.maak_toewijsbaar(verzoek, mirthe, werkdagen_terug(ontvangen, 0), zonder=("vader",))
    # The same girl a year earlier at another provider: a road that is finished.
    eerder = Hoofdpersoon("Noa", "Prins", "2", 13, BEIDE_OUDERS)
    klaar = v.verzoek(eerder, Vraag(
        aanbieder=DE_BRUG, gemeente=LELYSTAD, product="45A04", verwijzer="02", op=v.terug(73), ingang=v.terug(60),
        einde=v.terug(60) + timedelta(days=180), volume=8,
    ))  # fmt: skip
    v.maak_toewijsbaar(klaar, eerder, v.terug(68))
    toewijzing = v.wijs_toe(klaar, v.terug(67))
    v.start(toewijzing, v.terug(55), v.terug(50))


def verhaal_3(v: Verteller) -> None:
    """A supervision order in Almere, referred by the court; and a new one whose answer is due this week."""
    jongen = Hoofdpersoon("Dani", "Akker", "1", 10, BEIDE_OUDERS, "van den")
    zitting = v.terug(212)
    verzoek = v.verzoek(jongen, Vraag(
        aanbieder=DE_HAVEN, gemeente=ALMERE, product="48A01", verwijzer="08", op=werkdagen_terug(v.terug(203), 0),
        ingang=zitting, einde=zitting + timedelta(days=365),
    ))  # fmt: skip
    v.maak_toewijsbaar(verzoek, jongen, v.terug(202), zonder=("moeder", "vader", "kind"))
    v.maatregel(verzoek, "Ondertoezichtstelling voor een jaar, beschikking van de rechtbank.", v.terug(202))
    toewijzing = v.wijs_toe(verzoek, v.terug(201))
    v.start(toewijzing, zitting, v.terug(199))
    nieuw = Hoofdpersoon("Liv", "Horst", "2", 7, BEIDE_OUDERS)
    open_ = v.verzoek(nieuw, Vraag(
        aanbieder=DE_HAVEN, gemeente=ALMERE, product="48A01", verwijzer="08", op=werkdagen_terug(v.vandaag, 2),
        ingang=v.terug(12), einde=v.terug(12) + timedelta(days=364),
    ))  # fmt: skip
    v.maak_toewijsbaar(open_, nieuw, werkdagen_terug(v.vandaag, 1), zonder=("moeder", "vader", "kind"))


def verhaal_7(v: Verteller) -> None:
    """Help of Gezinshuis De Wending ends in three weeks, in Lelystad and in Dronten: what holds differs.

    Of two others it ended a few days ago while nobody decided.
    """
    for gemeente, voornaam, achternaam, over in (
        (LELYSTAD, "Fenna", "Kuipers", EINDE_VERLENGING_DAGEN), (DRONTEN, "Roos", "Hofman", EINDE_VERLENGING_DAGEN),
        (LELYSTAD, "Sil", "Boonstra", -2), (DRONTEN, "Jip", "Zeeman", -3),
    ):  # fmt: skip
        meisje = Hoofdpersoon(voornaam, achternaam, "2", 16, (("Petra", "moeder"),))
        begin = v.terug(342)
        verzoek = v.verzoek(meisje, Vraag(
            aanbieder=DE_WENDING, gemeente=gemeente, product="43A01", verwijzer="02", op=werkdagen_terug(begin, 8),
            ingang=begin, einde=v.vandaag + timedelta(days=over),
        ))  # fmt: skip
        v.maak_toewijsbaar(verzoek, meisje, werkdagen_terug(begin, 5))
        toewijzing = v.wijs_toe(verzoek, werkdagen_terug(begin, 4))
        v.start(toewijzing, begin, begin + timedelta(days=2))


def verhaal_10(v: Verteller) -> None:
    """A girl of 12 in Noordoostpolder waits: assigned half a year ago, help has not started."""
    meisje = Hoofdpersoon("Yara", "Linden", "2", 12, BEIDE_OUDERS, "van")
    verzoek = v.verzoek(meisje, Vraag(
        aanbieder=DE_KREEK, gemeente=NOORDOOSTPOLDER, product="54003", verwijzer="02",
        op=werkdagen_terug(v.terug(174), 0), ingang=v.terug(160), einde=v.terug(160) + timedelta(days=364),
    ))  # fmt: skip
    v.maak_toewijsbaar(verzoek, meisje, werkdagen_terug(v.terug(170), 0))
    v.wijs_toe(verzoek, werkdagen_terug(v.terug(168), 0))


VERHALEN = (
    verhaal_1, verhaal_2, verhaal_3, verhaal_4, verhaal_5, verhaal_gi, vertel_verhuizingen, verhaal_7,
    vertel_declaratie, verhaal_10, vertel_wijzigingen, stuur_foute_berichten,
)  # fmt: skip
VRIJE_PRODUCTEN = (("45A04", 4.0), ("45A05", 3.0), ("45A48", 2.0), ("41A03", 1.0), ("54003", 2.0), ("44A08", 0.7))
VRIJE_VERWIJZERS = (("02", 6.0), ("03", 1.0), ("04", 1.5), ("05", 1.0))
WAT_ERVAN_WERD = (("open", 5.0), ("compleet", 3.0), ("onderzoek", 1.0), ("toegewezen", 4.0))
VOORNAMEN = (("Sam", "1"), ("Lotte", "2"), ("Milan", "1"), ("Eva", "2"), ("Tygo", "1"), ("Saar", "2"), ("Amir", "1"))
ACHTERNAMEN = (
    "Smit",
    "Peters",
    "Kok",
    "Mulder",
    "Bosman",
    "Vos",
    "Dekker",
    "Postma",
    "Yilmaz",
    "Haan",
    "Blom",
    "Schouten",
)


def _open_verzoeken(v: Verteller, aantal: int, zaad: int) -> None:
    """Requests of the last weeks in every state, in every municipality: late, due this week, and just answered."""
    bron = toeval(zaad, "open verzoeken")
    for gemeente in v.register.gemeenten:
        for volg in range(aantal):
            voornaam, geslacht = bron.choice(VOORNAMEN)
            persoon = Hoofdpersoon(
                voornaam, bron.choice(ACHTERNAMEN), geslacht, bron.randint(4, 17),
                BEIDE_OUDERS if bron.random() < 0.7 else BEIDE_OUDERS[:1],
            )  # fmt: skip
            product = kies(bron, VRIJE_PRODUCTEN)
            op = werkdagen_terug(v.vandaag, 1 + volg % 9)
            ingang = v.vandaag + timedelta(days=bron.randint(-4, 20))
            verzoek = v.verzoek(persoon, Vraag(
                aanbieder=kies(bron, marktaandeel(product)).agb, gemeente=gemeente.code or "", product=product,
                verwijzer=kies(bron, VRIJE_VERWIJZERS), op=op, ingang=ingang, einde=ingang + timedelta(days=364),
            ))  # fmt: skip
            uitkomst = WAT_ERVAN_WERD[volg % 4][0] if volg < 4 else kies(bron, WAT_ERVAN_WERD)
            if uitkomst == "onderzoek":
                with klok.op(moment(op, 16)):
                    toegang.neem_in_onderzoek(v.wie(gemeente, "toegangsmedewerker"), verzoek.pk, versie=verzoek.versie)
            elif uitkomst != "open":
                v.maak_toewijsbaar(verzoek, persoon, op)
                if uitkomst == "toegewezen":
                    v.wijs_toe(verzoek, min(v.vandaag, op + timedelta(days=1)), bevestigd=False)
