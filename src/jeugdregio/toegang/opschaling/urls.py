from django.urls import path

from jeugdregio.toegang.opschaling import casusschermen, regioschermen, teamschermen, views

app_name = "opschaling"
urlpatterns = [
    path("opschaling/", views.lijst, name="lijst"),
    path("opschaling/regio/", regioschermen.regio, name="regio"),
    path("opschaling/niveaus/", regioschermen.wie_is_aan_zet, name="niveaus"),
    path("opschaling/niveaus/team/", regioschermen.team_inrichten, name="team-inrichten"),
    path("opschaling/nieuw/<uuid:hulpvraag_id>/", views.nieuw, name="nieuw"),
    path("opschaling/<uuid:opschaling_id>/", views.zaak, name="zaak"),
    path("opschaling/<uuid:opschaling_id>/verder/", views.verder, name="verder"),
    path("opschaling/<uuid:opschaling_id>/expertteam/", views.expertteam_vragen, name="expertteam-vragen"),
    path("opschaling/<uuid:opschaling_id>/sluiten/", views.sluiten, name="sluiten"),
    path("opschaling/<uuid:opschaling_id>/anders/start/", views.anders_start, name="anders-start"),
    path("opschaling/<uuid:opschaling_id>/anders/stop/", views.anders_stop, name="anders-stop"),
    path("opschaling/<uuid:opschaling_id>/anders/<uuid:inzet_id>/", views.anders_evaluatie, name="anders-evaluatie"),
    path("expertteam/", teamschermen.expertteam, name="expertteam"),
    path("expertteam/mijn-casus/", teamschermen.mijn_casus, name="mijn-casus"),
    path("expertteam/<uuid:team_id>/zitting/", teamschermen.zitting_plannen, name="zitting-plannen"),
    path("expertteam/<uuid:team_id>/lid/", teamschermen.lid_toevoegen, name="lid-toevoegen"),
    path("expertteam/<uuid:team_id>/lid/<uuid:lid_id>/", teamschermen.lid_beeindigen, name="lid-beeindigen"),
    path("expertteam/casus/<uuid:casus_id>/", casusschermen.casus, name="casus"),
    path("expertteam/casus/<uuid:casus_id>/screenen/", casusschermen.screenen, name="screenen"),
    path("expertteam/casus/<uuid:casus_id>/agenda/", casusschermen.op_agenda, name="op-agenda"),
    path("expertteam/casus/<uuid:casus_id>/intrekken/", casusschermen.intrekken, name="intrekken"),
    path("expertteam/casus/<uuid:casus_id>/advies/", casusschermen.advies, name="advies"),
    path("expertteam/casus/<uuid:casus_id>/reactie/", casusschermen.reactie, name="reactie"),
    path("expertteam/casus/<uuid:casus_id>/terugkijken/", casusschermen.terugkijken, name="terugkijken"),
    path("expertteam/casus/<uuid:casus_id>/gast/", casusschermen.gast_uitnodigen, name="gast-uitnodigen"),
    path("expertteam/casus/<uuid:casus_id>/gast/<uuid:plek_id>/", casusschermen.gast_intrekken, name="gast-intrekken"),
    path("expertteam/casus/<uuid:casus_id>/inbreng/", casusschermen.inbreng, name="inbreng"),
]
