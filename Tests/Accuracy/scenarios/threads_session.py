"""What happens to a session: crashes, replacement, stuck state, graphics, profile, client program."""

from .events import D, U, att, blind, c131, conn, disc, success, ud
from .threads_service import crash


def lsm(t, number, **fields):
    return [(t, "lsm", number, [], ud("EventXML", "Event_NS", **fields))]


def ended(t, reason, act=9):
    return [(t, "core", 103, D(ReasonCode=reason), dict(a=act)), (t - 0.1, "core", 102, [], dict(a=act))]


SESSION = dict(User="CORP\\ida", SessionID="3", Address="10.1.2.8")

blind("winlogon-4005", "definite", "session-process-crash", success(0, "ida", "10.1.2.8")[:4] + [(3, "winlogon", (4005, 32768), U(""), {})] + lsm(4, 24, **SESSION) + [(60, "winlogon", (4005, 32768), U(""), {})], "session-stuck;termservice-crash;display-driver-fault")
blind("logonui", "definite", "session-process-crash", crash(0, "LogonUI.exe", "10.0.20348.1", "1", "acmecredprov.dll", "2.0", "1", "c0000005", "1", "1c8", "01d", "C:\\Windows\\System32\\LogonUI.exe", "C:\\Windows\\System32\\acmecredprov.dll", "aa") + c131(-3, "10.1.2.8") + [(-2, "core", 98, [], dict(a=1)), (1, "core", 102, [], dict(a=1))], "auth-package-failure;display-driver-fault")
blind("dwm-driver", "definite", "display-driver-fault", success(0, "ida", "10.1.2.8") + crash(5, "dwm.exe", "10.0.19041.1", "1", "nvwgf2umx.dll", "31.0", "1", "c0000005", "1", "1c8", "01d", "C:\\Windows\\System32\\dwm.exe", "C:\\Windows\\System32\\nvwgf2umx.dll", "aa") + lsm(6, 24, **SESSION) + lsm(6, 40, Session="3", Reason="0"), "session-process-crash;gfx-decode-failure")
blind("mstsc-crash", "definite", "client-crash", conn(0, "ts1") + [(2, "client", 1025, [], dict(a=1))] + crash(300, "mstsc.exe", "10.0.26100.1", "1", "mstscax.dll", "10.0.26100.1", "1", "c0000005", "1", "1c8", "01d", "C:\\Windows\\System32\\mstsc.exe", "C:\\Windows\\System32\\mstscax.dll", "aa"))
blind("gfx-unnamed", "definite", "gfx-decode-failure", conn(0, "10.0.0.44") + [(3, "client", 1025, [], dict(a=1)), (9, "client", 226, U("RDPClient_GFX", 5, "GfxStateDecodingRdpGfxPdu", 9, "GfxStateError", 12, "GfxEventDecodingBulkCompressorFailed", 2147500037), dict(a=1))] + disc(9.2, 2308), "third-party-server-fault;display-driver-fault")
blind("gfx-1404", "definite", "gfx-decode-failure", conn(0, "10.0.0.44") + [(3, "client", 1025, [], dict(a=1)), (8, "client", 1404, D(Component="CaDecProgressiveSurfaceDecompressor", Function="Decode", ErrorCode="2147500037"), dict(a=1))] + disc(9.2, 3334), "client-protocol-fault;display-driver-fault;protocol-stream-corruption")
blind("replaced", "definite", "session-replaced", success(0, "ida", "10.1.2.8") + ended(600, 5) + lsm(600.2, 40, Session="3", Reason="5") + lsm(600.3, 25, User="CORP\\ida", SessionID="3", Address="10.1.2.99"), "admin-disconnect")
blind("arbitration-hangs", "definite", "session-stuck", lsm(-9000, 24, **SESSION) + c131(0, "10.1.2.8") + [(1, "core", 98, [], dict(a=1)), (1.1, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1="ida", Param2="CORP", Param3="10.1.2.8"))] + lsm(1.3, 41, User="CORP\\ida", SessionID="3") + lsm(62, 49, Session="3") + [(70, "core", 102, [], dict(a=1))], "host-hang-resource")
blind("transition-failed", "definite", "session-stuck", lsm(0, 36, SessionId="2", State="9", StateName="DisconnectedLoggedDesktopLocked", Event="3", EventName="EventReconnect", ErrorCode="0x80070102") + lsm(40, 36, SessionId="2", State="9", StateName="DisconnectedLoggedDesktopLocked", Event="3", EventName="EventReconnect", ErrorCode="0x80070102"), "session-process-crash;termservice-crash;display-driver-fault;host-hang-resource", year=2026)
blind("profile-temporary", "definite", "profile-load-failure", success(0, "ida", "10.1.2.8") + [(4, "prof", 1508, D(Error="The process cannot access the file"), {}), (4.2, "prof", 1511, [], {}), (5, "prof", 1515, [], {})] + lsm(7, 23, User="CORP\\ida", SessionID="3"))
blind("profile-disk", "definite", "profile-load-failure", [(0, "rcma", 20495, [], ud("EventXML", "Event_NS", Param1="ida", Param2="\\\\fs1\\upd", Param3="0x80070020"))], dialect="libevtx")
blind("idle-limit", "benign", "", success(0, "ida", "10.1.2.8") + [(3600, "rcmo", 20516, [], ud("EventXML", "Event_NS", Session="3"))] + lsm(3600.2, 24, **SESSION) + lsm(3600.2, 40, Session="3", Reason="3"), "session-limit-policy")
blind("admin-kicks", "benign", "", success(0, "ida", "10.1.2.8") + lsm(100, 39, TargetSession="3", Source="2") + lsm(100.1, 40, Session="3", Reason="5") + lsm(100.2, 24, **SESSION), "admin-disconnect;session-replaced")
blind("declined", "definite", "user-declined", c131(0, "10.1.2.8") + [(1, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1="joe", Param2="CORP", Param3="10.1.2.8")), (20, "rcmo", 1151, [], ud("EventXML", "Event_NS", Param1="joe", Param2="CORP", Param3="10.1.2.8"))])
blind("drain", "definite", "drain-mode", [(0, "rcm", (1070, 49152), U("CORP\\ida", ""), {}), (50, "rcm", (1070, 49152), U("CORP\\joe", ""), {})], dialect="evtx_dump")
blind("logons-off", "definite", "drain-mode", [(0, "rcm", (1071, 49152), U(), {})] + att(-1, "rds3", 3, 1.2))
blind("too-many", "definite", "connection-limit", [(0, "tsvc", (1013, 49152), U(), {}), (30, "tsvc", (1013, 49152), U(), {})], year=2009)
blind("stream-97", "definite", "protocol-stream-corruption", success(0, "ida", "10.1.2.8") + [(900, "core", 97, D(ComponentName="X.224", ErrorCode="0xD0000184"), dict(a=9)), (900.1, "core", 102, [], dict(a=9))] + lsm(900.3, 24, **SESSION), "path-lost-mid-session;client-protocol-fault;tls-record-corruption")
blind("stream-50-mid", "definite", "protocol-stream-corruption", success(0, "ida", "10.1.2.8") + [(700, "termdd", (50, 49162), U("\\Device\\Termdd", "MCS"), dict(bin="000000000200000000000000"))] + lsm(700.3, 24, **SESSION), "path-lost-mid-session;client-protocol-fault", dialect="python-evtx")
blind("termdd-timeout", "definite", "path-lost-mid-session", success(0, "ida", "10.1.2.8") + [(800, "termdd", (56, 49162), U("\\Device\\Termdd", "10.1.2.8"), dict(bin="00000400010000000000000038000AC00000000038000AC000000000000000000000000000000000B50000C0"))] + lsm(800.2, 24, **SESSION), "nat-idle-timeout;protocol-stream-corruption")
blind("reconnect-cookie", "definite", "reconnect-failed", [(0, "core", 146, D(Error="0xC000006D"), dict(a=4)), (1, "tsvc", (1041, 49152), U(), {})], "auth-bad-credentials")
blind("client-lost", "definite", "path-lost-mid-session", conn(0, "ts1") + [(1, "client", 1025, [], dict(a=1)), (2, "client", 1103, [], dict(a=1)), (1801, "client", 1105, [], dict(a=1))] + disc(1801, 772) + conn(1810, "ts1", 2) + disc(1831, 772, 2), "host-unreachable;nat-idle-timeout;insufficient-evidence")
blind("client-asleep", "definite", "client-sleep", conn(0, "ts1") + [(1, "client", 1025, [], dict(a=1)), (2, "client", 1027, D(DomainName="CORP", SessionId=3), dict(a=1)), (1000, "power", 42, D(TargetState=4, EffectiveState=4, Reason=4, Flags=0, TransitionsToOn=9), {}), (5000, "power", 107, D(TargetState=0, EffectiveState=0, WakeFromState=4), {}), (5001, "pt", 1, D(SleepTime="2026-03-02T10:16:41.0000000Z", WakeTime="2026-03-02T11:23:19.0000000Z", SleepDuration=2, WakeDuration=3), {})] + disc(5003, 2308), "path-lost-mid-session")
