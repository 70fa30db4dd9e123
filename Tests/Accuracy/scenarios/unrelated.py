"""Everyday events that have nothing to do with Remote Desktop: (provider, id, data)."""

from .events import D, U

SERVICES = ["Windows Update", "Software Protection", "Background Intelligent Transfer Service", "Windows Biometric Service"]


def service(chance):
    return D(param1=chance.choice(SERVICES), param2=chance.choice(["running", "stopped", "停止", "Beendet"]))


def activation(chance):
    return D(param1="application-specific", param2="Local", param3="Activation", param4="{D63B10C5-BB46-4990-A94F-E40B9D520160}")


def logon(chance):
    user = chance.choice(["SYSTEM", "svc-backup", "DWM-1"])
    return D(SubjectUserSid="S-1-5-18", TargetUserName=user, TargetDomainName="CORP", LogonType=chance.choice([3, 5]), IpAddress="-")


KINDS = [
    ("scm", 7036, service),
    ("dcom", 10016, activation),
    ("w32time", 37, lambda chance: D(TimeSource="time.example.net,0x9 (ntp.m|0x9|0.0.0.0:123->192.0.2.9:123)")),
    ("dns", 1014, lambda chance: D(QueryName="wpad", AddressLength=128, Address="0200003508080808")),
    ("kg", 16, lambda chance: D(HiveNameLength=58, HiveName="\\??\\C:\\Windows\\AppCompat\\Amcache.hve", KeysUpdated=9, DirtyPages=7)),
    ("wu", 19, lambda chance: D(updateTitle="Security Intelligence Update for Microsoft Defender Antivirus", updateRevisionNumber=200)),
    ("sec", 4624, logon),
    ("sec", 4634, logon),
    ("sec", 4672, lambda chance: D(SubjectUserSid="S-1-5-18", SubjectUserName="SYSTEM", PrivilegeList="SeTcbPrivilege")),
    ("esent", 326, lambda chance: U("svchost", "2204,D,0", "", "1", "C:\\Windows\\system32\\LogFiles\\Sum\\Svc.log", "0")),
    ("spp", 16384, lambda chance: U("2026-10-30T08:00:00Z", "RulesEngine")),
]
