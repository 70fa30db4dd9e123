/// Which pseudonym stands for which name: the file only the owner of the logs keeps.
public struct RedactionKey: Sendable, Hashable {
  /// By kind, then number.
  public private(set) var entries: [Entry]
  private var numbers: [Kind: Int]
  private var known: [String: String]

  /// One name.
  public struct Entry: Sendable, Hashable {
    public var kind: Kind
    public var pseudonym: String
    public var name: String

    public init(kind: Kind, pseudonym: String, name: String) {
      self.kind = kind
      self.pseudonym = pseudonym
      self.name = name
    }
  }

  /// What a name names.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case host
    case user
    case domain
    case address
    case sid
    /// A hash of a user name that no log tells: it could be found out by trying names.
    case hash
    case source

    /// How its pseudonyms start.
    var prefix: String { rawValue.uppercased() }
  }

  public init() {
    entries = []
    numbers = [:]
    known = [:]
  }

  /// The pseudonym of a name; `sameAs` another name where both name one thing.
  mutating func pseudonym(for name: String, kind: Kind, sameAs other: String? = nil, suffix: String = "")
    -> String
  {
    let folded = name.lowercased()
    if let found = known[folded] { return found }
    let pseudonym: String
    if let other, let found = known[other.lowercased()] {
      pseudonym = found
    } else {
      numbers[kind, default: 0] += 1
      pseudonym = "\(kind.prefix)-\(numbers[kind, default: 1])\(suffix)"
    }
    known[folded] = pseudonym
    entries.append(Entry(kind: kind, pseudonym: pseudonym, name: name))
    return pseudonym
  }

  /// CSV with a header line, `pseudonym,kind,name`; every cell quoted.
  public var csv: String {
    var text = "pseudonym,kind,name\r\n"
    for entry in entries {
      let cells = [entry.pseudonym, entry.kind.rawValue, entry.name].map(CSVReportWriter.quoted)
      text += cells.joined(separator: ",") + "\r\n"
    }
    return text
  }

  /// Every name it hides, longest first, then in alphabetical order.
  var terms: [(name: String, pseudonym: String)] {
    entries.map { ($0.name, $0.pseudonym) }.sorted {
      $0.name.count == $1.name.count ? $0.name < $1.name : $0.name.count > $1.name.count
    }
  }
}
