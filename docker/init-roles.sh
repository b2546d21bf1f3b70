#!/bin/sh
# Runs once, when the database's volume is new: makes the three roles and hands the database to the owner.
# The passwords come from the environment, so that no list of processes shows them.
set -eu

psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 <<'SQL'
\getenv owner_password OLYMPIA_OWNER_PASSWORD
\getenv app_password OLYMPIA_APP_PASSWORD
\getenv backup_password OLYMPIA_BACKUP_PASSWORD
create role olympia_owner login password :'owner_password' nosuperuser nobypassrls nocreatedb nocreaterole;
create role olympia_app login password :'app_password' nosuperuser nobypassrls nocreatedb nocreaterole;
create role olympia_backup login password :'backup_password' nosuperuser bypassrls nocreatedb nocreaterole in role pg_read_all_data;
alter database olympia owner to olympia_owner;
SQL
