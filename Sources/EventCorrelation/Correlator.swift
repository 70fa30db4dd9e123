public import EventSignals
public import WindowsEventLog

/// Puts the signals of all machines of a site on one clock and into episodes.
public struct Correlator: Sendable {
  public var options: CorrelationOptions

  public init(options: CorrelationOptions = .init()) { self.options = options }

  /// Correlates everything that is known of one site.
  ///
  /// The order of signals and sources does not matter. O(n log n) in the signals; memory grows with them.
  public func correlate(signals: [Signal], coverage: [SourceCoverage]) -> CorrelatedSite {
    var correlation = Correlation(signals: signals, coverage: coverage, options: options)
    return correlation.site()
  }
}
