"""Gateway, broker and licensing, as people paste them into public threads."""

from .events import D, U, att, blind, c131, conn, disc, f4625, rcm, success, ud
from .threads_service import crash

ADDRESS = "198.51.100.77"


def gateway(t, number, code="0", resource="", name="gw", user="CORP\\ida", auth="NTLM", **more):
    fields = dict(Username=user, IpAddress=ADDRESS, AuthType=auth, Resource=resource, ConnectionProtocol="HTTP", ErrorCode=code)
    return [(t, name, number, [], ud("EventInfo", "aag", **{**fields, **more}))]


def broker(t, number, *values, client=True):
    data = {f"param{position + 1}": value for position, value in enumerate(values)}
    return [(t, "brokerc" if client else "broker", number, [], ud("EventXML", "Event_NS", **data))]


def nps(t, number, **fields):
    base = dict(SubjectUserName="ida", SubjectDomainName="CORP", CallingStationID="UserAuthType:PW", NASIdentifier="-", ProxyPolicyName="TS GATEWAY AUTHORIZATION POLICY")
    return [(t, "sec", number, D(**{**base, **fields}), dict(level=0))]


blind("cap", "definite", "gateway-cap-denied", gateway(0, 201, "23003") + nps(-0.1, 6273, NetworkPolicyName="-", ReasonCode=48, Reason="The connection request did not match any configured network policy."), "gateway-auth-failed", dialect="viewer")
blind("cap-alone", "definite", "gateway-cap-denied", gateway(0, 201, "23003") + gateway(60, 201, "23003"), "gateway-nps-failure;gateway-auth-failed", dialect="libevtx")
blind("rap", "definite", "gateway-rap-denied", gateway(0, 200, resource="") + gateway(0.3, 301, "23002", "rds1.corp.example"), "gateway-target-unreachable", dialect="evtx_dump")
blind("rap-client", "definite", "gateway-rap-denied", att(0, "rds1.corp.example", 50331676, 3), "gateway-auth-failed;gateway-cap-denied")
blind("target", "definite", "gateway-target-unreachable", gateway(0, 200) + gateway(0.2, 300, resource="desk-44") + gateway(21, 304, "23005", "desk-44"), "tcp-filtered;dns-failure;host-unreachable", culture="fr-FR", dialect="viewer")
blind("target-alone", "definite", "gateway-target-unreachable", gateway(0, 304, "23005", "10.0.5.44", IpAddress=ADDRESS + ":50221"), "tcp-filtered;dns-failure;host-unreachable")
blind("method", "definite", "gateway-auth-failed", gateway(0, 305, "23004"), "gateway-cap-denied", dialect="EvtxECmd")
blind("gateway-certificate", "definite", "gateway-cert-invalid", gateway(0, 102, "2148081668", name="gw"), "gateway-service-crash")
blind("gateway-certificate-client", "definite", "gateway-cert-invalid", att(0, "rds1", 50331655, 1), "gateway-unreachable")
blind("gateway-crash", "definite", "gateway-service-crash", crash(0, "svchost.exe_TSGateway", "10.0.17763.1", "1", "aaedge.dll", "10.0.17763.1", "1", "c0000005", "1", "1c8", "01d", "C:\\Windows\\System32\\svchost.exe", "C:\\Windows\\System32\\aaedge.dll", "aa") + [(1, "scm", (7031, 49152), D(param1="Remote Desktop Gateway", param2=1, param3=60000, param4=1, param5="Restart the service"), {})])
blind("gateway-limit", "definite", "gateway-limit-reached", gateway(0, 203) + gateway(30, 203), "connection-limit;gateway-session-timeout")
blind("gateway-time", "definite", "gateway-session-timeout", gateway(0, 302, resource="rds1") + gateway(28800, 307, resource="rds1") + gateway(28800.2, 303, "1226", "rds1", SessionDuration="28800", BytesReceived="90000", BytesTransfered="100000"), "session-limit-policy", noise=40)
blind("radius-silent", "definite", "gateway-nps-failure", gateway(0, 312) + nps(30, 6274, ReasonCode=265, Reason="A RADIUS message was received from the invalid client") + gateway(30.1, 201, "23003"), "gateway-cap-denied")
blind("radius-18", "definite", "gateway-nps-failure", [(0, "nps", (18, 32768), U("10.0.0.9"), {})] + gateway(4, 201, "23003"), "gateway-cap-denied")
blind("gateway-down-client", "definite", "gateway-unreachable", att(0, "rds1", 50331657, 21) + att(60, "rds1", 50331657, 21, 2), "gateway-cert-invalid")
blind("broker-not-ready", "definite", "broker-unavailable", broker(0, 1296, "CORP\\ida", "Remote Desktop Connection Broker is not ready for RPC communication.") + broker(0.2, 1306, "CORP\\ida", "NULL", "0x800706BA"), "broker-redirect-failed;broker-host-not-joined", host="RDSH-4")
blind("broker-802", "definite", "broker-redirect-failed", broker(0, 802, "CORP\\ida", "Load Balancing failed OR Specified endpoint could not be found.", "Element not found.", client=False), "broker-unavailable;drain-mode")
blind("broker-1306", "definite", "broker-redirect-failed", broker(0, 1301, "CORP\\ida", "10.0.26100") + broker(3, 1306, "CORP\\ida", "NULL"), "broker-unavailable")
blind("broker-database", "definite", "broker-database-failure", broker(0, 2056, "NULL", "Logon to the database failed.", client=False), dialect="python-evtx")
blind("broker-join", "definite", "broker-host-not-joined", broker(0, 1280, "rdcb.corp.example", "0x88250003") + broker(60, 1280, "rdcb.corp.example", "0x88250003"))
blind("broker-service-down", "definite", "broker-unavailable", [(0, "scm", (7024, 49152), D(param1="Remote Desktop Connection Broker", param2="%%2284126209"), {})], "broker-database-failure")
blind("grace-over", "definite", "license-grace-expired", [(0, "rcm", (1128, 32768), U(), {}), (3600, "rcm", (1128, 32768), U(), {})], "license-server-unreachable")
blind("grace-over-client", "definite", "license-grace-expired", [(0, "rcma", 50280, [], ud("EventXML", "Event_NS"))] + c131(-1, "10.1.2.8") + att(-1.2, "rds1", 2056, 1.5), "license-server-unreachable;license-exhausted")
blind("licence-server-gone", "definite", "license-server-unreachable", [(0, "rcma", 50283, [], ud("EventXML", "Event_NS", Param1="LIC01"))], "license-grace-expired")
blind("licences-used-up", "definite", "license-exhausted", [(0, "lic", (21, 32768), U("LIC01", "Windows Server 2019 : RDS Per Device CAL", "0"), {})] + [(2, "lic", (22, 32768), U("LIC01", "Windows Server 2022"), {})], host="LIC01")
blind("licence-store", "definite", "license-client-store", att(0, "rds1", 265, 2) + att(9, "rds1", 265, 2, 2), "")
blind("temporary-licence", "definite", "license-client-store", rcm(0, (1011, 32768), "PC-31"), "license-exhausted;license-server-unreachable;license-grace-expired")
blind("licence-certificates", "definite", "license-certificate-corrupt", [(0, "termdd", (50, 49162), U("\\Device\\Termdd", "X.224"), dict(bin="00002400020000000000000032000AC0")), (0.2, "tsvc", (1003, 49152), U("PC-31"), {}), (90, "termdd", (50, 49162), U("\\Device\\Termdd", "X.224"), {}), (90.1, "tsvc", (1003, 49152), U("PC-32"), {})], "license-client-store", year=2006)
