/**
 * The one question to Windows PowerShell 5.1: the Storage module's disks, partitions and volumes, what the drives say of
 * themselves, and the page files. Numbers are taken as CIM has them (`CimInstanceProperties`): the module's own table would put
 * words in their place. Whatever a version does not know is null. Depth 4, compressed, UTF-8 without the console's code page.
 */
export const DRIVES_SCRIPT = String.raw`
$ErrorActionPreference = 'SilentlyContinue'
$ProgressPreference = 'SilentlyContinue'
[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
function Raw($thing, [string[]]$names) {
  $out = [ordered]@{}
  foreach ($name in $names) {
    $property = $thing.CimInstanceProperties[$name]
    $value = if ($property) { $property.Value } else { $null }
    if ($value -is [char]) { $value = if ([int]$value -eq 0) { $null } else { [string]$value } }
    $out[$name] = $value
  }
  [pscustomobject]$out
}
$disks = @(Get-Disk | ForEach-Object { Raw $_ @('Number','Path','FriendlyName','Manufacturer','Model','SerialNumber','AdapterSerialNumber','UniqueId','UniqueIdFormat','FirmwareVersion','BusType','Size','LogicalSectorSize','PhysicalSectorSize','PartitionStyle','NumberOfPartitions','OperationalStatus','IsOffline','IsReadOnly','IsBoot','IsSystem','IsClustered','BootFromDisk') })
$partitions = @(Get-Partition | ForEach-Object { Raw $_ @('DiskNumber','PartitionNumber','DriveLetter','AccessPaths','Offset','Size','MbrType','GptType','IsBoot','IsSystem','IsReadOnly','IsActive') })
$volumes = @(Get-Volume | ForEach-Object { Raw $_ @('DriveLetter','Path','FileSystem','FileSystemLabel','Size','SizeRemaining','DriveType') })
$physical = @(Get-PhysicalDisk | ForEach-Object { Raw $_ @('DeviceId','FriendlyName','SerialNumber','BusType','MediaType','SpindleSpeed','Usage','CanPool','CannotPoolReason','Size') })
$drives = @(Get-CimInstance Win32_DiskDrive | ForEach-Object {
  $raw = Raw $_ @('Index','PNPDeviceID','Capabilities')
  $arrival = (Get-PnpDeviceProperty -InstanceId $_.PNPDeviceID -KeyName 'DEVPKEY_Device_LastArrivalDate').Data
  $raw | Add-Member Arrival $(if ($arrival -is [datetime]) { $arrival.ToUniversalTime().ToString('o', [Globalization.CultureInfo]::InvariantCulture) } else { $null }) -PassThru
})
$pages = @(Get-CimInstance Win32_PageFileUsage | ForEach-Object { $_.Name })
[pscustomobject]@{ v = 1; systemDrive = $env:SystemDrive; disks = $disks; partitions = $partitions; volumes = $volumes; physical = $physical; drives = $drives; pageFiles = $pages } | ConvertTo-Json -Depth 4 -Compress
`.trim()

/** How PowerShell is called: by its full path, without profile, without questions, the script as UTF-16 in base64. */
export function powershell(script: string, systemRoot: string): { tool: string; words: string[] } {
  return {
    tool: `${systemRoot}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`,
    words: ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', Buffer.from(script, 'utf16le').toString('base64')],
  }
}
