import EventSignals

extension ConnectionPhase {
  /// For "it failed while …".
  var whileText: String {
    switch self {
    case .name: "resolving the name"
    case .tcp: "opening the TCP connection"
    case .tls: "setting up TLS"
    case .nla: "signing in (NLA)"
    case .license: "licensing"
    case .session: "starting the session"
    case .end: "ending the session"
    }
  }

  /// For labels.
  var title: String {
    switch self {
    case .name: "name"
    case .tcp: "TCP"
    case .tls: "TLS"
    case .nla: "sign-in (NLA)"
    case .license: "licence"
    case .session: "session"
    case .end: "end"
    }
  }
}
