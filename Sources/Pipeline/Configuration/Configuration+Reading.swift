import Glibc

extension Configuration {
  /// Reads a `pipeline.json`.
  ///
  /// - Parameter path: absolute, or relative to the working folder; messages name it as it is given.
  package static func read(file path: String) throws(ConfigurationError) -> Configuration {
    let bytes: [UInt8]
    do {
      bytes = try WholeFile.bytes(ofRegular: path)
    } catch {
      throw ConfigurationError(file: path, problems: [ConfigurationError.Problem(error)])
    }
    let absolute = FolderPath.absolute(path, in: FolderPath.current())
    return try read(bytes, root: FolderPath.parent(of: absolute), file: path)
  }

  /// The `pipeline.json` of the working folder; `nil` where there is none.
  package static func readHere() throws(ConfigurationError) -> Configuration? {
    access("pipeline.json", F_OK) == 0 ? try read(file: "pipeline.json") : nil
  }

  /// - Parameters:
  ///   - root: the folder that the file stands in, absolute.
  ///   - file: its name for messages.
  package static func read(
    _ bytes: [UInt8],
    root: String,
    file: String = "pipeline.json"
  ) throws(ConfigurationError) -> Configuration {
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      let position = TextPosition(of: error.offset, in: bytes)
      let problem = ConfigurationError.Problem(.syntax(error.problem.message), position: position)
      throw ConfigurationError(file: file, problems: [problem])
    }
    let decoder = ConfigurationDecoder(bytes: bytes)
    var configuration = ConfigurationObject.read(value, by: decoder) { object in
      Configuration(from: &object, root: root)
    }
    guard decoder.problems.isEmpty else {
      let zero = TextPosition(line: 0, column: 0)
      let sorted = decoder.problems.sorted { ($0.position ?? zero) < ($1.position ?? zero) }
      throw ConfigurationError(file: file, problems: sorted)
    }
    configuration.fields = decoder.fields
    return configuration
  }

  private init(from object: inout ConfigurationObject, root: String) {
    self.init(root: root, sources: [])
    name = object.text("name", default: name)
    let deletions = object.object("deletions") { DeletionGuard(from: &$0, default: DeletionGuard()) }
    if !object.contains("sources") {
      object.report(.missingKey("sources"), key: "sources")
    }
    sources = object.objects("sources", atLeastOne: true) { source, _ in Source(from: &source, deletions: deletions) }
    checkSources(of: object)
    storePath = FolderPath.absolute(object.text("store", default: ".gongbao/store.sqlite"), in: root)
    warehousePath = FolderPath.absolute(object.text("warehouse", default: "build/warehouse.sqlite"), in: root)
    if storePath == warehousePath {
      let found = "\"\(warehousePath)\" for both"
      object.report(.invalidValue(expected: "the store and the warehouse in two files", found: found), key: "warehouse")
    }
    object.object("upgrade") { object in
      let limit = object.number("maximumChangedShare", default: upgrade.maximumChangedShare, in: 0...1)
      upgrade = Upgrade(
        maximumChangedShare: limit,
        sample: object.integer("sample", default: upgrade.sample, in: 1...1_000_000)
      )
    }
    object.object("retention") { retention.read(from: &$0) }
    readLexicon(from: &object)
    object.object("clean") { clean.read(from: &$0) }
    object.object("normalize") { normalize.read(from: &$0) }
    object.object("extract") { extract.read(from: &$0) }
    object.object("validate") { validate.read(from: &$0) }
    // Nothing of load can be set so far; its object may stand there all the same.
    object.object("load") { _ in }
  }

  private func checkSources(of object: ConfigurationObject) {
    var names: Set<String> = []
    for source in sources where !names.insert(source.name).inserted {
      let found = "\"\(source.name)\" twice; give each its own \"name\""
      object.report(.invalidValue(expected: "sources with different names", found: found), key: "sources")
    }
  }
}

extension ConfigurationError.Problem {
  fileprivate init(_ problem: WholeFile.Problem) {
    self.init(problem.isMissing ? .missingFile : .unreadableFile(problem.words))
  }
}

extension Configuration.Source {
  fileprivate init(from object: inout ConfigurationObject, deletions: Configuration.DeletionGuard) {
    let name = object.text("name", default: "files")
    let files = object.strings("files", default: [], atLeastOne: true)
    if !object.contains("files") {
      object.report(.missingKey("files"), key: "files")
    }
    let hints = object.object("hints") { Configuration.Hints(region: $0.optionalString("region")) }
    let guarded = object.object("deletions") { Configuration.DeletionGuard(from: &$0, default: deletions) }
    self.init(name: name, files: files, hints: hints, deletions: guarded)
  }
}

extension Configuration.DeletionGuard {
  fileprivate init(from object: inout ConfigurationObject, default fallback: Self) {
    self.init(
      maximumShare: object.number("maximumShare", default: fallback.maximumShare, in: 0...1),
      maximumCount: object.integer("maximumCount", default: fallback.maximumCount, in: 0...Int.max)
    )
  }
}

extension Configuration.Retention {
  fileprivate mutating func read(from object: inout ConfigurationObject) {
    maximumSize = object.amount("maximumSize", default: "", expected: ByteCount.expected) { ByteCount($0) }
    maximumAge = object.amount("maximumAge", default: "90d", expected: Age.expected) { Age($0) } ?? maximumAge
    versions = object.integer("versions", default: versions, in: 1...1_000_000)
    runs = object.integer("runs", default: runs, in: 1...1_000_000_000)
  }
}
