"""Migrations go up and down, and lead to just what the models say."""

from pathlib import Path

from flask_migrate import check, downgrade, upgrade

from openspace.app import create_app
from tests.serving import settings_for


def test_up_down_and_up_again(tmp_path: Path) -> None:
    app = create_app(settings_for(tmp_path, 8000))
    with app.app_context():
        upgrade()
        check()  # exits when a model and the database differ
        downgrade(revision="base")
        upgrade()
        check()
