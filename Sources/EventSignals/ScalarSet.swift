/// A set of characters of a regular expression: ranges of Unicode scalars, or all others.
struct ScalarSet: Sendable, Hashable {
  var ranges: [ClosedRange<UInt32>]
  var isNegated = false

  static let digits = ScalarSet(ranges: [0x30...0x39])
  static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let blanks = ScalarSet(ranges: [0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0])
  static let lineBreaks = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D])

  init(ranges: [ClosedRange<UInt32>], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  /// One character, and the same in the other case when case is ignored.
  init(_ scalar: Unicode.Scalar, ignoringCase: Bool) {
    ranges = [scalar.value...scalar.value]
    if ignoringCase { addOtherCase() }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isNegated
  }

  var inverted: ScalarSet { ScalarSet(ranges: ranges, isNegated: !isNegated) }

  /// Adds a set; a negated one is spelled out.
  mutating func formUnion(_ other: ScalarSet) {
    ranges += other.isNegated ? other.complement : other.ranges
  }

  /// The ranges between the ranges.
  private var complement: [ClosedRange<UInt32>] {
    var gaps: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > start { gaps.append(start...range.lowerBound - 1) }
      start = max(start, range.upperBound + 1)
    }
    if start <= 0x10FFFF { gaps.append(start...0x10FFFF) }
    return gaps
  }

  /// Adds the other case of every letter; in long ranges only of ASCII letters.
  mutating func addOtherCase() {
    for range in ranges {
      if range.count <= 64 {
        for value in range {
          guard let scalar = Unicode.Scalar(value) else { continue }
          for text in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
            if text.unicodeScalars.count == 1, let other = text.unicodeScalars.first {
              ranges.append(other.value...other.value)
            }
          }
        }
      } else {
        let capitals = range.clamped(to: 0x41...0x5A)
        if range.overlaps(0x41...0x5A) { ranges.append(capitals.lowerBound + 32...capitals.upperBound + 32) }
        let small = range.clamped(to: 0x61...0x7A)
        if range.overlaps(0x61...0x7A) { ranges.append(small.lowerBound - 32...small.upperBound - 32) }
      }
    }
  }
}
