"""Messages that are wrong in the ways that happen: each is kept, and answered with place and repair."""

from datetime import timedelta

from jeugdregio.demo.opslag import moment
from jeugdregio.demo.trajecten import werkdagen_terug
from jeugdregio.demo.verteller import Hoofdpersoon, Verteller, Vraag

DE_BRUG, HET_ANKER, DE_KREEK, DE_SLUIS = "42420001", "65656055", "42420013", "42420098"
KIND = Hoofdpersoon("Testkind", "Fout", "2", 8)


def stuur_foute_berichten(v: Verteller) -> None:
    """Send a few broken messages to every municipality over the last days."""
    for nummer, gemeente in enumerate(v.register.gemeenten):
        op = werkdagen_terug(v.vandaag, nummer % 4)
        vraag = Vraag(
            aanbieder=HET_ANKER, gemeente=gemeente.code or "", product="45A04", verwijzer="02", op=op,
            ingang=op + timedelta(days=10), einde=op + timedelta(days=200),
        )  # fmt: skip
        bsn = v.bsn()
        fout_bsn = bsn[:-1] + str((int(bsn[-1]) + 1) % 10)
        goed = v.jw315(KIND, vraag, bsn)
        einde = vraag.einde.isoformat().encode()
        onbekend = gemeente.code.encode() if gemeente.code else b""
        for uur, inhoud in enumerate((
            goed.replace(einde, b"2027-06-31"),  # a day that does not exist
            goed.replace(bsn.encode(), fout_bsn.encode()),  # fails the 11-test
            goed.replace(b">" + onbekend + b"<", b">0384<"),  # a municipality outside the region
            b"Beste collega, hierbij de aanvraag voor ons nieuwe kind.",  # not XML
        )):  # fmt: skip
            v.stuur(inhoud, v.register.op_code[HET_ANKER], moment(op, 10 + uur))
