"""What can be found, how words are compared, and the file that a browser loads to search in one language."""
