"""Addresses of consent and sharing; all below the page of the child."""

from django.urls import path

from jeugdregio.toegang.toestemming import views

app_name = "toestemming"
_KIND = "kinderen/<uuid:kind_id>/"
urlpatterns = [
    path(f"{_KIND}toestemmingen/", views.overzicht, name="overzicht"),
    path(f"{_KIND}toestemmingen/afwijken/", views.afwijken, name="afwijken"),
    path(
        f"{_KIND}toestemmingen/afwijking/<uuid:afwijking_id>/beeindigen/",
        views.afwijking_beeindigen,
        name="afwijking_beeindigen",
    ),
    path(f"{_KIND}toestemmingen/zelf-afwegen/", views.wil, name="wil"),
    path(f"{_KIND}toestemmingen/zelf-afwegen/beeindigen/", views.wil_beeindigen, name="wil_beeindigen"),
    path(f"{_KIND}toestemmingen/herziening/<uuid:herziening_id>/", views.herziening, name="herziening"),
    path(f"{_KIND}toestemmingen/<uuid:toestemming_id>/intrekken/", views.intrekken, name="intrekken"),
    path(f"{_KIND}toestemmingen/vastleggen/<str:doel>/", views.vastleggen, name="vastleggen"),
    path(f"{_KIND}delen/", views.delen, name="delen"),
]
