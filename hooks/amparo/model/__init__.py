"""What the records are: whole, frozen, each field with its meaning."""
