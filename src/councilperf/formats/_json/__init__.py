"""JSON documents, both ways."""
