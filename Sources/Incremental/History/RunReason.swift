/// Why a stage ran for an item, or did not, with what was before and what is now.
package struct RunReason: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case neverRan, inputChanged, codeChanged, parameterChanged, dataChanged, dependencyChanged, forced, outputMissing
    case retried
    case upToDate, known, cutOff, failedBefore, ended, notAsked
  }

  package var kind: Kind
  package var subject: String?
  package var old: String?
  package var new: String?

  package init(_ kind: Kind, subject: String? = nil, old: String? = nil, new: String? = nil) {
    self.kind = kind
    self.subject = subject
    self.old = old
    self.new = new
  }

  /// Why `version` with `inputs` is another action than the one before. The code comes first: it explains the most
  /// items at once.
  static func change(
    from old: (version: StageVersion?, inputs: [Digest]),
    to version: StageVersion,
    inputs: [Digest],
    names: [String]
  ) -> RunReason {
    guard let before = old.version else { return RunReason(.dependencyChanged, subject: version.stage) }
    if before.code != version.code {
      return RunReason(.codeChanged, subject: version.stage, old: shorten(before.code), new: shorten(version.code))
    }
    if let (name, was, now) = difference(before.parameters, version.parameters) {
      return RunReason(.parameterChanged, subject: name, old: was, new: now)
    }
    if let (name, was, now) = difference(before.data, version.data) {
      return RunReason(.dataChanged, subject: name, old: was.map(shorten), new: now.map(shorten))
    }
    for (index, name) in names.enumerated() where index < inputs.count {
      let was = index < old.inputs.count ? old.inputs[index] : nil
      if was != inputs[index] {
        return RunReason(.inputChanged, subject: name, old: was?.short, new: inputs[index].short)
      }
    }
    return RunReason(.dependencyChanged, subject: version.stage)
  }

  private static func difference(
    _ old: [StageVersion.Setting],
    _ new: [StageVersion.Setting]
  ) -> (name: String, old: String?, new: String?)? {
    var before = Dictionary(old.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    for setting in new {
      let was = before.removeValue(forKey: setting.name)
      if was != setting.value { return (setting.name, was, setting.value) }
    }
    return before.min { $0.key < $1.key }.map { ($0.key, $0.value, nil) }
  }

  private static func shorten(_ text: String) -> String { String(text.prefix(12)) }
}
