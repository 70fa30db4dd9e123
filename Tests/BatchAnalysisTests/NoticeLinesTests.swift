import BatchAnalysis
import Testing

struct NoticeLinesTests {
  private func damage(_ number: Int) -> AnalysisNotice {
    AnalysisNotice(path: "log-\(number).evtx", kind: .damaged, message: "1 damaged record was left out")
  }

  @Test func `tells a few notices in full and in order`() {
    let missing = AnalysisNotice(path: "gone", kind: .missing, message: "is not there")
    let lines = NoticeLines([damage(1), missing, damage(2)]).lines
    #expect(
      lines == [
        "log-1.evtx: 1 damaged record was left out", "gone: is not there",
        "log-2.evtx: 1 damaged record was left out",
      ])
  }

  @Test func `counts what goes beyond the first of a kind`() {
    let missing = AnalysisNotice(path: "gone", kind: .missing, message: "is not there")
    let lines = NoticeLines((0..<37).map(damage) + [missing]).lines
    #expect(lines.count == NoticeLines.limit + 2)
    #expect(lines[NoticeLines.limit] == "gone: is not there")
    #expect(lines.last?.hasPrefix("27 more notices of damage") == true)
  }

  @Test func `counts a single one more in the singular`() {
    let lines = NoticeLines((0...NoticeLines.limit).map(damage)).lines
    #expect(lines.last?.hasPrefix("1 more notice of damage") == true)
  }
}
