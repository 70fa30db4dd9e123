extension Array {
  /// The first index whose element satisfies a condition that, once true, stays true; the count where none does.
  /// O(log n).
  package func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first index whose key is at or after a value, in an array sorted by that key; O(log n).
  package func firstIndex<Key: Comparable>(atOrAfter value: Key, by key: (Element) -> Key) -> Int {
    partitioningIndex { key($0) >= value }
  }
}
