import BatchAnalysis
import Foundation
import IncidentReport

/// Writes what was asked for into files; every failure is told and gives false.
enum OutputFiles {
  /// The files of a report folder and what each holds.
  static let reportFiles: [(name: String, format: ReportFormat)] = [
    ("report.html", .html), ("report.md", .markdown), ("report.json", .json), ("timeline.csv", .csv),
  ]

  static func render(_ report: Report, with writer: any ReportWriter) -> [UInt8]? {
    do {
      return try writer.write(report)
    } catch {
      Terminal.note("faultline: \(Terminal.harmless(error.description))")
      return nil
    }
  }

  /// Replaces a file in one step; a link stays a link, and a pipe or device takes the bytes.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let place = URL(filePath: path).resolvingSymlinksInPath()
    let kind = try? FileManager.default.attributesOfItem(atPath: place.path)[.type] as? FileAttributeType
    do {
      if kind == nil || kind == .typeRegular {
        try Data(bytes).write(to: place, options: .atomic)
      } else {
        let handle = try FileHandle(forWritingTo: place)
        try handle.write(contentsOf: bytes)
        try handle.close()
      }
      return true
    } catch {
      Terminal.note(
        "faultline: \(Terminal.harmless(path)): cannot be written; check the folder and its permissions")
      return false
    }
  }

  /// Writes every format into a folder, which is made where it is missing, and says where.
  static func write(_ outcome: BatchAnalysis.Outcome, folder: String, quiet: Bool) -> Bool {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      Terminal.note("faultline: \(Terminal.harmless(folder)): cannot be made; check its path and permissions")
      return false
    }
    let root = URL(filePath: folder, directoryHint: .isDirectory)
    var isWhole = true
    for file in reportFiles {
      let path = root.appending(path: file.name).path
      isWhole =
        (render(outcome.report, with: file.format.writer()).map { write($0, to: path) } ?? false) && isWhole
    }
    if let key = outcome.redactionKey {
      // Beside the folder: whoever forwards the folder must not forward the key with it.
      let place = root.standardizedFileURL
      let path = place.deletingLastPathComponent()
        .appending(path: place.lastPathComponent + "-redaction-key.csv").path
      isWhole = writeKey(key, to: path, quiet: quiet) && isWhole
    }
    if isWhole && !quiet {
      let first = root.appending(path: reportFiles.first?.name ?? "").path
      Terminal.note("faultline: report written to \(Terminal.harmless(first))")
    }
    return isWhole
  }

  /// Writes the key of a redacted report beside it, or into the current folder.
  static func writeKey(_ key: RedactionKey, beside output: String?, quiet: Bool) -> Bool {
    let folder = output.map { URL(filePath: $0).deletingLastPathComponent().path } ?? "."
    let path = URL(filePath: folder, directoryHint: .isDirectory).appending(path: "redaction-key.csv").path
    return writeKey(key, to: path, quiet: quiet)
  }

  /// Only its owner may read it.
  private static func writeKey(_ key: RedactionKey, to path: String, quiet: Bool) -> Bool {
    guard write(Array(key.csv.utf8), to: path) else { return false }
    try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    guard !quiet else { return true }
    Terminal.note(
      "faultline: the key to the pseudonyms is in \(Terminal.harmless(path)); keep it to yourself")
    return true
  }
}
