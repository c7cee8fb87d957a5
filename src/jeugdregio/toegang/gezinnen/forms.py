"""Forms of one child, one family."""

from typing import Any

from django import forms

from jeugdregio.basis.formulier import Dag
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.forms import postcode_goed
from jeugdregio.toegang.gezinnen.aanmaken import NieuwKind
from jeugdregio.toegang.gezinnen.aannemen import Vraag
from jeugdregio.toegang.gezinnen.zoeken import Signalement
from jeugdregio.toegang.hulpvragen.forms import NieuweVraagForm
from jeugdregio.toegang.models import Gezagsbron, Gezagseinde, ZonderBsn

_GESLACHT = [("2", "Meisje"), ("1", "Jongen"), ("9", "Anders"), ("0", "Niet bekend")]


class ZoekKindForm(forms.Form):
    """What is known of the child; sent with POST, so that nothing of it ends up in an address."""

    achternaam = forms.CharField(label="Achternaam", max_length=200)
    voornamen = forms.CharField(label="Voornamen", max_length=200, required=False)
    geboortedatum = forms.DateField(
        label="Geboortedatum", widget=Dag(), help_text="Bij een ongeboren kind: de verwachte dag."
    )
    postcode = forms.CharField(label="Postcode", max_length=7, required=False, validators=[postcode_goed])
    huisnummer = forms.IntegerField(label="Huisnummer", min_value=1, max_value=99999, required=False)
    bsn = forms.CharField(label="Bsn", max_length=9, required=False)

    def signalement(self) -> Signalement:
        """Return what was filled in."""
        v = self.cleaned_data
        return Signalement(
            achternaam=v["achternaam"], geboortedatum=v["geboortedatum"], voornamen=v["voornamen"],
            postcode=v["postcode"], huisnummer=v["huisnummer"], bsn=v["bsn"].strip(),
        )  # fmt: skip


class NieuwKindForm(ZoekKindForm):
    """The child of whom no file was found."""

    geslacht = forms.ChoiceField(label="Geslacht", choices=_GESLACHT, widget=forms.RadioSelect)
    zonder_bsn = forms.ChoiceField(
        label="Waarom is er geen bsn?", choices=[("", "Er is een bsn"), *ZonderBsn.choices], required=False
    )
    zonder_bsn_uitleg = forms.CharField(label="Toelichting bij geen bsn", max_length=300, required=False)
    geheim_adres = forms.BooleanField(label="Het adres is geheim", required=False)
    ander_kind = forms.BooleanField(label="Ik heb gekeken: dit is een ander kind", required=False)
    field_order = (
        "achternaam", "voornamen", "geboortedatum", "geslacht", "bsn", "zonder_bsn", "zonder_bsn_uitleg", "postcode",
        "huisnummer", "geheim_adres", "ander_kind",
    )  # fmt: skip

    def __init__(self, *args: Any, lijkt: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not lijkt:
            self.fields["ander_kind"].widget = forms.HiddenInput()

    def nieuw(self) -> NieuwKind:
        """Return the child as it was filled in."""
        v = self.cleaned_data
        return NieuwKind(
            signalement=self.signalement(), geslacht=v["geslacht"], zonder_bsn=v["zonder_bsn"],
            zonder_bsn_uitleg=v["zonder_bsn_uitleg"], geheim_adres=v["geheim_adres"],
        )  # fmt: skip


class AanneemForm(NieuweVraagForm):
    """What the family asks, beside who the child is."""

    def aangenomen(self) -> Vraag:
        """Return the question as it was filled in."""
        v = self.cleaned_data
        return Vraag(v["weg"], v["ontvangen_op"], v["vraag"], v["verwijzer"], self.partner())


class BsnForm(forms.Form):
    """The number of a child that had none; of an unborn child also its birth."""

    bsn = forms.CharField(label="Bsn", max_length=9, min_length=9)
    geboren_op = forms.DateField(label="Op welke dag is het kind geboren?", widget=Dag(), required=False)

    def __init__(self, *args: Any, ongeboren: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ongeboren:
            del self.fields["geboren_op"]


class KoppelForm(forms.Form):
    """Another child of the family."""

    dossier = forms.CharField(
        label="Dossiernummer van de broer of zus", max_length=20, help_text="Bijvoorbeeld: K-2026-00012"
    )


class GeheimForm(forms.Form):
    """Whether the address is secret."""

    geheim = forms.BooleanField(label="Het adres is geheim", required=False)


class GezagForm(forms.Form):
    """Where and when authority was looked up."""

    bron = forms.ChoiceField(label="Waar heb je het gezag nagekeken?", choices=Gezagsbron.choices)
    nagekeken_op = forms.DateField(label="Op welke dag?", widget=Dag(), initial=vandaag)


class NeemOverForm(GezagForm):
    """Somebody of a brother or sister, with or without authority over this child too."""

    gezag = forms.BooleanField(label="Heeft ook het gezag over dit kind", required=False)
    field_order = ("gezag", "bron", "nagekeken_op")


class EindeGezagForm(forms.Form):
    """The last day of authority, and why it ended."""

    waarom = forms.ChoiceField(
        label="Waarom heeft deze persoon geen gezag meer?", choices=Gezagseinde.choices, widget=forms.RadioSelect
    )
    tot = forms.DateField(label="Wat was de laatste dag met gezag?", widget=Dag(), initial=vandaag)
