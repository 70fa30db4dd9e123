"""How the tools that export logs write an event; the differences are listed in the project's dialect tests."""

from xml.sax.saxutils import escape

NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event"
HEAD = {
    "viewer": '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<Events>',
    "python-evtx": '<?xml version="1.1" encoding="utf-8" standalone="yes" ?>\n\n<Events>\n',
    "libevtx": "evtxexport 20240504\n\n",
}
TAIL = {"viewer": "</Events>", "python-evtx": "</Events>\n"}
# Words the rendered text of an event carries, by language; the facts are never in them.
WORDS = {"en-US": "Error", "de-DE": "Fehler", "fr-FR": "Erreur", "es-ES": "Error", "ja-JP": "エラー", "pl-PL": "Błąd", "ru-RU": "Ошибка"}


def data(values, options):
    if "u" in options:
        root, namespace, fields = options["u"]
        inner = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in fields.items())
        return f"<UserData><{root} xmlns='{namespace}'>{inner}</{root}></UserData>"
    items = "".join(
        f"<Data Name='{name}'>{escape(value)}</Data>" if name else f"<Data>{escape(value)}</Data>" for name, value in values
    )
    binary = f"<Binary>{options['bin']}</Binary>" if "bin" in options else ""
    return f"<EventData>{items}{binary}</EventData>"


def array(values):
    """Unnamed strings as python-evtx writes them: one element that holds markup."""
    return "".join(f"&lt;string&gt;{escape(escape(value))}&lt;/string&gt;\n" for _, value in values)


def event(dialect, culture, provider, channel, number, time, record, correlation, computer, values, options):
    """One event as XML text. `time` is a datetime in UTC."""
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S.%f")
    stamp = {
        "viewer": stamp + "0Z",
        "evtx_dump": stamp + "Z",
        "EvtxECmd": stamp.replace("T", " ") + "0",
        "python-evtx": stamp.replace("T", " ") + "+00:00",
        "libevtx": stamp + "000Z",
    }.get(dialect, stamp + "0Z")
    number = number if isinstance(number, tuple) else (number, None)
    qualifiers = f" Qualifiers='{number[1]}'" if number[1] is not None else ""
    level = "" if options.get("level") is None else f"<Level>{options['level']}</Level>"
    body = data(values, options)
    if dialect == "python-evtx" and values and not values[0][0] and "u" not in options:
        body = f"<EventData><Data>{array(values)}</Data></EventData>"
    rendering = ""
    if dialect == "viewer":
        word = WORDS[culture]
        rendering = (
            f"<RenderingInfo Culture='{culture}'><Message>{word} {number[0]}</Message><Level>{word}</Level>"
            f"<Task></Task><Opcode></Opcode><Channel>{channel}</Channel><Provider></Provider><Keywords></Keywords></RenderingInfo>"
        )
    space = "" if dialect == "EvtxECmd" else f" xmlns='{NAMESPACE}'"
    version = f"<Version>{options.get('version', 0)}</Version>" if dialect != "old" else ""
    opcode = "<Opcode>0</Opcode>" if dialect != "old" else ""
    text = (
        f"<Event{space}><System><Provider {provider}/><EventID{qualifiers}>{number[0]}</EventID>{version}{level}<Task>0</Task>"
        f"{opcode}<Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='{stamp}'/>"
        f"<EventRecordID>{record}</EventRecordID>{correlation}<Execution ProcessID='1268' ThreadID='2192'/>"
        f"<Channel>{channel}</Channel><Computer>{computer}</Computer><Security/></System>{body}{rendering}</Event>"
    )
    if dialect == "evtx_dump":
        text = text.replace("'", '"').replace("><", ">\n  <").replace("/>", ">\n  </ >").replace("</ >", "")
        text = f"Record {record}\n" + '<?xml version="1.0" encoding="utf-8"?>\n' + close_empty(text)
    return text


def close_empty(text):
    """evtx_dump closes an empty element on a line of its own."""
    lines = []
    for line in text.split("\n"):
        name = line.strip()[1:].split(" ")[0].split(">")[0]
        lines.append(line)
        if line.strip().startswith("<") and line.endswith('">') and name in ("Provider", "TimeCreated", "Correlation", "Execution"):
            lines.append(f"  </{name}>")
        elif line.strip() in ("<Security>", "<Correlation>"):
            lines.append(f"  </{name}>")
    return "\n".join(line for line in lines if line.strip())


def file(dialect, events):
    """A whole export as bytes."""
    glue = "" if dialect == "viewer" else "\n"
    text = HEAD.get(dialect, "") + glue.join(events) + ("" if dialect == "viewer" else "\n") + TAIL.get(dialect, "")
    if dialect == "utf-16":
        return b"\xff\xfe" + text.encode("utf-16-le")
    if dialect == "EvtxECmd":
        return b"\xef\xbb\xbf" + text.encode()
    return text.encode()
