import EventSignals

extension Episode {
  /// Whether it failed, or what had come up was lost.
  var wentWrong: Bool { outcome == .failed || outcome == .lost }

  /// The first other end that its events name and a condition takes.
  func firstCaller(where isMeant: (NetworkName) -> Bool = { _ in true }) -> NetworkName? {
    for member in members {
      if let caller = NetworkName(member.signal[.peer]), isMeant(caller) { return caller }
    }
    return nil
  }
}
