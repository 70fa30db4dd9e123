public import WindowsEventLog

extension Report {
  /// Counts over all incidents, for a folder that holds many.
  public struct Overview: Sendable, Hashable {
    /// By falling count, then label.
    public var causes: [Count]
    public var servers: [Count]
    public var clients: [Count]
    public var users: [Count]
    /// 24 counts, of the hour in the report's zone.
    public var hours: [Count]
    /// A count for every day from the first incident to the last, in the report's zone; for every month
    /// where that would be more days than a picture can show.
    public var days: [Count]
    public var diagnosed: Int
    public var undetermined: Int
    public var benign: Int
    /// Causes first seen on their server after it are new; nil where the logs are too short to say.
    public var newSince: WindowsTime?
    /// Indices into `incidents`, worst first.
    public var worstFirst: [Int]

    /// One bar.
    public struct Count: Sendable, Hashable {
      public var label: String
      public var count: Int

      public init(label: String, count: Int) {
        self.label = label
        self.count = count
      }
    }

    public init() {
      causes = []
      servers = []
      clients = []
      users = []
      hours = []
      days = []
      diagnosed = 0
      undetermined = 0
      benign = 0
      worstFirst = []
    }
  }
}
