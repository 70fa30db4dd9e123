import Foundation
import WindowsEventLog

/// A file or standard input whose first bytes can be looked at without losing them.
final class PeekedStream: ByteSource {
  private let handle: FileHandle
  private let path: String
  private var head: Data = Data()
  private var hash: FileHash?

  init(_ handle: FileHandle, path: String, hashes: Bool) {
    self.handle = handle
    self.path = path
    hash = hashes ? FileHash() : nil
  }

  deinit { close() }

  func close() { if handle.fileDescriptor > 2 { try? handle.close() } }

  /// The first bytes, fewer where there are no more.
  func peek(_ count: Int) -> [UInt8] {
    while head.count < count {
      guard let more = try? handle.read(upToCount: count - head.count), !more.isEmpty else { break }
      head.append(more)
    }
    return Array(head.prefix(count))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventLogError) -> Int {
    let count = fill(buffer)
    guard count >= 0 else { throw .unreadable(path: path, offset: 0, reason: "reading failed") }
    return count
  }

  /// Fills a buffer; 0 at the end, negative when reading failed.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = take(buffer)
    if count > 0 { hash?.add(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
    return count
  }

  private func take(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    if !head.isEmpty {
      let count = min(head.count, buffer.count)
      head.copyBytes(to: buffer, count: count)
      head = Data(head.dropFirst(count))
      return count
    }
    guard let block = try? handle.read(upToCount: min(buffer.count, FileHash.blockSize)) else { return 0 }
    block.copyBytes(to: buffer)
    return block.count
  }

  /// Hands over every line without its end.
  func forEachLine(limit: Int, _ body: (Data) -> Void) {
    var lines = LineSplitter(limit: limit)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { fill($0) }
      guard count > 0 else { break }
      lines.add(block[..<count], body)
    }
    lines.finish(body)
  }

  /// The hash of all bytes; reads what is left. Nil where none was asked for.
  func finishHash() -> String? {
    guard hash != nil else { return nil }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while block.withUnsafeMutableBytes({ fill($0) }) > 0 {}
    return hash?.finish()
  }
}
