"""Exports: the canonical dictionaries of a draft and an event, and the files made from them.

``document`` alone reads models. Everything else here takes plain data and gives bytes.
"""

from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "templates" / "export"
