"""Words for events: an event is (seconds, provider, id, data, options).

Options: `a` a number events of one ActivityID share, `u` UserData as (root, namespace, fields), `h` another host,
`bin` the Binary element, `level`, `version`. An id that is a pair is (id, qualifiers).
"""

SETS = {"first": [], "blind": []}


def case(name, kind, expected, events, acceptable="", host="HOST-%d"):
    SETS["first"].append((name, kind, expected, events, acceptable, host, None))


def blind(name, kind, expected, events, acceptable="", host="HOST-%d", **look):
    """A case written from the knowledge and from public reports before anybody looked at what the rules make of it.

    `look` says how it was exported: dialect, culture, noise (events a host), split (by host or channel), order, overlap,
    year, levels, clocks (seconds a host is ahead), bystanders (hosts that take no part).
    """
    SETS["blind"].append((name, kind, expected, events, acceptable, host, look))


def D(**k):
    return [(a.replace("__", " "), str(b)) for a, b in k.items()]


def U(*v):
    return [(None, str(x)) for x in v]


def conn(t, target, act=1):
    return [(t, "client", 1024, D(Name="Server Name", Value=target, CustomLevel="Info"), dict(a=act))]


def disc(t, reason, act=1):
    return [(t, "client", 1026, D(Name="Disconnect Reason", Value=reason, CustomLevel="Info"), dict(a=act))]


def att(t, target, reason, dur=1.0, act=1):
    return conn(t, target, act) + disc(t + dur, reason, act)


def s226(
    t,
    act=1,
    code=2147500037,
    m="RDPClient_SSL",
    ps="TsSslStateHandshakeInProgress",
    ns="TsSslStateDisconnecting",
    ev="TsSslEventHandshakeContinueFailed",
):
    return [
        (
            t,
            "client",
            226,
            [
                ("StateTransitionName", m),
                ("PreviousState", "3"),
                ("PreviousStateName", ps),
                ("NewState", "10"),
                ("NewStateName", ns),
                ("Event", "8"),
                ("EventName", ev),
                ("Error Code", str(code)),
            ],
            dict(a=act),
        )
    ]


def c131(t, ip, act=1):
    return [(t, "core", 131, D(ConnType="TCP", ClientIP=ip + ":50123"), dict(a=act))]


def f4625(t, user, st, sub, lt=3, ip="10.1.2.3", ws="PC-9", pkg="NTLM"):
    return [
        (
            t,
            "sec",
            4625,
            D(
                SubjectUserSid="S-1-0-0",
                SubjectUserName="-",
                SubjectDomainName="-",
                SubjectLogonId="0x0",
                TargetUserSid="S-1-0-0",
                TargetUserName=user,
                TargetDomainName="CORP",
                Status=st,
                FailureReason="%%2313",
                SubStatus=sub,
                LogonType=lt,
                LogonProcessName="NtLmSsp ",
                AuthenticationPackageName=pkg,
                WorkstationName=ws,
                TransmittedServices="-",
                LmPackageName="-",
                KeyLength="0",
                ProcessId="0x0",
                ProcessName="-",
                IpAddress=ip,
                IpPort="0",
            ),
            {},
        )
    ]


def ud(root, ns, **k):
    return dict(u=(root, ns, k))


def gw(t, i, **k):
    return [(t, "gw", i, [], ud("EventInfo", "aag", **k))]


def rcm(t, i, *v, **o):
    return [(t, "rcm", i, U(*v), o)]


def s131fail(t, ip, act):
    return c131(t, ip, act) + [
        (t + 0.5, "core", 143, D(error="64"), dict(a=act)),
        (t + 0.51, "core", 142, D(error="64"), dict(a=act)),
        (t + 0.52, "core", 102, [], dict(a=act)),
        (t + 0.53, "core", 103, D(ReasonCode="14"), dict(a=act)),
    ]


def success(t, user, ip, act=9):
    return c131(t, ip, act) + [
        (t + 1, "core", 98, [], dict(a=act)),
        (t + 1.1, "rcmo", 1149, [], dict(a=act, **ud("EventXML", "Event_NS", Param1=user, Param2="CORP", Param3=ip))),
        (
            t + 3,
            "lsm",
            21,
            [],
            dict(a=act, **ud("EventXML", "Event_NS", User="CORP\\" + user, SessionID="3", Address=ip)),
        ),
    ]
