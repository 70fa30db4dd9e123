public import EventSignals

/// An event of the catalogue: what it is called, carries and means.
public struct KnownEvent: Sendable, Hashable {
  /// Provider/@Name.
  public var provider: String
  public var eventID: UInt32
  public var channel: String
  /// The level Windows gives it, in words, where it is always the same.
  public var level: String?
  /// Names of its fields in order; empty when they are unnamed or none.
  public var fields: [String]
  /// The machines on which it says something about Remote Desktop.
  public var hosts: [HostRole]
  /// One line in our words.
  public var meaning: String
}

/// A file of the catalogue: the events of one provider.
struct EventFile: Decodable {
  /// The provider, and other names it logs under.
  var provider: String
  var alsoKnownAs: [String]?
  /// A short name to ask by.
  var shortName: String?
  var channel: String
  var hosts: [HostRole]
  var events: [Event]

  init(_ document: RuleValue) throws {
    self = try DocumentDecoder.decode(EventFile.self, from: document).value
  }

  struct Event: Decodable {
    var id: UInt32
    /// Where it differs from the file's.
    var channel: String?
    var hosts: [HostRole]?
    var level: String?
    var fields: [String]?
    var meaning: String
  }
}
