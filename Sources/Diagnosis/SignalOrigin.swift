public import EventSignals

/// Where a signal is logged: what decides whether not seeing it means anything.
public struct SignalOrigin: Sendable, Hashable {
  /// The channel its events are written to.
  public var channel: String
  /// Whether Windows logs it without anybody asking.
  public var logged: Logged
  /// What the signal is called; the note of evidence that has none of its own.
  public var title: String
  /// The only kind of machine that logs it; nil where any does.
  public var loggedBy: HostRole?

  /// What it takes for the event to be written at all.
  public enum Logged: String, Sendable, Hashable, Codable {
    /// Always.
    case `default`
    /// With an audit policy.
    case audit
    /// With a setting that is off unless somebody turns it on.
    case setting
  }

  /// Whether the log is one that people export: analytic and debug channels hold nothing unless they are being traced.
  var isExportable: Bool { !channel.hasSuffix("/Analytic") && !channel.hasSuffix("/Debug") }

  public init(channel: String, logged: Logged, title: String, loggedBy: HostRole? = nil) {
    self.channel = channel
    self.logged = logged
    self.title = title
    self.loggedBy = loggedBy
  }
}
