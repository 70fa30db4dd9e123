#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file, or a stretch of one, read by position; a pipe or device, read in order.
///
/// The only file of this module that calls the operating system.
final class FileByteSource: ByteSource {
  private let path: String
  private let descriptor: Int32
  private var offset: UInt64
  private let end: UInt64
  private var isSeekable: Bool

  /// Opens a file; `range` limits what is read to a stretch of it, in bytes.
  init(path: String, range: Range<UInt64>? = nil) throws(EventLogError) {
    self.path = path
    offset = range?.lowerBound ?? 0
    end = range?.upperBound ?? .max
    isSeekable = true
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .unreadable(path: path, offset: 0, reason: Self.systemReason())
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Bytes of the whole file; nil for a pipe or device.
  func size() throws(EventLogError) -> UInt64? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, offset: 0, reason: Self.systemReason())
    }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt64(max(0, status.st_size))
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventLogError) -> Int {
    let left = end - min(end, offset)
    let wanted = Int(min(UInt64(buffer.count), left))
    guard wanted > 0 else { return 0 }
    while true {
      let count = fetch(buffer, wanted)
      if count >= 0 {
        offset += UInt64(count)
        return count
      }
      if errno == EINTR { continue }
      if errno == ESPIPE, isSeekable {
        isSeekable = false
        continue
      }
      throw .unreadable(path: path, offset: offset, reason: Self.systemReason())
    }
  }

  private func fetch(_ buffer: UnsafeMutableRawBufferPointer, _ wanted: Int) -> Int {
    if isSeekable {
      pread(descriptor, buffer.baseAddress, wanted, off_t(clamping: offset))
    } else {
      // The name is that of this class's own method too.
      systemRead(descriptor, buffer.baseAddress, wanted)
    }
  }

  private static func systemReason() -> String { String(cString: strerror(errno)) }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
