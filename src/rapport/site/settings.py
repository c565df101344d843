"""All settings, in one file, from the environment."""

import os
from datetime import datetime
from pathlib import Path
from typing import Any

import environ

from rapport.kit.later import put_off
from rapport.site.secrets import secret_key

put_off(
    *("requests", "rapport.kit.http_connecting", "icalendar", "PIL.Image", "PIL.ImageOps"),
    *("rapidfuzz", "sqlparse", "dns.exception", "dns.resolver"),
    "allauth.mfa.webauthn.internal.auth",  # for its library of cryptography
)
env = environ.Env()
ROOT = Path(__file__).resolve().parents[3]
TESTING = env.bool("RAPPORT_TESTING", False)
DEMO = env.bool("RAPPORT_DEMO", False)
DEBUG = False

DATA = Path(env.str("RAPPORT_DATA", str(ROOT / ("demo" if DEMO else "data")))).resolve()
SECRET_KEY = env.str("RAPPORT_SECRET_KEY", "") or secret_key(DATA)
BASE_URL = env.str("RAPPORT_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
_HOST = BASE_URL.split("://", 1)[-1].split("/", 1)[0].rsplit(":", 1)[0]
IS_HTTPS = BASE_URL.startswith("https://")
ALLOWED_HOSTS = [_HOST, "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
TRUSTED_PROXIES = env.list("RAPPORT_TRUSTED_PROXIES", default=[])
# Networks that requests from here may reach although they are not the world's: for tests and for houses of their own.
FETCH_ALLOW_NETS = env.list("RAPPORT_FETCH_ALLOW_NETS", default=[])
DNS_SERVER = env.str("RAPPORT_DNS_SERVER", default="")  # "127.0.0.1:5353"; empty: those the machine asks
# A fixed clock and save points are for tests alone; the demo town has a morning of its own.
_now = env.str("RAPPORT_NOW", "") if TESTING else ""
CLOCK_FIXED = datetime.fromisoformat(_now) if _now else None
_starts = env.str("RAPPORT_DEMO_MORNING", "") if DEMO else ""
CLOCK_STARTS_AT = datetime.fromisoformat(_starts) if _starts else None
CRASH_AT = env.int("RAPPORT_CRASH_AT", None) if TESTING else None

# Rooms, lowest floor first; holdings, panels and places are gathered in this order.
ROOMS = (
    *"kit members journal people facts rosters sameness rights ties ledger".split(),
    *"notices network profiles groups seats events briefs calendars".split(),
    *"talk threads help trust introductions hosting".split(),
    *"exports archives mailroom feeds search rounds site".split(),
)
INSTALLED_APPS = [
    *(f"rapport.{room}" for room in ROOMS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

# Who reads what was done on the hub, each for itself.
JOURNAL_READERS = ["rapport.ties.reader.warm", "rapport.notices.reader.tell"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "rapport.members.entry.MemberMiddleware",
    "rapport.kit.plain_addresses.PlainAddresses",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "rapport.site.urls"
WSGI_APPLICATION = "rapport.site.wsgi.application"
_PACKAGE = Path(__file__).resolve().parents[1]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(str(path) for path in _PACKAGE.glob("*/templates")),
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "rapport.kit.html.environment",
            "context_processors": ["rapport.site.shell.shell"],
        },
    },
    {
        # Only for allauth's own pages, whose layout and elements render our shell.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [str(_PACKAGE / "members" / "entry_templates")],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES: dict[str, Any] = {
    "default": env.db_url("RAPPORT_DATABASE_URL", default=f"sqlite:///{DATA / 'rapport.sqlite3'}"),
}
DATABASES["default"] |= {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}  # kept, and asked whether it still is one
DATABASES["default"]["TURN"] = 20  # seconds that a writer waits for the one before it; pages wait less (kit/turns.py)
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["ENGINE"] = "rapport.kit.postgresql"
elif DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": DATABASES["default"]["TURN"],
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        # Pages of the file are mapped: all processes hold them once, and each connection keeps few of its own.
        "PRAGMA cache_size=-4000;PRAGMA mmap_size=16777216;"
        # What is deleted is overwritten, whatever the library was made with.
        "PRAGMA temp_store=MEMORY;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;",
    }
# Attempts are counted and codes used up for all processes alike.
CACHES = {
    "default": {
        "BACKEND": "rapport.kit.cached.Cache",
        "LOCATION": "kit_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Every mail is written down first; the worker sends it by MAIL_SERVER, or it waits where there is none.
_mail = env.email_url("RAPPORT_EMAIL_URL") if env.str("RAPPORT_EMAIL_URL", "") else {}
vars().update(_mail)
MAIL_SERVER = _mail.get("EMAIL_BACKEND", "").replace("django.core.mail.backends.smtp.", "rapport.mailroom.server.")
EMAIL_BACKEND = "rapport.mailroom.tray.TrayBackend"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("RAPPORT_EMAIL_FROM", f"rapport@{_HOST}")

AUTH_USER_MODEL = "members.Account"
AUTHENTICATION_BACKENDS = ["rapport.members.backend.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
if TESTING:  # a slow hash is for thieves, not for tests
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "/enter/login/"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "rapport.members.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = bool(MAIL_SERVER)
_FORMS = {"request_login_code": "codes.CodeForm", "reset_password_from_key": "resetting.ResetForm"}
ACCOUNT_FORMS = {name: f"rapport.members.{form}" for name, form in _FORMS.items()}
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_HTTPS else "http"
# By what each counts: `key` is the address somebody tries to sign in as, `ip` the place they try from.
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "login_failed": "5/5m/key",
    "login_place": "30/5m/ip",
    "signup": "20/m/ip",
    "reset_password": "20/m/ip,5/h/key",
    "request_login_code": "20/m/ip,5/h/key",
    "manage_email": "10/h/user",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # a hub without a mail server can verify none
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS
USERSESSIONS_TRACK_ACTIVITY = False  # a page that is read writes nothing

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [_PACKAGE / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 31_536_000  # every address carries the content's hash

SESSION_ENGINE = "rapport.members.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SECURE_SSL_REDIRECT = False  # the proxy's work; behind it every address is https already
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
# Redirects, preload lists and subdomains are the proxy's and the host's to decide; a first start is plain http at home.
# Addresses are not unique, so that coming in tells nobody who is here; allauth signs in by address and password.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021", "auth.W004"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_OWN = ("script-src", "style-src", "font-src", "connect-src", "form-action", "manifest-src")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        **dict.fromkeys(("default-src", "base-uri", "frame-ancestors"), ["'none'"]),
        **dict.fromkeys(_OWN, ["'self'"]),
        "img-src": ["'self'", "data:"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 4_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 500
FILE_UPLOAD_HANDLERS = ["rapport.members.receiving.FromMembers"]
FILE_UPLOAD_TEMP_DIR = str(DATA / "uploads") if (DATA / "uploads").is_dir() else None
UPLOAD_LIMIT = 2 * 1024**3

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

# Names and numbers of people never enter a log: no request lines with query strings, no bodies.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "rapport.kit.discretion.Discreet", "format": "%(levelname)s %(name)s: %(message)s"}},
    "filters": {"sparing": {"()": "rapport.kit.sparing.Sparing"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["sparing"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        # Wrong hosts, bodies too big, too many fields: answered 400, and sent by anybody as often as they like. A form
        # without its token may be a proxy set up wrongly, which is the host's to know.
        "django.security": {"level": "CRITICAL"},
        "django.security.csrf": {"level": "WARNING"},
    },
}
CSRF_FAILURE_VIEW = "rapport.site.failing.unsent"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rapport.site.settings")
