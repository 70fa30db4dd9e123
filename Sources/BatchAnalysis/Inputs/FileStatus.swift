#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the file system says of a path in one question, without looking up its owner's name as Foundation does.
struct FileStatus {
  enum Kind {
    case regular, folder, symbolicLink
    /// A pipe, socket or device.
    case other
  }

  /// The same for all names of one file, and for no other.
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  let kind: Kind
  let bytes: UInt64
  let identity: Identity

  /// Nil where nothing is, or nothing may be looked at.
  init?(of path: String, followingLinks: Bool) {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .other
      }
    bytes = UInt64(max(0, status.st_size))
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}

extension FileStatus {
  /// A file's bytes from an offset on, fewer where it has no more; nil when it cannot be read.
  static func bytes(of path: String, _ count: Int, from offset: UInt64 = 0) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, count, off_t(clamping: offset))
    }
    return read < 0 ? nil : Array(bytes.prefix(read))
  }
}
