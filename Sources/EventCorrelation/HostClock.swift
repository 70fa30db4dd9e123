public import WindowsEventLog

/// How far a host's clock is from the reference clock.
public struct HostClock: Sendable, Hashable {
  /// The host's clock minus the reference clock in seconds, after the last step; positive: ahead.
  public var offset: Double
  /// Half the width of the interval the offset lies in, in seconds.
  public var uncertainty: Double
  public var source: Source
  /// Where the offset changed, by the host's own clock after the step; sorted.
  public var steps: [Step]

  /// Where the offset comes from.
  public enum Source: String, Sendable, Hashable {
    /// Pairs of strongly linked events.
    case links
    /// Nothing says otherwise: 0 ± 2 s.
    case assumed
    /// `--clock-offset`.
    case given
  }

  /// From `at` on the offset is `offset`; before the first step it is `initialOffset`.
  public struct Step: Sendable, Hashable {
    public var at: WindowsTime
    public var offset: Double

    public init(at: WindowsTime, offset: Double) {
      self.at = at
      self.offset = offset
    }
  }

  /// The offset before the first step; equals `offset` when there is none.
  public var initialOffset: Double

  /// 0 ± 2 s, the assumption about a host that nothing ties to another.
  public static let assumed = HostClock(offset: 0, uncertainty: 2, source: .assumed)

  public init(
    offset: Double, uncertainty: Double, source: Source, steps: [Step] = [],
    initialOffset: Double? = nil
  ) {
    self.offset = offset
    self.uncertainty = uncertainty
    self.source = source
    self.steps = steps
    self.initialOffset = initialOffset ?? offset
  }

  /// A raw time of this host on the reference clock.
  public func corrected(_ raw: WindowsTime) -> WindowsTime {
    let applying = steps.last(where: { $0.at <= raw })?.offset ?? initialOffset
    return applying == 0 ? raw : raw.advanced(bySeconds: -applying)
  }
}
