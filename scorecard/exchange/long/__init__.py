"""Tables of more rows than one by one is quick enough for: by the column, part by part."""
