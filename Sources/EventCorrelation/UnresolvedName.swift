import EventSignals

/// The disconnect reasons of a client that found no address for the name, and so reached nobody.
///
/// Source: `IMsTscAxEvents::OnDisconnected`.
enum UnresolvedName {
  private static let reasons: Set<UInt32> = [260, 520, 776, 1288, 1540]

  static func isReason(_ reason: UInt32?) -> Bool { reason.map(reasons.contains) ?? false }
}

extension Episode {
  /// Whether the client asked a domain for the target's address in vain: the target was never asked for anything.
  ///
  /// A name without a domain is asked of the neighbours too, and there the target answers itself, unless it sleeps.
  public func isUnresolvedInDomain(of site: CorrelatedSite) -> Bool {
    guard kind == .connectionAttempt, UnresolvedName.isReason(disconnectReason) else { return false }
    let own = serverHost.map { site.hosts[$0].name }
    let typed = members.first { $0.signal.role == .attemptStarted }?.signal[.target]
    return [own, typed].contains { name in
      guard let name = NetworkName(name) else { return false }
      return !name.isAddress && name.text.contains(".")
    }
  }
}
