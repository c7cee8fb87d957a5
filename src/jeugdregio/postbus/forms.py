"""Forms of the message screens."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from ijw.toon import TITELS
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.lijst import TE_LAAT
from jeugdregio.postbus.models import Bericht

_ALLE = ("", "Alle")
MAX_NAKIJKEN = 20
MAX_NAKIJKEN_BYTES = 25 * 1024 * 1024


class FilterForm(forms.Form):
    """What the list of messages is narrowed to. An identification or a code tells nothing about a person."""

    zoek = forms.CharField(label="Nummer, code of organisatie", required=False, max_length=100)
    richting = forms.ChoiceField(
        label="Richting", required=False, choices=[_ALLE, ("in", "Ontvangen"), ("uit", "Verzonden")]
    )
    soort = forms.ChoiceField(
        label="Soort", required=False, choices=[_ALLE, *[(soort, f"{soort} {naam}") for soort, naam in TITELS.items()]]
    )
    staat = forms.ChoiceField(
        label="Staat", required=False, choices=[_ALLE, *Bericht.Staat.choices, (TE_LAAT, "Antwoord te laat")]
    )
    partij = forms.TypedChoiceField(label="Andere kant", required=False, coerce=UUID, empty_value=None)
    van = forms.DateField(label="Van", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    tot = forms.DateField(label="Tot en met", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    code = forms.RegexField(
        r"^\d{4}$", label="Retourcode", required=False,
        error_messages={"invalid": "Een retourcode is vier cijfers, zoals 9321."},
    )  # fmt: skip

    def __init__(self, *args: Any, partijen: Iterable[Organisatie] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["partij"]
        veld.choices = [_ALLE, *[(org.pk, org.naam) for org in partijen]]  # type: ignore[attr-defined]

    @property
    def keuze(self) -> dict[str, Any]:
        """What was chosen; a value that is not good narrows nothing."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde not in (None, "")}


class KindForm(forms.Form):
    """A number that somebody already knows: the desk cannot browse children."""

    nummer = forms.CharField(
        label="Burgerservicenummer of toewijzingsnummer", max_length=12, strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )  # fmt: skip


class AanbiedForm(forms.Form):
    """A message as a file."""

    bestand = forms.FileField(
        label="XML-bestand", allow_empty_file=True,
        help_text="Een bericht van iJw 3.2, bijvoorbeeld een JW315 of een JW323.",
    )  # fmt: skip

    def clean_bestand(self) -> "UploadedFile[bytes]":
        """Refuse what is larger than a message may be, before it is read."""
        bestand: UploadedFile[bytes] = self.cleaned_data["bestand"]
        if (bestand.size or 0) > settings.BERICHT_MAX_BYTES:
            megabyte = settings.BERICHT_MAX_BYTES // 1024 // 1024
            raise forms.ValidationError(
                f"Het bestand is groter dan {megabyte} MB. Verdeel de inhoud over meer berichten en bied die aan."
            )
        return bestand


class _MeerBestanden(forms.ClearableFileInput):
    """One field for several files."""

    allow_multiple_selected = True


class _BestandenVeld(forms.FileField):
    """Several files; together no more than the page can check while somebody waits."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, widget=_MeerBestanden(attrs={"multiple": True, "accept": ".xml"}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[bytes]]":
        """Return the files. An empty file is one too: it gets its finding."""
        bestanden = data if isinstance(data, list | tuple) else [data]
        gekozen = [super(_BestandenVeld, self).clean(bestand, initial) for bestand in bestanden or [None]]
        if len(gekozen) > MAX_NAKIJKEN:
            raise forms.ValidationError(f"Kies ten hoogste {MAX_NAKIJKEN} bestanden tegelijk.")
        if sum(bestand.size or 0 for bestand in gekozen) > MAX_NAKIJKEN_BYTES:
            megabyte = MAX_NAKIJKEN_BYTES // 1024 // 1024
            raise forms.ValidationError(
                f"Samen zijn de bestanden groter dan {megabyte} MB. Kies er minder, of kijk een groot bestand na met "
                "het programma ijw check op je eigen computer."
            )
        return gekozen


class NakijkForm(forms.Form):
    """Files to check before sending."""

    bestanden = _BestandenVeld(
        label="Berichten", allow_empty_file=True, help_text="Een of meer XML-bestanden van iJw 3.2, samen tot 25 MB.",
        error_messages={"required": "Kies ten minste een bestand."},
    )  # fmt: skip
