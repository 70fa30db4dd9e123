internal import EventSignals

/// One file of knowledge as a document, and where its keys stand.
struct RuleFile {
  /// What a file holds, told by its keys.
  enum Kind {
    case signal
    case cause
    case events
  }

  /// The path below its folder, with `/`.
  let path: String
  let document: RuleValue
  /// Finds the line and column of a key path; nil for embedded files, which nobody edits.
  let positions: YAMLPositions?
  /// The user's folder it was read from; nil for embedded files.
  let root: String?

  init(path: String, document: RuleValue, positions: YAMLPositions? = nil, root: String? = nil) {
    self.path = path
    self.root = root
    self.document = document
    self.positions = positions
  }

  /// Nil when the file is none of ours.
  var kind: Kind? {
    if document["detection"] != nil || document["faultline"] != nil { return .signal }
    if document["evidence"] != nil { return .cause }
    return document["events"] != nil ? .events : nil
  }

  /// The file's name without its ending.
  var stem: String {
    let bytes = path.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) } ?? bytes.startIndex
    return String(path[start...].utf8.prefix { $0 != UInt8(ascii: ".") }) ?? ""
  }

  /// The folder it lies in.
  var folder: String? {
    path.split(separator: "/").dropLast().last.map(String.init)
  }

  func warning(_ message: String, at key: String = "") -> KnowledgeWarning {
    let place = positions?.position(of: key)
    return KnowledgeWarning(path: path, line: place?.line, column: place?.column, message: message)
  }
}
