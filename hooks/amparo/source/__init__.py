"""Data files as text with positions, and the problems found in them."""

from amparo.source.document import Document, Path
from amparo.source.loader import load
from amparo.source.problems import Problem, Problems, Stop

__all__ = ["Document", "Path", "Problem", "Problems", "Stop", "load"]
