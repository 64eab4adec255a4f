"""Settings, root urls, API assembly, the `qadaga` command, the supervisor of `make run`."""
