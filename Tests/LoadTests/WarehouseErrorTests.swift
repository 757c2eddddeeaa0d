import Documents
import Foundation
import GRDB
import Testing

@testable import Load

@Suite("What goes wrong with the file is said, with a way out")
struct WarehouseErrorTests {
  @Test(
    "Every message says what, where and what to do",
    arguments: [
      (
        WarehouseError(.newer, path: "w.sqlite", cause: "schema 9"),
        "w.sqlite: the warehouse was made by a newer gongbao (schema 9). Use that version, or name another file under \"warehouse\" in pipeline.json.",
        78
      ),
      (
        WarehouseError(.notADatabase, path: "w.sqlite"),
        "w.sqlite: the file is no SQLite database. Name another file under \"warehouse\" in pipeline.json, or move this one away.",
        78
      ),
      (
        WarehouseError(.foreign, path: "w.sqlite"),
        "w.sqlite: the database is no warehouse of gongbao. Name another file under \"warehouse\" in pipeline.json, or move this one away.",
        78
      ),
      (
        WarehouseError(.corrupt, path: "w.sqlite", cause: "database disk image is malformed"),
        "w.sqlite: the warehouse is damaged (database disk image is malformed). Move it away and run again: a run makes the warehouse anew.",
        74
      ),
      (
        WarehouseError(.permission, path: "w.sqlite", cause: "attempt to write a readonly database"),
        "w.sqlite: the warehouse cannot be opened for writing (attempt to write a readonly database). Give yourself write permission to the file and its folder.",
        78
      ),
      (
        WarehouseError(.folder, path: "a/b", cause: "not a directory"),
        "a/b: the warehouse's folder cannot be made (not a directory). Make the folder, or name another one under \"warehouse\" in pipeline.json.",
        78
      ),
      (
        WarehouseError(.diskFull, path: "w.sqlite"),
        "w.sqlite: no space left for the warehouse. Free some space and run again; what was committed stays.", 74
      ),
      (
        WarehouseError(.busy, path: "w.sqlite"),
        "w.sqlite: another program keeps the warehouse locked. Close it, or run again later.", 75
      ),
      (
        WarehouseError(.inputOutput, path: "w.sqlite", cause: "disk I/O error"),
        "w.sqlite: reading or writing the warehouse failed (disk I/O error). Check the disk and run again; what was committed stays.",
        74
      ),
      (
        WarehouseError(.notLoaded, path: "w.sqlite", cause: "a.html"),
        "w.sqlite: a document to be marked stale is not in the warehouse (a.html). Where the file was changed by hand, move it away and run again: a run makes the warehouse anew. Else this is a bug: please report it with this message.",
        70
      ),
      (
        WarehouseError(.unexpected, path: "w.sqlite", cause: "constraint failed"),
        "w.sqlite: the warehouse refused a statement (constraint failed). Where the file was changed by hand, move it away and run again: a run makes the warehouse anew. Else this is a bug: please report it with this message.",
        70
      ),
    ]
  )
  func messages(error: WarehouseError, message: String, exitCode: Int32) {
    #expect(error.description == message)
    #expect(error.exitCode == exitCode)
  }

  @Test(
    "What SQLite says becomes a code of the warehouse",
    arguments: [
      (ResultCode.SQLITE_NOTADB, WarehouseError.Code.notADatabase), (.SQLITE_CORRUPT, .corrupt),
      (.SQLITE_FULL, .diskFull),
      (.SQLITE_BUSY, .busy), (.SQLITE_READONLY, .permission), (.SQLITE_CANTOPEN, .permission),
      (.SQLITE_IOERR, .inputOutput), (.SQLITE_NOMEM, .inputOutput), (.SQLITE_CONSTRAINT, .unexpected),
    ]
  )
  func causes(result: ResultCode, code: WarehouseError.Code) {
    #expect(WarehouseError(DatabaseError(resultCode: result), path: "w").code == code)
  }

  private func code(opening path: String) -> WarehouseError.Code? {
    do {
      try Warehouse(path: path, loaderFingerprint: "").close()
      return nil
    } catch {
      return error.code
    }
  }

  @Test("A file that is no database, a database of others, a folder, a file in the way")
  func opening() throws {
    try withTemporaryFolder { folder in
      try Data("This is a text, longer than a header of a hundred bytes. ".utf8 + Array(repeating: 0x61, count: 200))
        .write(to: URL(fileURLWithPath: folder + "/text"))
      #expect(code(opening: folder + "/text") == .notADatabase)

      let other = try DatabaseQueue(path: folder + "/other.sqlite")
      try other.write { try $0.execute(sql: "CREATE TABLE mine (a)") }
      try other.close()
      #expect(code(opening: folder + "/other.sqlite") == .foreign)

      #expect(code(opening: folder) == .notADatabase)
      #expect(code(opening: folder + "/text/warehouse.sqlite") == .folder)
      #expect(code(opening: folder + "/new/folder/warehouse.sqlite") == nil)

      try Data().write(to: URL(fileURLWithPath: folder + "/empty.sqlite"))
      #expect(code(opening: folder + "/empty.sqlite") == nil)
    }
  }

  @Test("A warehouse of a newer version is left alone")
  func newer() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([], into: path)
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2099')") }
      try queue.close()
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: WarehouseError(.newer, path: path, cause: "schema 2099")) {
        try Warehouse(path: path, loaderFingerprint: "")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }
  }

  @Test(
    "A file that cannot be written is told from one that cannot be read",
    .disabled(if: getuid() == 0, "root may write everything")
  )
  func permission() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([], into: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
      #expect(code(opening: path) == .permission)
    }
  }
}

@Suite("A run beside others")
struct ConcurrencyTests {
  private func document(_ value: Int) -> DocumentRows {
    var document = ReportBuilder(uri: "a")
    document.sentence("生产总值\(value)亿元。")
    document.observe("\(value)亿元", value: "\(value)")
    return document.rows(digest: UInt8(value))
  }

  @Test("A reader in a long transaction sees the old rows and does not break the run")
  func longReader() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      try load([.put(document(1))], into: path)
      let reader = try DatabaseQueue(path: path)
      try reader.unsafeRead { database in
        try database.execute(sql: "BEGIN")
        #expect(try rows(database, "SELECT value_text FROM observations") == [["1"]])
        try load([.put(document(2))], into: path)
        #expect(try rows(database, "SELECT value_text FROM observations") == [["1"]])
        try database.execute(sql: "COMMIT")
        #expect(try rows(database, "SELECT value_text FROM observations") == [["2"]])
      }
      try reader.close()
      #expect(try load([.put(document(2))], into: path) == WriteCounts())
      #expect(try query(path, "SELECT complete, generation FROM warehouse_info") == [["1", "2"]])
    }
  }

  @Test("A run that was broken off is seen as incomplete, and healed by the next")
  func brokenOff() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      let warehouse = try Warehouse(path: path, loaderFingerprint: "loader 1")
      try warehouse.write([.put(document(1))])
      warehouse.close()
      #expect(try query(path, "SELECT complete, as_of FROM warehouse_info") == [["0", "∅"]])
      try load([.put(document(1))], into: path, asOf: "then")
      #expect(try query(path, "SELECT complete, as_of FROM warehouse_info") == [["1", "then"]])
    }
  }

  @Test("A batch with a fault leaves nothing behind")
  func atomic() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      let warehouse = try Warehouse(path: path, loaderFingerprint: "loader 1")
      #expect(throws: WarehouseError.self) {
        try warehouse.write([.put(document(1)), .markStale(uri: "nobody", reason: "")])
      }
      #expect(try warehouse.loadStates().isEmpty)
      try warehouse.write([.put(document(1))])
      _ = try warehouse.finish(asOf: "then")
      #expect(try query(path, "SELECT count(*) FROM observations") == [["1"]])
    }
  }

  @Test("Ranges that do not fit the page, and figures in one place, are loaded all the same")
  func oddInput() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/warehouse.sqlite"
      var odd = ReportBuilder(uri: "a")
      odd.sentence("生产总值120亿元。")
      odd.observe("120亿元", value: "120")
      odd.observe("120亿元", indicator: "另一指标", value: "120")
      odd.edit { _, report in
        report.sentences.append(.init(printed: 5000..<6000, section: 7))
        var observation = report.observations[0]
        observation.quote = 9000..<9100
        observation.value = "many"
        report.observations.append(observation)
        observation.sentence = 99
        report.observations.append(observation)
        report.terms.append(.init(list: "l", term: "t", section: 5, count: 1))
      }
      odd.findings = .init([.init(rule: "r", severity: .info, message: "m", observation: 77)])
      try load([.put(odd.rows())], into: path)
      try checkIntegrity(path)
      #expect(try query(path, "SELECT count(*), count(DISTINCT observation_id) FROM observations") == [["4", "4"]])
    }
  }
}
