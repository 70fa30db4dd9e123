"""Makes exported event logs of any size, the same bytes for the same arguments.

    generate.py security BYTES FILE [SEED]       one <Events> document, mostly irrelevant to Remote Desktop
    generate.py json BYTES FILE [SEED]           the records of `security` as evtx_dump writes them, one a line
    generate.py wanted BYTES FILE [SEED]         one document in which every record concerns Remote Desktop
    generate.py folder BYTES FOLDER COUNT [SEED] so many rootless files that are BYTES together
"""
import json
import os
import random
import sys
import xml.etree.ElementTree

NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event"
SECURITY = ("Microsoft-Windows-Security-Auditing", "{54849625-5478-4994-a5ba-3e3b0328c30d}", "Security")
LISTENER = (
    "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS", "{1139c61b-b549-4251-8ed3-27250a1edec8}",
    "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational")


def system(source, event, record, random, computer, activity=None):
    name, guid, channel = source
    second = record // 25
    time = "2026-03-%02dT%02d:%02d:%02d.%07dZ" % (
        1 + second // 86400 % 28, second // 3600 % 24, second // 60 % 60, second % 60, random.randrange(10**7))
    return (
        f"<Event xmlns='{NAMESPACE}'><System><Provider Name='{name}' Guid='{guid}'/><EventID>{event}</EventID>"
        f"<Version>2</Version><Level>0</Level><Task>12544</Task><Opcode>0</Opcode>"
        f"<Keywords>0x8020000000000000</Keywords><TimeCreated SystemTime='{time}'/>"
        f"<EventRecordID>{100000 + record}</EventRecordID>"
        f"<Correlation ActivityID='{{6b0e6c7a-0000-4000-8000-{activity or format(random.randrange(16**12), '012x')}}}'/>"
        f"<Execution ProcessID='660' ThreadID='{random.randrange(9000)}'/><Channel>{channel}</Channel>"
        f"<Computer>{computer}</Computer><Security/></System>")


def security(record, random, computer):
    user = random.randrange(900)
    fields = [
        ("SubjectUserSid", "S-1-5-18"), ("SubjectUserName", "RDS-1$"), ("SubjectDomainName", "CONTOSO"),
        ("SubjectLogonId", "0x3e7"), ("TargetUserSid", f"S-1-5-21-1111111111-2222222222-3333333333-{1100 + user}"),
        ("TargetUserName", f"user{user}"), ("TargetDomainName", "CONTOSO"),
        ("TargetLogonId", f"0x{random.randrange(2**32):x}"), ("LogonType", "3"),
        ("LogonProcessName", "Kerberos"), ("AuthenticationPackageName", "Kerberos"), ("WorkstationName", "-"),
        ("LogonGuid", "{00000000-0000-0000-0000-000000000000}"), ("TransmittedServices", "-"),
        ("LmPackageName", "-"), ("KeyLength", "0"), ("ProcessId", "0x0"), ("ProcessName", "-"),
        ("IpAddress", f"10.0.{random.randrange(250)}.{random.randrange(250)}"),
        ("IpPort", str(random.randrange(49152, 65536)))]
    event = random.choice((4624, 4634, 4672, 4688, 5156))
    return system(SECURITY, event, record, random, computer) + data(fields)


def as_json(record, random, computer):
    event = xml.etree.ElementTree.fromstring(security(record, random, computer))
    parts = {}
    for element in event.find(f"{{{NAMESPACE}}}System"):
        name = element.tag.partition("}")[2]
        number = element.text and element.text.isdigit()
        parts[name] = {"#attributes": element.attrib} if element.attrib else int(element.text) if number else element.text
    fields = {item.get("Name"): item.text for item in event.find(f"{{{NAMESPACE}}}EventData")}
    return json.dumps({"Event": {"#attributes": {"xmlns": NAMESPACE}, "System": parts, "EventData": fields}})


# What the listener logs of one connection, from its acceptance to its end.
CONNECTION = (131, 65, 66, 98, 100, 148, 148, 148, 148, 148, 148, 145, 33, 103, 102)
current = {}


def wanted(record, random, computer):
    """Connections one after the other, each under an activity of its own."""
    step = record % len(CONNECTION)
    if step == 0:
        current["client"] = f"10.0.{random.randrange(250)}.{random.randrange(250)}:{random.randrange(49152, 65536)}"
        current["activity"] = f"{random.randrange(16**12):012x}"
    event = CONNECTION[step]
    fields = {
        131: [("ConnType", "TCP"), ("ClientIP", current["client"])],
        65: [("ConnectionName", "RDP-Tcp#1")], 66: [("ConnectionName", "RDP-Tcp#1"), ("SessionID", "3")],
        148: [("ChannelName", ("rdpdr", "rdpsnd", "cliprdr", "drdynvc", "rdpcmd", "rail")[step % 6]), ("TunnelID", "0")],
        33: [("TunnelID", "0")], 103: [("ReasonCode", "12")],
    }.get(event, [])
    return system(LISTENER, event, record, random, computer, current["activity"]) + data(fields)


def data(fields):
    return "<EventData>" + "".join(f"<Data Name='{name}'>{value}</Data>" for name, value in fields) + "</EventData></Event>"


def write(path, size, make, seed, root, computer="RDS-1.contoso.example", first=0):
    numbers = random.Random(seed)
    written, record = 0, first
    with open(path, "w", newline="\n") as file:
        if root:
            file.write("<Events>\n")
        while written < size:
            text = make(record, numbers, computer) + "\n"
            file.write(text)
            written += len(text)
            record += 1
        if root:
            file.write("</Events>\n")
    return record


def main(kind, size, path, *rest):
    size = int(size)
    if kind == "folder":
        count, seed = int(rest[0]), int(rest[1]) if len(rest) > 1 else 1
        os.makedirs(path, exist_ok=True)
        for number in range(count):
            write(f"{path}/host-{number:04d}.xml", size // count, security, seed + number, False,
                  f"HOST-{number:04d}.contoso.example")
    else:
        make = {"security": security, "json": as_json, "wanted": wanted}[kind]
        write(path, size, make, int(rest[0]) if rest else 1, kind != "json")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
