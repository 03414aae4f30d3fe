"""Measures speed and size of the site, and of the same pages made by the stock stack."""
