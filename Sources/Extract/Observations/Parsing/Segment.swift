/// A stretch between two commas, semicolons or colons: its figures in the order of the text, each with what stands around
/// it, and what brackets hold.
struct Segment {
  @SmallRange var range: Range<Int>
  /// The time that leads it, and holds for the rest of the sentence.
  var time: NamedPeriod?
  /// Of a segment without figures what it speaks of; only what leads it is taken apart.
  var heading: Clause?
  var phrases: [Phrase] = []
  var brackets: [Bracket] = []
  /// Whether a semicolon ends it.
  var endsGroup = false
}

/// One figure, or several that share what stands before the first of them.
struct Phrase {
  enum Form {
    case single
    /// Dealt out to as many names, in order.
    case list
    /// 52户、130人全部达到标准: each by itself, and what stands behind the last is said of all.
    case shared
    /// The parts of 9.4:35.2:55.4.
    case structure
  }

  var form: Form
  var clause: Clause
  var items: ArraySlice<Item>
}

/// A number with the text before and behind it.
struct Item {
  @SmallRange var before: Range<Int>
  var quantity: Quantity
  @SmallRange var after: Range<Int>
  /// Whether a 、 or 和 joins it to the item before.
  var isJoined: Bool
  /// Whether it is the first of its segment.
  var isFirst: Bool
  /// The noun that the next item says for both.
  @SmallRange.Optional var lentNoun: Range<Int>? = nil
  /// What the next item says that both do: 40家矿山和12家化工厂通过验收.
  var lentPredicate: [UInt8]?
}

/// (不含高新区36亿元), (其中社区医院7个): read by itself, and what follows goes on from before it.
struct Bracket {
  /// The place that 含 and 不含 name right before the number.
  var area: [UInt8]?
  var segments: [Segment]
}
