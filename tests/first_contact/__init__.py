"""Tests of the first contact: whom a country sheet and an end name, and what stands before the number."""
