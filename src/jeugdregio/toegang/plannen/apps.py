from django.apps import AppConfig


class PlannenConfig(AppConfig):
    name = "jeugdregio.toegang.plannen"
    label = "plannen"
