import WindowsEventLog

/// Numbers as text, without a formatter.
extension ExportBuffer {
  /// Appends a whole number in decimal.
  mutating func appendDecimal<N: FixedWidthInteger & UnsignedInteger>(_ number: N) {
    var rest = UInt64(truncatingIfNeeded: number)
    var digits = 1
    var limit: UInt64 = 10
    while digits < 20, rest >= limit {
      digits &+= 1
      let (next, overflow) = limit.multipliedReportingOverflow(by: 10)
      if overflow { break }
      limit = next
    }
    let out = reserve(digits)
    var place = out + digits
    repeat {
      place -= 1
      place.pointee = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while place > out
    commit(to: out + digits)
  }

  /// Appends a time as ISO 8601 in UTC with seven digits of a second.
  mutating func append(_ time: WindowsTime) {
    let out = reserve(WindowsTime.iso8601Length)
    let room = UnsafeMutableBufferPointer(start: out, count: WindowsTime.iso8601Length)
    commit(to: out + time.writeISO8601(to: room))
  }

  /// Appends lower-case hex digits, at least `width` of them.
  mutating func appendHex(_ number: UInt64, width: Int) {
    let digits = max(width, (64 - number.leadingZeroBitCount + 3) / 4, 1)
    let out = reserve(digits)
    var index = 0
    while index < digits {
      let shift = (digits &- 1 &- index) &* 4
      out[index] = Self.hexDigit(UInt8(truncatingIfNeeded: number &>> UInt64(shift)) & 15, letters: 0x61)
      index &+= 1
    }
    commit(to: out + digits)
  }

  /// Appends bytes as upper-case hex, the way Windows writes Binary.
  mutating func appendHexBytes(_ bytes: [UInt8]) {
    var out = reserve(bytes.count &* 2)
    for byte in bytes {
      out[0] = Self.hexDigit(byte &>> 4, letters: 0x41)
      out[1] = Self.hexDigit(byte & 15, letters: 0x41)
      out += 2
    }
    commit(to: out)
  }

  @inline(__always)
  static func hexDigit(_ value: UInt8, letters: UInt8) -> UInt8 {
    value < 10 ? 0x30 &+ value : letters &+ (value &- 10)
  }
}
