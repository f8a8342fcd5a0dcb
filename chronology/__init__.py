"""Articles in, a published chronology of incidents out."""
