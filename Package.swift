// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "gongbao",
  products: [.executable(name: "gongbao", targets: ["gongbao"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    // The command: a file a subcommand, no logic of its own.
    .executableTarget(
      name: "gongbao",
      dependencies: [
        "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // Reads pipeline.json, wires the stages into the graph, plans, runs, explains.
    .target(
      name: "Pipeline",
      dependencies: [
        "Fetch", "Clean", "Normalize", "Extract", "Validate", "Load", "Documents", "Lexicon", "Incremental", "CSQLite",
        "CICU",
      ],
      plugins: ["FingerprintCode"]
    ),

    // The stages, in the order in which a document passes them. None knows another.
    .target(name: "Fetch", dependencies: ["Documents"]),
    .target(name: "Clean", dependencies: ["Documents", "Lexicon", "CLibXML2", "CICU"]),
    .target(name: "Normalize", dependencies: ["Documents", "Lexicon"]),
    .target(name: "Extract", dependencies: ["Documents", "Lexicon"]),
    .target(name: "Validate", dependencies: ["Documents", "Lexicon"]),
    .target(
      name: "Load",
      dependencies: ["Documents", "Lexicon", "CCrypto", "CSQLite", .product(name: "GRDB", package: "GRDB.swift")]
    ),

    // The values that pass between the stages.
    .target(name: "Documents"),
    // Indicators, units, regions, report types: data files and typed access to them.
    .target(name: "Lexicon", dependencies: ["Documents"], exclude: ["Data"], plugins: ["EmbedLexicon"]),

    // The engine: artifacts, keys, traces, scheduler, run history. It knows nothing of reports.
    .target(
      name: "Incremental",
      dependencies: ["CSQLite", "CPageSums", "CZstd", "CCrypto"]
    ),
    // A file system for SQLite with a sum in each page.
    .target(name: "CPageSums", linkerSettings: [.linkedLibrary("sqlite3")]),

    // System libraries, a module map each.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    // ICU behind a header that names no ICU type: its own headers clash with Foundation.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),

    // Lexicon/Data becomes Swift source at build time, with the digest of each file.
    .plugin(name: "EmbedLexicon", capability: .buildTool(), dependencies: ["LexiconEmbedder"]),
    .executableTarget(name: "LexiconEmbedder", dependencies: ["CCrypto"], path: "Plugins/LexiconEmbedder"),
    // The code of each stage becomes a fingerprint at build time: it stands in the stage's keys.
    .plugin(name: "FingerprintCode", capability: .buildTool(), dependencies: ["CodeFingerprinter"]),
    .executableTarget(
      name: "CodeFingerprinter",
      dependencies: ["SourceFingerprint"],
      path: "Plugins/CodeFingerprinter"
    ),
    .target(name: "SourceFingerprint", dependencies: ["CCrypto"], path: "Plugins/SourceFingerprint"),

    // The engine alone, with stages that cost nothing: for make bench, no part of the product.
    .executableTarget(name: "EngineBench", dependencies: ["Incremental", "Fetch"], path: "Benchmarks/EngineBench"),
    // A stage alone, on one core and from memory.
    .executableTarget(
      name: "StageBench",
      dependencies: ["Fetch", "Clean", "Normalize", "Extract", "Documents"],
      path: "Benchmarks/StageBench"
    ),

    // What tests stand on: folders that go with them, the project's own, random numbers that a seed gives again.
    .target(name: "Testbed", path: "Tests/Testbed"),

    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(
      name: "LoadTests",
      dependencies: ["Load", "Documents", "Lexicon", "Testbed", .product(name: "GRDB", package: "GRDB.swift")]
    ),
    .testTarget(name: "ValidateTests", dependencies: ["Validate", "Documents", "Lexicon", "Testbed"]),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon", "Documents", "Testbed"]),
    .testTarget(name: "CleanTests", dependencies: ["Clean", "CleanFuzz", "Documents", "Lexicon", "CICU", "Testbed"]),
    // Cleans damaged pages: make fuzz. The tests use its damage and its checks for a short while.
    .executableTarget(name: "CleanFuzz", dependencies: ["Clean", "Documents", "Testbed"], path: "Tests/CleanFuzz"),
    .testTarget(name: "FetchTests", dependencies: ["Fetch", "Documents", "Testbed"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["gongbao", "Pipeline", "Incremental", "Testbed"],
      exclude: ["Snapshots"]
    ),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: ["Pipeline", "Clean", "Normalize", "Extract", "Validate", "Lexicon", "Testbed"]
    ),
    .testTarget(
      name: "ExtractTests",
      dependencies: ["Extract", "Normalize", "Clean", "Documents", "Lexicon", "Testbed"],
      exclude: ["Constructions.tsv", "Numerals.tsv"]
    ),
    .testTarget(name: "NormalizeTests", dependencies: ["Normalize", "Documents", "Testbed"]),
    .testTarget(
      name: "SourceFingerprintTests",
      dependencies: ["SourceFingerprint", "CodeFingerprinter", "LexiconEmbedder", "Testbed"]
    ),
    .testTarget(name: "IncrementalTests", dependencies: ["Incremental", "Testbed"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Incremental", "Documents", "CrashChild", "Testbed", .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    // A run that the tests kill, and the SQLite file system that counts its writes and plays a bad disk.
    .executableTarget(
      name: "CrashChild",
      dependencies: ["Pipeline", "Incremental", "CountingVFS", "CSQLite"],
      path: "Tests/CrashChild"
    ),
    .target(name: "CountingVFS", path: "Tests/CountingVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
    .testTarget(
      name: "SampleTests",
      dependencies: ["Clean", "Documents", "Extract", "Normalize", "Testbed"],
      exclude: ["Gold", "floors.tsv"]
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
