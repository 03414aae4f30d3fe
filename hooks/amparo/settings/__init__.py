"""What the project's owner decides once: read from the file that MkDocs was given, and from nowhere else."""

from amparo.settings.reading import read_settings
from amparo.settings.rules import OF_FLAVOURS, OURS
from amparo.settings.shape import Flavour, Settings, plain_name

__all__ = ["OF_FLAVOURS", "OURS", "Flavour", "Settings", "plain_name", "read_settings"]
