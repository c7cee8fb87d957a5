"""How much somebody says to send, before anything of it is read."""

from django.http import HttpRequest


def aangekondigde_omvang(request: HttpRequest) -> int:
    """Return the Content-Length in bytes; 0 when it is absent or no number (then Django reads nothing either)."""
    try:
        return max(0, int(request.META.get("CONTENT_LENGTH") or 0))
    except ValueError:
        return 0
