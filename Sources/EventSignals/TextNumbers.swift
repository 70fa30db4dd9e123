/// Numbers for texts that recur in signal after signal: names of machines, channels, rules, sources.
package struct TextNumbers: Sendable {
  private var numbers: [String: Int] = [:]
  private var last: (text: String, number: Int)?
  private let folds: Bool

  /// `folding` gives spellings that differ in case one number.
  package init(folding: Bool = false) { folds = folding }

  /// The number of a text, its own among those asked for. O(length) where it is that of the call before.
  package mutating func number(of text: String) -> Int {
    if let last, last.text == text { return last.number }
    let number: Int
    if let known = numbers[text] {
      number = known
    } else if folds, let known = numbers[text.lowercased()] {
      number = known
      numbers[text] = number
    } else {
      number = numbers.count
      numbers[folds ? text.lowercased() : text] = number
      if folds { numbers[text] = number }
    }
    last = (text, number)
    return number
  }
}
