"""For any WSGI server with gevent workers: patches first, then makes the app."""

# ruff: noqa: E402
from gevent import monkey

monkey.patch_all()

from openspace.app import create_app
from openspace.live import publish

app = create_app()
with app.app_context():
    publish.start()
