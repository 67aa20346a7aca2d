"""``python -m openspace``."""

from openspace.cli import main

main()
