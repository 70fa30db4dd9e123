// `log` and `exp` come from the platform's C library; everything else of it stays out of the module.
#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(ucrt)
  import ucrt
#endif

/// Turns scores on a logarithmic scale into probabilities.
enum Probability {
  static func logarithm(_ value: Double) -> Double { log(value) }

  /// Shares proportional to the exponential of each score; they add up to 1. An empty list gives none.
  static func shares(ofLogScores scores: [Double]) -> [Double] {
    guard let highest = scores.max() else { return [] }
    let weights = scores.map { exp($0 - highest) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}
