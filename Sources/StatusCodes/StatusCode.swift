/// One value of one family of codes: what it is called, what it means and what it does not prove.
public struct StatusCode: Sendable, Hashable {
  /// The value's bits, without sign.
  public var value: UInt32
  public var family: CodeFamily
  /// Its name in headers or specifications; nil where none is public.
  public var symbol: String?
  /// One or two sentences.
  public var meaning: String
  /// What must not be concluded from it; nil where the meaning has no trap.
  public var limits: String?
  /// Events, fields and situations in which it is met.
  public var seen: String?
  /// Where the meaning comes from: an address or a specification.
  public var source: String
  public var grade: Grade

  /// How well the meaning is founded.
  public enum Grade: String, Sendable, Hashable, CaseIterable {
    /// Published by Microsoft, an RFC or a specification.
    case documented
    /// The value is documented, where it is met is not.
    case useRecalled = "use-recalled"
    /// Seen in logs and reports; no name is public.
    case observed
    /// From memory of the field, without a source that could be checked.
    case recalled
  }

  public init(
    value: UInt32, family: CodeFamily, symbol: String? = nil, meaning: String, limits: String? = nil,
    seen: String? = nil, source: String = "", grade: Grade
  ) {
    self.value = value
    self.family = family
    self.symbol = symbol
    self.meaning = meaning
    self.limits = limits
    self.seen = seen
    self.source = source
    self.grade = grade
  }

  /// The value as headers write it: `0x904`, `0x8009030D`.
  public var hexadecimal: String { "0x" + String(value, radix: 16, uppercase: true) }

  /// The symbol, or the value where there is none.
  public var name: String { symbol ?? hexadecimal }
}
