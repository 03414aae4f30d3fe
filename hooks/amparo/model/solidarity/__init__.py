"""Solidarity: kinds of action, letters to fill in, actions that exist."""
