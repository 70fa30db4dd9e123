import BatchAnalysis
import Foundation
import Testing

/// What paths name, and in which order.
struct InputDiscoveryTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "inputs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "b/deep"), withIntermediateDirectories: true)
    for name in ["z.xml", "a.xml", "b/deep/m.evtx", ".hidden"] {
      try Data("x".utf8).write(to: folder.appending(path: name))
    }
  }

  private func names(_ discovery: InputDiscovery) -> [String] {
    discovery.inputs.map { String($0.path.dropFirst(folder.path.count + 1)) }
  }

  @Test func `a folder is read recursively in the order of names`() {
    let discovery = InputDiscovery(paths: [folder.path])
    #expect(names(discovery) == ["a.xml", "b/deep/m.evtx", "z.xml"])
    #expect(discovery.inputs.allSatisfy { $0.bytes == 1 })
    #expect(discovery.notices.isEmpty)
  }

  @Test func `a file named twice is one input, by whatever name`() throws {
    try FileManager.default.linkItem(
      at: folder.appending(path: "a.xml"), to: folder.appending(path: "hard.xml"))
    let discovery = InputDiscovery(paths: [folder.path + "/z.xml", folder.path, folder.path + "/z.xml"])
    #expect(names(discovery) == ["z.xml", "a.xml", "b/deep/m.evtx"])
  }

  @Test func `links in a folder are told and not followed`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/b/out", withDestinationPath: FileManager.default.temporaryDirectory.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/b/up", withDestinationPath: folder.path)
    let discovery = InputDiscovery(paths: [folder.path])
    #expect(names(discovery) == ["a.xml", "b/deep/m.evtx", "z.xml"])
    #expect(discovery.notices.map(\.kind) == [.skipped, .skipped])
  }

  @Test func `a link that was named is followed`() throws {
    let link = folder.path + "/link.xml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path + "/a.xml")
    #expect(InputDiscovery(paths: [link]).inputs.map(\.path) == [link])
  }

  @Test func `what is missing or empty is told`() throws {
    let empty = folder.appending(path: "none")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let discovery = InputDiscovery(paths: [folder.path + "/absent", empty.path, "-", "-"])
    #expect(discovery.notices.map(\.kind) == [.missing, .unreadable])
    #expect(discovery.inputs == [.standardInput])
  }
}
