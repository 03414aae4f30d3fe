"""What each page says, and in which template."""
