from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "jeugdregio.audit"
    label = "audit"
