"""The providers and channels scenarios write to, by short name."""

# Short name: (attributes of the Provider element, channel).
PROVIDERS = {
    "client": (
        'Name="Microsoft-Windows-TerminalServices-ClientActiveXCore" Guid="{28AA95BB-D444-4719-A36F-40462168127E}"',
        "Microsoft-Windows-TerminalServices-RDPClient/Operational",
    ),
    "core": (
        'Name="Microsoft-Windows-RemoteDesktopServices-RdpCoreTS" Guid="{1139C61B-B549-4251-8ED3-27250A1EDEC8}"',
        "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational",
    ),
    "rcm": (
        'Name="Microsoft-Windows-TerminalServices-RemoteConnectionManager" Guid="{C76BAA63-AE81-421C-B425-340B4B24157F}" EventSourceName="TermService"',
        "System",
    ),
    "rcmo": (
        'Name="Microsoft-Windows-TerminalServices-RemoteConnectionManager" Guid="{C76BAA63-AE81-421C-B425-340B4B24157F}"',
        "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational",
    ),
    "rcma": (
        'Name="Microsoft-Windows-TerminalServices-RemoteConnectionManager" Guid="{C76BAA63-AE81-421C-B425-340B4B24157F}"',
        "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Admin",
    ),
    "lsm": (
        'Name="Microsoft-Windows-TerminalServices-LocalSessionManager" Guid="{5D896912-022D-40AA-A3A8-4FA5515C76D7}"',
        "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational",
    ),
    "sch": ('Name="Schannel" Guid="{1F678132-5938-4686-9FDC-C8FF68F15C85}"', "System"),
    "termdd": ('Name="TermDD"', "System"),
    "kerb2003": ('Name="Kerberos"', "System"),
    "wininit": (
        'Name="Microsoft-Windows-Wininit" Guid="{206F6DEA-D3C5-4D10-BC72-989F03C8B84B}" EventSourceName="Wininit"',
        "Application",
    ),
    "tsvc": ('Name="TermService"', "System"),
    "sec": ('Name="Microsoft-Windows-Security-Auditing" Guid="{54849625-5478-4994-A5BA-3E3B0328C30D}"', "Security"),
    "scm": (
        'Name="Service Control Manager" Guid="{555908D1-A6D7-4695-8E1E-26931D2012F4}" EventSourceName="Service Control Manager"',
        "System",
    ),
    "gw": (
        'Name="Microsoft-Windows-TerminalServices-Gateway" Guid="{4D5AE6A1-C7C8-4E6D-B840-4D8080B42E1B}"',
        "Microsoft-Windows-TerminalServices-Gateway/Operational",
    ),
    "app": ('Name="Application Error"', "Application"),
    "power": ('Name="Microsoft-Windows-Kernel-Power" Guid="{331C3B3A-2005-44C2-AC5E-77220C37D6B4}"', "System"),
    "kg": ('Name="Microsoft-Windows-Kernel-General" Guid="{A68CA8B7-004F-D7B6-A698-07E2DE0F1F5D}"', "System"),
    "pt": ('Name="Microsoft-Windows-Power-Troubleshooter" Guid="{CDC05E28-C449-49C6-B9D2-88CF761644DF}"', "System"),
    "evlog": ('Name="EventLog"', "System"),
    "netlogon": ('Name="NETLOGON"', "System"),
    "lsa": ('Name="LsaSrv" Guid="{199FE037-2B82-40A9-82AC-E1D46C792B99}"', "System"),
    "kerb": (
        'Name="Microsoft-Windows-Security-Kerberos" Guid="{98E6CFCB-EE0A-41E0-A57B-622D4E1B30B1}" EventSourceName="Kerberos"',
        "System",
    ),
    "dns": ('Name="Microsoft-Windows-DNS-Client" Guid="{1C95126E-7EEA-49A9-A3FE-A378B03DDB4D}"', "System"),
    "tcpip": ('Name="Tcpip"', "System"),
    "fw": (
        'Name="Microsoft-Windows-Windows Firewall With Advanced Security" Guid="{D1BC9AFF-2ABF-4D71-9146-ECB2A986EB85}"',
        "Microsoft-Windows-Windows Firewall With Advanced Security/Firewall",
    ),
    "netprof": (
        'Name="Microsoft-Windows-NetworkProfile" Guid="{FBCFAC3F-8459-419F-8E48-1F0B49CDB85E}"',
        "Microsoft-Windows-NetworkProfile/Operational",
    ),
    "broker": (
        'Name="Microsoft-Windows-TerminalServices-SessionBroker"',
        "Microsoft-Windows-TerminalServices-SessionBroker/Operational",
    ),
    # Windows Server 2008 wrote what brokers and their hosts say to the System log.
    "broker2008": ('Name="Microsoft-Windows-TerminalServices-SessionBroker"', "System"),
    "brokerc2008": ('Name="Microsoft-Windows-TerminalServices-SessionBroker-Client"', "System"),
    "brokerc": (
        'Name="Microsoft-Windows-TerminalServices-SessionBroker-Client"',
        "Microsoft-Windows-TerminalServices-SessionBroker-Client/Operational",
    ),
    "lic": ('Name="Microsoft-Windows-TerminalServices-Licensing" EventSourceName="TermServLicensing"', "System"),
    "ntlm": (
        'Name="Microsoft-Windows-NTLM" Guid="{AC43300D-5FCC-4800-8E99-1BD3F85F0320}"',
        "Microsoft-Windows-NTLM/Operational",
    ),
    "prof": (
        'Name="Microsoft-Windows-User Profiles Service" Guid="{89B1E9F0-5AFF-44A6-9B44-0A07A7CE5845}"',
        "Application",
    ),
    "res": (
        'Name="Microsoft-Windows-Resource-Exhaustion-Detector" Guid="{9988748E-C2E8-4054-85F6-0C3E1CAD2470}"',
        "System",
    ),
    "winlogon": ('Name="Microsoft-Windows-Winlogon" Guid="{DBE9B383-7CF3-4331-91CC-A3CB16A3B538}"', "Application"),
    "user32": ('Name="User32" Guid="{B0AA8734-56F7-41CC-B2F4-DE228E98B946}" EventSourceName="User32"', "System"),
    "capi": ('Name="Microsoft-Windows-CAPI2"', "Microsoft-Windows-CAPI2/Operational"),
    "dcom": (
        'Name="Microsoft-Windows-DistributedCOM" Guid="{1B562E86-B7AA-4131-BADC-B6F3A001407E}" EventSourceName="DCOM"',
        "System",
    ),
    "w32time": ('Name="Microsoft-Windows-Time-Service" Guid="{06EDCFEB-0FD0-4E53-ACCA-A6F8BBF81BCB}"', "System"),
    "wu": ('Name="Microsoft-Windows-WindowsUpdateClient" Guid="{945A8954-C147-4ACD-923F-40C45405A658}"', "System"),
    "esent": ('Name="ESENT"', "Application"),
    "spp": ('Name="Microsoft-Windows-Security-SPP" EventSourceName="Software Protection Platform Service"', "Application"),
    "appsec": ('Name="Microsoft-Windows-Security-Auditing" Guid="{54849625-5478-4994-A5BA-3E3B0328C30D}"', "Security"),
    "nps": ('Name="NPS"', "System"),
    "nic": ('Name="e1dexpress"', "System"),
    "gp": ('Name="Microsoft-Windows-GroupPolicy" Guid="{AEA1B4FA-97D1-45F2-A64C-4D69FFFD92C9}"', "System"),
    "wer": (
        'Name="Microsoft-Windows-WER-SystemErrorReporting" Guid="{ABCE23E7-DE45-4366-8631-84FA6C525952}" EventSourceName="BugCheck"',
        "System",
    ),
    "dwm": ('Name="Desktop Window Manager"', "Application"),
    "win32k": ('Name="Win32k"', "System"),
    "gwadmin": (
        'Name="Microsoft-Windows-TerminalServices-Gateway" Guid="{4D5AE6A1-C7C8-4E6D-B840-4D8080B42E1B}"',
        "Microsoft-Windows-TerminalServices-Gateway/Admin",
    ),
    "ntfs": ('Name="Ntfs"', "System"),
    "evlogm": ('Name="Microsoft-Windows-Eventlog" Guid="{FC65DDD8-D6EF-4962-83D5-6E5CFE9CE148}"', "System"),
    "aad": (
        'Name="Microsoft-Windows-AAD" Guid="{4DE9BC9C-B27A-43C9-8994-0915F1A5E24F}"',
        "Microsoft-Windows-AAD/Operational",
    ),
    "avd": ('Name="WVD-Agent"', "Application"),
    "dotnet": ('Name=".NET Runtime"', "Application"),
    "report": ('Name="Windows Error Reporting"', "Application"),
    "display": ('Name="Display"', "System"),
    "dhcp": (
        'Name="Microsoft-Windows-Dhcp-Client" Guid="{15A7A4F8-0072-4EAB-ABAD-F98A4D666AED}" EventSourceName="Dhcp"',
        "System",
    ),
    "srv": ('Name="srv"', "System"),
    "fslogix": ('Name="Microsoft-FSLogix-Apps"', "Microsoft-FSLogix-Apps/Operational"),
    "protected": (
        'Name="Microsoft-Windows-Authentication"',
        "Microsoft-Windows-Authentication/ProtectedUserFailures-DomainController",
    ),
    "printers": (
        'Name="Microsoft-Windows-TerminalServices-Printers"',
        "Microsoft-Windows-TerminalServices-Printers/Admin",
    ),
    "pnp": (
        'Name="Microsoft-Windows-TerminalServices-PnPDevices"',
        "Microsoft-Windows-TerminalServices-PnPDevices/Admin",
    ),
    "sysmon": ('Name="Microsoft-Windows-Sysmon"', "Microsoft-Windows-Sysmon/Operational"),
    "disk": ('Name="disk"', "System"),
    "kdc": (
        'Name="Microsoft-Windows-Kerberos-Key-Distribution-Center" Guid="{3FD9DA1A-5A54-46C5-9A26-9BD7C0685056}" EventSourceName="KDC"',
        "System",
    ),
    "secnetlogon": (
        'Name="Microsoft-Windows-Security-Netlogon" Guid="{E5BA83F6-07D0-46B1-8BC7-7E669A1D31DC}"',
        "Microsoft-Windows-Security-Netlogon/Operational",
    ),
    "azuremfa": ('Name="Microsoft-AzureMfa-AuthZ"', "Microsoft-AzureMfa-AuthZ/AuthZOptCh"),
}
