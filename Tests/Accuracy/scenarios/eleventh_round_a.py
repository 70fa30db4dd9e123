"""An eleventh set written blind, first part: session hosts and servers in their own logs, with a confirmed cause.

Each case says what its report told and where; names, times and addresses are invented, routine events added. The rules
were not looked at while writing.
"""

from .eighth_round_a_doubt import let_in
from .events import D, U, rcm
from .fifth_round_a import patched
from .fifth_round_b import person, worked
from .ninth_round_a import DAY, restarted, started, went
from .ninth_round_b import ended
from .rounds import Round
from .tenth_round_a import lost_power
from .third_round_reports import accepted
from .threads_service import scm, wrapper_crash
from .threads_session import lsm

ROUND = Round("eleventh-a")
known = ROUND.known


# Windows 10 20H2: the service of Remote Desktop falls in the wrapper at 29fc and is counted, 7034; without the wrapper all is well.
# github.com/stascorp/rdpwrap/issues/1332
known(
    "counted-by-the-manager",
    "termservice-crash",
    worked(-2 * DAY, 1)
    + patched(-7000, "2021-02 Cumulative Update for Windows 10 Version 20H2 for x64-based Systems (KB4601319)")
    + restarted(-5000)
    + [
        e
        for i, t in enumerate((0, 210, 1900))
        for e in wrapper_crash(t, "10.0.19041.546", "058e175a", "00000000000029fc", "11bc", "01d707003b8dcbfd", f"03f8e211-7faf-4e06-8431-c5d11557696{i}")
        + scm(t + 1, 7034, param1="Remote Desktop Services", param2=i + 1)
    ],
    "update-regression;termservice-down",
    "DESK-20H2",
    year=2021,
    dialect="evtx_dump",
)
# Windows 11: it worked two days ago, Windows crashed at night and came up again, and since then the service ends with code 126, a module is
# missing. github.com/stascorp/rdpwrap/issues/1820
known(
    "ends-with-126",
    "termservice-down",
    worked(-2 * DAY, 1) + lost_power(-60) + started(-56) + [e for t in (0, 300, 3700) for e in scm(t, 7023, param1="Remote Desktop Services", param2="%%126")],
    "termservice-crash;update-regression",
    "HOME-W11",
    year=2022,
    dialect="EvtxECmd",
)
# Windows 10 1809: once the wrapper is installed the service does not start, 193 (0xc1), no valid application; without it, it runs.
# github.com/stascorp/rdpwrap/issues/1132
known(
    "no-valid-application",
    "termservice-down",
    worked(-9000, 2) + went(-30, "stopped") + [e for t in (0, 25, 600) for e in scm(t, 7000, param1="Remote Desktop Services", param2="%%193")],
    "",
    "LTSC-1809",
    year=2020,
    dialect="python-evtx",
)
# The name in the certificate made from the template is not the server's, 1062; the default certificate is used instead.
# learn.microsoft.com/previous-versions …/cc727349
known(
    "name-is-not-the-servers",
    "cert-configured-invalid",
    worked(-9000, 1)
    + restarted(-30)
    + rcm(0, (1062, 49152), "RDSH-TPL.corp.example", bin="3F9A0B1C2D4E5F60718293A4B5C6D7E8F9010203")
    + [(2, "rcm", (1056, 16384), U("RDSH-TPL.corp.example"), dict(level=4))],
    "cert-template-enrollment-failed;cert-client-rejects",
    "RDSH-TPL",
    year=2009,
    culture="de-DE",
    dialect="viewer",
)
# A gateway's policy engine was answered with a failure by the service of policies, 641; that service has to be started.
# technet.microsoft.com/library/cc775154
known(
    "policies-do-not-answer",
    "gateway-nps-failure",
    went(-40, "stopped", "Network Policy Server") + [(t, "gw", 641, [], dict(u=("EventInfo", "aag", dict(ErrorCode="2147943462")))) for t in (0, 31, 200, 870)],
    "gateway-service-crash;gateway-cap-denied",
    "TSG-08",
    year=2009,
)
# A file server of 2003 leaks its paged pool as many files are copied and deleted from a client with Samba, until it answers nobody, 2020.
# support.microsoft.com/help/886670
known(
    "until-it-answers-nobody",
    "host-hang-resource",
    [(t, "srv", (2020, 49152), U("\\Device\\LanmanServer"), dict(bin="000004000100540000000000E40700C0000000009A0000C000000000000000000B000000")) for t in (0, 61, 122, 1300)]
    + [(5400, "evlog", (6008, 32768), U("12:20:11 PM", "3/2/2004", "", "", "88211"), {})]
    + started(5400),
    "host-crash;host-reboot",
    "FILE-2003",
    year=2004,
    dialect="old",
)
# With a filter driver for keyboards installed the third or fourth logon over Remote Desktop hangs at a black screen, Winlogon 4005; without
# the driver it does not. github.com/oblitum/Interception/issues/21
known(
    "by-the-fourth-time",
    "session-process-crash",
    [e for i, t in enumerate((-3000, -2100, -1200)) for e in let_in(t, 1, 3 + i) + lsm(t + 400, 23, User="CORP\\u1", SessionID="3") + ended(t + 400.5, 3 + i, 12)]
    + [e for i, t in enumerate((0, 300)) for e in accepted(t, "u1", person(1)["Address"], 8 + i) + [(t + 62, "winlogon", (4005, 49152), U(""), {})] + ended(t + 62.4, 8 + i)],
    "host-hang-resource;display-driver-fault",
    "W10-KEYS",
    year=2016,
    dialect="viewer",
)
# A server of 2016 with an agent of remote management stops with a blue screen whenever somebody logs off; the dump names the agent.
# github.com/Ylianst/MeshCentral/issues/229
known(
    "whenever-somebody-logs-off",
    "host-crash",
    [
        e
        for i, t in enumerate((0, 30000))
        for e in let_in(t - 2400, 1, 3 + i)
        + lsm(t - 40, 23, User="CORP\\u1", SessionID="3")
        + lost_power(t + 80, "59", "0xc0000005", "0xffffc3e098a10438", "0xffffdb8170c89e20", "0x0")
        + started(t + 84)
        + [(t + 95, "bugcheck", (1001, 16384), D(param1="0x0000003b (0x00000000c0000005, 0xffffc3e098a10438, 0xffffdb8170c89e20, 0x0000000000000000)", param2="C:\\Windows\\MEMORY.DMP", param3=f"50ebb193-b398-4862-bf14-7cc606d38b9{i}"), {})]
    ],
    "",
    "ESS-2016",
    year=2020,
    dialect="libevtx",
)
# A guest of 2022 stops with one blue screen or another some seconds after it was moved to another machine while somebody was connected.
# github.com/oxidecomputer/propolis/issues/233
known(
    "moved-while-connected",
    "host-crash",
    let_in(-600, 1, 3)
    + lost_power(40, "239", "0xffff9d8f2b0c2140", "0x0", "0x0", "0x0")
    + started(44)
    + [(52, "bugcheck", (1001, 16384), D(param1="0x000000ef (0xffff9d8f2b0c2140, 0x0000000000000000, 0x0000000000000000, 0x0000000000000000)", param2="C:\\Windows\\MEMORY.DMP", param3="2b1c0a7e-52d4-4c0b-9a55-0a1d1b5c8e01"), {})]
    + let_in(900, 1, 4),
    "",
    "VM-LM22",
    year=2022,
)
# After a restart the service Netlogon does not run: its interface for authorization got no port, 5820, for the ports of RPC had been
# restricted too far. cloud365.in/netlogon-event-5820-…
known(
    "no-port-was-left",
    "netlogon-down",
    worked(-DAY, 1) + restarted(-50) + [e for t in (0, 700) for e in [(t, "netlogon", (5820, 0), U("%%87"), dict(bin="57000000"))] + scm(t + 0.2, 7023, param1="Netlogon", param2="%%87")],
    "auth-dc-unreachable;tcp-port-exhaustion",
    "RDSH-12",
    year=2014,
    culture="fr-FR",
    dialect="viewer",
)
# The service of the broker is not running since its account could not be authenticated. systemcenter.wiki … RDConnectionBroker.ServiceStateMonitor
known(
    "account-of-the-service",
    "broker-unavailable",
    restarted(-60) + [e for t in (0, 120, 4000) for e in scm(t, 7038, param1="Tssdis", param2="CORP\\svc-rdcb", param3="%%1326") + scm(t + 0.1, 7000, param1="Remote Desktop Connection Broker", param2="%%1069")],
    "auth-bad-credentials",
    "RDCB-16",
    year=2018,
)
# The desktop stays white or black after the logon, and the system's log has entries of the display driver that was restarted: the first
# thing to look for, says the page. irohastack.com/en/rdp-blank-screen-en
known(
    "stays-white",
    "display-driver-fault",
    [e for i, t in enumerate((0, 640)) for e in let_in(t, 1, 3 + i) + [(t + 6 + j * 9, "display", (4101, 0), U("nvlddmkm", ""), dict(level=3)) for j in range(3)] + lsm(t + 95, 24, **person(1))],
    "host-hang-resource",
    "CAD-WS11",
    year=2025,
    culture="ja-JP",
    dialect="viewer",
)
