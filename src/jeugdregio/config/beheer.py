"""The command `jeugdregio`: Django's management commands under the project's own name."""

import os
import sys


def main() -> None:
    """Run a management command, for instance `jeugdregio postbus verwerk MAP`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jeugdregio.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
