"""`make run`: PostgreSQL, the web server, the task worker and the clockwork as one supervised group."""
