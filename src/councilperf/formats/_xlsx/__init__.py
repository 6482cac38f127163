"""Excel workbooks, both ways; needs the extra `xlsx`."""
