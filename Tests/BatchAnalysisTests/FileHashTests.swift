import Foundation
import Testing

@testable import BatchAnalysis

/// SHA-256 of inputs.
struct FileHashTests {
  private func file() throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "hash-\(UUID().uuidString)").path
    try Data("abc".utf8).write(to: URL(filePath: path))
    return path
  }

  @Test func `is the one everybody knows of abc`() throws {
    let path = try file()
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(
      FileHash.ofFile(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `a run that was ended gets none, and waits for none`() throws {
    let path = try file()
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileHash.ofFile(path) { true } == nil)
  }
}
