"""Pages of restructurings, staffing tables, and of the structure as a chart and a country."""
