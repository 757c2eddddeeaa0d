import Lexicon

/// A noun that what is measured behind it may be of.
struct Owner {
  var name: [UInt8]
  var kinds: OwnerKinds
  var source: Source

  /// Where it was told.
  enum Source {
    /// In a figure's name, before what is measured.
    case named
    /// As what is counted.
    case counted
    /// As what is counted and somebody's object: 培育企业9家.
    case object
    /// As what a stretch without a number is about.
    case topic
    /// As what is done to it there.
    case act
  }
}

/// What a group of clauses is about: whose the figures behind may be, in the order of the text.
struct Owners {
  private var told: [Owner] = []
  /// The firms whose books the groups before have told, and the industry or the way: for names that go on with these.
  private var firm: Owner?
  private var before: Owner?

  var isEmpty: Bool { told.isEmpty }

  /// Whether a stretch without a number has told a topic since the last figure.
  var hasTopic: Bool { told.last.map { $0.source == .topic } ?? false }

  func holds(_ name: ArraySlice<UInt8>) -> Bool {
    told.contains { $0.name.elementsEqual(name) }
  }

  /// Whose a name is: of the last one of its kinds that does not stand in the name itself. A topic comes before what is
  /// only counted or done something to, and what can be of anything is so only where nothing of its own kinds was told.
  func nearest(_ kinds: OwnerKinds, to name: [UInt8]) -> [UInt8]? {
    let own = kinds.subtracting(.any)
    if let owner = last(own, name) { return owner }
    if own.contains(.firm), let firm { return firm.name }
    if told.isEmpty, let before, !own.isDisjoint(with: before.kinds) { return before.name }
    return kinds.contains(.any) ? last(.any, name) : nil
  }

  private func last(_ kinds: OwnerKinds, _ name: [UInt8]) -> [UInt8]? {
    var counted: [UInt8]?
    for owner in told.reversed() where !owner.kinds.isDisjoint(with: kinds) && !name.starts(with: owner.name) {
      switch owner.source {
      case .named, .counted: return counted ?? owner.name
      case .topic: return owner.name
      case .object, .act: counted = counted ?? owner.name
      }
    }
    return counted
  }

  /// - Parameter isListed: whether a 、 joins it to the one before: of a list of the same kind the first is told.
  mutating func tell(_ name: [UInt8], _ kinds: OwnerKinds, _ source: Owner.Source, isListed: Bool = false) {
    if let last = told.last,
      last.name == name || isListed && last.kinds == kinds || source == .act && last.source == .act
    {
      return
    }
    told.append(Owner(name: name, kinds: kinds, source: source))
  }

  /// Of all that was told before, nothing owns what follows.
  mutating func replace(by name: [UInt8], _ kinds: OwnerKinds) {
    told = [Owner(name: name, kinds: kinds, source: .named)]
  }

  /// What is left at a semicolon.
  func continued() -> Owners {
    var next = Owners()
    next.firm = told.last { $0.source == .named && $0.kinds.contains(.firm) } ?? firm
    let goesOn: OwnerKinds = [.industry, .way]
    next.before =
      told.last { $0.source == .named && !$0.kinds.isDisjoint(with: goesOn) } ?? (told.isEmpty ? before : nil)
    return next
  }

  /// Behind a stretch of its own what the group before has told goes on no more, but for books.
  mutating func turn() {
    before = nil
  }
}
