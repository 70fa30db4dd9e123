public import Diagnosis
public import EventCorrelation
public import WindowsEventLog

/// Everything a report is built from.
public struct ReportInput: Sendable {
  public var generatorVersion: String
  public var sources: [SourceFacts]
  public var site: CorrelatedSite
  public var incidents: [Incident]
  /// The knowledge: titles, explanations, remedies.
  public var causes: [CauseRule]
  public var warnings: [Report.Warning]
  public var suppressed: [Report.Suppressed]
  public var options: ReportOptions

  /// One log as it was read.
  public struct SourceFacts: Sendable {
    public var path: String
    public var sha256: String?
    public var summary: SourceSummary

    public init(path: String, sha256: String? = nil, summary: SourceSummary) {
      self.path = path
      self.sha256 = sha256
      self.summary = summary
    }
  }

  public init(
    generatorVersion: String, sources: [SourceFacts], site: CorrelatedSite, incidents: [Incident],
    causes: [CauseRule], warnings: [Report.Warning] = [], suppressed: [Report.Suppressed] = [],
    options: ReportOptions = .init()
  ) {
    self.generatorVersion = generatorVersion
    self.sources = sources
    self.site = site
    self.incidents = incidents
    self.causes = causes
    self.warnings = warnings
    self.suppressed = suppressed
    self.options = options
  }
}
