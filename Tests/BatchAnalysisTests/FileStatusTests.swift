import Foundation
import Testing

@testable import BatchAnalysis

struct FileStatusTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "status-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("abc".utf8).write(to: folder.appending(path: "a"))
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  @Test func `names of one file have one identity`() throws {
    try FileManager.default.linkItem(atPath: path("a"), toPath: path("b"))
    try Data("abc".utf8).write(to: folder.appending(path: "c"))
    let status = try ["a", "b", "c"].map { try #require(FileStatus(of: path($0), followingLinks: false)) }
    #expect(status.map(\.kind) == [.regular, .regular, .regular])
    #expect(status.map(\.bytes) == [3, 3, 3])
    #expect(status[0].identity == status[1].identity)
    #expect(status[0].identity != status[2].identity)
  }

  @Test func `a link is itself or its target, as asked`() throws {
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: folder.path)
    #expect(FileStatus(of: path("link"), followingLinks: false)?.kind == .symbolicLink)
    #expect(FileStatus(of: path("link"), followingLinks: true)?.kind == .folder)
    #expect(FileStatus(of: path("none"), followingLinks: true) == nil)
  }

  @Test func `a file begins with its first bytes`() {
    #expect(FileStatus.bytes(of: path("a"), 2) == Array("ab".utf8))
    #expect(FileStatus.bytes(of: path("a"), 9) == Array("abc".utf8))
    #expect(FileStatus.bytes(of: path("none"), 9) == nil)
    #expect(FileStatus.bytes(of: folder.path, 9) == nil)
  }
}
