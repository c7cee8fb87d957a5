"""Forms of the circles."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.leren.leerkring.models import Bron, Deelnemer, Kring, Les
from jeugdregio.leren.leerkring.permissions import deelnemer_van
from jeugdregio.leren.leerkring.queries import mijn_bron, uit_te_nodigen
from jeugdregio.leren.schermhulp import DaadForm, VersieForm, tekstvak
from jeugdregio.organisaties.models import Aanstelling
from jeugdregio.organisaties.wie import Wie

_GEEN_NAMEN = "Geen namen of gegevens van gezinnen."


class KringForm(forms.Form):
    """A new circle."""

    titel = forms.CharField(label="Welk succes?", max_length=200, help_text="Niet een probleem, maar iets dat lukte.")
    niveau = forms.ChoiceField(label="Wie leren er?", choices=Kring.Niveau.choices)
    op = forms.DateField(label="Dag van de bijeenkomst", widget=Dag())
    plaats = forms.CharField(label="Plaats", max_length=200)


class _Aanstelling(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic while running
    def label_from_instance(self, obj: Any) -> str:
        """Name, role and organisation."""
        return f"{obj.organisatie}: {obj.gebruiker.naam}, {obj.get_rol_display().lower()}"


class DeelnemerForm(DaadForm):
    """Who takes part."""

    aanstelling = _Aanstelling(label="Wie nodig je uit?", queryset=Aanstelling.objects.none())
    inbrenger = forms.BooleanField(label="Brengt het succes in", required=False)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Offer who is not in yet."""
        self.fields["aanstelling"].queryset = uit_te_nodigen(ding)  # type: ignore[attr-defined]


class BijdrageForm(DaadForm):
    """What you bring to this step."""

    tekst = tekstvak("Jouw bijdrage", 5, _GEEN_NAMEN)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Begin with what was written before; say what this step asks."""
        mijn = deelnemer_van(wie, ding)
        vraag = "Wat lukte er, en wat deed je daarvoor?" if ding.stap == Kring.Stap.SUCCES else "Wat zie jij hierin?"
        if mijn and mijn.is_ervaring:
            vraag = "Wat zeg jij vanuit je ervaring?"
        eerder = (b for b in ding.bijdragen.all() if b.stap == ding.stap and mijn and b.deelnemer_id == mijn.pk)
        self.fields["tekst"].label = vraag
        self.fields["tekst"].initial = next((b.tekst for b in eerder), "")


class LesForm(DaadForm):
    """A lesson."""

    tekst = tekstvak("Wat kunnen anderen hiervan leren?", 3, _GEEN_NAMEN)


class StapForm(VersieForm):
    """Closing a step."""

    geen_ervaring = tekstvak(
        "Waarom sprak er geen ervaringsdeskundige?", 2, "Alleen als die reactie er niet is.", verplicht=False
    )

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Only the step of looking back asks for the voice of experience."""
        super().richt_in(ding, wie)
        sprak = any(b.deelnemer.is_ervaring and b.stap == ding.stap for b in ding.bijdragen.all())
        if ding.stap != Kring.Stap.REFLECTIE or sprak:
            del self.fields["geen_ervaring"]


class VerhaalForm(VersieForm):
    """The next version of the story."""

    titel = forms.CharField(label="Titel", max_length=200)
    tekst = tekstvak("Het verhaal", 10, f"Zo dat iemand anders het kan navertellen. {_GEEN_NAMEN}")
    bronnen = forms.ModelMultipleChoiceField(
        label="Wie zijn bron?", queryset=Deelnemer.objects.none(), widget=forms.CheckboxSelectMultiple, required=False,
        help_text="Iedereen die in de tekst staat. Wie het succes inbracht, is altijd bron. Elke bron moet ja zeggen.",
    )  # fmt: skip

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Begin with the version before."""
        super().richt_in(ding, wie)
        deelnemers = ding.deelnemers.select_related("gebruiker", "organisatie")
        self.fields["bronnen"].queryset = deelnemers  # type: ignore[attr-defined]
        vorige = next(iter(ding.verhalen.all()), None)
        if vorige:
            self.fields["titel"].initial, self.fields["tekst"].initial = vorige.titel, vorige.tekst
            self.fields["bronnen"].initial = [b.deelnemer_id for b in vorige.bronnen.all()]


class AntwoordForm(DaadForm):
    """May it be told?"""

    verhaal_id = forms.UUIDField(widget=forms.HiddenInput)
    antwoord = forms.ChoiceField(
        label="Mag deze versie naar buiten?", widget=forms.RadioSelect,
        choices=[("ja", "Ja, dit mag naar buiten"), ("nee", "Nee, of niet meer")],
    )  # fmt: skip
    toelichting = tekstvak("Wat moet er anders?", 2, verplicht=False)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Answer about the version this person sees."""
        bron = mijn_bron(wie, ding)
        if bron:
            self.fields["verhaal_id"].initial = bron.verhaal_id
            self.fields["antwoord"].initial = "" if bron.antwoord == Bron.Antwoord.OPEN else bron.antwoord


class RedenForm(DaadForm):
    """Why it goes offline."""

    reden = tekstvak("Waarom?", 2)


class ZonderVerhaalForm(VersieForm):
    """Why there is no story."""

    reden = tekstvak("Waarom komt er geen verhaal?", 2)


class _LesForm(DaadForm):
    les = forms.ModelChoiceField(label="Welke les?", queryset=Les.objects.none(), empty_label=None)

    def richt_in(self, ding: Any, wie: Wie) -> None:
        """Offer the lessons of this circle."""
        self.fields["les"].queryset = ding.lessen.all()  # type: ignore[attr-defined]


class VoorstelForm(_LesForm):
    """A lesson becomes a proposal."""

    titel = forms.CharField(label="Titel van het voorstel", max_length=200)
    tekst = tekstvak("Wat stel je voor?", 4)


class VraagForm(_LesForm):
    """A lesson becomes a question to the agreements."""

    tekst = forms.CharField(label="De vraag", max_length=200, help_text="Bijvoorbeeld: Wie belt de ouders na een week?")
    code = forms.SlugField(label="Korte code", max_length=60, help_text="Kleine letters en streepjes, voor de lijst.")
