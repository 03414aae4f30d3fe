"""From sheets as pages to files that are carried away: PDFs, and documents that can be changed."""
