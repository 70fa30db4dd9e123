/// Answers of the selection by provider, channel and id, so that a record costs one look.
struct WantedRecords: ~Copyable {
  private struct Entry {
    var key: UInt64
    var isWanted: Bool
  }

  private static let places = 1024
  /// No key: ids stand in the upper sixteen bits and number 0xFFFF_FFFF is never given to a name.
  private static let none = UInt64.max

  private let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: Self.places)
    entries.initialize(repeating: Entry(key: Self.none, isWanted: false), count: Self.places)
  }

  deinit { entries.deallocate() }

  /// Forgets every answer: the names' numbers have changed.
  func removeAll() { entries.update(repeating: Entry(key: Self.none, isWanted: false), count: Self.places) }

  /// The answer for a header, asked for only when it is not known.
  @inline(__always)
  func contains(_ header: RecordHeaderValues, ask: () -> Bool) -> Bool {
    // Names are fewer than 2^24 (`EVTXLimits.names`); a second name or a larger id is rare.
    guard header.eventSourceName == nil, header.eventID < 0x1_0000, header.provider < 1 << 24,
      header.channel < 1 << 24
    else { return ask() }
    let key =
      UInt64(header.eventID) << 48 | UInt64(truncatingIfNeeded: header.provider) << 24
      | UInt64(truncatingIfNeeded: header.channel)
    let mixed = (key ^ key >> 31) &* 0x9E37_79B9_7F4A_7C15
    let place = entries + Int(truncatingIfNeeded: mixed >> 54)
    if place.pointee.key == key { return place.pointee.isWanted }
    let isWanted = ask()
    place.pointee = Entry(key: key, isWanted: isWanted)
    return isWanted
  }
}
