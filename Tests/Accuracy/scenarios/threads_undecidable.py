"""Half a story: an expert would ask for another log before naming a cause."""

from .events import D, U, att, blind, c131, conn, disc, f4625, s131fail, s226, success, ud
from .threads_roles import gateway
from .threads_session import SESSION, lsm


def open_(name, events, guesses="", **look):
    blind(name, "insufficient", "", events, guesses, **look)


open_("socket-closed", att(0, "nas-01", 2308, 1.4) + att(30, "nas-01", 2308, 1.4, 2), "non-rdp-listener;third-party-server-fault")
open_("socket-closed-226", conn(0, "srv1") + s226(0.8) + disc(0.9, 2308), "auth-bad-credentials;tls-no-common-cipher;cert-private-key-acl;credssp-oracle", dialect="viewer", culture="ja-JP")
open_("invalid-state", conn(0, "srv1") + [(1, "client", 1025, [], dict(a=1))] + s226(700, ps="TsSslStateDisconnected", ns="TsSslStateDisconnected", ev="TsSslEventInvalidState", code=2147549183) + disc(700, 2308), "path-lost-mid-session;host-reboot")
open_("quick-516", att(0, "srv1", 516, 2.0) + att(60, "srv1", 516, 2.0, 2), "termservice-down;tcp-refused;rdp-disabled;rdp-port-changed")
open_("slow-516", att(0, "srv1", 516, 21.0) + att(60, "srv1", 516, 21.1, 2), "tcp-filtered;host-unreachable;host-sleep")
open_("timed-out-264", att(0, "srv1", 264, 30), "tcp-filtered;host-unreachable;mtu-blackhole", dialect="EvtxECmd")
open_("server-ended-3", conn(0, "srv1") + [(2, "client", 1025, [], dict(a=1)), (3, "client", 1027, D(DomainName="CORP", SessionId=2), dict(a=1))] + disc(4000, 3), "session-limit-policy;admin-disconnect;session-replaced;connection-limit")
open_("internal-error-4", att(0, "mac-mini", 4, 1), "third-party-server-fault")
open_("licence-2056", att(0, "rds1", 2056, 2), "license-exhausted;license-grace-expired;license-server-unreachable;license-client-store")
open_("termdd-50-once", [(0, "termdd", (50, 49162), U("\\Device\\Termdd", "X.224"), dict(bin="0000240002004C000000000032000AC0"))], "license-certificate-corrupt;protocol-stream-corruption;brute-force-saturation", year=2011)
open_("termdd-56-unknown", [(0, "termdd", (56, 49162), U("\\Device\\Termdd", "10.9.8.7"), dict(bin="00000400010000000000000038000AC00000000038000AC000000000000000000000000000000000000000C0"))], "protocol-stream-corruption;path-lost-mid-session")
open_("host-drop-before-tls", s131fail(0, "10.3.3.3", 1) + s131fail(60, "10.3.3.3", 2), "cert-client-rejects;credssp-oracle;client-cancelled")
open_("host-139-only", c131(0, "10.3.3.3") + [(0.4, "core", 139, D(ResultCode="0x80090304", IPString="10.3.3.3"), dict(a=1))], "auth-bad-credentials;tls-no-common-cipher;credssp-pubkey-auth-failure")
open_("gateway-short", gateway(0, 200, resource="") + gateway(0.1, 300, resource="ts.corp.example") + gateway(0.5, 302, resource="ts.corp.example", ConnectionProtocol="RPC-HTTP") + gateway(5, 303, "1226", "ts.corp.example", BytesReceived="10048", BytesTransfered="12619", SessionDuration="5", ConnectionProtocol="RPC-HTTP"), "auth-bad-credentials;broker-redirect-failed;client-protocol-fault", culture="de-DE", dialect="viewer")
open_("gateway-opened-only", gateway(0, 312) + gateway(90, 312), "gateway-nps-failure;gateway-auth-failed")
open_("share-refused", f4625(0, "ida", "0xc000006d", "0xc000006a", 3, "10.3.3.9", "PC-9") + f4625(5, "ida", "0xc000006d", "0xc000006a", 3, "10.3.3.9", "PC-9"), "auth-bad-credentials", host="FILES2")
open_("share-locked", f4625(0, "ida", "0xc0000234", "0x0", 3, "10.3.3.9", "PC-9"), "auth-account-locked", host="FILES3")
open_("dc-refused", [(0, "sec", 4776, D(PackageName="MICROSOFT_AUTHENTICATION_PACKAGE_V1_0", TargetUserName="ida", Workstation="PC-9", Status="0xc000006a"), dict(level=0)), (20, "sec", 4740, D(TargetUserName="ida", TargetDomainName="PC-9", TargetSid="S-1-5-21-1-2-3-9", SubjectUserName="DC1$"), dict(level=0))], "auth-bad-credentials;auth-account-locked", host="DC1")
open_("dropped-no-reason", success(0, "ida", "10.1.2.8") + lsm(1900, 24, **SESSION) + lsm(1900, 40, Session="3", Reason="0") + [(1899.9, "core", 102, [], dict(a=9)), (1899.8, "core", 143, D(error="64"), dict(a=9))], "path-lost-mid-session;client-cancelled;nat-idle-timeout")
open_("alert-received-49", c131(0, "10.3.3.3") + [(0.3, "sch", 36887, D(AlertDesc=80), {})], "cert-client-rejects;tls-inspection;client-protocol-fault")
open_("udp-then-gone", conn(0, "ts1") + [(2, "client", 1025, [], dict(a=1)), (2.2, "client", 1103, [], dict(a=1)), (90, "client", 1105, [], dict(a=1))] + disc(90.1, 2308), "udp-transport-failure;path-lost-mid-session;host-reboot;session-process-crash")
open_("name-520", att(0, "laptop-7", 520, 12), "dns-failure;host-unreachable;host-sleep")
open_("unknown-code", att(0, "laptop-7", 12345, 3), "")
