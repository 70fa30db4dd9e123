/// Reads the members of an archive one after another, those of archives inside it too (once).
///
/// Members come in the archive's order. The bytes of the current one are read with `read(into:)`; what is
/// not read is skipped. Not for use from two tasks at once.
public final class ArchiveReader {
  /// The path the archive is shown under.
  public let path: String
  private let limits: ArchiveLimits
  private var outer: ArchiveHandle
  private var inner: ArchiveHandle?
  /// First bytes of the current member, read to see what it is and not yet handed out.
  private var head: ArraySlice<UInt8> = []
  /// First bytes of the member of the outer archive that is being read as an archive itself.
  private var innerHead: ArraySlice<UInt8> = []
  private var entries = 0
  private var given: UInt64 = 0
  private var hasMember = false
  private var ended = false
  private var failure: ArchiveError?
  /// Why the inner archive got no more bytes; its own reader only knows that it got none.
  private var feedFailure: ArchiveError?

  /// One regular file of an archive.
  public struct Member: Sendable, Hashable {
    /// `a.zip!/folder/b.xml`; the text after the last `!/` is the member's own path.
    public var name: String
    /// The first bytes, to tell what it is.
    public var firstBytes: [UInt8]
  }

  /// What one step yields.
  public enum Step: Sendable, Hashable {
    case member(Member)
    /// One member, or the rest of the archive, cannot be read; the next step goes on where possible.
    case failed(ArchiveError)
  }

  /// Opens an archive file.
  public init(path: String, limits: ArchiveLimits = .init()) throws(ArchiveError) {
    self.path = path
    self.limits = limits
    outer = try ArchiveHandle(path: path)
  }

  /// Opens an archive that comes as a stream, such as standard input.
  ///
  /// - Parameter read: fills a buffer and gives the number of bytes, 0 at the end, negative on failure.
  public init(
    name: String, limits: ArchiveLimits = .init(), read: @escaping (UnsafeMutableRawBufferPointer) -> Int
  ) throws(ArchiveError) {
    path = name
    self.limits = limits
    outer = try ArchiveHandle(path: name, read: read)
  }

  /// Goes to the next member; nil at the end.
  public func next() -> Step? {
    guard !ended else { return nil }
    do throws(ArchiveError) {
      if hasMember { try leaveMember() }
      hasMember = false
      while true {
        if let handle = inner {
          if let step = try step(in: handle) { return step }
          inner = nil
          try passOver(outer)
        }
        guard let name = try outer.next() else {
          ended = true
          return nil
        }
        let shown = "\(path)!/\(Self.printable(name))"
        try count()
        if outer.isEncrypted { return .failed(.encrypted(path: shown)) }
        try fillHead(from: outer, shown: shown)
        guard let format = ArchiveFormat(firstBytes: Array(head)) else { return found(shown) }
        if format.needsSeeking {
          head = []
          return .failed(
            .corrupt(path: shown, reason: "a 7z archive inside another archive; unpack the outer one"))
        }
        innerHead = head
        head = []
        inner = try ArchiveHandle(path: shown) { [weak self] buffer in self?.feed(buffer) ?? -1 }
      }
    } catch {
      return stop(error)
    }
  }

  /// Fills a buffer from the current member; gives 0 at its end.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    guard hasMember, buffer.count > 0 else { return 0 }
    if !head.isEmpty {
      let count = min(head.count, buffer.count)
      buffer.copyBytes(from: head.prefix(count))
      head = head.dropFirst(count)
      return count
    }
    do throws(ArchiveError) {
      let count = try (inner ?? outer).read(into: buffer)
      try account(count)
      return count
    } catch {
      let reason = feedFailure ?? error
      feedFailure = nil
      failure = reason
      throw reason
    }
  }

  private func step(in handle: ArchiveHandle) throws(ArchiveError) -> Step? {
    do throws(ArchiveError) {
      guard let name = try handle.next() else { return nil }
      let shown = "\(handle.path)!/\(Self.printable(name))"
      try count()
      if handle.isEncrypted { return .failed(.encrypted(path: shown)) }
      try fillHead(from: handle, shown: shown)
      guard ArchiveFormat(firstBytes: Array(head)) == nil else {
        head = []
        return .failed(.nestedTooDeep(path: shown))
      }
      return found(shown)
    } catch {
      let error = feedFailure ?? error
      feedFailure = nil
      if case .overLimit = error { throw error }
      // The inner archive is damaged; the outer one goes on.
      inner = nil
      head = []
      return .failed(error)
    }
  }

  private func found(_ name: String) -> Step {
    hasMember = true
    return .member(Member(name: name, firstBytes: Array(head)))
  }

  private func stop(_ error: ArchiveError) -> Step {
    // What an over-full or damaged outer archive still holds is not worth the risk, or cannot be found.
    ended = true
    return .failed(error)
  }

  private func leaveMember() throws(ArchiveError) {
    head = []
    let handle = inner ?? outer
    if let failure {
      self.failure = nil
      if case .overLimit = failure {
        ended = true
        return
      }
    }
    try passOver(handle)
  }

  /// Goes to the end of a member; in a compressed stream its bytes are unpacked all the same, and counted.
  private func passOver(_ handle: ArchiveHandle) throws(ArchiveError) {
    guard handle.isCompressedWhole else { return handle.skip() }
    var block = [UInt8](repeating: 0, count: ArchiveHandle.blockSize)
    while try drain(&block, from: handle) > 0 {}
  }

  private func drain(_ block: inout [UInt8], from handle: ArchiveHandle) throws(ArchiveError) -> Int {
    let count = try Self.fill(&block, from: handle)
    try account(count)
    return count
  }

  private func fillHead(from handle: ArchiveHandle, shown: String) throws(ArchiveError) {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: ArchiveFormat.sniffLength)
    while bytes.count < ArchiveFormat.sniffLength {
      let count = try Self.fill(&block, from: handle)
      guard count > 0 else { break }
      bytes.append(contentsOf: block.prefix(count))
    }
    try account(bytes.count)
    head = bytes[...]
  }

  private static func fill(_ block: inout [UInt8], from handle: ArchiveHandle) throws(ArchiveError) -> Int {
    // `withUnsafeMutableBytes` cannot carry a typed throw through every toolchain; hand it out as a result.
    let result: Result<Int, ArchiveError> = block.withUnsafeMutableBytes { buffer in
      do throws(ArchiveError) { return .success(try handle.read(into: buffer)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Feeds the inner archive from the outer one's current member.
  private func feed(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    if !innerHead.isEmpty {
      let count = min(innerHead.count, buffer.count)
      buffer.copyBytes(from: innerHead.prefix(count))
      innerHead = innerHead.dropFirst(count)
      return count
    }
    do throws(ArchiveError) {
      let count = try outer.read(into: buffer)
      try account(count)
      return count
    } catch {
      feedFailure = error
      return -1
    }
  }

  private func count() throws(ArchiveError) {
    entries += 1
    guard entries <= limits.entries else { throw .overLimit(path: path, limit: .entries(limits.entries)) }
  }

  private func account(_ count: Int) throws(ArchiveError) {
    given &+= UInt64(max(0, count))
    guard given <= limits.totalBytes else {
      throw .overLimit(path: path, limit: .totalBytes(limits.totalBytes))
    }
    guard given > limits.ratioFloor else { return }
    guard given / limits.ratio <= outer.consumed else {
      throw .overLimit(path: path, limit: .ratio(limits.ratio))
    }
  }

  /// A name without control characters, which could paint over a terminal.
  private static func printable(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? "\u{FFFD}" : $0 }))
  }
}
