import EventCorrelation
import EventSignals
import WindowsEventLog

extension JSONText {
  mutating func source(_ source: Report.Source) {
    object { text in
      text.member("path", source.path)
      text.member("sha256", source.sha256)
      text.member("dialect", source.dialect)
      text.member("encoding", source.encoding)
      text.key("records")
      text.integer(source.ledger.read)
      text.key("damaged")
      text.integer(source.ledger.skipped &+ source.ledger.repaired)
      text.key("duplicates")
      text.integer(source.ledger.duplicate)
      text.member("hosts", source.hosts)
      text.member("channels", source.channels)
      text.member("first", source.first)
      text.member("last", source.last)
      text.key("ledger")
      text.object(inline: true) { text in
        let ledger = source.ledger
        let counts: [(StaticString, UInt64)] = [
          ("bytes", ledger.bytes), ("found", ledger.found), ("read", ledger.read),
          ("repaired", ledger.repaired), ("skipped", ledger.skipped), ("duplicate", ledger.duplicate),
        ]
        for (name, count) in counts {
          text.key(name)
          text.integer(count)
        }
      }
    }
  }

  mutating func host(_ host: Report.Host) {
    object { text in
      text.member("name", host.name)
      text.member("aliases", host.aliases)
      text.member("roles", host.roles.map(\.rawValue))
      text.key("clockOffsetSeconds")
      text.number(host.clock.offset, decimals: 7)
      text.key("clockOffsetUncertaintySeconds")
      text.number(host.clock.uncertainty, decimals: 7)
      text.member("clockSource", host.clock.source.rawValue)
      text.list("clockSteps", host.clock.steps) { text, step in
        text.object(inline: true) {
          $0.member("at", step.at as WindowsTime?)
          $0.key("offsetSeconds")
          $0.number(step.offset, decimals: 7)
        }
      }
      text.key("hasLogs")
      text.bool(host.hasLogs)
      text.member("clockText", host.clockText)
    }
  }

  mutating func coverage(_ coverage: Report.Coverage) {
    object { text in
      text.member("host", coverage.host)
      text.member("channel", coverage.channel)
      text.member("first", coverage.first as WindowsTime?)
      text.member("last", coverage.last as WindowsTime?)
      text.list("gaps", coverage.gaps) { text, gap in
        text.object(inline: true) {
          $0.member("from", gap.from as WindowsTime?)
          $0.member("to", gap.to as WindowsTime?)
          $0.key("missingRecords")
          $0.integer(gap.missingRecords)
        }
      }
      text.member("clearedAt", coverage.clearedAt.map(\.iso8601))
    }
  }

  mutating func suppressed(_ entry: Report.Suppressed) {
    object { text in
      text.member("reason", entry.reason)
      text.member("cause", entry.cause)
      text.member("server", entry.server)
      text.member("client", entry.client)
      text.member("from", entry.from)
      text.member("until", entry.until)
      text.member("expires", entry.expires)
      text.key("expired")
      text.bool(entry.expired)
      text.member("text", entry.text)
      text.list("incidents", entry.incidents) { text, hushed in
        text.object(inline: true) {
          $0.member("start", hushed.start as WindowsTime?)
          $0.member("cause", hushed.cause)
          $0.member("server", hushed.server)
          $0.member("client", hushed.client)
        }
      }
    }
  }

  mutating func overview(_ overview: Report.Overview) {
    object { text in
      text.key("verdicts")
      text.object(inline: true) {
        $0.key("diagnosed")
        $0.integer(overview.diagnosed)
        $0.key("undetermined")
        $0.integer(overview.undetermined)
        $0.key("benign")
        $0.integer(overview.benign)
      }
      text.member("newSince", overview.newSince)
      let groups: [(StaticString, [Report.Overview.Count])] = [
        ("causes", overview.causes), ("servers", overview.servers), ("clients", overview.clients),
        ("users", overview.users), ("hours", overview.hours), ("days", overview.days),
      ]
      for (name, counts) in groups {
        text.list(name, counts) { text, count in
          text.object(inline: true) {
            $0.member("label", count.label)
            $0.key("count")
            $0.integer(count.count)
          }
        }
      }
    }
  }
}
