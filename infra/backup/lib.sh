# What the scripts of this folder share; read by them, not run.
set -euo pipefail
HUIYIN_BACKUPS=${HUIYIN_BACKUPS:-/var/backups/huiyin}
HUIYIN_DATABASE=${HUIYIN_DATABASE:-huiyin}
HUIYIN_MEDIA=${HUIYIN_MEDIA:-/var/lib/huiyin/media}
umask 077

# psql as a script reads it; PGHOST, PGPORT and PGUSER say where, as for every program of PostgreSQL.
ask() { psql -qAtX -v ON_ERROR_STOP=1 "$@"; }

# The statements that say what is in a database, one line each: table, rows, hash of the rows whatever their order. A row is hashed as
# its text, so settings that change how values are written are nailed down first.
WHAT_IS_THERE=$(
    cat <<'SQL'
SET timezone = 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET extra_float_digits = 1; SET bytea_output = 'hex';
SELECT format($$SELECT %L || ' ' || count(*) || ' ' || coalesce(sum(('x' || left(encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint), 0) FROM %I.%I t$$,
              c.relname, n.nspname, c.relname)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = 'public'
 ORDER BY c.relname
\gexec
SELECT 'audit-head ' || length || ' ' || hash FROM audit_head;
SQL
)

# Entries of the audit chain that do not follow from the one before, reckoned anew from the first; and whether the head is the last.
AUDIT_BROKEN=$(
    cat <<'SQL'
SELECT count(*) + (SELECT count(*)
                     FROM audit_head h
                     LEFT JOIN (SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1) last ON true
                    WHERE h.length <> coalesce(last.id, 0) OR h.hash <> coalesce(last.hash, repeat('0', 64)))
  FROM (SELECT *, row_number() OVER (ORDER BY id) AS place, lag(hash, 1, repeat('0', 64)) OVER (ORDER BY id) AS before FROM audit_entry) e
 WHERE id <> place OR previous <> before
    OR hash <> hash_chain_next(before, id::text, hash_chain_time(at), kind, actor::text, subject, facts);
SQL
)

# Tables, functions, indexes, constraints, triggers as SQL, without what differs each time.
schema_of() { pg_dump --schema-only --no-owner --no-privileges "$@" | grep -vE '^(\\(un)?restrict |--|$)'; }
