"""What can be done with a dispute, as data."""

from typing import Any

from jeugdregio.bestuur.daden import Daad
from jeugdregio.bestuur.geschillen import commissie, forms, opvolging, weg
from jeugdregio.bestuur.geschillen.models import Aanbeveling, Afwijking, Deskundige, Geschil, Reactie, Staat
from jeugdregio.bestuur.mandaten.permissions import mag_vastleggen
from jeugdregio.bestuur.teksten.permissions import mag_college, mag_regie
from jeugdregio.organisaties.wie import Wie

_S = Staat


def _regie(wie: Wie, _geschil: Geschil, _deel: Any) -> bool:
    return mag_regie(wie)


def _college(wie: Wie, _geschil: Geschil, _deel: Any) -> bool:
    return mag_college(wie)


def _beide(wie: Wie, _geschil: Geschil, _deel: Any) -> bool:
    return mag_college(wie) or mag_regie(wie)


def _wijst_aan(wie: Wie, geschil: Geschil, _deel: Any) -> bool:
    eigen = geschil.deskundigen.filter(aangewezen_door=wie.organisatie_id).exists()
    return mag_regie(wie) or (mag_college(wie) and not eigen)


def _stemt_in(wie: Wie, _geschil: Geschil, deel: Afwijking) -> bool:
    return mag_college(wie) and wie.organisatie_id not in {g.pk for g in deel.akkoord.all()}


def _wordt_voorzitter(wie: Wie, _geschil: Geschil, deel: Deskundige) -> bool:
    return mag_regie(wie) and not deel.voorzitter


def _reageert(wie: Wie, _geschil: Geschil, deel: Aanbeveling) -> bool:
    return mag_college(wie) and wie.organisatie_id not in {r.gemeente_id for r in deel.reacties.all()}


def _informeert(wie: Wie, geschil: Geschil, _deel: Any) -> bool:
    al = geschil.raadsberichten.filter(gemeente=wie.organisatie_id, ronde=weg.ronde(geschil)).exists()
    return mag_college(wie) and not al


def _volgt_op(wie: Wie, _geschil: Geschil, deel: Reactie) -> bool:
    return mag_college(wie) and wie.organisatie_id == deel.gemeente_id and deel.stand == Reactie.Stand.LOOPT


def _jurist(wie: Wie, _geschil: Geschil, _deel: Any) -> bool:
    return mag_vastleggen(wie)


_OPEN = tuple(s for s in Staat.values if s != _S.GESLOTEN)
ALLE: tuple[Daad, ...] = (
    Daad("ontvangst", "In ontvangst nemen", (_S.SIGNAAL,), _regie, forms.SoortForm, weg.neem_in_ontvangst,
         "Alle deelnemers krijgen bericht.", soort="hoofd"),
    Daad("bespreking", "Bespreking beginnen", (_S.GEMELD, _S.HEROPEND), _regie, forms.ToelichtingForm,
         weg.begin_bespreking, "Eerst spreken de colleges elkaar. Pas daarna komen er deskundigen.", soort="hoofd"),
    Daad("inbreng", "Inbreng van je college", (_S.BESPREKING,), _college, forms.TekstForm, weg.geef_inbreng,
         soort="hoofd"),
    Daad("bespreking-klaar", "Bespreking afronden", (_S.BESPREKING,), _regie, forms.AfrondForm, weg.rond_bespreking_af),
    Daad("regeling", "Afspraken vastleggen", (_S.OVEREENSTEMMING,), _regie, forms.TekstForm, weg.leg_regeling_vast,
         "Hiermee is het geschil gesloten.", soort="hoofd"),
    Daad("aankondigen", "Aankondiging vastleggen", commissie.LOOPT, _regie, forms.AankondigForm, commissie.kondig_aan,
         "Hieruit rekent het systeem uit hoelang het duurde en of het te laat is."),
    Daad("deskundige", "Deskundige aanwijzen", (_S.GEEN_OVEREENSTEMMING, _S.COMPLEET), _wijst_aan, forms.DeskundigeForm,
         commissie.wijs_deskundige_aan, "Een per deelnemer, met een verklaring van onafhankelijkheid."),
    Daad("afwijken", "Afwijking voorstellen", commissie.LOOPT, _regie, forms.AfwijkForm, commissie.stel_afwijking_voor),
    Daad("instemmen", "Instemmen", commissie.LOOPT, _stemt_in, forms.LeegForm, commissie.stem_in,
         "Je college stemt in met deze afwijking van de regeling.", model=Afwijking),
    Daad("compleet", "Commissie is compleet", (_S.GEEN_OVEREENSTEMMING,), _regie, forms.LeegForm,
         commissie.verklaar_compleet, soort="hoofd"),
    Daad("voorzitter", "Is voorzitter", (_S.COMPLEET,), _wordt_voorzitter, forms.LeegForm, commissie.benoem_voorzitter,
         "De deskundigen benoemen samen een voorzitter. Uit hun eigen midden is een afwijking: dat blijft te zien.",
         model=Deskundige),
    Daad("opdracht", "Opdracht geven", (_S.COMPLEET,), _regie, forms.OpdrachtForm, commissie.geef_opdracht,
         "De deelnemers geven de opdracht samen.", soort="hoofd"),
    Daad("start", "Onderzoek is gestart", (_S.OPDRACHT,), _regie, forms.OpForm, commissie.start_onderzoek,
         soort="hoofd"),
    Daad("stukken", "Stukken vastleggen", (_S.OPDRACHT, _S.ONDERZOEK), _regie, forms.StukkenForm,
         commissie.registreer_stukken, "Alleen de titels. De stukken zelf staan bij het regiokantoor."),
    Daad("gesprek", "Gesprek vastleggen", (_S.OPDRACHT, _S.ONDERZOEK), _regie, forms.GesprekForm,
         commissie.registreer_gesprek, "Alleen de dag en de functie. Wat er is gezegd hoort hier niet."),
    Daad("advies", "Advies vastleggen", (_S.ONDERZOEK,), _regie, forms.AdviesForm, opvolging.bied_advies_aan,
         "Het advies bindt niemand.", soort="hoofd"),
    Daad("bosd", "Besproken in het BOSD", (_S.ADVIES,), _regie, forms.ToelichtingForm, opvolging.bespreek,
         soort="hoofd"),
    Daad("reactie", "Reageer", (_S.REACTIE,), _reageert, forms.ReactieForm, opvolging.reageer, model=Aanbeveling,
         soort="hoofd"),
    Daad("raad", "Raad geïnformeerd", (_S.REACTIE, _S.RADEN), _informeert, forms.RaadForm, opvolging.informeer_raad,
         "De brief met het advies. Koppel de toezeggingen die ermee worden beantwoord."),
    Daad("voortgang", "Voortgang", (_S.OPVOLGING,), _volgt_op, forms.VoortgangForm, opvolging.meld_voortgang,
         "Ten minste elk half jaar, met waar het te zien is.", model=Reactie),
    Daad("sluiten", "Geschil sluiten", (_S.OPVOLGING,), _regie, forms.ToelichtingForm, opvolging.sluit),
    Daad("heropenen", "Heropenen", (_S.OPVOLGING, _S.GESLOTEN), _beide, forms.RedenForm, opvolging.heropen,
         soort="stil"),
    Daad("mandaat", "Mandaat betwisten", tuple(s for s in _OPEN if s != _S.OVEREENSTEMMING), _jurist, forms.BetwistForm,
         opvolging.betwist_mandaat, "Wie naar dit mandaat vraagt, ziet vanaf nu dat het wordt betwist.", soort="stil"),
    Daad("koppelen", "Betwisting koppelen", _OPEN, _regie, forms.KoppelForm, opvolging.koppel_betwisting, soort="stil"),
    Daad("artikel-28", "Ook bij Gedeputeerde Staten", Staat.values, _beide, forms.Art28Form, weg.markeer_art28,
         "Artikel 15 sluit artikel 28 van de Wet gemeenschappelijke regelingen niet uit.", soort="stil"),
)  # fmt: skip
HANDELINGEN = {daad.code: daad for daad in ALLE}
