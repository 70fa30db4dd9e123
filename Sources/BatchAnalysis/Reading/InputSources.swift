import Foundation
import LogArchive
import WindowsEventLog

/// Opens an input and hands over the logs in it: the file itself, or the members of an archive.
struct InputSources {
  let hashes: Bool
  /// Asked between members; ends the walk when true.
  let isStopped: () -> Bool

  /// What an input turns out to hold.
  enum Found {
    case log(OpenLog)
    /// An extract; the closure hands over its lines, once.
    case extract(path: String, lines: (_ body: (Data) -> Void) -> Void)
    case failed(path: String, message: String)
  }

  /// Walks an input, in the order of an archive's members.
  func forEach(in input: Input, _ body: (Found) -> Void) {
    if input.kind != .stream {
      guard let start = FileStatus.bytes(of: input.path, ArchiveFormat.sniffLength) else {
        return body(.failed(path: input.path, message: "cannot be opened; check its permissions"))
      }
      // Most files are logs, and their reader opens them itself.
      if Self.isLog(start) {
        return body(.log(OpenLog(path: input.path, hashes: hashes)))
      }
    }
    let handle =
      input == .standardInput ? FileHandle.standardInput : FileHandle(forReadingAtPath: input.path)
    guard let handle else {
      return body(.failed(path: input.path, message: "cannot be opened; check its permissions"))
    }
    let stream = PeekedStream(handle, path: input.path, hashes: hashes && input.kind == .stream)
    let head = stream.peek(ArchiveFormat.sniffLength)
    if head.starts(with: ExtractHeader.mark) {
      body(.extract(path: input.path) { stream.forEachLine(limit: ExtractReader.maximumLine, $0) })
    } else if ArchiveFormat(firstBytes: head) != nil {
      walkArchive(input, stream, body)
    } else {
      body(.log(OpenLog(name: input.path, stream: stream)))
    }
  }

  /// Whether a file that begins so is a log itself, neither an archive nor an extract.
  static func isLog(_ start: [UInt8]) -> Bool {
    !start.starts(with: ExtractHeader.mark) && ArchiveFormat(firstBytes: start) == nil
  }

  private func walkArchive(_ input: Input, _ stream: PeekedStream, _ body: (Found) -> Void) {
    var isEmpty = true
    do throws(ArchiveError) {
      let archive =
        input.kind == .stream
        ? try ArchiveReader(name: input.path) { stream.fill($0) } : try ArchiveReader(path: input.path)
      while !isStopped(), let step = archive.next() {
        isEmpty = false
        switch step {
        case .failed(let error): body(.failed(error))
        case .member(let member): walk(member, of: archive, body)
        }
      }
    } catch {
      return body(.failed(error))
    }
    if isEmpty, !isStopped() {
      body(
        .failed(
          path: input.path, message: "the archive holds no files; pack the exported logs into it"))
    }
  }

  private func walk(_ member: ArchiveReader.Member, of archive: ArchiveReader, _ body: (Found) -> Void) {
    let source = MemberSource(archive, name: member.name, hashes: hashes)
    guard member.firstBytes.starts(with: ExtractHeader.mark) else {
      return body(.log(OpenLog(member: source)))
    }
    body(
      .extract(path: member.name) { line in
        var lines = LineSplitter(limit: ExtractReader.maximumLine)
        source.drain { lines.add($0, line) }
        lines.finish(line)
      })
  }
}

extension InputSources.Found {
  static func failed(_ error: ArchiveError) -> Self {
    .failed(path: error.path, message: error.sentence(about: error.path))
  }
}
