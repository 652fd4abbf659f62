"""Forms: fields declared as tables, what was typed kept as a draft, mistakes beside their field."""
