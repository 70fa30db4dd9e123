/// A whole number in any of the notations Windows logs use: 2308, 0x904, -2147467259.
public struct WindowsNumber: Sendable, Hashable {
  /// Whether it was written with a minus sign (zero never is).
  public let isNegative: Bool
  public let magnitude: UInt64

  /// Reads decimal digits, signed or not, or `0x` and up to 16 hex digits; nil for anything else.
  public init?(_ text: String) {
    var text = text
    let parsed = text.withUTF8 { Self.parse($0) }
    guard let parsed else { return nil }
    (isNegative, magnitude) = parsed
  }

  public init(_ number: Int64) {
    isNegative = number < 0
    magnitude = number.magnitude
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (Bool, UInt64)? {
    // The longest notation is a sign and 20 digits; text fields are refused at a glance.
    guard (1...32).contains(bytes.count) else { return nil }
    var digits = bytes[...]
    while let last = digits.last, last == 0x20 { digits.removeLast() }
    while let first = digits.first, first == 0x20 { digits.removeFirst() }
    let negative = digits.first == UInt8(ascii: "-")
    if negative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    var radix: UInt64 = 10
    if digits.count > 2, digits.first == UInt8(ascii: "0"),
      digits[digits.startIndex + 1] | 0x20 == UInt8(ascii: "x")
    {
      radix = 16
      digits.removeFirst(2)
    }
    guard !digits.isEmpty else { return nil }
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = digit(byte), digit < radix else { return nil }
      let (product, tooLarge) = value.multipliedReportingOverflow(by: radix)
      let (sum, overflow) = product.addingReportingOverflow(digit)
      guard !tooLarge, !overflow else { return nil }
      value = sum
    }
    return (negative && value != 0, value)
  }

  /// The value of a digit, decimal or hexadecimal.
  static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The bits a code has in every notation: a negative number of 32 bits, sign-extended or not, as its
  /// unsigned 32 bits (so -2147467259, 0x80004005 and 0xFFFFFFFF80004005 are one).
  public var bits: UInt64 {
    let raw = isNegative ? 0 &- magnitude : magnitude
    return raw >= 0xFFFF_FFFF_8000_0000 ? raw & 0xFFFF_FFFF : raw
  }

  /// Whether both write the same code.
  public func isSameCode(as other: WindowsNumber) -> Bool { bits == other.bits }
}

extension WindowsNumber: Comparable {
  /// By value, sign included.
  public static func < (left: WindowsNumber, right: WindowsNumber) -> Bool {
    switch (left.isNegative, right.isNegative) {
    case (true, false): true
    case (false, true): false
    case (false, false): left.magnitude < right.magnitude
    case (true, true): left.magnitude > right.magnitude
    }
  }
}
