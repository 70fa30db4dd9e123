import EventSignals
import WindowsEventLog

/// Finds connections that ended without a reason on machines whose logs show none that worked.
///
/// Where others work, a connection that is dropped early is a probe, a monitor or somebody who changed his
/// mind. Where nothing ever came to anything, it may be the very thing somebody exported the logs for. So may
/// what one machine of the inside tries again and again after the last connection that was of use.
enum UnexplainedEndings {
  /// A session that lasted longer was of use to somebody, in seconds.
  private static let useful = 60.0
  /// The same for a tunnel of a gateway, which stands longer than what it carries.
  private static let usefulTunnel = 120.0
  /// More endings than this are a monitor or a scan, not somebody who tries.
  private static let many = 12
  /// More callers from the internet than this are a scan.
  private static let manyCallers = 2
  /// Who comes so often and is dropped each time has tried.
  private static let tries = 2
  /// Reasons of the server for an end that somebody wanted.
  private static let wanted: Set<UInt32> = [1, 2, 3, 4, 5, 11, 12, 13]

  /// Logs that go on so long after the last event of a connection have seen the end of it, in seconds.
  private static let patience = 120.0

  /// Sets `endsUnexplained` where that is so; `lastOfHost` is the last time the logs of a machine cover.
  static func mark(_ episodes: inout [Episode], lastOfHost: [WindowsTime?]) {
    var byServer: [Int: [Int]] = [:]
    var byGateway: [Int: [Int]] = [:]
    for (index, episode) in episodes.enumerated() where episode.kind == .connectionAttempt {
      if let gateway = episode.gatewayHost { byGateway[gateway, default: []].append(index) }
      if let server = episode.serverHost, episode.members.contains(where: { $0.host == server }) {
        byServer[server, default: []].append(index)
      }
    }
    for (host, group) in byServer.map({ ($0.key, $0.value) }) + byGateway.map({ ($0.key, $0.value) }) {
      let own = group.map { episodes[$0] }
      guard !own.contains(where: \.wentWrong) else { continue }
      var found = group.filter { isOver(episodes[$0], last: lastOfHost[host]) && !isUseful(episodes[$0]) }
      if let lastUse = own.lazy.filter(isUseful).map(\.end).max() {
        found = attempts(found, after: lastUse, in: episodes)
      }
      let callers = Set(found.compactMap { publicCaller(episodes[$0]) })
      guard found.count <= many, callers.count <= manyCallers else { continue }
      for index in found { episodes[index].endsUnexplained = true }
    }
  }

  /// Those of callers from the inside that came more than once since, and never before: who looks in at all
  /// times is a monitor.
  private static func attempts(
    _ endings: [Int], after lastUse: WindowsTime, in episodes: [Episode]
  ) -> [Int] {
    var late: [String: [Int]] = [:]
    var early: Set<String> = []
    for index in endings {
      guard let caller = episodes[index].firstCaller(), !caller.isPublicAddress else { continue }
      if episodes[index].start > lastUse {
        late[caller.text, default: []].append(index)
      } else {
        early.insert(caller.text)
      }
    }
    return late.filter { $0.value.count >= tries && !early.contains($0.key) }.flatMap(\.value).sorted()
  }

  /// Whether a connection came to something, or goes on when the logs end.
  private static func isUseful(_ episode: Episode) -> Bool {
    let members = episode.members.map(\.signal)
    if let length = tunnel(episode) { return length > usefulTunnel }
    // It stood before the log begins.
    if members.allSatisfy({ $0.role == .gatewayClosed }) { return true }
    if isWanted(episode) { return true }
    guard episode.outcome == .succeeded || episode.outcome == .open else { return false }
    let begun = episode.sessionBegin
    guard members.contains(where: \.role.endsConnection) else {
      return begun != nil
        || members.contains { $0.role == .gatewayForwarded || $0.role == .authenticationSucceeded }
    }
    return begun.map { episode.end.seconds(since: $0) > useful } ?? false
  }

  /// How long a gateway's tunnel stood, in seconds: as the gateway says, or from one event to the other where the
  /// export lost that.
  private static func tunnel(_ episode: Episode) -> Double? {
    let closes = episode.members.filter { $0.signal.role == .gatewayClosed }
    if let longest = closes.compactMap({ EventNumber.unsigned($0.signal[.count]) }).max() {
      return Double(longest)
    }
    guard let opened = episode.members.first(where: { $0.signal.role == .gatewayForwarded }) else {
      return nil
    }
    return closes.last.map { $0.time.seconds(since: opened.time) }
  }

  /// Whether somebody or a limit ended it, or the user logged off.
  static func isWanted(_ episode: Episode) -> Bool {
    episode.members.contains { $0.signal.role == .sessionEnded } || isReasoned(episode)
  }

  /// Whether a code says that somebody or a limit ended it.
  static func isReasoned(_ episode: Episode) -> Bool {
    let members = episode.members.map(\.signal)
    if let extended = episode.extendedReason { return wanted.contains(extended) }
    return episode.disconnectReason != nil
      || members.contains {
        $0.role.endsConnection && EventNumber.unsigned($0[.reason]).map(wanted.contains) ?? false
      }
  }

  private static func isOver(_ episode: Episode, last: WindowsTime?) -> Bool {
    guard episode.outcome == .open else { return true }
    return last.map { $0.seconds(since: episode.end) > patience } ?? false
  }

  private static func publicCaller(_ episode: Episode) -> String? {
    episode.firstCaller { $0.isPublicAddress }?.text
  }
}

extension SignalRole {
  fileprivate var endsConnection: Bool {
    switch self {
    case .connectionClosed, .clientDisconnected, .sessionDisconnected, .sessionEnded, .gatewayClosed: true
    default: false
    }
  }
}
