"""What other statistical systems read: SDMX, JSON-stat, and metadata beside CSV."""
