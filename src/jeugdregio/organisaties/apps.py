from django.apps import AppConfig


class OrganisatiesConfig(AppConfig):
    name = "jeugdregio.organisaties"
    label = "organisaties"
