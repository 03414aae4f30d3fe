"""The workshop's pages and sheets: what they say, and which editions there are."""
