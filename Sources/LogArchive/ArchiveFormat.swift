/// The kinds of archives and compressed files that are opened, told by their first bytes.
public enum ArchiveFormat: String, Sendable, Hashable, CaseIterable {
  case zip
  case sevenZip = "7z"
  case tar
  case gzip
  case bzip2
  case xz
  case zstandard

  /// Bytes that are enough to tell every format.
  public static let sniffLength = 512

  /// Tells a format from the first `sniffLength` bytes (fewer where the file is shorter); nil for anything else.
  ///
  /// Signatures: PKWARE APPNOTE 4.3.7, 7-Zip 7zFormat.txt, POSIX ustar, RFC 1952, xz-file-format 2.1.1.1, RFC 8878.
  public init?(firstBytes bytes: [UInt8]) {
    func starts(_ signature: [UInt8], at offset: Int = 0) -> Bool {
      bytes.dropFirst(offset).starts(with: signature)
    }
    if starts([0x50, 0x4B, 3, 4]) || starts([0x50, 0x4B, 5, 6]) {
      self = .zip
    } else if starts([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if starts([0x1F, 0x8B]) {
      self = .gzip
    } else if starts([0x42, 0x5A, 0x68]), bytes.count > 9,
      starts([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4)
    {
      self = .bzip2
    } else if starts([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
      self = .xz
    } else if starts([0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if starts(Array("ustar".utf8), at: 257) {
      self = .tar
    } else {
      return nil
    }
  }

  /// Whether reading needs to jump about in the file, which a stream cannot.
  var needsSeeking: Bool { self == .sevenZip }

  /// Whether the name of the single file inside is that of the archive without its ending.
  static func innerName(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".gz", ".bz2", ".xz", ".zst"] where name.lowercased().hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
