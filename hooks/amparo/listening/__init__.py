"""Sounds of the pages that matter most: recordings of people, or a machine's voice where none is there."""
