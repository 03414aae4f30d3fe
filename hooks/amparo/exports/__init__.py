"""Open data: the records in the forms that other programs read, without what may not travel."""
