"""The table of the tests: five municipalities with their aldermen, and the road of a proposal in short words."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.mensen import Regiomensen, maak_mens

from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent import bekrachtigen, gesprek, inbrengen, rondes, standpunten
from jeugdregio.bestuur.consent.actions import maak_concept
from jeugdregio.bestuur.consent.beurten import open_ronde
from jeugdregio.bestuur.consent.models import Bekrachtiging, Principe, Ronde, Voorstel
from jeugdregio.bestuur.consent.standpunten import NieuwBezwaar, NieuweZorg
from jeugdregio.organisaties.models import Deelname, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

TEKST = "Artikel 3: de centrumgemeente koopt in wat de wet vraagt en verleent subsidie. Meer niet."
HERSTEL = TEKST + " Het mandaat verandert alleen met een apart collegebesluit van iedere gemeente."
JA = {"o1": True, "o2": True, "o3": True, "o4": True, "o5": False}
STRIJD = {"o1": False, "o2": True, "o3": True, "o4": False, "o5": True}


@dataclass
class Tafel:
    """Everybody at the table."""

    regio: Regiomensen
    wethouders: dict[str, Wie]
    principe: Principe

    @property
    def gemeenten(self) -> list[Organisatie]:
        """The five municipalities."""
        return [w.organisatie for w in self.wethouders.values()]


def maak_tafel(regio: Regiomensen) -> Tafel:
    """Make a region of five, each with an alderman; Diemen left before."""
    Deelname.objects.filter(organisatie=regio.diemen).update(tot=date(2021, 12, 31))
    namen = {"almere": "Wilma", "dronten": "Wessel", "noordoostpolder": "Wanda", "urk": "Wubbo"}
    wethouders = {naam: maak_mens(mens, getattr(regio, naam), Rol.WETHOUDER) for naam, mens in namen.items()}
    wethouders["lelystad"] = regio.wethouder_lelystad
    principe = Principe.objects.create(
        tekst="We steunen een plan als het kind er beter van wordt", bron="Regio, 18-2-2025", van=date(2025, 2, 18)
    )
    return Tafel(regio, wethouders, principe)


def concept(tafel: Tafel, wie: Wie | None = None) -> Voorstel:
    """Make a concept that is complete."""
    wie = wie or tafel.regio.directeur
    voorstel = maak_concept(
        wie, titel="Minimumvariant artikel 3", aanleiding="Er is verschil van inzicht over artikel 3.",
        voorbeeld="Een contract werd in de ene gemeente anders gelezen dan in de andere.", tekst=TEKST,
    )  # fmt: skip
    return inbrengen.wijzig_concept(
        wie, voorstel.pk, titel=voorstel.titel, aanleiding=voorstel.aanleiding, voorbeeld=voorstel.voorbeeld,
        tekst=TEKST, bijdrage="Minder strijd, meer tijd voor kinderen.", grondslag="Centrumregeling artikel 3",
        kosten="Geen", tafel="bestuurlijk", zichtbaarheid="delegaties", zicht_uitkomst="openbaar",
        principes=[tafel.principe], gemeenten=tafel.gemeenten,
    )  # fmt: skip


def tot_intake(tafel: Tafel, wie: Wie | None = None) -> Voorstel:
    """Hand a concept in."""
    return inbrengen.dien_in(wie or tafel.regio.directeur, concept(tafel, wie).pk)


def tot_mening(tafel: Tafel, wie: Wie | None = None) -> Voorstel:
    """Bring it to the round of opinions; the setting for the papers is one day, so that the test stands on one day."""
    from jeugdregio.bestuur.consent.models import Spelregel

    Spelregel.objects.get_or_create(
        code="stukken_werkdagen", van=date(2020, 1, 1), defaults={"waarde": 1, "bron": "test"}
    )
    voorstel = tot_intake(tafel, wie)
    inbrengen.verzend_stukken(tafel.regio.secretaris, voorstel.pk)
    dag = inbrengen.vroegste_bijeenkomst(vandaag()).datum
    assert dag is not None
    inbrengen.agendeer(tafel.regio.voorzitter, voorstel.pk, bijeenkomst_op=dag)
    # The meeting is there: the clock of the test stands still.
    Voorstel.objects.filter(pk=voorstel.pk).update(bijeenkomst_op=vandaag())
    return gesprek.rond_beeldvorming_af(tafel.regio.voorzitter, voorstel.pk)


def tot_bijstelling(tafel: Tafel, wie: Wie | None = None) -> Voorstel:
    """Let everybody react."""
    voorstel = tot_mening(tafel, wie)
    for wethouder in tafel.wethouders.values():
        if wethouder.organisatie_id != voorstel.inbrenger_organisatie_id:
            gesprek.reageer(wethouder, voorstel.pk, gepast=True)
    voorstel.refresh_from_db()
    return voorstel


def leg_voor(tafel: Tafel, voorstel: Voorstel, tekst: str = TEKST, keuze: str = "houden") -> Ronde:
    """Put the text to the delegates, with a review after 26 weeks."""
    wie = tafel.regio.directeur
    if voorstel.inbrenger_organisatie_id != wie.organisatie_id:
        wie = next(w for w in tafel.wethouders.values() if w.organisatie_id == voorstel.inbrenger_organisatie_id)
    return rondes.leg_voor(
        wie, voorstel.pk, keuze=keuze, tekst=tekst, toelichting="Na de ronde van meningen",
        evaluatie_op=vandaag() + timedelta(weeks=26),
        criteria=[rondes.Maatstaf("Contracten worden in elke gemeente gelijk gelezen", "test:kinderen")],
        schadebronnen="Taken die nu niemand meer doet",
    )  # fmt: skip


def tot_ronde(tafel: Tafel, wie: Wie | None = None) -> Voorstel:
    """Bring it to an open round."""
    voorstel = tot_bijstelling(tafel, wie)
    leg_voor(tafel, voorstel)
    voorstel.refresh_from_db()
    return voorstel


def consent(wie: Wie, voorstel: Voorstel, zorg: NieuweZorg | None = None) -> None:
    """Speak: no objection, perhaps a concern."""
    ronde = open_ronde(voorstel)
    assert ronde is not None
    standpunten.neem_standpunt_in(
        wie, voorstel.pk, tekst_hash=ronde.hash, keuze="zorg" if zorg else "consent", mandaat="portefeuille", zorg=zorg
    )


def bezwaar(wie: Wie, voorstel: Voorstel, tests: dict[str, bool] | None = None) -> None:
    """Speak: an objection with harm and whom it hits."""
    ronde = open_ronde(voorstel)
    assert ronde is not None
    standpunten.neem_standpunt_in(
        wie, voorstel.pk, tekst_hash=ronde.hash, keuze="bezwaar", mandaat="college",
        bezwaar=NieuwBezwaar(
            schade="Een verborgen overdracht van mandaat", wie_raakt="Inwoners en raad van mijn gemeente",
            tests=tests or STRIJD, herstel="Een zin dat mandaat apart besloten wordt",
        ),
    )  # fmt: skip


def allen_consent(tafel: Tafel, voorstel: Voorstel, behalve: tuple[str, ...] = ()) -> None:
    """Let every alderman consent, except some."""
    for naam, wethouder in tafel.wethouders.items():
        if naam not in behalve:
            consent(wethouder, voorstel)


def tot_toetsing(tafel: Tafel, bezwaren: tuple[str, ...] = ("lelystad",)) -> Voorstel:
    """Bring it to the testing of objections of these municipalities."""
    voorstel = tot_ronde(tafel)
    allen_consent(tafel, voorstel, bezwaren)
    for naam in bezwaren:
        bezwaar(tafel.wethouders[naam], voorstel)
    voorstel.refresh_from_db()
    return voorstel


def tot_bekrachtiging(tafel: Tafel, voorstel: Voorstel | None = None) -> Voorstel:
    """Bring it to the colleges."""
    if voorstel is None:
        voorstel = tot_ronde(tafel)
        allen_consent(tafel, voorstel)
    zet_uit(tafel, voorstel)
    voorstel.refresh_from_db()
    return voorstel


def zet_uit(tafel: Tafel, voorstel: Voorstel) -> None:
    """Ask the five colleges, within six weeks."""
    dag = vandaag() + timedelta(weeks=6)
    bekrachtigen.zet_uit(
        tafel.regio.secretaris, voorstel.pk, [bekrachtigen.TeBesluiten(g, "college", dag) for g in tafel.gemeenten]
    )


def bekrachtig_alle(tafel: Tafel, voorstel: Voorstel, behalve: tuple[str, ...] = ()) -> None:
    """Let the colleges adopt the identical text."""
    for naam, wethouder in tafel.wethouders.items():
        if naam in behalve:
            continue
        rij = Bekrachtiging.objects.get(
            voorstel=voorstel, gemeente=wethouder.organisatie, staat=Bekrachtiging.Staat.OPEN
        )
        bekrachtigen.bekrachtig(
            wethouder, rij.pk, tekst_hash=rij.versie.hash, kenmerk=f"B26-{naam[:3]}", besloten_op=vandaag()
        )
