import Diagnosis
import EventCorrelation
import WindowsEventLog

extension Report {
  /// Chooses every word of the report.
  ///
  /// Incidents are ordered by start, server and client whatever the order given.
  public init(input: ReportInput) {
    let site = input.site
    self.init(generator: Generator(version: input.generatorVersion), clock: input.options.clock)
    referenceHost = site.referenceHost.flatMap { site.hosts.indices.contains($0) ? site.hosts[$0].name : nil }
    hosts = Self.hosts(of: site, reference: referenceHost)
    let hostsByName = Self.hostsByName(of: site)
    sources = input.sources.map { Source(facts: $0, hosts: hostsByName) }
    coverage = site.coverage.entries.compactMap { entry in
      site.hosts.indices.contains(entry.host)
        ? Coverage(host: site.hosts[entry.host].name, entry: entry) : nil
    }
    let builder = IncidentBuilder(
      site: site,
      causes: Dictionary(input.causes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      options: input.options)
    incidents = input.incidents.sorted(by: Self.precedes).enumerated().map { index, incident in
      builder.build(incident, id: "INC-" + padded(index + 1, 4))
    }
    let boundary = newSince
    if let boundary { markNew(since: boundary) }
    overview = Overview(of: self)
    overview.newSince = boundary
    suppressed = input.suppressed
    warnings = input.warnings
    headline = Headline.text(of: self)
    method = Method.paragraphs(of: self)
  }

  /// Sources of archives and folders in the order given; a host's own names resolved to the shown one.
  private static func hosts(of site: CorrelatedSite, reference: String?) -> [Host] {
    let gauge = site.referenceHost.map { site.hosts[$0].clock }
    return site.hosts.enumerated().map { index, host in
      let clock = gauge.map(host.clock.seen(from:)) ?? host.clock
      var shown = Host(
        name: host.name, aliases: host.aliases, roles: host.roles, clock: clock, hasLogs: host.hasLogs)
      shown.clockText =
        host.hasLogs
        ? clock.text(reference: reference, isReference: index == site.referenceHost)
        : "no log of it was supplied"
      return shown
    }
  }

  /// By start, then server, then client, then the names that could still differ.
  private static func precedes(_ left: Diagnosis.Incident, _ right: Diagnosis.Incident) -> Bool {
    if left.start != right.start { return left.start < right.start }
    let first = [left.server, left.client, left.user].map { $0 ?? "" } + [left.hypotheses.first?.cause ?? ""]
    let second =
      [right.server, right.client, right.user].map { $0 ?? "" } + [right.hypotheses.first?.cause ?? ""]
    return first.lexicographicallyPrecedes(second)
  }

  /// A day before the end of the logs, where they reach back far enough to know what is not new.
  private var newSince: WindowsTime? {
    let day = 86_400 * WindowsTime.ticksPerSecond
    guard let first = coverage.map(\.first).min(), let last = coverage.map(\.last).max(),
      last.seconds(since: first) >= 2 * 86_400
    else { return nil }
    return WindowsTime(ticks: last.ticks.subtractingReportingOverflow(day).partialValue)
  }

  /// Marks incidents whose cause first shows on their server after `boundary`.
  private mutating func markNew(since boundary: WindowsTime) {
    var seen: [String: WindowsTime] = [:]
    for incident in incidents {
      let key = Self.novelty(incident)
      seen[key] = min(seen[key] ?? incident.start, incident.start)
    }
    for index in incidents.indices {
      incidents[index].isNew = seen[Self.novelty(incidents[index])].map { $0 > boundary } ?? false
    }
  }

  /// What makes an incident the same trouble as another.
  private static func novelty(_ incident: Incident) -> String {
    "\(incident.server ?? "")\u{0}\(incident.hypotheses.first?.cause ?? "")"
  }
}

extension Report {
  /// Hosts by each name in lower case; a name that several have is the first one's.
  private static func hostsByName(of site: CorrelatedSite) -> [String: EventCorrelation.Host] {
    var hosts: [String: EventCorrelation.Host] = [:]
    for host in site.hosts {
      for name in [host.name] + host.aliases where hosts[name.lowercased()] == nil {
        hosts[name.lowercased()] = host
      }
    }
    return hosts
  }
}

extension Report.Source {
  /// What the reader found, with times corrected by the clock of the host that logged them.
  init(facts: ReportInput.SourceFacts, hosts byName: [String: EventCorrelation.Host]) {
    self.init(path: facts.path, description: facts.summary.description, ledger: facts.summary.ledger)
    sha256 = facts.sha256
    var names: Set<String> = []
    var channelNames: Set<String> = []
    for (key, span) in facts.summary.coverage.spans {
      let host = byName[key.computer.lowercased()]
      names.insert(host?.name ?? key.computer)
      channelNames.insert(key.channel)
      let clock = host?.clock ?? .assumed
      first = [first, clock.corrected(span.first)].compactMap(\.self).min()
      last = [last, clock.corrected(span.last)].compactMap(\.self).max()
    }
    hosts = names.sorted()
    channels = channelNames.sorted()
  }
}
