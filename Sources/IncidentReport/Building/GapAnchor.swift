import Diagnosis
import EventCorrelation
import EventSignals
import WindowsEventLog

/// Measures events from the moment of the attempt a reader thinks from.
struct GapAnchor {
  var site: CorrelatedSite
  var episodes: [Episode]

  /// A gap and its words.
  struct Gap {
    var milliseconds: Double
    var text: String
  }

  /// From the nearest step of the nearest attempt before the event, else from the first after it.
  func gap(to member: Episode.Member) -> Gap? {
    guard let episode = nearestEpisode(to: member) else { return nil }
    let anchors = episode.members.filter {
      $0.signal.role.anchorPhrase != nil && $0.signal.event != member.signal.event
    }
    let before = anchors.filter { $0.time <= member.time && $0.signal.role != .clientDisconnected }
    // A step on the same machine is measured on one clock: better than a nearer one elsewhere.
    let anchor =
      before.last { $0.host == member.host } ?? before.last ?? anchors.first { $0.time > member.time }
    if let anchor, let phrase = anchor.signal.role.anchorPhrase {
      return gap(from: anchor, to: member, phrase: phrase)
    }
    guard let first = episode.members.first, first.signal.event != member.signal.event,
      first.time < member.time
    else { return nil }
    return gap(from: first, to: member, phrase: "the first sign")
  }

  private func gap(from anchor: Episode.Member, to member: Episode.Member, phrase: String) -> Gap {
    let milliseconds = member.time.seconds(since: anchor.time) * 1_000
    let direction = milliseconds < 0 ? "before" : "after"
    let text = "\(Amount.duration(milliseconds: milliseconds)) \(direction) \(phrase)"
    return Gap(milliseconds: milliseconds, text: text + caveat(anchor.host, member.host, milliseconds))
  }

  /// Two machines, two clocks: says so where their uncertainty matters beside the gap.
  private func caveat(_ first: Int, _ second: Int, _ milliseconds: Double) -> String {
    guard first != second, site.hosts.indices.contains(first), site.hosts.indices.contains(second) else {
      return ""
    }
    let clocks = [site.hosts[first].clock, site.hosts[second].clock]
    let uncertainty = clocks.map(\.uncertainty).max() ?? 0
    guard uncertainty * 1_000 > milliseconds.magnitude / 10 else { return "" }
    let assumed = !clocks[0].isTied(to: clocks[1])
    return " (\(assumed ? "clocks assumed equal, " : "")± \(Amount.fixed(uncertainty, decimals: 1)) s)"
  }

  private func nearestEpisode(to member: Episode.Member) -> Episode? {
    if let own = episodes.first(where: { episode in
      episode.start <= member.time && member.time <= episode.end
        && episode.members.contains { $0.signal.event == member.signal.event }
    }) {
      return own
    }
    func distance(_ episode: Episode) -> Double {
      if member.time < episode.start { return episode.start.seconds(since: member.time) }
      return member.time > episode.end ? member.time.seconds(since: episode.end) : 0
    }
    return episodes.min { distance($0) < distance($1) }
  }
}
