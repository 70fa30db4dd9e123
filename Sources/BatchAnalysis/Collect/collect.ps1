# Exports the event logs that say why Remote Desktop connections fail: role @ROLE@.
# Made by faultline @VERSION@. Runs in Windows PowerShell 5.1 and PowerShell 7; run it elevated.
#   powershell -ExecutionPolicy Bypass -File .\FILE.ps1 -Hours 24 -OutputFolder C:\Temp
# It only reads: no setting is changed, nothing leaves this machine. The result is one zip.
#
# Taken:
@TAKEN@
#
# Left out:
@LEFTOUT@

[CmdletBinding()]
param(
  # How far back to go. The window bounds the size; certificate and policy causes may need 168.
  [ValidateRange(1, 8760)] [int] $Hours = 24,
  # Where the zip goes.
  [string] $OutputFolder = (Get-Location).Path
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$role = '@ROLE@'
$sources = @(
@SOURCES@
)

# What a program says on its error stream is an error to Windows PowerShell and would end the script; here only
# its status counts.
function Invoke-Program([string] $Path, [string[]] $Arguments) {
  $ErrorActionPreference = 'Continue'
  $said = & $Path @Arguments 2>&1 | Out-String
  New-Object PSObject -Property @{ Status = $LASTEXITCODE; Text = $said.Trim() }
}

$identity = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
if (-not $identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
  Write-Warning 'Not elevated: the Security log and some others cannot be read.'
}

$stamp = (Get-Date).ToUniversalTime().ToString('yyyyMMdd-HHmmss', [Globalization.CultureInfo]::InvariantCulture)
$name = 'faultline-{0}-{1}-{2}' -f $env:COMPUTERNAME, $role, $stamp
$folder = Join-Path ([IO.Path]::GetTempPath()) $name
$null = New-Item -ItemType Directory -Path $folder
if (-not (Test-Path -LiteralPath $OutputFolder)) { $null = New-Item -ItemType Directory -Path $OutputFolder }
$exported = 0
$keep = $false
$notes = New-Object 'Collections.Generic.List[string]'
$notes.Add(('{0} as {1}, the last {2} hours, exported {3}Z' -f $env:COMPUTERNAME, $role, $Hours, $stamp))

try {
  foreach ($source in $sources) {
    $channel = $source.Channel
    $log = $null
    try { $log = Get-WinEvent -ListLog $channel }
    catch [UnauthorizedAccessException] { $notes.Add("$channel : cannot be read without elevation"); continue }
    catch { $log = $null }
    if ($null -eq $log) { $notes.Add("$channel : not on this machine"); continue }
    if (-not $log.IsEnabled) { $notes.Add("$channel : switched off; what it holds is from earlier") }

    $window = 'TimeCreated[timediff(@SystemTime) <= {0}]' -f ([long] $Hours * 3600000)
    $filter = if ($source.Filter) { '({0}) and {1}' -f $source.Filter, $window } else { $window }
    $file = Join-Path $folder (($channel -replace '[\\/ %]', '_') + '.evtx')
    # wevtutil copies the records as they are, which keeps what a rendering would lose.
    $run = Invoke-Program 'wevtutil.exe' @('export-log', $channel, $file, "/query:*[System[$filter]]", '/overwrite:true')
    if ($run.Status -ne 0) {
      $notes.Add(('{0} : could not be exported (status {1}): {2}' -f $channel, $run.Status, $run.Text))
      continue
    }
    $exported++
    $notes.Add("$channel : exported")
  }
  try { $notes.Add((Invoke-Program 'w32tm.exe' @('/query', '/status')).Text) }
  catch { $notes.Add('clock: w32tm is not on this machine') }
  [IO.File]::WriteAllLines((Join-Path $folder 'notes.txt'), $notes.ToArray(), (New-Object Text.UTF8Encoding $false))

  $zip = Join-Path (Resolve-Path -LiteralPath $OutputFolder).ProviderPath ($name + '.zip')
  $notes | ForEach-Object { Write-Host $_ }
  if ($exported -eq 0) { Write-Warning 'No log could be exported; run this elevated, on a machine of the role.' }
  try {
    Compress-Archive -Path (Join-Path $folder '*') -DestinationPath $zip -Force
    Write-Host "Written: $zip"
  }
  catch {
    # More than 2 GB in one log is too much for it in Windows PowerShell; what was exported is not thrown away.
    $keep = $true
    Write-Warning ('The zip could not be made ({0}). The logs are in {1}' -f $_.Exception.Message, $folder)
  }
}
finally {
  if (-not $keep) { Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction SilentlyContinue }
}
