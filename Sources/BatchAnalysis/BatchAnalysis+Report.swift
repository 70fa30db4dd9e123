import Diagnosis
import EventCorrelation
import EventSignals
public import IncidentReport
import KnowledgeBase
import WindowsEventLog

extension BatchAnalysis {
  /// A finished analysis.
  public struct Outcome: Sendable {
    public var report: Report
    /// Which pseudonym stands for whom; nil unless names were replaced.
    public var redactionKey: RedactionKey?
  }

  /// Correlates, diagnoses and words what was read.
  public func report(on site: ReadSite) -> Outcome {
    let correlated = Correlator(
      options: CorrelationOptions(clockOffsets: options.clockOffsets, workers: options.workers)
    )
    .correlate(
      signals: site.sources.flatMap(\.signals), coverage: site.sources.map(\.summary.coverage))
    var settings = DiagnosisOptions(workers: options.workers)
    if let confidence = options.minimumConfidence { settings.minimumConfidence = confidence }
    let diagnosed = Diagnoser(causes: knowledge.causes, origins: knowledge.origins, options: settings)
      .diagnose(correlated)
    let wanted = options.filter.apply(to: diagnosed) { Self.otherNames(of: $0, in: correlated) }
    let (kept, suppressed) = Suppressor(entries: options.suppressions, now: options.now)
      .apply(to: wanted, clock: options.clock)

    let input = ReportInput(
      generatorVersion: options.version,
      sources: site.sources.map {
        .init(path: $0.path, sha256: $0.sha256, summary: $0.summary)
      },
      site: correlated, incidents: kept, causes: knowledge.causes,
      warnings: warnings(of: site), suppressed: suppressed,
      options: ReportOptions(clock: options.clock))
    let report = Report(input: input)
    guard options.redacts else { return Outcome(report: report) }
    var redaction = Redaction(input: input)
    let redacted = report.redacted(by: &redaction)
    return Outcome(report: redacted, redactionKey: redaction.key)
  }

  private func warnings(of site: ReadSite) -> [Report.Warning] {
    knowledge.warnings.map { .init(path: $0.path, message: $0.description) }
      + site.notices.map { .init(path: $0.path, message: $0.message) }
  }

  private static func otherNames(of name: String, in site: CorrelatedSite) -> [String] {
    let folded = name.lowercased()
    guard
      let host = site.hosts.first(where: { host in
        ([host.name] + host.aliases).contains { $0.lowercased() == folded }
      })
    else { return [] }
    return [host.name] + host.aliases
  }
}
