import Clean
import Documents
import Extract
import Fetch
import Glibc
import Normalize

/// Runs one stage alone, on one core and from memory, over the pages of some folders or files, and prints what it cost
/// as one line of JSON. The least of the rounds counts.
///
/// `StageBench clean|extract|text|digest PLACE... [--rounds N]`; `extract` is normalize and extract, `text` prints the
/// bodies, `digest` a digest of what the stages make of each page.
@main
struct StageBench {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      let message = Array("StageBench: \(error)\n".utf8)
      _ = write(STDERR_FILENO, message, message.count)
      exit(1)
    }
  }

  struct Wrong: Error, CustomStringConvertible {
    var description: String { "usage: StageBench clean|extract|text|digest PLACE... [--rounds N]" }
  }

  private static func run(_ arguments: [String]) throws {
    var places: [String] = []
    var rounds = 3
    var iterator = arguments.makeIterator()
    let stage = iterator.next()
    while let argument = iterator.next() {
      if argument == "--rounds" {
        guard let count = iterator.next().flatMap({ Int($0) }), count > 0 else { throw Wrong() }
        rounds = count
      } else {
        places.append(argument)
      }
    }
    guard !places.isEmpty else { throw Wrong() }
    let sources = try Sources(places)
    switch stage {
    case "clean": print(clean(sources, rounds))
    case "extract": print(extract(sources, rounds))
    case "digest": digest(sources)
    case "text":
      for page in pages(sources) {
        _ = page.page.text.bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        print("")
      }
    default: throw Wrong()
    }
  }

  // MARK: Stages

  private static func clean(_ sources: Sources, _ rounds: Int) -> String {
    var parameters = CleanParameters()
    parameters.maximumBytes = 64 << 20
    let cleaner = Cleaner(parameters: parameters)
    var failed = 0
    let least = measure(rounds) {
      failed = 0
      for source in sources.documents {
        do {
          _ = try cleaner.clean(source.document)
        } catch {
          failed += 1
        }
      }
    }
    return json(sources.documents.count, bytes: sources.bytes, characters: 0, failed: failed, [("", least)])
  }

  private static func pages(_ sources: Sources) -> [(name: String, page: Page, map: PageMap)] {
    let cleaner = Cleaner()
    return sources.documents.compactMap { source in
      guard let made = try? cleaner.clean(source.document), made.page.refusal == nil else { return nil }
      return (source.name, made.page, made.map)
    }
  }

  private static func extract(_ sources: Sources, _ rounds: Int) -> String {
    let pages = pages(sources)
    let normalizer = Normalizer()
    let extractor = Extractor()
    var texts: [NormalText] = []
    var observations = 0
    let normalizing = measure(rounds) { texts = pages.map { normalizer.normalize($0.page) } }
    let extracting = measure(rounds) {
      observations = 0
      for (page, text) in zip(pages, texts) {
        let made = extractor.extract(page: page.page, text: text, hints: SourceHints(name: page.name))
        observations += made.report.observations.count
      }
    }
    let bytes = pages.reduce(0) { $0 + $1.page.text.count }
    let characters = pages.reduce(0) { $0 + $1.page.text.bytes.count { $0 & 0xC0 != 0x80 } }
    let both = (wall: normalizing.wall + extracting.wall, processor: normalizing.processor + extracting.processor)
    return json(
      pages.count,
      bytes: bytes,
      characters: characters,
      failed: sources.documents.count - pages.count,
      [("", both), ("normalize_", normalizing), ("extract_", extracting)],
      observations: observations
    )
  }

  /// A line for each page: what clean, normalize and extract made of it, so that a change for speed can show that it changes
  /// nothing else.
  private static func digest(_ sources: Sources) {
    let normalizer = Normalizer()
    let extractor = Extractor()
    for page in pages(sources) {
      let text = normalizer.normalize(page.page)
      let made = extractor.extract(page: page.page, text: text, hints: SourceHints(name: page.name))
      let contexts = [nil, SentenceContext.Mood.review, .plan].map {
        SentenceContext(area: "全市", reportYear: 2025, reviewYear: 2024, mood: $0)
      }
      let artifacts = [page.page.artifactBytes(), page.map.artifactBytes(), text.artifactBytes()]
      var fields = (artifacts + [made.report.artifactBytes(), made.headlines.artifactBytes()]).map(hash)
      for context in contexts {
        var report = Report()
        report.observations = extractor.read(text, context: context)
        fields.append(hash(report.artifactBytes()))
      }
      print(([page.name] + fields.map { String($0, radix: 16) }).joined(separator: " "))
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  // MARK: Measuring

  private typealias Time = (wall: Int64, processor: Int64)

  private static func measure(_ rounds: Int, _ body: () -> Void) -> Time {
    var least: Time = (.max, .max)
    for _ in 0..<rounds {
      let (wall, processor) = (nanoseconds(CLOCK_MONOTONIC), nanoseconds(CLOCK_PROCESS_CPUTIME_ID))
      body()
      least.wall = min(least.wall, nanoseconds(CLOCK_MONOTONIC) - wall)
      least.processor = min(least.processor, nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - processor)
    }
    return least
  }

  private static func nanoseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private static func json(
    _ documents: Int,
    bytes: Int,
    characters: Int,
    failed: Int,
    _ times: [(prefix: String, time: Time)],
    observations: Int = 0
  ) -> String {
    var fields = ["\"documents\": \(documents)", "\"failed\": \(failed)", "\"bytes\": \(bytes)"]
    fields += ["\"characters\": \(characters)", "\"observations\": \(observations)"]
    for (prefix, time) in times {
      fields.append("\"\(prefix)wall_s\": \(Double(time.wall) / 1e9)")
      fields.append("\"\(prefix)cpu_s\": \(Double(time.processor) / 1e9)")
    }
    return "{" + fields.joined(separator: ", ") + "}"
  }
}
