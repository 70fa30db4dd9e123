import EventSignals
import IncidentReport
public import KnowledgeBase
import WindowsEventLog

/// Reads whatever paths name and says what it means: files, folders, archives, standard input, extracts.
///
/// Files are read side by side, large ones in slices, and put together in the order of the inputs: the same
/// bytes give the same report whatever the number of workers.
public struct BatchAnalysis: Sendable {
  public let knowledge: KnowledgeBase
  public let options: AnalysisOptions
  private let matcher: SignalMatcher

  public init(knowledge: KnowledgeBase, options: AnalysisOptions) {
    self.knowledge = knowledge
    self.options = options
    matcher = SignalMatcher(rules: knowledge.signals)
  }

  /// Reads all inputs; an interrupt of `state` ends it with what was read so far.
  public func read(_ paths: [String], state: RunState = RunState()) async -> ReadSite {
    // What reading needs beside the inputs is made while they are looked for.
    async let indexed = matcher.indexed
    async let asked = matcher.selection
    let discovery = InputDiscovery(paths: paths)
    state.begin(
      files: discovery.inputs.count, bytes: discovery.inputs.reduce(0) { $0 &+ $1.bytes })
    let matcher = await indexed
    var selection = await asked
    selection.checksEveryBody = options.checksEveryBody
    // A clock that is known to be hours off takes its machine's events out of reach of the others'.
    let keepsEvery = options.keepsSupporting || !options.clockOffsets.isEmpty
    selection.defersSupporting = !keepsEvery
    let reading = LogReading(
      matcher: matcher, selection: selection, hashes: options.hashes, readerOptions: ReaderOptions(),
      state: state)
    let inputs = discovery.inputs
    let originals = await FileCopies(workers: options.workers, state: state).originals(of: inputs)
    let pieces = inputs.indices.flatMap { index in
      originals[index].map { [.copy(inputs[index], of: inputs[$0])] } ?? LogReading.pieces(of: inputs[index])
    }
    let outcomes = await BoundedWork(
      pieces: pieces, workers: options.workers, state: state, perform: { reading.read($0) }
    ).run()
    var readings = SourceReading.assembled(pieces, outcomes)
    if !keepsEvery {
      await SupportingSignals(matcher: matcher, workers: options.workers, state: state).complete(&readings)
    }
    var site = merge(readings, state)
    site.notices = discovery.notices + site.notices
    site.isInterrupted = state.isInterrupted
    if site.isInterrupted {
      let done = outcomes.count { $0 != nil }
      site.notices.append(
        AnalysisNotice(
          path: paths.joined(separator: " "), kind: .skipped,
          message: "the run was interrupted after \(done) of \(pieces.count) pieces; the rest was not read"))
    }
    return site
  }

  /// Drops what another source already gave.
  private func merge(_ readings: [SourceReading], _ state: RunState) -> ReadSite {
    var duplicates = DuplicateCount()
    var site = ReadSite(sources: [], notices: [])
    let copied = Set(readings.compactMap(\.original))
    var originals: [String: SourceResult] = [:]
    for reading in readings {
      var source = reading.finished
      if let original = reading.original {
        // One that an interrupt left unread leaves its copies unread too.
        guard let found = originals[original] else { continue }
        source = found.copy(at: source.path)
        state.advance(records: source.summary.ledger.read)
      } else {
        if options.hashes, source.isReadable, source.sha256 == nil {
          // A large file takes seconds, and nobody who ended the run waits for them.
          source.sha256 = FileHash.ofFile(source.path) { state.isInterrupted }
        }
        duplicates.remove(from: &source)
      }
      if copied.contains(source.path) { originals[source.path] = source }
      site.notices.append(contentsOf: source.notices)
      if source.isReadable { site.sources.append(source) }
    }
    return site
  }
}
