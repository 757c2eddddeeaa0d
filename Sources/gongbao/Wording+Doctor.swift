import Pipeline

/// What doctor says of each thing that it looked at: what was found, and what to do.
extension Wording {
  static func of(_ check: Checkup.Check) -> String {
    let place = check.place.isEmpty ? "" : Places.short(check.place)
    let detail = check.detail.printable
    let documents = Figures.count(check.count, "document")
    switch check.code {
    case .versions: return detail
    case .configuration: return "\(documents), \(Figures.count(Int(check.detail) ?? 1, "source"))"
    case .noMatch: return "source \"\(place)\": \(detail) matches no file"
    case .sourceNote: return "\(place) \(detail)"
    case .conflict: return "\(place): the sources \(names(check)) list it with different hints"
    case .duplicates: return "\(documents) in two sources, such as \(place) (\(names(check))); the first has them"
    case .unknownRegion: return "source \"\(place)\": the hint \"\(detail)\" names no region"
    case .lockFree: return "no run is going on"
    case .lockHeld: return "a run is going on: " + (check.holder.map(describe) ?? place)
    case .noStore: return "not there yet (\(place))"
    case .storeForeign: return "\(place) is no store of gongbao: \(detail)"
    case .storeUnreadable, .warehouseUnreadable: return "\(place) cannot be read: \(detail)"
    case .storeDamaged, .warehouseDamaged: return "\(place) is damaged: \(detail)"
    case .storeSchema: return "\(place) has not the tables of this program: \(names(check))"
    case .storeOlder, .warehouseOlder: return "\(place) was made by an older version of the program"
    case .storeWhole: return "whole: \(documents), \(Figures.bytes(Int(check.detail) ?? 0)) (\(place))"
    case .storeOrphans: return "\(orphans(check)), such as \(names(check))"
    case .storeLog: return "a log is left (\(Figures.bytes(check.count)), \(place)): a run was killed"
    case .runUnfinished: return "run \(check.count) did not reach its end"
    case .withoutLastGood:
      return "the last good rows of failing documents are in the warehouse alone: \(documents), \(names(check))"
    case .storeFree: return "\(Figures.bytes(check.count)) are free inside the file, for later runs"
    case .noWarehouse: return "not there (\(place))"
    case .warehouseSchema: return "\(place) was changed by hand: \(detail)"
    case .warehouseWhole:
      // "2025-03-01T02:00:00Z"
      let time = check.detail.replacing("T", with: " ").replacing("Z", with: " UTC").printable
      let asOf = time.isEmpty ? "" : ", as of \(time)"
      return "whole: \(documents)\(asOf) (\(place))"
    case .warehouseIncomplete: return "it is incomplete: a run was stopped while it wrote"
    case .warehouseTouched: return "somebody has written to it since the last run, or its file was moved"
    case .brokenReferences: return "\(Figures.count(check.count, "row")) of \(names(check)) refer to rows that are gone"
    case .searchIndex: return "the full-text index has other sentences than the table"
    case .otherCounts: return "rows are missing, or were added, in \(documents): \(names(check))"
    case .withoutState: return "rows that no run loaded in \(documents): \(names(check))"
    case .disagrees: return "not as the store says that it was loaded: \(documents), \(names(check))"
    case .otherDigests: return "rows were changed in \(documents): \(names(check))"
    case .digestsWhole: return "every row is as it was loaded"
    case .room: return "\(Figures.bytes(check.count)) free in \(place)"
    case .littleRoom:
      return "\(Figures.bytes(check.count)) free in \(place); a run may need \(Figures.bytes(Int(check.detail) ?? 0))"
    case .noRights: return "\(place) cannot be written by you: \(detail)"
    }
  }

  /// The way out, as a command where there is one; nothing where nothing is to do.
  static func remedy(_ check: Checkup.Check) -> String? {
    let place = check.place.isEmpty ? "" : Places.short(check.place)
    switch check.code {
    case .noMatch: return "correct the glob in pipeline.json (relative to its folder), or take it out"
    case .conflict: return "let the globs not overlap, or give both sources the same hints"
    case .unknownRegion: return "write a name or a code as in GB/T 2260, such as 盘锦市 or 211100"
    case .noStore: return "gongbao run"
    case .storeDamaged, .storeSchema: return "\(away(place)) && gongbao run   (only the history of runs is lost)"
    case .storeForeign:
      return "name another file under \"store\" in pipeline.json; should it be a store that was damaged: \(away(place))"
    case .storeUnreadable: return "see who owns it: ls -l \(quoted(place))"
    case .storeOlder, .warehouseOlder, .storeLog, .runUnfinished, .warehouseIncomplete, .warehouseTouched:
      return "gongbao run"
    case .storeOrphans:
      return check.detail.hasPrefix("member") ? "gongbao gc" : "gongbao run --force-from clean"
    case .withoutLastGood: return "keep a copy of \(quoted(place)) until they are mended: gongbao status"
    case .storeFree: return "gongbao gc"
    case .noWarehouse: return "gongbao run"
    case .warehouseDamaged, .warehouseSchema: return "\(away(place)) && gongbao run"
    case .warehouseUnreadable: return "name another file under \"warehouse\" in pipeline.json, or move this one away"
    case .brokenReferences, .searchIndex, .otherCounts, .withoutState, .disagrees, .otherDigests:
      return "gongbao run --force-from load"
    case .littleRoom: return "make room, or gongbao gc --max-size \(Figures.bytes(max(check.count / 2, 50_000_000)))"
    case .noRights: return "sudo chown $(id -un) \(quoted(place)), or run as its owner: ls -ld \(quoted(place))"
    case .sourceNote, .duplicates, .versions, .configuration, .lockFree, .lockHeld, .storeWhole, .warehouseWhole,
      .digestsWhole, .room:
      return nil
    }
  }

  /// The file with its log, for those who want to see later what it was.
  private static func away(_ place: String) -> String { "mkdir -p damaged && mv \(quoted(place))* damaged/" }

  private static func quoted(_ place: String) -> String {
    let isPlain = place.utf8.allSatisfy { byte in
      byte > 0x7F || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "/._-".utf8.contains(byte)
    }
    return isPlain ? place : "'" + place.replacing("'", with: "'\\''") + "'"
  }

  private static func names(_ check: Checkup.Check) -> String {
    let names = check.examples.map(\.printable).joined(separator: ", ")
    // Of counts that are not of what is listed nothing more is said.
    let isCounted = [.otherCounts, .withoutState, .disagrees, .otherDigests, .withoutLastGood].contains(check.code)
    return isCounted && check.count > check.examples.count ? names + ", ..." : names
  }

  private static func orphans(_ check: Checkup.Check) -> String {
    let count = Figures.count(check.count)
    switch check.detail {
    case "itemWithoutChain": return "\(count) documents without the record of their stages"
    case "memberWithoutItem": return "\(count) members of regions whose documents are gone"
    case "itemWithoutMember": return "\(count) documents that their region does not know"
    default: return "\(count) regions without their row"
    }
  }
}
