import Foundation
import LogArchive
import Testing

/// Every kind of archive, good and hostile, made at run time.
struct ArchiveKindsTests {
  let folder: URL
  private static let log = Array(String(repeating: "<Event/>\n", count: 20_000).utf8)
  private static let short = Array("<Events/>".utf8)

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kinds-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Members by their path below the folder, and the failures in words.
  private func contents(
    _ name: String, limits: ArchiveLimits = .init()
  ) throws -> (members: [(name: String, bytes: [UInt8])], failures: [String]) {
    let reader = try ArchiveReader(path: path(name), limits: limits)
    var members: [(name: String, bytes: [UInt8])] = []
    var failures: [String] = []
    var block = [UInt8](repeating: 0, count: 7_777)
    while let step = reader.next() {
      switch step {
      case .failed(let error): failures.append(error.description)
      case .member(let member):
        var bytes: [UInt8] = []
        do {
          while case let count = try block.withUnsafeMutableBytes({ try reader.read(into: $0) }), count > 0 {
            bytes += block.prefix(count)
          }
        } catch { failures.append("\(error)") }
        members.append((String(member.name.dropFirst(folder.path.count + 1)), bytes))
      }
    }
    return (members, failures)
  }

  @Test(
    arguments: [
      (ArchiveMaker.Container.zip, ArchiveMaker.Filter.none, "a.zip"), (.sevenZip, .none, "a.7z"),
      (.tar, .none, "a.tar"), (.tar, .gzip, "a.tar.gz"), (.tar, .bzip2, "a.tar.bz2"), (.tar, .xz, "a.tar.xz"),
      (.tar, .zstandard, "a.tar.zst"),
    ])
  func `reads what is inside, whole and in order`(
    _ container: ArchiveMaker.Container, _ filter: ArchiveMaker.Filter, _ name: String
  ) throws {
    try ArchiveMaker.write(
      container, filter,
      [.init(name: "logs/system.xml", bytes: Self.log), .init(name: "b.xml", bytes: Self.short)],
      to: path(name))
    let found = try contents(name)
    #expect(found.failures == [])
    #expect(found.members.map(\.name) == ["\(name)!/logs/system.xml", "\(name)!/b.xml"])
    #expect(found.members.map(\.bytes) == [Self.log, Self.short])
  }

  @Test(arguments: ArchiveMaker.Filter.allCases.filter { $0 != .none })
  func `a compressed file is its one member, without the ending`(_ filter: ArchiveMaker.Filter) throws {
    let name = "system.xml.\(filter.rawValue)"
    try ArchiveMaker.write(.none, filter, [.init(name: "x", bytes: Self.log)], to: path(name))
    let found = try contents(name)
    #expect(found.failures == [])
    #expect(found.members.map(\.name) == ["\(name)!/system.xml"])
    #expect(found.members.first?.bytes == Self.log)
  }

  @Test(
    arguments: [
      (ArchiveMaker.Container.zip, ArchiveMaker.Filter.none), (.tar, .bzip2), (.tar, .xz), (.tar, .zstandard),
      (.none, .gzip),
    ])
  func `an archive inside is opened, the same in every kind of outer one`(
    _ container: ArchiveMaker.Container, _ filter: ArchiveMaker.Filter
  ) throws {
    try ArchiveMaker.write(container, filter, [.init(name: "in.xml", bytes: Self.log)], to: path("inner"))
    let inner = try Array(Data(contentsOf: URL(filePath: path("inner"))))
    for outer in [ArchiveMaker.Container.zip, .sevenZip, .tar] {
      let name = "outer.\(outer.rawValue)"
      try ArchiveMaker.write(
        outer, .none, [.init(name: "inner", bytes: inner), .init(name: "after.xml", bytes: Self.short)],
        to: path(name))
      let found = try contents(name)
      #expect(found.failures == [])
      #expect(found.members.map(\.bytes) == [Self.log, Self.short], "\(outer)")
      #expect(found.members.last?.name == "\(name)!/after.xml")
    }
  }

  @Test(arguments: [ArchiveMaker.Container.zip, .sevenZip, .tar])
  func `names that lead out of the archive are only names`(_ container: ArchiveMaker.Container) throws {
    let names = [
      "../../etc/passwd", "/etc/passwd", "C:\\Windows\\System32\\config\\SAM", "\\\\host\\share\\a.xml",
      "a/../../b.xml", "CON", "x\u{1B}[2J\u{7}.xml", "\u{202E}lmx.gol", String(repeating: "n", count: 300),
    ]
    let name = "hostile.\(container.rawValue)"
    try ArchiveMaker.write(container, .none, names.map { .init(name: $0, bytes: Self.short) }, to: path(name))
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let found = try contents(name)
    #expect(found.members.count == names.count)
    #expect(found.members.allSatisfy { $0.bytes == Self.short && $0.name.hasPrefix("\(name)!/") })
    #expect(found.members.allSatisfy { !$0.name.unicodeScalars.contains { $0.value < 32 } })
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == before)
  }

  @Test(
    arguments: [
      (ArchiveMaker.Container.zip, ArchiveMaker.Filter.none), (.sevenZip, .none), (.tar, .gzip),
      (.tar, .bzip2),
      (.tar, .xz), (.tar, .zstandard), (.none, .xz),
    ])
  func `a bomb ends at the ratio, also inside another archive and when its member is passed over`(
    _ container: ArchiveMaker.Container, _ filter: ArchiveMaker.Filter
  ) throws {
    let bomb = [UInt8](repeating: 0x41, count: 24_000_000)
    try ArchiveMaker.write(container, filter, [.init(name: "bomb.xml", bytes: bomb)], to: path("bomb"))
    let limits = ArchiveLimits(ratio: 50, ratioFloor: 1_000_000)
    let found = try contents("bomb", limits: limits)
    #expect(found.failures.count == 1)
    #expect(found.failures.first?.contains("more than 50 times its size") == true)
    #expect(found.members.allSatisfy { $0.bytes.count < 2_000_000 })
    guard container != .sevenZip else { return }
    let inner = try Array(Data(contentsOf: URL(filePath: path("bomb"))))
    try ArchiveMaker.write(.zip, .none, [.init(name: "bomb", bytes: inner)], to: path("nested.zip"))
    let nested = try contents("nested.zip", limits: limits)
    #expect(nested.failures.contains { $0.contains("more than 50 times its size") })
  }

  @Test func `padding behind an inner archive is a bomb too`() throws {
    try ArchiveMaker.write(.zip, .none, [.init(name: "a.xml", bytes: Self.short)], to: path("small.zip"))
    let small = try Array(Data(contentsOf: URL(filePath: path("small.zip"))))
    let padded = small + [UInt8](repeating: 0, count: 24_000_000)
    try ArchiveMaker.write(
      .tar, .gzip, [.init(name: "small.zip", bytes: padded), .init(name: "after.xml", bytes: Self.short)],
      to: path("padded.tar.gz"))
    let found = try contents("padded.tar.gz", limits: .init(ratio: 50, ratioFloor: 1_000_000))
    #expect(found.members.first?.name == "padded.tar.gz!/small.zip!/a.xml")
    #expect(found.failures.contains { $0.contains("more than 50 times its size") })
  }

  @Test(arguments: [(ArchiveMaker.Container.zip, "a.zip"), (.sevenZip, "a.7z"), (.tar, "a.tar")])
  func `a cut or scrambled archive is a failure, never a crash`(
    _ container: ArchiveMaker.Container, _ name: String
  ) throws {
    try ArchiveMaker.write(
      container, .none, [.init(name: "a.xml", bytes: Self.log), .init(name: "b.xml", bytes: Self.short)],
      to: path(name))
    let whole = try Array(Data(contentsOf: URL(filePath: path(name))))
    for length in [1, 40, whole.count / 2, whole.count - 5] {
      try Data(whole.prefix(length)).write(to: URL(filePath: path("cut")))
      _ = try? contents("cut")
    }
    var state: UInt32 = 7
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<4 {
        state = state &* 1_664_525 &+ 1_013_904_223
        bytes[Int(state >> 8) % bytes.count] = UInt8(truncatingIfNeeded: state)
      }
      try Data(bytes).write(to: URL(filePath: path("scrambled")))
      let found = try? contents("scrambled")
      #expect((found?.members.reduce(0) { $0 + $1.bytes.count } ?? 0) < 50_000_000)
    }
  }
}
