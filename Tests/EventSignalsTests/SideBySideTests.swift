import EventSignals
import Testing

struct SideBySideTests {
  @Test(arguments: [0, 1, 2, 7])
  func `results come in the order of the pieces`(workers: Int) {
    #expect(SideBySide.map(500, workers: workers) { $0 * $0 } == (0..<500).map { $0 * $0 })
  }

  @Test func `no piece gives no result`() { #expect(SideBySide.map(0, workers: 4) { $0 }.isEmpty) }
}
