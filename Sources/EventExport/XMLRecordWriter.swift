public import WindowsEventLog

/// Writes records as `wevtutil qe /f:xml /e:Events` does: one `<Event>` a line, single quotes.
///
/// Well formed by XML 1.0: what it cannot carry becomes U+FFFD, line ends become references. Reading
/// the result gives the same records, save for such characters.
public struct XMLRecordWriter: RecordWriter {
  /// Whether an `Events` element surrounds the records; without it the output is no XML document.
  public var writesRoot: Bool

  public init(writesRoot: Bool = true) { self.writesRoot = writesRoot }

  public func appendHeader(to buffer: inout ExportBuffer) {
    if writesRoot { buffer.append("<Events>\n") }
  }

  public func appendFooter(to buffer: inout ExportBuffer) {
    if writesRoot { buffer.append("</Events>\n") }
  }

  public func append(
    _ record: EventRecord, at location: RecordLocation, source: String, to buffer: inout ExportBuffer
  ) {
    buffer.append("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>")
    appendSystem(of: record, to: &buffer)
    appendContainer(of: record, to: &buffer)
    if let rendering = record.rendering {
      buffer.append("<RenderingInfo")
      attribute(" Culture='", rendering.culture, to: &buffer)
      buffer.append(">")
      if let message = rendering.message {
        buffer.append("<Message>")
        buffer.appendXMLText(message)
        buffer.append("</Message>")
      }
      buffer.append("</RenderingInfo>")
    }
    buffer.append("</Event>\n")
  }

  @inline(__always)
  func attribute(_ opening: StaticString, _ value: String?, to buffer: inout ExportBuffer) {
    guard let value else { return }
    buffer.append(opening)
    buffer.appendXMLAttribute(value)
    buffer.append(0x27)
  }

  @inline(__always)
  func number<N: FixedWidthInteger & UnsignedInteger>(
    _ opening: StaticString, _ value: N?, _ closing: StaticString, to buffer: inout ExportBuffer
  ) {
    guard let value else { return }
    buffer.append(opening)
    buffer.appendDecimal(value)
    buffer.append(closing)
  }
}
