import EventSignals

/// The hash of the user name that a client logs at each attempt (RDPClient 1029).
///
/// Base64 of SHA-256 over the UTF-16LE name (Windows 10 and later) and a hyphen, according to
/// knowledge of the field; the name is hashed as typed, so a few spellings of each known account are tried.
package struct UserNameHash {
  private var accounts: [String: String] = [:]
  private var known: Set<String> = []
  /// Domains met with each user as logged.
  private var met: [String: Set<String>] = [:]

  /// Accounts looked at; a password spray must not cost more than this.
  private static let limit = 20_000

  /// Learns an account under the spellings people type: bare, with the domain before it, upper and lower.
  mutating func learn(user: String?, domain: String?) {
    guard let user, known.count < Self.limit, met[user, default: []].insert(domain ?? "").inserted,
      let account = AccountName(user)
    else { return }
    var spellings = [user, user.uppercased(), user.lowercased(), account.text, account.text.uppercased()]
    if let domain, !domain.isEmpty {
      spellings += [domain + "\\" + user, (domain + "\\" + user).uppercased()]
    }
    for spelling in spellings where known.insert(spelling).inserted {
      accounts[Self.digest(of: spelling)] = account.text
    }
  }

  /// The account behind a logged hash, lower case, or nil when it is none of those learnt.
  func account(of logged: String?) -> String? {
    guard let text = Self.hash(in: logged) else { return nil }
    return accounts[text]
  }

  /// The hash inside a trace message, or nil when the text is something else.
  static func hash(in logged: String?) -> String? {
    guard let logged else { return nil }
    var text = Substring(logged)
    while text.last == "-" || text.last == " " { text.removeLast() }
    guard text.utf8.count == 44 || text.utf8.count == 28, text.last == "=" else { return nil }
    return String(text)
  }

  /// The hash a client logs for a name as typed, without the hyphen.
  package static func digest(of spelling: String) -> String {
    Base64Text.encode(SHA256.digest(spelling.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }))
  }
}
