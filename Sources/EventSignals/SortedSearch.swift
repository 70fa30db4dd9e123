extension Array {
  /// The first index whose key is at or after a value, in an array sorted by that key; O(log n).
  package func firstIndex<Key: Comparable>(atOrAfter value: Key, by key: (Element) -> Key) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
