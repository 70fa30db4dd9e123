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

  /// Whether a text occurs in a provider's name; Windows gives those in either case.
  private static func contains(_ provider: String, _ part: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
    return provider.utf8.withContiguousStorageIfAvailable { Self.contains($0, wanted) }
      ?? Array(provider.utf8).withUnsafeBufferPointer { Self.contains($0, wanted) }
  }

  private static func contains(_ own: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    guard own.count >= wanted.count, let first = wanted.first else { return false }
    for start in 0...(own.count - wanted.count) where lower(own[start]) == lower(first) {
      var length = 1
      while length < wanted.count, lower(own[start + length]) == lower(wanted[length]) { length += 1 }
      if length == wanted.count { return true }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
