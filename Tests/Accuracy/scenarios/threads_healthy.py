"""Nothing is wrong, though the logs hold what looks like it."""

from .events import D, U, att, blind, c131, conn, disc, f4625, rcm, s131fail, s226, success, ud
from .threads_roles import broker, gateway
from .threads_session import SESSION, ended, lsm


def healthy(name, events, acceptable="", **look):
    blind(name, "benign", "", events, acceptable, **look)


healthy("template-loop", [event for hour in range(6) for event in rcm(hour * 3600, 1064, "The RPC server is unavailable.")] + success(9000, "ida", "10.1.2.8"), "cert-template-enrollment-failed")
healthy("key-noise-after-logon", success(0, "ida", "10.1.2.8") + [(9, "sch", 36870, D(Type="server", ErrorCode="0x8009030D", ErrorStatus=10001), {})] + success(4000, "joe", "10.1.2.9", 12))
healthy("client-credential-noise", [(t, "sch", 36871, D(Type="client", ErrorState=10013), {}) for t in range(0, 3000, 300)] + success(500, "ida", "10.1.2.8"))
healthy("browser-alerts", [(t, "sch", 36887, D(AlertDesc=70), {}) for t in range(0, 3000, 700)] + success(500, "ida", "10.1.2.8") + success(2000, "joe", "10.1.2.9", 12), "tls-version-disabled")
healthy("clean-close", conn(0, "ts1") + [(2, "client", 1025, [], dict(a=1)), (3, "client", 1027, D(DomainName="CORP", SessionId=2), dict(a=1)), (800, "client", 1105, [], dict(a=1))] + disc(800, 1) + conn(900, "ts1", 2) + [(902, "client", 1025, [], dict(a=2))] + disc(1500, 263, 2), "client-cancelled")
healthy("teardown-226", success(0, "ida", "10.1.2.8") + [(500, "core", 107, [], dict(a=9)), (500.1, "core", 226, D(StateTransition="RDP_TCP", PreviousState=4, PreviousStateName="StateActive", NewState=21, NewStateName="StateDisconnected", Event=43, EventName="Event_Disconnect", ErrorCode="0x8007139f"), dict(a=9)), (500.2, "core", 226, D(StateTransition="RDP_UDP_LOSSY", PreviousState=3, PreviousStateName="UdpLossyStateActive", NewState=4, NewStateName="UdpLossyStateTerminated", Event=7, EventName="UdpEventErrorTerminate", ErrorCode="0x0"), dict(a=9))] + ended(500.5, 13) + lsm(500.6, 24, **SESSION), "client-cancelled", dialect="evtx_dump")
healthy("log-off", success(0, "ida", "10.1.2.8") + lsm(700, 23, User="CORP\\ida", SessionID="3") + lsm(700.1, 40, Session="3", Reason="12") + ended(700.2, 12), "admin-disconnect;client-cancelled")
healthy("probe-first", s131fail(0, "10.1.2.8", 1) + success(2.4, "ida", "10.1.2.8", 2), dialect="libevtx")
healthy("scan-from-abroad", [event for i in range(9) for event in s131fail(i * 90, f"203.0.113.{i + 20}", i + 1)] + success(300, "ida", "10.1.2.8", 40), "brute-force-saturation;client-cancelled")
healthy("guessing", [event for i in range(14) for event in c131(i * 40, "203.0.113.77", i + 1) + f4625(i * 40 + 0.6, ["admin", "test", "scan"][i % 3], "0xc000006d", "0xc0000064", 3, "203.0.113.77", "-")] + success(300, "ida", "10.1.2.8", 40), "brute-force-saturation;auth-bad-credentials")
healthy("mistyped-once", c131(0, "10.1.2.8") + f4625(0.6, "ida", "0xc000006d", "0xc000006a", 3, "10.1.2.8") + success(14, "ida", "10.1.2.8", 2), "auth-bad-credentials")
healthy("licence-days-left", [(0, "rcm", (1129, 16384), U("37"), dict(level=3)), (5, "rcm", (1130, 32768), U(), dict(level=2))] + success(100, "ida", "10.1.2.8") + success(900, "joe", "10.1.2.9", 12), "license-grace-expired;license-server-unreachable")
healthy("spn-not-registered", rcm(0, 1067, "%%1355") + success(100, "ida", "10.1.2.8"), "auth-spn-mismatch")
healthy("redirected", c131(0, "10.1.2.8") + [(1, "core", 98, [], dict(a=1)), (1.1, "rcmo", 1149, [], ud("EventXML", "Event_NS", Param1="ida", Param2="CORP", Param3="10.1.2.8"))] + broker(1.2, 1301, "CORP\\ida", "10.0") + broker(1.6, 1307, "CORP\\ida", "RDSH-2", "10.0.0.22") + ended(1.8, 0, 1))
healthy("planned-restart-at-night", success(-4000, "ida", "10.1.2.8") + lsm(-3000, 23, User="CORP\\ida", SessionID="3") + [(0, "user32", (1074, 32768), D(param1="wininit.exe", param2="TS3", param3="No title", param4="0x80020002", param5="restart", param6="", param7="NT AUTHORITY\\SYSTEM"), {}), (5, "kg", 13, D(StopTime="x"), {}), (90, "kg", 12, D(MajorVersion=10), {})] + success(4000, "ida", "10.1.2.8", 12), "host-reboot")
healthy("laptop-sleeps", [(0, "power", 42, D(TargetState=4, EffectiveState=4, Reason=7), {}), (3600, "power", 107, D(TargetState=0, WakeFromState=4), {})] + success(4000, "ida", "10.1.2.8"), "host-sleep")
healthy("gateway-day", [event for i in range(5) for event in gateway(i * 700, 312) + gateway(i * 700 + 0.2, 200) + gateway(i * 700 + 0.3, 300, resource="rds1") + gateway(i * 700 + 0.5, 302, resource="rds1") + gateway(i * 700 + 600, 303, "1226", "rds1", BytesReceived="1200000", BytesTransfered="9000000", SessionDuration="600")])
healthy("service-restarted-by-admin", success(-900, "ida", "10.1.2.8") + [(0, "scm", (7036, 16384), D(param1="Remote Desktop Services", param2="stopped"), dict(level=4)), (4, "scm", (7036, 16384), D(param1="Remote Desktop Services", param2="running"), dict(level=4)), (5, "rcmo", 258, [], ud("EventXML", "Event_NS", listenerName="RDP-Tcp"))] + success(700, "ida", "10.1.2.8", 12), "termservice-down")
healthy("other-program-crash", [(0, "app", (1000, 0), U("svchost.exe_wuauserv", "10.0", "1", "wuaueng.dll", "10.0", "1", "c0000005", "1", "1", "1", "C:\\Windows\\System32\\svchost.exe", "x", "y"), {}), (50, "scm", (7034, 49152), D(param1="Windows Update", param2=3), {})] + success(300, "ida", "10.1.2.8"))
healthy("web-server-tls", [(t, "sch", 36874, D(Protocol="TLS 1.0"), {}) for t in range(0, 3000, 400)] + [(t + 0.1, "sch", 36888, D(AlertDesc=40, ErrorState=1205), {}) for t in range(0, 3000, 400)] + success(510, "ida", "10.1.2.8") + success(1310, "joe", "10.1.2.9", 12), "tls-no-common-cipher")
healthy("share-users", [event for i in range(4) for event in f4625(i * 500, "ida", "0xc000006d", "0xc000006a", 3, "10.1.2.8", "PC-9")] + success(300, "joe", "10.1.2.9"), "auth-bad-credentials")
healthy("reconnects-fine", success(0, "ida", "10.1.2.8") + [event for i in range(1, 4) for event in lsm(i * 900, 24, **SESSION) + lsm(i * 900 + 8, 25, **SESSION)], "path-lost-mid-session;nat-idle-timeout")
