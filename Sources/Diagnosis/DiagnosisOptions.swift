/// What a caller may set about a diagnosis.
public struct DiagnosisOptions: Sendable, Hashable {
  /// The confidence from which a matched cause is a diagnosis, 0 to 1.
  public var minimumConfidence: Double

  /// Incidents weighed side by side; the result does not depend on it.
  public var workers: Int

  /// 0.6, as the report promises.
  public static let defaultMinimumConfidence = 0.6

  public init(minimumConfidence: Double = Self.defaultMinimumConfidence, workers: Int = 1) {
    self.minimumConfidence = minimumConfidence
    self.workers = workers
  }
}
