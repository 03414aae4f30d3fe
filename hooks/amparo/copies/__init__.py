"""Single files made from a finished copy of one language, for readers that show no folders."""
