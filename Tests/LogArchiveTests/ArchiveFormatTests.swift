import LogArchive
import Testing

/// Telling archives by their first bytes.
struct ArchiveFormatTests {
  @Test func `knows signatures and nothing else`() {
    #expect(ArchiveFormat(firstBytes: [0x50, 0x4B, 3, 4, 0]) == .zip)
    #expect(ArchiveFormat(firstBytes: [0x1F, 0x8B, 8]) == .gzip)
    #expect(ArchiveFormat(firstBytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) == .sevenZip)
    #expect(ArchiveFormat(firstBytes: Array(repeating: 0, count: 257) + Array("ustar".utf8)) == .tar)
    #expect(ArchiveFormat(firstBytes: Array("<Events>".utf8)) == nil)
    #expect(ArchiveFormat(firstBytes: Array("BZh is a word".utf8)) == nil)
    #expect(ArchiveFormat(firstBytes: Array("ElfFile\0".utf8)) == nil)
    #expect(ArchiveFormat(firstBytes: []) == nil)
  }
}
