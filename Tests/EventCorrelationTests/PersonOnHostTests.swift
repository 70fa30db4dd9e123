import Testing
import WindowsEventLog

@testable import EventCorrelation

struct PersonOnHostTests {
  private func attempt(_ user: String?, on host: Int?, kind: Episode.Kind = .connectionAttempt) -> Episode {
    var episode = Episode(
      kind: kind, start: WindowsTime(ticks: 0), end: WindowsTime(ticks: 0), outcome: .open)
    episode.user = user
    episode.serverHost = host
    return episode
  }

  @Test func `attempts are those of one account on one machine`() {
    let episodes = [
      attempt("CONTOSO\\Ann", on: 1), attempt("ben", on: 1), attempt("ann", on: 1), attempt("ann", on: 2),
      attempt(nil, on: 1), attempt("ann", on: nil), attempt("ann", on: 1, kind: .hostCondition),
    ]
    let found = PersonOnHost.attempts(in: episodes)
    #expect(found.values.map(\.self).sorted { $0[0] < $1[0] } == [[0, 2], [1], [3]])
    #expect(Set(found.keys.map(\.host)) == [1, 2])
  }
}
