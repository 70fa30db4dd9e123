import Foundation
import Yams

/// One data file: where it lies below its target's folder, and the text that goes into the program.
struct EmbeddedFile {
  /// The path below the target's folder, with `/`.
  let path: String
  /// JSON for a YAML file, otherwise the file's own text.
  let content: String

  /// Reads a file, and turns YAML into JSON with sorted keys.
  ///
  /// Time stamps stay text: Yams would make dates of them, which JSON has no room for.
  init(url: URL, below folder: URL) throws {
    let root = folder.standardizedFileURL.path
    let full = url.standardizedFileURL.path
    let prefix = root.hasSuffix("/") ? root : root + "/"
    guard full.hasPrefix(prefix) else { throw EmbeddingError.outside(path: full, folder: root) }
    path = String(full.dropFirst(prefix.count))

    guard let text = String(data: try Data(contentsOf: url), encoding: .utf8) else {
      throw EmbeddingError.notUTF8(path: full)
    }
    guard ["yml", "yaml"].contains(url.pathExtension) else {
      content = text
      return
    }
    let value: Any?
    do {
      value = try Yams.load(yaml: text, .default.removing(.timestamp))
    } catch {
      throw EmbeddingError.invalidYAML(path: full, reason: "\(error)")
    }
    guard let value, JSONSerialization.isValidJSONObject(value) else {
      throw EmbeddingError.notJSON(path: full)
    }
    let data = try JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
    content = String(decoding: data, as: UTF8.self)
  }
}

/// Why a file cannot be embedded; each names the file.
enum EmbeddingError: Error, CustomStringConvertible {
  case outside(path: String, folder: String)
  case notUTF8(path: String)
  case invalidYAML(path: String, reason: String)
  case notJSON(path: String)

  var description: String {
    switch self {
    case .outside(let path, let folder): "\(path): lies outside \(folder)"
    case .notUTF8(let path): "\(path): is not UTF-8"
    case .invalidYAML(let path, let reason): "\(path): is not YAML: \(reason)"
    case .notJSON(let path): "\(path): must be a mapping or a list of plain values with text keys"
    }
  }
}
