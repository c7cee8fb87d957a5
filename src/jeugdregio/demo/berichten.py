"""The messages behind the history: written with `ijw`, stored as they would have been when they came and went."""

import hashlib
from collections.abc import Sequence
from datetime import date
from itertools import count
from uuid import UUID

import ijw
from ijw import Bevinding
from ijw.berichten import Bericht as IjwBericht
from ijw.berichten import jw315
from ijw.berichten.basis import (
    Achternaam,
    BerichtIdentificatie,
    Geboortedatum,
    Omvang,
    Product,
    VerkorteNaam,
    Verwijzer,
)  # fmt: skip
from ijw.declaratie import EIGEN_XSD_VERSIE
from ijw.retour import maak_retour
from jeugdregio.demo.opslag import Opslag, moment
from jeugdregio.organisaties.models import Organisatie
from jeugdregio.postbus.afkeuringen import afkeuringen_van
from jeugdregio.postbus.bevindingen import bewaar
from jeugdregio.postbus.models import Bericht
from jeugdregio.postbus.termijnen import uiterlijk
from jeugdregio.toegang.models import Kind, VerzoekRegel

KANAAL_IN = {"portaal": "scherm", "map": "map", "api": "api"}


class Postvak:
    """Stores messages with their return message. Identifications start with D: the application's own never do."""

    def __init__(self, opslag: Opslag) -> None:
        self._opslag = opslag
        self._teller = count(1)

    def nummer(self) -> str:
        """Return a new identification of at most 12 characters."""
        return f"D{next(self._teller):011d}"

    def ontvangen(
        self, bericht: IjwBericht, van: Organisatie, aan: Organisatie, dag: date, *, antwoord_op: UUID | None = None,
        bevindingen: Sequence[Bevinding] = (),
    ) -> Bericht:  # fmt: skip
        """Store a message that a provider sent in, with what was found in it."""
        rij = self._rij(bericht, van, aan, dag, KANAAL_IN[van.bezorging])
        rij.richting, rij.staat, rij.aangeboden_door, rij.antwoord_op_id = (
            "in",
            Bericht.Staat.VERWERKT,
            van,
            antwoord_op,
        )
        rij.antwoord_uiterlijk, rij.beantwoord_op = uiterlijk(rij.soort, dag), rij.verwerkt_op
        bewaar(rij, bevindingen)
        opgeslagen = self._opslag.bij(rij)
        self._opslag.alle(afkeuringen_van(opgeslagen, bevindingen))
        return opgeslagen

    def verzonden(
        self, bericht: IjwBericht, van: Organisatie, aan: Organisatie, dag: date, *,
        antwoord_op: UUID | None = None, beantwoord: bool = False,
    ) -> Bericht:  # fmt: skip
        """Store a message that a municipality sent out."""
        rij = self._rij(bericht, van, aan, dag, aan.bezorging)
        rij.richting, rij.antwoord_op_id = "uit", antwoord_op
        rij.staat = Bericht.Staat.BEANTWOORD if beantwoord else Bericht.Staat.BEZORGD
        rij.beantwoord_op = rij.verwerkt_op if beantwoord else None
        return self._opslag.bij(rij)

    def in_met_retour(self, bericht: IjwBericht, van: Organisatie, aan: Organisatie, dag: date) -> Bericht:
        """Store a message of a provider and our return message of the same day."""
        heen = self.ontvangen(bericht, van, aan, dag)
        self.verzonden(self._retour(bericht, dag), aan, van, dag, antwoord_op=heen.pk)
        return heen

    def uit_met_retour(self, bericht: IjwBericht, van: Organisatie, aan: Organisatie, dag: date) -> Bericht:
        """Store a message of a municipality and the provider's return message of the same day."""
        heen = self.verzonden(bericht, van, aan, dag, beantwoord=True)
        self.ontvangen(self._retour(bericht, dag), aan, van, dag, antwoord_op=heen.pk)
        return heen

    def _retour(self, bericht: IjwBericht, dag: date) -> IjwBericht:
        return maak_retour(bericht, (), identificatie=self.nummer(), dagtekening=dag)

    def _rij(self, bericht: IjwBericht, van: Organisatie, aan: Organisatie, dag: date, kanaal: str) -> Bericht:
        inhoud = ijw.schrijf(bericht)
        return Bericht(
            kanaal=kanaal, soort=bericht.SOORT, afzender=van, ontvanger=aan, afzender_code=van.code or "",
            ontvanger_code=aan.code or "", identificatie=bericht.header.bericht_identificatie.identificatie,
            dagtekening=dag, inhoud=inhoud, omvang=len(inhoud), vingerafdruk=hashlib.sha256(inhoud).hexdigest(),
            ontvangen_op=moment(dag), verwerkt_op=moment(dag, 9, 1), pogingen=1,
        )  # fmt: skip


def verzoekbericht(
    kind: Kind, regel: VerzoekRegel, van: Organisatie, aan: Organisatie, *, identificatie: str, dagtekening: date
) -> jw315.Bericht:
    """Return the JW315 by which a provider asks one product."""
    return jw315.Bericht(
        header=jw315.Header(
            bericht_code="446", bericht_versie=3, bericht_subversie=2, afzender=van.code or "",
            ontvanger=aan.code or "",
            bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=dagtekening),
            xsd_versie=EIGEN_XSD_VERSIE,
        ),
        client=jw315.Client(
            bsn=kind.bsn or "", geboortedatum=Geboortedatum(datum=kind.geboortedatum), geslacht=kind.geslacht,
            naam=VerkorteNaam(
                geslachtsnaam=Achternaam(achternaam=kind.achternaam, voorvoegsel=kind.voorvoegsel or None),
                voornamen=kind.voornamen, voorletters=kind.voorletters,
            ),
            gezagsdrager_bekend="1",
            aangevraagde_producten=(
                jw315.AangevraagdProduct(
                    referentie_aanbieder=regel.referentie_aanbieder,
                    product=Product(categorie=regel.categorie, code=regel.code),
                    toewijzing_ingangsdatum=regel.ingangsdatum, toewijzing_einddatum=regel.einddatum,
                    omvang=Omvang(volume=regel.volume or 0, eenheid=regel.eenheid, frequentie=regel.frequentie),
                    verwijzer=Verwijzer(
                        type=regel.verwijzer_type, naam=regel.verwijzer_naam or None,
                        zorgverlener_code=regel.verwijzer_code or None,
                    ),
                    raamcontract="1" if regel.raamcontract else "2",
                ),
            ),
        ),
    )  # fmt: skip
