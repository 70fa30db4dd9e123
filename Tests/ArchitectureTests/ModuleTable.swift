/// Which modules each module may import: the table of docs/architecture.md as the tests read it.
enum ModuleTable {
  /// Module to its own modules and third-party ones.
  static let allowed: [String: Set<String>] = [
    "CLibXML2": [],
    "CLibArchive": [],
    "StatusCodes": [],
    "WindowsEventLog": ["CLibXML2"],
    "EventExport": ["WindowsEventLog"],
    "LogArchive": ["CLibArchive"],
    "EventSignals": ["WindowsEventLog"],
    "EventCorrelation": ["EventSignals", "WindowsEventLog"],
    "Diagnosis": ["EventCorrelation", "EventSignals", "StatusCodes", "WindowsEventLog"],
    "KnowledgeBase": ["Diagnosis", "EventSignals", "Yams"],
    "IncidentReport": [
      "Diagnosis", "EventCorrelation", "EventSignals", "WindowsEventLog", "KnowledgeBase", "StatusCodes",
      "Mustache",
    ],
    "BatchAnalysis": [
      "Diagnosis", "EventCorrelation", "EventExport", "EventSignals", "IncidentReport", "KnowledgeBase",
      "LogArchive", "StatusCodes", "WindowsEventLog", "Crypto",
    ],
    "faultline": [
      "BatchAnalysis", "Diagnosis", "EventCorrelation", "EventExport", "EventSignals", "IncidentReport",
      "KnowledgeBase", "LogArchive", "StatusCodes", "WindowsEventLog", "ArgumentParser",
    ],
    "embed-knowledge": ["Yams"],
    "EmbedKnowledgePlugin": [],
  ]

  /// What comes with Swift and the system; some modules may use less of it.
  static let system: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "PackagePlugin", "Glibc", "Musl",
    "Darwin", "ucrt",
  ]

  /// Modules that stay free of full Foundation where FoundationEssentials exists, and so of its 45 MB.
  static let lean: Set<String> = ["WindowsEventLog", "StatusCodes"]
}
