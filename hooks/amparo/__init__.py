"""What Amparo knows and says. Plain Python: nothing in this package knows MkDocs."""
