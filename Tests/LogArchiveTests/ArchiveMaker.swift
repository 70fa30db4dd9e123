import CLibArchive
import Foundation

/// Writes archives of every kind with the library that reads them, so that no program has to be installed.
enum ArchiveMaker {
  /// What the bytes are put into.
  enum Container: String, CaseIterable {
    case zip
    case sevenZip = "7z"
    case tar
    /// No container: the one member's bytes alone.
    case none
  }

  /// What is done to the container's bytes.
  enum Filter: String, CaseIterable {
    case none = ""
    case gzip = "gz"
    case bzip2 = "bz2"
    case xz
    case zstandard = "zst"
  }

  struct Failure: Error {
    var text: String
  }

  /// A regular file of an archive.
  struct Entry {
    var name: String
    var bytes: [UInt8]
  }

  /// Writes an archive to a file.
  static func write(_ container: Container, _ filter: Filter, _ entries: [Entry], to path: String) throws {
    guard let archive = archive_write_new() else { throw Failure(text: "no memory") }
    defer { archive_write_free(archive) }
    func check(_ status: Int32) throws {
      guard status >= ARCHIVE_WARN else {
        throw Failure(text: archive_error_string(archive).map { String(cString: $0) } ?? "status \(status)")
      }
    }
    switch container {
    case .zip: try check(archive_write_set_format_zip(archive))
    case .sevenZip: try check(archive_write_set_format_7zip(archive))
    case .tar: try check(archive_write_set_format_pax_restricted(archive))
    case .none: try check(archive_write_set_format_raw(archive))
    }
    switch filter {
    case .none: try check(archive_write_add_filter_none(archive))
    case .gzip: try check(archive_write_add_filter_gzip(archive))
    case .bzip2: try check(archive_write_add_filter_bzip2(archive))
    case .xz: try check(archive_write_add_filter_xz(archive))
    case .zstandard: try check(archive_write_add_filter_zstd(archive))
    }
    try check(archive_write_open_filename(archive, path))
    for entry in entries {
      guard let header = archive_entry_new() else { throw Failure(text: "no memory") }
      defer { archive_entry_free(header) }
      archive_entry_set_pathname(header, entry.name)
      archive_entry_set_size(header, Int64(entry.bytes.count))
      // 0o100000 is AE_IFREG, a regular file.
      archive_entry_set_filetype(header, 0o100000)
      archive_entry_set_perm(header, 0o644)
      try check(archive_write_header(archive, header))
      let written = entry.bytes.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
      guard written == entry.bytes.count else {
        throw Failure(text: "\(written) of \(entry.bytes.count) bytes")
      }
    }
    try check(archive_write_close(archive))
  }
}
