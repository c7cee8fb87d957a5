"""The letter and its cover form as a document: PDF, Word or page."""

from datetime import date
from typing import Any

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel, Tabel
from jeugdregio.bestuur.brieven import cijferplek
from jeugdregio.bestuur.brieven.inhoud import gevulde_delen, kerncijfers, vakken
from jeugdregio.bestuur.brieven.models import Brief, Kern
from jeugdregio.organisaties.models import Organisatie
from recht.datum import datum_kort, datum_nl


def brief(kern: Kern, gemeente: Organisatie, eigen: dict[str, Any], op: date | None) -> Document:
    """Return the letter for one council; `eigen` is its own part, `op` the day it was sent (None: not yet)."""
    b = kern.brief
    delen: list[Onderdeel] = []
    if b.soort != Brief.Soort.RAADSVOORSTEL:
        delen.append(Alinea(eigen["aanhef"]))
    for kop, tekst in gevulde_delen(kern):
        delen += [Kop(kop), *alineas(tekst)]
    if eigen["eigen_alinea"]:
        delen += [Kop(f"In {gemeente}"), *alineas(cijferplek.vul(eigen["eigen_alinea"], eigen["cijfers"]))]
    delen += _verantwoording(kern, eigen)
    delen.append(Alinea(f"Het college van burgemeester en wethouders van {gemeente}"))
    return Document(
        titel=b.onderwerp,
        afzender=f"Gemeente {gemeente}",
        datum=op or b.verzenden_op,
        gegevens=(
            ("Soort", b.get_soort_display()),
            ("Aan", f"De raad van {gemeente}"),
            ("Nummer", eigen["nummer"] or "nog geen nummer"),
            ("Datum", datum_nl(op) if op else "nog niet verzonden"),
            ("Portefeuillehouder", eigen["portefeuillehouder"] or "nog niet ingevuld"),
            ("Vergadering", eigen["vergadersoort"] or "nog niet gekozen"),
        ),
        onderdelen=tuple(delen),
        voettekst=_voet(kern),
    )


def voorblad(kern: Kern, gemeente: Organisatie, eigen: dict[str, Any], op: date | None) -> Document:
    """Return the cover form: five boxes, tied to the items of the council that the letter settles."""
    regels = []
    for vak in vakken(eigen):
        teken = "☒" if vak.gekozen else "☐"
        regels.append((teken, vak.naam, "; ".join(vak.regels) or "–"))
    delen: list[Onderdeel] = [
        Kop("Context"),
        Tabel("Wat dit document is", ("Vak", "Soort", "Waarover"), tuple(regels)),
    ]
    kern_tekst = kern.delen.get("kern") or kern.delen.get("voorstel", "")
    delen += [Kop("Kernboodschap"), *alineas(cijferplek.vul(kern_tekst, kerncijfers(kern)))]
    if eigen["gedaan"]:
        delen += [Kop("Wat er is gedaan"), *alineas(eigen["gedaan"])]
    return Document(
        titel=f"Voorblad: {kern.brief.onderwerp}",
        afzender=f"Gemeente {gemeente}",
        datum=op or kern.brief.verzenden_op,
        gegevens=(
            ("Raad", str(gemeente)),
            ("Vergadering", eigen["vergadersoort"] or "nog niet gekozen"),
            ("Nummer", eigen["nummer"] or "nog geen nummer"),
            ("Portefeuillehouder", eigen["portefeuillehouder"] or "nog niet ingevuld"),
            ("Bijlage", kern.brief.get_soort_display()),
        ),
        onderdelen=tuple(delen),
        voettekst=_voet(kern),
    )


def alineas(tekst: str) -> list[Onderdeel]:
    """Return a plain text as paragraphs; lines that begin with a dash or a number are a list."""
    uit: list[Onderdeel] = []
    for blok in tekst.replace("\r\n", "\n").split("\n\n"):
        regels = [regel.strip() for regel in blok.split("\n") if regel.strip()]
        if not regels:
            continue
        if all(regel.startswith("- ") for regel in regels):
            uit.append(Lijst(tuple(regel[2:] for regel in regels)))
        elif all(regel[0].isdigit() and ". " in regel[:4] for regel in regels):
            uit.append(Lijst(tuple(regel.partition(". ")[2] for regel in regels), genummerd=True))
        else:
            uit.append(Alinea("\n".join(regels)))
    return uit


def _verantwoording(kern: Kern, eigen: dict[str, Any]) -> list[Onderdeel]:
    rijen = [
        (c["naam"], c["tekst"], datum_kort(date.fromisoformat(c["peildatum"])), c["bron"])
        for c in [*kerncijfers(kern).values(), *eigen["cijfers"].values()]
    ]
    if not rijen:
        return []
    koppen = ("Cijfer", "Waarde", "Peildatum", "Bron")
    return [Kop("De cijfers in deze brief"), Tabel("Peildatum en bron", koppen, tuple(rijen))]


def _voet(kern: Kern) -> str:
    if not kern.bevroren_op:
        return f"Concept van versie {kern.nummer}: niet versturen"
    dag = datum_kort(kern.bevroren_op.date())
    return f"Regionale tekst versie {kern.nummer}, vastgelegd op {dag}, {kern.vingerafdruk[:12]}"
