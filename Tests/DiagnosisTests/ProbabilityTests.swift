import Testing

@testable import Diagnosis

struct ProbabilityTests {
  @Test func `shares add up to one however far apart the scores`() {
    let shares = Probability.shares(ofLogScores: [900, 3, -900])
    #expect(shares.reduce(0, +) == 1)
    #expect(shares[0] > 0.999)
  }

  @Test func `no scores give no shares`() { #expect(Probability.shares(ofLogScores: []).isEmpty) }
}
