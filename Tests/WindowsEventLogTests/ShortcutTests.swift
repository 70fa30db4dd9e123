import Foundation
import Testing
import WindowsEventLog

/// Where the fast path yields a record, libxml2 yields the same.
struct ShortcutTests {
  private func expectSame(_ bytes: [UInt8], _ comment: String) throws {
    var reference = ReaderOptions()
    reference.usesShortcuts = false
    let results = try [ReaderOptions(), reference].map { options in
      try Result { () throws(EventLogError) in try log(bytes, options) }.get()
    }
    #expect(results[0].records == results[1].records, "\(comment)")
    #expect(results[0].locations == results[1].locations, "\(comment)")
    #expect(results[0].skipped == results[1].skipped, "\(comment)")
    #expect(results[0].summary.ledger == results[1].summary.ledger, "\(comment)")
    #expect(results[0].summary.description == results[1].summary.description, "\(comment)")
    #expect(results[0].summary.coverage == results[1].summary.coverage, "\(comment)")
  }

  /// What was read before an error, if there was one.
  private func log(_ bytes: [UInt8], _ options: ReaderOptions) throws(EventLogError) -> ReadLog {
    do {
      return try ReadLog(bytes, options: options)
    } catch let error as EventLogError {
      if case .notAnEventLog = error, let nothing = try? ReadLog(Array("<Events/>".utf8)) { return nothing }
      throw error
    } catch {
      throw .unreadable(path: "test", offset: 0, reason: "\(error)")
    }
  }

  @Test(arguments: LogFixtures.dialects)
  func `agrees with libxml2 on every fixture`(name: String) throws {
    try expectSame(LogFixtures.bytes("dialects/" + name), name)
  }

  @Test(arguments: LogFixtures.dialects.filter { !$0.contains("json") })
  func `agrees with libxml2 on mutations of every fixture`(name: String) throws {
    let original = try LogFixtures.bytes("dialects/" + name)
    var random = SeededGenerator(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
    let pieces = [
      "<", ">", "&", "'", "\"", "]]>", "<![CDATA[", "<!--", "-->", "&#1;", "&#xD;", "\r\n", "\t", "\u{FFFF}",
      "<Event>", "</Event>", "xmlns:a='b' ", "Name='x' ", "<Data>", "</Data>", "&amp;", "&#x41;", "é",
      "\u{0}",
    ].map { Array($0.utf8) }
    for round in 0..<300 {
      var bytes = original
      for _ in 0...Int.random(in: 0..<3, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1..<40, using: &random)))
        default:
          let from = Int.random(in: 0..<bytes.count, using: &random)
          bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + 30)], at: place)
        }
      }
      guard !bytes.isEmpty else { continue }
      try expectSame(bytes, "\(name), round \(round)")
    }
  }

  @Test func `agrees with libxml2 on real logs`() throws {
    guard let folder = LogFixtures.shared("xml") else { return }
    for dialect in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where dialect != "README.md" {
      let place = folder.appending(path: dialect)
      for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() {
        let bytes = Array(try Data(contentsOf: place.appending(path: name)).prefix(300_000))
        try expectSame(bytes, "\(dialect)/\(name)")
      }
    }
  }
}
