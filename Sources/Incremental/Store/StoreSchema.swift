/// The store's tables.
///
/// - `digest` gives every digest that rows name a small number, found by its first six bytes: an index of whole digests
///   is as large as the table. What stands in one row only (action keys, what the sink should hold) lies there as it is.
///   The numbers stand in `artifact.digest`, `item.content`, `item.plan`, `item.good`, `trace.outputs`, `attempt.steps`,
///   `member.digest` and `grouping.step`, most of them inside records: a row that one of these names must stay. A
///   damaged number would silently be another digest, so such records end in a checksum, as the digests themselves do.
/// - `pack` holds artifacts, several in one zstd frame: those that one worker made of a handful of neighbouring items,
///   the small ones that groups read in packs of their own. `artifact` says where in which pack one lies; a pack
///   without artifacts is waste, which ``PackSweep`` removes.
/// - `version` is what a stage was in some run; `trace` says what an action made, or how it failed.
/// - `item` is ordered by name, its first columns being those that a run with nothing to do reads: the walk is merged
///   with it. `plan` is the fingerprint of the stages that the row was made with, null where something is left to do.
///   `good_load` is empty where it equals `load`.
/// - `attempt` is the history of items that had something to do; the newest one of an item is its present chain: what
///   each stage last made of it.
/// - `member` is a group's input; `grouping` what became of the group, `dirty` until it is done.
///
/// Each page ends in a sum of its bytes (`CPageSums`). Anybody may read the file without it; who writes it in another
/// program makes the next run say that it is damaged.
///
/// Measured with three stages over generated files, against rows of whole digests and an artifact a row: 20 kB a file
/// 1.32 of the input before and 0.43 now, 4 kB a file 2.48 and 0.69. A pack saves twice: normal text repeats its page,
/// and neighbours each other; and rows of 2 to 4 kB leave half of SQLite's pages empty.
///
/// Rejected: a file for each artifact (100,000 files cost more to look at than to make), a column for each stage (stages
/// come and go), artifacts in rows of their traces (two traces often have one artifact), a trained dictionary (as small
/// as packs, but training costs a second and the dictionary has to outlive what was made with it), an artifact
/// compressed against the one that it was made from (needs its base, and leaves the pages half empty), the chain in a
/// table of its own (it was the attempt again).
enum StoreSchema {
  /// `PRAGMA user_version`; a store with a higher one was made by a newer program.
  static let version: Int64 = 2

  static func migrate(path: String) throws(EngineError) {
    let connection = try SQLiteConnection(path: path, mode: .create)
    // Of a file without tables only: it lets room be given back without a copy of the file.
    try connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    try connection.execute("PRAGMA journal_mode = WAL")
    guard try connection.integer("PRAGMA user_version") != version else { return }
    try connection.execute("BEGIN IMMEDIATE")
    let hasHistory = try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'run'") == 1
    // What version 1 held besides the history is made again.
    try connection.execute(dropped + (hasHistory ? tables : all))
    try connection.execute("PRAGMA user_version = \(version)")
    try connection.execute("COMMIT")
  }

  /// All of it, for a store in memory.
  static var all: String { history + tables }

  /// Outlives every change of the rest.
  private static let history = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY, started INTEGER NOT NULL, finished INTEGER, summary BLOB) STRICT;
    """

  /// Tables that every version has.
  static let telling = ["run", "meta", "digest", "artifact", "trace", "item"]

  private static let dropped = [
    "meta", "digest", "artifact", "version", "trace", "item", "source", "chain", "attempt", "member", "grouping",
    "pack", "grdb_migrations",
  ]
  .map { "DROP TABLE IF EXISTS \($0);" }.joined()

  private static let tables = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) STRICT, WITHOUT ROWID;
    CREATE TABLE digest (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE INDEX digest_head ON digest (substr(bytes, 1, 6));
    CREATE TABLE pack (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL) STRICT;
    CREATE TABLE artifact (
      digest INTEGER PRIMARY KEY, pack INTEGER NOT NULL, start INTEGER NOT NULL, size INTEGER NOT NULL) STRICT;
    CREATE TABLE version (
      id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, stage TEXT NOT NULL, code TEXT NOT NULL,
      parameters BLOB NOT NULL, data BLOB NOT NULL) STRICT;
    CREATE TABLE trace (
      id INTEGER PRIMARY KEY, key BLOB NOT NULL, version INTEGER NOT NULL, run INTEGER NOT NULL,
      outputs BLOB NOT NULL, cost INTEGER NOT NULL, ending TEXT, failure TEXT, message TEXT) STRICT;
    CREATE INDEX trace_head ON trace (substr(key, 1, 6));
    CREATE TABLE item (
      name TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
      inode INTEGER NOT NULL, checked INTEGER NOT NULL, plan INTEGER, source INTEGER NOT NULL, state INTEGER NOT NULL,
      content BLOB, load BLOB, reason TEXT, stage TEXT, transient INTEGER NOT NULL,
      good BLOB, good_load BLOB, group_name TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE attempt (
      run INTEGER NOT NULL, item TEXT NOT NULL, change INTEGER NOT NULL, state INTEGER, reason TEXT,
      steps BLOB NOT NULL, PRIMARY KEY (item, run)) STRICT, WITHOUT ROWID;
    CREATE TABLE member (
      group_name TEXT NOT NULL, item TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (group_name, item)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE grouping (
      name TEXT PRIMARY KEY, dirty INTEGER NOT NULL, version BLOB, step BLOB, load BLOB) STRICT, WITHOUT ROWID;
    """
}

// What the store keeps by name.
extension SQLiteConnection {
  func meta(_ name: String) throws(EngineError) -> [UInt8]? {
    let statement = try statement("SELECT value FROM meta WHERE name = ?").bind(1, name)
    defer { statement.reset() }
    return try statement.step() ? statement.bytes(0) : nil
  }

  /// - Parameter value: `nil` removes it.
  func setMeta(_ name: String, _ value: [UInt8]?) throws(EngineError) {
    guard let value else {
      try statement("DELETE FROM meta WHERE name = ?").bind(1, name).run()
      return
    }
    try statement("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)").bind(1, name).bind(2, value).run()
  }
}
