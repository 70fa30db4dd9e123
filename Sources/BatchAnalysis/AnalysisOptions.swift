public import IncidentReport
public import WindowsEventLog

/// What the user of an analysis chooses.
public struct AnalysisOptions: Sendable {
  /// Pieces read at the same time; the result does not depend on it.
  public var workers: Int
  /// Whether the bytes of every source are hashed.
  public var hashes: Bool
  /// Whether damage is looked for in records that are not wanted, too.
  public var checksEveryBody: Bool
  /// Whether signals that matter only beside others are kept wherever they are, for an analysis to come.
  public var keepsSupporting: Bool
  /// Which incidents are shown; evidence is never filtered.
  public var filter: ReportFilter
  /// Seconds a host's clock is ahead, by name.
  public var clockOffsets: [String: Double]
  /// The confidence from which a matched cause is a diagnosis; nil for the promised 0.6.
  public var minimumConfidence: Double?
  public var suppressions: [Suppression]
  /// The instant at which suppressions expire or not.
  public var now: WindowsTime
  public var clock: ReportClock
  /// Whether names are replaced by pseudonyms.
  public var redacts: Bool
  /// The program's version, for the report.
  public var version: String

  public init(version: String, now: WindowsTime, workers: Int = 2) {
    self.version = version
    self.now = now
    self.workers = workers
    hashes = false
    checksEveryBody = false
    keepsSupporting = false
    filter = ReportFilter()
    clockOffsets = [:]
    suppressions = []
    clock = .utc
    redacts = false
  }
}
