import EventCorrelation
import EventSignals

/// SHA-256 in base64, as a Content-Security-Policy names the one script it lets run.
enum ContentHash {
  /// `sha256-…`.
  static func source(of text: String) -> String {
    "sha256-" + Base64Text.encode(SHA256.digest(Array(text.utf8)))
  }
}
