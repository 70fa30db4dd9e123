import EventSignals

/// What the name of a provider tells about its events: the few facts that no role carries.
struct ProviderKind: OptionSet {
  let rawValue: UInt8

  /// RdpCoreTS numbers the steps of one network connection under one ActivityID; the session and
  /// connection managers above it may log under another.
  static let connectionCore = ProviderKind(rawValue: 1)
  /// Every event of the provider is about Remote Desktop.
  static let remoteDesktop = ProviderKind(rawValue: 2)
  /// Remote Desktop's client.
  static let client = ProviderKind(rawValue: 4)
  /// Security-Auditing.
  static let security = ProviderKind(rawValue: 8)
  static let sessionManager = ProviderKind(rawValue: 16)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// What occurs in a provider's name, and what that makes it.
  private static let parts: [(part: StaticString, kind: ProviderKind)] = [
    ("RdpCoreTS", [.connectionCore, .remoteDesktop]), ("TerminalServices", .remoteDesktop),
    ("ClientActiveXCore", .client), ("Security-Auditing", .security),
    ("LocalSessionManager", .sessionManager),
  ]

  init(provider: String) {
    self = Self.parts.reduce(into: []) { kind, entry in
      if StructuralFacts.contains(provider, entry.part) { kind.formUnion(entry.kind) }
    }
  }
}

extension ProviderKind {
  /// The kinds of all providers of a site, each worked out once.
  struct Table {
    private var numbers = TextNumbers()
    private var kinds: [ProviderKind] = []

    mutating func kind(of provider: String) -> ProviderKind {
      let number = numbers.number(of: provider)
      if number == kinds.count { kinds.append(ProviderKind(provider: provider)) }
      return kinds[number]
    }
  }
}
