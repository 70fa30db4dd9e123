/// Numbers by the hash of what they stand for: eight bytes a number and no allocation for each.
///
/// It keeps no keys; who asks compares what the numbers stand for. Hashes are mixed with a number that changes
/// from run to run, so that no log can be written to make them collide.
package struct NumberTable: Sendable {
  private var heads: [Int32]
  private var next: [Int32]
  private let mask: Int
  private let seed = UInt64.random(in: .min ... .max)

  /// Room for the numbers from 0 to below `capacity`.
  package init(capacity: Int) {
    var size = 16
    while size < capacity { size *= 2 }
    heads = Array(repeating: -1, count: size)
    next = Array(repeating: -1, count: capacity)
    mask = size - 1
  }

  /// Puts a number, below the capacity and not yet in the table, under a hash.
  package mutating func insert(_ number: Int, hash: UInt64) {
    let head = head(of: hash)
    next[number] = heads[head]
    heads[head] = Int32(number)
  }

  /// The numbers that may have been put under a hash, the last put in first.
  package func numbers(hash: UInt64) -> some Sequence<Int> {
    sequence(state: heads[head(of: hash)]) { number in
      guard number >= 0 else { return nil }
      defer { number = next[Int(number)] }
      return Int(number)
    }
  }

  private func head(of hash: UInt64) -> Int {
    let (high, low) = (hash ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: high ^ low) & mask
  }
}
