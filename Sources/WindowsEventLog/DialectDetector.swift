/// Tells which program wrote an export, by what stands around its records.
struct DialectDetector {
  private(set) var dialect: String
  private var document = "unknown"
  private var lastStyle: UInt8 = 0
  private var hasNews = true

  init(dialect: String = "unknown") { self.dialect = dialect }

  /// Looks at text between records that is no tag.
  mutating func sawText(_ text: UnsafeRawBufferPointer) {
    let head = text.prefix(4096)
    if contains(head, "evtxexport ") {
      document = "evtxexport"
    } else if contains(head, "Record ") {
      document = "evtx_dump"
    } else if contains(head, "Event Xml:") || contains(head, "Log Name:") {
      document = "event-viewer-copy"
    } else if head.allSatisfy({ isXMLBlank($0) || $0 == UInt8(ascii: "-") }), contains(head, "-") {
      document = "event-viewer-copy"
    } else {
      return
    }
    hasNews = true
  }

  /// Looks at `<?xml …?>`.
  mutating func sawDeclaration(_ text: UnsafeRawBufferPointer) {
    if contains(text, "1.1") {
      document = "python-evtx"
    } else if document != "evtx_dump" {
      document = "declared"
    }
    hasNews = true
  }

  /// Looks at `<Events>`.
  mutating func sawRoot() {
    if document == "declared" {
      document = "event-viewer"
    } else if document == "unknown" {
      document = "wevtutil"
    }
    hasNews = true
  }

  /// Looks at a record's start tag; cheap while nothing changes.
  @inline(__always) mutating func sawRecord(_ text: PaddedText, at start: Int) {
    // Where a namespace is declared this is its quote; where none is, something else.
    let style = text[min(start + 13, text.count - 1)]
    if hasNews || style != lastStyle { judge(text, start, style) }
  }

  private mutating func judge(_ text: PaddedText, _ start: Int, _ style: UInt8) {
    lastStyle = style
    hasNews = false
    let head = text.bytes(ByteRange(start: start, count: min(1024, text.count - start)))
    let found: String
    switch document {
    case "declared": found = "evtx_dump"
    case "unknown": found = undeclared(head, style)
    default: found = document
    }
    // evtx_dump declares each record anew; the others declare their document once.
    if document == "declared" { document = "unknown" }
    if dialect == "unknown" {
      dialect = found
    } else if dialect != found {
      dialect = "mixed"
    }
  }

  private func undeclared(_ head: UnsafeRawBufferPointer, _ style: UInt8) -> String {
    if dialect != "unknown", dialect != "mixed", style == UInt8(ascii: "\""), dialect != "wevtutil" {
      return dialect
    }
    if style == UInt8(ascii: "'") { return "wevtutil" }
    if !contains(head, "xmlns") { return "EvtxECmd" }
    return contains(head, "\" />") ? "event-viewer-copy" : "evtxexport"
  }

  private func contains(_ text: some Collection<UInt8>, _ mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    var rest = text[...]
    while rest.count >= length {
      guard let place = rest.firstIndex(of: mark.utf8Start[0]) else { return false }
      rest = rest[place...]
      if rest.count >= length,
        zip(rest, UnsafeBufferPointer(start: mark.utf8Start, count: length)).allSatisfy(==)
      {
        return true
      }
      rest = rest.dropFirst()
    }
    return false
  }
}
