public import Diagnosis
public import WindowsEventLog

extension Report {
  /// What a reader acts on.
  public struct Incident: Sendable, Hashable {
    /// `INC-0001`, counted in the order of the report.
    public var id: String
    public var verdict: Diagnosis.Incident.Verdict
    public var start: WindowsTime
    public var end: WindowsTime
    public var client: String?
    public var clients: [String]
    public var server: String?
    public var gateway: String?
    public var user: String?
    public var disconnectReason: UInt32?
    public var extendedReason: UInt32?
    /// Such as "2308 (0x904), disconnectReasonAtClientWinsockFDCLOSE: The other side closed the connection"; nil without a reason.
    public var disconnectText: String?
    /// A few words for a list: cause and server.
    public var title: String
    /// One sentence: what failed, for whom, when, why, how sure, what to do first.
    public var sentence: String
    /// The end of `sentence` that says what to do first; empty where nothing is to be done.
    public var nextStep: String
    /// Such as "almost certain, 93 %".
    public var certainty: String
    /// Every event cited below, once, by corrected time.
    public var events: [Event]
    public var attempts: [Attempt]
    /// By falling confidence.
    public var hypotheses: [Hypothesis]
    /// Probability of something no cause describes.
    public var unexplained: Double
    public var unexplainedText: String
    public var triggers: [Trigger]
    /// Safe first; of an undetermined incident, checks of the leading guesses.
    public var remedies: [Remedy]
    /// How to see that it is fixed; empty when undetermined.
    public var confirmation: String
    public var references: [String]
    public var folkAdvice: [FolkAdvice]
    public var collectNext: [CollectStep]
    /// Sentences about what the logs could not tell.
    public var openQuestions: [String]
    /// From 0, larger is worse: the order of the "worst first" view.
    public var severity: Double
    /// Whether its cause was first seen on its server in the last day the logs cover.
    public var isNew: Bool

    public init(
      id: String, verdict: Diagnosis.Incident.Verdict, start: WindowsTime, end: WindowsTime
    ) {
      self.id = id
      self.verdict = verdict
      self.start = start
      self.end = end
      clients = []
      title = ""
      sentence = ""
      nextStep = ""
      certainty = ""
      events = []
      attempts = []
      hypotheses = []
      unexplained = 0
      unexplainedText = ""
      triggers = []
      remedies = []
      confirmation = ""
      references = []
      folkAdvice = []
      collectNext = []
      openQuestions = []
      severity = 0
      isNew = false
    }
  }
}
