public import EventSignals

/// One piece of evidence a cause asks for.
///
/// It is found when `atLeast` events match: one of `signals`, logged by a machine in the role `host`
/// takes in the episode, within the window, with the fields of `where`.
public struct EvidenceItem: Sendable, Codable, Hashable {
  /// Ids of signal rules, any of them; `*` at the end of one stands for anything.
  public var signals: [String]
  /// Whose log; nil is any machine taking part in the episode.
  public var host: HostRole?
  /// Seconds before the episode's start that still count; default 5.
  public var before: Double?
  /// Seconds after the episode's end that still count; default 5.
  public var after: Double?
  /// Only events of the episode itself (its members) count, wherever the window reaches.
  public var member: Bool?
  /// A state that lasts: the event counts only if none of these signals follows it on the same host
  /// before the episode starts.
  public var unless: [String]?
  /// Canonical field to accepted values: text without case, a number equal to its hex form, `*` wild,
  /// a leading `!` for not.
  public var `where`: [String: [String]]?
  /// How many events; default 1.
  public var atLeast: Int?
  /// Whether the event must name the episode's user, or its client's address.
  public var sameUser: Bool?
  public var samePeer: Bool?
  /// Whether an event that another machine logged must name the machine the episode is about, or its gateway.
  public var sameServer: Bool?
  /// Whether the event must name an account of another domain than the accounts that were refused.
  public var otherDomain: Bool?
  /// The other way round: found when there is no such event and its log covers the window.
  public var absent: Bool?
  /// Only in episodes that lasted at least so many seconds: a connect that is dropped takes long.
  public var longerThan: Double?
  /// Only in episodes that lasted at most so many seconds: a connect that is refused ends at once.
  public var shorterThan: Double?
  /// Natural-log likelihood ratio: how much more often it is seen when the cause holds than when not.
  public var weight: Double
  /// What it shows, in our words; defaults to the signal's title.
  public var note: String?
}
