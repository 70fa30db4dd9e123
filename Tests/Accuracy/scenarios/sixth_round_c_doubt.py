"""The other half of the sixth set's part c: logs that leave the cause open, and false alarms."""

from .events import D, U, att, c131, conn, disc, s226, success, ud
from .fifth_round_b import person, worked
from .sites import at
from .sixth_round_c import ROUND, known, used
from .third_round_reports import accepted
from .threads_roles import gateway
from .threads_session import ended, lsm

open_ = ROUND.open_
healthy = ROUND.healthy


# TermDD 56 with C0000184 in its last bytes: the server sent to a connection that was gone; "it does not tell us why".
# techcommunity.microsoft.com/t5/ask-the-performance-team/…/ba-p/374553. Corrected after the first run, which it keeps as wrong: the
# label said that the cause is open, but the article says before that the stream was damaged under load.
known("sent-to-nobody", "protocol-stream-corruption", worked(-9000, 1) + [(t, "termdd", (56, 49162), U("\\Device\\Termdd", "10.61.1.9"), dict(bin="00000400010000000000000038000AC00000000038000AC000000000000000000000000000000000840100D0")) for t in (0, 1900)], "path-lost-mid-session;protocol-stream-corruption;mtu-blackhole;client-protocol-fault;nat-idle-timeout;host-hang-resource;client-cancelled", "TS-340", year=2010)

# One machine of a lab drops its sessions several times an hour, the client says 2308; "use both UDP and TCP" as policy helped.
# deploymentresearch.com/remote-desktop-session-keeps-disconnecting-the-solution
open_("several-times-an-hour", [e for i, t in enumerate((0, 700, 1900, 2350, 4100)) for e in conn(t, "lab-host-5", 4 + i) + [(t + 1.4, "client", 1025, [], dict(a=4 + i)), (t + 2.9, "client", 1027, D(DomainName="LAB", SessionId=2), dict(a=4 + i))] + disc(t + (410, 830, 300, 1500, 620)[i], 2308, 4 + i)], "udp-transport-failure;path-lost-mid-session;nat-idle-timeout;host-hang-resource;client-protocol-fault", "LAPTOP-341", year=2023)

# A manager of connections gets 3334 from newer machines; newer interface libraries of the manager end it.
# github.com/mRemoteNG/mRemoteNG/issues/2198
open_("newer-machines-only", used(-9000, "srv-old", 2) + att(0, "win10-new", 3334, 2.2, 4) + att(30, "win10-new", 3334, 2.1, 5) + used(300, "srv-old", 7), "client-protocol-fault;protocol-stream-corruption;gfx-decode-failure;update-regression;third-party-server-fault;client-plugin-fault", "PC-342", year=2022)

# The port of the wall socket wants the user's own proof (802.1X): about a minute after the logon the machine is gone from the
# network. SUPPORT …/windows-client/remote/cannot-use-802dot1x-user-authentication-connect-rds.md (KB 2820847). Corrected after the
# first run, which it keeps as wrong: a host that waits in vain for its client has lost the path, whatever cut it; and nobody came
# back, as the article says, where the case had a second session.
known("a-minute-after", "path-lost-mid-session", success(0, "u1", "10.61.1.22", 5)[:-1] + lsm(3, 21, **person(1, ip="10.61.1.22")) + [(64, "core", 143, D(error="121"), dict(a=5, level=3)), (64.1, "core", 102, [], dict(a=5, level=4))] + lsm(64.4, 40, Session="3", Reason="0") + lsm(64.5, 24, **person(1, ip="10.61.1.22")), "host-unreachable;nat-idle-timeout;udp-transport-failure;tcp-filtered", "W10-343", year=2017, dialect="EvtxECmd")

# "Please wait" for ever; then its owner sits down at the machine. Only the session manager's events were shown.
# pastebin.com/AgpTbLyA (2022)
open_("please-wait", worked(-40000, 1) + accepted(-61, "i3", "10.61.1.30", 5) + lsm(-60, 41, User="CORP\\i3", SessionID="6") + lsm(0, 24, User="CORP\\i3", SessionID="1", Address="") + lsm(0.1, 40, Session="6", Reason="0") + lsm(0.2, 40, Session="1", Reason="5") + lsm(2, 25, User="CORP\\i3", SessionID="1", Address="LOCAL") + lsm(2.1, 42, User="CORP\\i3", SessionID="6"), "session-stuck;host-hang-resource;client-cancelled;session-replaced;display-driver-fault;session-process-crash;path-lost-mid-session", "W10-344", year=2022, dialect="viewer")

# A wrapper that says "fully supported": mstsc to its own machine fails with 0x3 after TsSslEventHandshakeContinueFailed; the
# host knows a logon, a session and its end. github.com/stascorp/rdpwrap/issues/4473
open_(
    "fully-supported",
    conn(0, "127.0.0.2", 3) + s226(0.7, 3, code=2147500037) + accepted(1.1, "macro", "127.0.0.1", 8) + lsm(2.2, 21, User="W11-345\\macro", SessionID="4", Address="127.0.0.1") + lsm(2.6, 40, Session="4", Reason="0") + lsm(2.7, 24, User="W11-345\\macro", SessionID="4", Address="127.0.0.1") + ended(2.9, 0, 8) + disc(3.1, 3, 3),
    "update-regression;admin-disconnect;connection-limit;session-process-crash;display-driver-fault;third-party-server-fault;termservice-crash;client-protocol-fault;console-loop;session-replaced",
    "W11-345",
    year=2026,
)

# The client's event 1017: "does not have a license to connect to the server (Error= …)", alone. DETECTION …-clientactivexcore
open_("no-licence-says-the-client", used(-50000, "ts-5", 2) + [e for i, t in enumerate((0, 41)) for e in conn(t, "ts-5", 4 + i) + [(t + 2.4, "client", 1017, D(ErrorCode=257), dict(a=4 + i))]], "license-server-unreachable;license-exhausted;license-client-store;license-grace-expired;license-certificate-corrupt", "PC-346", year=2013)

# A client without Microsoft's code is cut off in the middle of its set-up; the virus scanner of the host takes it for an attack
# and says so only to itself. github.com/rdesktop/rdesktop/issues/337
open_("taken-for-an-attack", worked(-9000, 1) + [e for i, t in enumerate((0, 9, 30)) for e in c131(t, "10.61.1.44", 5 + i) + [(t + 0.4, "core", 143, D(error="64"), dict(a=5 + i, level=3)), (t + 0.41, "core", 102, [], dict(a=5 + i, level=4)), (t + 0.42, "core", 103, D(ReasonCode=14), dict(a=5 + i, level=4))]], "tcp-filtered;client-protocol-fault;path-lost-mid-session;tls-no-common-cipher;tls-version-disabled;brute-force-saturation;client-cancelled;nla-required;cert-client-rejects;auth-bad-credentials", "W7-347", year=2019)

# Gateway 202: an administrator ended the connection, which had worked for an hour. technet.microsoft.com/library/ee891388
healthy("ended-at-the-gateway", [e for i, user in enumerate(("u1", "u2")) for e in gateway(i * 90, 312, user=f"CORP\\{user}") + gateway(i * 90 + 0.4, 200, user=f"CORP\\{user}") + gateway(i * 90 + 0.6, 300, resource="ts9", user=f"CORP\\{user}") + gateway(i * 90 + 0.9, 302, resource="ts9", user=f"CORP\\{user}")] + gateway(3600, 202, resource="ts9", user="CORP\\u1", BytesReceived="411034", BytesTransfered="93012", SessionDuration="3599") + gateway(9000, 303, resource="ts9", user="CORP\\u2", BytesReceived="911034", BytesTransfered="193012", SessionDuration="8910"), "admin-disconnect;gateway-session-timeout", "RDG-350", year=2012)

# A machine at home with its port open: strangers come and go at night, 226 with 0x80070040 and 145 each time; its owner only
# wonders why a program does not ban them. github.com/DigitalRuby/IPBan/issues/240
healthy("strangers-at-night", [e for i, t in enumerate((0, 8, 16, 41, 63, 80)) for e in c131(t, f"203.0.113.{40 + i}", 20 + i) + [(t + 0.6, "core", 226, D(StateTransition="RDP_TCP", PreviousState=23, PreviousStateName="StateUnknown", NewState=21, NewStateName="StateDisconnected", Event=43, EventName="Event_Disconnect", ErrorCode="0x80070040"), dict(a=20 + i, level=3)), (t + 0.61, "core", 145, D(IdleSeconds=0, IdleSeconds1=0, IdleSeconds2=0), dict(a=20 + i, level=4)), (t + 0.62, "core", 102, [], dict(a=20 + i, level=4)), (t + 0.63, "core", 103, D(ReasonCode=14), dict(a=20 + i, level=4))]] + worked(2000, 1) + worked(-9000, 1), "brute-force-saturation;auth-bad-credentials", "DESKTOP-351", year=2023, dialect="viewer")

# The host asks for a certificate of a template by itself and finds no authority, CertEnroll 13; its own certificate does, people
# work. gradenegger.eu/en/troubleshooting-for-automatic-certificate-application-auto-enrollment-via-rpc-dcom
healthy("enrolment-by-itself", [(t, "enroll", 13, D(Context="local system", TemplateName="RemoteDesktopComputer", RequestId="N/A", CA="CA02.corp.example\\Corp Issuing", ErrorCode="The RPC server is unavailable. 0x800706ba (WIN32: 1722 RPC_S_SERVER_UNAVAILABLE)"), {}) for t in (0, 28800)] + worked(500, 1) + worked(9000, 2), "cert-template-enrollment-failed", "TS-352", year=2020)

# The gateway's proxy for UDP fails (206) while the same user's connection by HTTP stands; the client goes on without.
# detection-wiki-dev.pages.dev/microsoft-windows-terminalservices-gateway
healthy("side-channel-only", [e for i, user in enumerate(("u1", "u3")) for e in gateway(i * 200, 312, user=f"CORP\\{user}") + gateway(i * 200 + 0.4, 200, user=f"CORP\\{user}") + gateway(i * 200 + 0.6, 300, resource="ts9", user=f"CORP\\{user}") + gateway(i * 200 + 0.9, 302, resource="ts9", user=f"CORP\\{user}") + gateway(i * 200 + 3, 206, "23005", resource="ts9", user=f"CORP\\{user}", ConnectionProtocol="UDP") + gateway(i * 200 + 7000, 303, resource="ts9", user=f"CORP\\{user}", BytesReceived="5411034", BytesTransfered="293012", SessionDuration="6999")], "udp-transport-failure;gateway-target-unreachable", "RDG-353", year=2017, dialect="evtx_dump")
