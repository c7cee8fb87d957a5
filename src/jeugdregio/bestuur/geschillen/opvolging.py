"""The advice, what each college does with each recommendation, the letters to the councils, and the progress after."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from jeugdregio.basis.fouten import Conflict, GeenRecht, Geweigerd, NietGevonden
from jeugdregio.basis.klok import vandaag
from jeugdregio.bestuur.geschillen import beurten
from jeugdregio.bestuur.geschillen.models import Aanbeveling, Geschil, Raadsbericht, Reactie, Staat, Voortgang
from jeugdregio.bestuur.geschillen.permissions import deelnemers, eis_college
from jeugdregio.bestuur.geschillen.termijnen import uitloop
from jeugdregio.bestuur.geschillen.weg import ga_naar, pak, ronde, schrijf_stap
from jeugdregio.bestuur.mandaten import actions as mandaten
from jeugdregio.bestuur.mandaten.models import Betwisting, Mandaat
from jeugdregio.bestuur.teksten.permissions import eis_regie, mag_regie
from jeugdregio.bestuur.teksten.weg import eis_geweest, eis_tekst
from jeugdregio.bestuur.toezeggingen.models import Raadsstuk
from jeugdregio.bestuur.toezeggingen.permissions import zichtbare_stukken
from jeugdregio.beurten.actions import rond_af
from jeugdregio.organisaties.wie import Wie

_S = Staat


@transaction.atomic
def bied_advies_aan(
    wie: Wie, geschil_id: UUID, *, versie: int, op: date, advies: str, aanbevelingen: str, uitloop_reden: str = ""
) -> Geschil:
    """Record the advice, which binds nobody, with its recommendations, one a line. Late: say why."""
    geschil = pak(wie, geschil_id, versie, (_S.ONDERZOEK,))
    eis_regie(wie)
    eis_tekst(advies=advies, aanbevelingen=aanbevelingen)
    if op > vandaag():
        raise eis_geweest("op", aan="het advies")
    if geschil.gestart_op and op < geschil.gestart_op:
        raise Geweigerd("Het advies ligt voor de start.", velden={"op": "Kies een latere dag."})
    if not geschil.stukken.exists() or not geschil.gesprekken.exists():
        raise Geweigerd("Leg eerst vast welke stukken de commissie kreeg en met wie zij sprak.")
    geschil.advies_op, geschil.advies = op, advies
    dagen = uitloop(geschil, vandaag())
    if dagen and not uitloop_reden.strip():
        melding = f"Het advies komt {dagen} dagen later dan gezegd. Schrijf op waardoor."
        raise Geweigerd(melding, velden={"uitloop_reden": melding})
    geschil.uitloop_reden = uitloop_reden.strip()
    regels = [regel.strip() for regel in aanbevelingen.splitlines() if regel.strip()]
    Aanbeveling.objects.bulk_create(
        Aanbeveling(dossier=geschil, nummer=nummer, tekst=regel[:500])
        for nummer, regel in enumerate(regels, geschil.aanbevelingen.count() + 1)
    )
    ga_naar(wie, geschil, _S.ADVIES, f"Niet-bindend advies met {len(regels)} aanbevelingen")
    rond_af(beurten.sleutel(geschil, "advies"))
    beurten.open_secretaris(geschil, "bosd", "Advies agenderen in het bestuurlijk overleg")
    return geschil


@transaction.atomic
def bespreek(wie: Wie, geschil_id: UUID, *, versie: int, toelichting: str) -> Geschil:
    """Record that the administrators discussed the advice together; now each college answers."""
    geschil = pak(wie, geschil_id, versie, (_S.ADVIES,))
    eis_regie(wie)
    eis_tekst(toelichting=toelichting)
    ga_naar(wie, geschil, _S.REACTIE, toelichting)
    rond_af(beurten.sleutel(geschil, "bosd"))
    beurten.open_colleges(geschil, "reactie", deelnemers(geschil))
    return geschil


@transaction.atomic
def reageer(
    wie: Wie, geschil_id: UUID, aanbeveling_id: UUID, *, versie: int, keuze: str, reden: str, eigenaar: str = "",
    uiterlijk: date | None = None,
) -> Reactie:  # fmt: skip
    """Say for the own college what it does with one recommendation. After the last answer the councils are next."""
    geschil = pak(wie, geschil_id, versie, (_S.REACTIE,))
    college = eis_college(wie, geschil)
    aanbeveling = geschil.aanbevelingen.filter(pk=aanbeveling_id).first()
    if aanbeveling is None:
        raise NietGevonden("Deze aanbeveling hoort niet bij dit geschil.")
    eis_tekst(reden=reden)
    if keuze not in Reactie.Keuze.values:
        raise Geweigerd("Kies wat je college doet.", velden={"keuze": "Kies uit de lijst."})
    niet = keuze == Reactie.Keuze.NIET
    if not niet:
        eis_tekst(eigenaar=eigenaar)
        if uiterlijk is None or uiterlijk <= vandaag():
            raise Geweigerd("Noem een dag na vandaag.", velden={"uiterlijk": "Kies een dag na vandaag."})
    if aanbeveling.reacties.filter(gemeente=college).exists():
        raise Conflict("De reactie van je college op deze aanbeveling staat er al.")
    reactie = Reactie.objects.create(
        aanbeveling=aanbeveling, gemeente=college, keuze=keuze, reden=reden.strip(), op=vandaag(),
        eigenaar="" if niet else eigenaar.strip(), uiterlijk=None if niet else uiterlijk,
        stand=Reactie.Stand.NVT if niet else Reactie.Stand.LOOPT,
    )  # fmt: skip
    schrijf_stap(wie, geschil, f"{college} over aanbeveling {aanbeveling.nummer}: {reactie.get_keuze_display()}", reden)
    aantal = geschil.aanbevelingen.count()
    eigen = Reactie.objects.filter(aanbeveling__dossier=geschil)
    if eigen.filter(gemeente=college).count() == aantal:
        rond_af(beurten.sleutel(geschil, "reactie", college.pk))
    mee = deelnemers(geschil)
    if eigen.filter(gemeente__in=mee).count() == aantal * len(mee):
        ga_naar(wie, geschil, _S.RADEN, "Alle colleges hebben op alle aanbevelingen gereageerd")
        nog = [g for g in mee if not geschil.raadsberichten.filter(gemeente=g, ronde=ronde(geschil)).exists()]
        beurten.open_colleges(geschil, "raad", nog)
        _begin_opvolging(wie, geschil)
    return reactie


@transaction.atomic
def informeer_raad(
    wie: Wie, geschil_id: UUID, *, versie: int, document: str, verzonden_op: date, stukken: Sequence[Raadsstuk] = ()
) -> Raadsbericht:
    """Record the letter with the report to the own council, and the open items it answers. The last opens follow-up."""
    geschil = pak(wie, geschil_id, versie, (_S.REACTIE, _S.RADEN))
    college = eis_college(wie, geschil)
    eis_tekst(document=document)
    if verzonden_op > vandaag():
        raise eis_geweest("verzonden_op", aan="het versturen")
    if geschil.raadsberichten.filter(gemeente=college, ronde=ronde(geschil)).exists():
        raise Conflict("De brief aan deze raad staat er al.")
    eigen = set(zichtbare_stukken(wie).filter(gemeente=college).values_list("pk", flat=True))
    if any(stuk.pk not in eigen for stuk in stukken):
        raise Geweigerd("Koppel alleen stukken van je eigen raad.", velden={"stukken": "Kies uit de lijst."})
    bericht = Raadsbericht.objects.create(
        dossier=geschil, gemeente=college, document=document.strip(), verzonden_op=verzonden_op, ronde=ronde(geschil)
    )
    bericht.stukken.set(stukken)
    rond_af(beurten.sleutel(geschil, "raad", college.pk))
    schrijf_stap(wie, geschil, f"Raad van {college} geïnformeerd", document)
    _begin_opvolging(wie, geschil)
    return bericht


def _begin_opvolging(wie: Wie, geschil: Geschil) -> None:
    bereikt = set(geschil.raadsberichten.filter(ronde=ronde(geschil)).values_list("gemeente_id", flat=True))
    if geschil.staat != _S.RADEN or not {g.pk for g in deelnemers(geschil)} <= bereikt:
        return
    ga_naar(wie, geschil, _S.OPVOLGING, "Alle raden zijn geïnformeerd")
    lopend = Reactie.objects.filter(aanbeveling__dossier=geschil, stand=Reactie.Stand.LOOPT)
    for reactie in lopend.select_related("aanbeveling__dossier", "gemeente"):
        beurten.open_voortgang(reactie)


@transaction.atomic
def meld_voortgang(
    wie: Wie, geschil_id: UUID, reactie_id: UUID, *, versie: int, tekst: str, bewijs: str, gedaan: bool = False
) -> Voortgang:
    """Tell for the own college what was done and where that can be seen; not done yet: again within half a year."""
    geschil = pak(wie, geschil_id, versie, (_S.OPVOLGING,))
    reactie = (
        Reactie.objects.select_related("aanbeveling__dossier", "gemeente")
        .filter(pk=reactie_id, aanbeveling__dossier=geschil)
        .first()
    )
    if reactie is None:
        raise NietGevonden("Deze reactie hoort niet bij dit geschil.")
    if eis_college(wie, geschil).pk != reactie.gemeente_id:
        raise GeenRecht(f"Alleen het college van {reactie.gemeente} meldt zijn eigen voortgang.")
    if reactie.stand != Reactie.Stand.LOOPT:
        raise Conflict("Hier loopt niets meer.")
    eis_tekst(tekst=tekst, bewijs=bewijs)
    rond_af(beurten.sleutel(geschil, "voortgang", reactie.pk, reactie.voortgang.count()))
    voortgang = Voortgang.objects.create(reactie=reactie, op=vandaag(), tekst=tekst.strip(), bewijs=bewijs.strip())
    if gedaan:
        reactie.stand = Reactie.Stand.GEDAAN
        reactie.save(update_fields=["stand"])
    else:
        beurten.open_voortgang(reactie)
    schrijf_stap(wie, geschil, f"Voortgang {reactie.gemeente}, aanbeveling {reactie.aanbeveling.nummer}", tekst)
    return voortgang


@transaction.atomic
def sluit(wie: Wie, geschil_id: UUID, *, versie: int, toelichting: str) -> Geschil:
    """Close the dispute when nothing runs any more."""
    geschil = pak(wie, geschil_id, versie, (_S.OPVOLGING,))
    eis_regie(wie)
    eis_tekst(toelichting=toelichting)
    lopend = Reactie.objects.filter(aanbeveling__dossier=geschil, stand=Reactie.Stand.LOOPT).count()
    if lopend:
        raise Geweigerd(f"Er lopen nog {lopend} acties. Pas als alles gedaan is, kan het geschil dicht.")
    ga_naar(wie, geschil, _S.GESLOTEN, toelichting)
    beurten.sluit(geschil)
    return geschil


@transaction.atomic
def heropen(wie: Wie, geschil_id: UUID, *, versie: int, reden: str) -> Geschil:
    """Open the dispute again; the colleges talk again first. What was said before stays in the history."""
    geschil = pak(wie, geschil_id, versie, (_S.OPVOLGING, _S.GESLOTEN))
    if not mag_regie(wie):
        eis_college(wie, geschil)
    eis_tekst(reden=reden)
    for inbreng in geschil.inbreng.select_related("gemeente"):
        schrijf_stap(wie, geschil, f"Eerdere inbreng van {inbreng.gemeente}", inbreng.tekst)
    geschil.inbreng.all().delete()
    beurten.sluit(geschil)
    ga_naar(wie, geschil, _S.HEROPEND, reden)
    beurten.open_secretaris(geschil, "bespreking-plannen", "Bespreking van het geschil plannen")
    return geschil


@transaction.atomic
def betwist_mandaat(wie: Wie, geschil_id: UUID, *, versie: int, mandaat: Mandaat, grond: str) -> Betwisting:
    """Dispute a mandate for the own body as part of this dispute: from today its chain is disputed, not broken."""
    geschil = pak(wie, geschil_id, versie, set(Staat.values) - {_S.GESLOTEN, _S.OVEREENSTEMMING})
    eis_tekst(grond=grond)
    gemeente = wie.organisatie if mandaat.gemeenten.filter(pk=wie.organisatie_id).exists() else None
    betwisting = mandaten.betwist(
        wie, mandaat.pk, van=vandaag(), grond=grond, gemeente=gemeente, bron=f"Geschil {geschil.titel}"[:200],
        dossier=geschil.titel[:60], dossier_pad=geschil_pad(geschil),
    )  # fmt: skip
    geschil.betwistingen.add(betwisting)
    schrijf_stap(wie, geschil, f"Mandaat betwist: {mandaat.besluit}", grond)
    return betwisting


@transaction.atomic
def koppel_betwisting(wie: Wie, geschil_id: UUID, *, versie: int, betwisting: Betwisting) -> Geschil:
    """Link a dispute that stands in the register of mandates already to this road."""
    geschil = pak(wie, geschil_id, versie, set(Staat.values) - {_S.GESLOTEN})
    eis_regie(wie)
    betwisting.dossier, betwisting.dossier_pad = geschil.titel[:60], geschil_pad(geschil)
    betwisting.save(update_fields=["dossier", "dossier_pad"])
    geschil.betwistingen.add(betwisting)
    schrijf_stap(wie, geschil, f"Gekoppeld: {betwisting}"[:160])
    return geschil


def geschil_pad(geschil: Geschil) -> str:
    """Return the address of a dispute."""
    return reverse("geschillen:geschil", args=[geschil.pk])
