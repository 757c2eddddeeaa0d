import Fetch
import Glibc
import Incremental

/// Runs the engine alone over the .txt files below a folder and prints what it cost as one line of JSON.
///
/// `EngineBench FOLDER STORE [--jobs N] [--allow-deletions] [--walk]`; `--walk` only lists the files.
@main
struct EngineBench {
  static func main() async {
    do {
      let order = try Order(CommandLine.arguments.dropFirst())
      print(order.isWalk ? walk(order) : try await run(order))
    } catch {
      let message = Array("EngineBench: \(error)\n".utf8)
      _ = write(STDERR_FILENO, message, message.count)
      exit(1)
    }
  }

  private static func run(_ order: Order) async throws -> String {
    let start = Cost()
    WorkMeter.start()
    let reader = FileReader(root: order.folder, maximumBytes: 64 << 20)
    let graph = try StageGraph(stages: TrivialStages.all)
    let engine = Engine(
      graph: graph,
      storePath: order.store,
      sources: [EngineSource(name: "generated", settings: "")],
      access: ItemAccess(
        read: { name, _ in
          let contents = try reader.contents(of: name)
          return (contents.bytes, FileStamp(contents.stat))
        },
        now: { Cost.nanoseconds(CLOCK_REALTIME) }
      ),
      sink: nil
    )
    try engine.openStore()
    var options = EngineOptions()
    options.jobs = order.jobs
    options.allowDeletions = order.allowsDeletions
    var listing = ListingAhead(FolderListing(folder: order.folder).makeIterator())
    let report = try await engine.run(options, listing: &listing, listed: { ListingVerdict() })
    let cost = Cost() - start
    return BenchReport(report, cost, order, inputBytes: listing.base.listing.bytes, stages: graph.stages.count).json
  }

  private static func walk(_ order: Order) -> String {
    let start = Cost()
    let listing = FolderListing(folder: order.folder)
    let iterator = listing.makeIterator()
    var count = 0
    while iterator.next() != nil { count += 1 }
    let cost = Cost() - start
    return BenchReport.object([
      ("documents", "\(count)"), ("input_bytes", "\(listing.bytes)"), ("wall_s", BenchReport.seconds(cost.wall)),
      ("cpu_s", BenchReport.seconds(cost.processor)), ("peak_mb", BenchReport.megabytes(Cost.peakBytes)),
    ])
  }
}
