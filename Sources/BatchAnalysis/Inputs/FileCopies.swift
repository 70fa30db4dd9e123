/// Finds files that hold the same bytes as an earlier one, so that each log is read once.
///
/// The same log often lies in a folder and again in the backup beside it. Only files of one size whose first
/// and last bytes agree are compared, each with the first of them and byte by byte.
struct FileCopies: Sendable {
  let workers: Int
  let state: RunState

  /// The first file of each kind a copy could be, and those that may be copies of it.
  private struct Look: Hashable {
    var bytes: UInt64
    var ends: FileEnds
  }

  /// Each copy's place among the inputs, with the place of the first file that holds its bytes.
  ///
  /// Archives and extracts are none, since their sources carry their name. O(n) in the bytes of files that
  /// look alike.
  func originals(of inputs: [Input]) async -> [Int: Int] {
    let sizes = Dictionary(grouping: inputs.indices) { inputs[$0].bytes }
    let alike = inputs.indices.filter { inputs[$0].bytes > 0 && (sizes[inputs[$0].bytes]?.count ?? 0) > 1 }
    // Nearly always there are none, and then there is nothing to wait for.
    guard !alike.isEmpty else { return [:] }
    let ends = await BoundedWork(
      pieces: alike, workers: workers, state: state, perform: { FileEnds(of: inputs[$0]) }
    ).run()
    var first: [Look: Int] = [:]
    var pairs: [(copy: Int, original: Int)] = []
    for (index, ends) in zip(alike, ends) {
      guard let ends = ends ?? nil else { continue }
      let look = Look(bytes: inputs[index].bytes, ends: ends)
      if let original = first[look] { pairs.append((index, original)) } else { first[look] = index }
    }
    let same = await BoundedWork(
      pieces: pairs, workers: workers, state: state,
      perform: { pair in
        FileComparison.areSame(inputs[pair.copy].path, inputs[pair.original].path) { state.isInterrupted }
      }
    ).run()
    return Dictionary(
      zip(pairs, same).filter { $0.1 == true }.map { ($0.0.copy, $0.0.original) }, uniquingKeysWith: { $1 })
  }
}

/// What the first and the last bytes of a file come to.
private struct FileEnds: Hashable {
  /// Bytes looked at at each end.
  static let length = 4096

  let hash: Int

  /// Nil where the file cannot be read, or holds other sources than itself.
  init?(of input: Input) {
    guard let first = FileStatus.bytes(of: input.path, Self.length),
      InputSources.isLog(first),
      let last = FileStatus.bytes(
        of: input.path, Self.length, from: input.bytes - min(input.bytes, UInt64(Self.length)))
    else { return nil }
    var hasher = Hasher()
    for end in [first, last] { end.withUnsafeBytes { hasher.combine(bytes: $0) } }
    hash = hasher.finalize()
  }
}
