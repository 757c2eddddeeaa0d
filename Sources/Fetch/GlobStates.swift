/// How far each glob has come on the way down to a folder.
struct GlobStates {
  struct State: Hashable {
    var glob: Int
    /// Index of the component that the folder's entries are matched against.
    var component: Int
  }

  private let globs: [Glob]
  private(set) var states: [State]

  private init(globs: [Glob], states: [State]) {
    self.globs = globs
    self.states = states
    close()
  }

  /// At the top: the globs that are absolute or those that are not.
  init(_ globs: [Glob], absolute: Bool) {
    let states = globs.indices.filter { globs[$0].isAbsolute == absolute && !globs[$0].components.isEmpty }
    self.init(globs: globs, states: states.map { State(glob: $0, component: 0) })
  }

  var isEmpty: Bool { states.isEmpty }

  /// `**` stands for no folder as well: what follows it is matched here too.
  private mutating func close() {
    var index = 0
    while index < states.count {
      let state = states[index]
      let next = State(glob: state.glob, component: state.component + 1)
      if component(state) == .anyFolders, next.component < globs[state.glob].components.count, !states.contains(next) {
        states.append(next)
      }
      index += 1
    }
  }

  private func component(_ state: State) -> GlobComponent { globs[state.glob].components[state.component] }

  private func isLast(_ state: State) -> Bool { state.component == globs[state.glob].components.count - 1 }

  /// The names to look for, when no wildcard asks for a listing; `nil` else.
  var literalNames: [[UInt8]]? {
    var names: [[UInt8]] = []
    for state in states {
      guard case .literal(let name) = component(state) else { return nil }
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Whether a glob goes up from here: no listing shows "..".
  var goesUp: Bool { states.contains { component($0) == .literal(Array("..".utf8)) } }

  /// The globs that the name matches as a file.
  func forEachMatch(_ name: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    for state in states where isLast(state) && component(state).matches(name) { body(state.glob) }
  }

  func matchesAsFile(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    states.contains { isLast($0) && component($0).matches(name) }
  }

  /// Whether a folder of this name was surely meant to be a file.
  func looksLikeFile(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    states.contains { isLast($0) && component($0).namesAnExtension && component($0).matches(name) }
  }

  func matchesAsFolder(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    states.contains { (component($0) == .anyFolders || !isLast($0)) && component($0).matches(name) }
  }

  /// In the folder of that name.
  func entering(_ name: UnsafeBufferPointer<UInt8>) -> GlobStates {
    var next: [State] = []
    for state in states where component(state).matches(name) {
      if component(state) == .anyFolders {
        next.append(state)
      } else if !isLast(state) {
        next.append(State(glob: state.glob, component: state.component + 1))
      }
    }
    return GlobStates(globs: globs, states: next)
  }
}
