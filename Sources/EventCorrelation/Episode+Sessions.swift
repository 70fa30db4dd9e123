import EventSignals
import WindowsEventLog

extension SignalRole {
  /// Whether somebody got a session: a new one, or one that was left before.
  var beginsSession: Bool { self == .sessionStarted || self == .sessionReconnected }

  /// Whether somebody left a session or was logged off.
  var leavesSession: Bool { self == .sessionDisconnected || self == .sessionEnded }
}

extension Episode {
  /// When somebody got a session in it; nil where nothing tells of one.
  var sessionBegin: WindowsTime? { members.first { $0.signal.role.beginsSession }?.time }

  /// Whether it tells of a session that somebody got.
  var beginsSession: Bool { members.contains { $0.signal.role.beginsSession } }
}
