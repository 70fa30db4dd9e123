import EventSignals
import WindowsEventLog

/// What is in a set of logs, in text.
public struct StatisticsText: Sendable {
  private let statistics: SiteStatistics

  public init(_ statistics: SiteStatistics) { self.statistics = statistics }

  /// Lines for a width of columns, each ending in a line feed.
  public func text(width: Int = 100) -> String {
    var page = TextPage(width: width)
    let read = statistics.sources.reduce(UInt64(0)) { $0 &+ $1.summary.ledger.read }
    let skipped = statistics.sources.reduce(UInt64(0)) { $0 &+ $1.summary.ledger.skipped }
    let duplicates = statistics.sources.reduce(UInt64(0)) { $0 &+ $1.summary.ledger.duplicate }
    page.paragraph(
      "\(statistics.sources.count) sources, \(statistics.hosts.count) hosts: \(read) records read, "
        + "\(skipped) damaged and left out, \(duplicates) held twice.")
    for host in statistics.hosts {
      page.blank()
      let roles = host.roles.map(\.rawValue).joined(separator: ", ")
      page.line((host.name.isEmpty ? "(no name)" : host.name) + (roles.isEmpty ? "" : "  [\(roles)]"))
      page.table(
        [["channel", "records", "first (UTC)", "last (UTC)", "gaps"]] + host.channels.map(row), indent: 2)
    }
    if !statistics.sources.isEmpty {
      page.blank()
      page.table(
        [["source", "dialect", "encoding", "read", "mended", "damaged", "twice", "signals"]]
          + statistics.sources.map { source in
            let ledger = source.summary.ledger
            return [
              source.path, source.summary.description.dialect, source.summary.description.encoding,
              "\(ledger.read)", "\(ledger.repaired)", "\(ledger.skipped)", "\(ledger.duplicate)",
              "\(source.signals)",
            ]
          })
    }
    return page.text
  }

  private func row(_ channel: SiteStatistics.Channel) -> [String] {
    var remarks: [String] = []
    if channel.missing > 0 {
      remarks.append("\(channel.missing) \(channel.missing == 1 ? "record id" : "record ids") missing")
    }
    if channel.silences > 0 {
      remarks.append("\(channel.silences) \(channel.silences == 1 ? "silence" : "silences") over 10 min")
    }
    remarks.append(contentsOf: channel.clears.map { "cleared \(Self.shown($0))" })
    return [
      channel.name.isEmpty ? "(no name)" : channel.name, "\(channel.records)",
      channel.first.map(Self.shown) ?? "-",
      channel.last.map(Self.shown) ?? "-", remarks.joined(separator: ", "),
    ]
  }

  /// `2026-03-02 08:15:31`.
  private static func shown(_ time: WindowsTime) -> String {
    String(time.iso8601.prefix(19)).replacing("T", with: " ")
  }
}
