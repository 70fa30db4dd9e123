import Foundation
import IncidentReport
import Testing

/// The HTML report in a real browser.
@Suite(
  .serialized, .enabled(if: BrowserSession.missing == nil, "chromium and chromedriver are not installed"))
struct BrowserReportTests {
  private func withPage(
    _ report: Report, _ body: (BrowserSession) throws -> Void
  ) throws {
    let session = try BrowserSession()
    do {
      try session.open(HTMLReportWriter().write(report))
      try body(session)
    } catch {
      session.close()
      throw error
    }
    session.close()
  }

  /// Puts every incident into the page, as a reader of all of them would.
  private func openAll(_ page: BrowserSession) throws {
    let _: Bool = try page.run("document.getElementById('openall')?.click(); return true")
    let packed: Int = try page.run("return document.querySelectorAll('noscript').length")
    #expect(packed == 0)
  }

  @Test func `a report logs no error, asks the network for nothing, and every link resolves`() throws {
    for report in [try SampleReports.diagnosed(), try SampleReports.many(12), try SampleReports.healthy()] {
      try withPage(report) { page in
        #expect(try page.console() == [])
        #expect(try page.requests() == [])
        try openAll(page)
        let broken: [String] = try page.run(
          """
          return Array.from(document.querySelectorAll('a[href^="#"]')).map(a => a.getAttribute('href'))
            .filter(href => !document.getElementById(decodeURIComponent(href.slice(1))));
          """)
        #expect(broken == [])
        let repeated: Int = try page.run(
          "const ids = Array.from(document.querySelectorAll('[id]')).map(e => e.id); return ids.length - new Set(ids).size;"
        )
        #expect(repeated == 0)
        let styled: String = try page.run("return getComputedStyle(document.body).margin")
        #expect(styled == "0px")
      }
    }
  }

  @Test func `hostile names are inert`() throws {
    try withPage(try SampleHostile.report()) { page in
      try openAll(page)
      let run: Bool = try page.run("return window.pwned === undefined")
      #expect(run)
      let foreign: Int = try page.run(
        "return document.querySelectorAll('img, iframe, object, embed, form, base, link').length")
      #expect(foreign == 0)
      let scripts: Int = try page.run("return document.scripts.length")
      #expect(scripts == 1)
      let handlers: Int = try page.run(
        "return Array.from(document.querySelectorAll('*')).filter(e => Array.from(e.attributes).some(a => /^on/i.test(a.name))).length"
      )
      #expect(handlers == 0)
      let links: [String] = try page.run(
        "return Array.from(document.links).map(a => a.href).filter(h => !/^(file|https):/.test(h))")
      #expect(links == [])
      #expect(try page.requests() == [])
      #expect(try page.console() == [])
      let overflow: Bool = try page.run(
        "return document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
      #expect(overflow)
    }
  }

  @Test func `the filter finds incidents, and the keyboard reaches it`() throws {
    try withPage(try SampleReports.many(12)) { page in
      let visible = "return document.querySelectorAll('details.incident:not([hidden])').length"
      let all: Int = try page.run(visible)
      #expect(all == 12)
      try page.press(["/"] + "srv03".map(String.init))
      let some: Int = try page.run(visible)
      #expect(some == 2)
      let spoken: String = try page.run("return document.getElementById('shown').textContent")
      #expect(spoken == "2 of 12")
      try page.press(["\u{E00C}"])
      let again: Int = try page.run(visible)
      #expect(again == 12)
      let _: Bool = try page.run("document.querySelector('details.incident summary').focus(); return true")
      try page.press(["\u{E007}"])
      let open: Bool = try page.run("return document.querySelector('details.incident').open")
      #expect(open)
    }
  }

  @Test func `arrow keys step through the timeline and tell each event`() throws {
    try withPage(try SampleReports.diagnosed()) { page in
      let _: Bool = try page.run("document.querySelector('a.mark').focus(); return true")
      try page.press(["\u{E014}", "\u{E014}"])
      let told: String = try page.run("return document.querySelector('.hint').textContent")
      #expect(told.contains("Schannel 36870"))
      let link: String = try page.run("return document.activeElement.getAttribute('href')")
      #expect(link == "#i1e3")
      let wide: Bool = try page.run(
        """
        const svg = document.querySelector('svg.timeline'); const before = svg.viewBox.baseVal.width;
        document.querySelector('[data-zoom=in]').click(); return svg.viewBox.baseVal.width > before * 1.2;
        """)
      #expect(wide)
    }
  }

  @Test func `has landmarks, one h1, headings in order and a name for every control and picture`() throws {
    for report in [try SampleReports.diagnosed(), try SampleReports.many(12)] {
      try withPage(report) { page in
        let faults: [String] = try page.run(
          """
          const faults = [];
          for (const name of ['header', 'nav', 'main']) if (!document.querySelector(name)) faults.push('no ' + name);
          if (document.querySelectorAll('h1').length !== 1) faults.push('h1');
          let level = 1;
          for (const heading of document.querySelectorAll('h1,h2,h3,h4')) {
            const next = Number(heading.tagName[1]);
            if (next > level + 1) faults.push('heading jumps: ' + heading.textContent);
            level = next;
          }
          const named = e => (e.textContent || '').trim() || e.getAttribute('aria-label') || e.closest('label');
          for (const e of document.querySelectorAll('button, select, input, a[href], summary')) if (!named(e)) faults.push('nameless ' + e.outerHTML.slice(0, 80));
          for (const e of document.querySelectorAll('svg')) if (!e.getAttribute('aria-hidden') && !e.getAttribute('aria-label') && !document.getElementById(e.getAttribute('aria-labelledby'))) faults.push('nameless picture');
          for (const e of document.querySelectorAll('th')) if (!e.getAttribute('scope')) faults.push('th without scope');
          if (!document.documentElement.lang) faults.push('no language');
          return faults;
          """)
        #expect(faults == [])
      }
    }
  }

  @Test(arguments: [390, 768, 1_280, 1_920])
  func `no width needs sideways scrolling`(width: Int) throws {
    for report in [try SampleReports.diagnosed(), try SampleReports.many(12)] {
      try withPage(report) { page in
        try page.resize(width: width, height: 844)
        try openAll(page)
        let _: Bool = try page.run(
          "document.querySelectorAll('details').forEach(d => { d.open = true; }); return true")
        let fits: Bool = try page.run(
          "return innerWidth === \(width) && document.documentElement.scrollWidth <= \(width)")
        #expect(fits)
      }
    }
  }

  @Test func `a link leads into a closed incident, and a cause's section back to it`() throws {
    try withPage(try SampleReports.many(12)) { page in
      let opened: Bool = try page.run(
        "location.hash = '#INC-0003'; dispatchEvent(new HashChangeEvent('hashchange')); return document.getElementById('INC-0003').open"
      )
      #expect(opened)
      let whole: Bool = try page.run(
        """
        const link = document.querySelector('#INC-0003 .cause-head a');
        const note = document.querySelector(link.getAttribute('href'));
        return note.querySelectorAll('.steps > li').length > 0 || note.querySelector('.prose') !== null;
        """)
      #expect(whole)
    }
  }

  @Test func `a link to an event opens the incident that holds it`() throws {
    try withPage(try SampleReports.many(12)) { page in
      let marked: Bool = try page.run(
        """
        location.hash = '#i3e1'; dispatchEvent(new HashChangeEvent('hashchange'));
        return document.getElementById('INC-0003').open && document.querySelector(':target').id === 'i3e1';
        """)
      #expect(marked)
      let others: Int = try page.run("return document.querySelectorAll('noscript').length")
      #expect(others == 11)
    }
  }

  @Test func `without scripts everything is in the page`() throws {
    let session = try BrowserSession()
    defer { session.close() }
    try session.forbidScripts()
    try session.open(HTMLReportWriter().write(SampleReports.many(12)))
    let counts =
      "[...document.querySelectorAll('details.incident')].filter(d => d.querySelector('article .events tr[id]')).length"
    #expect(try session.evaluate(counts) == 12)
    #expect(try session.evaluate("document.querySelectorAll('noscript').length") == 12)
  }

  @Test func `what only a script can do is offered only by the script`() throws {
    let page = String(decoding: try HTMLReportWriter().write(SampleReports.diagnosed()), as: UTF8.self)
    #expect(!page.contains("class=\"copy\"") && !page.contains("data-zoom=\""))
    try withPage(try SampleReports.diagnosed()) { page in
      let offered: [Int] = try page.run(
        "return [document.querySelectorAll('.copy').length, document.querySelectorAll('[data-zoom]').length]")
      #expect(offered.first ?? 0 > 0)
      #expect(offered.last == 3)
    }
  }

  @Test func `paper shows what the screen folds away`() throws {
    try withPage(try SampleReports.many(12)) { page in
      let shown: Bool = try page.run(
        """
        dispatchEvent(new Event('beforeprint'));
        const all = Array.from(document.querySelectorAll('details'));
        if (document.querySelector('noscript')) return false;
        const open = all.every(d => d.open);
        dispatchEvent(new Event('afterprint'));
        return open && !all.some(d => d.classList.contains('incident') && d.open);
        """)
      #expect(shown)
    }
  }

  /// How fast it opens is measured by `Tests/Benchmarks/report`: a test on a busy machine cannot tell.
  @Test func `a thousand incidents stay small`() throws {
    let bytes = try HTMLReportWriter().write(SampleReports.many(1_000))
    #expect(bytes.count < 12_000_000)
    try withPage(try SampleReports.many(1_000)) { page in
      let count: Int = try page.run("return document.querySelectorAll('details.incident').length")
      #expect(count == 1_000)
    }
  }
}
