import LogArchive
import WindowsEventLog

/// One log that can be read once: a file, standard input, or a member of an archive.
struct OpenLog {
  private enum Origin {
    case file(hashes: Bool)
    case stream(PeekedStream)
    case member(MemberSource)
  }

  let name: String
  private let origin: Origin

  init(path: String, hashes: Bool) {
    name = path
    origin = .file(hashes: hashes)
  }

  init(name: String, stream: PeekedStream) {
    self.name = name
    origin = .stream(stream)
  }

  init(member: MemberSource) {
    name = member.name
    origin = .member(member)
  }

  func reader(_ selection: RecordSelection, _ options: ReaderOptions) throws(EventLogError) -> EventLogReader
  {
    switch origin {
    case .file: try EventLogReader(path: name, selection: selection, options: options)
    case .stream(let stream):
      try EventLogReader(name: name, source: stream, selection: selection, options: options)
    case .member(let member):
      try EventLogReader(name: name, source: member, selection: selection, options: options)
    }
  }

  /// The hash of all its bytes, once read; nil where none was asked for.
  func hash() -> String? {
    switch origin {
    case .file(let hashes): hashes ? FileHash.ofFile(name) : nil
    case .stream(let stream): stream.finishHash()
    case .member(let member): member.finishHash()
    }
  }

  /// Why it ended early, where an archive is damaged.
  var damage: AnalysisNotice? {
    guard case .member(let member) = origin, let failure = member.failure else { return nil }
    return AnalysisNotice(path: name, kind: .damaged, message: failure.sentence(about: name))
  }
}
