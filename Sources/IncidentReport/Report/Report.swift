/// What a run found, as a value in which every word is chosen; writers only lay it out.
///
/// Strings from logs (names, summaries, paths) are kept as logged: each writer makes them harmless in
/// its own format.
public struct Report: Sendable, Hashable {
  public var generator: Generator
  /// One sentence about the whole run.
  public var headline: String
  /// How instants are shown to the reader; times inside the report stay UTC.
  public var clock: ReportClock
  /// The host whose clock all times are on; nil when no log was read.
  public var referenceHost: String?
  /// In the order the inputs were given.
  public var sources: [Source]
  /// By name.
  public var hosts: [Host]
  /// By start, then server, then client.
  public var incidents: [Incident]
  public var overview: Overview
  /// By host, then channel.
  public var coverage: [Coverage]
  /// Known and accepted: entries of the suppression file with what each hushed.
  public var suppressed: [Suppressed]
  public var warnings: [Warning]
  /// What a reader must know about the method to check the work, a paragraph each.
  public var method: [String]
  /// Whether names and addresses are pseudonyms.
  public var redacted: Bool

  /// The program that made the report.
  public struct Generator: Sendable, Hashable {
    public var name: String
    public var version: String

    public init(name: String = "faultline", version: String) {
      self.name = name
      self.version = version
    }
  }

  /// Something the reader should know about an input.
  public struct Warning: Sendable, Hashable {
    public var path: String
    public var message: String

    public init(path: String, message: String) {
      self.path = path
      self.message = message
    }
  }

  public init(generator: Generator, clock: ReportClock = .utc) {
    self.generator = generator
    self.clock = clock
    headline = ""
    sources = []
    hosts = []
    incidents = []
    overview = Overview()
    coverage = []
    suppressed = []
    warnings = []
    method = []
    redacted = false
  }
}
