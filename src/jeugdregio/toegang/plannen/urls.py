"""Addresses of plans and research."""

from django.urls import path

from jeugdregio.toegang.plannen import onderzoekschermen, schrijfschermen, views

app_name = "plannen"
_P, _O = "plannen/<uuid:plan_id>/", "onderzoeken/<uuid:onderzoek_id>/"
urlpatterns = [
    path("plannen/", views.lijst, name="lijst"),
    path("kinderen/<uuid:kind_id>/plan/", views.aanbieden, name="aanbieden"),
    path(_P, views.plan, name="plan"),
    path(f"{_P}gezin-maakt/", views.gezin_maakt, name="gezin_maakt"),
    path(f"{_P}afzien/", views.afzien, name="afzien"),
    path(f"{_P}versie/", views.versie_beginnen, name="versie_beginnen"),
    path(f"{_P}versie/<int:nummer>/", views.versie, name="versie"),
    path(f"{_P}versie/<int:nummer>/plan.pdf", views.pdf, name="pdf"),
    path(f"{_P}actie/<uuid:actie_id>/gedaan/", views.gedaan, name="gedaan"),
    path(f"{_P}evaluatie/<uuid:evaluatie_id>/", views.terugkijken, name="terugkijken"),
    path(f"{_P}contact/", views.contact, name="contact"),
    path(f"{_P}contact/verteld/", views.contact_verteld, name="contact_verteld"),
    path(f"{_P}contact/brief.pdf", views.contactbrief, name="contactbrief"),
    path(f"{_P}kind-erbij/", views.kind_erbij, name="kind_erbij"),
    path(f"{_P}op-papier/<str:wat>/", views.op_schrift, name="op_schrift"),
    path(f"{_P}sluiten/", views.sluiten, name="sluiten"),
    path(f"{_P}schrijven/", schrijfschermen.schrijven, name="schrijven"),
    path(f"{_P}schrijven/verhaal/", schrijfschermen.verhaal, name="verhaal"),
    path(f"{_P}schrijven/doel/", schrijfschermen.doel, name="doel"),
    path(f"{_P}schrijven/doel/<uuid:doel_id>/actie/", schrijfschermen.actie, name="actie"),
    path(f"{_P}schrijven/evaluatie/", schrijfschermen.evaluatie, name="evaluatie"),
    path(f"{_P}schrijven/betrokkene/", schrijfschermen.betrokkene, name="betrokkene"),
    path(f"{_P}schrijven/weg/<str:deel>/<uuid:deel_id>/", schrijfschermen.weg, name="weg"),
    path(f"{_P}schrijven/vaststellen/", schrijfschermen.vaststellen, name="vaststellen"),
    path("hulpvragen/<uuid:hulpvraag_id>/onderzoek/", onderzoekschermen.beginnen, name="onderzoek_beginnen"),
    path(_O, onderzoekschermen.onderzoek, name="onderzoek"),
    path(f"{_O}kiezen/", onderzoekschermen.kiezen, name="kiezen"),
    path(f"{_O}bewaren/", onderzoekschermen.bewaren, name="bewaren"),
    path(f"{_O}voorleggen/", onderzoekschermen.voorleggen, name="voorleggen"),
    path(f"{_O}terugnemen/", onderzoekschermen.terugnemen, name="terugnemen"),
    path(f"{_O}reactie/", onderzoekschermen.reageren, name="reageren"),
    path(f"{_O}afronden/", onderzoekschermen.afronden, name="afronden"),
    path(f"{_O}verslag.pdf", onderzoekschermen.verslag, name="verslag"),
]
