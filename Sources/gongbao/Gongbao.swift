import ArgumentParser

@main
struct Gongbao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongbao",
    abstract: "Turns the reports of Chinese governments into a warehouse of statistics, every figure with its sentence."
  )
}
