import Foundation
import PackagePlugin

/// Gives `CodeFingerprinter` the sources of each stage: the target's own, those of the package's targets it depends on,
/// and of the wiring; with the versions of the packages and system libraries that it is built with.
@main
struct FingerprintCode: BuildToolPlugin {
  /// Beside the stage's target: files elsewhere that take part in what the stage makes.
  private static let wiring: [String: [String]] = [
    "Clean": ["StageWiring.swift", "DocumentFailure+Words.swift", "MediaTypeDetection.swift"],
    "Normalize": ["StageWiring.swift"],
    "Extract": ["StageWiring.swift", "DocumentFailure+Words.swift"],
    "Validate": ["StageWiring.swift"],
    "Load": ["WarehouseSink.swift"],
  ]
  /// System libraries that are linked without a target of their own.
  private static let linked = ["CICU": "icu-uc"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let output = context.pluginWorkDirectoryURL.appending(path: "StageCode.swift")
    let root = context.package.directoryURL.path + "/"
    var arguments = [output.path, root]
    var inputs: [URL] = []
    let shared = files(of: [target] + target.recursiveTargetDependencies)
    for stage in target.recursiveTargetDependencies.sorted(by: { $0.name < $1.name }) {
      guard let extras = Self.wiring[stage.name] else { continue }
      let parts = [stage] + stage.recursiveTargetDependencies
      let own = parts.filter { $0.directoryURL.path.hasPrefix(root) && !$0.directoryURL.path.contains("/.build") }
      let sources =
        (files(of: own) + shared.filter { extras.contains($0.lastPathComponent) })
        .reduce(into: [String: URL]()) { $0[$1.path] = $1 }.values.sorted { $0.path < $1.path }
      arguments += ["--stage", stage.name.lowercased()]
      arguments += versions(of: parts, own: own, context)
      arguments += ["--"] + sources.map(\.path)
      inputs += sources
    }
    return [
      .buildCommand(
        displayName: "Taking the fingerprints of the stages' code",
        executable: try context.tool(named: "CodeFingerprinter").url,
        arguments: arguments,
        inputFiles: inputs,
        outputFiles: [output]
      )
    ]
  }

  private func files(of targets: [any Target]) -> [URL] {
    targets.flatMap { target -> [URL] in
      if let module = target as? any SourceModuleTarget {
        let kinds: Set<String> = ["swift", "c", "h"]
        return module.sourceFiles.map(\.url).filter { kinds.contains($0.pathExtension) }
      }
      let folder = target.directoryURL
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return target is SystemLibraryTarget ? names.map { folder.appending(path: $0) } : []
    }
  }

  private func versions(of parts: [any Target], own: [any Target], _ context: PluginContext) -> [String] {
    var versions: Set<String> = []
    for part in parts {
      if let library = (part as? SystemLibraryTarget)?.pkgConfig ?? Self.linked[part.name] {
        versions.insert("\(library) \(systemVersion(of: library))")
      }
      for case .product(let product) in part.dependencies {
        for dependency in context.package.dependencies
        where dependency.package.products.contains(where: { $0.id == product.id }) {
          if case .repository(_, let version, _) = dependency.package.origin {
            versions.insert("\(dependency.package.displayName) \(version)")
          }
        }
      }
    }
    return versions.sorted()
  }

  /// Empty where pkg-config is not there or does not know it.
  private func systemVersion(of library: String) -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pkg-config", "--modversion", library]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "" }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
