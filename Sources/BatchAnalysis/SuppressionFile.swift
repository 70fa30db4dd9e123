import EventSignals
import Foundation
public import IncidentReport
import KnowledgeBase
import WindowsEventLog

/// The file of `--suppress`: a YAML list of incidents that are known and accepted.
///
/// Each entry has a `reason` and at least one of `cause`, `server`, `client`, `from`, `until`; it may have
/// `expires`. Times are ISO 8601.
public enum SuppressionFile {
  /// Why it cannot be used; a sentence that names the file and the place.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String
    /// Whether there is no such file.
    public var isMissing: Bool
  }

  /// Reads a file.
  public static func read(_ path: String) throws(Fault) -> [Suppression] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Fault(description: "\(path): cannot be read; give a YAML file", isMissing: true)
    }
    return try parse(String(decoding: data, as: UTF8.self), path: path)
  }

  static func parse(_ text: String, path: String) throws(Fault) -> [Suppression] {
    let document: RuleValue
    do {
      document = try RuleValue.reading(yaml: text)
    } catch {
      throw Fault(description: "\(path): \(error)", isMissing: false)
    }
    guard case .list(let items) = document else {
      throw Fault(description: "\(path): must be a list of entries, each with a reason", isMissing: false)
    }
    var entries: [Suppression] = []
    for (index, item) in items.enumerated() {
      entries.append(try entry(item, place: "\(path): entry \(index + 1)"))
    }
    return entries
  }

  private static let keys = ["reason", "cause", "server", "client", "from", "until", "expires"]

  private static func entry(_ item: RuleValue, place: String) throws(Fault) -> Suppression {
    guard case .map(let pairs) = item else {
      throw Fault(description: "\(place) must hold keys and values", isMissing: false)
    }
    if let unknown = pairs.first(where: { !keys.contains($0.key) }) {
      throw Fault(
        description:
          "\(place) has an unknown key '\(unknown.key)'; known are \(keys.joined(separator: ", "))",
        isMissing: false)
    }
    guard let reason = item["reason"]?.scalarText, !reason.isEmpty else {
      throw Fault(description: "\(place) gives no reason", isMissing: false)
    }
    guard pairs.contains(where: { $0.key != "reason" && $0.key != "expires" }) else {
      throw Fault(
        description: "\(place) would hush everything; give a cause, server, client, from or until",
        isMissing: false)
    }
    return Suppression(
      reason: reason, cause: item["cause"]?.scalarText, server: item["server"]?.scalarText,
      client: item["client"]?.scalarText, from: try time("from", of: item, place),
      until: try time("until", of: item, place), expires: try time("expires", of: item, place))
  }

  private static func time(
    _ key: String, of item: RuleValue, _ place: String
  ) throws(Fault) -> WindowsTime? {
    guard let text = item[key]?.scalarText else { return nil }
    guard let time = WindowsTime(iso8601: text) else {
      throw Fault(
        description: "\(place): '\(key)' is no time; write it as 2026-03-02 or 2026-03-02T08:00Z",
        isMissing: false)
    }
    return time
  }
}
