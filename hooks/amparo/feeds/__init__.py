"""Files for programs that read news and calendars."""
