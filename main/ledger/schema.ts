import { type Db, memoryDatabase } from './database.ts'

/**
 * Brings a database to the newest form. Steps are numbered by tens and never changed once shipped.
 * `entries` and `checkpoints` only grow: the triggers guard against accidents and slips, not against whoever holds the key;
 * for those there are the outside witnesses.
 */
export function migrate(db: Db): void {
  const at = db.pragma('user_version', { simple: true }) as number
  db.transaction(() => {
    for (const [number, sql] of steps) {
      if (number <= at) continue
      db.exec(sql)
      db.pragma(`user_version = ${number}`)
    }
  }).exclusive()
}

/** The form that a newer program gave this database, or null: nothing here would know how to write into it. */
export function newerForm(db: Db): number | null {
  const at = db.pragma('user_version', { simple: true }) as number
  return at > (steps.at(-1)?.[0] ?? 0) ? at : null
}

/** Whether the database was ever given a form: an emptied file opens without complaint. */
export function hasForm(db: Db): boolean {
  return (db.pragma('user_version', { simple: true }) as number) > 0
}

/** Names of tables, indexes and triggers that are not as `migrate` makes them: missing, altered or added. */
export function alteredForm(db: Db): string[] {
  const fresh = memoryDatabase()
  try {
    migrate(fresh)
    const should = formOf(fresh)
    const is = formOf(db)
    const names = new Set([...should.keys(), ...is.keys()])
    return [...names].filter((name) => should.get(name) !== is.get(name)).toSorted()
  } finally {
    fresh.close()
  }
}

function formOf(db: Db): Map<string, string> {
  const rows = db.prepare<[], { name: string; sql: string | null }>("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").all()
  return new Map(rows.map(({ name, sql }) => [name, sql ?? '']))
}

const steps: readonly (readonly [number, string])[] = [
  [10, `
    CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

    -- leaf stands before bytes, so that the tree is read without reading the entries.
    CREATE TABLE entries (
      seq INTEGER PRIMARY KEY,
      prev BLOB NOT NULL,
      leaf BLOB NOT NULL CHECK (length(leaf) = 32),
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER entries_follow BEFORE INSERT ON entries
      WHEN NEW.seq IS NOT (SELECT coalesce(max(seq) + 1, 0) FROM entries)
        OR NEW.prev IS NOT coalesce((SELECT leaf FROM entries WHERE seq = NEW.seq - 1), x'')
      BEGIN SELECT raise(ABORT, 'an entry follows the last one'); END;
    CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT raise(ABORT, 'an entry stays'); END;
    CREATE TRIGGER entries_never_change BEFORE UPDATE ON entries BEGIN SELECT raise(ABORT, 'an entry never changes'); END;

    CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TRIGGER checkpoints_follow BEFORE INSERT ON checkpoints
      WHEN NEW.size <= (SELECT coalesce(max(size), 0) FROM checkpoints)
      BEGIN SELECT raise(ABORT, 'a checkpoint follows the last one'); END;
    CREATE TRIGGER checkpoints_stay BEFORE DELETE ON checkpoints BEGIN SELECT raise(ABORT, 'a checkpoint stays'); END;
    CREATE TRIGGER checkpoints_never_change BEFORE UPDATE ON checkpoints BEGIN SELECT raise(ABORT, 'a checkpoint never changes'); END;

    -- What screens read. place keeps the order in which things came; seq names the entry that spoke last of it.
    CREATE TABLE kept (
      place INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      "of" TEXT,
      value TEXT NOT NULL,
      seq INTEGER NOT NULL,
      UNIQUE (kind, id)
    ) STRICT;
    CREATE INDEX kept_of ON kept (kind, "of", place);

    CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `],
  [20, `
    -- 台帳: by what the rows of the ledgers are sorted, filtered and searched, and which entries touched what. Made from kept and entries.
    -- n = place in kept * 16 + which of the ledgers of that kind; scope 0 is the whole office; keys as JSON, to find them again.
    CREATE TABLE ledger_rows (n INTEGER PRIMARY KEY, book INTEGER NOT NULL, scope INTEGER NOT NULL, keys TEXT NOT NULL) STRICT;
    CREATE INDEX ledger_rows_of ON ledger_rows (book, n, scope);
    CREATE TABLE ledger_keys (col INTEGER NOT NULL, key ANY NOT NULL, n INTEGER NOT NULL, scope INTEGER NOT NULL, PRIMARY KEY (col, key, n)) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE ledger_words USING fts5 (pairs, content = '', contentless_delete = 1, tokenize = 'ascii');
    CREATE TABLE ledger_needs (needed INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (needed, n)) STRICT, WITHOUT ROWID;
    CREATE TABLE ledger_scopes (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE ledger_touches (place INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (place, seq)) STRICT, WITHOUT ROWID;
    -- What a person keeps of how they look at a ledger: no evidence, so no entry; but words that were searched for may name people, so in here.
    CREATE TABLE ledger_views (person TEXT NOT NULL, ledger TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (person, ledger, name)) STRICT;
  `],
  [30, `
    -- Whether a thing still may lay a card on 今日 (core/ledger/open.ts).
    ALTER TABLE kept ADD COLUMN open INTEGER NOT NULL DEFAULT 1;
    CREATE INDEX kept_open ON kept (kind, place) WHERE open = 1;
  `],
  [40, `
    -- The hash over each complete 256 leaves (ledger-tree.ts), and the sealed files that entries name (named-blobs.ts). Made from entries.
    CREATE TABLE tiles (n INTEGER PRIMARY KEY, hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT;
    CREATE TABLE named_blobs (blob TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `],
]
