"""What a new day brings for clocks: papers that did not come in, penalties that reached their end."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from jeugdregio.beurten.actions import open_beurt
from jeugdregio.organisaties.models import Rol
from jeugdregio.organisaties.wie import systeem
from jeugdregio.toegang.beurten import aanduiding
from jeugdregio.toegang.termijnen.actions import start_vaststellen
from jeugdregio.toegang.termijnen.beurten import geef_onderzoek_door, pad_van, sleutel_aanvulling
from jeugdregio.toegang.termijnen.models import Ingebrekestelling, Klok, Opschorting
from recht import awb
from recht.datum import datum_kort


def bij_de_tijd(dag: date) -> int:
    """Open the turns that this day brings; return how many clocks it was about. Again changes nothing."""
    geef_onderzoek_door(Klok.objects.all())
    return _niet_aangevuld(dag) + _dwangsom_vol(dag) + _om(dag)


def _niet_aangevuld(dag: date) -> int:
    """Papers that were asked for did not come in by the set date: go on, or set the application aside (Awb 4:5)."""
    verlopen = Opschorting.objects.filter(
        soort=Opschorting.Soort.AANVULLING, binnen_op__isnull=True, voor__lt=dag, klok__staat=Klok.Staat.LOOPT
    ).select_related("klok__kind", "klok__gemeente")  # fmt: skip
    for deel in verlopen:
        klok = deel.klok
        uitkomst = awb.buiten_behandeling(deel.voor or dag)
        open_beurt(
            sleutel=sleutel_aanvulling(deel.pk), soort="klok_niet_aangevuld",
            titel="Gegevens niet aangevuld: beslis hoe het verder gaat", organisatie=klok.gemeente,
            rol=klok.rol or Rol.TOEGANG, begon_op=dag, uiterlijk=uitkomst.datum, grondslag="Awb 4:5 lid 1 en 4",
            uitleg=[stap.tekst for stap in uitkomst.stappen], handeling="Bekijk de termijn", pad=pad_van(klok),
            tekst=f"De dag om aan te vullen was {datum_kort(deel.voor or dag)}. De termijn loopt weer.",
            aanduiding=aanduiding(klok.kind), kenmerk=klok.kenmerk, kind_id=klok.kind_id,
            escalatie="Teamleider toegang",
        )  # fmt: skip
    return len(verlopen)


def _dwangsom_vol(dag: date) -> int:
    """The penalty reached its last day without a decision: its height must be fixed (Awb 4:18)."""
    grens = dag - timedelta(days=awb.DWANGSOM_DAGEN.op(dag))
    brieven = Ingebrekestelling.objects.filter(
        heeft_gevolg=True, beslis_uiterlijk__lt=grens, klok__staat=Klok.Staat.LOOPT
    ).select_related("klok__kind", "klok__gemeente", "klok__hulpvraag")  # fmt: skip
    for brief in brieven:
        with transaction.atomic():
            start_vaststellen(systeem(brief.klok.gemeente, "systeem: termijnen"), brief, dag)
    return len(brieven)


def _om(dag: date) -> int:
    """Terms of the family itself (to object, to appeal) that are over: they wait for nobody at the municipality."""
    voorbij = Klok.objects.filter(rol="", einde__lt=dag, staat=Klok.Staat.LOOPT)
    return voorbij.update(staat=Klok.Staat.GESTOPT, gestopt_op=F("einde"), gestopt_door="De termijn is om")
