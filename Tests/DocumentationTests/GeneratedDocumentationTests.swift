import Foundation
import KnowledgeBase
import Testing

/// The generated part of `docs/` says what the knowledge says today.
@Suite struct GeneratedDocumentationTests {
  static let command = "RECORD_DOCS=1 swift test --filter DocumentationTests"
  private let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs")

  @Test func `is up to date`() throws {
    let pages = GeneratedPages(knowledge: try KnowledgeBase.builtIn()).pages
    if ProcessInfo.processInfo.environment["RECORD_DOCS"] == "1" {
      try record(pages)
      Issue.record("recorded \(pages.count) pages; run the test again without RECORD_DOCS")
      return
    }
    let stale = pages.keys.sorted().filter { path in
      (try? String(contentsOf: docs.appending(path: path), encoding: .utf8)) != pages[path]
    }
    #expect(stale.isEmpty, "out of date: \(stale.prefix(5)); run \(Self.command)")
    let extra = existing().filter { pages[$0] == nil }
    #expect(extra.isEmpty, "no longer generated: \(extra.prefix(5)); run \(Self.command)")
  }

  @Test func `links only to pages that exist`() throws {
    let pages = GeneratedPages(knowledge: try KnowledgeBase.builtIn()).pages
    let root = docs.deletingLastPathComponent()
    for (path, text) in pages {
      for link in text.split(separator: "](").dropFirst().compactMap({ $0.split(separator: ")").first }) {
        if link.hasPrefix("http") { continue }
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        if link.hasPrefix("../../") {
          #expect(
            FileManager.default.fileExists(atPath: root.appending(path: String(link.dropFirst(6))).path),
            "\(link)")
        } else {
          #expect(pages["\(folder)/\(link)"] != nil, "\(path) links to \(link)")
        }
      }
    }
  }

  private func record(_ pages: [String: String]) throws {
    for path in existing() where pages[path] == nil {
      try FileManager.default.removeItem(at: docs.appending(path: path))
    }
    for (path, text) in pages {
      let url = docs.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  private func existing() -> [String] {
    ["causes", "codes"].flatMap { folder in
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: docs.appending(path: folder).path)) ?? []
      return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }
  }
}
