import Fetch
import Incremental

/// The documents of all sources in the byte order of their URIs: the sources' own sorted walks, merged.
struct SourceListing: IteratorProtocol {
  private let sources: [Configuration.Source]
  private let walks: [FileWalk]
  private var heads: [ListedFile?]
  /// How many documents each source gave.
  private(set) var counts: [Int]
  private(set) var duplicates: [DuplicateDocument] = []
  /// A document that two sources give different hints for.
  private(set) var conflict: DuplicateDocument?

  init(_ configuration: Configuration) {
    sources = configuration.sources
    walks = sources.map { FileWalk(root: configuration.root, globs: $0.files) }
    heads = walks.map { $0.next() }
    counts = sources.map { _ in 0 }
  }

  mutating func next() -> ListedItem? {
    var first: Int?
    for index in heads.indices {
      guard let head = heads[index] else { continue }
      if let known = first, let best = heads[known], ByteOrder.compare(best.uri, head.uri) <= 0 { continue }
      first = index
    }
    guard let first, let file = heads[first] else { return nil }
    heads[first] = walks[first].next()
    counts[first] += 1
    for index in heads.indices where index != first {
      guard let other = heads[index], ByteOrder.compare(other.uri, file.uri) == 0 else { continue }
      heads[index] = walks[index].next()
      let duplicate = DuplicateDocument(uri: file.uri, first: sources[first].name, second: sources[index].name)
      if sources[first].hints != sources[index].hints, conflict == nil { conflict = duplicate }
      if duplicates.count < RunSummary.listLimit { duplicates.append(duplicate) }
    }
    return ListedItem(
      name: file.uri,
      stamp: FileStamp(
        size: Int64(file.stat.size),
        modifiedNanoseconds: Int64(file.stat.modified),
        changedNanoseconds: Int64(file.stat.changed),
        inode: Int64(bitPattern: file.stat.inode)
      ),
      source: first
    )
  }

  // MARK: After the last document

  var missing: [MissingSource] {
    problems.filter { $0.problem.code == .matchesNothing }.map {
      MissingSource(source: $0.source, pattern: $0.problem.place)
    }
  }

  var notes: [SourceNote] {
    problems.filter { $0.problem.code != .matchesNothing }.map {
      SourceNote(
        source: $0.source,
        place: $0.problem.place,
        note: $0.problem.description,
        isMissing: $0.problem.isMissing
      )
    }
  }

  /// A document that was not listed may still be there where a folder above it could not be read.
  var verdict: ListingVerdict {
    let hidden = problems.filter { $0.problem.hidesDocuments }.map { ($0.source, $0.problem.place) }
    guard !hidden.isEmpty else { return ListingVerdict() }
    return ListingVerdict { name, source in
      hidden.contains { place in
        guard source.isEmpty || place.0 == source else { return false }
        return place.1 == "." || place.1.hasPrefix("/") || name == place.1 || name.hasPrefix(place.1 + "/")
      }
    }
  }

  private var problems: [(source: String, problem: ListingProblem)] {
    zip(sources, walks).flatMap { source, walk in walk.problems.map { (source.name, $0) } }
  }
}
