"""The addresses of the rooms. A room owns what is below its prefix."""

from django.urls import include, path

from jeugdregio.api.deur import api

urlpatterns = [
    path("", include("jeugdregio.web.urls")),
    path("", include("jeugdregio.beurten.urls")),
    path("", include("jeugdregio.toegang.urls")),
    path("", include("jeugdregio.toegang.gezinnen.urls")),
    path("", include("jeugdregio.toegang.hulpvragen.urls")),
    path("", include("jeugdregio.toegang.wijzigen.urls")),
    path("", include("jeugdregio.toegang.woonplaats.urls")),
    path("termijnen/", include("jeugdregio.toegang.termijnen.urls")),
    path("", include("jeugdregio.toegang.bezwaren.urls")),
    path("", include("jeugdregio.toegang.beschikkingen.urls")),
    path("", include("jeugdregio.toegang.eindigen.urls")),
    path("", include("jeugdregio.toegang.bewaren.urls")),
    path("mijn/", include("jeugdregio.toegang.mijn.urls")),
    path("kinderen/", include("jeugdregio.toegang.mijn.gemeente_urls")),
    path("", include("jeugdregio.toegang.toestemming.urls")),
    path("", include("jeugdregio.toegang.plannen.urls")),
    path("", include("jeugdregio.toegang.opschaling.urls")),
    path("organisaties/", include("jeugdregio.organisaties.urls")),
    path("logboek/", include("jeugdregio.toegang.logboek.urls")),
    path("berichten/", include("jeugdregio.postbus.urls")),
    path("aanbieders/", include("jeugdregio.zorglandschap.urls")),
    path("gesprekken/", include("jeugdregio.zorglandschap.gesprekken.urls")),
    path("inkoop/", include("jeugdregio.zorglandschap.inkoop.urls")),
    path("plek/", include("jeugdregio.zorglandschap.ruimte.urls")),
    path("afspraken/", include("jeugdregio.afspraken.urls")),
    path("mandaten/", include("jeugdregio.bestuur.mandaten.urls")),
    path("voorstellen/", include("jeugdregio.bestuur.consent.urls")),
    path("", include("jeugdregio.bestuur.toezeggingen.urls")),
    path("bestuur/vergaderingen/", include("jeugdregio.bestuur.vergaderen.urls")),
    path("bestuur/teksten/", include("jeugdregio.bestuur.teksten.urls")),
    path("bestuur/geschillen/", include("jeugdregio.bestuur.geschillen.urls")),
    path("bestuur/brieven/", include("jeugdregio.bestuur.brieven.urls")),
    path("bestuur/signalen/", include("jeugdregio.bestuur.signalen.urls")),
    path("declaraties/", include("jeugdregio.financien.urls")),
    path("cijfers/", include("jeugdregio.monitor.urls")),
    path("leren/leerkringen/", include("jeugdregio.leren.leerkring.urls")),
    path("leren/casus/", include("jeugdregio.leren.casus.urls")),
    path("leren/etalage/", include("jeugdregio.leren.etalage.urls")),
    path("leren/nieuwsbrieven/", include("jeugdregio.leren.nieuwsbrief.urls")),
    path("leren/peiling/", include("jeugdregio.leren.peiling.urls")),
    path("leren/proeftuinen/", include("jeugdregio.leren.proeftuin.urls")),
    path("leren/startpakket/", include("jeugdregio.leren.startpakket.urls")),
    path("api/v1/", api.urls),
]

handler400 = "jeugdregio.web.views.fout_400"
handler403 = "jeugdregio.web.views.fout_403"
handler404 = "jeugdregio.web.views.fout_404"
handler500 = "jeugdregio.web.views.fout_500"
