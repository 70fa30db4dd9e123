/// The substitution values that belong to a tree.
///
/// The memory is a `BinXMLValueStore`'s, or that of an array for as long as a call lasts.
struct BinXMLValues {
  let base: UnsafePointer<BinXMLValue>?
  let count: Int

  static var none: Self { Self(base: nil, count: 0) }

  /// The value with an index; nil where there is none.
  @inline(__always)
  subscript(index: Int32) -> BinXMLValue? {
    guard let base, index >= 0, index < count else { return nil }
    return base[Int(index)]
  }

  /// Whether what depends on a value is there: it is when it depends on none, or on one that is not null.
  @inline(__always)
  func allow(_ dependency: Int32) -> Bool {
    guard let base, dependency >= 0, dependency < count else { return true }
    return !base[Int(dependency)].isNull
  }
}

/// Memory for the values of the instances being read, one inside the other.
final class BinXMLValueStore {
  /// The record's own values, those of the fragments inside, and those that are only passing through.
  static let levels = EVTXLimits.fragmentDepth + 2

  private let memory: UnsafeMutablePointer<UnsafeMutablePointer<BinXMLValue>?>

  init() {
    memory = .allocate(capacity: Self.levels)
    memory.initialize(repeating: nil, count: Self.levels)
  }

  deinit {
    for level in 0..<Self.levels { memory[level]?.deallocate() }
    memory.deallocate()
  }

  /// Room for `EVTXLimits.values` values; nil beyond the last level.
  @inline(__always)
  func level(_ level: Int) -> UnsafeMutablePointer<BinXMLValue>? {
    guard level < Self.levels else { return nil }
    if let room = memory[level] { return room }
    let room = UnsafeMutablePointer<BinXMLValue>.allocate(capacity: EVTXLimits.values)
    memory[level] = room
    return room
  }
}
