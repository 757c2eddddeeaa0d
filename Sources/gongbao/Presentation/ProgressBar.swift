/// One line that says how far something is.
enum ProgressBar {
  /// `[####------] 40/100  1.2 s left`, no wider than `width`.
  ///
  /// - Parameter title: stands in front.
  static func line(_ done: Int, of all: Int, titled title: String = "", elapsed: Double, width: Int) -> String {
    let left = done > 0 ? elapsed / Double(done) * Double(all - done) : 0
    let head = title.isEmpty ? "" : title + " "
    let text = " \(Figures.count(done))/\(Figures.count(all))  \(Figures.duration(left)) left"
    let room = max(10, min(40, width - head.count - text.count - 3))
    let filled = min(room, done * room / max(1, all))
    return head + "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: room - filled) + "]"
      + text
  }
}
