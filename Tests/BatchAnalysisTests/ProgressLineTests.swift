import BatchAnalysis
import Testing

/// Progress in words.
struct ProgressLineTests {
  private let half = AnalysisProgress(
    filesDone: 1, filesTotal: 2, bytesDone: 500_000_000, bytesTotal: 1_000_000_000, records: 9)

  @Test func `tells files, bytes, rate and time left`() {
    #expect(
      ProgressLine(half, seconds: 10).text == "read 1 of 2 files, 500 MB of 1.0 GB, 50.0 MB/s, 10 s left")
  }

  @Test func `fits a terminal`() {
    let wide = ProgressLine(half, seconds: 10).bar(width: 100)
    #expect(wide.hasPrefix("[##########----------] read 1 of"))
    let usual = ProgressLine(half, seconds: 10).bar(width: 80)
    #expect(usual.count < 80)
    #expect(usual.hasPrefix("[########") && usual.hasSuffix("10 s left"))
    let narrow = ProgressLine(half, seconds: 10).bar(width: 40)
    #expect(narrow.count < 40)
    #expect(narrow.hasPrefix("read 1 of"))
  }

  @Test func `standard input has no total`() {
    #expect(ProgressLine(AnalysisProgress(filesTotal: 1), seconds: 5).text == "read 0 of 1 files")
    #expect(AnalysisProgress(filesTotal: 1).fraction == 0)
  }
}
