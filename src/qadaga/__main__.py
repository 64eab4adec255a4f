"""`python -m qadaga` is the `qadaga` command."""

from qadaga.config.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
