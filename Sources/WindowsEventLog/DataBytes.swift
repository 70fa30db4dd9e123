/// The EventData of one record as UTF-8, for whoever writes it out at once: no strings are made of it.
///
/// A reader that was given one leaves the data of a record here instead of in `EventRecord.data` where it lies
/// plainly in the log. It is overwritten by the next record.
package final class DataBytes {
  /// One named or unnamed value; what it points to lives as long as the record is the current one.
  package struct Item {
    /// Nil for an unnamed value.
    package var name: UnsafeBufferPointer<UInt8>?
    package var value: UnsafeBufferPointer<UInt8>
  }

  /// In the order of the record.
  package private(set) var items: [Item] = []
  /// Whether the current record's data is here.
  package internal(set) var isFilled = false

  private let store: UnsafeMutablePointer<UInt8>
  private var stored = 0

  /// Bytes of text that are kept for one record; one with more becomes strings.
  private static let capacity = 1 << 18

  package init() {
    store = .allocate(capacity: Self.capacity)
    items.reserveCapacity(64)
  }

  deinit { store.deallocate() }

  /// Forgets the record before.
  func removeAll() {
    items.removeAll(keepingCapacity: true)
    stored = 0
    isFilled = false
  }

  @inline(__always) func append(name: UnsafeBufferPointer<UInt8>?, value: UnsafeBufferPointer<UInt8>) {
    items.append(Item(name: name, value: value))
  }

  /// Keeps a text; nil when there is no room left.
  @inline(__always) func keep(_ text: String) -> UnsafeBufferPointer<UInt8>? {
    let kept = text.utf8.withContiguousStorageIfAvailable { bytes -> UnsafeBufferPointer<UInt8>? in
      guard let room = room(bytes.count) else { return nil }
      if let base = bytes.baseAddress { room.update(from: base, count: bytes.count) }
      return keep(bytes.count)
    }
    return kept ?? nil
  }

  /// Where bytes can be put that `keep` then counts; nil when there is no room left.
  @inline(__always) func room(_ count: Int) -> UnsafeMutablePointer<UInt8>? {
    count <= Self.capacity - stored ? store + stored : nil
  }

  /// Keeps bytes that were put into `room`.
  @inline(__always) func keep(_ count: Int) -> UnsafeBufferPointer<UInt8> {
    defer { stored += count }
    return UnsafeBufferPointer(start: store + stored, count: count)
  }
}
