"""What people type in: shape and length only. Rules stand in ``models`` and ``actions``."""
