"""What every sheet of a scorecard has in common, whatever file it came in."""
