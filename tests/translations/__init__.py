"""Translations: PO files that other people's programs wrote, what `make words` keeps, and English where a
text is missing."""
