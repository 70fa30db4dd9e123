import EventSignals
import Testing

struct NumberTableTests {
  @Test func `gives back every number under its hash, the last one first`() {
    var table = NumberTable(capacity: 1000)
    for number in 0..<1000 { table.insert(number, hash: UInt64(number % 100)) }
    for hash in 0..<100 {
      let found = table.numbers(hash: UInt64(hash)).filter { $0 % 100 == hash }
      #expect(found == (0..<10).map { hash + $0 * 100 }.reversed())
    }
  }

  @Test func `an empty table has nothing`() {
    #expect(Array(NumberTable(capacity: 0).numbers(hash: 7)).isEmpty)
  }
}
