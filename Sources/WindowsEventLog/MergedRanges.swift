/// Numbers as sorted, disjoint ranges; those no further apart than `reach` count as one range.
///
/// Numbers that come in order, forwards or backwards, cost a compare each; others wait and are
/// sorted in together, so that any order costs no more than sorting does.
struct MergedRanges<Value: FixedWidthInteger & Sendable>: Sendable {
  /// Ranges kept at most; beyond, the narrowest gaps are forgotten.
  private static var limit: Int { 1 << 19 }

  struct Piece: Sendable {
    var low: Value
    var high: Value
  }

  let reach: Value
  private var pieces: [Piece] = []
  private var current = 0
  private var waiting: [Piece] = []

  init(reach: Value) { self.reach = reach }

  mutating func insert(_ value: Value) {
    if current < pieces.count {
      let piece = pieces[current]
      if value > piece.high {
        let isLast = current + 1 == pieces.count
        if isNear(piece.high, value), isLast || !isNear(value, pieces[current + 1].low) {
          pieces[current].high = value
          return
        }
        if isLast {
          pieces.append(Piece(low: value, high: value))
          current += 1
          if pieces.count > Self.limit { coarsen() }
          return
        }
      } else if value >= piece.low {
        return
      } else if isNear(value, piece.low), current == 0 || !isNear(pieces[current - 1].high, value) {
        pieces[current].low = value
        return
      }
    } else if pieces.isEmpty {
      pieces.append(Piece(low: value, high: value))
      return
    }
    wait(Piece(low: value, high: value))
  }

  /// Takes every number from one to another.
  mutating func insert(_ low: Value, through high: Value) {
    guard current < pieces.count else {
      pieces.append(Piece(low: low, high: high))
      return
    }
    let piece = pieces[current]
    let isLast = current + 1 == pieces.count
    if low > piece.high, isLast, !isNear(piece.high, low) {
      pieces.append(Piece(low: low, high: high))
      current += 1
      if pieces.count > Self.limit { coarsen() }
      return
    }
    let touches =
      (low <= piece.high || isNear(piece.high, low)) && (high >= piece.low || isNear(high, piece.low))
    let reaches = Piece(low: min(low, piece.low), high: max(high, piece.high))
    let isFreeAbove =
      isLast || (reaches.high < pieces[current + 1].low && !isNear(reaches.high, pieces[current + 1].low))
    let isFreeBelow =
      current == 0
      || (pieces[current - 1].high < reaches.low && !isNear(pieces[current - 1].high, reaches.low))
    if touches, isFreeAbove, isFreeBelow {
      pieces[current] = reaches
    } else {
      wait(Piece(low: low, high: high))
    }
  }

  private mutating func wait(_ piece: Piece) {
    waiting.append(piece)
    if waiting.count > max(4096, pieces.count) { settle() }
  }

  /// The ranges, sorted.
  mutating func settled() -> [Piece] {
    settle()
    return pieces
  }

  mutating func insert(contentsOf other: [Piece]) {
    settle()
    join(other)
  }

  private mutating func settle() {
    guard let last = waiting.last else { return }
    waiting.sort { $0.low < $1.low }
    let added = waiting
    waiting.removeAll(keepingCapacity: true)
    join(added)
    var low = 0
    var high = pieces.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if pieces[middle].low <= last.low { low = middle } else { high = middle }
    }
    current = low
  }

  /// Merges sorted ranges into the sorted ranges.
  private mutating func join(_ added: [Piece]) {
    var merged: [Piece] = []
    merged.reserveCapacity(pieces.count + 16)
    var left = 0
    var right = 0
    while left < pieces.count || right < added.count {
      let piece: Piece
      if right == added.count || (left < pieces.count && pieces[left].low <= added[right].low) {
        piece = pieces[left]
        left += 1
      } else {
        piece = added[right]
        right += 1
      }
      if let last = merged.indices.last,
        merged[last].high >= piece.low || isNear(merged[last].high, piece.low)
      {
        merged[last].high = max(merged[last].high, piece.high)
      } else {
        merged.append(piece)
      }
    }
    pieces = merged
    current = max(0, pieces.count - 1)
    if pieces.count > Self.limit { coarsen() }
  }

  /// Halves the number of ranges by closing the narrowest gaps.
  private mutating func coarsen() {
    let gaps = (1..<pieces.count).map { distance(pieces[$0 - 1].high, pieces[$0].low) }
    let middle = gaps.sorted()[gaps.count / 2]
    var kept: [Piece] = []
    for piece in pieces {
      if let last = kept.indices.last, distance(kept[last].high, piece.low) <= middle {
        kept[last].high = piece.high
      } else {
        kept.append(piece)
      }
    }
    pieces = kept
    current = max(0, pieces.count - 1)
  }

  /// Whether a later number lies within reach of an earlier one.
  @inline(__always) private func isNear(_ earlier: Value, _ later: Value) -> Bool {
    distance(earlier, later) <= reach
  }

  @inline(__always) private func distance(_ earlier: Value, _ later: Value) -> Value {
    let (difference, overflow) = later.subtractingReportingOverflow(earlier)
    return overflow ? Value.max : difference
  }
}
