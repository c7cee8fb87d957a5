"""The letter: plain Dutch, made from the fixed content of a decision. Dates of sending and objection come with it."""

from collections.abc import Iterator
from datetime import date, timedelta

from jeugdregio.basis.document import Alinea, Document, Kop, Lijst, Onderdeel, Tabel
from jeugdregio.basis.geld import euro
from jeugdregio.toegang.beschikkingen.inhoud import Inhoud
from jeugdregio.toegang.beschikkingen.models import Soort, Vorm
from jeugdregio.toegang.hulpvragen.models import Weg
from recht.bezwaar import bezwaartermijn
from recht.datum import datum_kort, datum_nl

DAG = timedelta(days=1)
# With what it began; not every family asked for itself.
_BEGIN: dict[str, str] = {
    Weg.HUISARTS: "de verwijzing van de huisarts",
    Weg.JEUGDARTS: "de verwijzing van de jeugdarts",
    Weg.SPECIALIST: "de verwijzing van de medisch specialist",
    Weg.GI: "de vraag van de gecertificeerde instelling",
    Weg.RECHTER: "het bericht van de rechter of de officier van justitie",
    Weg.VEILIG_THUIS: "de overdracht van Veilig Thuis",
    Weg.SPOED: "het bericht dat er meteen hulp nodig was",
}
# Jeugdwet 2.5. The national organisation of confidants; the same in every municipality.
VERTROUWENSPERSOON = "Jeugdstem, telefoon 088 555 1000, www.jeugdstem.nl"


def brief(inhoud: Inhoud, verzonden_op: date, *, concept: bool = False) -> Document:
    """Return the letter as it goes out on a day; `concept` marks a preview."""
    kind = inhoud["kind"]
    gegevens = [
        ("Kenmerk", inhoud["kenmerk"]),
        ("Datum", "nog niet verzonden" if concept else datum_kort(verzonden_op)),
        ("Over", f"{kind['naam']}, geboren op {_dag(kind['geboren'])}"),
    ]
    if inhoud["vervangt"]:
        gegevens.append(("Volgt op", f"ons besluit {inhoud['vervangt']['kenmerk']}"))
    return Document(
        titel=f"Besluit over jeugdhulp voor {kind['roepnaam']}",
        afzender=f"Gemeente {inhoud['gemeente']}",
        datum=verzonden_op,
        gegevens=tuple(gegevens),
        onderdelen=tuple(_delen(inhoud, verzonden_op)),
        voettekst=f"{'CONCEPT, niet verzonden. ' if concept else ''}Besluit {inhoud['kenmerk']}",
    )


def _delen(inhoud: Inhoud, op: date) -> Iterator[Onderdeel]:
    yield Alinea(_aanhef(inhoud["kind"]))
    yield Alinea(_inleiding(inhoud))
    yield Kop("Wat wij besluiten")
    yield Alinea(_besluit(inhoud), nadruk=True)
    yield from _hulp(inhoud)
    yield Kop("Waarom wij dit besluiten")
    yield from _waarom(inhoud)
    yield from _budget(inhoud)
    yield Kop("Waar wij naar hebben gekeken")
    yield Lijst(tuple(_gekeken(inhoud)))
    yield from _aanbieders(inhoud)
    yield Kop("Wat gebeurt er nu?")
    yield Lijst(tuple(_vervolg(inhoud)))
    yield from _vragen(inhoud)
    yield from _bezwaar(inhoud, op)
    namens = inhoud["namens"] or f"Namens het college van {inhoud['gemeente']}"
    yield Alinea(f"Met vriendelijke groet,\n\n{namens}\n{inhoud['ondertekenaar']}")


def _dag(tekst: str) -> str:
    return datum_kort(date.fromisoformat(tekst))


def _aanhef(kind: Inhoud) -> str:
    if kind["beslist_zelf"]:
        return f"Beste {kind['roepnaam']},"
    if kind["beslist_mee"]:
        return f"Beste {kind['roepnaam']}, en beste ouders of verzorgers van {kind['roepnaam']},"
    return f"Beste ouders of verzorgers van {kind['roepnaam']},"


def _inleiding(inhoud: Inhoud) -> str:
    wat = _BEGIN.get(inhoud["weg"], "uw vraag om hulp")
    begin = f"Op {_dag(inhoud['gevraagd_op'])} kregen wij {wat}."
    if inhoud["vervangt"]:
        begin = f"Op {_dag(inhoud['vervangt']['verzonden_op'])} namen wij een besluit. Wij keken er opnieuw naar."
    return f"{begin} In deze brief leest u wat wij besluiten, en waarom."


def _besluit(inhoud: Inhoud) -> str:
    kind = inhoud["kind"]
    wie, voor = ("U", "u") if kind["beslist_zelf"] else (kind["roepnaam"], kind["roepnaam"])
    eerder = ""
    if inhoud["vervangt"]:
        eerder = f" ons besluit {inhoud['vervangt']['kenmerk']} van {_dag(inhoud['vervangt']['verzonden_op'])}"
    volgt = f" Dit besluit volgt op{eerder}." if eerder else ""
    koopt = "hulp in" if kind["beslist_zelf"] else f"hulp voor {voor}"
    zinnen = {
        Soort.NATURA: f"{wie} krijgt de hulp die hieronder staat.",
        Soort.PGB: f"U krijgt een persoonsgebonden budget. Daarmee koopt u zelf {koopt}.",
        Soort.GEDEELTELIJK: f"{wie} krijgt een deel van de hulp die u vroeg. Een ander deel geven wij niet.",
        Soort.WEIGERING: f"{wie} krijgt de hulp die u vroeg niet.",
        Soort.WIJZIGING: f"De hulp voor {voor} verandert.{_vanaf(inhoud)} dit besluit in de plaats van{eerder}.",
        Soort.INTREKKING: f"De hulp voor {voor} stopt.{_laatste_dag(inhoud)} Wij trekken{eerder} in.",
        Soort.VOORTZETTING: f"De hulp voor {voor} loopt door.{volgt}",
    }
    return zinnen[Soort(inhoud["soort"])]


def _vanaf(inhoud: Inhoud) -> str:
    begin = min((r["van"] for r in inhoud["regels"]), default="")
    return f" Dat gaat in op {_dag(begin)}. Vanaf dan komt" if begin else " Daarom komt"


def _laatste_dag(inhoud: Inhoud) -> str:
    eind = max((r["tot"] for r in inhoud["regels"]), default="")
    return f" De laatste dag is {_dag(eind)}." if eind else ""


def _hulp(inhoud: Inhoud) -> Iterator[Onderdeel]:
    ja = [r for r in inhoud["regels"] if r["toegekend"]]
    natura = [r for r in ja if r["vorm"] == Vorm.NATURA]
    budget = [r for r in ja if r["vorm"] == Vorm.PGB]
    nee = [r for r in inhoud["regels"] if not r["toegekend"]]
    stopt = inhoud["soort"] == Soort.INTREKKING
    if natura and stopt:
        yield Tabel("Welke hulp stopt", ("Hulp", "Van", "Laatste dag"),
                    tuple((r["hulp"], r["aanbieder"], _dag(r["tot"])) for r in natura))  # fmt: skip
    elif natura:
        yield Tabel("Welke hulp", ("Hulp", "Hoeveel", "Wanneer", "Van wie", "Tarief"),
                    tuple(_natura(r) for r in natura))  # fmt: skip
        yield from _verandert(natura)
    if budget:
        rijen = tuple((r["hulp"], r["omvang"] or "–", _wanneer(r), euro(r["pgb"])) for r in budget)
        yield Tabel("Welk budget", ("Hulp", "Hoeveel", "Wanneer", "Budget voor de hele tijd"), rijen, frozenset({3}))
    if nee:
        kop = "Welk budget stopt" if stopt else "Welke hulp u niet krijgt"
        rijen_nee = tuple((r["hulp"], _wanneer(r) if r["tot"] else f"vanaf {_dag(r['van'])}", r["reden"]) for r in nee)
        yield Tabel(kop, ("Hulp", "Wanneer", "Waarom"), rijen_nee)
    for regel in ja:
        if regel["reden"]:
            yield Alinea(f"{regel['hulp']}: {regel['reden']}")


def _verandert(regels: list[Inhoud]) -> Iterator[Onderdeel]:
    """Put what ran until now beside what follows, for help that already runs."""
    # Content that was signed by an older version does not say how much it was.
    lopend = [r for r in regels if r["over"] and "was_omvang" in r]
    if lopend:
        yield Tabel("Wat er verandert", ("Hulp", "Tot nu toe", "Straks"), tuple(
            (r["hulp"], _hoeveel(r["was_omvang"], r["was_tot"]), _hoeveel(r["omvang"], r["tot"])) for r in lopend
        ))  # fmt: skip


def _hoeveel(omvang: str, tot: str) -> str:
    return ", ".join(filter(None, (omvang, f"tot en met {_dag(tot)}" if tot else "zonder einddatum")))


def _natura(regel: Inhoud) -> tuple[str, ...]:
    tarief = "zoals in het contract met de aanbieder"
    if regel["tarief"] is not None:
        tarief = f"{euro(regel['tarief'])} per {regel['eenheid']}"
    return (regel["hulp"], regel["omvang"] or "–", _wanneer(regel), regel["aanbieder"] or "u kiest nog", tarief)


def _wanneer(regel: Inhoud) -> str:
    tot = f" tot en met {_dag(regel['tot'])}" if regel["tot"] else ""
    return f"{_dag(regel['van'])}{tot}"


def _waarom(inhoud: Inhoud) -> Iterator[Onderdeel]:
    yield from (Alinea(deel.strip()) for deel in inhoud["motivering"].split("\n\n") if deel.strip())
    if inhoud["weigergrond"]:
        yield Alinea(f"De reden in het kort: {inhoud['weigergrond'][:1].lower()}{inhoud['weigergrond'][1:]}.")
    if inhoud["zienswijze_op"]:
        yield Alinea(
            f"Voordat wij dit besloten, spraken wij u op {_dag(inhoud['zienswijze_op'])}. U zei toen: "
            f"{inhoud['zienswijze']}"
        )
    if inhoud["voorschrift"]:
        yield Alinea(f"Dit besluit rust op: {inhoud['voorschrift']}.")
    if inhoud["pleeggezin_reden"]:
        yield Kop("Waarom niet in een pleeggezin of gezinshuis", 3)
        yield Alinea(inhoud["pleeggezin_reden"])


def _budget(inhoud: Inhoud) -> Iterator[Onderdeel]:
    pgb = inhoud["pgb"]
    if not pgb:
        return
    antwoord = {True: "ja", False: "nee", None: "niet beoordeeld"}
    yield Kop("Drie vragen bij een persoonsgebonden budget")
    yield Alinea("Een budget kan alleen als het antwoord op alle drie de vragen ja is (Jeugdwet, artikel 8.1.1).")
    rijen = tuple((vraag, antwoord[oordeel], uitleg) for vraag, oordeel, uitleg in pgb["toetsen"])
    yield Tabel("Ons antwoord op de drie vragen", ("Vraag", "Antwoord", "Waarom"), rijen)
    if pgb["meer"]:
        yield Alinea(
            f"U vroeg {euro(pgb['gevraagd'])}. Dezelfde hulp van een aanbieder kost {euro(pgb['natura'])}. Het "
            f"verschil van {euro(pgb['meer'])} hoeven wij niet te betalen (Jeugdwet, artikel 8.1.1 lid 4)."
        )


def _gekeken(inhoud: Inhoud) -> Iterator[str]:
    for kop, veld in (
        ("Wat u vroeg", "gevraagd"), ("Wat nodig is", "behoeften"),
        ("Geloof, overtuiging en cultuur", "geloof_cultuur"), ("Uw keuze", "keuze"),
    ):  # fmt: skip
        if inhoud[veld].strip():
            yield f"{kop}: {inhoud[veld].strip()}"


def _aanbieders(inhoud: Inhoud) -> Iterator[Onderdeel]:
    gekozen = [r for r in inhoud["regels"] if r["aanbieder_reden"]]
    if gekozen:
        yield Kop("Waarom deze aanbieder")
    for regel in gekozen:
        wens = f" U wilde het liefst: {regel['voorkeur']}" if regel["voorkeur"] else ""
        yield Alinea(f"{regel['hulp']} van {regel['aanbieder']}: {regel['aanbieder_reden']}{wens}")


def _vervolg(inhoud: Inhoud) -> Iterator[str]:
    natura = [r for r in inhoud["regels"] if r["toegekend"] and r["vorm"] == Vorm.NATURA]
    if inhoud["soort"] == Soort.INTREKKING:
        yield "Wij laten de aanbieder weten wanneer de hulp stopt."
    elif natura and all(r["over"] for r in natura):
        yield "Wij laten de aanbieder weten wat er in de opdracht verandert. U houdt dezelfde aanbieder."
    elif natura and not any(r["aanbieder"] for r in natura):
        yield "U kiest nog een aanbieder. Uw contactpersoon helpt u daarbij. Daarna geven wij die aanbieder opdracht."
    elif natura:
        yield "Wij geven de aanbieder opdracht om de hulp te geven. De aanbieder maakt met u een afspraak."
        if any(not r["aanbieder"] for r in natura):
            yield "Voor een deel van de hulp kiest u nog een aanbieder. Uw contactpersoon helpt u daarbij."
    if any(r["toegekend"] and r["vorm"] == Vorm.PGB for r in inhoud["regels"]):
        yield "De Sociale Verzekeringsbank betaalt uw hulpverlener uit het budget. U krijgt daarover een brief."
    if inhoud["soort"] == Soort.WEIGERING:
        yield "Uw contactpersoon denkt met u mee over wat wel kan."
    yield "Verandert er iets? Laat het uw contactpersoon weten. Dan kijken wij opnieuw."


def _vragen(inhoud: Inhoud) -> Iterator[Onderdeel]:
    contact = inhoud["contact"]
    yield Kop("Hebt u vragen?")
    yield Alinea(f"Bel uw contactpersoon: {contact['naam']}, telefoon {contact['telefoon']}.")
    yield Kop("Hulp van een vertrouwenspersoon")
    yield Alinea(
        "U kunt gratis praten met een vertrouwenspersoon, ook zonder dat wij het weten. Die hoort niet bij de gemeente "
        f"en niet bij de aanbieder: {VERTROUWENSPERSOON}."
    )


def _bezwaar(inhoud: Inhoud, op: date) -> Iterator[Onderdeel]:
    tot = bezwaartermijn(op).datum or op
    waar = inhoud["bezwaar"]
    bereik = ", ".join(filter(None, (waar.get("naam"), waar.get("email"), waar.get("telefoon"))))
    yield Kop("Bent u het niet eens met dit besluit?")
    yield Alinea(
        f"Dan kunt u bezwaar maken bij het college van burgemeester en wethouders van {inhoud['gemeente']}. Dat kan "
        f"tot en met {datum_nl(tot)}. De termijn is zes weken. Zij begint op de dag na verzending: "
        f"{datum_nl(op + DAG)}.",
        nadruk=True,
    )
    if inhoud["kind"]["beslist_mee"] and not inhoud["kind"]["beslist_zelf"]:
        yield Alinea(f"{inhoud['kind']['roepnaam']} mag ook zelf bezwaar maken.")
    yield Alinea("Schrijf in uw bezwaar:")
    yield Lijst((
        "uw naam en adres", f"de datum en het kenmerk van deze brief: {inhoud['kenmerk']}",
        "waarom u het niet eens bent met het besluit", "de datum en uw handtekening",
    ))  # fmt: skip
    if bereik:
        yield Alinea(f"Vragen over bezwaar: {bereik}.")
    yield Alinea(
        "Bezwaar maken houdt het besluit niet tegen. Kan het niet wachten? Dan kunt u de rechtbank ook om een "
        "voorlopige voorziening vragen."
    )
