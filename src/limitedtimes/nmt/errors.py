"""What can be wrong with a model."""

from __future__ import annotations


class ModelError(Exception):
    """A model's files are missing, unreadable or not what they should be; the text names the file."""
