extension Report {
  /// The same report with pseudonyms for every name, and the key for the owner of the logs.
  ///
  /// Words of the knowledge (titles, explanations), channels and providers stay: they name nobody.
  public func redacted(by redaction: inout Redaction) -> Report {
    var report = self
    report.redacted = true
    for index in report.sources.indices {
      redaction.redact(&report.sources[index].path)
      redaction.redact(&report.sources[index].hosts)
    }
    for index in report.hosts.indices {
      redaction.redact(&report.hosts[index].name)
      redaction.redact(&report.hosts[index].aliases)
      redaction.redact(&report.hosts[index].clockText)
      // Several names of one machine have one pseudonym.
      let name = report.hosts[index].name
      report.hosts[index].aliases = Set(report.hosts[index].aliases).subtracting([name]).sorted()
    }
    for index in report.incidents.indices { report.incidents[index].redact(&redaction) }
    for index in report.coverage.indices { redaction.redact(&report.coverage[index].host) }
    for index in report.suppressed.indices { report.suppressed[index].redact(&redaction) }
    for index in report.warnings.indices {
      redaction.redact(&report.warnings[index].path)
      redaction.redact(&report.warnings[index].message)
    }
    redaction.redact(&report.headline)
    redaction.redact(&report.referenceHost)
    let boundary = report.overview.newSince
    report.overview = Overview(of: report)
    report.overview.newSince = boundary
    report.method = Method.paragraphs(of: report)
    return report
  }
}

extension Redaction {
  mutating func redact(_ text: inout String) { text = redact(text) }

  mutating func redact(_ text: inout String?) { text = text.map { redact($0) } }

  mutating func redact(_ texts: inout [String]) { texts = texts.map { redact($0) } }
}

extension Report.Suppressed {
  fileprivate mutating func redact(_ redaction: inout Redaction) {
    redaction.redact(&reason)
    redaction.redact(&server)
    redaction.redact(&client)
    for index in incidents.indices {
      redaction.redact(&incidents[index].server)
      redaction.redact(&incidents[index].client)
    }
  }
}

extension Report.Incident {
  fileprivate mutating func redact(_ redaction: inout Redaction) {
    redaction.redact(&client)
    redaction.redact(&clients)
    redaction.redact(&server)
    redaction.redact(&gateway)
    redaction.redact(&user)
    redaction.redact(&title)
    redaction.redact(&sentence)
    redaction.redact(&nextStep)
    redaction.redact(&openQuestions)
    for index in events.indices {
      redaction.redact(&events[index].source)
      redaction.redact(&events[index].host)
      redaction.redact(&events[index].summary)
    }
    for index in attempts.indices {
      redaction.redact(&attempts[index].client)
      redaction.redact(&attempts[index].server)
    }
    for index in hypotheses.indices {
      redaction.redact(&hypotheses[index].missing)
      redaction.redact(&hypotheses[index].reasoning)
      redaction.redact(&hypotheses[index].settledBy)
      for item in hypotheses[index].evidence.indices {
        redaction.redact(&hypotheses[index].evidence[item].note)
      }
    }
    for index in remedies.indices { redaction.redact(&remedies[index].command) }
    for index in collectNext.indices {
      redaction.redact(&collectNext[index].host)
      redaction.redact(&collectNext[index].reason)
      redaction.redact(&collectNext[index].command)
    }
  }
}
