import Diagnosis
import EventCorrelation
import EventSignals
import WindowsEventLog

/// The events of one incident, each once, and where each is in the list.
struct IncidentEvents {
  private(set) var events: [Report.Event]
  private(set) var indexOf: [EventReference: Int]

  /// Gathers the members of all episodes and of all evidence, by corrected time.
  init(of incident: Diagnosis.Incident, site: CorrelatedSite) {
    var telling: [EventReference: Episode.Member] = [:]
    func add(_ member: Episode.Member) {
      guard let known = telling[member.signal.event] else {
        telling[member.signal.event] = member
        return
      }
      let (old, new) = (known.signal, member.signal)
      let better =
        old.role.tellingness == new.role.tellingness
        ? new.rule < old.rule : new.role.tellingness > old.role.tellingness
      if better { telling[member.signal.event] = member }
    }
    for episode in incident.episodes { for member in episode.members { add(member) } }
    for hypothesis in incident.hypotheses { for item in hypothesis.evidence { item.member.map(add) } }
    let sorted = telling.values.sorted(by: Self.precedes)
    events = sorted.map { Report.Event(member: $0, site: site) }
    indexOf = Dictionary(
      sorted.enumerated().map { ($1.signal.event, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Marks what the first cause rests on.
  mutating func markDeciding(_ indices: [Int]) {
    for index in indices where events.indices.contains(index) { events[index].deciding = true }
  }

  private static func precedes(_ left: Episode.Member, _ right: Episode.Member) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.host != right.host { return left.host < right.host }
    let (first, second) = (left.signal.event, right.signal.event)
    if first.channel != second.channel { return first.channel < second.channel }
    if first.recordID != second.recordID { return (first.recordID ?? 0) < (second.recordID ?? 0) }
    if first.source != second.source { return first.source < second.source }
    return first.offset < second.offset
  }
}

extension Report.Event {
  init(member: Episode.Member, site: CorrelatedSite) {
    let signal = member.signal
    let name = site.hosts.indices.contains(member.host) ? site.hosts[member.host].name : signal.event.computer
    let label = "\(ProviderName.short(signal.event.provider)) \(signal.event.eventID)"
    self.init(
      reference: signal.event, host: name, time: member.time,
      summary: signal.summary.isEmpty ? label : signal.summary, signal: signal.rule, phase: signal.phase,
      mark: signal.role.mark, label: label)
  }
}
