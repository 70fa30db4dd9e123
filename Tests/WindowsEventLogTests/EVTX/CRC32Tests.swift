import Testing

@testable import WindowsEventLog

@Suite struct CRC32Tests {
  @Test func `gives the check value of the polynomial`() {
    #expect(checksum(Array("123456789".utf8)) == 0xCBF4_3926)
  }

  @Test func `gives the same for bytes in one piece and in two`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for cut in [0, 1, 7, 8, 9, 500, 999] {
      var sum = CRC32()
      bytes[..<cut].withUnsafeBytes { sum.update($0) }
      bytes[cut...].withUnsafeBytes { sum.update($0) }
      #expect(sum.value == checksum(bytes))
    }
  }

  @Test func `sums long inputs as it sums short ones`() {
    let bytes = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }
    var sum = CRC32()
    // Pieces below the length from which stretches are summed side by side.
    for start in stride(from: 0, to: bytes.count, by: 1000) {
      bytes[start..<min(start + 1000, bytes.count)].withUnsafeBytes { sum.update($0) }
    }
    #expect(sum.value == checksum(bytes))
  }
}
