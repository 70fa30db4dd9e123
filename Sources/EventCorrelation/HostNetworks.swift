import EventSignals
import WindowsEventLog

/// What the logs tell of the networks of one machine.
struct HostNetworks {
  /// The last moment at which a network came up or changed.
  private(set) var lastChange: WindowsTime?
  private var lastPublic: WindowsTime?
  /// The last moment at which it joined a network that it did not take for a public one.
  private var lastTrusted: WindowsTime?
  /// The last moment at which it lost a network or started.
  private var lastLoss: WindowsTime?
  private var isOfDomain = false

  /// Those of each machine.
  static func ofHosts(_ loose: [Episode.Member]) -> [Int: HostNetworks] {
    loose.reduce(into: [:]) { $0[$1.host, default: .init()].add($1) }
  }

  /// The moment since which a machine that belongs to a domain takes its network for a public one.
  ///
  /// Nil where it joined another network before and did not lose it: the public one is a second one.
  var strayedAt: WindowsTime? {
    guard isOfDomain, let lastPublic else { return nil }
    guard let lastTrusted else { return lastPublic }
    return lastTrusted < lastPublic && lastLoss.map { $0 > lastTrusted } ?? false ? lastPublic : nil
  }

  private mutating func add(_ member: Episode.Member) {
    let signal = member.signal
    func later(_ time: WindowsTime?) -> WindowsTime { max(time ?? member.time, member.time) }
    switch signal.role {
    case .networkChanged:
      lastChange = later(lastChange)
      guard StructuralFacts.isNetworkProfile(signal) else { return }
      switch signal[.state] {
      case "0": lastPublic = later(lastPublic)
      case "2":
        lastTrusted = later(lastTrusted)
        isOfDomain = true
      default: lastTrusted = later(lastTrusted)
      }
    case .networkFault, .hostStarted: lastLoss = later(lastLoss)
    case .directoryFault: isOfDomain = true
    case .serviceStarted: isOfDomain = isOfDomain || StructuralFacts.isNetlogon(signal)
    default: break
    }
  }
}
