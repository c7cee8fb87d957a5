"""Forms of joint texts, one per act. Texts keep every space: a text is frozen exactly as it was typed."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.consent.models import Zichtbaarheid
from jeugdregio.bestuur.daden import Dossierform
from jeugdregio.bestuur.teksten.models import Punt, Raadsbesluit, Tekst
from jeugdregio.bestuur.teksten.permissions import deelnemers_op, mag_regie
from jeugdregio.organisaties.models import Organisatie

LANG = 200_000


def lang(label: str, hulp: str = "", rijen: int = 4, *, verplicht: bool = True, strip: bool = True) -> forms.CharField:
    """Return a field for a longer text."""
    vak = forms.Textarea(attrs={"rows": rijen})
    return forms.CharField(label=label, help_text=hulp, widget=vak, required=verplicht, max_length=LANG, strip=strip)


def dag(label: str, hulp: str = "") -> forms.DateField:
    """Return a field for a day."""
    return forms.DateField(label=label, help_text=hulp, widget=Dag())


class NieuwForm(forms.Form):
    """A new joint text with its first note."""

    soort = forms.ChoiceField(label="Wat voor tekst?", choices=Tekst.Soort.choices)
    titel = forms.CharField(label="Titel", max_length=200)
    grondslag = forms.CharField(label="Grondslag", max_length=300, help_text="Bijvoorbeeld: Jeugdwet artikel 2.2.")
    aanleiding = lang("Startnotitie: waarom deze tekst, en waarom nu?")
    zichtbaarheid = forms.ChoiceField(
        label="Wie mag dit lezen?", choices=Zichtbaarheid.choices, initial=Zichtbaarheid.RADEN
    )


class VerderForm(Dossierform):
    """What was done, to go on."""

    toelichting = lang("Wat is er gedaan?", "Bijvoorbeeld: brief verstuurd op 30 maart, wie er meepraatte.", 3)


class UitgangspuntenForm(Dossierform):
    """The starting points."""

    regels = lang("Uitgangspunten", "Een per regel. Ze krijgen de letters a, b, c.", 7)

    def vul(self) -> None:
        """Begin with what stands."""
        self.fields["regels"].initial = "\n".join(u.tekst for u in self.dossier.uitgangspunten.all())


class VersieForm(Dossierform):
    """A new version of the text."""

    tekst = lang("De tekst", "Ieder teken telt, ook een spatie.", 18, strip=False)
    reden = forms.CharField(label="Wat is er anders, en waarom?", max_length=300)
    bevestigd = forms.BooleanField(
        label="Ik weet dat wie al besloot, opnieuw moet besluiten", required=False,
    )  # fmt: skip

    def vul(self) -> None:
        """Begin with the newest text; the box only matters when somebody decided."""
        versie = self.dossier.versies.order_by("-nummer").first()
        if versie:
            self.fields["tekst"].initial = versie.tekst
        if versie is None or not (versie.raadsbesluiten.exists() or versie.collegebesluiten.exists()):
            del self.fields["bevestigd"]


class HerijkForm(Dossierform):
    """The day of review."""

    herijken_op = dag("Op welke dag kijkt de regio opnieuw naar deze tekst?")


class RaadForm(Dossierform):
    """A form the regional office can fill in for a council."""

    gemeente = forms.ModelChoiceField(label="Raad van", queryset=Organisatie.objects.none())

    def vul(self) -> None:
        """Only the regional office chooses; a registry speaks for its own council."""
        if not mag_regie(self.wie):
            del self.fields["gemeente"]
            return
        mee = [g.pk for g in deelnemers_op(self.dossier.regio, vandaag())]
        veld = self.fields["gemeente"]
        veld.queryset = Organisatie.objects.filter(pk__in=mee)  # type: ignore[attr-defined]


class ConsultatieForm(RaadForm):
    """What a council gave."""

    op = dag("Wanneer sprak de raad erover?")
    punten = lang("Punten", "Een per regel. Ieder punt krijgt een antwoord in de reactienota.", 8, verplicht=False)
    opmerking = forms.CharField(label="Opmerking", max_length=300, required=False, help_text="Of: waarom er geen zijn.")


class PuntForm(Dossierform):
    """A point of somebody else."""

    bron = forms.ChoiceField(label="Van wie?", choices=Punt.Bron.choices)
    van = forms.CharField(label="Naam van de groep", max_length=200, help_text="Geen namen van inwoners.")
    tekst = lang("Punt")


class AntwoordForm(Dossierform):
    """The answer to a point."""

    verwerking = forms.ChoiceField(label="Wat doen we ermee?", choices=Punt.Verwerking.choices)
    antwoord = lang("Antwoord")
    plek = forms.CharField(
        label="Waar staat het in de tekst?", max_length=200, required=False,
        help_text="Verplicht als het punt is overgenomen.",
    )  # fmt: skip

    def vul(self) -> None:
        """Begin with the answer that stands."""
        for veld in ("verwerking", "antwoord", "plek"):
            self.fields[veld].initial = getattr(self.deel, veld)


class AanvraagForm(RaadForm):
    """A request for advice."""

    adviesraad = forms.CharField(label="Adviesraad", max_length=200)
    uiterlijk = dag("Advies graag uiterlijk")

    def vul(self) -> None:
        """The regional office chooses; a municipality asks its own advisory council."""
        super().vul()
        if "gemeente" in self.fields:
            self.fields["gemeente"].label = "Gemeente"

    def clean(self) -> dict[str, Any]:
        """Fill in the own municipality."""
        velden = super().clean() or {}
        velden.setdefault("gemeente", self.wie.organisatie)
        return velden


class AdviesForm(Dossierform):
    """The advice."""

    advies = lang("Advies", "Een punt per regel.", 8, verplicht=False)
    geen_advies = forms.CharField(label="Geen advies, want", max_length=300, required=False)


class BesluitForm(Dossierform):
    """A decision on exactly this version."""

    op = dag("Datum van het besluit")
    kenmerk = forms.CharField(label="Kenmerk van het besluit", max_length=60)
    controletekst = lang(
        "Vastgestelde tekst, ter controle",
        "Plak hier de tekst van het besluit. Het systeem kijkt of hij precies gelijk is.", 4,
        verplicht=False, strip=False,
    )  # fmt: skip


class MotieVelden(forms.Form):
    """A motion that goes with it."""

    motie = lang("Tekst van de motie", "Gaat mee in de uitwerking. De tekst zelf verandert niet.", 3, verplicht=False)
    motie_nummer = forms.CharField(label="Nummer van de motie", max_length=20, required=False)


class RaadsbesluitForm(BesluitForm, MotieVelden):
    """What a council did."""

    uitkomst = forms.ChoiceField(
        label="Wat besloot de raad?",
        choices=[c for c in Raadsbesluit.Uitkomst.choices if c[0] not in {"geamendeerd", "geagendeerd"}],
    )
    reden = lang("Reden", "Verplicht bij aanhouden of verwerpen.", 2, verplicht=False)
    field_order = ("uitkomst", "op", "kenmerk", "reden", "motie", "motie_nummer", "controletekst", "versie")


class AmendementForm(Dossierform):
    """A change a council adopted."""

    titel = forms.CharField(label="Titel van het amendement", max_length=200)
    oud = lang("Woorden die veranderen", "Precies zoals ze in de tekst staan, en maar één keer.", 3, strip=False)
    nieuw = lang("Nieuwe woorden", "Leeg laten mag: dan vervallen de woorden.", 3, verplicht=False, strip=False)
    op = dag("Datum van het raadsbesluit")
    kenmerk = forms.CharField(label="Kenmerk van het besluit", max_length=60)


class OordeelForm(Dossierform):
    """What another council says of it."""

    akkoord = forms.TypedChoiceField(
        label="Aanvaardt de raad precies deze wijziging?", choices=[("ja", "Ja"), ("nee", "Nee")],
        coerce=lambda waarde: waarde == "ja", widget=forms.RadioSelect,
    )  # fmt: skip
    op = dag("Datum van het raadsbesluit")
    reden = lang("Reden", "Verplicht als de raad niet akkoord is.", 3, verplicht=False)


class RedenForm(Dossierform):
    """A reason."""

    reden = lang("Reden", "", 3)


class AanleidingForm(Dossierform):
    """Why something begins."""

    aanleiding = lang("Aanleiding", "", 4)


class VervangForm(Dossierform):
    """A motion in the place of an amendment."""

    op = dag("Datum van het raadsbesluit")
    motie = lang("Tekst van de motie", "", 3)
    motie_nummer = forms.CharField(label="Nummer van de motie", max_length=20)


class JaarForm(Dossierform):
    """A year to plan."""

    jaar = forms.IntegerField(label="Jaar", min_value=2015, max_value=2100)

    def vul(self) -> None:
        """Begin with next year."""
        self.fields["jaar"].initial = vandaag().year + 1


class GedaanForm(Dossierform):
    """It came out."""

    op = dag("Wanneer?")
    verwijzing = forms.CharField(label="Waar is het te vinden?", max_length=300)


class IntentieForm(forms.Form):
    """A new agreement of intent."""

    titel = forms.CharField(label="Titel", max_length=200)
    bron = forms.CharField(label="Waar staat de tekst?", max_length=300)
    opgesteld_op = forms.DateField(label="Opgesteld op", required=False, widget=Dag())


class OndertekenForm(forms.Form):
    """What the own college does."""

    getekend = forms.TypedChoiceField(
        label="Wat doet je college?", choices=[("ja", "Tekenen"), ("nee", "Niet tekenen")],
        coerce=lambda waarde: waarde == "ja", widget=forms.RadioSelect,
    )  # fmt: skip
    op = dag("Datum van het collegebesluit")
    reden = lang("Reden", "Verplicht als je college niet tekent.", 3, verplicht=False)
