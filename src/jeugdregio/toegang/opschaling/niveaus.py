"""Which level is there for a municipality on a day, who owns it, and until when a step may take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from jeugdregio.basis.fouten import Geweigerd
from jeugdregio.basis.klok import vandaag
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.toegang.opschaling.models import Niveau, Niveauregel, Teamlid
from recht.datum import datum_kort


@dataclass(frozen=True)
class Niveaustand:
    """A level for one municipality today. Without `regel` it is not there: a gap, and shown as such."""

    niveau: Niveau
    regel: Niveauregel | None
    gemeente: Organisatie

    @property
    def eigenaar(self) -> str:
        """Who owns it, in words."""
        if self.regel is None:
            return "is hier niet"
        return f"{self.regel.organisatie or self.gemeente}, {self.wie}"

    @property
    def wie(self) -> str:
        """Which function acts: at an expert team its secretary."""
        if self.regel is None:
            return ""
        return "secretaris van het team" if self.regel.team_id else self.regel.get_rol_display().lower()


def niveaus(gemeente: Organisatie) -> list[Niveaustand]:
    """Return all levels in their order, each with what holds for this municipality today."""
    return niveaus_van([gemeente])[gemeente]


def niveaus_van(gemeenten: Sequence[Organisatie]) -> dict[Organisatie, list[Niveaustand]]:
    """Return the levels per municipality: its own rule goes before that of the region. One query."""
    rijen = (
        Niveauregel.objects.op(vandaag()).filter(Q(gemeente__in=gemeenten) | Q(gemeente__isnull=True))
        .select_related("organisatie", "team__organisatie")
    )  # fmt: skip
    per = {(regel.gemeente_id, regel.niveau): regel for regel in rijen}
    return {
        g: [Niveaustand(n, per.get((g.pk, n.value)) or per.get((None, n.value)), g) for n in Niveau] for g in gemeenten
    }


def regel_voor(gemeente: Organisatie, niveau: str) -> Niveauregel:
    """Return the rule of a level today. Raises Geweigerd when the municipality has no such level."""
    gevonden = next((s.regel for s in niveaus(gemeente) if s.niveau == niveau), None)
    if gevonden is None:
        naam = dict(Niveau.choices).get(niveau, "dit niveau")
        melding = f"{gemeente} heeft geen {naam}. Kies een ander niveau."
        raise Geweigerd(melding, velden={"niveau": melding})
    return gevonden


def termijn(regel: Niveauregel, begin: date) -> tuple[date, list[str]]:
    """Return the last day of a step, with the steps that explain it."""
    einde = begin + timedelta(days=regel.termijn_dagen)
    return einde, [
        f"Bij {Niveau(regel.niveau).voluit} sinds {datum_kort(begin)}.",
        f"Daar mag het {regel.termijn_dagen} dagen duren ({regel.bron}).",
        f"Dus uiterlijk {datum_kort(einde)}.",
    ]


def secretaris_van(regel: Niveauregel) -> Teamlid | None:
    """Return who is secretary of the team of this level today."""
    if regel.team_id is None:
        return None
    leden = Teamlid.objects.op(vandaag()).filter(team=regel.team_id, is_secretaris=True)
    return leden.select_related("gebruiker", "organisatie").first()
