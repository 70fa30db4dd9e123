import EventSignals

/// The shift of one clock against another at which two machines' views of the same connections agree best.
struct Alignment {
  /// One connection of the left machine that may be one of the right machine.
  struct Candidate {
    var left: Int
    var right: Int
    /// Right clock minus left clock in seconds, if they are the same connection.
    var shift: Double
    /// How well the two agree apart from time.
    var weight: Double
  }

  var shift: Double
  var score: Double
  /// Half the width in which most pairs lie, in seconds.
  var spread: Double
  /// The pairs behind it.
  var pairs: [Candidate]

  /// Shifts closer than this are one hypothesis, in seconds.
  static let grain = 1.5
  /// Candidates looked at; a flood gives no better answer than its first hundred thousand.
  static let limit = 200_000
  /// Hypotheses looked at closely.
  private static let finalists = 12

  /// Hypotheses by falling score; `prior` says how likely a shift is before any pair.
  static func hypotheses(_ candidates: [Candidate], prior: (Double) -> Double) -> [Alignment] {
    guard !candidates.isEmpty else { return [] }
    var votes: [Int: Double] = [:]
    for candidate in candidates.prefix(limit) where candidate.weight > 0 {
      votes[Int((candidate.shift / grain).rounded(.down)), default: 0] += candidate.weight
    }
    let ranked = votes.keys.map { bin in (bin, votes[bin, default: 0] + (votes[bin + 1] ?? 0)) }
      .sorted { ($0.1 + prior(Double($0.0) * grain), $1.0) > ($1.1 + prior(Double($1.0) * grain), $0.0) }
      .prefix(finalists)
    let sorted = candidates.prefix(limit).sorted {
      ($0.shift, $0.left, $0.right) < ($1.shift, $1.left, $1.right)
    }
    var found: [Alignment] = []
    for (bin, _) in ranked {
      guard let alignment = refine(sorted, from: Double(bin) * grain, prior) else { continue }
      if !found.contains(where: { abs($0.shift - alignment.shift) < grain }) { found.append(alignment) }
    }
    return found.sorted { ($0.score, -abs($0.shift)) > ($1.score, -abs($1.shift)) }
  }

  private static func refine(_ sorted: [Candidate], from start: Double, _ prior: (Double) -> Double)
    -> Alignment?
  {
    let low = sorted.firstIndex(atOrAfter: start) { $0.shift }
    let high = sorted.firstIndex(atOrAfter: start + 2 * grain) { $0.shift }
    let pairs = oneToOne(Array(sorted[low..<high]))
    guard !pairs.isEmpty else { return nil }
    let shift = median(pairs.map(\.shift))
    let near = pairs.filter { abs($0.shift - shift) <= grain }
    let deviations = near.map { abs($0.shift - shift) }
    return Alignment(
      shift: shift, score: near.reduce(prior(shift)) { $0 + $1.weight }, spread: median(deviations) * 1.5,
      pairs: near)
  }

  /// Each connection once, the best agreeing pairs first.
  private static func oneToOne(_ candidates: [Candidate]) -> [Candidate] {
    var lefts: Set<Int> = []
    var rights: Set<Int> = []
    return candidates.sorted { ($0.weight, -$0.left, -$0.right) > ($1.weight, -$1.left, -$1.right) }
      .filter { candidate in
        guard !lefts.contains(candidate.left), !rights.contains(candidate.right) else { return false }
        lefts.insert(candidate.left)
        rights.insert(candidate.right)
        return true
      }
  }

  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
