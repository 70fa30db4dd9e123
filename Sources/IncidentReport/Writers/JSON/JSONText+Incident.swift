import Diagnosis
import EventCorrelation
import EventSignals
import WindowsEventLog

extension JSONText {
  mutating func incident(_ incident: Report.Incident) {
    object { text in
      text.member("id", incident.id)
      text.member("verdict", incident.verdict.rawValue)
      text.member("start", incident.start as WindowsTime?)
      text.member("end", incident.end as WindowsTime?)
      text.member("client", incident.client)
      text.member("clients", incident.clients)
      text.member("server", incident.server)
      text.member("gateway", incident.gateway)
      text.member("user", incident.user)
      text.key("disconnect")
      text.object(inline: true) {
        $0.member("reason", incident.disconnectReason)
        $0.member("extended", incident.extendedReason)
        $0.member("text", incident.disconnectText)
      }
      text.key("isNew")
      text.bool(incident.isNew)
      text.member("title", incident.title)
      text.member("sentence", incident.sentence)
      text.list("attempts", incident.attempts) { $0.attempt($1, events: incident.events) }
      text.list("hypotheses", incident.hypotheses) { $0.hypothesis($1, events: incident.events) }
      text.key("unexplained")
      text.number(incident.unexplained, decimals: 6)
      text.member("triggers", incident.triggers.map(\.cause))
      text.list("remedies", incident.remedies) { $0.remedy($1) }
      text.member("confirmation", incident.confirmation)
      text.list("folkAdvice", incident.folkAdvice) { text, advice in
        text.object {
          $0.member("claim", advice.claim)
          $0.member("answer", advice.answer)
        }
      }
      text.member("references", incident.references)
      text.list("collectNext", incident.collectNext) { text, step in
        text.object {
          $0.member("host", step.host)
          $0.member("channel", step.channel)
          $0.member("reason", step.reason)
          $0.member("command", step.command)
        }
      }
      text.member("openQuestions", incident.openQuestions)
    }
  }

  private mutating func attempt(_ attempt: Report.Attempt, events: [Report.Event]) {
    object { text in
      text.member("kind", attempt.kind.rawValue)
      text.member("start", attempt.start as WindowsTime?)
      text.member("end", attempt.end as WindowsTime?)
      text.member("phase", attempt.phase?.rawValue)
      text.member("linkedBy", attempt.linkedBy.map(\.rawValue))
      text.member("text", attempt.text)
      text.list("events", attempt.events) { $0.event(events[$1]) }
      text.list("links", attempt.links) { text, link in
        text.object(inline: true) {
          $0.member("kind", link.kind.rawValue)
          $0.key("gapMilliseconds")
          $0.number(link.gapMilliseconds, decimals: 4)
          $0.key("from")
          $0.pointer(events[link.from])
          $0.key("to")
          $0.pointer(events[link.to])
        }
      }
    }
  }

  private mutating func hypothesis(_ hypothesis: Report.Hypothesis, events: [Report.Event]) {
    object { text in
      text.member("cause", hypothesis.cause)
      text.member("title", hypothesis.title)
      text.member("outcome", hypothesis.outcome.rawValue)
      text.key("confidence")
      text.number(hypothesis.confidence, decimals: 6)
      text.list("evidence", hypothesis.evidence) { text, item in
        text.object {
          $0.member("signal", item.signal)
          $0.key("supports")
          $0.bool(item.supports)
          $0.member("note", item.note)
          $0.key("gapMilliseconds")
          if let gap = item.gapMilliseconds { $0.number(gap, decimals: 4) } else { $0.null() }
          $0.member("gap", item.gap)
          $0.key("event")
          if let index = item.event { $0.event(events[index]) } else { $0.null() }
        }
      }
      text.member("missing", hypothesis.missing)
      text.member("reasoning", hypothesis.reasoning)
      text.member("settledBy", hypothesis.settledBy)
      text.member("explanation", hypothesis.explanation)
    }
  }

  private mutating func remedy(_ remedy: Report.Remedy) {
    object { text in
      text.key("order")
      text.integer(remedy.order)
      text.member("risk", remedy.risk.rawValue)
      text.member("text", remedy.text)
      text.member("command", remedy.command)
      text.member("cause", remedy.cause)
    }
  }

  /// DESIGN's EVENT, on one line.
  mutating func event(_ event: Report.Event) {
    object(inline: true) { text in
      text.member("source", event.source)
      text.key("offset")
      text.integer(event.offset)
      text.member("host", event.host)
      text.member("channel", event.channel)
      text.member("provider", event.provider)
      text.key("eventID")
      text.integer(event.eventID)
      text.key("recordID")
      if let recordID = event.recordID { text.integer(recordID) } else { text.null() }
      text.member("time", event.time as WindowsTime?)
      text.member("rawTime", event.rawTime as WindowsTime?)
      text.member("summary", event.summary)
      text.member("signal", event.signal)
      text.member("phase", event.phase?.rawValue)
    }
  }

  /// Names an event listed in full elsewhere in the incident.
  private mutating func pointer(_ event: Report.Event) {
    object(inline: true) { text in
      text.member("source", event.source)
      text.key("offset")
      text.integer(event.offset)
    }
  }
}
