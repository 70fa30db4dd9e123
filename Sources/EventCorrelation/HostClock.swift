public import WindowsEventLog

/// How far a host's clock is from the reference clock.
public struct HostClock: Sendable, Hashable {
  /// The host's clock minus the reference clock in seconds, after the last step; positive: ahead.
  public var offset: Double
  /// Half the width of the interval the offset lies in, in seconds.
  public var uncertainty: Double
  public var source: Source
  /// Clocks of one number are tied to each other; of two numbers nothing says how far they are apart.
  public var group: Int
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
    offset: Double, uncertainty: Double, source: Source, group: Int = 0, steps: [Step] = [],
    initialOffset: Double? = nil
  ) {
    self.offset = offset
    self.uncertainty = uncertainty
    self.source = source
    self.group = group
    self.steps = steps
    self.initialOffset = initialOffset ?? offset
  }

  /// Whether links or the user say how far this clock is from another.
  public func isTied(to other: HostClock) -> Bool {
    source != .assumed && other.source != .assumed && group == other.group
  }

  /// The same clock as it stands to the reference: what nothing ties to that is only assumed.
  public func seen(from reference: HostClock) -> HostClock {
    guard source == .links, !isTied(to: reference) else { return self }
    var clock = self
    clock.source = .assumed
    clock.uncertainty += Self.assumed.uncertainty
    return clock
  }

  /// A raw time of this host on the reference clock.
  public func corrected(_ raw: WindowsTime) -> WindowsTime {
    let applying = steps.last(where: { $0.at <= raw })?.offset ?? initialOffset
    return applying == 0 ? raw : raw.advanced(bySeconds: -applying)
  }
}
