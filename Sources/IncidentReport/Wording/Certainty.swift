/// How sure the report is, in words that always come with their number.
enum Certainty {
  static func word(_ confidence: Double) -> String {
    switch confidence {
    case 0.9...: "almost certain"
    case 0.75...: "very likely"
    case 0.6...: "likely"
    case 0.25...: "possible"
    default: "unlikely"
    }
  }

  /// `almost certain, 93%`.
  static func text(_ confidence: Double) -> String {
    "\(word(confidence)), \(Amount.percent(confidence))"
  }
}
