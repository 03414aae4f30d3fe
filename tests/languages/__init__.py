"""Languages that nobody has published yet: started, partly translated, built, searched, sorted, printed."""
