/// Tells which program wrote an export, by what stands around its records.
struct DialectDetector {
  private(set) var dialect: String
  private var document = "unknown"
  private var lastStyle: UInt8 = 0
  private var hasNews = true

  init(dialect: String = "unknown") { self.dialect = dialect }

  /// Looks at text between records that is no tag.
  mutating func sawText(_ text: UnsafeRawBufferPointer) {
    let head = UnsafeRawBufferPointer(rebasing: text.prefix(4096))
    if ByteSearch.holds("evtxexport ", in: head) {
      document = "evtxexport"
    } else if ByteSearch.holds("Record ", in: head) {
      document = "evtx_dump"
    } else if ByteSearch.holds("Event Xml:", in: head) || ByteSearch.holds("Log Name:", in: head) {
      document = "event-viewer-copy"
    } else if head.allSatisfy({ isXMLBlank($0) || $0 == UInt8(ascii: "-") }), ByteSearch.holds("-", in: head)
    {
      document = "event-viewer-copy"
    } else {
      return
    }
    hasNews = true
  }

  /// Looks at `<?xml …?>`.
  mutating func sawDeclaration(_ text: UnsafeRawBufferPointer) {
    if ByteSearch.holds("1.1", in: text) {
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
    if !ByteSearch.holds("xmlns", in: head) { return "EvtxECmd" }
    return ByteSearch.holds("\" />", in: head) ? "event-viewer-copy" : "evtxexport"
  }
}
