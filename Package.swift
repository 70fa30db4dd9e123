// swift-tools-version: 6.3
import PackageDescription

/// What every target of ours is compiled with; kept in one place so that no module drifts.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
  // Generic closures in hot loops are specialised across modules only with the first flag. Accesses are checked
  // against each other in debug builds, where all tests run, and cost a twelfth of the reading.
  .unsafeFlags(
    ["-cross-module-optimization", "-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  plugins: [Target.PluginUsage] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings,
    plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "faultline",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "faultline", targets: ["faultline"]),
    .library(name: "WindowsEventLog", targets: ["WindowsEventLog"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),

    .executableTarget(name: "embed-knowledge", dependencies: [yams], swiftSettings: settings),
    .plugin(
      name: "EmbedKnowledgePlugin", capability: .buildTool(), dependencies: ["embed-knowledge"],
      path: "Sources/EmbedKnowledgePlugin"),

    module("StatusCodes", plugins: ["EmbedKnowledgePlugin"]),
    module("WindowsEventLog", ["CLibXML2"]),
    module("EventExport", ["WindowsEventLog"]),
    module("LogArchive", ["CLibArchive"]),
    module("EventSignals", ["WindowsEventLog"]),
    module("EventCorrelation", ["EventSignals", "WindowsEventLog"]),
    module("Diagnosis", ["EventCorrelation", "EventSignals", "StatusCodes", "WindowsEventLog"]),
    module(
      "KnowledgeBase", ["Diagnosis", "EventSignals", yams], plugins: ["EmbedKnowledgePlugin"]),
    module(
      "IncidentReport",
      [
        "Diagnosis", "EventCorrelation", "EventSignals", "WindowsEventLog", "KnowledgeBase",
        "StatusCodes", mustache,
      ], plugins: ["EmbedKnowledgePlugin"]),
    module(
      "BatchAnalysis",
      [
        "Diagnosis", "EventCorrelation", "EventExport", "EventSignals", "IncidentReport",
        "KnowledgeBase", "LogArchive", "StatusCodes", "WindowsEventLog", crypto,
      ], plugins: ["EmbedKnowledgePlugin"]),
    .executableTarget(
      name: "faultline",
      dependencies: [
        "BatchAnalysis", "Diagnosis", "EventCorrelation", "EventExport", "EventSignals",
        "IncidentReport", "KnowledgeBase", "LogArchive", "StatusCodes", "WindowsEventLog",
        argumentParser,
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["EventCorrelation", "EventSignals", "WindowsEventLog"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("StatusCodes", ["StatusCodes"]),
    tests("WindowsEventLog", ["WindowsEventLog"]),
    tests("EventExport", ["EventExport", "WindowsEventLog"]),
    tests("LogArchive", ["CLibArchive", "LogArchive"]),
    tests("EventSignals", ["EventSignals", "WindowsEventLog"]),
    tests("EventCorrelation", ["EventCorrelation", "EventSignals", "TestSupport", "WindowsEventLog"]),
    tests("Diagnosis", ["Diagnosis", "EventCorrelation", "EventSignals", "WindowsEventLog"]),
    tests(
      "KnowledgeBase",
      ["BatchAnalysis", "Diagnosis", "EventCorrelation", "EventSignals", "KnowledgeBase", "TestSupport"]),
    tests(
      "IncidentReport",
      ["Diagnosis", "EventCorrelation", "EventSignals", "IncidentReport", "KnowledgeBase", "WindowsEventLog"]),
    tests(
      "BatchAnalysis",
      [
        "BatchAnalysis", "Diagnosis", "EventCorrelation", "EventSignals", "IncidentReport", "KnowledgeBase",
        "WindowsEventLog",
      ]),
    tests("Architecture", []),
    tests("Documentation", ["Diagnosis", "EventSignals", "KnowledgeBase", "StatusCodes"]),
    tests("CommandLine", ["faultline"]),
    tests(
      "Case",
      [
        "BatchAnalysis", "Diagnosis", "EventCorrelation", "IncidentReport", "KnowledgeBase",
        "WindowsEventLog",
      ]),
  ]
)
