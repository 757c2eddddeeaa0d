import Lexicon

/// A noun that what is measured behind it may be of.
struct Owner {
  var name: [UInt8]
  var kinds: OwnerKinds
}

/// What a group of clauses is about: whose the figures behind may be, in the order of the text.
struct Owners {
  private var told: [Owner] = []

  var isEmpty: Bool { told.isEmpty }

  func holds(_ name: ArraySlice<UInt8>) -> Bool {
    told.contains { $0.name.elementsEqual(name) }
  }

  /// The last one of certain kinds that does not stand in the name itself; what can be of anything is so only where
  /// nothing of its own kinds was told.
  func nearest(_ kinds: OwnerKinds, to name: [UInt8]) -> [UInt8]? {
    func last(_ kinds: OwnerKinds) -> [UInt8]? {
      told.last { !$0.kinds.isDisjoint(with: kinds) && !name.starts(with: $0.name) }?.name
    }
    return last(kinds.subtracting(.any)) ?? (kinds.contains(.any) ? last(.any) : nil)
  }

  /// - Parameter isListed: whether a 、 joins it to the one before: of a list of the same kind the first is told.
  mutating func tell(_ name: [UInt8], _ kinds: OwnerKinds, isListed: Bool = false) {
    if let last = told.last, last.name == name || isListed && last.kinds == kinds { return }
    told.append(Owner(name: name, kinds: kinds))
  }

  /// Of all that was told before, nothing owns what follows.
  mutating func replace(by name: [UInt8], _ kinds: OwnerKinds) {
    told = [Owner(name: name, kinds: kinds)]
  }
}
