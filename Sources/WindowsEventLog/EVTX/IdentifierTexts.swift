/// The last GUIDs and SIDs written out; records that follow each other mostly repeat them.
final class IdentifierTexts {
  /// Identifiers kept; which place one has is told by its first bytes.
  private static let places = 16
  /// Longest identifier kept, in bytes.
  private static let longest = 32

  /// An identifier's bytes, zeros behind them, and how many they are.
  private typealias Key = (UInt64, UInt64, UInt64, UInt64, Int)

  private let keys: UnsafeMutablePointer<Key>
  private let texts: UnsafeMutablePointer<String>

  init() {
    keys = .allocate(capacity: Self.places)
    keys.initialize(repeating: (0, 0, 0, 0, 0), count: Self.places)
    texts = .allocate(capacity: Self.places)
    texts.initialize(repeating: "", count: Self.places)
  }

  deinit {
    keys.deallocate()
    texts.deinitialize(count: Self.places)
    texts.deallocate()
  }

  /// The text of the identifier in some bytes, made only when it is not one of the last.
  @inline(__always)
  func text(of bytes: UnsafeRawBufferPointer, make: () -> String) -> String {
    guard bytes.count <= Self.longest, let base = bytes.baseAddress, bytes.count >= 8 else { return make() }
    var words: Key = (0, 0, 0, 0, bytes.count)
    withUnsafeMutableBytes(of: &words) {
      $0.copyMemory(from: UnsafeRawBufferPointer(start: base, count: bytes.count))
    }
    let mixed = (words.0 ^ words.1 ^ words.2 ^ words.3) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: mixed &>> 60)
    if keys[place] == words, !texts[place].isEmpty { return texts[place] }
    let text = make()
    keys[place] = words
    texts[place] = text
    return text
  }
}
