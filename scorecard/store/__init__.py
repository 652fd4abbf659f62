"""The only place with SQL: schema, load, one transaction, journal, lock."""
