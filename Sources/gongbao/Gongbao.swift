import ArgumentParser

@main
struct Gongbao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongbao",
    abstract:
      "Turns the reports of Chinese governments into a warehouse of statistics, every figure with its sentence.",
    discussion: """
      Start in a folder with a pipeline.json. This one is enough:

        {"sources": [{"files": ["reports/**/*.html"]}]}

        gongbao run               bring the warehouse up to date
        gongbao plan              what a run would do, and why
        gongbao status            documents by state, failures, the last run
        gongbao explain DOC       what happened to a document, stage by stage
        gongbao trace ID          a figure, back to its sentence and bytes
        gongbao query FILE.sql    the warehouse's answers as a table

      A second run does again only what changed.

      Exit codes (sysexits.h):
        0   all done                      70  a bug
        64  wrong usage                   74  disk error, or a guard held
        65  a document newly failed       75  another run is going on, or stopped
        66  a file or glob is missing     78  pipeline.json is wrong
      """,
    subcommands: [
      Run.self,
      Plan.self,
      Status.self,
      Runs.self,
      Explain.self,
      Show.self,
      Diff.self,
      Trace.self,
      Read.self,
      Query.self,
      Doctor.self,
      Verify.self,
      Gc.self,
    ]
  )
}
