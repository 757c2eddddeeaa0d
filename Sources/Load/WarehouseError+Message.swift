extension WarehouseError {
  /// What, where, what was found and what to do.
  package var description: String {
    "\(path): \(what)\(cause.isEmpty ? "" : " (\(cause))"). \(wayOut)"
  }

  private var what: String {
    switch code {
    case .newer: "the warehouse was made by a newer gongbao"
    case .notADatabase: "the file is no SQLite database"
    case .foreign: "the database is no warehouse of gongbao"
    case .corrupt: "the warehouse is damaged"
    case .permission: "the warehouse cannot be opened for writing"
    case .folder: "the warehouse's folder cannot be made"
    case .diskFull: "no space left for the warehouse"
    case .busy: "another program keeps the warehouse locked"
    case .inputOutput: "reading or writing the warehouse failed"
    case .notLoaded: "a document to be marked stale is not in the warehouse"
    case .unexpected: "the warehouse refused a statement"
    }
  }

  private var wayOut: String {
    switch code {
    case .newer: "Use that version, or name another file under \"warehouse\" in pipeline.json."
    case .notADatabase, .foreign: "Name another file under \"warehouse\" in pipeline.json, or move this one away."
    case .corrupt: "Move it away and run again: a run makes the warehouse anew."
    case .permission: "Give yourself write permission to the file and its folder."
    case .folder: "Make the folder, or name another one under \"warehouse\" in pipeline.json."
    case .diskFull: "Free some space and run again; what was committed stays."
    case .busy: "Close it, or run again later."
    case .inputOutput: "Check the disk and run again; what was committed stays."
    case .notLoaded, .unexpected:
      "Where the file was changed by hand, move it away and run again: a run makes the warehouse anew. Else this is a bug: please report it with this message."
    }
  }
}
