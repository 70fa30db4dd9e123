public import EventCorrelation
import EventSignals

/// Names the causes of what went wrong at a site, and how sure that is.
public struct Diagnoser: Sendable {
  private let causes: [PreparedCause]
  private let triggers: [PreparedCause]
  private let options: DiagnosisOptions

  /// `origins` says where each signal rule is logged; without it no absence can be proven.
  public init(
    causes: [CauseRule], origins: [String: SignalOrigin], options: DiagnosisOptions = .init()
  ) {
    let ids = origins.keys.sorted()
    let prepared = causes.sorted { $0.id < $1.id }.map { PreparedCause($0, ids: ids, origins: origins) }
    self.causes = prepared.filter { $0.rule.trigger != true }
    triggers = prepared.filter { $0.rule.trigger == true }
    self.options = options
  }

  /// Every incident, by start, then server, then client. O(episodes × causes), each search O(log signals).
  public func diagnose(_ site: CorrelatedSite) -> [Incident] {
    let assessor = IncidentAssessor(
      index: SignalIndex(site), causes: causes, threshold: options.minimumConfidence)
    let successes = SuccessTimes(site)
    let groups = IncidentGrouping(site: site, assessor: assessor, successes: successes).groups()
    let triggers = TriggerSearch(index: assessor.index, triggers: triggers, successes: successes)
    let advice = CollectAdvice(site: site, causes: causes)
    var incidents = SideBySide.map(groups.count, workers: options.workers) { number in
      var incident = assessor.incident(of: groups[number])
      incident.triggers = triggers.triggers(before: incident)
      incident.collectNext = advice.advice(for: incident)
      return incident
    }
    incidents += QuietEndings(site: site, assessor: assessor).incidents()
    incidents += OpenQuestions(site: site, assessor: assessor).incidents(beside: incidents).map { question in
      var question = question
      question.triggers = triggers.triggers(before: question)
      question.collectNext = advice.advice(for: question)
      return question
    }
    return incidents.sorted {
      ($0.start, $0.server ?? "", $0.client ?? "", $0.end) < (
        $1.start, $1.server ?? "", $1.client ?? "", $1.end
      )
    }
  }
}
