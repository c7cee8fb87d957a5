"""Addresses of the questions for help."""

from django.urls import path

from jeugdregio.toegang.hulpvragen import maatregelschermen, verdeelschermen, views

app_name = "hulpvragen"
urlpatterns = [
    path("hulpvragen/", views.lijst, name="lijst"),
    path("hulpvragen/rolverdeling/", verdeelschermen.verdeling, name="verdeling"),
    path("hulpvragen/rolverdeling/wijzigen/", verdeelschermen.wijzig, name="verdeling_wijzig"),
    path("hulpvragen/<uuid:hulpvraag_id>/", views.hulpvraag, name="hulpvraag"),
    path("hulpvragen/<uuid:hulpvraag_id>/rol/<str:rol>/", views.rol, name="rol"),
    path("hulpvragen/<uuid:hulpvraag_id>/overleg/", views.overleg, name="overleg"),
    path("hulpvragen/<uuid:hulpvraag_id>/afsluiten/", views.afsluiten, name="afsluiten"),
    path("hulpvragen/<uuid:hulpvraag_id>/heropenen/", views.heropenen, name="heropenen"),
    path("kinderen/<uuid:kind_id>/hulpvraag/", views.nieuw, name="nieuw"),
    path("kinderen/<uuid:kind_id>/spoed/", views.spoed, name="spoed"),
    path("kinderen/<uuid:kind_id>/maatregel/", maatregelschermen.nieuw, name="maatregel"),
    path("maatregelen/<uuid:maatregel_id>/einde/", maatregelschermen.einde, name="maatregel_einde"),
    path("maatregelen/<uuid:maatregel_id>/uitgevoerd/", maatregelschermen.uitgevoerd, name="maatregel_uitgevoerd"),
]
