import Clean
import Documents
import Extract
import Normalize
import Validate

// Which key of a stage's object fills which of its parameters. Defaults are the stage's own.

extension CleanParameters {
  mutating func read(from object: inout ConfigurationObject) {
    maximumBytes = object.integer("maximumBytes", default: maximumBytes, in: 1...1_073_741_824)
    maximumNodes = object.integer("maximumNodes", default: maximumNodes, in: 1...1_000_000_000)
    maximumDepth = object.integer("maximumDepth", default: maximumDepth, in: 16...1_000_000)
    maximumAttributes = object.integer("maximumAttributes", default: maximumAttributes, in: 1...1_000_000)
    maximumSpan = object.integer("maximumSpan", default: maximumSpan, in: 1...1_000_000)
  }
}

extension NormalizeParameters {
  mutating func read(from object: inout ConfigurationObject) {
    repairsDigits = object.bool("repairsDigits", default: repairsDigits)
    repairsMarks = object.bool("repairsMarks", default: repairsMarks)
    longestHeading = object.integer("longestHeading", default: longestHeading, in: 1...10_000)
    longestPlainHeading = object.integer("longestPlainHeading", default: longestPlainHeading, in: 1...10_000)
  }
}

extension ExtractParameters {
  mutating func read(from object: inout ConfigurationObject) {
    terms = object.lists("terms", default: terms)
    tables = object.bool("tables", default: tables)
  }
}

extension ValidateParameters {
  mutating func read(from object: inout ConfigurationObject) {
    let settings = ["off"] + Finding.Severity.allCases.map(\.name)
    let choices = settings.compactMap { name in Setting(name: name).map { (name, $0) } }
    rules = object.choices("rules", keys: Validator.ruleNames, of: choices)
  }
}
