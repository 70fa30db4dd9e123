import EventSignals

/// Compares the assessments of all causes and states how sure each is.
struct Ranking {
  /// Log prior of "something no cause describes", on the scale on which an ordinary cause has 0.
  static let unexplainedLogPrior = 3.0
  /// Evidence that only hints, without what is necessary, moves a cause no further than this.
  static let hintLimit = 2.0
  /// What keeps an undetermined first guess below the verdict, whatever its score.
  static let undeterminedShare = 0.9
  /// Hypotheses reported beside those that matched.
  static let guesses = 8
  /// Causes reported as ruled out.
  static let ruledOut = 8

  let hypotheses: [Hypothesis]
  let unexplained: Double

  /// `threshold` is the confidence from which a matched cause is a diagnosis; without a sign of Remote
  /// Desktop (`isRemoteDesktop`) none gets there.
  init(_ assessments: [CauseAssessment], threshold: Double, isRemoteDesktop: Bool = true) {
    let standing = assessments.filter { $0.outcome != .ruledOut && ($0.plausible || $0.outcome == .matched) }
    let scores = standing.map { assessment in
      guard assessment.outcome != .matched else { return assessment.score }
      let prior = assessment.prior
      return prior + min(assessment.score - prior, Self.hintLimit)
    }
    let shares = Probability.shares(ofLogScores: scores + [Self.unexplainedLogPrior])
    let ceiling = threshold * Self.undeterminedShare
    var ranked = zip(standing, shares).map { assessment, share in
      let confidence = assessment.outcome == .matched && isRemoteDesktop ? share : min(share, ceiling)
      return (assessment: assessment, confidence: confidence)
    }
    ranked.sort {
      ($0.confidence, $0.assessment.outcome == .matched ? 1 : 0, $1.assessment.cause.rule.id)
        > ($1.confidence, $1.assessment.outcome == .matched ? 1 : 0, $0.assessment.cause.rule.id)
    }
    let matched = ranked.filter { $0.assessment.outcome == .matched }
    let open = ranked.filter { $0.assessment.outcome == .undetermined }.prefix(Self.guesses)
    let shown = ranked.filter { entry in
      matched.contains { $0.assessment.cause.rule.id == entry.assessment.cause.rule.id }
        || open.contains { $0.assessment.cause.rule.id == entry.assessment.cause.rule.id }
    }
    let excluded =
      assessments
      .filter { $0.outcome == .ruledOut && ($0.plausible || $0.evidence.contains { $0.member != nil }) }
      .sorted { ($0.score, $1.cause.rule.id) > ($1.score, $0.cause.rule.id) }
      .prefix(Self.ruledOut)
    hypotheses =
      shown.map {
        var hypothesis = $0.assessment.hypothesis(confidence: Self.rounded($0.confidence))
        if !isRemoteDesktop { hypothesis.evidence.append(Self.sharedWithOthers(hypothesis)) }
        return hypothesis
      }
      + excluded.map { $0.hypothesis(confidence: 0) }
    unexplained = max(0, Self.rounded(1 - hypotheses.reduce(0) { $0 + $1.confidence }))
  }

  private static func sharedWithOthers(_ hypothesis: Hypothesis) -> Hypothesis.Evidence {
    .init(
      signal: hypothesis.evidence.first?.signal ?? "", supports: false,
      note: "Nothing here shows that Remote Desktop met this: other services log the same.", member: nil)
  }

  /// Four digits: more would claim a precision that weights do not have.
  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}

extension CauseAssessment {
  func hypothesis(confidence: Double) -> Hypothesis {
    Hypothesis(
      cause: cause.rule.id, title: cause.rule.title, outcome: outcome, confidence: confidence,
      evidence: evidence, missing: missing)
  }
}
