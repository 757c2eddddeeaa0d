import Glibc

/// Lists the files of a source in the byte order of their URIs.
///
/// One walk serves all globs, so that a file matched by two comes once. It holds the names of the folders on the way down
/// and nothing else; only folders that a glob can reach are opened. Folders behind links are walked, but for links that
/// lead back up.
package final class FileWalk: IteratorProtocol, Sequence {
  /// Each folder on the way down holds a descriptor.
  package static let maximumDepth = 128

  private final class Level {
    let folder: FolderHandle
    /// The URI of the folder with its slash; empty at the root.
    let prefix: [UInt8]
    let states: GlobStates
    var entries = FolderEntries()
    var next = 0

    init(folder: FolderHandle, prefix: [UInt8], states: GlobStates) {
      self.folder = folder
      self.prefix = prefix
      self.states = states
    }
  }

  private let globs: [Glob]
  private var levels: [Level] = []
  private var matched: [Bool]
  /// The root's own ancestors: a link to one of them leads back up too.
  private var above: Set<FolderHandle.Identity> = []
  private var isFinished = false
  private var uri: [UInt8] = []

  /// What was met that is no document, in the order of places; complete when ``next()`` has returned `nil`.
  package private(set) var problems: [ListingProblem] = []

  /// - Parameter root: absolute; relative globs start there.
  package init(root: String, globs: [String]) {
    let globs = globs.map { Glob($0, root: root) }
    self.globs = globs
    matched = globs.map { _ in false }
    do {
      let folder = try FolderHandle(root, in: nil)
      collectAncestors(of: folder)
      enter(folder, prefix: [], states: GlobStates(globs, absolute: false))
    } catch {
      problems.append(ListingProblem(.unreadableFolder(error.words), root))
    }
  }

  package func next() -> ListedFile? {
    while let level = levels.last {
      let index = level.next
      guard index < level.entries.count else {
        levels.removeLast()
        continue
      }
      level.next += 1
      if level.entries.entries[index].isFolder {
        descend(to: index, of: level)
      } else if let file = file(index, of: level) {
        return file
      }
    }
    finish()
    return nil
  }

  private func finish() {
    guard !isFinished else { return }
    isFinished = true
    // Behind a folder that cannot be listed there may be files: then this is not said.
    let mayBeHidden = problems.contains { problem in
      if case .unreadableFolder = problem.code { true } else { false }
    }
    for (glob, isMatched) in zip(globs, matched) where !isMatched && !mayBeHidden {
      problems.append(ListingProblem(.matchesNothing, glob.text))
    }
    problems.sort { $0.place.utf8.lexicographicallyPrecedes($1.place.utf8) }
  }

  // MARK: Files

  private func file(_ index: Int, of level: Level) -> ListedFile? {
    level.entries.withName(of: index) { name in
      guard let stat = level.entries.entries[index].stat ?? regularFile(name, of: level) else { return nil }
      uri.removeAll(keepingCapacity: true)
      uri.append(contentsOf: level.prefix)
      uri.append(contentsOf: name)
      guard let text = String(validating: uri, as: UTF8.self) else {
        problems.append(ListingProblem(.nameNotUTF8, String(decoding: uri, as: UTF8.self)))
        return nil
      }
      level.states.forEachMatch(name) { matched[$0] = true }
      return ListedFile(uri: text, stat: stat)
    }
  }

  /// `nil` for what is gone since the listing, and for what is no regular file.
  private func regularFile(_ name: UnsafeBufferPointer<UInt8>, of level: Level) -> FileStat? {
    do {
      let status = try level.folder.status(of: name.cString)
      guard status.isRegularFile else {
        report(.noRegularFile, name, of: level)
        return nil
      }
      return FileStat(status)
    } catch {
      if error.number != ENOENT { report(.unreadableFolder(error.words), name, of: level) }
      return nil
    }
  }

  private func report(_ code: ListingProblem.Code, _ name: UnsafeBufferPointer<UInt8>, of level: Level) {
    problems.append(ListingProblem(code, String(decoding: level.prefix + name, as: UTF8.self)))
  }

  // MARK: Folders

  private func descend(to index: Int, of level: Level) {
    level.entries.withName(of: index) { name in
      if name.isEmpty {
        enterSystemRoot()
        return
      }
      guard levels.count < Self.maximumDepth else {
        report(.tooDeep, name, of: level)
        return
      }
      guard String(validating: name, as: UTF8.self) != nil else {
        report(.nameNotUTF8, name, of: level)
        return
      }
      do throws(SystemError) {
        let folder = try FolderHandle(name.cString, in: level.folder)
        if level.entries.entries[index].isLink, leadsUp(folder) {
          report(.linkLoop, name, of: level)
        } else {
          enter(folder, prefix: level.prefix + name + [UInt8(ascii: "/")], states: level.states.entering(name))
        }
      } catch {
        if error.number != ENOENT { report(.unreadableFolder(error.words), name, of: level) }
      }
    }
  }

  private func leadsUp(_ folder: FolderHandle) -> Bool {
    above.contains(folder.identity) || levels.contains { $0.folder.identity == folder.identity }
  }

  private func enterSystemRoot() {
    let states = GlobStates(globs, absolute: true)
    do {
      enter(try FolderHandle("/", in: nil), prefix: [UInt8(ascii: "/")], states: states)
    } catch {
      problems.append(ListingProblem(.unreadableFolder(error.words), "/"))
    }
  }

  private func collectAncestors(of root: FolderHandle) {
    var folder = root
    while let parent = try? FolderHandle("..", in: folder), parent.identity != folder.identity {
      above.insert(parent.identity)
      folder = parent
    }
  }

  private func enter(_ folder: FolderHandle, prefix: [UInt8], states: GlobStates) {
    let level = Level(folder: folder, prefix: prefix, states: states)
    if levels.isEmpty, globs.contains(where: \.isAbsolute) {
      // An entry without a name stands for "/": so absolute URIs come in their place among the others.
      level.entries.append(UnsafeBufferPointer(start: nil, count: 0), isFolder: true, isLink: false)
    }
    do {
      if let names = states.literalNames {
        for name in names {
          (name + [0]).withUnsafeBufferPointer { look(at: UnsafeBufferPointer(rebasing: $0.dropLast()), in: level) }
        }
      } else {
        try folder.forEachName { name, type in add(name, type, to: level) }
        if states.goesUp {
          Array("..\0".utf8).withUnsafeBufferPointer {
            look(at: UnsafeBufferPointer(rebasing: $0.dropLast()), in: level)
          }
        }
      }
    } catch {
      let place = prefix.isEmpty ? "." : String(decoding: prefix.dropLast(), as: UTF8.self)
      problems.append(ListingProblem(.unreadableFolder(error.words), place))
    }
    level.entries.sort()
    levels.append(level)
  }

  /// A name that a glob spells out.
  private func look(at name: UnsafeBufferPointer<UInt8>, in level: Level) {
    add(name, level.folder.link(name.cString) != nil ? .link : .unknown, to: level)
  }

  private func add(_ name: UnsafeBufferPointer<UInt8>, _ type: FolderHandle.EntryType, to level: Level) {
    let states = level.states
    switch type {
    case .file:
      if states.matchesAsFile(name) { level.entries.append(name, isFolder: false, isLink: false) }
    case .folder:
      addFolder(name, isLink: false, to: level)
    case .other:
      if states.matchesAsFile(name) { report(.noRegularFile, name, of: level) }
    case .link, .unknown:
      guard states.matchesAsFile(name) || states.matchesAsFolder(name) else { return }
      do {
        let status = try level.folder.status(of: name.cString)
        if status.isFolder {
          addFolder(name, isLink: type == .link, to: level)
        } else if states.matchesAsFile(name) {
          if status.isRegularFile {
            level.entries.append(name, isFolder: false, isLink: type == .link, stat: FileStat(status))
          } else {
            report(.noRegularFile, name, of: level)
          }
        }
      } catch {
        addUnseen(name, error, to: level)
      }
    }
  }

  private func addFolder(_ name: UnsafeBufferPointer<UInt8>, isLink: Bool, to level: Level) {
    if level.states.looksLikeFile(name) { report(.folderLikePage, name, of: level) }
    if level.states.matchesAsFolder(name) { level.entries.append(name, isFolder: true, isLink: isLink) }
  }

  /// A link that leads nowhere, or a name that the system will not tell anything of.
  ///
  /// The link is listed: a document that cannot be read is not one that was deleted.
  private func addUnseen(_ name: UnsafeBufferPointer<UInt8>, _ error: SystemError, to level: Level) {
    switch error.number {
    case ENOENT, ENOTDIR, ELOOP:
      guard let link = level.folder.link(name.cString) else { return }
      if level.states.matchesAsFile(name) {
        level.entries.append(name, isFolder: false, isLink: true, stat: FileStat(link))
      } else if error.number == ELOOP {
        report(.linkLoop, name, of: level)
      }
    default: report(.unreadableFolder(error.words), name, of: level)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Of a name that a NUL follows.
  fileprivate var cString: UnsafePointer<CChar> {
    guard let baseAddress else { return Self.empty }
    return UnsafeRawPointer(baseAddress).assumingMemoryBound(to: CChar.self)
  }

  private static var empty: UnsafePointer<CChar> {
    StaticString("").utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) { $0 }
  }
}
