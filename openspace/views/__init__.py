"""Named views: what clients show, each a function and a partial.

Importing the nouns registers their views.
"""

from openspace.views import nouns
from openspace.views.registry import Shown, View, view

__all__ = ["Shown", "View", "nouns", "view"]
