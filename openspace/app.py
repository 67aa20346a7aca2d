"""Builds the program: settings in, Flask app out."""

import logging
from importlib import import_module
from typing import Literal

from flask import Flask

from openspace import config
from openspace.config import Settings
from openspace.database import prepare
from openspace.extensions import csrf, db, limiter, migrate, socketio

BLUEPRINTS = (
    "assets",
    "errors",
    "health",
    "changes",
    "join",
    "now",
    "wall",
    "groups",
    "outcomes",
    "handing_on",
    "drafts",
    "project",
    "result",
    "me",
    "weighting",
    "plan",
    "market",
    "merging",
    "screen",
    "signin",
    "desk",
    "cockpit",
    "steering",
    "cockpit_plan",
    "cockpit_weighting",
    "moderating",
    "setup",
    "new_event",
    "prepare",
    "prepare_plan",
    "prepare_spaces",
    "site",
    "people",
    "staff",
    "staff_writing",
    "downloads",
    "about",
)


def create_app(settings: Settings | None = None, *, testing: bool = False) -> Flask:
    """The app for these settings; from the environment where none are given. Raises ``Misconfigured``."""
    settings = settings or config.from_environment()
    app = Flask("openspace", root_path=str(config.ROOT), static_folder=None)
    app.config.from_mapping(_flask_settings(settings, testing=testing))
    settings.data.mkdir(parents=True, exist_ok=True)
    _bind_extensions(app, settings)
    for name in BLUEPRINTS:
        app.register_blueprint(import_module(f"openspace.web.{name}").bp)
    import_module("openspace.web.page").prepare(app)
    import_module("openspace.web.headers").prepare(app)
    return app


def _flask_settings(settings: Settings, *, testing: bool) -> dict[str, object]:
    return {
        "SETTINGS": settings,
        "BASE_URL": settings.base_url,
        "SECRET_KEY": settings.secret,
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "TESTING": testing,
        "MAX_CONTENT_LENGTH": 256 * 1024,
        "MAX_FORM_MEMORY_SIZE": 256 * 1024,
        "SESSION_COOKIE_NAME": "openspace",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.base_url.startswith("https:"),
        "PERMANENT_SESSION_LIFETIME": 60 * 60 * 24 * 60,
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": True,
        "RATELIMIT_ENABLED": not testing,
        "RATELIMIT_STORAGE_URI": "memory://",
    }


def _bind_extensions(app: Flask, settings: Settings) -> None:
    db.init_app(app)
    migrate.init_app(app, db, directory=str(config.ROOT / "openspace" / "migrations"))
    csrf.init_app(app)
    limiter.init_app(app)
    with app.app_context():
        prepare(db.engine)
    socketio.init_app(
        app,
        async_mode=_async_mode(),
        async_handlers=False,
        cors_allowed_origins=_origins(settings),
        max_http_buffer_size=64 * 1024,
        ping_interval=20,
        ping_timeout=20,
        logger=False,
        engineio_logger=False,
    )
    import_module("openspace.live.frames").limit(socketio)
    import_module("openspace.live.sockets").prepare(socketio)
    logging.getLogger("werkzeug").setLevel(logging.WARNING)


def _async_mode() -> Literal["gevent", "threading"]:
    """gevent where wsgi.py or the server patched the process, threads elsewhere (tests of actions)."""
    from gevent import monkey

    return "gevent" if monkey.is_module_patched("socket") else "threading"


def _origins(settings: Settings) -> list[str]:
    """Pages of our own address only; an empty list would switch the check off."""
    return [settings.base_url, f"http://127.0.0.1:{settings.port}", f"http://localhost:{settings.port}"]
