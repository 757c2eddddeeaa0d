/// What owns what is measured: the kinds that rows of class `owner` are of, and from which names of class `owned` take one.
@frozen
public struct OwnerKinds: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Whatever was told first, but for people and money.
  public static let any = Self(rawValue: 1 << 0)
  public static let firm = Self(rawValue: 1 << 1)
  public static let lender = Self(rawValue: 1 << 2)
  public static let industry = Self(rawValue: 1 << 3)
  public static let zone = Self(rawValue: 1 << 4)
  public static let project = Self(rawValue: 1 << 5)
  public static let event = Self(rawValue: 1 << 6)
  public static let accident = Self(rawValue: 1 << 7)
  public static let insurance = Self(rawValue: 1 << 8)
  public static let produce = Self(rawValue: 1 << 9)
  public static let site = Self(rawValue: 1 << 10)
  public static let way = Self(rawValue: 1 << 12)
  /// Who owns nothing, whatever they are counted by.
  public static let person = Self(rawValue: 1 << 11)

  private static let named: [(name: String, kind: Self)] = [
    ("any", .any), ("firm", .firm), ("lender", .lender), ("industry", .industry), ("zone", .zone),
    ("project", .project),
    ("event", .event), ("accident", .accident), ("insurance", .insurance), ("produce", .produce), ("site", .site),
    ("person", .person), ("way", .way),
  ]

  static var names: String { named.map(\.name).joined(separator: ", ") }

  /// Of names between commas; `nil` where one is unknown.
  init?(_ list: [UInt8]) {
    self = []
    for name in list.split(separator: UInt8(ascii: ",")) {
      guard let known = Self.named.first(where: { $0.name.utf8.elementsEqual(name) }) else { return nil }
      formUnion(known.kind)
    }
  }
}
