import Documents
import Foundation
import Incremental
import Pipeline
import Testing

/// What a sample says that changed stages would change, and that it writes nothing.
@Suite struct UpgradeSampleTests {
  private func sandbox(_ count: Int = 4) async throws -> Sandbox {
    let sandbox = try Sandbox()
    for year in 2021..<2021 + count {
      try sandbox.write("docs/\(year).txt", workReport(city: "营口市", year: year))
    }
    try await sandbox.run()
    return sandbox
  }

  private func sample(_ sandbox: Sandbox, _ size: Int = 200, seed: UInt64 = 1, jobs: Int = 2) async throws
    -> UpgradeSample
  {
    var options = RunOptions()
    options.jobs = jobs
    let plan = try await sandbox.pipeline.plan(options, sample: UpgradeSample.Draw(size: size, seed: seed))
    return try #require(plan.sample)
  }

  private func counts(_ sample: UpgradeSample) -> [Int] {
    let observations = sample.observations
    return [observations.added, observations.removed, observations.changed, observations.relabelled]
  }

  @Test func `Nothing to compare where no stage changed`() async throws {
    let sandbox = try await sandbox()
    let sample = try await sample(sandbox)
    #expect(sample.candidates == 0)
    #expect(sample.sampled == 0)
    #expect(!sample.isOverLimit)
  }

  @Test(arguments: ["clean", "normalize", "extract", "validate"])
  func `Other code that makes the same changes nothing`(stage: String) async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = ChangedExtraction.same(stage)
    let sample = try await sample(sandbox)
    #expect(sample.candidates == 4)
    #expect(sample.sampled == 4)
    #expect(counts(sample) == [0, 0, 0, 0])
    #expect(sample.observations.share == 0)
    #expect(sample.documents.changed == 0)
    #expect(sample.stages.map(\.stage.rawValue) == [stage])
    #expect(sample.stages.map(\.reason.kind) == [.codeChanged])
    #expect(sample.stages.map(\.documents) == [4])
  }

  private static let changes: [(field: String, change: @Sendable (inout Observation) -> Void)] = [
    ("value", { $0.value = "1.5" }),
    ("value_high", { $0.valueHigh = "99" }),
    ("unit", { $0.unit = "头" }),
    ("base_value", { $0.baseUnit = "头" }),
    ("indicator", { $0.indicator = "别的指标" }),
    ("indicator_code", { $0.code = "other" }),
    ("action", { $0.action = "建成" }),
    ("measure", { $0.measure = .rank }),
    ("comparator", { $0.comparator = .atMost }),
    ("status", { $0.status = $0.status == .estimated ? .actual : .estimated }),
    ("period", { $0.period = nil }),
    ("rank_scope", { $0.rankScope = "全国" }),
    ("rank_of", { $0.rankOf = .growth }),
    ("area", { $0.area = "别处" }),
  ]

  @Test(arguments: changes.indices)
  func `A field that changes is counted under its name, in the same observations`(index: Int) async throws {
    let (field, change) = Self.changes[index]
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = ChangedExtraction.observations(change)
    let sample = try await sample(sandbox)
    let observations = sample.observations
    #expect(observations.added == 0)
    #expect(observations.removed == 0)
    #expect(observations.changed > 0)
    #expect(observations.fields.contains { $0.field == field && $0.count == observations.changed })
    #expect(observations.share > 0)
    #expect(observations.rules.reduce(0) { $0 + $1.changed } == observations.changed)
    let example = try #require(sample.examples.first { $0.field == field })
    #expect(example.old != example.new)
    #expect(example.document.hasPrefix("docs/"))
    #expect(example.quote?.isEmpty == false)
  }

  @Test func `What only another rule finds is no change of the figures`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = ChangedExtraction.observations {
      $0.rule = "other"
      $0.confidence = 0.25
    }
    let sample = try await sample(sandbox)
    #expect(sample.observations.changed == 0)
    #expect(sample.observations.relabelled == sample.observations.before)
    #expect(sample.observations.share == 0)
    #expect(sample.documents.changed == 0)
    #expect(sample.observations.rules.map(\.rule) == ["other"])
  }

  @Test func `What comes and goes is counted by its rule`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = ChangedExtraction.reports { $0.observations.removeLast() }
    let fewer = try await sample(sandbox)
    #expect(counts(fewer) == [0, 4, 0, 0])
    #expect(fewer.observations.before == fewer.observations.after + 4)
    #expect(fewer.observations.rules.reduce(0) { $0 + $1.removed } == 4)
    #expect(fewer.examples.contains { $0.kind == .removed && $0.value != nil })
    try await sandbox.run()
    sandbox.surroundings = Surroundings()
    let more = try await sample(sandbox)
    #expect(counts(more) == [4, 0, 0, 0])
    #expect(more.examples.contains { $0.kind == .added })
  }

  @Test func `Facts and states of documents are told`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = ChangedExtraction.reports { report in
      if report.facts.reportYear == 2021 { throw ItemFailure(code: "other", message: "it is refused") }
      report.facts.reportYear = 1999
      report.facts.speaker = "别人"
    }
    let sample = try await sample(sandbox)
    #expect(sample.documents.facts.map(\.field).contains("report_year"))
    #expect(sample.documents.facts.first { $0.field == "speaker" }?.count == 3)
    #expect(sample.documents.states.map(\.new) == [.stale])
    #expect(sample.documents.restated == 4)
    #expect(sample.documents.changed == 4)
  }

  @Test func `A sample writes no byte and leaves no file`() async throws {
    let sandbox = try await sandbox()
    sandbox.surroundings.stage = ChangedExtraction.observations { $0.value = "1.5" }
    let before = try sandbox.files()
    _ = try await sample(sandbox)
    #expect(try sandbox.files() == before)
  }

  @Test func `Equal seeds draw equal documents, with any number of workers`() async throws {
    let sandbox = try await sandbox(30)
    sandbox.surroundings.stage = ChangedExtraction.observations { $0.value = "1.5" }
    func drawn(seed: UInt64, jobs: Int) async throws -> [String] {
      let sample = try await sample(sandbox, 5, seed: seed, jobs: jobs)
      #expect(sample.candidates == 30)
      #expect(sample.sampled == 5)
      #expect(sample.documents.estimate == 30)
      #expect(sample.observations.estimate == sample.observations.changed * 6)
      return sample.examples.map(\.document)
    }
    let first = try await drawn(seed: 7, jobs: 1)
    #expect(try await drawn(seed: 7, jobs: 4) == first)
    #expect(try await drawn(seed: 8, jobs: 4) != first)
  }

  @Test func `Documents that changed themselves, and new ones, are no part of it`() async throws {
    let sandbox = try await sandbox()
    try sandbox.write("docs/2021.txt", workReport(city: "营口市", year: 2021, revenue: "9.9"), at: 1_700_000_100)
    try sandbox.write("docs/2022.txt", workReport(city: "营口市", year: 2022), at: 1_700_000_100)
    try sandbox.write("docs/2031.txt", workReport(city: "营口市", year: 2031))
    sandbox.surroundings.stage = ChangedExtraction.observations { $0.value = "1.5" }
    let sample = try await sample(sandbox)
    #expect(sample.candidates == 4)
    #expect(sample.sampled == 3)
    #expect(sample.leftOut == 1)
  }

  @Test func `The warehouse is what is compared, whether the store knows the documents or not`() async throws {
    let sandbox = try await sandbox()
    try sandbox.execute("UPDATE observation SET value = 1, value_text = '1' WHERE ordinal = 0")
    sandbox.surroundings.stage = ChangedExtraction.same("extract")
    let known = try await sample(sandbox)
    #expect(counts(known) == [0, 0, 4, 0])
    sandbox.remove(sandbox.configuration.storePath)
    sandbox.surroundings = Surroundings()
    let unknown = try await sample(sandbox)
    #expect(counts(unknown) == [0, 0, 4, 0])
    sandbox.remove(sandbox.configuration.warehousePath)
    #expect(try await sample(sandbox).sampled == 0)
  }
}
