internal import CLibArchive

/// One open libarchive reader: the only file that speaks to the library.
///
/// It is given bytes and gives bytes; nothing is ever written to a disk, and no path or link that an
/// archive names is opened.
final class ArchiveHandle {
  /// The path or member name the archive is shown under.
  let path: String
  private let archive: OpaquePointer
  private var entry: OpaquePointer?
  private let input: StreamInput?

  /// Bytes read from an archive file at once.
  static let blockSize = 65_536

  /// Opens a file.
  init(path: String) throws(ArchiveError) {
    self.path = path
    input = nil
    archive = try Self.prepare(path: path)
    guard archive_read_open_filename(archive, path, Self.blockSize) == ARCHIVE_OK else {
      // deinit frees it: every property is set by now.
      throw .unreadable(path: path, reason: Self.reason(archive))
    }
  }

  /// Opens a stream of bytes that cannot be wound back.
  ///
  /// - Parameter read: fills a buffer and gives the number of bytes, 0 at the end, negative on failure.
  init(path: String, read: @escaping (UnsafeMutableRawBufferPointer) -> Int) throws(ArchiveError) {
    self.path = path
    archive = try Self.prepare(path: path)
    let source = StreamInput(read: read)
    input = source
    let status = archive_read_open(
      archive, Unmanaged.passUnretained(source).toOpaque(), nil,
      { _, client, buffer in
        guard let client, let buffer else { return -1 }
        return Unmanaged<StreamInput>.fromOpaque(client).takeUnretainedValue().fill(buffer)
      }, nil)
    guard status == ARCHIVE_OK else {
      // deinit frees it: every property is set by now.
      throw .corrupt(path: path, reason: Self.reason(archive))
    }
  }

  deinit { archive_read_free(archive) }

  private static func prepare(path: String) throws(ArchiveError) -> OpaquePointer {
    guard let archive = archive_read_new() else {
      throw .unreadable(path: path, reason: "no memory for a reader")
    }
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_bzip2(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_format_zip(archive)
    archive_read_support_format_7zip(archive)
    archive_read_support_format_tar(archive)
    // A compressed file without an archive inside is one member.
    archive_read_support_format_raw(archive)
    return archive
  }

  /// What the next regular file is called; nil at the end.
  func next() throws(ArchiveError) -> String? {
    while true {
      var found: OpaquePointer?
      let status = archive_read_next_header(archive, &found)
      if status == ARCHIVE_EOF { return nil }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let found else {
        throw .corrupt(path: path, reason: Self.reason(archive))
      }
      entry = found
      // Only regular files: a link or a device could lead anywhere. 0o170000 and 0o100000 are AE_IFMT, AE_IFREG.
      guard UInt32(archive_entry_filetype(found)) & 0o170000 == 0o100000 else { continue }
      return name(of: found)
    }
  }

  /// Whether the current member needs a password.
  var isEncrypted: Bool { entry.map { archive_entry_is_encrypted($0) != 0 } ?? false }

  /// Whether the archive is one compressed stream, in which nothing can be skipped cheaply.
  var isCompressedWhole: Bool { archive_filter_count(archive) > 1 }

  /// Bytes taken from the file or stream so far.
  var consumed: UInt64 { UInt64(max(0, archive_filter_bytes(archive, -1))) }

  /// Fills a buffer from the current member; 0 at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw .corrupt(path: path, reason: Self.reason(archive)) }
    return count
  }

  /// Leaves the rest of the current member unread.
  func skip() { archive_read_data_skip(archive) }

  private func name(of entry: OpaquePointer) -> String {
    if archive_format(archive) == ARCHIVE_FORMAT_RAW { return ArchiveFormat.innerName(of: path) }
    guard let bytes = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
      return "unnamed"
    }
    return String(cString: bytes)
  }

  private static func reason(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
  }
}

/// Feeds libarchive from a closure; it keeps the buffer that the library reads from.
private final class StreamInput {
  private let read: (UnsafeMutableRawBufferPointer) -> Int
  private let block: UnsafeMutableRawBufferPointer

  init(read: @escaping (UnsafeMutableRawBufferPointer) -> Int) {
    self.read = read
    block = .allocate(byteCount: ArchiveHandle.blockSize, alignment: 16)
  }

  deinit { block.deallocate() }

  func fill(_ target: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    target.pointee = UnsafeRawPointer(block.baseAddress)
    return read(block)
  }
}
