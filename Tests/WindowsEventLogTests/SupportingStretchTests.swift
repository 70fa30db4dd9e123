import Testing

@testable import WindowsEventLog

/// Records left unread that share a stretch of their file.
struct SupportingStretchTests {
  private let noon = WindowsTime(ticks: 134_169_164_468_810_426)

  private func record(
    _ offset: UInt64, after seconds: Double = 0, length: UInt64 = 1000
  ) -> SupportingStretch {
    SupportingStretch(time: noon.advanced(bySeconds: seconds), offset: offset, length: length)
  }

  @Test func `neighbours in place and time share one, in either order of time`() {
    var stretch = record(5000)
    let taken = [record(9000, after: -60), record(10_000, after: 300)].map { stretch.join($0) }
    #expect(taken == [true, true])
    #expect(stretch.offset == 5000 && stretch.end == 11_000)
    #expect(stretch.times == noon.advanced(bySeconds: -60)...noon.advanced(bySeconds: 300))
  }

  @Test func `what lies far off in bytes or time begins another`() {
    var stretch = record(0)
    let taken = [record(1000, after: 601), record(1 << 19), record(500)].map { stretch.join($0) }
    #expect(taken == [false, false, false])
    #expect(stretch == record(0))
  }

  @Test func `a stretch stays short however many records come`() {
    var stretches = [record(0)]
    for number in 1..<5000 {
      stretches.add(record(UInt64(number) * 1000))
    }
    #expect(stretches.count == 5)
    #expect(stretches.allSatisfy { $0.end - $0.offset <= 1 << 20 })
  }
}
