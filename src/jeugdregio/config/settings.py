"""All settings in one file. Values come from the environment; odd values stop the start.

Debug is off and a secret is required unless JEUGDREGIO_OMGEVING says "ontwikkeling" or "test".
"""

import os
import sys
from pathlib import Path
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[3]
_IN_TEST = "pytest" in sys.modules


def _env(naam: str, standaard: str = "") -> str:
    """Return a setting; NAAM_FILE points at a file that holds it (for secrets)."""
    bestand = os.environ.get(f"{naam}_FILE")
    if bestand:
        return Path(bestand).read_text(encoding="utf-8").strip()
    return os.environ.get(naam, standaard)


def _env_int(naam: str, standaard: int) -> int:
    waarde = _env(naam, str(standaard))
    if not waarde.isdigit():
        raise ImproperlyConfigured(f"{naam} moet een geheel getal zijn, niet {waarde!r}.")
    return int(waarde)


def _env_bool(naam: str, standaard: bool) -> bool:
    waarde = _env(naam, "ja" if standaard else "nee").lower()
    if waarde not in {"ja", "nee"}:
        raise ImproperlyConfigured(f"{naam} moet 'ja' of 'nee' zijn, niet {waarde!r}.")
    return waarde == "ja"


def _database(url: str) -> dict[str, object]:
    """Translate sqlite:///pad or postgresql://naam:wachtwoord@host:poort/db."""
    deel = urlparse(url)
    if deel.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": deel.path.replace("//", "/", 1) if deel.path != "/:memory:" else ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-64000",
            },
        }
    if deel.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": deel.path.lstrip("/"),
            "USER": unquote(deel.username or ""),
            "PASSWORD": unquote(deel.password or ""),
            "HOST": deel.hostname or "",
            "PORT": str(deel.port or ""),
            "CONN_MAX_AGE": 0 if _IN_TEST else 60,
        }
    raise ImproperlyConfigured(
        f"JEUGDREGIO_DATABASE begint met {deel.scheme!r}; kies sqlite:///pad of postgresql://..."
    )


OMGEVING = _env("JEUGDREGIO_OMGEVING", "test" if _IN_TEST else "productie")
if OMGEVING not in {"productie", "demo", "ontwikkeling", "test"}:
    raise ImproperlyConfigured(f"JEUGDREGIO_OMGEVING {OMGEVING!r} bestaat niet.")
_LOS = OMGEVING in {"ontwikkeling", "test"}

DEBUG = OMGEVING == "ontwikkeling"
SECRET_KEY = _env("JEUGDREGIO_GEHEIM", "alleen-voor-ontwikkeling-en-test" if _LOS else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "JEUGDREGIO_GEHEIM ontbreekt. Zet er een lange willekeurige tekst in (of JEUGDREGIO_GEHEIM_FILE)."
    )
# Key for data at rest (BSN, messages): 32 bytes in hex. The look-up of a BSN uses a key derived from it.
GEGEVENSSLEUTEL = _env("JEUGDREGIO_GEGEVENSSLEUTEL", "00" * 32 if _LOS else "")
if len(GEGEVENSSLEUTEL) != 64:
    raise ImproperlyConfigured(
        "JEUGDREGIO_GEGEVENSSLEUTEL moet 64 hexadecimale tekens zijn. Maak er een met: openssl rand -hex 32"
    )
ALLOWED_HOSTS = _env("JEUGDREGIO_HOSTS", "127.0.0.1,localhost,testserver" if OMGEVING != "productie" else "").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in _env("JEUGDREGIO_HERKOMST").split(",") if o]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    "jeugdregio.basis",
    "jeugdregio.audit",
    "jeugdregio.organisaties",
    "jeugdregio.beurten",
    "jeugdregio.bestuur.consent",
    "jeugdregio.bestuur.mandaten",
    "jeugdregio.bestuur.toezeggingen",
    "jeugdregio.bestuur.vergaderen",
    "jeugdregio.bestuur.teksten",
    "jeugdregio.bestuur.geschillen",
    "jeugdregio.bestuur.brieven",
    "jeugdregio.bestuur.signalen",
    "jeugdregio.afspraken",
    "jeugdregio.postbus",
    "jeugdregio.postbus.vervoer",
    "jeugdregio.zorglandschap",
    "jeugdregio.zorglandschap.gesprekken",
    "jeugdregio.zorglandschap.inkoop",
    "jeugdregio.zorglandschap.ruimte",
    "jeugdregio.toegang",
    "jeugdregio.toegang.wijzigen",
    "jeugdregio.toegang.hulpvragen",
    "jeugdregio.toegang.opschaling",
    "jeugdregio.toegang.termijnen",
    "jeugdregio.toegang.toestemming",
    "jeugdregio.toegang.plannen",
    "jeugdregio.toegang.woonplaats",
    "jeugdregio.toegang.eindigen",
    "jeugdregio.toegang.bewaren",
    "jeugdregio.toegang.beschikkingen",
    "jeugdregio.toegang.mijn",
    "jeugdregio.toegang.bezwaren",
    "jeugdregio.financien",
    "jeugdregio.monitor",
    "jeugdregio.leren.leerkring",
    "jeugdregio.leren.casus",
    "jeugdregio.leren.etalage",
    "jeugdregio.leren.nieuwsbrief",
    "jeugdregio.leren.peiling",
    "jeugdregio.leren.startpakket",
    "jeugdregio.leren.proeftuin",
    "jeugdregio.web",
    "jeugdregio.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "jeugdregio.web.middleware.BeveiligingsKoppen",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jeugdregio.organisaties.middleware.WieMiddleware",
    "jeugdregio.web.invoergrens.Invoergrens",
    "jeugdregio.web.middleware.Foutvertaling",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "jeugdregio.config.urls"
WSGI_APPLICATION = "jeugdregio.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "jeugdregio.web.navigatie.context",
            ],
        },
    },
]

DATABASES = {"default": _database(_env("JEUGDREGIO_DATABASE", f"sqlite:///{BASE_DIR}/var/jeugdregio.sqlite3"))}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # How far the handling of a large message is (postbus.voortgang): read by the web server, written by the worker.
    "voortgang": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": _env("JEUGDREGIO_VOORTGANG_MAP", str(BASE_DIR / "var" / "voortgang")),
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "organisaties.Gebruiker"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if OMGEVING == "test"
    else ["django.contrib.auth.hashers.Argon2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "beurten:start"
LOGOUT_REDIRECT_URL = "inloggen"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours: a quarter
AXES_USERNAME_FORM_FIELD = "username"  # of the sign-in form; the default would look for "email" and count nobody
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "web/geblokkeerd.html"
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False

SESSION_COOKIE_AGE = 8 * 3600
SESSION_SAVE_EVERY_REQUEST = False
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSIE_RUSTTIJD_MINUTEN = _env_int("JEUGDREGIO_RUSTTIJD_MINUTEN", 30)

_HTTPS = _env_bool("JEUGDREGIO_HTTPS", OMGEVING == "productie")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 31536000 if _HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _env_bool("JEUGDREGIO_ACHTER_PROXY", False) else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = OMGEVING != "productie"
WHITENOISE_AUTOREFRESH = _LOS
# What anybody may send, and what a form may hold. Larger messages: the API reads its own stream once the token is
# good, and a signed-in person's file goes to disk (both up to BERICHT_MAX_BYTES).
DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024 * 1024
# A provider may declare thousands of lines on one screen, each with a field of its own.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

REGIO_NAAM = _env("JEUGDREGIO_REGIO", "Flevoland")
# Folder in which messages for each organisation are put for collection.
POSTBUS_MAP = Path(_env("JEUGDREGIO_POSTBUS_MAP", str(BASE_DIR / "var" / "postbus")))
BERICHT_MAX_BYTES = _env_int("JEUGDREGIO_BERICHT_MAX_MB", 250) * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "zonder_waarden": {
            "()": "jeugdregio.basis.logregels.ZonderWaarden",
            "format": "%(asctime)s %(levelname)s %(name)s: %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "zonder_waarden"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"axes": {"level": "CRITICAL"}},  # its lines hold user names
}
