"""Forms of the secretary and of who brings in an item."""

from typing import Any
from uuid import UUID

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.bestuur.consent.models import Tafel, Zichtbaarheid
from jeugdregio.bestuur.vergaderen.models import Aanwezigheid, Agendapunt, Besluit
from jeugdregio.organisaties.models import Organisatie


class VergaderingForm(forms.Form):
    """A meeting."""

    tafel = forms.ChoiceField(label="Tafel", choices=Tafel.choices)
    op = forms.DateField(label="Dag", widget=Dag())
    aanvang = forms.TimeField(label="Aanvang", widget=forms.TimeInput(attrs={"type": "time"}))
    plaats = forms.CharField(label="Plaats", max_length=200)


class PuntForm(forms.Form):
    """An item for the agenda. Who may read it stands before the text, so that people know before they write."""

    zichtbaarheid = forms.ChoiceField(
        label="Wie mag dit lezen?", choices=Zichtbaarheid.choices, initial=Zichtbaarheid.DELEGATIES,
        widget=forms.RadioSelect,
    )  # fmt: skip
    onderwerp = forms.CharField(label="Onderwerp", max_length=200)
    doel = forms.ChoiceField(label="Wat doet de tafel ermee?", choices=Agendapunt.Doel.choices)
    vraag = forms.CharField(
        label="Wat moet de tafel besluiten of bespreken?", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    vorig_id = forms.TypedChoiceField(
        label="Eerder behandeld als", required=False, coerce=UUID, empty_value=None,
        help_text="Een punt gaat van de ambtelijke tafel naar de managementtafel en dan naar de bestuurlijke tafel.",
    )  # fmt: skip
    voorstel_id = forms.TypedChoiceField(label="Voorstel", required=False, coerce=UUID, empty_value=None)
    spoed_reden = forms.CharField(
        label="Waarom een tafel overslaan?", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Alleen bij spoed. Zonder reden gaat het punt terug.",
    )  # fmt: skip

    def __init__(
        self, *args: Any, vorige: list[tuple[str, str]], voorstellen: list[tuple[str, str]], houdt: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        leeg = [("", "Geen")]
        self.fields["vorig_id"].choices = leeg + vorige  # type: ignore[attr-defined]
        self.fields["voorstel_id"].choices = leeg + voorstellen  # type: ignore[attr-defined]
        if not houdt:
            del self.fields["spoed_reden"]


class StukForm(forms.Form):
    """A paper."""

    zichtbaarheid = forms.ChoiceField(
        label="Wie mag dit lezen?", choices=Zichtbaarheid.choices, initial=Zichtbaarheid.DELEGATIES,
        widget=forms.RadioSelect,
    )  # fmt: skip
    titel = forms.CharField(label="Titel", max_length=200, help_text="Dezelfde titel nog eens geeft een nieuwe versie.")
    tekst = forms.CharField(label="Tekst", widget=forms.Textarea(attrs={"rows": 12}))


class VersieForm(forms.Form):
    """A step on the meeting as the reader saw it."""

    versie = forms.IntegerField(widget=forms.HiddenInput)


class VerstuurForm(VersieForm):
    """Sending the papers."""

    te_laat_reden = forms.CharField(
        label="Waarom gaan de stukken later?", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class AanwezigForm(VersieForm):
    """Who was there, per participant."""

    def __init__(self, *args: Any, deelnemers: list[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._deelnemers = deelnemers
        for gemeente in deelnemers:
            self.fields[f"soort_{gemeente.pk}"] = forms.ChoiceField(
                label=f"{gemeente}", choices=Aanwezigheid.Soort.choices
            )
            self.fields[f"naam_{gemeente.pk}"] = forms.CharField(
                label=f"Wie zat er voor {gemeente}?", required=False, max_length=200
            )

    def aanwezigen(self) -> list[tuple[UUID, str, str]]:
        """Return (organisation, how, name) per participant."""
        velden = self.cleaned_data
        return [(g.pk, velden[f"soort_{g.pk}"], velden[f"naam_{g.pk}"]) for g in self._deelnemers]


class BesluitForm(forms.Form):
    """What was decided."""

    tekst = forms.CharField(label="Besluit", widget=forms.Textarea(attrs={"rows": 3}))
    aard = forms.ChoiceField(label="Wat bindt dit?", choices=Besluit.Aard.choices)
    zichtbaarheid = forms.ChoiceField(
        label="Wie mag dit lezen?", choices=Zichtbaarheid.choices, initial=Zichtbaarheid.OPENBAAR
    )


class AfrondenForm(forms.Form):
    """An item without a decision."""

    staat = forms.ChoiceField(
        label="Wat gebeurde ermee?", choices=[("behandeld", "Behandeld"), ("aangehouden", "Aangehouden")]
    )
    reden = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class TerugForm(forms.Form):
    """Why an item goes back."""

    reden = forms.CharField(label="Waarom gaat het terug?", widget=forms.Textarea(attrs={"rows": 2}))


class ActieForm(forms.Form):
    """Who does what by when."""

    tekst = forms.CharField(label="Wat gebeurt er?", max_length=300)
    organisatie = forms.ModelChoiceField(label="Wie?", queryset=Organisatie.objects.none(), empty_label=None)
    uiterlijk = forms.DateField(label="Uiterlijk", widget=Dag())

    def __init__(self, *args: Any, organisaties: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisatie"].queryset = organisaties  # type: ignore[attr-defined]


class KlaarForm(forms.Form):
    """What came of it."""

    resultaat = forms.CharField(label="Wat kwam ervan?", widget=forms.Textarea(attrs={"rows": 2}))
