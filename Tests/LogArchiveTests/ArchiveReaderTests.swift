import Foundation
import LogArchive
import Testing

/// Archives made on the spot by the system's own tools, read back as streams.
struct ArchiveReaderTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("<Events/>".utf8).write(to: folder.appending(path: "a.xml"))
    try Data(String(repeating: "<Event/>", count: 100_000).utf8).write(to: folder.appending(path: "b.xml"))
  }

  /// Runs a program in the folder; false where it is missing or fails.
  private func run(_ command: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Member names below the folder's path to their number of bytes, and the failures in words.
  private func contents(
    _ name: String, limits: ArchiveLimits = .init()
  ) throws -> (members: [String: Int], failures: [String]) {
    try contents(of: ArchiveReader(path: path(name), limits: limits))
  }

  private func contents(of reader: ArchiveReader) throws -> (members: [String: Int], failures: [String]) {
    var members: [String: Int] = [:]
    var failures: [String] = []
    var block = [UInt8](repeating: 0, count: 10_000)
    while let step = reader.next() {
      switch step {
      case .failed(let error): failures.append(error.description)
      case .member(let member):
        var total = 0
        do {
          while case let count = try block.withUnsafeMutableBytes({ try reader.read(into: $0) }), count > 0 {
            total += count
          }
        } catch { failures.append("\(error)") }
        members[String(member.name.dropFirst(folder.path.count + 1))] = total
      }
    }
    return (members, failures)
  }

  @Test func `reads a zip`() throws {
    try #require(try run("zip -q logs.zip a.xml b.xml"), "needs zip")
    let found = try contents("logs.zip")
    #expect(found.members == ["logs.zip!/a.xml": 9, "logs.zip!/b.xml": 800_000])
    #expect(found.failures.isEmpty)
  }

  @Test(arguments: ["czf", "cJf", "cf"])
  func `reads a tar`(flags: String) throws {
    try #require(try run("tar \(flags) logs.tar a.xml b.xml"), "needs tar")
    #expect(try contents("logs.tar").members == ["logs.tar!/a.xml": 9, "logs.tar!/b.xml": 800_000])
  }

  @Test func `a compressed file is its one member`() throws {
    try #require(try run("gzip -k b.xml"), "needs gzip")
    #expect(try contents("b.xml.gz").members == ["b.xml.gz!/b.xml": 800_000])
  }

  @Test func `reads an archive inside an archive and no deeper`() throws {
    try #require(
      try run("zip -q one.zip a.xml b.xml && gzip -k b.xml && zip -q two.zip b.xml.gz one.zip a.xml"),
      "needs zip")
    let found = try contents("two.zip")
    #expect(
      found.members == [
        "two.zip!/b.xml.gz!/b.xml": 800_000, "two.zip!/one.zip!/a.xml": 9, "two.zip!/one.zip!/b.xml": 800_000,
        "two.zip!/a.xml": 9,
      ])
    try #require(try run("zip -q three.zip two.zip"))
    let deep = try contents("three.zip")
    #expect(deep.members == ["three.zip!/two.zip!/a.xml": 9])
    #expect(deep.failures.count == 2)
    #expect(deep.failures.allSatisfy { $0.contains("archive inside an archive") })
  }

  @Test func `reads a stream that cannot be wound back`() throws {
    try #require(try run("zip -q logs.zip a.xml b.xml"), "needs zip")
    let handle = try FileHandle(forReadingFrom: folder.appending(path: "logs.zip"))
    let reader = try ArchiveReader(name: path("-")) { buffer in
      let data = (try? handle.read(upToCount: min(1000, buffer.count))) ?? Data()
      data.copyBytes(to: buffer)
      return data.count
    }
    #expect(try contents(of: reader).members == ["-!/a.xml": 9, "-!/b.xml": 800_000])
  }

  @Test func `says that a member is encrypted`() throws {
    try #require(try run("zip -q -P secret locked.zip a.xml"), "needs zip")
    let found = try contents("locked.zip")
    #expect(found.members.isEmpty)
    #expect(found.failures.count == 1)
    #expect(found.failures.first?.contains("locked.zip!/a.xml: is encrypted") == true)
  }

  @Test func `a truncated archive gives what it has`() throws {
    try #require(
      try run("tar czf all.tar.gz a.xml b.xml && head -c 400 all.tar.gz > cut.tar.gz"), "needs tar")
    let found = try contents("cut.tar.gz")
    #expect(found.members["cut.tar.gz!/a.xml"] == 9)
    #expect(!found.failures.isEmpty)
  }

  @Test func `limits stop a bomb`() throws {
    try #require(try run("yes | head -c 30000000 | gzip > bomb.gz"), "needs gzip")
    let ratio = try contents("bomb.gz", limits: .init(ratio: 100, ratioFloor: 1_000_000))
    #expect(ratio.failures.first?.contains("more than 100 times its size") == true)
    let total = try contents("bomb.gz", limits: .init(totalBytes: 1_000_000))
    #expect(total.failures.count == 1)
    try #require(try run("zip -q logs.zip a.xml b.xml"))
    let entries = try contents("logs.zip", limits: .init(entries: 1))
    #expect(entries.members.count == 1)
    #expect(entries.failures.first?.contains("more than 1 members") == true)
  }

  @Test func `links and folders are passed over and no path is followed`() throws {
    try #require(
      try run(
        "ln -s /etc/hostname link && mkdir -p d && cp a.xml d/ && tar cPf t.tar link d ../\"$(basename $PWD)\"/a.xml"
      ),
      "needs tar")
    let found = try contents("t.tar")
    #expect(found.members.count == 2)
    #expect(found.members.keys.allSatisfy { $0.hasSuffix("a.xml") })
  }

  @Test func `names outside ASCII and control characters are shown`() throws {
    try #require(try run("cp a.xml 'prot\u{F6}kol.xml' && tar cf t.tar prot*.xml"), "needs tar")
    #expect(try contents("t.tar").members == ["t.tar!/prot\u{F6}kol.xml": 9])
    try #require(try run("cp a.xml \"$(printf 'x\\033[31m.xml')\" && tar cf u.tar x*.xml"), "needs tar")
    #expect(try contents("u.tar").members == ["u.tar!/x\u{FFFD}[31m.xml": 9])
  }

  @Test func `a missing archive is unreadable`() {
    #expect(throws: ArchiveError.self) { try ArchiveReader(path: path("absent.zip")) }
  }
}
