public import Diagnosis

extension Report {
  /// A cause as it was weighed for an incident.
  public struct Hypothesis: Sendable, Hashable {
    public var cause: String
    public var title: String
    public var outcome: Diagnosis.Hypothesis.Outcome
    /// 0 to 1; with all others and `unexplained` it makes 1.
    public var confidence: Double
    /// Such as "93 %", "under 1 %".
    public var confidenceText: String
    public var evidence: [Evidence]
    /// Logs whose absence leaves it open, as `host: channel`.
    public var missing: [String]
    /// The mechanism in one paragraph; empty when the cause is not in the knowledge.
    public var explanation: String
    /// Why it stands where it stands, in one sentence.
    public var reasoning: String
    /// What would settle it; empty when it is settled.
    public var settledBy: String
    /// Whether a reader needs it without asking for the rest.
    public var prominent: Bool

    /// One event, or one proven absence, for or against.
    public struct Evidence: Sendable, Hashable {
      public var signal: String
      public var supports: Bool
      /// What it shows.
      public var note: String
      /// Index into the incident's `events`; nil for an absence.
      public var event: Int?
      /// From the anchor to the event in milliseconds, corrected; nil without an anchor.
      public var gapMilliseconds: Double?
      /// Such as "312 ms after the connection was accepted"; empty without an anchor.
      public var gap: String
      /// How many later findings of the same host say the same; they are left out where people read.
      public var repeats: Int
      /// Whether an earlier finding of the same host says the same.
      public var repeated: Bool

      public init(signal: String, supports: Bool, note: String, event: Int? = nil) {
        self.signal = signal
        self.supports = supports
        self.note = note
        self.event = event
        gap = ""
        repeats = 0
        repeated = false
      }

      /// The note, with how often it was found.
      var countedNote: String { repeats == 0 ? note : "\(note) (\(repeats + 1) times)" }
    }

    /// The evidence as people read it: what says the same once.
    var distinctEvidence: [Evidence] { evidence.filter { !$0.repeated } }

    public init(
      cause: String, title: String, outcome: Diagnosis.Hypothesis.Outcome, confidence: Double
    ) {
      self.cause = cause
      self.title = title
      self.outcome = outcome
      self.confidence = confidence
      confidenceText = ""
      evidence = []
      missing = []
      explanation = ""
      reasoning = ""
      settledBy = ""
      prominent = true
    }
  }
}
