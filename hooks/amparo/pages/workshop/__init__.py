"""The workshop: its pages, and the sheets that are printed of it."""
