import Diagnosis
import EventCorrelation
import EventSignals

/// Finds every name that the logs of a report give: hosts, users, domains, addresses, files.
struct NameCollector {
  private(set) var key = RedactionKey()
  private var hashed: Set<String> = []

  /// Accounts and names every Windows machine has; hiding them would only make a report unreadable.
  static let everyones: Set<String> = [
    "system", "local service", "network service", "anonymous logon", "administrator", "administrators",
    "guest",
    "localhost", "nt authority", "nt service", "builtin", "workgroup", "font driver host", "window manager",
    "everyone", "users", "unknown", "n/a", "null", "-", "127.0.0.1", "::1", "0.0.0.0", "::", "client",
    "server",
  ]

  init(input: ReportInput) {
    for host in input.site.hosts {
      add(host.name, .host)
      for alias in host.aliases {
        add(alias, AddressPattern.isAddress(alias) ? .address : .host, sameAs: host.name)
      }
      add(short(host.name), .host, sameAs: host.name)
      if let dot = host.name.firstIndex(of: "."), !AddressPattern.isAddress(host.name) {
        add(String(host.name[host.name.index(after: dot)...]), .domain)
      }
    }
    for member in members(of: input) { add(fieldsOf: member.signal) }
    for incident in input.incidents {
      for name in [incident.client, incident.server, incident.gateway].compactMap(\.self) + incident.clients {
        add(machine: name)
      }
      if let user = incident.user { add(account: user) }
      for episode in incident.episodes {
        for name in [episode.client, episode.server, episode.gateway] { name.map { add(machine: $0) } }
        if let user = episode.user { add(account: user) }
      }
    }
    for source in input.sources { addSource(source.path) }
    for warning in input.warnings { addSource(warning.path) }
    for member in members(of: input) { addSource(member.signal.event.source) }
  }

  private func members(of input: ReportInput) -> [Episode.Member] {
    input.site.timeline
      + input.incidents.flatMap { incident in
        incident.episodes.flatMap(\.members)
          + incident.hypotheses.flatMap { $0.evidence.compactMap(\.member) }
      }
  }

  private mutating func add(fieldsOf signal: Signal) {
    add(machine: signal.event.computer)
    for field in [SignalField.peer, .target, .address, .workstation] {
      if let value = signal[field] { add(machine: value) }
    }
    if let domain = signal[.domain] { add(domain, .domain) }
    if let user = signal[.user] { add(account: user, domain: signal[.domain]) }
    if let name = signal[.name], name.contains(".") || name.contains("/"), !name.contains(" ") {
      add(machine: name)
    }
  }

  /// A name or address, with or without port, leading `\\` or service class.
  private mutating func add(machine: String) {
    var name = machine
    while name.hasPrefix("\\") { name.removeFirst() }
    if let slash = name.lastIndex(of: "/") { name = String(name[name.index(after: slash)...]) }
    let bare = AddressPattern.withoutPort(name)
    guard !AddressPattern.isAddress(bare) else { return add(bare, .address) }
    // A known machine's short name and its full one are one machine.
    add(bare, .host, sameAs: short(bare))
  }

  /// `DOMAIN\user`, `user@domain` or a bare name.
  private mutating func add(account: String, domain: String? = nil) {
    if let slash = account.firstIndex(of: "\\") {
      let domain = String(account[..<slash])
      add(domain, .domain)
      add(user: String(account[account.index(after: slash)...]), domain: domain)
    } else if let at = account.firstIndex(of: "@") {
      let domain = String(account[account.index(after: at)...])
      add(user: String(account[..<at]), domain: domain)
      add(domain, .domain)
    } else {
      add(user: account, domain: domain)
    }
  }

  /// Accounts whose hashes are looked for; a password spray must not cost more than this.
  private static let mostHashed = 2_000

  private mutating func add(user: String, domain: String?) {
    add(user, .user)
    guard user.count > 1, !Self.everyones.contains(user.lowercased()), hashed.count < Self.mostHashed,
      hashed.insert("\(domain ?? "")\\\(user)").inserted
    else { return }
    for digest in UserNameDigest.digests(user: user, domain: domain) { add(digest, .user, sameAs: user) }
  }

  private mutating func addSource(_ path: String) {
    guard !path.isEmpty, path != "-" else { return }
    let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
    let dot = name.lastIndex(of: ".")
    let ending = dot.map { String(name[$0...]) } ?? ""
    let isPlain = ending.count <= 6 && ending.dropFirst().allSatisfy { $0.isASCII && $0.isLetter }
    _ = key.pseudonym(for: path, kind: .source, suffix: isPlain ? ending.lowercased() : "")
  }

  private mutating func add(_ name: String, _ kind: RedactionKey.Kind, sameAs other: String? = nil) {
    let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard trimmed.count > 1, !Self.everyones.contains(trimmed.lowercased()) else { return }
    _ = key.pseudonym(for: trimmed, kind: kind, sameAs: kind == .address ? nil : other)
  }

  private func short(_ name: String) -> String {
    guard !AddressPattern.isAddress(name) else { return name }
    return name.split(separator: ".").first.map(String.init) ?? name
  }
}
