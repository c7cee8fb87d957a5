"""The application as a server runs it: with its screens loaded, so that no visitor waits for that."""

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from jeugdregio.basis.opwarmen import warm_op


def klaar_voor_bezoek() -> WSGIHandler:
    """Return the application, warm."""
    toepassing = get_wsgi_application()
    _ = get_resolver().url_patterns  # loads the screens of every room
    warm_op()
    return toepassing
