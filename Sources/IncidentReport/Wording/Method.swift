/// How the findings came about, for readers who check the work.
enum Method {
  static func paragraphs(of report: Report) -> [String] {
    var text = [
      "Every finding rests on events of the logs listed under Sources; each is cited with file, byte offset, channel and record number.",
      "Confidence is a probability over all known causes and \u{201C}something else\u{201D}; together they make 100%. A cause counts as diagnosed from 60% on, and only when everything it needs was found.",
      "The absence of an event counts only where the log is known to cover the moment: see Coverage.",
    ]
    if let reference = report.referenceHost, report.hosts.count(where: \.hasLogs) > 1 {
      text.append(
        "All times are on the clock of \(reference): the clocks of other hosts are corrected by the offset shown under Hosts and clocks. The time as logged is kept beside each event."
      )
    }
    if report.redacted {
      text.append(
        "Names of users, hosts and domains, addresses and SIDs are replaced by pseudonyms, the same one for the same name throughout; the owner of the logs holds the key."
      )
    }
    return text
  }
}
