"""PostgreSQL: the only place with SQL. A module for every noun."""
