/// Collects what is wrong with a configuration, and which keys were asked for, while it is read.
final class ConfigurationDecoder {
  private let bytes: [UInt8]
  private(set) var problems: [ConfigurationError.Problem] = []
  private(set) var fields: [ConfigurationField] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  func report(_ code: ConfigurationError.Problem.Code, at keyPath: String, offset: Int) {
    let position = TextPosition(of: offset, in: bytes)
    problems.append(ConfigurationError.Problem(code, keyPath: keyPath, position: position))
  }

  func note(_ path: String, _ kind: ConfigurationField.Kind, _ value: String = "") {
    fields.append(ConfigurationField(path: path, kind: kind, value: value))
  }

  /// Takes back the fields noted after the first `count`: what stands below a map is no key of the program.
  func forgetFields(after count: Int) {
    fields.removeLast(max(0, fields.count - count))
  }
}
