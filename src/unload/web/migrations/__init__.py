"""The history of the web's own tables, oldest first."""
