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
    let bar = ProgressLine(half, seconds: 10).bar(width: 40)
    #expect(bar.hasPrefix("[##########----------] read 1 of"))
    #expect(bar.count < 40)
  }

  @Test func `standard input has no total`() {
    #expect(ProgressLine(AnalysisProgress(filesTotal: 1), seconds: 5).text == "read 0 of 1 files")
    #expect(AnalysisProgress(filesTotal: 1).fraction == 0)
  }
}
