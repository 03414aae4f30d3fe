"""Tests of the pocket editions."""
