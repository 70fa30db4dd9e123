import Diagnosis
import EventSignals
import WindowsEventLog

/// The example of a cause as the signals and logs of a small site.
///
/// Every machine that logs something has the channels of its events covered for two hours on either
/// side, so an event that does not appear in them is proven absent.
struct ExampleTimeline {
  /// 2 March 2026, 09:00 UTC.
  private static let start = WindowsTime(ticks: 134_169_156_000_000_000)
  private static let margin = 7200.0

  private(set) var signals: [Signal] = []
  private(set) var coverage = SourceCoverage()

  /// Events of signals that do not exist are left out; checking rules reports them.
  init(_ example: CauseRule.Example, rules: [String: SignalRule]) {
    let computers = Self.computers(example)
    var activities: [String: String] = [:]
    for event in example.events.sorted(by: { $0.at < $1.at }) {
      guard let rule = rules[event.signal] else { continue }
      if let label = event.activity, activities[label] == nil {
        let number = String(activities.count + 1)
        activities[label] =
          "{00000000-0000-0000-0000-" + String(repeating: "0", count: 12 - number.count) + number + "}"
      }
      add(event, rule: rule, computer: computers[event.host] ?? "", activities: activities)
    }
    widenCoverage(rules: rules)
  }

  private mutating func add(
    _ event: CauseRule.TimelineEvent, rule: SignalRule, computer: String, activities: [String: String]
  ) {
    var fields: SignalFields = [:]
    for (key, value) in event.fields ?? [:] {
      if let field = SignalField(rawValue: key) { fields[field] = value }
    }
    let time = Self.start.advanced(bySeconds: event.at)
    let channel = rule.meaning.channel ?? "System"
    let key = SourceCoverage.Key(computer: computer, channel: channel)
    let records = (coverage.spans[key]?.records ?? 0) + 1
    coverage.spans[key] = SourceCoverage.Span(records: records, first: time, last: time)
    let reference = EventReference(
      source: "example", offset: UInt64(signals.count), computer: computer, channel: channel,
      provider: rule.scope.providers.first ?? "", eventID: rule.scope.eventIDs?.min() ?? 0, recordID: records,
      rawTime: time)
    signals.append(
      Signal(
        rule: rule.name, role: rule.meaning.role, proves: rule.meaning.proves, phase: rule.meaning.phase,
        standsAlone: rule.meaning.standsAlone, event: reference,
        activityID: event.activity.flatMap { activities[$0] }, fields: fields,
        summary: rule.meaning.summary.filled(with: fields)))
  }

  /// Every channel seen covers the whole example and everything its providers log.
  private mutating func widenCoverage(rules: [String: SignalRule]) {
    let times = signals.map(\.event.rawTime)
    guard let first = times.min(), let last = times.max() else { return }
    for (key, span) in coverage.spans {
      let providers = rules.values.filter { $0.meaning.channel == key.channel }.flatMap(\.scope.providers)
      coverage.spans[key] = SourceCoverage.Span(
        records: span.records, first: first.advanced(bySeconds: -Self.margin),
        last: last.advanced(bySeconds: Self.margin), recordIDs: [1...span.records], providers: Set(providers))
    }
  }

  /// The session host goes by the name the client asks for, so that both ends meet.
  private static func computers(_ example: CauseRule.Example) -> [HostRole: String] {
    var names: [HostRole: String] = [
      .client: "PC01.contoso.com", .sessionHost: "RDS01.contoso.com", .gateway: "RDG01.contoso.com",
      .broker: "RDCB01.contoso.com", .domainController: "DC01.contoso.com",
      .licenseServer: "RDLS01.contoso.com",
    ]
    let targets = example.events.filter { $0.host == .client }.compactMap { $0.fields?["target"] }
    if let target = targets.first(where: { $0.contains(where: \.isLetter) && !$0.contains(":") }) {
      names[.sessionHost] = target
    }
    return names
  }
}
