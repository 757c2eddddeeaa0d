import Glibc

/// What the command line asks for.
struct Order {
  /// Absolute, both.
  var folder = ""
  var store = ""
  var jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  var allowsDeletions = false
  var isWalk = false

  struct Wrong: Error, CustomStringConvertible {
    var description: String { "usage: EngineBench FOLDER STORE [--jobs N] [--allow-deletions] [--walk]" }
  }

  init(_ arguments: some Sequence<String>) throws(Wrong) {
    var places: [String] = []
    var iterator = arguments.makeIterator()
    while let argument = iterator.next() {
      switch argument {
      case "--jobs":
        guard let count = iterator.next().flatMap({ Int($0) }), count > 0 else { throw Wrong() }
        jobs = count
      case "--allow-deletions": allowsDeletions = true
      case "--walk": isWalk = true
      default:
        guard !argument.hasPrefix("-") else { throw Wrong() }
        places.append(argument)
      }
    }
    guard let first = places.first, places.count == (isWalk ? 1 : 2) else { throw Wrong() }
    guard let path = realpath(first, nil) else { throw Wrong() }
    defer { free(path) }
    folder = String(cString: path)
    store = places.last ?? ""
    if !store.hasPrefix("/"), let here = getcwd(nil, 0) {
      defer { free(here) }
      store = String(cString: here) + "/" + store
    }
  }
}
