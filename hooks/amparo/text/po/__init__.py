"""Files of translations in gettext's PO format: read strictly, brought up to date, written always the same
way."""
