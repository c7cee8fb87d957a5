"""What can be done with a joint text, as data."""

from typing import Any

from jeugdregio.bestuur.daden import Daad
from jeugdregio.bestuur.teksten import amenderen, besluiten, concept, forms, inspraak, uitvoer
from jeugdregio.bestuur.teksten.models import Adviesaanvraag, Amendement, Punt, Raadsbesluit, Staat, Tekst, Uitvoer
from jeugdregio.bestuur.teksten.permissions import gemeente_van, mag_college, mag_raad, mag_regie
from jeugdregio.bestuur.teksten.weg import BIJ_DE_RADEN, SCHRIJVEN, VASTGESTELD, VOLGENDE
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import Wie

_S = Staat


def _regie(wie: Wie, _tekst: Tekst, _deel: Any) -> bool:
    return mag_regie(wie)


def _consulteert(wie: Wie, tekst: Tekst, _deel: Any) -> bool:
    if mag_regie(wie):
        return True
    return mag_raad(wie) and not tekst.consultaties.filter(gemeente=gemeente_van(wie)).exists()


def _vraagt_advies(wie: Wie, _tekst: Tekst, _deel: Any) -> bool:
    return mag_regie(wie) or (mag_college(wie) and wie.heeft(Rol.BELEID, Rol.WETHOUDER))


def _brengt_advies(wie: Wie, tekst: Tekst, deel: Adviesaanvraag) -> bool:
    eigen = wie.organisatie_id == deel.gemeente_id and _vraagt_advies(wie, tekst, None)
    return (mag_regie(wie) or eigen) and deel.ontvangen_op is None and not deel.geen_advies


def _college(wie: Wie, tekst: Tekst, _deel: Any) -> bool:
    versie = tekst.versies.order_by("-nummer").first()
    return (
        mag_college(wie)
        and versie is not None
        and not versie.collegebesluiten.filter(gemeente=wie.organisatie).exists()
    )


def _raad(wie: Wie, tekst: Tekst, _deel: Any) -> bool:
    versie = tekst.versies.order_by("-nummer").first()
    if not mag_raad(wie) or versie is None:
        return False
    open_ = (Raadsbesluit.Uitkomst.GEAGENDEERD, Raadsbesluit.Uitkomst.AANGEHOUDEN)
    return versie.raadsbesluiten.filter(gemeente=gemeente_van(wie), uitkomst__in=open_).exists()


def _oordeelt(wie: Wie, _tekst: Tekst, deel: Amendement) -> bool:
    gemeente = gemeente_van(wie)
    if not mag_raad(wie) or gemeente is None or deel.staat != Amendement.Staat.RONDGANG:
        return False
    return gemeente.pk != deel.gemeente_id and not deel.oordelen.filter(gemeente=gemeente).exists()


def _eigen_amendement(wie: Wie, _tekst: Tekst, deel: Amendement) -> bool:
    gemeente = gemeente_van(wie)
    return mag_raad(wie) and gemeente is not None and gemeente.pk == deel.gemeente_id and deel.staat in amenderen.LOPEND


def _nog_niet_gedaan(wie: Wie, _tekst: Tekst, deel: Uitvoer) -> bool:
    return mag_regie(wie) and deel.gedaan_op is None


ALLE: tuple[Daad, ...] = (
    Daad("verder", "Volgende stap", tuple(VOLGENDE), _regie, forms.VerderForm, concept.verder,
         "Het systeem kijkt of alles er is voor de volgende stap.", soort="hoofd"),
    Daad("uitgangspunten", "Uitgangspunten", (_S.STARTNOTITIE, _S.UITGANGSPUNTEN, _S.CONCEPT), _regie,
         forms.UitgangspuntenForm, concept.zet_uitgangspunten),
    Daad("versie", "Nieuwe versie", SCHRIJVEN, _regie, forms.VersieForm, concept.schrijf_versie,
         "Een nieuwe versie krijgt een nieuwe vingerafdruk. Wie over de vorige besloot, besluit opnieuw."),
    Daad("herijken", "Dag van herijking", Staat.values, _regie, forms.HerijkForm, concept.stel_herijking,
         "Negentig dagen ervoor komt het als beurt terug."),
    Daad("consultatie", "Punten van de raad", (_S.CONSULTATIE,), _consulteert, forms.ConsultatieForm,
         inspraak.leg_consultatie_vast, soort="hoofd"),
    Daad("punt", "Punt toevoegen", inspraak.PUNTEN, _regie, forms.PuntForm, inspraak.voeg_punt_toe),
    Daad("antwoord", "Beantwoord", inspraak.MET_ANTWOORD, _regie, forms.AntwoordForm, inspraak.beantwoord_punt,
         model=Punt),
    Daad("adviesaanvraag", "Advies vragen", (_S.AANVRAAG,), _vraagt_advies, forms.AanvraagForm, inspraak.vraag_advies),
    Daad("advies", "Advies vastleggen", (_S.AANVRAAG,), _brengt_advies, forms.AdviesForm, inspraak.leg_advies_vast,
         "Ieder punt van het advies krijgt een antwoord in de reactienota.", model=Adviesaanvraag),
    Daad("college", "Collegebesluit", (_S.REACTIENOTA,), _college, forms.BesluitForm, besluiten.leg_collegebesluit_vast,
         "Je college biedt precies deze tekst aan de raad aan.", soort="hoofd"),
    Daad("raad", "Raadsbesluit", BIJ_DE_RADEN, _raad, forms.RaadsbesluitForm, besluiten.leg_raadsbesluit_vast,
         "Leg vast wat de raad over precies deze tekst besloot. Een motie verandert de tekst niet.", soort="hoofd"),
    Daad("amendement", "Amendement", BIJ_DE_RADEN, _raad, forms.AmendementForm, amenderen.amendeer,
         "Alle andere raden moeten precies deze wijziging aanvaarden. Een motie is vaak een kortere weg."),
    Daad("oordeel", "Oordeel vastleggen", BIJ_DE_RADEN, _oordeelt, forms.OordeelForm, amenderen.oordeel,
         "De tekst vaststellen is niet hetzelfde als deze wijziging aanvaarden.", model=Amendement, soort="hoofd"),
    Daad("intrekken", "Amendement intrekken", (_S.RONDGANG, _S.VERZOENING), _eigen_amendement, forms.RedenForm,
         amenderen.trek_amendement_in, "Je raad besluit daarna opnieuw over de tekst.", model=Amendement),
    Daad("motie", "Vervangen door motie", (_S.RONDGANG, _S.VERZOENING), _eigen_amendement, forms.VervangForm,
         amenderen.vervang_door_motie, "De tekst blijft zoals hij is; de motie gaat mee in de uitwerking.",
         model=Amendement),
    Daad("nieuw-concept", "Terug naar concept", (_S.VERZOENING,), _regie, forms.RedenForm,
         amenderen.begin_nieuw_concept, "Alle raden beginnen opnieuw, met een nieuwe tekst."),
    Daad("consentgesprek", "Naar de consenttafel", (_S.VERZOENING,), _regie, forms.AanleidingForm,
         amenderen.begin_consentgesprek, "Het verschil wordt een voorstel onder Voorstellen."),
    Daad("jaar", "Jaar plannen", VASTGESTELD, _regie, forms.JaarForm, uitvoer.plan_jaar,
         "Zet de rapportages, gesprekken en brieven van een jaar op de kalender."),
    Daad("uitgebracht", "Gedaan", VASTGESTELD, _nog_niet_gedaan, forms.GedaanForm, uitvoer.meld_gedaan, model=Uitvoer),
    Daad("opvolger", "Begin de opvolger", (_S.HERIJKING,), _regie, forms.AanleidingForm, concept.begin_opvolger,
         "De oude tekst blijft gelden en te lezen tot de nieuwe is vastgesteld.", soort="hoofd"),
)  # fmt: skip
HANDELINGEN = {daad.code: daad for daad in ALLE}
