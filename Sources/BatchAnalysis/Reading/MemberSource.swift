import LogArchive
import WindowsEventLog

/// The current member of an archive as the reader wants its bytes.
final class MemberSource: ByteSource {
  private let archive: ArchiveReader
  let name: String
  private var hash: FileHash?
  /// Why the member ended before its end.
  private(set) var failure: ArchiveError?

  init(_ archive: ArchiveReader, name: String, hashes: Bool) {
    self.archive = archive
    self.name = name
    hash = hashes ? FileHash() : nil
  }

  /// A damaged member ends where the damage begins: what came before is worth reading.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventLogError) -> Int {
    guard failure == nil else { return 0 }
    do throws(ArchiveError) {
      let count = try archive.read(into: buffer)
      if count > 0 { hash?.add(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
      return count
    } catch {
      failure = error
      return 0
    }
  }

  /// Reads the rest, handing it over in blocks.
  func drain(_ body: (ArraySlice<UInt8>) -> Void) {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { buffer in (try? read(into: buffer)) ?? 0 }
      guard count > 0 else { return }
      body(block[..<count])
    }
  }

  /// The hash of all bytes; reads what is left. Nil where none was asked for or the member is damaged.
  func finishHash() -> String? {
    guard hash != nil else { return nil }
    drain { _ in }
    return failure == nil ? hash?.finish() : nil
  }
}
