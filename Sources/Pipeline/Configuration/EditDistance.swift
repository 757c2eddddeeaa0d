/// How many edits lie between two keys.
enum EditDistance {
  /// Insertions, deletions, changes, and swaps of two neighbours; letters compare without case.
  static func between(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().unicodeScalars)
    let right = Array(right.lowercased().unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, scalar) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  /// - Returns: the nearest of the names, when at most a third of the letters (at least two) differ. Ties go to the first.
  static func nearest(to name: String, of names: [String]) -> String? {
    let limit = max(2, name.unicodeScalars.count / 3)
    // Longer strings cannot be near a key, and would cost their product.
    guard name.unicodeScalars.count <= 64 else { return nil }
    let ranked = names.map { (name: $0, distance: between(name, $0)) }.filter { $0.distance <= limit }
    return ranked.min { $0.distance < $1.distance }?.name
  }
}
