import EventSignals

/// The few facts about providers that no role carries.
enum StructuralFacts {
  /// Security 5058, 5059, 5061: somebody used a key. During a handshake it is the listener's.
  static func isKeyOperation(_ placed: PlacedSignal) -> Bool {
    placed.provider.contains(.security) && (5058...5061).contains(placed.signal.event.eventID)
  }

  /// Security 4634, 4647, 4778, 4779 and the like: the life of a logon after it was granted.
  static func isSecurity(_ signal: Signal) -> Bool {
    ProviderKind(provider: signal.event.provider).contains(.security)
  }

  /// Service Control Manager 7031 and 7034: a service ended without having been told to.
  static func isServiceCrash(_ signal: Signal) -> Bool { [7031, 7034].contains(signal.event.eventID) }

  /// Application Error 1000: a program crashed that counts for nothing by itself.
  static func isProgramCrash(_ signal: Signal) -> Bool {
    signal.role == .context && signal.event.eventID == 1000 && signal[.process] != nil
      && contains(signal.event.provider, "Application Error")
  }

  /// Display 4101: the driver of a display stopped answering and was started over.
  static func isDriverReset(_ signal: Signal) -> Bool {
    signal.role == .processCrashed && signal.event.eventID == 4101
  }

  /// NetworkProfile: Windows joined a network and says which kind it takes it for.
  static func isNetworkProfile(_ signal: Signal) -> Bool {
    contains(signal.event.provider, "NetworkProfile")
  }

  /// Schannel: a handshake of any service of the machine.
  static func isHandshake(_ signal: Signal) -> Bool { contains(signal.event.provider, "Schannel") }

  /// SessionBroker-Client 1281: the host belongs to the farm.
  static func isFarmJoin(_ placed: PlacedSignal) -> Bool {
    placed.role == .brokerProgress && placed.signal.event.eventID == 1281
  }

  /// RCM 1051, 1053, 1054, 1059, 1062: the listener cannot use the certificate chosen for it and makes do with one
  /// of its own.
  static func isOfChosenCertificate(_ signal: Signal) -> Bool {
    signal.role == .certificateFault && [1051, 1053, 1054, 1059, 1062].contains(signal.event.eventID)
      && contains(signal.event.provider, "Term")
  }

  /// RCM 1063: another certificate was chosen.
  static func isNewCertificate(_ signal: Signal) -> Bool {
    signal.role == .certificateRenewed && signal.event.eventID == 1063
  }

  /// The service that only runs where a machine belongs to a domain.
  static func isNetlogon(_ signal: Signal) -> Bool {
    signal[.service].map { contains($0, "Netlogon") || contains($0, "Net Logon") } ?? false
  }

  /// Security 4740: an account was locked.
  static func isLockout(_ signal: Signal) -> Bool { signal.event.eventID == 4740 && isSecurity(signal) }

  /// An event of the listener that numbers connections.
  static func isConnectionCore(_ signal: Signal) -> Bool {
    ProviderKind(provider: signal.event.provider).contains(.connectionCore)
  }

  /// Events that only a machine logs which people connect to: of the listener and what stands behind it.
  static func isOfSessionHost(_ placed: PlacedSignal) -> Bool {
    placed.provider.contains(.remoteDesktop) && !placed.provider.contains(.client)
  }

  /// The same by log, whatever was found in it.
  static func isSessionHostLog(_ channel: String) -> Bool {
    (contains(channel, "TerminalServices") || contains(channel, "RemoteDesktopServices"))
      && !contains(channel, "RDPClient")
  }

  /// A network logon (type 3) in the Security log: Remote Desktop's first step, and any file share's.
  static func isNetworkLogon(_ signal: Signal) -> Bool { isSecurity(signal) && signal[.logonType] == "3" }

  static func isNetworkLogon(_ placed: PlacedSignal) -> Bool {
    placed.provider.contains(.security) && placed.signal[.logonType] == "3"
  }

  /// A refusal that names the principal of Remote Desktop's service as what was asked for. Where only the directory
  /// was out of reach, NTLM may have let the caller in after all.
  static func isRefusedByRemoteDesktop(_ signal: Signal) -> Bool {
    signal.role == .authenticationFailed && signal[.name].map { contains($0, "TERMSRV/") } ?? false
  }

  /// LocalSessionManager 41: the decision who may have a session began.
  static func isArbitration(_ placed: PlacedSignal) -> Bool {
    placed.provider.contains(.sessionManager) && placed.signal.event.eventID == 41
  }

  /// LocalSessionManager 21: a new session was logged on to.
  static func isLogonOfSession(_ signal: Signal) -> Bool {
    signal.event.eventID == 21 && isSessionManager(signal)
  }

  /// LocalSessionManager 22: the desktop of a session began to start.
  static func isShellStart(_ signal: Signal) -> Bool {
    signal.event.eventID == 22 && isSessionManager(signal)
  }

  private static func isSessionManager(_ signal: Signal) -> Bool {
    ProviderKind(provider: signal.event.provider).contains(.sessionManager)
  }

  /// Whether a text occurs in the name of a provider or channel; Windows gives those in either case.
  static func contains(_ provider: String, _ part: StaticString) -> Bool {
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
