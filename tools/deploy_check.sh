#!/usr/bin/env bash
# Django's check of the production settings, and the fingerprinted static files they serve.
set -euo pipefail
cd "$(dirname "$0")/.."
static=$(mktemp -d)
trap 'rm -rf "$static"' EXIT
export PYTHONPATH=src DJANGO_SETTINGS_MODULE=qadaga.config.settings.prod QADAGA_STATIC="$static"
export QADAGA_HOSTS=qadaga.example QADAGA_DATABASE_URL=postgresql://nobody@127.0.0.1:1/none
QADAGA_SECRET_KEY=$(python3 -c 'import secrets; print(secrets.token_urlsafe(64))')
export QADAGA_SECRET_KEY
.venv/bin/python -m qadaga check --deploy --fail-level WARNING
.venv/bin/python -m qadaga collectstatic --noinput --verbosity 0
