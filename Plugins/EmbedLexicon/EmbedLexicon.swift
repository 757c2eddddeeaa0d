import Foundation
import PackagePlugin

/// Runs `LexiconEmbedder` over the target's `Data` folder whenever a file in it changes.
@main
struct EmbedLexicon: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = target.directoryURL.appending(path: "Data")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tsv" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLexicon.swift")
    return [
      .buildCommand(
        displayName: "Embedding the lexicon",
        executable: try context.tool(named: "LexiconEmbedder").url,
        arguments: [output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }
}
