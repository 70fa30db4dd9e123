/// The first cause of groups of episodes, each worked out once: neighbours are compared again and again.
final class FirstCauses {
  private let assessor: IncidentAssessor
  private var known: [[Int]: String?] = [:]

  init(_ assessor: IncidentAssessor) { self.assessor = assessor }

  /// The cause that would be diagnosed for episodes taken as one incident, or nil where none is sure enough.
  func first(of episodes: [Int]) -> String? {
    if let cause = known[episodes] { return cause }
    let cause = assessor.firstCause(of: episodes)
    known[episodes] = .some(cause)
    return cause
  }

  /// The same, or the one that leads without being sure: attempts may make it so.
  func likely(of episodes: [Int]) -> String? { first(of: episodes) ?? assessor.likelyCause(of: episodes) }

  /// The same for what fails beside a machine that says outright why: something of its own has to say so too.
  func hinted(of episodes: [Int]) -> String? { first(of: episodes) ?? assessor.hintedCause(of: episodes) }
}
