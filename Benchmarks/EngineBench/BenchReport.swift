import Glibc
import Incremental

/// What a run cost, and how much of that is the engine's own.
///
/// The engine's own wall time is the run's wall time times the workers, less what all threads together spent inside the
/// stages, hashing (contents and artifacts of 512 bytes or more) and compressing; so everything else is the engine's:
/// listing, reading files, keys, look-ups, the writing of the store, waiting, and a core that idles. With one worker this
/// is the plain difference. The own processor time is the same difference between processor times: it does not depend
/// on what else the machine does. Both are divided by documents times stages.
struct BenchReport {
  private let report: EngineReport
  private let cost: Cost
  private let order: Order
  private let inputBytes: Int64
  private let stages: Int

  init(_ report: EngineReport, _ cost: Cost, _ order: Order, inputBytes: Int64, stages: Int) {
    self.report = report
    self.cost = cost
    self.order = order
    self.inputBytes = inputBytes
    self.stages = stages
  }

  var json: String {
    let steps = ["clean", "normalize", "extract"].compactMap { report.stages[$0] }
    var inside = (wall: Int64(0), processor: Int64(0))
    var fields: [(String, String)] = [
      ("documents", "\(report.items)"), ("jobs", "\(order.jobs)"),
      ("read", "\(report.stages["fetch"]?.ran ?? 0)"), ("ran", "\(steps.reduce(0) { $0 + $1.ran })"),
      ("deleted", "\(report.deleted.count)"), ("withheld", "\(report.withheld.reduce(0) { $0 + $1.vanished })"),
      ("wall_s", Self.seconds(cost.wall)), ("cpu_s", Self.seconds(cost.processor)),
    ]
    for (name, work) in [("stages", WorkMeter.Work.stage), ("hashing", .hashing), ("compressing", .compressing)] {
      let total = WorkMeter.total(work)
      inside.wall += total.wall
      inside.processor += total.processor
      fields.append((name + "_s", Self.seconds(total.wall)))
      fields.append((name + "_cpu_s", Self.seconds(total.processor)))
    }
    let units = Double(max(1, report.items * stages))
    let wall = max(0, cost.wall * Int64(order.jobs) - inside.wall)
    let processor = max(0, cost.processor - inside.processor)
    fields += [
      ("own_s", Self.seconds(wall)), ("own_cpu_s", Self.seconds(processor)),
      ("own_us_per_step", Self.decimal(Double(wall) / units / 1000)),
      ("own_cpu_us_per_step", Self.decimal(Double(processor) / units / 1000)),
      ("total_us_per_step", Self.decimal(Double(cost.wall) / units / 1000)),
      ("peak_mb", Self.megabytes(Cost.peakBytes)), ("input_bytes", "\(inputBytes)"), ("store_bytes", "\(storeBytes)"),
    ]
    return Self.object(fields)
  }

  /// With the files that SQLite keeps beside it.
  private var storeBytes: Int64 {
    ["", "-wal", "-shm"].reduce(0) { sum, suffix in
      var status = stat()
      return stat(order.store + suffix, &status) == 0 ? sum + Int64(status.st_size) : sum
    }
  }

  static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  static func seconds(_ nanoseconds: Int64) -> String { decimal(Double(nanoseconds) / 1e9) }

  static func megabytes(_ bytes: Int64) -> String { decimal(Double(bytes) / 1e6) }

  /// Four digits behind the point.
  static func decimal(_ value: Double) -> String {
    let scaled = Int64((value * 10_000).rounded())
    let tail = String(scaled % 10_000)
    return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - tail.count) + tail
  }
}
