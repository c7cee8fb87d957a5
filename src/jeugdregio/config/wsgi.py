"""The application for a WSGI server."""

import os

from jeugdregio.web.toepassing import klaar_voor_bezoek

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jeugdregio.config.settings")
application = klaar_voor_bezoek()
