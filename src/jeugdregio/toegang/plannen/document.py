"""The plan and the letter about the contact person as documents for the family, in plain Dutch."""

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel, Tabel
from jeugdregio.basis.klok import vandaag
from jeugdregio.toegang.hulpvragen.models import Rolhouder
from jeugdregio.toegang.plannen.models import Planversie
from jeugdregio.toegang.plannen.queries import Onderzoekbeeld, Planbeeld
from jeugdregio.toegang.weergave import naam
from recht.datum import datum_nl

__all__ = ["Document", "contactbrief", "plan", "verslag"]


def plan(beeld: Planbeeld, versie: Planversie) -> Document:
    """Return an agreed version for the family."""
    delen: list[Onderdeel] = [Alinea(_inleiding(versie), nadruk=True)]
    if versie.verhaal:
        delen += [Kop("Het plan in eigen woorden"), *alineas(versie.verhaal)]
    for doel in versie.doelen.all():
        delen += [Kop(f"Doel {doel.volgorde}"), *alineas(f"“{doel.woorden}”")]
        if doel.klaar_als:
            delen.append(Alinea(f"Het is gelukt als: {doel.klaar_als}"))
        rijen = tuple((a.wat, a.wie, datum_nl(a.uiterlijk)) for a in doel.acties.all())
        if rijen:
            delen.append(Tabel(f"Wie doet wat bij doel {doel.volgorde}", ("Wat", "Wie", "Klaar op"), rijen))
    delen += _meningen(versie) + _verder(beeld, versie)
    return Document(
        titel="Ons plan", afzender=f"Gemeente {beeld.plan.gemeente}", datum=versie.vastgesteld_op or vandaag(),
        gegevens=(
            ("Voor", ", ".join(naam(kind) for kind in beeld.kinderen)),
            ("Plan", f"{beeld.plan.kenmerk}, versie {versie.nummer}"),
            ("Afgesproken op", datum_nl(versie.vastgesteld_op) if versie.vastgesteld_op else "nog niet"),
        ),
        onderdelen=tuple(delen), voettekst=f"Plan {beeld.plan.kenmerk}, versie {versie.nummer}",
    )  # fmt: skip


def contactbrief(beeld: Planbeeld, contact: Rolhouder) -> Document:
    """Return the letter that tells the family who its contact person is."""
    mens = contact.gebruiker.naam if contact.gebruiker else contact.naam
    bel = f"Bel {contact.telefoon}." if contact.telefoon else "Bel de gemeente en vraag naar deze persoon."
    return Document(
        titel="Dit is jullie contactpersoon", afzender=f"Gemeente {beeld.plan.gemeente}", datum=vandaag(),
        gegevens=(("Voor", ", ".join(naam(kind) for kind in beeld.kinderen)), ("Plan", beeld.plan.kenmerk)),
        onderdelen=(
            Alinea(f"Vanaf {datum_nl(contact.van)} is {mens} jullie contactpersoon.", nadruk=True),
            Alinea(f"Heb je een vraag over de hulp of over het plan? {bel} Eén persoon weet van alles wat er loopt, "
                   "ook als er meer kinderen of meer hulpverleners zijn."),
            *_vertrouwenspersoon(),
        ),
    )  # fmt: skip


def verslag(beeld: Onderzoekbeeld) -> Document:
    """Return the report of research, given to the family for its reaction."""
    onderzoek = beeld.onderzoek
    delen: list[Onderdeel] = [Alinea(
        "Dit is wat wij hebben onderzocht. Klopt het niet, of mist er iets? Laat het weten voordat wij verdergaan. "
        "Jouw reactie komt er precies zo bij als je haar geeft.", nadruk=True,
    )]  # fmt: skip
    if onderzoek.reactie_tot:
        delen.append(Alinea(f"Reageren kan tot en met {datum_nl(onderzoek.reactie_tot)}."))
    for domein, vragen in beeld.domeinen:
        gevuld = [v for v in vragen if v.tekst]
        if gevuld:
            delen.append(Kop(domein.naam))
        for v in gevuld:
            delen += [Kop(v.vraag.tekst, 3), *alineas(v.tekst), Alinea(f"Waarom we dit vragen: {v.vraag.waarom}")]
    if onderzoek.reactie:
        delen += [Kop("Reactie van het gezin"), *alineas(onderzoek.reactie), Alinea(f"Van {onderzoek.reactie_van}.")]
    delen += _vertrouwenspersoon()
    return Document(
        titel="Verslag van het onderzoek", afzender=f"Gemeente {onderzoek.hulpvraag.gemeente}",
        datum=onderzoek.voorgelegd_op or vandaag(),
        gegevens=(("Over", naam(beeld.kind)), ("Hulpvraag", onderzoek.hulpvraag.kenmerk)), onderdelen=tuple(delen),
    )  # fmt: skip


def alineas(tekst: str) -> list[Onderdeel]:
    """Return a paragraph per block of lines."""
    return [Alinea(blok.strip()) for blok in tekst.split("\n\n") if blok.strip()]


def _inleiding(versie: Planversie) -> str:
    if versie.maker == Planversie.Maker.GEZIN:
        return "Dit plan hebben jullie zelf gemaakt, met familie en vrienden. Wij werken ermee."
    return "Dit plan hebben we samen gemaakt. Hierin staat wat jullie willen bereiken en wie wat doet."


def _meningen(versie: Planversie) -> list[Onderdeel]:
    paren = (("De jeugdige", versie.eens_jeugdige), ("De ouders", versie.eens_ouders),
             ("De pleegouder", versie.eens_pleegouder))  # fmt: skip
    regels = tuple(f"{wie}: {tekst}" for wie, tekst in paren if tekst)
    return [Kop("Wat jullie van dit plan vinden"), Lijst(regels)] if regels else []


def _verder(beeld: Planbeeld, versie: Planversie) -> list[Onderdeel]:
    delen: list[Onderdeel] = []
    dagen = tuple(datum_nl(e.op) for e in versie.evaluaties.all())
    if dagen:
        delen += [Kop("Wanneer kijken we terug?"), Lijst(dagen)]
    anderen = tuple(f"{b.naam}, {b.rol}" for b in versie.betrokkenen.all())
    if anderen:
        delen += [Kop("Wie helpt er nog meer?"), Lijst(anderen)]
    if beeld.contact is not None:
        mens = beeld.contact.gebruiker.naam if beeld.contact.gebruiker else beeld.contact.naam
        bel = f", telefoon {beeld.contact.telefoon}" if beeld.contact.telefoon else ""
        delen += [Kop("Jullie contactpersoon"), Alinea(f"{mens}{bel}")]
    return delen + _vertrouwenspersoon()


def _vertrouwenspersoon() -> list[Onderdeel]:
    """Jeugdwet 2.5: told in time, and free to reach."""
    return [Kop("Hulp van een vertrouwenspersoon"), Alinea(
        "Wil je met iemand praten die niet van de gemeente of de hulpverlening is? Een vertrouwenspersoon luistert "
        "en helpt je, gratis. Je hoeft niet te zeggen waarom."
    )]  # fmt: skip
