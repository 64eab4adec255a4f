"""Offices: levels, kinds, units, territory, sphere, subordination; all dated."""
