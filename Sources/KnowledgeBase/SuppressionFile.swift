internal import EventSignals
internal import Foundation

/// Reads the file in which an administrator lists incidents that are known and accepted.
///
/// YAML: a list of maps, or a map with that list as `suppressions`. What the keys of an entry mean is
/// the report's matter; here each is a name with a text.
public enum SuppressionFile {
  /// Most entries of a file.
  public static let entryLimit = 10_000

  /// The entries in order; throws `KnowledgeError.unreadableFile` for a file that is none.
  public static func entries(path: String) throws(KnowledgeError) -> [[String: String]] {
    let text: String
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      guard let decoded = String(data: data, encoding: .utf8) else {
        throw KnowledgeError.unreadableFile(path: path, reason: "is not UTF-8")
      }
      text = decoded
    } catch let error as KnowledgeError {
      throw error
    } catch {
      throw .unreadableFile(path: path, reason: "cannot be read")
    }
    return try entries(text: text, path: path)
  }

  /// The same from a text already read; `path` is for messages.
  public static func entries(text: String, path: String) throws(KnowledgeError) -> [[String: String]] {
    var document: RuleValue
    do {
      document = try YAMLDocument.read(text).0
    } catch {
      let place = error.line.map { "line \($0): " } ?? ""
      throw .unreadableFile(path: path, reason: place + error.text)
    }
    if case .map(let entries) = document, entries.count == 1, entries[0].key == "suppressions" {
      document = entries[0].value
    }
    guard case .list(let items) = document else {
      throw .unreadableFile(path: path, reason: "must be a list of entries")
    }
    guard items.count <= entryLimit else {
      throw .unreadableFile(path: path, reason: "holds more than \(entryLimit) entries")
    }
    var result: [[String: String]] = []
    for (index, item) in items.enumerated() {
      guard case .map(let keys) = item else {
        throw .unreadableFile(path: path, reason: "entry \(index + 1) must be a map such as `cause: …`")
      }
      var entry: [String: String] = [:]
      for key in keys where key.value != .null {
        guard let text = key.value.scalarText else {
          throw .unreadableFile(path: path, reason: "entry \(index + 1): `\(key.key)` must be a text")
        }
        entry[key.key] = text
      }
      result.append(entry)
    }
    return result
  }
}
