import Foundation
import Testing

@testable import BatchAnalysis

struct FileComparisonTests {
  private func areSame(_ one: Data, _ other: Data) throws -> Bool {
    let paths = [0, 1].map { _ in FileManager.default.temporaryDirectory.appending(path: UUID().uuidString) }
    defer { for path in paths { try? FileManager.default.removeItem(at: path) } }
    try one.write(to: paths[0])
    try other.write(to: paths[1])
    return FileComparison.areSame(paths[0].path, paths[1].path)
  }

  @Test(arguments: [
    0, 1, FileComparison.blockSize - 1, FileComparison.blockSize, 3 * FileComparison.blockSize + 7,
  ])
  func `files of the same bytes are the same`(length: Int) throws {
    let bytes = Data((0..<length).map { UInt8(truncatingIfNeeded: $0 / 3) })
    #expect(try areSame(bytes, bytes))
    #expect(try !areSame(bytes, bytes + [0]))
  }

  @Test(arguments: [0, FileComparison.blockSize, 2 * FileComparison.blockSize - 1])
  func `one other byte makes another file`(place: Int) throws {
    let bytes = Data(repeating: 5, count: 2 * FileComparison.blockSize)
    var other = bytes
    other[place] = 6
    #expect(try !areSame(bytes, other))
  }

  @Test func `what cannot be read, or is not read to its end, is no copy`() {
    let path = #filePath
    #expect(FileComparison.areSame(path, path))
    #expect(!FileComparison.areSame(path, path) { true })
    #expect(!FileComparison.areSame(path, path + ".none"))
    #expect(!FileComparison.areSame("/", "/"))
  }
}
