/// The canonical cause ids and the other names causes go by.
public struct CauseNames: Sendable {
  /// A canonical id.
  public struct Entry: Sendable, Hashable {
    public var id: String
    public var family: String
    /// One line in our words.
    public var meaning: String
  }

  /// By id.
  public private(set) var entries: [Entry] = []
  /// Other name to canonical id.
  public private(set) var aliases: [String: String] = [:]

  init(canonical: String, aliases table: String) {
    for row in Self.rows(canonical) where row.count == 3 {
      entries.append(Entry(id: row[0], family: row[1], meaning: row[2]))
    }
    entries.sort { $0.id < $1.id }
    for row in Self.rows(table) where row.count == 2 { aliases[row[0]] = row[1] }
  }

  public func contains(_ id: String) -> Bool { entries.contains { $0.id == id } }

  /// The canonical id for a name: itself, or what it stands for; nil when unknown.
  public func canonical(_ name: String) -> String? { contains(name) ? name : aliases[name] }

  /// Lines behind the first, cut at the commas; the last column may hold commas itself.
  private static func rows(_ table: String) -> [[String]] {
    let lines = table.split(whereSeparator: \.isNewline)
    guard let header = lines.first else { return [] }
    let columns = header.split(separator: ",").count
    return lines.dropFirst().map {
      $0.split(separator: ",", maxSplits: columns - 1, omittingEmptySubsequences: false).map(String.init)
    }
  }
}
