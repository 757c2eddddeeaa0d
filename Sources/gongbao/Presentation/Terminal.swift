import Glibc

/// Standard output or standard error, and what stands behind it.
struct Terminal: Sendable {
  let descriptor: Int32
  let isTerminal: Bool
  let isColoured: Bool

  static let output = Terminal(STDOUT_FILENO)
  static let error = Terminal(STDERR_FILENO)

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    isColoured = isTerminal && Self.variable("NO_COLOR") == nil && Self.variable("TERM") != "dumb"
  }

  /// An empty variable counts as none.
  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  var style: Style { Style(isColoured: isColoured) }

  /// Columns of the window; `nil` where the output goes elsewhere.
  var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all of it; what a closed pipe does not take is lost.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          descriptor,
          UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[rest.startIndex...]).baseAddress,
          rest.count
        )
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        rest = rest.dropFirst(count)
      }
    }
  }

  func writeLine(_ line: String = "") { write(line + "\n") }

  func write(_ table: Table, indent: String = "") {
    for line in table.lines(width: width, style: style, indent: indent) { writeLine(line) }
  }
}
