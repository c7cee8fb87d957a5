"""A text before the councils, in a region of six in 2021 and five now (Diemen plays the one that left)."""

from dataclasses import dataclass, field
from datetime import date

from tests.mensen import Regiomensen

from jeugdregio.basis import klok
from jeugdregio.bestuur.teksten import amenderen, besluiten, concept
from jeugdregio.bestuur.teksten.models import Amendement, Staat, Tekst
from jeugdregio.bestuur.teksten.weg import nieuwe_tekstversie
from jeugdregio.organisaties.models import Deelname, Organisatie, Rol
from jeugdregio.organisaties.wie import Wie

V1 = "Alle kinderen groeien veilig op.\nDe regio kijkt elke vier jaar terug.\nHulp is dichtbij."
NU, TOEN = date(2026, 6, 1), date(2021, 12, 1)


def griffie(organisatie: Organisatie) -> Wie:
    """Return the registry of a council."""
    return Wie(organisatie=organisatie, rollen=frozenset({Rol.GRIFFIER}), naam=f"griffie {organisatie}")


@dataclass
class Raden:
    """The text and its councils on a day."""

    regio: Regiomensen
    dag: date = NU
    tekst: Tekst = field(init=False)

    def __post_init__(self) -> None:
        """Let Diemen leave at the end of 2022, and put the first version before the councils."""
        Deelname.objects.filter(organisatie=self.regio.diemen).update(tot=date(2022, 12, 31))
        self.tekst = Tekst.objects.create(
            regio=self.regio.regio, soort="regiovisie", titel="Regiovisie", grondslag="Jeugdwet", aanleiding="Samen",
            staat=Staat.RAADSBEHANDELING,
        )  # fmt: skip
        with klok.op(self.dag):
            versie = nieuwe_tekstversie(self.regio.secretaris, self.tekst, V1, "Eerste")
            concept.leg_voor(self.tekst, versie, set())

    @property
    def versie(self) -> int:
        """What the next step must name."""
        self.tekst.refresh_from_db()
        return self.tekst.versie

    @property
    def staat(self) -> str:
        """Where the text stands."""
        self.tekst.refresh_from_db()
        return self.tekst.staat

    def besluit(self, *gemeenten: Organisatie, uitkomst: str = "aangenomen", **velden: str) -> None:
        """Let councils decide on the newest version."""
        with klok.op(self.dag):
            for gemeente in gemeenten:
                besluiten.leg_raadsbesluit_vast(
                    griffie(gemeente), self.tekst.pk, versie=self.versie, uitkomst=uitkomst, op=self.dag, kenmerk="R-1",
                    **velden,
                )  # fmt: skip

    def amendeer(self, gemeente: Organisatie, oud: str = "vier jaar", nieuw: str = "twee jaar") -> Amendement:
        """Let a council amend."""
        with klok.op(self.dag):
            return amenderen.amendeer(
                griffie(gemeente), self.tekst.pk, versie=self.versie, titel=f"Amendement {gemeente}", oud=oud,
                nieuw=nieuw, op=self.dag, kenmerk="R-2",
            )  # fmt: skip

    def oordeel(self, amendement: Amendement, *gemeenten: Organisatie, akkoord: bool = True) -> None:
        """Let councils judge an amendment."""
        with klok.op(self.dag):
            for gemeente in gemeenten:
                amenderen.oordeel(
                    griffie(gemeente), self.tekst.pk, amendement.pk, versie=self.versie, akkoord=akkoord, op=self.dag,
                    reden="" if akkoord else "Te vaak.",
                )  # fmt: skip
