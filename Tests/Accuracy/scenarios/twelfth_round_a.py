"""A twelfth set written blind, first part: session hosts and servers in their own logs, with a confirmed cause.

Each case says what its report told and where; names, times and addresses are invented, routine events added. The rules
were not looked at while writing.
"""

from .eighth_round_a_doubt import let_in
from .events import D, U
from .fifth_round_a import patched
from .fifth_round_b import worked
from .ninth_round_a import DAY, restarted, went
from .ninth_round_b import ended
from .rounds import Round
from .threads_service import scm
from .threads_session import lsm

ROUND = Round("twelfth-a")
known = ROUND.known


# A terminal server of 2008 is told that the broker's service on the other server is not available, 1002: that service has to be started.
# technet.microsoft.com/ja-jp/library/cc775242
known(
    "service-on-the-other-server",
    "broker-unavailable",
    restarted(-90) + [(t, "brokerc2008", (1002, 49152), U("TSSB-08.corp.example"), {}) for t in (0, 300, 1500)],
    "broker-host-not-joined",
    "TS-08-2",
    year=2009,
    culture="ja-JP",
    dialect="viewer",
)
# The broker of 2008 could not start since it could not make its directory, 1014: the disk is full or permissions are wrong.
# technet.microsoft.com/library/cc775359
known(
    "could-not-make-its-directory",
    "broker-unavailable",
    restarted(-45)
    + [e for t in (0, 640) for e in [(t, "broker2008", (1014, 49152), U("0x70"), {})] + scm(t + 0.3, 7023, param1="Terminal Services Session Broker", param2="%%112")],
    "broker-database-failure;host-hang-resource",
    "TSSB-08",
    year=2010,
)
# Windows 10 1803: as soon as the wrapper is installed the service stops and does not start any more, code 5, access denied; without the
# wrapper it starts. github.com/stascorp/rdpwrap/issues/461
known(
    "access-is-denied-since",
    "termservice-down",
    worked(-DAY, 1) + went(-20, "stopped") + [e for t in (0, 44, 700) for e in scm(t, 7023, param1="Remote Desktop Services", param2="%%5")],
    "termservice-crash",
    "HOME-1803",
    year=2018,
    dialect="evtx_dump",
)
# It worked for months; after the update to 1809 the service is found stopped and nothing listens. The wrapper, installed anew, brings it
# back on most machines. github.com/stascorp/rdpwrap/issues/577
known(
    "found-stopped",
    "termservice-down",
    worked(-3 * DAY, 1)
    + patched(-5400, "Feature update to Windows 10, version 1809")
    + restarted(-3600)
    + went(-3580, "running")
    + went(0, "stopped", "Remote Desktop Services UserMode Port Redirector")
    + went(0.6, "stopped"),
    "update-regression;termservice-crash",
    "SHOP-1809",
    year=2018,
    culture="es-ES",
    dialect="viewer",
)
# A licence server's certificates are corrupt, 17; it has to be activated anew, says the page.
# systemcenter.wiki … TerminalServicesLicenseServerActivation
known(
    "activate-it-anew",
    "license-certificate-corrupt",
    restarted(-20) + [(t, "lic", (17, 49152), D(param1="LIC-08"), {}) for t in (0, 86000)],
    "license-exhausted;license-server-unreachable",
    "LIC-08",
    year=2010,
    dialect="python-evtx",
)
# Over Remote Desktop a user is told that the profile cannot be loaded, 1500, access is denied: NTUSER.DAT is read-only or may not be read.
# thewindowsclubsah.pages.dev/posts/windows-cannot-log-you-on-because-your-profile-cannot-be-loaded
known(
    "may-not-be-read",
    "profile-load-failure",
    worked(-5000, 2)
    + [
        e
        for i, t in enumerate((0, 70))
        for e in let_in(t, 1, 4 + i) + [(t + 3, "prof", 1500, D(Error="Access is denied. "), {})] + lsm(t + 5, 23, User="CORP\\u1", SessionID="3") + ended(t + 5.3, 4 + i, 12)
    ],
    "session-process-crash",
    "RDSH-PROF",
    year=2022,
)
