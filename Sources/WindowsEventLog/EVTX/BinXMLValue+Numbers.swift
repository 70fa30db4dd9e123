/// Values as numbers and instants.
extension BinXMLValue {
  /// The number in an integer value of any width, or in the decimal or 0x text of a string.
  @inline(__always)
  func unsigned(in bytes: ChunkBytes) -> UInt64? {
    switch (type, size) {
    case (.uint8, 1), (.int8, 1): UInt64(bytes.base.load(fromByteOffset: offset, as: UInt8.self))
    case (.uint16, 2), (.int16, 2): UInt64(bytes.unchecked16(at: offset))
    case (.uint32, 4), (.int32, 4), (.hexInt32, 4), (.sizeT, 4), (.bool, 4):
      UInt64(bytes.unchecked32(at: offset))
    case (.uint64, 8), (.int64, 8), (.hexInt64, 8), (.sizeT, 8), (.fileTime, 8):
      bytes.unchecked64(at: offset)
    case (.string, _): HeaderNumber.parse(text(in: bytes))
    default: nil
    }
  }

  /// The instant in a FILETIME, a SYSTEMTIME or ISO 8601 text.
  @inline(__always)
  func time(in bytes: ChunkBytes) -> WindowsTime? {
    switch (type, size) {
    case (.fileTime, 8):
      // A FILETIME is unsigned; the upper half of its range has no calendar date.
      Int64(exactly: bytes.unchecked64(at: offset)).map { WindowsTime(ticks: $0) }
    case (.systemTime, 16): systemTime(in: bytes)
    case (.string, _): WindowsTime(iso8601: text(in: bytes))
    default: nil
    }
  }

  /// The instant of a SYSTEMTIME ([MS-DTYP] 2.3.13), whose fields are year, month, day of week, day,
  /// hour, minute, second and milliseconds.
  private func systemTime(in bytes: ChunkBytes) -> WindowsTime? {
    func field(_ index: Int) -> Int64 { Int64(bytes.unchecked16(at: offset + index * 2)) }
    let (year, month, day) = (field(0), field(1), field(3))
    guard (1601...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= WindowsTime.daysInMonth(month, of: year),
      field(4) < 24, field(5) < 60, field(6) <= 60, field(7) < 1000
    else { return nil }
    let days = WindowsTime.daysSince1601(year: year, month: month, day: day)
    let seconds = days * 86_400 + field(4) * 3600 + field(5) * 60 + field(6)
    return WindowsTime(ticks: seconds * WindowsTime.ticksPerSecond + field(7) * 10_000)
  }

  private func text(in bytes: ChunkBytes) -> String {
    var isRepaired = false
    return UTF16Text.string(bytes.base + offset, units: min(size / 2, 64), isRepaired: &isRepaired)
  }
}
