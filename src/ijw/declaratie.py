"""The answer to a declaration: JW325 from JW323 and its findings (IV087, IV088, TR342).

What is refused follows from where a finding lies:

* level 1: no answer at all, the sender gets an error (IV088);
* level 2: only the header, code 0001; nothing is booked;
* header: only the header, with the code of the rule; nothing is booked;
* declaration: header 0200, the code on the declaration, granted total 0; nothing is booked;
* client: the client with its code and all its lines with 0233 (not judged);
* line: the line with its codes under its client with 0200.

Lines and clients without fault are left out. Amounts are whole cents; a credit counts as negative.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ijw.berichten import jw323, jw325
from ijw.berichten.basis import BedragMetDC, BerichtIdentificatie, TotaalBedragMetDC, XsdVersie
from ijw.bevinding import Bevinding

AFGEKEURD = "0001"
GEEN_OPMERKING = "0200"
NIET_BEOORDEELD = "0233"
VOLLEDIG_TOEGEWEZEN = "8001"

EIGEN_XSD_VERSIE = XsdVersie(basisschema_xsd_versie="0.1.0", bericht_xsd_versie="0.1.0")
"""The versions that the schemas of iJw 3.2 state for themselves."""

_PAD = re.compile(
    r"/Bericht/(?P<klasse>Header|Declaratie)"
    r"(?:/Clienten/Client\[(?P<client>[0-9]{1,9})\](?:/Prestaties/Prestatie\[(?P<prestatie>[0-9]{1,9})\])?)?(?:/|$)"
)


@dataclass(frozen=True, slots=True)
class Toekenning:
    """A granted line for the books: its place in the declaration, its amount in cents, credit negative."""

    pad: str
    bsn: str
    referentie: str
    toewijzing_nummer: int
    bedrag: int


@dataclass(slots=True)
class _Oordeel:
    """Return codes per message class; a client or line without code has no fault. Indices start at 0."""

    niveau2: bool = False
    header: list[str] = field(default_factory=list)
    declaratie: list[str] = field(default_factory=list)
    clienten: dict[int, list[str]] = field(default_factory=dict)
    prestaties: dict[tuple[int, int], list[str]] = field(default_factory=dict)

    @property
    def alles_afgekeurd(self) -> bool:
        """True when the declaration counts as not sent."""
        return self.niveau2 or bool(self.header) or bool(self.declaratie)

    def afgewezen(self, client: int, prestatie: int) -> bool:
        """True when this line is refused."""
        return self.alles_afgekeurd or client in self.clienten or (client, prestatie) in self.prestaties


def maak_antwoord(
    declaratie: jw323.Bericht,
    bevindingen: Iterable[Bevinding],
    *,
    identificatie: str,
    dagtekening: date,
    xslt_versie: str | None = None,
    xsd_versie: XsdVersie = EIGEN_XSD_VERSIE,
) -> jw325.Bericht:
    """The answer to a declaration, given every finding of levels 2, 3 and 4.

    `identificatie` (at most 12 characters) and `dagtekening` are those of the answer. `xslt_versie` is
    needed when the published XSLTs judged level 2 (IV087); leave it out for our own rules. Raises ValueError
    for a finding that no answer can carry: level 1, no return code, or a path outside the declaration; and
    for a declaration whose total differs from its lines without a level 2 finding (TR358).
    """
    oordeel = _oordeel(declaratie, bevindingen)
    return jw325.Bericht(
        header=jw325.Header(
            bericht_code=jw325.Bericht.CODE,
            bericht_versie=declaratie.header.bericht_versie,
            bericht_subversie=declaratie.header.bericht_subversie,
            afzender=declaratie.header.ontvanger,
            ontvanger=declaratie.header.afzender,
            bericht_identificatie=BerichtIdentificatie(identificatie=identificatie, dagtekening=dagtekening),
            xsd_versie=xsd_versie,
            declaratie_identificatie=declaratie.header.bericht_identificatie,
            xslt_versie=xslt_versie,
            xsd_versie_declaratie=declaratie.header.xsd_versie,
            retour_codes=_header_codes(oordeel),
        ),
        declaratie_antwoord=_declaratie_antwoord(declaratie, oordeel),
    )


def toegekend(declaratie: jw323.Bericht, bevindingen: Iterable[Bevinding]) -> list[Toekenning]:
    """The granted lines in the order of the message; their sum is TotaalToegekendBedrag of the answer.

    Raises ValueError as `maak_antwoord`.
    """
    oordeel = _oordeel(declaratie, bevindingen)
    return list(_toekenningen(declaratie.declaratie, oordeel))


def met_teken(bedrag: BedragMetDC) -> int:
    """Cents with a sign: D positive, C negative."""
    return bedrag.bedrag if bedrag.debet_credit == "D" else -bedrag.bedrag


def totaal_met_teken(bedrag: TotaalBedragMetDC) -> int:
    """Cents with a sign: D positive, C negative."""
    return bedrag.totaal_bedrag if bedrag.debet_credit == "D" else -bedrag.totaal_bedrag


def als_totaal(centen: int) -> TotaalBedragMetDC:
    """Signed cents as the standard writes a total; zero is D (CS325)."""
    return TotaalBedragMetDC(totaal_bedrag=abs(centen), debet_credit="C" if centen < 0 else "D")


def _declaratie_antwoord(declaratie: jw323.Bericht, oordeel: _Oordeel) -> jw325.DeclaratieAntwoord | None:
    if oordeel.niveau2 or oordeel.header:
        return None
    inhoud = declaratie.declaratie
    toegekend_bedrag = sum(toekenning.bedrag for toekenning in _toekenningen(inhoud, oordeel))
    return jw325.DeclaratieAntwoord(
        declaratie_nummer=inhoud.declaratie_nummer,
        totaal_ingediend_bedrag=inhoud.totaal_ingediend_bedrag,
        totaal_toegekend_bedrag=als_totaal(toegekend_bedrag),
        clienten=tuple(_clienten(inhoud, oordeel)),
        retour_codes=_declaratie_codes(oordeel),
    )


def _header_codes(oordeel: _Oordeel) -> tuple[str, ...]:
    if oordeel.niveau2:
        return (AFGEKEURD,)
    return tuple(oordeel.header) or (GEEN_OPMERKING,)


def _declaratie_codes(oordeel: _Oordeel) -> tuple[str, ...]:
    if oordeel.declaratie:
        return tuple(oordeel.declaratie)
    return (GEEN_OPMERKING,) if oordeel.clienten or oordeel.prestaties else (VOLLEDIG_TOEGEWEZEN,)


def _clienten(declaratie: jw323.Declaratie, oordeel: _Oordeel) -> Iterator[jw325.Client]:
    """Only clients with a fault, and of those only the refused lines (OP304, TR342)."""
    if oordeel.declaratie:
        return
    for nummer, client in enumerate(declaratie.clienten):
        codes = oordeel.clienten.get(nummer)
        if codes is not None:
            regels = tuple(_terug(prestatie, (NIET_BEOORDEELD,)) for prestatie in client.prestaties)
        else:
            regels = tuple(
                _terug(prestatie, oordeel.prestaties[nummer, index])
                for index, prestatie in enumerate(client.prestaties)
                if (nummer, index) in oordeel.prestaties
            )
        if regels:
            yield jw325.Client(bsn=client.bsn, prestaties=regels, retour_codes=tuple(codes or (GEEN_OPMERKING,)))


def _terug(prestatie: jw323.Prestatie, codes: Sequence[str]) -> jw325.Prestatie:
    """The line as it was sent, with its codes (TR367)."""
    return jw325.Prestatie(
        product_referentie=prestatie.product_referentie,
        toewijzing_nummer=prestatie.toewijzing_nummer,
        product_categorie=prestatie.product_categorie,
        product_code=prestatie.product_code,
        product_periode=prestatie.product_periode,
        geleverd_volume=prestatie.geleverd_volume,
        eenheid=prestatie.eenheid,
        product_tarief=prestatie.product_tarief,
        ingediend_bedrag=prestatie.ingediend_bedrag,
        retour_codes=tuple(codes),
    )


def _toekenningen(declaratie: jw323.Declaratie, oordeel: _Oordeel) -> Iterator[Toekenning]:
    for nummer, client in enumerate(declaratie.clienten):
        for index, prestatie in enumerate(client.prestaties):
            if not oordeel.afgewezen(nummer, index):
                pad = f"/Bericht/Declaratie/Clienten/Client[{nummer + 1}]"
                yield Toekenning(
                    pad=f"{pad}/Prestaties/Prestatie[{index + 1}]",
                    bsn=client.bsn,
                    referentie=prestatie.product_referentie.referentie_nummer,
                    toewijzing_nummer=prestatie.toewijzing_nummer,
                    bedrag=met_teken(prestatie.ingediend_bedrag),
                )


def _oordeel(declaratie: jw323.Bericht, bevindingen: Iterable[Bevinding]) -> _Oordeel:
    oordeel = _Oordeel()
    for bevinding in bevindingen:
        if bevinding.niveau == 1:
            raise ValueError(f"Op een fout van niveau 1 volgt geen declaratie-antwoord: {bevinding.pad}.")
        if bevinding.niveau == 2:
            oordeel.niveau2 = True
            continue
        if bevinding.retourcode is None:
            raise ValueError(f"{bevinding.regel} heeft geen retourcode en past niet in een antwoord.")
        codes = _codes_van(oordeel, declaratie.declaratie, bevinding.pad)
        if bevinding.retourcode not in codes:
            codes.append(bevinding.retourcode)
    if not oordeel.niveau2:
        _totaal_klopt(declaratie.declaratie)
    return oordeel


def _codes_van(oordeel: _Oordeel, declaratie: jw323.Declaratie, pad: str) -> list[str]:
    """The list of codes of the message class that `pad` points to or into."""
    gevonden = _PAD.match(pad)
    if gevonden is None:
        raise ValueError(f"Dit pad ligt niet in een declaratie: {pad}.")
    if gevonden["klasse"] == "Header":
        return oordeel.header
    if gevonden["client"] is None:
        return oordeel.declaratie
    client = int(gevonden["client"]) - 1
    if not 0 <= client < len(declaratie.clienten):
        raise ValueError(f"Deze cliënt staat niet in de declaratie: {pad}.")
    if gevonden["prestatie"] is None:
        return oordeel.clienten.setdefault(client, [])
    prestatie = int(gevonden["prestatie"]) - 1
    if not 0 <= prestatie < len(declaratie.clienten[client].prestaties):
        raise ValueError(f"Deze regel staat niet in de declaratie: {pad}.")
    return oordeel.prestaties.setdefault((client, prestatie), [])


def _totaal_klopt(declaratie: jw323.Declaratie) -> None:
    regels = sum(
        met_teken(prestatie.ingediend_bedrag) for client in declaratie.clienten for prestatie in client.prestaties
    )
    if regels != totaal_met_teken(declaratie.totaal_ingediend_bedrag):
        raise ValueError("TotaalIngediendBedrag is niet de som van de regels: toets eerst niveau 2 (TR358).")
