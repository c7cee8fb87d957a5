"""Serve the application with waitress."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    """`jeugdregio serveer [--adres A] [--poort P] [--draden N] [--proxy ADRES]`."""

    help = "Draait de toepassing op een echte WSGI-server (waitress)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take address, port, number of threads, and the proxy whose word on the visitor is believed."""
        parser.add_argument("--adres", default="127.0.0.1")
        parser.add_argument("--poort", type=int, default=8000)
        parser.add_argument("--draden", type=int, default=6)
        parser.add_argument("--proxy", default="127.0.0.1", help="met JEUGDREGIO_ACHTER_PROXY=ja: adres van de proxy")

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until interrupted."""
        import waitress
        from django.conf import settings

        from jeugdregio.web.toepassing import klaar_voor_bezoek

        # Waitress drops what a proxy says (https, address of the visitor) unless that proxy is named.
        proxy = {
            "trusted_proxy": options["proxy"],
            "trusted_proxy_count": 1,
            "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto",
        }
        try:
            waitress.serve(
                klaar_voor_bezoek(),
                host=options["adres"],
                port=options["poort"],
                threads=options["draden"],
                ident=None,
                max_request_body_size=300 * 1024 * 1024,
                **(proxy if settings.SECURE_PROXY_SSL_HEADER else {}),
            )
        except OSError as fout:
            raise CommandError(
                f"Kan niet luisteren op {options['adres']}:{options['poort']} ({fout.strerror}). "
                "Kies een andere --poort."
            ) from fout
