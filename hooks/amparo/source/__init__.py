"""Data files as text with positions, and the problems found in them."""

from amparo.source.document import Document, Path
from amparo.source.inheritance import Inherited, load_inherited
from amparo.source.loader import conflicts, load
from amparo.source.problems import Problem, Problems, Stop

__all__ = [
    "Document",
    "Inherited",
    "Path",
    "Problem",
    "Problems",
    "Stop",
    "conflicts",
    "load",
    "load_inherited",
]
