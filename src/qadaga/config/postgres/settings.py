"""The server's own settings, given on its command line so that a release can change them."""

from pathlib import Path

COMMON = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # One machine with few cores and a plain disk; a server of one's own is tuned by its owner.
    "shared_buffers": "512MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "effective_cache_size": "4GB",
    "random_page_cost": "1.1",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "15min",
    "wal_compression": "on",
    # A plan compiled for a page of thirty rows costs more than the page.
    "jit": "off",
    # Statements hold personal data: the log names what failed, never with which values.
    "log_parameter_max_length_on_error": "0",
    "log_statement": "none",
    "log_min_error_statement": "panic",
}
FORGETFUL = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "wal_compression": "off",
    "shared_buffers": "128MB",
    "autovacuum": "off",
    "max_connections": "40",
}


def as_options(socket_directory: Path, *, durable: bool) -> str:
    """The `-o` word of pg_ctl; `durable=False` trades safety for speed, for data nobody will miss."""
    chosen = {**COMMON, **({} if durable else FORGETFUL), "unix_socket_directories": str(socket_directory)}
    return " ".join(f"-c {name}='{value}'" for name, value in chosen.items())
