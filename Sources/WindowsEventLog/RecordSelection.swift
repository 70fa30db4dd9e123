/// Which records a caller wants in full; the reader parses no further than the header of the rest.
public struct RecordSelection: Sendable, Equatable {
  /// The ids wanted of one provider.
  public enum EventIDs: Sendable, Equatable {
    case all
    case some(Set<UInt32>)
  }

  /// Wanted ids by provider name (or EventSourceName), in lower case; nil wants every record.
  public private(set) var providers: [String: EventIDs]?
  /// Names of channels in lower case whose every record is wanted.
  public private(set) var channels: Set<String>
  /// Fields that tell how much a record matters, by provider in lower case and id; a hint to readers.
  public private(set) var deciding: [String: [UInt32: DecidingField]]
  /// Texts of which a record must hold one, by provider in lower case and id; a hint to readers.
  public private(set) var decidingTexts: [String: [UInt32: DecidingTexts]]
  /// Whether a record that matters only beside others is left unread, and its place kept to read it from later.
  public var defersSupporting = false
  /// Whether damage inside the body of an unwanted record is looked for too (`events`, `stats`, `--strict`).
  public var checksEveryBody: Bool

  /// Every record, in full.
  public static let everything = RecordSelection(providers: nil, checksEveryBody: true)

  public init(
    providers: [String: EventIDs]?, channels: Set<String> = [],
    deciding: [String: [UInt32: DecidingField]] = [:],
    decidingTexts: [String: [UInt32: DecidingTexts]] = [:], checksEveryBody: Bool = false
  ) {
    self.providers = providers.map { table in
      Dictionary(table.map { ($0.key.lowercased(), $0.value) }) { first, second in
        switch (first, second) {
        case (.some(let one), .some(let two)): .some(one.union(two))
        default: .all
        }
      }
    }
    self.deciding = Dictionary(deciding.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    self.decidingTexts = Dictionary(decidingTexts.map { ($0.key.lowercased(), $0.value) }) { first, _ in first
    }
    self.channels = Set(channels.map { $0.lowercased() })
    self.checksEveryBody = checksEveryBody
  }
}
