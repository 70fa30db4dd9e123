public import WindowsEventLog

extension Report {
  /// One entry of the suppression file, with what it hushed.
  public struct Suppressed: Sendable, Hashable {
    public var reason: String
    public var cause: String?
    public var server: String?
    public var client: String?
    public var from: WindowsTime?
    public var until: WindowsTime?
    public var expires: WindowsTime?
    /// An expired entry hushes nothing.
    public var expired: Bool
    public var incidents: [Hushed]
    /// Such as "hushed 3 incidents", "expired on 1 March 2026 and hushes nothing".
    public var text: String

    /// An incident left out of the report.
    public struct Hushed: Sendable, Hashable {
      public var start: WindowsTime
      public var cause: String
      public var server: String?
      public var client: String?

      public init(start: WindowsTime, cause: String, server: String?, client: String?) {
        self.start = start
        self.cause = cause
        self.server = server
        self.client = client
      }
    }

    public init(reason: String, expired: Bool) {
      self.reason = reason
      self.expired = expired
      incidents = []
      text = ""
    }
  }
}
