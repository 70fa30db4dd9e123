import Foundation
import Testing

/// The rules of the house that no compiler checks.
struct ArchitectureTests {
  @Test func `every module imports only what the table allows`() throws {
    for file in try SourceTree.files(in: "Sources") {
      let allowed = try #require(ModuleTable.allowed[file.module], "no row for \(file.module)")
      for name in file.imports where !ModuleTable.system.contains(name) {
        #expect(allowed.contains(name), "\(file.path) imports \(name)")
      }
    }
  }

  @Test func `every module of the table has sources`() throws {
    for module in ModuleTable.allowed.keys.sorted() {
      let folder = SourceTree.root.appending(path: "Sources/\(module)").path
      #expect(FileManager.default.fileExists(atPath: folder), "\(module) has no folder")
    }
  }

  @Test func `the table has no circles`() {
    var done: Set<String> = []
    var rest = ModuleTable.allowed
    while let ready = rest.keys.sorted().first(where: { name in
      rest[name]?.allSatisfy { done.contains($0) || ModuleTable.allowed[$0] == nil } == true
    }) {
      done.insert(ready)
      rest[ready] = nil
    }
    #expect(rest.isEmpty, "these import each other: \(rest.keys.sorted())")
  }

  @Test func `the parser library and the codes stay free of full Foundation`() throws {
    for file in try SourceTree.files(in: "Sources") where ModuleTable.lean.contains(file.module) {
      guard file.imports.contains("Foundation") else { continue }
      #expect(
        file.lines.contains("#if canImport(FoundationEssentials)"), "\(file.path) imports all of Foundation")
    }
  }

  @Test func `no file is longer than 400 lines`() throws {
    let files = try SourceTree.files(in: "Sources") + SourceTree.files(in: "Tests")
    #expect(files.count > 100)
    for file in files { #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines") }
  }

  @Test func `sources avoid what breaks a moved binary or makes it huge`() throws {
    let refused = [
      "Bundle.module", "NSRegularExpression", "DateFormatter", "String(format:", "try!", "fatalError(",
    ]
    for file in try SourceTree.files(in: "Sources") {
      for (number, line) in file.lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for word in refused {
          #expect(!line.contains(word), "\(file.path):\(number + 1) uses \(word)")
        }
      }
    }
  }

  @Test func `nothing is left half done`() throws {
    let marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX:"]
    for file in try SourceTree.files(in: "Sources") {
      for (number, line) in file.lines.enumerated() {
        #expect(!marks.contains { line.contains($0) }, "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `no folder is a drawer for everything`() throws {
    let drawers = ["Utils", "Utilities", "Helpers", "Helper", "Manager", "Common", "Misc"]
    for file in try SourceTree.files(in: "Sources") {
      let names = file.path.split(separator: "/").map { String($0).replacing(".swift", with: "") }
      #expect(!names.contains { drawers.contains($0) }, "\(file.path)")
    }
  }
}
