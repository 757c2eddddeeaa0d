/// The store's tables.
///
/// - `digest` gives a digest that several rows name a small number.
/// - `artifact` holds bytes, compressed (`codec` 1) or as they are (0).
/// - `version` is what a stage was in some run; `trace` says what an action made, or how it failed.
/// - `item` is ordered by name, its first columns being those that a run with nothing to do reads: the walk is merged
///   with it. `plan` is the fingerprint of the stages that the row was made with, null where something is left to do.
/// - `chain` says what each stage last made of an item; `attempt` is the history of items that had something to do.
/// - `member` is a group's input; `grouping` what became of the group, `dirty` until it is done.
///
/// Each page ends in a sum of its bytes (`CPageSums`). Anybody may read the file without it; who writes it in another
/// program makes the next run say that it is damaged.
///
/// Rejected: a file for each artifact (100,000 files cost more to look at than to make), a column for each stage (stages
/// come and go), artifacts in rows of their traces (two traces often have one artifact).
enum StoreSchema {
  /// `PRAGMA user_version`; a store with a higher one was made by a newer program.
  static let version: Int64 = 1

  static func migrate(path: String) throws(EngineError) {
    let connection = try SQLiteConnection(path: path, mode: .create)
    try connection.execute("PRAGMA journal_mode = WAL")
    try connection.execute("BEGIN IMMEDIATE")
    let isEmpty = try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'item'") == 0
    if isEmpty { try connection.execute(first) }
    try connection.execute("PRAGMA user_version = \(version)")
    try connection.execute("COMMIT")
  }

  static let first = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) STRICT, WITHOUT ROWID;
    CREATE TABLE digest (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL UNIQUE) STRICT;
    CREATE TABLE artifact (
      digest INTEGER PRIMARY KEY, size INTEGER NOT NULL, codec INTEGER NOT NULL, data BLOB NOT NULL) STRICT;
    CREATE TABLE version (
      id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, stage TEXT NOT NULL, code TEXT NOT NULL,
      parameters BLOB NOT NULL, data BLOB NOT NULL) STRICT;
    CREATE TABLE trace (
      id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, version INTEGER NOT NULL, run INTEGER NOT NULL,
      outputs BLOB NOT NULL, ending TEXT, failure TEXT, message TEXT, cost INTEGER NOT NULL) STRICT;
    CREATE TABLE item (
      name TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
      inode INTEGER NOT NULL, checked INTEGER NOT NULL, plan INTEGER, source INTEGER NOT NULL, state INTEGER NOT NULL,
      id INTEGER NOT NULL, content BLOB, load BLOB, reason TEXT, stage TEXT, transient INTEGER NOT NULL,
      good BLOB, good_load BLOB, group_name TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE chain (item INTEGER PRIMARY KEY, steps BLOB NOT NULL) STRICT;
    CREATE TABLE attempt (
      run INTEGER NOT NULL, item TEXT NOT NULL, change INTEGER NOT NULL, state INTEGER, reason TEXT,
      steps BLOB NOT NULL, PRIMARY KEY (item, run)) STRICT, WITHOUT ROWID;
    CREATE TABLE member (
      group_name TEXT NOT NULL, item TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (group_name, item)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE grouping (
      name TEXT PRIMARY KEY, dirty INTEGER NOT NULL, version BLOB, step BLOB, load BLOB) STRICT, WITHOUT ROWID;
    CREATE TABLE run (
      id INTEGER PRIMARY KEY, started INTEGER NOT NULL, finished INTEGER, summary BLOB) STRICT;
    """
}
