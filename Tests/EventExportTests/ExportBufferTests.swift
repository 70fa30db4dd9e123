import Testing
import WindowsEventLog

@testable import EventExport

/// The text a few appends leave in a new buffer.
func appended(_ body: (inout ExportBuffer) -> Void) -> String {
  var buffer = ExportBuffer(capacity: 1)
  body(&buffer)
  return String(decoding: buffer.bytes, as: UTF8.self)
}

@Suite struct ExportBufferTests {
  @Test func `grows past its first capacity and keeps what it held`() {
    let long = String(repeating: "abcdefghij", count: 10_000)
    #expect(
      appended {
        $0.append("<"); $0.appendPlain(long); $0.append(0x3E)
      } == "<" + long + ">")
  }

  @Test func `gives its bytes to the sink once`() {
    var buffer = ExportBuffer()
    buffer.append("one")
    var seen: [UInt8] = []
    buffer.drain { seen += $0 }
    buffer.append("two")
    buffer.drain { seen += $0 }
    buffer.drain { seen += $0 }
    #expect(seen == Array("onetwo".utf8))
    #expect(buffer.count == 0)
  }

  @Test func `keeps its bytes when the sink fails`() {
    struct Full: Error {}
    var buffer = ExportBuffer()
    buffer.append("kept")
    #expect(throws: Full.self) { try buffer.drain { _ throws(Full) in throw Full() } }
    #expect(buffer.count == 4)
  }
}
