// Compiled together with the sources of WindowsEventLog by `Tests/Fuzz/run`.

/// One input: whatever it is, the reader must neither crash nor hang, its ledger must add up, and
/// reading in place must give what libxml2 gives.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let quick = outcome(input, usesShortcuts: true, selection: .everything)
  let reference = outcome(input, usesShortcuts: false, selection: .everything)
  precondition(quick.steps == reference.steps, "in place and libxml2 disagree")
  precondition(quick.summary == reference.summary, "in place and libxml2 count differently")
  let selective = outcome(
    input, usesShortcuts: true,
    selection: RecordSelection(providers: ["example-provider": .some([1, 1026])], channels: ["system"]))
  precondition(selective.summary.ledger.bytes == quick.summary.ledger.bytes, "bytes went missing")
  if quick.summary.description.dialect == "evtx" { checkBinary(input, quick, selective) }
  if quick.summary.description.dialect.hasSuffix("json") {
    // Those nobody wants are passed over by their headers.
    precondition(selective.summary.ledger.found == quick.summary.ledger.found, "records went missing unread")
    precondition(selective.steps.allSatisfy { quick.steps.contains($0) }, "a selection invents records")
  }
  return 0
}

/// A binary log: unwanted records, which are not put together, count as all others do.
private func checkBinary(_ input: [UInt8], _ whole: Outcome, _ selective: Outcome) {
  precondition(
    selective.summary.ledger.found == whole.summary.ledger.found, "records went missing unread")
  // A record that takes more text than its chunk may have is refused only behind others as large.
  let isTooLarge = whole.steps.contains { step in
    if case .skipped(let skip) = step { skip.reason == .tooLarge } else { false }
  }
  precondition(
    isTooLarge || selective.steps.allSatisfy { whole.steps.contains($0) }, "a selection invents records")
  let recovered = outcome(input, usesShortcuts: true, selection: .everything, recovers: true)
  precondition(recovered.summary.ledger.read >= whole.summary.ledger.read, "recovery lost records")
}

private typealias Outcome = (steps: [ReadStep], summary: SourceSummary)

private func outcome(
  _ input: [UInt8], usesShortcuts: Bool, selection: RecordSelection, recovers: Bool = false
) -> Outcome {
  var options = ReaderOptions(recover: recovers)
  options.usesShortcuts = usesShortcuts
  var steps: [ReadStep] = []
  do throws(EventLogError) {
    var reader = try EventLogReader(name: "fuzz", bytes: input, selection: selection, options: options)
    var end: UInt64 = 0
    do throws(EventLogError) {
      while let step = try reader.next() {
        steps.append(step)
        guard input.first != UInt8(ascii: "E") else { continue }
        let (offset, length) = place(of: step)
        precondition(offset >= end, "records out of order")
        end = offset + length
        precondition(end <= UInt64(input.count), "a record beyond the end")
      }
    } catch {}
    let summary = reader.summary
    let skips = steps.filter { if case .skipped = $0 { true } else { false } }.count
    precondition(summary.ledger.skipped == UInt64(skips), "the ledger does not add up")
    return (steps, summary)
  } catch {
    return (steps, SourceSummary())
  }
}

private func place(of step: ReadStep) -> (offset: UInt64, length: UInt64) {
  switch step {
  case .record(_, let location): (location.offset, location.length)
  case .skipped(let skip): (skip.offset, skip.length)
  }
}
