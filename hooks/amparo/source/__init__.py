"""Data files as text with positions, and the problems found in them."""

from amparo.source.inheritance import Inherited, load_inherited
from amparo.source.loader import Document, load
from amparo.source.problems import Problem, Problems, Stop

__all__ = ["Document", "Inherited", "Problem", "Problems", "Stop", "load", "load_inherited"]
