"""Solidarity and news: pages, letters, files for programs."""
