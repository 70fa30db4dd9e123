import EventSignals

/// The few facts about providers that no role carries.
enum StructuralFacts {
  /// RdpCoreTS numbers the steps of one network connection under one ActivityID; the session and
  /// connection managers above it may log under another.
  static func isConnectionCore(_ signal: Signal) -> Bool {
    contains(signal.event.provider, "RdpCoreTS")
  }

  /// Security 5058, 5059, 5061: somebody used a key. During a handshake it is the listener's.
  static func isKeyOperation(_ signal: Signal) -> Bool {
    (5058...5061).contains(signal.event.eventID) && isSecurity(signal)
  }

  /// Security 4634, 4647, 4778, 4779 and the like: the life of a logon after it was granted.
  static func isSecurity(_ signal: Signal) -> Bool { contains(signal.event.provider, "Security-Auditing") }

  /// Providers whose every event is about Remote Desktop.
  static func isRemoteDesktop(_ signal: Signal) -> Bool {
    contains(signal.event.provider, "TerminalServices") || isConnectionCore(signal)
  }

  /// Events that only a machine logs which people connect to: of the listener and what stands behind it.
  static func isOfSessionHost(_ signal: Signal) -> Bool {
    isRemoteDesktop(signal) && !contains(signal.event.provider, "ClientActiveXCore")
  }

  /// The same by log, whatever was found in it.
  static func isSessionHostLog(_ channel: String) -> Bool {
    (contains(channel, "TerminalServices") || contains(channel, "RemoteDesktopServices"))
      && !contains(channel, "RDPClient")
  }

  /// A network logon (type 3) in the Security log: Remote Desktop's first step, and any file share's.
  static func isNetworkLogon(_ signal: Signal) -> Bool { isSecurity(signal) && signal[.logonType] == "3" }

  /// LocalSessionManager 41: the decision who may have a session began.
  static func isArbitration(_ signal: Signal) -> Bool {
    signal.event.eventID == 41 && contains(signal.event.provider, "LocalSessionManager")
  }

  private static func contains(_ provider: String, _ part: String) -> Bool {
    provider.utf8.count >= part.utf8.count && provider.range(ofText: part)
  }
}

extension String {
  /// Whether a text occurs in this one; Windows gives provider names in either case.
  fileprivate func range(ofText part: String) -> Bool {
    let (own, wanted) = (Array(utf8.map(Self.lower)), Array(part.utf8.map(Self.lower)))
    guard let first = wanted.first, own.count >= wanted.count else { return false }
    for start in 0...(own.count - wanted.count) where own[start] == first {
      if own[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
