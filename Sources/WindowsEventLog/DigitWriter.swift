/// Writes ASCII digits with leading zeros into a buffer that is large enough.
struct DigitWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func write(_ byte: UInt8) {
    buffer[count] = byte
    count += 1
  }

  /// Two digits of a number from 0 to 99.
  mutating func writePair(_ number: Int64) {
    buffer[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    buffer[count + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
    count += 2
  }

  /// At least so many digits; more when the number needs them, and a sign when it is negative.
  mutating func write(_ number: Int64, digits: Int) {
    var magnitude = number.magnitude
    if number < 0 { write(UInt8(ascii: "-")) }
    var width = 1
    var rest = magnitude / 10
    while rest > 0 {
      width += 1
      rest /= 10
    }
    width = max(width, digits)
    for index in stride(from: count + width - 1, through: count, by: -1) {
      buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10)
      magnitude /= 10
    }
    count += width
  }
}
