"""What is said in which language."""
