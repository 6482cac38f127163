"""Text that spreadsheets read, both ways."""
