"""Logons, credentials, certificates and TLS, as people paste them into public threads."""

from .events import D, U, att, blind, c131, conn, disc, f4625, rcm, s226, ud

IP = "192.168.1.2"


def alert(t, number, state, **more):
    return [(t, "sch", 36888, D(AlertDesc=number, ErrorState=state, **more), {})]


def credential(t, code, status, kind="server"):
    return [(t, "sch", 36870, D(Type=kind, ErrorCode=code, ErrorStatus=status), {})]


def refused(t, user, status, sub="0x0", kind=3, ip=IP, **more):
    return f4625(t, user, status, sub, kind, ip, **more)


# A smart card package of a third party, called by the logon process of the session.
blind(
    "third-party-package",
    "definite",
    "auth-package-failure",
    [
        (
            0,
            "sec",
            4625,
            D(
                SubjectUserSid="S-1-5-18",
                SubjectUserName="WIN-PC$",
                SubjectDomainName="WORKGROUP",
                SubjectLogonId="0x3e7",
                TargetUserSid="S-1-0-0",
                TargetUserName="win-pc",
                TargetDomainName="win-pc",
                Status="0x8007007a",
                FailureReason="%%2304",
                SubStatus="0x0",
                LogonType=10,
                LogonProcessName="User32 ",
                AuthenticationPackageName="CardBridge",
                WorkstationName="-",
                ProcessName="C:\\Windows\\System32\\svchost.exe",
                IpAddress=IP,
                IpPort=0,
            ),
            dict(level=0),
        )
    ],
    host="WIN-PC",
)
blind(
    "gateway-channel-binding",
    "definite",
    "gateway-channel-binding-mismatch",
    refused(0, "rob", "0xc000035b", ip="203.0.113.40") + refused(40, "rob", "0xC000035B", ip="203.0.113.40"),
    "tls-inspection;auth-ntlm-blocked;gateway-auth-failed",
    "RDGW1",
)
blind(
    "gateway-channel-binding-seen",
    "definite",
    "gateway-channel-binding-mismatch",
    refused(0.2, "rob", "0xc000035b", ip="203.0.113.40")
    + [(-30, "gw", 302, [], ud("EventInfo", "aag", Username="CORP\\eva", IpAddress="203.0.113.9", AuthType="NTLM", Resource="rds1", ConnectionProtocol="HTTP", ErrorCode="0"))],
    "tls-inspection;gateway-auth-failed",
    "EDGE-07",
    dialect="viewer",
)
blind("certificate-unpack", "definite", "cert-malformed", att(0, "192.168.178.31", 1798, 0.8) + att(12, "192.168.178.31", 1798, 0.7, 2), "third-party-server-fault", year=2017)
blind("cipher-old-server", "definite", "tls-no-common-cipher", [(0, "sch", 36874, D(Protocol="TLS 1.0"), {})] + alert(0.01, 40, 1205), "tls-version-disabled", "WIN-U5410", dialect="libevtx", year=2020)
blind("cipher-localised", "definite", "tls-no-common-cipher", c131(0, "10.20.0.4") + [(0.2, "sch", 36874, D(Protocol="TLS 1.2"), {})] + alert(0.2, 40, 1205), "tls-version-disabled", culture="de-DE", dialect="viewer")
blind(
    "no-server-credential",
    "definite",
    "tls-version-disabled",
    c131(0, "10.20.0.4") + [(0.1, "sch", 36871, D(Type="server", ErrorState=10013, CallerProcessId=904, CallerProcessImageName="svchost.exe"), {})] + c131(30, "10.20.0.4", 2) + [(30.1, "sch", 36871, D(Type="server", ErrorState=10013, CallerProcessId=904, CallerProcessImageName="svchost.exe"), {})],
    "fips-or-encryption-level-mismatch",
    dialect="evtx_dump",
)
blind("protocol-alert-70", "definite", "tls-version-disabled", c131(0, "10.20.0.9") + alert(0.2, 70, 105) + c131(9, "10.20.0.9", 2) + alert(9.2, 70, 105), "tls-no-common-cipher", dialect="utf-16")
blind("record-mac", "definite", "tls-record-corruption", alert(0, 20, 960) + alert(300, 20, 960) + c131(-0.5, "10.8.0.6") + c131(299.4, "10.8.0.6", 2), "tls-inspection;protocol-stream-corruption;tls-no-common-cipher")
blind("client-unknown-ca", "definite", "cert-client-rejects", c131(0, "10.20.0.9") + [(0.4, "sch", 36887, D(AlertDesc=48), {})] + c131(20, "10.20.0.9", 2) + [(20.4, "sch", 36887, D(AlertDesc=48), {})], "tls-inspection", levels="none")
blind("client-expired", "definite", "cert-client-rejects", att(0, "srv-erp.contoso.example", 6919, 6), "cert-expired-not-renewed;cert-configured-invalid;auth-time-skew")
blind("keyset-missing", "definite", "cert-key-missing", rcm(0, 1057, "Keyset does not exist") + rcm(4000, 1057, "Keyset does not exist"), "cert-private-key-acl", dialect="EvtxECmd")
blind("keyset-missing-german", "definite", "cert-key-missing", rcm(0, 1057, "Der Schlüsselsatz ist nicht vorhanden.") + credential(60, "0x80090016", 10003), "cert-private-key-acl", dialect="viewer", culture="de-DE")
blind("replace-denied-french", "definite", "cert-private-key-acl", rcm(0, 1058, "Accès refusé.") + credential(900, "0x8009030d", 10001), "cert-expired-not-renewed", dialect="viewer", culture="fr-FR")
blind("replace-exists", "definite", "cert-private-key-acl", rcm(0, 1058, "Object already exists."), "cert-expired-not-renewed;cert-key-missing", dialect="python-evtx")
blind("key-status-10003", "definite", "cert-private-key-acl", credential(0, "0x8009030d", 10003) + credential(5, "0x8009030d", 10003) + att(0, "srv7", 2308, 0.5) + att(4.6, "srv7", 2308, 0.6, 2), "cert-key-missing;cert-configured-invalid")
blind("key-decimal", "definite", "cert-private-key-acl", c131(0, "10.1.9.9") + [(0.3, "sch", 36870, D(Type="server", ErrorCode="2148074253", ErrorStatus="10001"), {})], "cert-key-missing;cert-configured-invalid")
blind("key-file-5061", "definite", "cert-private-key-acl", [(0, "sec", 5061, D(SubjectUserSid="S-1-5-20", SubjectUserName="TS9$", ProviderName="Microsoft Software Key Storage Provider", AlgorithmName="UNKNOWN", KeyName="TSSecKeySet1", KeyType="%%2499", Operation="%%2480", ReturnCode="0x80090010"), dict(level=0))] + credential(0.1, "0x8009030D", 10001), "cert-key-missing")
blind("certificate-eku", "definite", "cert-configured-invalid", rcm(0, 1054, "RDS-CERT"), "", dialect="python-evtx")
blind("certificate-none-usable", "definite", "cert-configured-invalid", rcm(0, 1051) + rcm(20, 1051) + att(15, "rdsh2", 2308, 1, 3), "cert-key-missing")
blind("certificate-subject", "definite", "cert-configured-invalid", rcm(0, 1062), "cert-template-enrollment-failed")
blind("certificate-key-of-own", "definite", "cert-private-key-acl", rcm(0, 1055) + credential(3, "0x8009030D", 10001), "cert-configured-invalid;cert-key-missing")
blind("trust-no-account", "definite", "auth-trust-broken", refused(0, "kim", "0xc000018b", kind=10, pkg="Kerberos") + refused(60, "kim", "0xC000018B", kind=10, pkg="Kerberos"), "auth-spn-mismatch;auth-dc-unreachable", "APP-12")
blind("trust-on-the-dc", "definite", "auth-trust-broken", [(0, "netlogon", 5722, U("TS12", "TS12$", "%%5"), {}), (1, "netlogon", 5805, U("TS12", "%%5"), {})], "auth-dc-unreachable", "DC2")
blind("netlogon-not-started", "definite", "netlogon-down", c131(0, "10.1.2.8") + refused(0.7, "kim", "0xc0000192", ip="10.1.2.8"), "auth-dc-unreachable;auth-trust-broken")
blind("no-dc-policy", "definite", "auth-dc-unreachable", [(-100, "netlogon", 5719, U("CORP", "%%1311"), dict(bin="5E0000C0")), (-90, "gp", 1129, D(SupportInfo1=1, SupportInfo2=2117, ProcessingMode=0, ErrorCode=1222, ErrorDescription="The network is not present or not started."), {})] + refused(0, "ida", "0xc000005e", kind=10), "netlogon-down;auth-trust-broken")
blind("rights-french", "definite", "auth-no-rdp-right", refused(0, "luc", "0xc000015b", kind=10) + refused(31, "luc", "0xc000015b", kind=10), culture="fr-FR", dialect="viewer")
blind("rights-4825-alone", "definite", "auth-no-rdp-right", [(0, "sec", 4825, D(AccountName="luc", AccountDomain="CORP", LogonID="0x9f31", ClientAddress="10.1.2.8"), dict(level=0))], dialect="libevtx")
blind("locked-type-7", "definite", "auth-account-locked", refused(0, "ida", "0xc0000234", kind=7, ip="10.4.4.4") + refused(15, "ida", "0xc0000234", kind=7, ip="10.4.4.4"), dialect="python-evtx")
blind("expired-account-host", "definite", "auth-account-expired", c131(0, "10.1.2.8") + refused(0.5, "contractor", "0xc0000193", ip="10.1.2.8"), dialect="EvtxECmd")
blind("disabled-client", "definite", "auth-account-disabled", att(0, "ts.contoso.example", 2823, 3))
blind("hours-client", "definite", "auth-logon-hours", att(0, "ts.contoso.example", 4103, 3))
blind("workstation-client", "definite", "auth-workstation-restriction", att(0, "ts.contoso.example", 4359, 3), dialect="evtx_dump")
blind("unknown-user-client", "definite", "auth-bad-credentials", att(0, "ts.contoso.example", 2567, 3) + att(20, "ts.contoso.example", 2567, 4, 2))
blind("password-expired-status", "definite", "auth-password-expired", c131(0, "10.1.2.8") + refused(0.5, "nina", "0xC0000224", "0x0", ip="10.1.2.8"))
blind("bad-password-listener", "definite", "auth-bad-credentials", c131(0, "10.1.2.8") + [(0.9, "core", 140, D(IPString="10.1.2.8"), {})] + c131(30, "10.1.2.8", 2) + [(30.9, "core", 140, D(IPString="10.1.2.8"), {})])
blind("bad-password-upn", "definite", "auth-bad-credentials", c131(0, "[fe80::1c2d:3e4f]") + refused(0.8, "AzureAD\\ida@contoso.example", "0xc000006d", "0xc0000064", ip="fe80::1c2d:3e4f"))
blind("ntlm-blocked-1", "definite", "auth-ntlm-blocked", c131(0, "10.1.2.8") + refused(0.5, "ida", "0xc0000418", ip="10.1.2.8") + [(0.5, "ntlm", 4002, D(CallerPID=4, ProcessName="", ClientLUID="0x3e7", ClientUserName="-", ClientDomainName="-", MechanismOID="(NULL)"), {})], "auth-spn-mismatch")
blind("spn-modified", "definite", "auth-spn-mismatch", [(0, "kerb", (4, 16384), D(Server="rds02$", TargetRealm="CORP.EXAMPLE", Targetname="TERMSRV/rds.corp.example", ClientRealm="CORP.EXAMPLE"), {}), (40, "kerb", (4, 16384), D(Server="rds02$", TargetRealm="CORP.EXAMPLE", Targetname="TERMSRV/rds.corp.example", ClientRealm="CORP.EXAMPLE"), {})], "dns-stale-wrong-host")
blind("skew-dc", "definite", "auth-time-skew", [(0, "sec", 4771, D(TargetUserName="ida", TargetSid="S-1-5-21-1-2-3-1107", ServiceName="krbtgt/CORP", TicketOptions="0x40810010", Status="0x25", PreAuthType=0, IpAddress="::ffff:10.1.2.8", IpPort=50112), {})] + att(0, "ts1.corp.example", 7431, 0.4), "", "PC-3", year=2024)
blind("oracle-spanish", "definite", "credssp-oracle", conn(0, "srv2012") + [(0.7, "lsa", (6041, 32768), D(TargetName="TERMSRV/srv2012", TargetVersion=2), {})] + s226(0.7) + disc(0.8, 2308), culture="es-ES", dialect="viewer")
blind("nla-required-german", "definite", "nla-required", att(0, "10.9.9.9", 2825, 0.4), culture="de-DE", dialect="viewer", levels="none")
blind("fips-termdd", "definite", "fips-or-encryption-level-mismatch", [(0, "termdd", (50, 49162), U("\\Device\\Termdd", "DATA ENCRYPTION"), dict(bin="0000000002002C000000000032000AC00000000032000AC0"))], "protocol-stream-corruption;security-layer-mismatch;license-certificate-corrupt", year=2005, dialect="libevtx")
blind("levels-contradict", "definite", "security-layer-mismatch", rcm(0, 1050, "RDP-Tcp", "1", "2") + att(10, "ts5", 1289, 1), "fips-or-encryption-level-mismatch;tls-version-disabled")
blind("entra-token", "definite", "auth-entra-failed", conn(0, "pc5.contoso.example") + [(5, "client", 1216, D(ErrorCode="3399548929", ErrorDescription="AADSTS500011"), dict(a=1))] + s226(5.1, ps="TsSslInRdsAadHandshake", ev="TsSslEventRdsAadAuthFailed", code=2147943140) + disc(5.2, 2308))
blind("delegation-policy", "definite", "auth-delegation-policy", att(0, "ts.contoso.example", 5639, 1))
blind("login-147", "definite", "auth-account-expired", c131(0, "10.1.2.8") + [(0.5, "core", 147, D(Error="0x80070701"), dict(a=1))] + refused(0.5, "ext9", "0xc0000193", ip="10.1.2.8"))
