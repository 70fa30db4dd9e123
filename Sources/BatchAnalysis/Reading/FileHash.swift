import Crypto
import Foundation

/// The SHA-256 of bytes as they go by.
struct FileHash {
  private var hash = SHA256()

  mutating func add(_ bytes: UnsafeRawBufferPointer) { hash.update(bufferPointer: bytes) }

  /// Lower-case hexadecimal.
  func finish() -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hash.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Bytes read from a file at once.
  static let blockSize = 1 << 20

  /// A whole file's hash, or nil when it cannot be read to its end or is stopped before. O(n) in its bytes.
  static func ofFile(_ path: String, isStopped: () -> Bool = { false }) -> String? {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? handle.close() }
    var hash = FileHash()
    do {
      while let block = try handle.read(upToCount: blockSize), !block.isEmpty {
        if isStopped() { return nil }
        block.withUnsafeBytes { hash.add($0) }
      }
    } catch { return nil }
    return hash.finish()
  }
}
