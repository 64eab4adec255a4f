#!/usr/bin/env bash
# Run a command against a throw-away PostgreSQL 15 of Debian's: tools/postgres15.sh COMMAND...
set -euo pipefail
cd "$(dirname "$0")/.."
programs=/usr/lib/postgresql/15/bin
if [ ! -x "$programs/postgres" ]; then
    echo "PostgreSQL 15 is not installed (apt-get install postgresql-15)" >&2
    exit 1
fi
folder=$(mktemp -d /tmp/qadaga-pg15-XXXXXX)
as() { "$@"; }
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$folder"
    as() { setpriv --reuid=postgres --regid=postgres --init-groups "$@"; }
fi
finish() {
    (cd / && as "$programs/pg_ctl" stop -w -m immediate -D "$folder/data" >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap finish EXIT
(
    cd /
    as "$programs/initdb" --pgdata="$folder/data" --username=qadaga --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
        --no-sync >/dev/null
    # No network address: a socket in the private folder is enough.
    as "$programs/pg_ctl" start -w -t 120 -D "$folder/data" -l "$folder/log" -o \
        "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c full_page_writes=off -c jit=off \
         -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off" >/dev/null
)
QADAGA_DATABASE_URL="postgresql://qadaga@/postgres?host=$folder" "$@"
