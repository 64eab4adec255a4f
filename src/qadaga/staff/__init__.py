"""People of the service: posts, appointments, absences, acting heads; all dated."""
