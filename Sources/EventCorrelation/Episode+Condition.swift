import EventSignals
import WindowsEventLog

extension Episode {
  /// What befell a machine that is connected to, as `members` tell in order of time.
  init(condition members: [Member], of host: Int, among hosts: [Host], outcome: Outcome) {
    let none = WindowsTime(ticks: 0)
    self.init(
      kind: .hostCondition, start: members.first?.time ?? none, end: members.last?.time ?? none,
      outcome: outcome)
    serverHost = host
    server = hosts[host].name
    self.members = members
  }

  /// The same where nothing is known to have failed, and what it means is to be asked.
  init(question members: [Member], of host: Int, among hosts: [Host]) {
    self.init(condition: members, of: host, among: hosts, outcome: .harmless)
    endsUnexplained = true
  }
}

extension Episode.Member {
  /// By time, and in an order of their own where that is the same.
  static func inOrder(_ one: Self, _ other: Self) -> Bool {
    one.time == other.time ? Signal.inOrder(one.signal, other.signal) : one.time < other.time
  }
}
