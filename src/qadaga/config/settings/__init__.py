"""Django's settings: `base` is shared; `dev`, `test` and `prod` differ only where they must."""
