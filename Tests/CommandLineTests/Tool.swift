import Foundation
import Testing

/// The built command, run as a user runs it.
struct Tool {
  let binary: URL

  /// What a run gave.
  struct Run {
    var status: Int32
    var output: String
    var errors: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let demo = root.appending(path: "Fixtures/cases/demo").path

  /// Finds the binary beside the tests, else in the package's build folder.
  init() throws {
    let beside = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    let folders = [
      beside, Self.root.appending(path: ".build/debug"), Self.root.appending(path: ".build/release"),
    ]
    binary = try #require(
      folders.map { $0.appending(path: "faultline") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) },
      "the command faultline is not built; run 'swift build' first")
  }

  /// Runs it to its end; `input` is its standard input.
  func callAsFunction(_ arguments: String..., input: Data = Data(), in folder: URL? = nil) throws -> Run {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? FileManager.default.temporaryDirectory
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    // Files instead of pipes: no amount of output can block the program.
    let folder = try Self.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let names = ["in", "out", "err"].map { folder.appending(path: $0) }
    try input.write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: names[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }

  /// A new, empty folder.
  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "faultline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
