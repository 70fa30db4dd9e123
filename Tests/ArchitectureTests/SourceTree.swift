import Foundation

/// The project's own sources, as files.
enum SourceTree {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// One Swift file.
  struct File {
    /// Below the package's root.
    var path: String
    var lines: [Substring]

    /// The folder below Sources or Tests.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// Names of imported modules, a submodule's by its first part.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy({ Self.modifiers.contains($0) || $0.hasPrefix("@") })
        else { return nil }
        return words[place + 1].split(separator: ".").first.map(String.init)
      }
    }

    private static let modifiers: Set<Substring> = [
      "public", "package", "internal", "fileprivate", "private",
    ]
  }

  /// Every Swift file below a folder, by path.
  static func files(in folder: String) throws -> [File] {
    let base = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted()
      .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }
      .map { path in
        let text = try String(contentsOf: base.appending(path: path), encoding: .utf8)
        return File(
          path: "\(folder)/\(path)", lines: text.split(separator: "\n", omittingEmptySubsequences: false))
      }
  }
}
