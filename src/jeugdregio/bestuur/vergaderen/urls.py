from django.urls import path, re_path

from jeugdregio.bestuur.vergaderen import views

app_name = "vergaderen"
urlpatterns = [
    path("", views.lijst, name="lijst"),
    path("besluiten/", views.besluiten, name="besluiten"),
    path("nieuw/", views.plan, name="plan"),
    path("stukken/<uuid:stuk_id>/", views.stuk, name="stuk"),
    path("acties/<uuid:actie_id>/", views.actie_klaar, name="actie_klaar"),
    path("punten/<uuid:punt_id>/stuk/", views.stuk_nieuw, name="stuk_nieuw"),
    path("punten/<uuid:punt_id>/terug/", views.terug, name="terug"),
    path("punten/<uuid:punt_id>/besluit/", views.besluit, name="besluit"),
    path("punten/<uuid:punt_id>/afronden/", views.afronden, name="afronden"),
    path("punten/<uuid:punt_id>/actie/", views.actie_nieuw, name="actie_nieuw"),
    path("<uuid:vergadering_id>/", views.vergadering, name="vergadering"),
    path("<uuid:vergadering_id>/agenderen/", views.agendeer, name="agendeer"),
    path("<uuid:vergadering_id>/versturen/", views.verstuur, name="verstuur"),
    path("<uuid:vergadering_id>/gehouden/", views.houd, name="houd"),
    path("<uuid:vergadering_id>/afgelasten/", views.last_af, name="last_af"),
    re_path(r"^(?P<vergadering_id>[0-9a-f-]{36})/export\.(?P<vorm>pdf|docx|json)$", views.export, name="export"),
]
