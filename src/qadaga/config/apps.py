"""The root application: settings, commands and the demonstration."""

from django.apps import AppConfig


class RootConfig(AppConfig):
    """Puts the parts together; has no tables."""

    name = "qadaga.config"
    label = "config"

    def demo_logins(self) -> list[tuple[str, str, str]]:
        """(who, username, password) of the demonstration people, for `make run` to print."""
        from qadaga.config.demo import people  # the demonstration needs the tables, which load after this

        return people.logins()
