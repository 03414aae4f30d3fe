"""People who confirm: call sheets, answers, forms, and questions to hosts."""
