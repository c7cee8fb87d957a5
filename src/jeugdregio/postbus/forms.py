"""Forms of the message screens."""

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from ijw.toon import TITELS
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.queries import TE_LAAT

_ALLE = ("", "Alle")


class FilterForm(forms.Form):
    """What the list of messages is filtered on. An identification or a code tells nothing about a person."""

    richting = forms.ChoiceField(
        label="Richting", required=False, choices=[_ALLE, ("in", "Ontvangen"), ("uit", "Verzonden")]
    )
    soort = forms.ChoiceField(
        label="Soort", required=False, choices=[_ALLE, *[(soort, f"{soort} {naam}") for soort, naam in TITELS.items()]]
    )
    staat = forms.ChoiceField(
        label="Staat", required=False,
        choices=[_ALLE, *Bericht.Staat.choices, (TE_LAAT, "Retourbericht te laat")],
    )  # fmt: skip
    zoek = forms.CharField(label="Zoeken", required=False, max_length=100)
    pagina = forms.IntegerField(required=False, min_value=1)


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
