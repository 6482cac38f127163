"""A typed domain model for UK council performance reporting."""
