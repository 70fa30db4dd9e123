import EventCorrelation

/// Hashes of account names, as a client logs them at each attempt (RDPClient 1029).
///
/// Whoever has a list of names finds the name by trying, so a hash is as telling as the name itself.
enum UserNameDigest {
  /// The hashes of the spellings people type: as it is, upper and lower, with the domain before it.
  static func digests(user: String, domain: String?) -> [String] {
    var spellings = [user, user.uppercased(), user.lowercased()]
    if let domain, !domain.isEmpty {
      spellings += [domain + "\\" + user, (domain + "\\" + user).uppercased(), user + "@" + domain]
    }
    return spellings.map { UserNameHash.digest(of: $0) }
  }

  /// Base64 characters before the `=` of a SHA-256 and of a SHA-1.
  private static let lengths: Set<Int> = [43, 27]

  /// A text with what looks like such a hash replaced.
  static func replace(in text: String, by pseudonym: (String) -> String) -> String {
    guard text.utf8.contains(UInt8(ascii: "=")) else { return text }
    var result = ""
    var run = ""
    for character in text {
      if character.isASCII, character.isLetter || character.isNumber || character == "+" || character == "/" {
        run.append(character)
        continue
      }
      if character == "=", lengths.contains(run.count) {
        result += pseudonym(run + "=")
      } else {
        result += run
        result.append(character)
      }
      run = ""
    }
    return result + run
  }
}
