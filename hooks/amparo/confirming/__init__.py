"""People who confirm: the sheet with which they ring, their answers, and where these go in the records."""
