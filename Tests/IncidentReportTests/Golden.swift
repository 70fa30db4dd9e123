import Foundation
import Testing

/// Golden files in `Fixtures/reports`: what each writer makes of a fixed report, byte for byte.
///
/// `RECORD_GOLDEN=1 swift test --filter Golden` writes them anew, and fails so that nobody records by
/// accident.
enum Golden {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/reports")

  static func expect(_ bytes: [UInt8], is name: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      Issue.record(
        "recorded Fixtures/reports/\(name); run again without RECORD_GOLDEN", sourceLocation: sourceLocation)
      return
    }
    let known = try Data(contentsOf: file)
    guard known != Data(bytes) else { return }
    let old = String(decoding: known, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $1.0 != $1.1 }
    let place = line.map { "line \($0.offset + 1): was \($0.element.0), is \($0.element.1)" } ?? "its length"
    Issue.record(
      "Fixtures/reports/\(name) differs, first in \(place); RECORD_GOLDEN=1 swift test --filter Golden accepts it",
      sourceLocation: sourceLocation)
  }
}
